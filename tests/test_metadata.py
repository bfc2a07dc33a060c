"""What leaves the text for the front matter, and who wins where two values disagree."""

from __future__ import annotations

import dataclasses

import pytest

from cleaner import Pipeline
from cleaner.config import Setting, load_packs, parse
from cleaner.document import Edit
from cleaner.metadata import settle

STORY = "The ferry between the two islands will sail again on Monday, the company said."


def moved(rule: str, key: str, value: str) -> Edit:
    return Edit(rule, 0, 1, "x", "", "", ((key, value),))


def test_the_labelled_date_wins_then_the_bare_one_then_the_stamp() -> None:
    stamp = moved("header.corpus-stamp", "date", "2023-06-18")
    bare = moved("header.bare-date", "date", "2023-06-19")
    labelled = moved("header.labelled-date", "date", "2023-06-20")
    found, conflicts = settle([stamp, bare, labelled])
    assert found == {"date": "2023-06-20"}
    assert [(conflict.edit, conflict.value) for conflict in conflicts] == [
        (bare, "2023-06-19"),
        (stamp, "2023-06-18"),
    ]


def test_of_dates_that_agree_the_one_that_says_more_is_kept() -> None:
    stamp = moved("header.corpus-stamp", "date", "2023-06-19T11:59:00")
    labelled = moved("header.labelled-date", "date", "2023-06-19")
    assert settle([stamp, labelled]) == ({"date": "2023-06-19T11:59:00"}, [])


def test_a_dateline_keeps_its_day_only_where_no_date_is_known() -> None:
    dateline = moved("header.dateline", "dateline", "Lisbon, June 19")
    stamp = moved("header.corpus-stamp", "date", "2023-06-19")
    assert settle([dateline])[0] == {"dateline": "Lisbon, June 19"}
    assert settle([dateline, stamp])[0] == {"date": "2023-06-19", "dateline": "Lisbon"}
    assert settle([dateline], {"date": "2023-06-19"})[0] == {"dateline": "Lisbon"}
    region = moved("header.dateline", "dateline", "Lisbon, Portugal")
    assert settle([region, stamp])[0]["dateline"] == "Lisbon, Portugal"


@pytest.mark.parametrize(
    ("day", "date", "lost"),
    [
        ("January 1", "2023-06-19", True),
        ("17 June", "2023-06-19", True),
        ("June 18", "2023-06-19T08:15:00", False),
        ("Dec. 31", "2023-01-01", False),
        ("Jan. 1", "2022-12-31", False),
        ("June 18", "2023-06", False),
        ("Feb. 29", "2024-03-12", True),
        ("Feb. 29", "2024-03-01", False),
        ("Feb. 29", "2022-06-19", False),
        ("Februar 30", "2023-06-19", False),
    ],
)
def test_the_day_of_a_dateline_that_is_another_than_the_date_is_a_conflict(
    day: str, date: str, lost: bool
) -> None:
    dateline = moved("header.dateline", "dateline", f"Lisbon, {day}")
    bare = moved("header.bare-date", "date", date)
    found, conflicts = settle([bare, dateline])
    assert found == {"date": date, "dateline": "Lisbon"}
    assert [(each.key, each.edit, each.value, each.kept) for each in conflicts] == (
        [("date", dateline, day, date)] if lost else []
    )
    assert [each.value for each in settle([dateline], {"date": date})[1]] == ([day] if lost else [])


def test_the_day_of_a_dateline_that_lost_is_flagged_where_it_stood() -> None:
    raw = f"June 19, 2023\n\nLISBON, January 1 (AP) - {STORY}"
    (flag,) = Pipeline.default().clean(raw).flags
    assert (flag.rule, flag.before) == ("header.dateline", "LISBON, January 1 (AP) - ")
    assert flag.evidence == "date: January 1 lost against 2023-06-19"


def test_a_second_address_is_flagged_and_the_labelled_one_is_kept() -> None:
    both = "https://ferry.example/b\n\nSource: https://ferry.example/a"
    document = Pipeline.default().clean(f"{STORY}\n\n{both}")
    assert document.text == STORY
    assert document.metadata == {"url": "https://ferry.example/a"}
    assert [flag.rule for flag in document.flags] == ["boilerplate.bare-url"]


def test_one_address_written_in_two_ways_is_no_conflict() -> None:
    both = "Source: https://www.ferry.example/a/\n\nhttp://ferry.example/a"
    document = Pipeline.default().clean(f"{STORY}\n\n{both}")
    assert document.metadata == {"url": "https://www.ferry.example/a/"}
    assert not document.flags


def test_captions_are_collected_once() -> None:
    edit = Edit("caption.credited", 0, 1, "x", "", "", (("captions", ("A boat.", "Jane Roe")),))
    bare = Edit("caption.credited", 0, 1, "x", "", "", (("captions", ("A quay.", "")),))
    found, _ = settle([edit, edit, bare])
    assert found == {"captions": [{"text": "A boat.", "credit": "Jane Roe"}, {"text": "A quay."}]}


def test_the_date_that_lost_is_flagged_where_it_stood() -> None:
    raw = f" date 2023-06-18 \n\n{STORY}\n\nPublish : 2023-06-19 11:59:00"
    document = Pipeline.default().clean(raw)
    assert document.metadata["date"] == "2023-06-19T11:59:00"
    (flag,) = [flag for flag in document.flags if flag.rule == "header.corpus-stamp"]
    assert raw[flag.start : flag.end] == flag.before
    assert flag.before.strip() == "date 2023-06-18"
    assert "2023-06-19T11:59:00" in flag.evidence


HEADERS = {
    "header.dateline": (f"LISBON — {STORY}", "dateline", "Lisbon"),
    "header.title": (f"Ferry may sail between the islands\n\n{STORY}", "title", None),
    "header.byline": (f"By Jane Roe\n\n{STORY}", "byline", "Jane Roe"),
    "header.bare-date": (f"June 19, 2023\n\n{STORY}", "date", "2023-06-19"),
    "header.labelled-date": (f"{STORY}\n\nPublished: June 19, 2023", "date", "2023-06-19"),
    "header.source-label": (f"Reuters\n\n{STORY}", "source", "Reuters"),
}


SIGNED = {
    "By Jane Roe\nAP Ferry Writer / June 19, 2023": {
        "date": "2023-06-19",
        "byline": "Jane Roe, AP Ferry Writer",
    },
    "By: Correspondent": {},
    "Staff Writer\n\nJune 19, 2023": {"date": "2023-06-19"},
    "Oslo CNN —": {"dateline": "Oslo", "source": "CNN"},
}


@pytest.mark.parametrize("head", SIGNED)
def test_a_role_is_no_name_and_a_place_is_no_author(head: str) -> None:
    document = Pipeline.default().clean(f"{head}\n\n{STORY}")
    assert document.text == STORY
    assert document.metadata == SIGNED[head]
    assert not document.flags


@pytest.mark.parametrize("rule", HEADERS)
def test_with_keep_a_value_is_read_and_stays(rule: str) -> None:
    raw, key, value = HEADERS[rule]
    config = load_packs("news")
    settings = {**config.settings, rule: Setting(None, {"keep": True})}
    document = Pipeline(dataclasses.replace(config, settings=settings)).clean(raw)
    assert document.text == raw
    assert document.metadata[key] == (value or raw.split("\n")[0])
    assert len([edit for edit in document.edits if edit.rule == rule]) == 1
    assert not document.flags


def test_front_matter_that_is_there_wins() -> None:
    raw = f"---\ndateline: Porto\n---\n\nLISBON — {STORY}\n"
    document = Pipeline.default().clean(raw)
    assert document.render() == raw
    assert [flag.rule for flag in document.flags] == ["header.dateline"]


def test_a_stamp_wins_over_a_bare_date_that_is_weeks_away() -> None:
    stamp = moved("header.corpus-stamp", "date", "2019-03-24")
    bare = moved("header.bare-date", "date", "2023-06-19T08:00:00")
    found, conflicts = settle([bare, stamp])
    assert found == {"date": "2019-03-24"}
    assert [conflict.edit for conflict in conflicts] == [bare]
    near = moved("header.bare-date", "date", "2019-03-25")
    assert settle([near, stamp])[0] == {"date": "2019-03-25"}


def test_an_agency_under_two_names_is_no_conflict() -> None:
    edits = [
        moved("header.byline", "source", "Associated Press"),
        moved("header.dateline", "source", "AP"),
    ]
    assert settle(edits) == ({"source": "Associated Press"}, [])
    assert settle([*edits, moved("header.byline", "source", "AFP")])[1]


def test_what_a_signed_line_below_the_story_says_is_no_date_of_the_story() -> None:
    story = "The ferry between the two islands will sail again on Monday, the company said."
    document = Pipeline.default().clean(f"{story}\n\nPosted by Ines on June 19, 2023")
    assert document.text.strip() == story
    assert "date" not in document.metadata


SHOWN = {
    "Image Harbour pilots shake hands in Bergen, Norway, on Monday, June 19, 2023.": 6,
    "Image Comics writers shake hands in Bergen, Norway, on Monday, June 19, 2023.": 0,
}


@pytest.mark.parametrize("caption", SHOWN)
def test_a_caption_loses_the_label_that_is_glued_to_it(caption: str) -> None:
    document = Pipeline.default().clean(f"{STORY}\n\n{caption} Credit Jane Roe/Reuters\n\n{STORY}!")
    shown = [{"text": caption[SHOWN[caption] :], "credit": "Jane Roe/Reuters"}]
    assert document.metadata["captions"] == shown


@pytest.mark.parametrize(
    ("line", "metadata"),
    [
        ("Oct 14 (Reuters) - ", {"dateline": "Oct 14", "source": "Reuters"}),
        ("Oct 14, 2023 (Reuters) - ", {"date": "2023-10-14", "source": "Reuters"}),
        ("Beirut, Lebanon CNN — ", {"dateline": "Beirut, Lebanon", "source": "CNN"}),
        ("CNN — ", {"source": "CNN"}),
        (
            "LISBON, Tuesday, June 19, 2023 (AFP) – ",  # which was a Monday
            {"dateline": "Lisbon, Tuesday, June 19, 2023", "source": "AFP"},
        ),
    ],
)
def test_a_dateline_loses_nothing(line: str, metadata: dict[str, str]) -> None:
    story = "Fishermen mended their nets in the harbour of the town, and their mayor was there."
    document = Pipeline.default().clean(line + story)
    assert dict(document.metadata) == metadata
    assert document.text == story


ZONED = {
    "header.labelled-date": "Published: June 19, 2023, 8:15 AM IST",
    "header.bare-date": "June 19, 2023 8:15 AM IST",
    "header.byline": "By Jane Roe, June 19, 2023 8:15 AM IST",
}


@pytest.mark.parametrize("rule", ZONED)
@pytest.mark.parametrize(
    ("ist", "offset"), [("india", "+05:30"), ("israel", "+02:00"), ("ireland", "+01:00")]
)
def test_whose_time_is_meant_is_an_option(rule: str, ist: str, offset: str) -> None:
    rules = parse(f"version: 1\nrules: {{{rule}: {{ist: {ist}}}}}\n", "rules.yaml")
    found = Pipeline(rules).clean(f"{ZONED[rule]}\n\n{STORY}").metadata
    assert found["date"] == f"2023-06-19T08:15:00{offset}"


def test_a_label_below_the_story_means_the_same_zone_and_others_stay() -> None:
    rules = parse("version: 1\nrules: {header.labelled-date: {ist: israel}}\n", "rules.yaml")
    meant = Pipeline(rules)
    raw = f"{STORY}\n\nPublished: June 19, 2023, 8:15 AM {{}}"
    assert meant.clean(raw.format("IST")).metadata == {"date": "2023-06-19T08:15:00+02:00"}
    assert meant.clean(raw.format("+0530")).metadata == {"date": "2023-06-19T08:15:00+05:30"}
    assert meant.clean(raw.format("ET")).metadata == {"date": "2023-06-19T08:15:00-04:00"}
