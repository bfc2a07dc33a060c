"""Let atheris make up documents or rules files: ``python -m fuzz document|rules [OPTION]...``.

It begins with what is saved in ``fuzz/corpus``, puts what is new into ``.fuzz``, and stops at the
first input that breaks a law; options are those of libFuzzer (``-max_total_time=60``).
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["cleaner"]):
    from fuzz.target import try_document, try_rules

ROOT = Path(__file__).parents[1]
TARGETS = {"document": try_document, "rules": try_rules}
BOUNDS = ["-timeout=30", "-rss_limit_mb=2000", "-max_len=3000"]

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(__doc__)
    name, *options = sys.argv[1:]
    new, saved = ROOT / ".fuzz" / name, ROOT / "fuzz" / "corpus" / name
    new.mkdir(parents=True, exist_ok=True)
    atheris.Setup([sys.argv[0], *BOUNDS, *options, str(new), str(saved)], TARGETS[name])
    atheris.Fuzz()
