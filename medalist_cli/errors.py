"""The few ways a run can end early, each with its exit code."""


class MedalistError(Exception):
    """A failure that users can understand, and often fix.

    `message` names the thing and says what is wrong, on one line. `advice` is one more line that
    can be pasted, or empty. `details` are all lines of what is wrong; the first is `message`.
    """

    exit_code: int

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.details: tuple[str, ...] = (message,)


class NoMatch(MedalistError):
    """The query is valid but matches nothing."""

    exit_code = 1


class Declined(MedalistError):
    """The request is valid, but it would make things worse; `advice` says how to insist."""

    exit_code = 1


class UsageError(MedalistError):
    """A value on the command line is unknown, or options contradict each other."""

    exit_code = 2


class DatasetError(MedalistError):
    """The dataset cannot be read or is invalid; `details` may have many lines."""

    exit_code = 3

    def __init__(self, message: str, advice: str = "", details: tuple[str, ...] = ()) -> None:
        super().__init__(message, advice)
        self.details = details or self.details


class OutputError(MedalistError):
    """The output could not be written."""

    exit_code = 4


class EarlyExit(Exception):
    """Text to print before exiting 0: help, the version."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text
