"""What a rule looks for: phrases and regular expressions out of YAML nodes."""

from __future__ import annotations

import re

from cleaner.config.suggestion import suggest
from cleaner.config.value import NEEDS_QUOTES, read_items, read_table, read_text
from cleaner.config.yaml_node import Items, Node, Scalar, Table
from cleaner.kinds import At, Match
from cleaner.kinds.phrase import PLACE_RE, PLACES, fits_any_words, phrases_of
from cleaner.pattern import NO_TIME_LIMIT, SECONDS, compile_pattern

NESTED_RE = re.compile(r"\{[^{}]*\|[^{}]*\{|\{[^{}]*\{[^{}]*\}[^{}]*\|")
"""A choice with a place in it."""

UNTOLD = ("{untold}", r"(?![^\"“”]*\b(?:said|says|told|he|she|they(?!['’]re)|was|were|had)\b)")
"""What a pattern of a pack may have in it: from there on nobody is told of; and what it means."""


def read_matches(node: Node, seconds: float = SECONDS) -> tuple[Match, ...]:
    """Read a list of phrases and regular expressions."""
    return tuple(match for item in read_items(node) for match in _read_match(item, seconds))


def _read_match(node: Node, seconds: float) -> tuple[Match, ...]:
    """Read one entry: a pattern, or a phrase, which may stand for several."""
    if isinstance(node, Items):
        raise node.place.error("expected a phrase or {regex: …}, not a list")
    if isinstance(node, Scalar):
        text = read_text(node)
        if not text.strip("\n"):
            raise node.place.error("an empty phrase matches everything")
        if NESTED_RE.search(text):
            raise node.place.error(f"'{text}' has a place in a choice; write a phrase for each")
        for place in PLACE_RE.findall(text):
            if place not in PLACES and "|" not in place:
                near = suggest(place, PLACES) or f"; known are {', '.join(PLACES)}"
                raise node.place.error(f"unknown place '{{{place}}}' in a phrase{near}")
        if seconds == NO_TIME_LIMIT:
            return (Match(text, seconds=seconds),)
        try:
            phrases = phrases_of(text)
        except ValueError as error:
            raise node.place.error(f"'{text}' {error}") from None
        if any(place not in PLACES for phrase in phrases for place in PLACE_RE.findall(phrase)):
            raise node.place.error(f"'{text}' has braces in a choice; write a phrase for each")
        _check_closed(text, node)
        return tuple(Match(phrase, seconds=seconds) for phrase in phrases)
    values = read_table(node, ("regex",), "a match", NEEDS_QUOTES)
    return (_read_regex(values["regex"], seconds) if values else _missing_regex(node),)


def _check_closed(text: str, node: Scalar) -> None:
    """Refuse a brace without its other one: nobody writes a line of news with it."""
    rest = PLACE_RE.sub("", text)
    for brace, fault in (("{", "is not closed"), ("}", "closes nothing")):
        if brace in rest:
            advice = (
                f"write a place as {{word}}, and a brace that is meant as {{regex: '\\{brace}'}}"
            )
            raise node.place.error(f"'{brace}' {fault} in the phrase '{text}'; {advice}")


def _missing_regex(node: Table) -> Match:
    raise node.place.error("expected a phrase or {regex: …}")


def _read_regex(node: Node, seconds: float) -> Match:
    pattern = read_text(node)
    if seconds == NO_TIME_LIMIT:
        return Match(pattern.replace(*UNTOLD), is_regex=True, seconds=seconds)
    try:
        compiled = compile_pattern(pattern, "", seconds)
    except ValueError as error:
        raise node.place.error(f"bad pattern '{pattern}': {error}") from None
    if compiled.fullmatch(""):
        raise node.place.error(f"pattern '{pattern}' matches the empty text")
    return Match(pattern, is_regex=True, seconds=seconds)


def check_says_words(node: Node) -> None:
    """Refuse a phrase such as ``{words}``, which would take whole stories."""
    for item in read_items(node):
        phrases = phrases_of(read_text(item)) if isinstance(item, Scalar) else ()
        if any(PLACE_RE.search(phrase) and fits_any_words(phrase) for phrase in phrases):
            raise item.place.error(
                "a phrase of nothing but places matches lines of every story; "
                "add a word of the lines that are meant"
            )


def check_stands_out(node: Node, at: At) -> None:
    """Refuse a part of a line that cannot be told from the words around it."""
    for item in read_items(node):
        for phrase in phrases_of(item.text) if isinstance(item, Scalar) else ():
            places = [found.span() for found in PLACE_RE.finditer(phrase)]
            is_open = bool(places) and (
                (places[0][0] == 0 and at != "start")
                or (places[-1][1] == len(phrase) and at != "end")
            )
            if is_open:
                raise item.place.error(
                    "a place at an end of a span takes words of the story; add what stands "
                    "around it, or say at: start or at: end"
                )
            if at == "anywhere" and phrase.isalnum():
                raise item.place.error(
                    "one word alone is a part of sentences; add what stands around it, or say "
                    "at: start or at: end"
                )
