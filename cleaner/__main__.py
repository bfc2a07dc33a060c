"""The program: ``cleaner`` or ``python -m cleaner``."""

from __future__ import annotations

import signal

from cleaner.loading import end, loading


def main() -> None:
    """Load the command line and run it; tell of Ctrl-C in one line even while it loads."""
    try:
        with loading():
            from cleaner import cli  # noqa: PLC0415 - it takes a moment, in which Ctrl-C may come
        cli.main(prog_name="cleaner")
    except KeyboardInterrupt:  # between the two, or after all is done
        end(signal.SIGINT)


if __name__ == "__main__":
    main()
