"""Texts that bite: of any size, each of one kind of damage, made to keep some rule at work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count, product
from string import ascii_lowercase


def words() -> Iterator[str]:
    """Make up words without end."""
    for size in count(3):
        yield from map("".join, product(ascii_lowercase, repeat=size))


def grown(unit: str) -> Callable[[int], str]:
    """Return what repeats a unit up to a size, with a new word for {0}, and {1} in capitals."""

    def grow(size: int) -> str:
        if "{" not in unit:
            return (unit * (size // len(unit) + 1))[:size]
        parts, length = [], 0
        for word in words():
            parts.append(unit.format(word, word.capitalize()))
            length += len(parts[-1])
            if length >= size:
                return "".join(parts)
        raise AssertionError

    return grow


UNITS = {
    "quotes": '"',
    "curly quotes": "“",
    "apostrophes": "’",
    "backticks": "`",
    "full stops": ".",
    "commas": ",",
    "dashes": "-",
    "open brackets": "(",
    "spaces": " ",
    "newlines": "\n",
    "tabs and newlines": "\t\n",
    "carriage returns": "\r\n\r",
    "no-break spaces": "\u00a0",
    "zero-width spaces": "a\u200b",
    "soft hyphens": "a\u00ad",
    "ampersands": "&amp;",
    "entities in entities": "&amp;amp;",
    "open tags": "<a ",
    "mojibake": "â€™",
    "deep mojibake": "Ã¢â‚¬â„¢",
    "lone surrogates": "a\ud800",
    "NULs": "abcdefghijkl\0",
    "combining marks": "e\u0301",
    "a thousand marks on a letter": "\u0301",
    "terminal escapes": "boat \x1b[31mred\x1b[0m ",
    "one letter a line": "a\n",
    "one letter a paragraph": "a\n\n",
    "one word": "a",
    "words in capitals": "HALDEN ",
    "short lines": "A boat sank\n",
    "wrapped lines": "The ferry of {0} was sold on Friday to two brothers from Halden and\n",
    "paragraphs again": "The mayor 's  house , he said . “It’s” was sold.It rained\n\n",
    "many damages": "the city s mayor ,, and the the Halveks’ ferry . ,\n\n",
    "names with wrong apostrophes": "The {1}s’ boat was sold. Mr {1} of {0} said no.\n\n",
    "names on one line": "The {1}s’ boat was sold. Mr {1} of {0} said no. ",
    "captions": "The harbour of {1} on Monday. (Photo by {1} Roe/Pool)\n",
    "captions with blank lines": "The harbour of {1} on Monday. (Photo by {1} Roe/Pool)\n\n",
    "bylines": "By {1} Roe\n",
    "datelines": "HALDEN, June 19 (Reuters) - The {0}.\n\n",
    "stamps": " date 2023-06-19 ",
    "stamps in lines": " date 2023-06-19 \n",
    "dates": "June 19 , 2023 ",
    "dates in lines": "Published: June 19, 2023\n\n",
    "titles": "Ministers meet in {1}\n\nMinisters meet in {1}\n\n",
    "furniture": "Share this:\nLeave a Reply\nRelated posts\n",
    "furniture in paragraphs": "Leave a Reply\n\n",
    "furniture with words": "Share {0} on Facebook\n\n",
    "addresses": "https://news.example/{0}\n\n",
    "one address": "https://news.example/",
    "hashtags": "#{0} ",
    "broken words": "The {0}govern-\nment fell ",
    "joined sentences": "The ferry of {0} sank in 1979. according to the {1}. ,\n\n",
    "doubled words": "to to the the ",
    "lists": "- {0}\n- {1}\n",
    "heads": "## {1}\n\n",
    "names that lost their mark": "Mr {1} said that {1}s boat was {1} there with the other. ",
    "damaged names": "Antony {1} said no. {1} was there and {1} left. {1}s’ boat sank.\n\n",
    "front matter": "---\n",
    "front matter keys": "---\n{0}: {1}\n",
    "contacts": "Contact\n\nAnn Roe{1}\n\n",
    "menus": "Home\n\nNews\n\nSport\n\n{1}\n\n",
    "initials": "J. R. R. {1}. Jr. ",
    "Chinese": "市长周二说，渡船又晚点了。",
    "Russian": "Мэр заявил во вторник, что паром снова опоздал. ",
    "emoji": "👩‍👩‍👧‍👦",
    "right to left": "\u202eabc\u202c ",
    "mixed scripts": "Halden 市长 Мэр ",
}

TEXTS = {name: grown(unit) for name, unit in UNITS.items()} | {
    "nested quotes": lambda size: "“‘" * (size // 4) + "’”" * (size // 4),
    "nested brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "deep front matter": lambda size: (
        "---\na: " + "[" * (size // 2) + "]" * (size // 2) + "\n---\nA.\n"
    ),
    "aliases": lambda size: "---\na: &a [1]\nb: [" + "*a, " * (size // 4) + "]\n---\nA boat.\n",
    "long front matter": lambda size: "---\ntitle: " + "a " * (size // 2) + "\n---\nA boat.\n",
}
