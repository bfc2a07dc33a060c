"""Write ``cleaner/reading/words.txt``: English words, names, and compounds with a hyphen.

Run it by hand when a source or a list below changes:
``python bench/make_words.py SCOWL WORDNET LEXICON``. SCOWL is the folder of its lists, WORDNET that
of its index (Debian's packages ``scowl`` and ``wordnet-base``), LEXICON the ``en-lexicon.txt`` of
textblob: Brill's, made of news of the eighties. NOTICE has the licences.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

TARGET = Path(__file__).parent.parent / "cleaner" / "reading" / "words.txt"

DIALECTS = "english american british british_z canadian australian variant_1 british_variant_1"
MAX_SIZE = 70
"""Up to here SCOWL has what large dictionaries have; its larger sizes come on other terms."""
COMMON_SIZE, MOST_COMMON_SIZE = 40, 20

WORD_RE = re.compile(r"[a-z]{2,}")
NAME_RE = re.compile(r"[A-Z][a-z]{2,}")
COMPOUND_RE = re.compile(r"[a-z]{2,}(?:-[a-z]{2,})+")

PREFIXES = """
    anti co counter extra hyper intra macro mega micro mid mini multi neo non post pre pro pseudo
    quasi semi super ultra
""".split()
"""Before a word, all of these are written with a hyphen by some and without by others."""

FREE_PREFIXES = "counter mid multi non semi".split()
"""These stand before any word, even where the word without a hyphen is common."""

PARTICLES = "away back down in off on out over through up".split()
"""After a verb, so are these."""

SOLID = """
    break-through by-pass by-passed by-passes by-passing data-base desk-top every-day good-bye
    good-will hall-mark home-owner home-owners lap-top law-maker law-makers life-style life-styles
    life-time light-weight lock-down lock-downs market-place mid-field mid-fielder mid-fielders
    mid-way mind-set nation-wide near-by off-line on-going on-line out-dated over-all over-night
    over-seas re-form re-formation re-formed re-lease re-present roll-out roll-outs set-back
    set-backs share-holder share-holders show-down show-downs sub-machine teen-age teen-ager
    teen-agers time-line time-lines to-day to-morrow to-night week-end week-ends whistle-blower
    whistle-blowers work-force world-wide
"""
"""Compounds of the sources that the news of this century writes as one word."""

HYPHENATED = """
    child-care first-hand front-bench full-back half-way hand-out hand-outs health-care multi-media
    quarter-final quarter-finals re-create re-created re-creating re-sign re-signed re-signing
    re-signs re-write re-writes team-mate team-mates
"""
"""Compounds that some of it writes so, or that mean something else than the word: ``re-sign``."""

MORE_WORDS = """
    antifa automaker automakers backbencher backbenchers biofuel biofuels blockchain carmaker
    carmakers citywide coronavirus coronaviruses counterinsurgency counterterrorism countrywide
    crowdfund crowdfunded crowdfunding crowdsourced crowdsourcing cryptocurrencies cryptocurrency
    cyberattack cyberattacks cyberbullying cybercrime cybersecurity cyberwarfare defund defunded
    defunding denuclearisation denuclearization disinformation driverless drugmaker drugmakers
    enrollee enrollees eurozone fact-check fact-checked fact-checker fact-checkers fact-checking
    frontbench frontrunner frontrunners gameplay geolocation hashtag hashtags homebuilder
    homebuilders hydroxychloroquine incentivise incentivised incentivize incentivized infographic
    livestream livestreamed livestreaming lockdown lockdowns megachurch microbrewery microchip
    microplastics millennial millennials neonicotinoid neonicotinoids onboarding passcode passcodes
    paywall photobomb remdesivir renewables rollout rollouts smartwatch smartwatches spyware
    statewide submachine subvariant superspreader telecom telecoms unfollow unfriend vape vapes
    vaping voicemail webinar webinars whistleblower whistleblowers whistleblowing
"""
"""News words that are younger than the sources."""


def scowl(folder: Path, kinds: str, pattern: re.Pattern[str]) -> dict[str, int]:
    """Return the words of SCOWL's lists that a pattern takes, with the size of the smallest."""
    sizes: dict[str, int] = {}
    for path in sorted(folder.iterdir()):
        name, _, size = path.name.rpartition(".")
        if name in kinds.split() and int(size) <= MAX_SIZE:
            for word in path.read_text(encoding="latin-1").split():
                if pattern.fullmatch(word):
                    sizes[word] = min(int(size), sizes.get(word, MAX_SIZE))
    return sizes


def wordnet(folder: Path) -> set[str]:
    """Return the words of WordNet that are one word, with a hyphen or without."""
    return {
        line.partition(" ")[0]
        for path in sorted(folder.glob("index.*"))
        for line in path.read_text(encoding="ascii").splitlines()
    }


def brill(path: Path) -> set[str]:
    """Return the words of Brill's lexicon."""
    return {line.partition(" ")[0] for line in path.read_text(encoding="utf-8").splitlines()}


def is_settled(compound: str, sizes: dict[str, int], known: set[str]) -> bool:
    """Tell whether a compound is a common word without its hyphen, and in a dictionary only so."""
    left, _, right = compound.partition("-")
    if left in PREFIXES or left == "re" or right.removesuffix("s") in PARTICLES:
        return False
    plain = f"{left}{right}"
    is_common = sizes.get(plain, 99) <= COMMON_SIZE
    return is_common and compound not in known and plain.removesuffix("s") in known


def prefixed(sizes: dict[str, int]) -> Iterator[str]:
    """Return the compounds with a prefix that stand beside words which are not common."""
    for word, size in {**sizes, **dict.fromkeys(MORE_WORDS.split(), MAX_SIZE)}.items():
        for prefix in PREFIXES:
            rest, least = word.removeprefix(prefix), COMMON_SIZE
            if prefix in FREE_PREFIXES or prefix[-1] == rest[:1]:
                least = MOST_COMMON_SIZE
            if size > least and rest != word and sizes.get(rest, MAX_SIZE) <= COMMON_SIZE:
                yield f"{prefix}-{rest}"
        if word.startswith("ree") and sizes.get(word[2:], MAX_SIZE) <= COMMON_SIZE:
            yield f"re-{word[2:]}"


def inflected(compounds: Iterable[str], words: dict[str, int]) -> Iterator[str]:
    """Return the forms of compounds that have a word without the hyphen beside them."""
    for compound in compounds:
        left, _, right = compound.rpartition("-")
        for stem in {right, right.removesuffix("e")}:
            for ending in ("s", "es", "ed", "ing", "er", "ers"):
                if f"{left}{stem}{ending}" in words and f"{stem}{ending}" in words:
                    yield f"{left}-{stem}{ending}"


def find_compounds(words: dict[str, int], known: set[str], news: set[str]) -> set[str]:
    """Return the compounds that are written with a hyphen, by a dictionary or in news."""
    parts = words.keys() | set(PREFIXES)
    found = {
        word
        for word in known | news
        if COMPOUND_RE.fullmatch(word)
        and parts.issuperset(word.split("-"))
        and not is_settled(word, words, known)
    }
    found = found.union(prefixed(words)) - set(SOLID.split())
    return found.union(inflected(found, words), HYPHENATED.split()) - set(SOLID.split())


def main(scowl_folder: Path, wordnet_folder: Path, lexicon: Path) -> None:
    """Write the list, sorted, one word a line."""
    kinds = " ".join(f"{dialect}-words" for dialect in DIALECTS.split())
    words = scowl(scowl_folder, kinds, WORD_RE)
    kinds = " ".join(f"{each}-upper {each}-proper-names" for each in DIALECTS.split())
    names = scowl(scowl_folder, kinds, NAME_RE)
    compounds = find_compounds(words, wordnet(wordnet_folder), brill(lexicon))
    listed = {*words, *names, *compounds, *MORE_WORDS.split()}
    TARGET.write_text("".join(f"{word}\n" for word in sorted(listed)), encoding="ascii")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
