"""The canonical article: what is front matter, how it is written, and that it reads back."""

from __future__ import annotations

from datetime import date, datetime

import frontmatter
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaner import Pipeline
from cleaner.edits import raw_bytes, restore
from cleaner.formats import canonical, front_matter
from cleaner.metadata import KEYS

NASTY = (
    *("no", "Yes", "~", "null", "y", "1_000", "12:30", "0x1f", "1e5", ".5", "True", "12 e5", "0b1"),
    *("2023-06-19", "2023-06", "2023-02-31", "20230619", "2001-12-14 21:59:43 Z", "1,000", "+1"),
    *("<<", "=", "- item", "-", "---", "...", "? key", "a: b", "a:", ":a", "a #b", "#b", "a#b"),
    *("'quoted'", '"quoted"', 'He said "no": why', "back\\slash", "it's", "{a}", "[a]", "*a", "&a"),
    *("!a", "|", ">", "%a", "@a", "`a`", "", " ", " a", "a ", "a\tb", "a\nb", "\u00e9t\u00e9"),
    *("\U0001f600", "a\u2028b", "a\u0085b", "\ufeffa", "a\u00a0", "\u201cA\u201d b", "\ud800"),
    *(
        "5 killed",
        "5 k",
        "$5m deal",
        "\u4e2d\u6587",
        "https://news.example/a?b=c#d",
        "Roe: the talk",
    ),
)

settings.register_profile("slow start", suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("slow start")

texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(max_size=30),
    st.lists(
        st.sampled_from([*NASTY, ": ", " #", "-", " ", "a", "B", "'", '"', "1"]), max_size=5
    ).map("".join),
)
found_metadata = st.fixed_dictionaries(
    {},
    optional={key: texts for key in KEYS if key != "captions"}
    | {
        "captions": st.lists(
            st.fixed_dictionaries({"text": texts}, optional={"credit": texts}),
            min_size=1,
            max_size=3,
        )
    },
).map(lambda found: {key: found[key] for key in KEYS if key in found})


def as_text(value: object) -> object:
    """Return a date that YAML made of a bare text as that text."""
    return value.isoformat() if isinstance(value, date | datetime) else value


@given(found_metadata)
def test_yaml_reads_what_was_written(found: dict[str, object]) -> None:
    block = front_matter.dump(found)
    loaded = yaml.safe_load(block) or {}
    assert {key: as_text(value) for key, value in loaded.items()} == found
    assert list(loaded) == list(found)


@given(found_metadata)
def test_both_readers_agree(found: dict[str, object]) -> None:
    block = front_matter.dump(found)
    assert front_matter._load_own(block) == found
    assert front_matter._load_yaml(block) == found


@given(found_metadata, st.text(alphabet="-ab \n:", max_size=12).map(str.strip))
def test_what_was_written_is_a_fixed_point(found: dict[str, object], body: str) -> None:
    written = canonical.write(canonical.split(body), found, body)
    article = f"{written.head}{body}{written.tail}"
    again = canonical.split(article)
    assert (again.body, again.known) == (body, found)
    assert canonical.write(again, {}, body) == written
    assert canonical.split(canonical.guard(body)).body == body


@given(st.text(alphabet="-a:\r\n\ufeff \u00e9#&*{}[]\u0085", max_size=40).map("---\n".__add__))
def test_any_text_splits_and_joins(raw: str) -> None:
    parts = canonical.split(raw)
    assert parts.head + parts.body + parts.tail == raw
    written = canonical.write(
        parts, {"title": "x"} if "title" not in parts.known else {}, parts.body
    )
    again = canonical.split(f"{written.head}{parts.body}{written.tail}")
    assert (again.body, again.block) == (parts.body, written.head.replace("---\n\n", "---\n"))


STORY = "The ferry was sold on Friday to two brothers from Halden, its owner said."

WRITTEN = {
    "title": "Ministers meet: a row is settled",
    "date": "2023-06-19T11:59:00+05:30",
    "updated": "2023-06",
    "byline": "Jane Roe",
    "dateline": "Lisbon",
    "source": "Reuters",
    "url": "https://news.example/fishing-row",
    "captions": [
        {"text": "Ministers pose at the harbour.", "credit": "Jane Roe/Pool"},
        {"text": "The harbour"},
    ],
}

BLOCK = """\
---
title: "Ministers meet: a row is settled"
date: 2023-06-19T11:59:00+05:30
updated: 2023-06
byline: Jane Roe
dateline: Lisbon
source: Reuters
url: https://news.example/fishing-row
captions:
- text: Ministers pose at the harbour.
  credit: Jane Roe/Pool
- text: The harbour
---
"""


def rewrite(raw: str, found: dict[str, object]) -> str:
    parts = canonical.split(raw)
    written = canonical.write(parts, found, parts.body)
    return f"{written.head}{parts.body}{written.tail}"


def test_all_keys_as_the_contract_shows_them() -> None:
    article = rewrite("\ufeff\n \nText.\n\n\n", WRITTEN)
    assert article == f"{BLOCK}\nText.\n"
    loaded = frontmatter.loads(article)
    assert loaded.content == "Text."
    assert {key: as_text(value) for key, value in loaded.metadata.items()} == WRITTEN
    assert rewrite(article, {}) == article


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Text.", "Text.\n"),
        ("", ""),
        (" \r\n\ufeff\n", ""),
        ("---\n---\nText.", "---\n---\n\nText.\n"),
        ("---\nmood: calm  # a note\n# more\n---\nText.", None),
        ("\ufeff---\r\nmood: calm\r\n---\r\n\r\n\r\nText.\r\n", "---\nmood: calm\n---\n\nText.\n"),
        ("---\nmood: calm\n---", "---\nmood: calm\n---\n"),
        ("--- \na: !odd {b: c}\n---\nText.", "--- \na: !odd {b: c}\n---\n\nText.\n"),
    ],
)
def test_nothing_found(raw: str, expected: str | None) -> None:
    if expected is None:
        expected = raw.replace("---\nT", "---\n\nT") + "\n"
    assert rewrite(raw, {}) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "---\nText.\n---\nMore.",
        "---\n- a\n- b\n---\nMore.",
        "---\na: b\n",
        "---\na: b\n...\nMore.",
        "---\na: b\n--- more",
        "---",
        "----\na: b\n----\nMore.",
        "---\n" + "a" * 40_000 + ": b\n---\nMore.",
        "---\nThe row: it was settled: at last.\n---\nMore.",
        "---\nrow: settled: at last\nIt was in May.\nThey went.\n---\nMore.",
    ],
)
def test_what_is_no_mapping_is_text(raw: str) -> None:
    assert canonical.split(raw)[:2] == ("", raw.rstrip())
    article = rewrite(raw, {})
    assert article == f"---\n---\n\n{raw.rstrip()}\n"
    assert rewrite(article, {}) == article


@pytest.mark.parametrize(
    ("block", "line", "why"),
    [
        (
            "title: Ferry sold: the deal\nauthor: Jane Roe\n",
            2,
            "mapping values are not allowed here",
        ),
        ("title: Ferry\n\n# ours\ntitle: Sold\n", 5, "'title' stands twice"),
        ("mood: calm\ntitle: [Ferry\nsource: The Quay\n", 3, "expected ',' or ']', but got ':'"),
        ("mood: calm\ntitle: 'Ferry\n", 3, "found unexpected end of stream"),
        ("title: @Ferry\n", 2, "found character '@' that cannot start any token"),
        ("mood: calm\na: \x07\n", 3, "no character of YAML"),
        (f"a: {'[' * 5000}\n", 2, "brackets are too deep"),
        ("a: b\nc: d\n? [a]\n", 4, "a key that is no word"),
        ("a: b\nno key\nc: d\n", 4, "could not find expected ':'"),
    ],
    ids=range(9),
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_block_with_a_mistake_stays_and_is_flagged(
    pipeline: Pipeline, block: str, line: int, why: str, end: str
) -> None:
    article = f"---\n{block}---\n\nBy Jane Roe\n\n{STORY}\n"
    raw = article.replace("\n", end)
    document = pipeline.clean(raw, given={"title": "A sale", "mood": "calm"})
    assert (document.render(), document.metadata) == (article, {})
    assert restore(document) == raw
    flag = document.flags[0]
    evidence = f"not YAML, so it stays: line {line}, {why}"
    assert (flag.rule, flag.evidence) == ("document.front-matter", evidence)
    assert flag.before == raw[flag.start : flag.end] == article.split("\n")[line - 1]
    assert [each.rule for each in document.flags[1:]] == ["header.byline"]
    assert pipeline.clean(article).render() == article


def test_an_existing_block_keeps_its_bytes_and_its_values() -> None:
    raw = (
        "---\nlayout: post # ours\ntitle: 'Old'\ndraft: no\ndate: 2023-06-19 11:59:00 Z\n---\nText."
    )
    parts = canonical.split(raw)
    assert parts.known == {
        "layout": "post",
        "title": "Old",
        "draft": False,
        "date": "2023-06-19T11:59:00+00:00",
    }
    written = canonical.write(parts, {"title": "New", "source": "Reuters"}, "Text.")
    assert written.head == raw.replace("---\nText.", "source: Reuters\n---\n\n")
    assert list(written.metadata) == ["layout", "title", "draft", "date", "source"]
    assert written.metadata["title"] == "Old"


@pytest.mark.parametrize(
    "block", ["{a: b}", "  a: b", "a: b\n...", "&x\na: b\n...", "? [a]\n: b"], ids=repr
)
def test_a_block_that_takes_no_key_is_left(block: str) -> None:
    raw = f"---\n{block}\n---\nText."
    parts = canonical.split(raw)
    if parts.head:
        assert rewrite(raw, {"title": "New"}).startswith(f"---\n{block}\n---\n\nText.")
        assert "title" not in canonical.write(parts, {}, "Text.").metadata


def test_a_bomb_is_not_unfolded() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{right}: &{right} [*{left}, *{left}, *{left}]\n"
        for left, right in zip("abcdefghijkl", "bcdefghijklm", strict=True)
    )
    known = canonical.split(f"---\n{bomb}title: Bomb\n---\nText.").known
    assert known["title"] == "Bomb"
    assert known["m"] is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_raw_bytes_come_back(encoding: str) -> None:
    raw = (
        "---\r\na: b\r\n---\r\nThe  caf\u00e9 on the quay was\u00a0shut .\r\n\r\n\r\n"
        "\u201cIt rained\u201d, said the owner\u2019s son, who did not know when it would open.\r\n"
    )
    document = Pipeline.default().clean(raw.encode(encoding))
    assert restore(document) == document.source.text
    assert raw_bytes(document) == raw.encode(encoding)


def test_a_body_read_alone_is_that_body() -> None:
    pipeline = Pipeline.default()
    raw = "---\n---\n\n---\na: b\n---\n\nText."
    assert pipeline(raw) == raw
    assert pipeline(raw, output="article") == raw + "\n"


@pytest.mark.parametrize("body", ["---\n{}", "---\n\n{}\n\n---\n\n{}"])
def test_a_body_under_a_rule_gets_no_block(pipeline: Pipeline, body: str) -> None:
    body = body.format(*[STORY] * 2)
    assert pipeline(body) == body == pipeline.clean(body).text
    assert pipeline(body, output="article") == f"---\n---\n\n{body}\n"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("!!int ''", ""),
        ("!!bool maybe", "maybe"),
        ("!!timestamp x", "x"),
        ("!!float ''", ""),
        (":".join(["1"] * 200) + ".5", ":".join(["1"] * 200) + ".5"),
        ("[!!int '']", None),
        ("{b: !!bool maybe}", None),
    ],
)
def test_a_tag_that_does_not_fit_its_value_is_no_crash(written: str, text: object) -> None:
    assert front_matter.load(f"a: {written}\n") == {"a": text}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=4,
)


@given(st.dictionaries(texts.filter(lambda key: key not in KEYS), json_values, max_size=3))
def test_what_is_given_beside_a_text_is_in_its_front_matter(metadata: dict[str, object]) -> None:
    parts = canonical.split("The ferry was sold.", {"title": "A sale", **metadata})
    written = canonical.write(parts, {"title": "Lost", "byline": "Ines Tarrow"}, parts.body)
    assert written.metadata == {"title": "A sale", "byline": "Ines Tarrow", **metadata}
    again = canonical.split(f"{written.head}{parts.body}\n")
    assert again.known == written.metadata
    assert list(again.known)[:2] == ["title", "byline"]


def test_front_matter_counts_for_more_than_what_is_given(pipeline: Pipeline) -> None:
    text = "---\ntitle: Ferry sold\n---\n\nThe ferry was sold."
    document = pipeline.clean(text, given={"title": "Other", "source": "The Quay"})
    assert document.metadata == {"title": "Ferry sold", "source": "The Quay"}
    assert document.render() == text.replace("---\n\n", "source: The Quay\n---\n\n") + "\n"


def test_rules_know_what_is_given(pipeline: Pipeline) -> None:
    text = "By Ines Tarrow\n\nThe ferry was sold on Friday to two brothers from Halden."
    document = pipeline.clean(text, given={"byline": "Ola Nord"})
    assert document.text == text
    assert [flag.rule for flag in document.flags] == ["header.byline"]
    assert pipeline.clean(text, given={"byline": "Ines Tarrow"}).text == text.split("\n\n")[1]


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("It was over, he said\x85\n", "It was over, he said…\n"),
        ("\n\x85and then it sank.\n", "…and then it sank.\n"),
        ("The ferry sank.\n\x85\n\n", "The ferry sank.\n…\n"),
        ("\x85", "…\n"),
    ],
)
def test_the_ellipsis_of_windows_is_no_white_space(
    raw: str, clean: str, pipeline: Pipeline
) -> None:
    document = pipeline.clean(raw)
    assert document.render() == clean
    assert pipeline.clean(clean).render() == clean
    assert restore(document) == raw


def test_all_other_white_space_is_blank() -> None:
    spaces = {char for char in map(chr, range(0x3001)) if char.isspace()}
    assert spaces - {"\x85"} == set(canonical.SPACE_CHARS)
