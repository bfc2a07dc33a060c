"""Which site a document comes from, as far as its address, its source or its name tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

HOST_RE = re.compile(
    r"(?:https?://)?((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:xn--[a-z0-9-]+|[a-z]{2,}))"
    r"(?=$|[:/?#_])"
)
SUFFIX_RE = re.compile(r"\.(?:txt|text|md|markdown|html?)$")
SITE_KEYS = ("url", "source")
"""The keys of the front matter that tell a site."""


def site_of(value: str) -> str:
    """Return the site of an address; what is none, such as a paper's name, in lower case."""
    value = value.strip().lower()
    found = HOST_RE.match(value)
    return found[1] if found else value


def sites_of_name(name: str) -> frozenset[str]:
    """Return the sites that the name of a document tells.

    Those are its folders (``news.example/2023/a.txt``), and what the last part of it says before
    the first ``_`` (``news.example_0012.txt``).
    """
    *folders, last = re.split(r"[/\\]", name.lower())
    parts = (*folders, SUFFIX_RE.sub("", last))
    return frozenset(found[1] for found in map(HOST_RE.match, parts) if found)


def sites_of(values: Iterable[tuple[str, object]] | Mapping[str, object]) -> frozenset[str]:
    """Return the sites that keys of the front matter tell."""
    pairs = values.items() if isinstance(values, Mapping) else values
    return frozenset(
        site_of(value) for key, value in pairs if key in SITE_KEYS and isinstance(value, str)
    )


def is_of(sites: Collection[str], wanted: Collection[str]) -> bool:
    """Tell whether one of ``sites`` is one of those wanted, or a part of one (``www.``)."""
    return any(site == each or site.endswith(f".{each}") for site in sites for each in wanted)
