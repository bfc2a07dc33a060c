"""Run a few damaged sentences through this program and its peers; write docs/comparison.md.

python -m bench.comparison            # all of them: wants the extra bench
python -m bench.comparison --page     # the page alone, from the figures that are there
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from bench.comparison import page
from bench.comparison.outcome import measure


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, write, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.comparison", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--page", action="store_true", help="write the page alone")
    options = parser.parse_args(arguments)
    if not options.page:
        found = measure()
        missing = [name for name, got in found["programs"].items() if isinstance(got, str)]
        if missing:
            print(*(f"{name}: {found['programs'][name]}" for name in missing), sep="\n")
            return 1
        text = json.dumps(found, indent=1, ensure_ascii=False)
        page.FIGURES.write_text(f"{text}\n", encoding="utf-8")
    page.PAGE.write_text(page.build(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
