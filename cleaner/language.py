"""A guess at the language of a text, by its function words: enough to keep English rules at home.

It costs a few microseconds. A short text without any known function word counts as English when it
is written in Latin letters: a headline or a caption has none. A longer one does not: English prose
has some, and what has none is Finnish, Vietnamese or another language that is not known here.
"""

from __future__ import annotations

from collections import Counter

FUNCTION_WORDS = {
    language: tuple(f" {word} " for word in words.split())
    for language, words in {
        "en": "the of and to that in a is for was",
        "fr": "le les des du et une dans est que au a il en pas pour qui sur",
        "de": "der die und das den nicht ist von mit ein in es im zu auf",
        "es": "el los las la que una por con del para en se no su es",
        "it": "il di che della non per gli del nel una a in la le è",
        "pt": "ao os que uma da dos para com em não a o e no na",
        "nl": "het een van en niet dat voor met zijn op in is was te hij er",
        "pl": "na nie się jest że oraz przez dla po tym w z za od są jak ale",
        "tr": "bir ve bu için olarak ile olan daha da de ancak kadar gibi sonra",
        "sv": "och att det som en av för är inte på",
        "da": "og at det som en af den er ikke til for på med de",
        "ro": "și în la de cu care pe este din nu",
        "cs": "se na je že v ale by jako který podle za od pod pro jsou aby z k",
        "id": "yang dan di untuk dengan ini itu dari tidak dalam",
    }.items()
}
"""Words that English shares count for the others too: it always has some that nobody shares."""

SAMPLE_CHARS = 800
LATIN_END = 0x250
OWN_WORDS = 5
"""The first ones of English are hardly words of another language."""

CHARS_PER_WORD_OF_ENGLISH = 100
"""English prose has one of the five every 50 characters, other languages hardly any."""

MIN_CHARS_OF_PROSE = 100
SCARCE_CHARS_PER_WORD = 200
WHOLE_CHARS = 20_000
"""Real news has one of the words below every 60 characters; a table in it may have none at all."""
WORDS_OF_ENGLISH = tuple(
    f" {word} "
    for word in (
        "the of and that was with from which who will have been were this they their not after how "
        "what you said for but about its could would than into when there says your she "
        "because while where such during through being before other another only just some if"
    ).split()
)
"""What is a common word of other languages is left out: ``on`` is Finnish, ``to`` Croatian."""
SHARED_WORDS = (*(f" {word} " for word in "to in on by at as for has are".split()), "'s ", "’s ")
MIN_SHARED_WORDS, CHARS_PER_SHARED_WORD = 2, 200
"""Different ones. Another language has one of them, or two in a long text; English has them all."""


def guess_language(text: str) -> str:
    """Return the two-letter code of the likeliest language, or "" where no known one fits."""
    start = max(0, (len(text) - SAMPLE_CHARS) // 2)  # in the middle is the story, not furniture
    sample = text[start : start + SAMPLE_CHARS]
    english = 0
    for word in FUNCTION_WORDS["en"][:OWN_WORDS]:
        english += sample.count(word)
        if english * CHARS_PER_WORD_OF_ENGLISH > len(sample):
            return "en"
    sample = sample.replace("\n", " ").lower()
    is_foreign = False
    if not sample.isascii():
        letters = {char: count for char, count in Counter(sample).items() if char.isalpha()}
        is_foreign = not all(map(str.isascii, letters))
        others = sum(count for char, count in letters.items() if ord(char) >= LATIN_END)
        if others * 2 > sum(letters.values()):
            return ""
    counts = {name: sum(map(sample.count, words)) for name, words in FUNCTION_WORDS.items()}
    likeliest = max(counts, key=lambda name: counts[name])
    margin = 0 if is_foreign else 1  # a word or two prove little, but foreign letters more
    if counts[likeliest] > counts["en"] + margin:
        return likeliest
    is_english = (
        len(sample) < MIN_CHARS_OF_PROSE
        or _has_english(sample)
        or _has_shared(sample)
        or _has_english(text[:WHOLE_CHARS])
    )
    return "en" if is_english else ""


def _has_shared(sample: str) -> bool:
    count = sum(word in sample for word in SHARED_WORDS)
    return count >= MIN_SHARED_WORDS and count * CHARS_PER_SHARED_WORD >= len(sample)


def _has_english(text: str) -> bool:
    """Tell whether words that hardly any other language has are as frequent as in prose."""
    text = text.replace("\n", " ").lower()
    count = 0
    for word in WORDS_OF_ENGLISH:
        count += text.count(word)
        if count * SCARCE_CHARS_PER_WORD >= len(text):
            return True
    return False
