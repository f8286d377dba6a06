"""The few ways a run can fail, each with its exit code."""


class MedalistError(Exception):
    """A failure that the user can understand and often mend.

    `message` names the thing and says what is wrong with it, on one line. `advice` is one more
    line on what to do about it, or empty. `faults` are all the lines of what is wrong, the first
    being `message`.
    """

    exit_code: int

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.faults: tuple[str, ...] = (message,)


class NoMatch(MedalistError):
    """The question is sound and its answer is empty."""

    exit_code = 1


class Misuse(MedalistError):
    """A word of the command line names nothing there is: a target, a field, a format."""

    exit_code = 2


class DatasetError(MedalistError):
    """The dataset cannot be read, or is not a dataset; `faults` may be many."""

    exit_code = 3

    def __init__(self, message: str, advice: str = "", faults: tuple[str, ...] = ()) -> None:
        super().__init__(message, advice)
        self.faults = faults or self.faults


class OutputError(MedalistError):
    """The answer is there and cannot be written."""

    exit_code = 4
