"""The program: ``cleaner`` or ``python -m cleaner``."""

from __future__ import annotations

import signal
import sys

INTERRUPTED = 130
"""The same as in ``ending``, which may not be loaded yet."""


def main() -> None:
    """Load the command line and run it; tell of Ctrl-C in one line even while it loads."""
    try:
        from cleaner import cli  # noqa: PLC0415 - it takes a moment, in which Ctrl-C may come

        cli.main(prog_name="cleaner")
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        sys.stderr.write("cleaner: interrupted\n")
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
