"""The entry point: signals and streams made safe first, then the program imported."""

import gc
import os
import signal
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run `medalist`; the console script and `python -m medalist_cli` come through here."""
    # Ctrl-C while the imports run would be a traceback otherwise.
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    if hasattr(signal, "SIGPIPE"):
        # As every filter does, even where a parent ignores it. medalist has no sockets.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass  # 0, 1 or 2 was closed: no file of ours may come to lie there
    os.close(descriptor)
    # A run is over before there is garbage worth collecting, and looking for it doubles the time
    # that a large dataset takes. What runs on turns it on again.
    gc.disable()
    _import_msgspec()
    asked = os.environ.get("_MEDALIST_COMPLETE")
    if asked:
        from medalist_cli import tab  # noqa: PLC0415 - Typer is most of a run, and not needed here

        os._exit(tab.main(asked, sys.argv[1:]))

    from medalist_cli import cli  # noqa: PLC0415 - only now is it safe to take time

    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        # All that was said is flushed, and nothing waits for the end: to take the interpreter
        # apart first would be an eighth of the run.
        os._exit(cli.main(sys.argv[1:]))
    except KeyboardInterrupt:  # before `cli.main` looks out for it, or after
        os._exit(130)


def _import_msgspec() -> None:
    """Import msgspec without typing_extensions, which it takes where it can and needs no more.

    Since Python 3.11 `typing` has all of it; this is 5 ms of 70.
    """
    absent = "typing_extensions" not in sys.modules
    if absent:
        sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    import msgspec  # noqa: F401, PLC0415 - imported for the others to find

    if absent:
        del sys.modules["typing_extensions"]


if __name__ == "__main__":
    main()
