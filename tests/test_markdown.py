"""Markdown keeps what means something by its letters or its lines; the prose between is mended."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from cleaner import Document, Pipeline
from cleaner.cli import main
from cleaner.document import Proposal
from cleaner.edits import raw_bytes, replay, restore
from cleaner.formats import markdown
from cleaner.protection import Protection

DAMAGED = "The ferry sailed at noon , and Halveks’ crew . , which had waited, stayed  ashore."
MENDED = "The ferry sailed at noon, and Halveks' crew, which had waited, stayed ashore."
BELOW = "Nobody at the quay said “no” . The office opened late."
BELOW_MENDED = 'Nobody at the quay said "no". The office opened late.'

KEPT = {
    "head": "# The  quay . , “today” #",
    "head under a line": "The  quay . ,\n===========",
    "second head under a line": "What the mayors’ men said\n---",
    "fence": "```python\nx = 'a . , b'   # Related posts\n\n\n\ny = ‘z’\n```",
    "fence of tildes": "~~~\nShare this:\n a  b ,c\n~~~",
    "fence that holds a fence": "````md\n```\n“a” ,\n```\n````",
    "indented code": "    x = [1 , 2]\n\n    Related posts",
    "bullets": "- one . ,\n* “two”\n+ three  four",
    "nested list": "- one\n    - two . ,\n\n      a paragraph “of” two\n- three",
    "numbers": "1. one . ,\n2) two\n10. ten",
    "tasks": "- [ ] sell the “ferry”\n- [x] buy  it",
    "quote": "> The  quay . ,\n> “today”\n>\n> - and a list",
    "lazy quote": "> The  quay . ,\n“today” , he said",
    "alert": "> [!NOTE]\n> Mind the  gap . ,",
    "table": "| a | “b” |\n|:--|--:|\n| x . , | y  z |",
    "table without sides": "a | “b”\n--- | ---\nx . , | y",
    "rule": "* * *",
    "rule of lines": "___",
    "html": "<div class=“x”>\nShare  this . ,\n</div>",
    "comment": "<!-- more . ,\n\n  “here” -->",
    "script": "<script>\nif (a , b)  {\n\n}\n</script>",
    "details": "<details>\n<summary>“More”</summary>",
    "definition of a link": '[quay]: https://quay.example/a_b "The  quay . ,"',
    "image": "![The  quay . , “today”](quay.png “t”)",
    "badges": "[![Build](https://ci.example/b.svg)](https://ci.example) [![“D”](d.svg)][docs]",
    "directive": "::: warning\n:::",
    "admonition": '!!! note "Mind  the gap . ,"',
    "shortcode": '{{< figure src="quay.png" title="The  quay . ," >}}',
    "liquid": "{% include “quay”.html  a . , %}",
    "formula": "$$\na , b . ,  c\n$$",
    "abbreviation": "*[HTML]: The  language . ,",
    "name of an author alone": "**By Ines Tarrow**",
}

INSIDE = {
    "link": "[the  quay . , “now”](https://quay.example/a_(b))",
    "link with a title": "[quay](https://quay.example “The  quay . ,”)",
    "link by name": "[the  quay . ,][quay]",
    "link that leads nowhere": "[the  quay . ,](https://quay.example/a b)",
    "image": "![the  quay . ,](quay.png)",
    "entity": "Tarrow &amp; Sons&nbsp;&lt;Quay&gt;",
    "note": "ferry[^1]",
    "emphasis": "**very** _late_ ~~not~~",
    "sign": ":ship:",
    "sign that stands alone": "the crew :tada: again",
    "formula": "$a , b  .$",
    "page": "[[The  quay . ,]]",
    "two spaces at a line's end": "sold  \nand bought",
}

LEFT = {
    "code": "`a . ,  “b”`",
    "code with a backtick": "`` a ` . , ``",
    "address": "<https://quay.example/a,.b>",
    "tag": "<kbd title=“a  b”>",
    "comment": "<!-- a . ,  b -->",
    "escape": r"1\. \*no\* \_emphasis\_",
    "attributes": "[quay](a.md){.button  #x , }",
}
"""To rules for punctuation a line with such marks in it is none of prose, in any form."""


def clean(pipeline: Pipeline, text: str) -> Document:
    return pipeline.clean(text, "a.md")


def check_laws(pipeline: Pipeline, text: str) -> Document:
    document = clean(pipeline, text)
    start, end = len(document.raw_head), len(text) - len(document.raw_tail)
    body = text[start:end]
    assert replay(body, document.steps) == document.text
    assert restore(document) == text
    assert clean(pipeline, document.render()).render() == document.render()
    if "\r" not in text:
        assert markdown.read(document.text).pieces == markdown.read(body).pieces
    return document


@pytest.mark.parametrize("name", KEPT)
def test_blocks_are_kept_and_the_prose_around_them_is_mended(pipeline: Pipeline, name: str) -> None:
    document = check_laws(pipeline, f"{DAMAGED}\n\n{KEPT[name]}\n\n{BELOW}\n")
    assert document.text == f"{MENDED}\n\n{KEPT[name]}\n\n{BELOW_MENDED}"


@pytest.mark.parametrize("name", KEPT)
def test_blocks_at_both_ends_are_kept(pipeline: Pipeline, name: str) -> None:
    document = check_laws(pipeline, f"{KEPT[name]}\n\n{DAMAGED}\n\n{KEPT[name]}\n")
    assert document.render() == f"{KEPT[name]}\n\n{MENDED}\n\n{KEPT[name]}\n"


@pytest.mark.parametrize("name", INSIDE)
def test_parts_of_a_line_are_kept_and_what_stands_beside_them_is_mended(
    pipeline: Pipeline, name: str
) -> None:
    text = f"{DAMAGED} The crew saw {INSIDE[name]} at the quay , twice .\n\n[quay]: q.html\n"
    document = check_laws(pipeline, text)
    assert f"The crew saw {INSIDE[name]} at the quay, twice." in document.text
    assert document.text.startswith(MENDED)


@pytest.mark.parametrize("name", LEFT)
def test_beside_code_the_spaces_and_the_quotes_are_mended(pipeline: Pipeline, name: str) -> None:
    document = check_laws(pipeline, f"“Two”  crews saw {LEFT[name]} at  the ‘quay’ .\n")
    assert document.text == f"\"Two\" crews saw {LEFT[name]} at the 'quay' ."


def test_the_same_text_is_mended_as_before_where_it_is_no_markdown(pipeline: Pipeline) -> None:
    assert pipeline.clean("- one . , two", "a.txt").text == "- one, two"
    assert pipeline.clean("- one . , two", "a.md").text == "- one . , two"
    assert pipeline.clean("- one . , two", "a.MARKDOWN").text == "- one . , two"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("One .\n\n\n\n\n# Head\n\n\n\nTwo .", "One.\n\n# Head\n\nTwo."),
        ("One .\n\n\n\n- a\n\n\n\n\nTwo .", "One.\n\n- a\n\nTwo."),
    ],
)
def test_blank_lines_between_blocks_are_one(pipeline: Pipeline, before: str, after: str) -> None:
    assert check_laws(pipeline, before).text == after


def test_wrapped_prose_is_put_on_one_line_and_never_cut(pipeline: Pipeline) -> None:
    words = "The harbour office said on Monday that both cranes on the north quay would go, "
    lines = "\n".join(wrap(words * 4 + "or not.", 72))
    document = check_laws(pipeline, f"{lines}\n\n{lines.replace('Monday', 'Friday')}\n")
    assert [len(each.split("\n")) for each in document.text.split("\n\n")] == [1, 1]
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
    full = "\n".join(f"On {day} nobody said who had paid; {words}they said." for day in days)
    assert check_laws(pipeline, full).text == full, "in Markdown that is one paragraph"
    assert pipeline.clean(full, "a.txt").text != full


def test_line_ends_are_one_kind_everywhere(pipeline: Pipeline) -> None:
    text = f"{DAMAGED}\r\n\r\n```\r\na . ,\r\n```\r\n\r\n- b\r\n"
    assert check_laws(pipeline, text).render() == f"{MENDED}\n\n```\na . ,\n```\n\n- b\n"


def test_a_byte_order_mark_goes(pipeline: Pipeline) -> None:
    raw = f"\ufeff# Head ,\n\n{DAMAGED}\n".encode()
    document = pipeline.clean(raw, "a.md")
    assert document.render() == f"# Head ,\n\n{MENDED}\n"
    assert raw_bytes(document) == raw


def test_front_matter_is_ours_and_takes_what_is_found(pipeline: Pipeline) -> None:
    text = f"---\nlayout: post # mine\n---\n\nPublished: 19 June 2023\n\n# Head\n\n{DAMAGED}\n"
    document = check_laws(pipeline, text)
    head = "---\nlayout: post # mine\ndate: 2023-06-19\n---\n\n"
    assert document.render() == f"{head}# Head\n\n{MENDED}\n"


@pytest.mark.parametrize(
    "block", ["+++\ntitle = 'The  quay . ,'\n\ndate = 2023\n+++", "---\n- no mapping . ,\n---"]
)
def test_front_matter_of_others_stays_and_gets_no_other_above_it(
    pipeline: Pipeline, block: str
) -> None:
    text = f"{block}\n\nPublished: 19 June 2023\n\n{DAMAGED}\n"
    document = clean(pipeline, text)
    assert block in document.text
    assert not document.metadata
    assert [flag.rule for flag in document.flags] == ["header.labelled-date"]
    assert clean(pipeline, document.render()).render() == document.render()
    assert restore(document) == text


def test_lines_of_a_site_leave_news(pipeline: Pipeline) -> None:
    text = f"# Head\n\n{DAMAGED}\n\n{BELOW}\n\nShare this:\n\nRelated posts\n"
    assert check_laws(pipeline, text).text == f"# Head\n\n{MENDED}\n\n{BELOW_MENDED}"


@pytest.mark.parametrize(
    "text",
    [
        f"{MENDED}\n\nFurther reading:\n\n- [One](a.md)\n- [Two](b.md)",
        f"{MENDED}\n\n    make ferry\n\nSign up for our newsletter",
        f"{MENDED}\n\nRun `make ferry` first.\n\nShare this:",
        f"- one\n\nShare this:\n\n      code of nobody\n\n{MENDED}",
    ],
)
def test_lines_stay_that_lead_to_a_list_or_stand_in_no_news(pipeline: Pipeline, text: str) -> None:
    assert check_laws(pipeline, text).text == text


def test_what_leaves_may_not_make_markup_of_its_neighbours(pipeline: Pipeline) -> None:
    text = f"- one\n\nShare this\n\n- two\n\n{MENDED}"
    pieces = markdown.read(check_laws(pipeline, text).text).pieces
    assert pieces == ("- one", "- two")


def test_a_menu_in_markdown_is_no_page(pipeline: Pipeline) -> None:
    menu = "\n\n".join(["Home", "Sport", "Log in", "Contact us", "Privacy policy"] * 8)
    document = clean(pipeline, f"{menu}\n\n{MENDED}\n\n{menu}\n")
    assert "boilerplate.page-furniture" not in {edit.rule for edit in document.edits}


def test_protect_holds_in_markdown_too(tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text('version: 1\nprotect: ["noon ,"]\n', encoding="utf-8")
    document = Pipeline.from_file(rules).clean(DAMAGED, "a.md")
    assert document.text == MENDED.replace("noon,", "noon ,")


def test_what_masks_people_reaches_lists_and_code_too() -> None:
    protection = Protection((), markdown.read)
    text = "- `ines@quay.example`"
    proposals = [Proposal(3, 20, "[EMAIL]")]
    assert not protection.spare("punctuation.x", text, proposals)
    assert protection.spare("pii.email", text, proposals) == proposals
    assert protection.without_harm("pii.email", text, proposals) == proposals
    assert not protection.without_harm("punctuation.x", text, proposals)


def test_a_quote_that_is_straightened_is_an_edit_beside_code(pipeline: Pipeline) -> None:
    document = check_laws(pipeline, "“Now” , `“a”` and “b”")
    assert document.text == '"Now" , `“a”` and "b"'


def test_a_file_is_markdown_by_its_name(tmp_path: Path) -> None:
    for name in ("a.md", "b.txt"):
        (tmp_path / name).write_text("Yes .\n\n    x . ,\n", encoding="utf-8")
    assert CliRunner().invoke(main, ["fix", str(tmp_path)]).exit_code == 1
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "Yes.\n\n    x . ,\n"
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == "Yes.\n\nx.,\n"
    assert CliRunner().invoke(main, ["fix", str(tmp_path)]).exit_code == 0


fragments = st.sampled_from(
    [*KEPT.values(), *INSIDE.values(), *LEFT.values(), DAMAGED, BELOW, "Share this:"]
)
loose = st.text("ab .,’“”*_`~[]()<>#-+1|!&\\:=$\t\n ", max_size=30)
joints = st.sampled_from(["\n\n", "\n", " ", "\n\n\n", "", "  \n", "\n    ", "\n> "])


@given(st.lists(st.tuples(st.one_of(fragments, loose), joints), max_size=6))
def test_laws_of_any_markdown(pipeline: Pipeline, parts: list[tuple[str, str]]) -> None:
    check_laws(pipeline, "".join(f"{part}{joint}" for part, joint in parts))
