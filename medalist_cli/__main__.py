"""The entry point: signals and streams made safe first, then the program imported."""

import os
import signal
import sys


def main() -> int:
    """Run `medalist`; the console script and `python -m medalist_cli` come through here."""
    # Ctrl-C while the imports run would be a traceback otherwise.
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    if hasattr(signal, "SIGPIPE"):
        # As every filter does, even where a parent ignores it. medalist has no sockets.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass  # 0, 1 or 2 was closed: no file of ours may come to lie there
    os.close(descriptor)

    from medalist_cli import cli  # noqa: PLC0415 - only now is it safe to take time

    signal.signal(signal.SIGINT, signal.default_int_handler)
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
