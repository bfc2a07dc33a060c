"""Lines above a story: what each of them says, in the one form of the front matter."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from cleaner.reading import label, published
from cleaner.reading.imprint import read

READ = {
    "By INES TARROW, Associated Press": {"byline": "Ines Tarrow", "source": "Associated Press"},
    "By INES TARROW and LEA MCDONALD": {"byline": "Ines Tarrow and Lea McDonald"},
    "Ines Tarrow, and Lea Odell, USA TODAY": {
        "byline": "Ines Tarrow and Lea Odell",
        "source": "USA TODAY",
    },
    "By JAN DE VRIES": {"byline": "Jan de Vries"},
    "By June Tarrow June 19, 2023": {"byline": "June Tarrow", "date": "2023-06-19"},
    "By Ines Tarrow for The Quay": {"byline": "Ines Tarrow", "source": "The Quay"},
    "By Ines Tarrow in Oslo": {"byline": "Ines Tarrow in Oslo"},
    "Our Correspondent": {"byline": "Our Correspondent"},
    "Ines Tarrow, Staff Writer": {"byline": "Ines Tarrow, Staff Writer"},
    "By Ines TarrowStaff Writer": {"byline": "Ines Tarrow, Staff Writer"},
    "By Ines McTarrow Health reporter, The Quay": {
        "byline": "Ines McTarrow, Health reporter, The Quay"
    },
    "By The Quay Sports Editor": {"byline": "The Quay Sports Editor"},
    "Ines Tarrow | Staff Writer | 19 June 2023": {
        "byline": "Ines Tarrow, Staff Writer",
        "date": "2023-06-19",
    },
    "Ines Tarrow | 19 June 2023": {"byline": "Ines Tarrow", "date": "2023-06-19"},
    "PTI | New Delhi": {"source": "PTI", "dateline": "New Delhi"},
    "Published: 9:58AM Monday June 19, 2023 Source: Reuters": {
        "date": "2023-06-19T09:58:00",
        "source": "Reuters",
    },
    "2023-06-19 14:05 来源：半月谈": {"date": "2023-06-19T14:05:00", "source": "半月谈"},
    "Posted in Herons by Ines Tarrow on June 19, 2023": {
        "date": "2023-06-19",
        "byline": "Ines Tarrow",
    },
    "Last edited by a moderator June 19, 2023": {"updated": "2023-06-19"},
    "Published: 19.06.202319.06.2023": {"date": "2023-06-19"},
    "Posted on June 19, 2023June 20, 2023Author Ines TarrowCategories Herons, Quay": {
        "date": "2023-06-20",
        "byline": "Ines Tarrow",
    },
    "Posted by Ines Tarrow Jun 19th, 2023 2:05 pm herons": {
        "date": "2023-06-19T14:05:00",
        "byline": "Ines Tarrow",
    },
    "(quaynews) Erstellt am 19.06.2023, 14:05": {
        "date": "2023-06-19T14:05:00",
        "source": "quaynews",
    },
    "Datum: 19.06.2023, Rubrik: Herons": {"date": "2023-06-19"},
    "page revision: 8, last edited: 19 Jun 2023 14:05": {"updated": "2023-06-19T14:05:00"},
    "Ein Artikel von Ines Tarrow, veröffentlicht am 19.06.2023": {
        "byline": "Ines Tarrow",
        "date": "2023-06-19",
    },
    "Por Ines Tarrow Publicado Jun 19, 2023 1 0": {"byline": "Ines Tarrow", "date": "2023-06-19"},
    "19 June 2023 Last updated at 02:29 GMT": {
        "date": "2023-06-19",
        "updated": "2023-06-19T02:29:00+00:00",
    },
    "June 19, 2023 -- Updated 2011 GMT (0411 HKT)": {
        "date": "2023-06-19",
        "updated": "2023-06-19T20:11:00+00:00",
    },
    "india Updated: June 19, 2023": {"updated": "2023-06-19"},
    "Oslo | Posted on June 19, 2023": {"dateline": "Oslo", "date": "2023-06-19"},
    "2:51pm Monday 19th June 2023 in News": {"date": "2023-06-19T14:51:00"},
    "Von Miller | June 19, 2023": {"date": "2023-06-19", "byline": "Von Miller"},
    "11.05.2023, 10:22 von herondrei": {"date": "2023-05-11T10:22:00", "byline": "herondrei"},
    "Posted on: June 19, 2023 3:00 AM, by Orac": {
        "date": "2023-06-19T03:00:00",
        "byline": "Orac",
    },
    "By Ines de la Tarrow": {"byline": "Ines de la Tarrow"},
    "By INES DE LA TARROW": {"byline": "Ines de la Tarrow"},
    "By Ines Tarrow, MD, Ph.D.": {"byline": "Ines Tarrow, MD, Ph.D."},
    "By Ines Tarrow @inestarrow": {"byline": "Ines Tarrow @inestarrow"},
    "By INES TARROW quay11.com": {"byline": "Ines Tarrow", "source": "quay11.com"},
    "By Ines A. Odell , Lea S.A. Roe, Chien-Ming Wu, and Tom Tarrow, CNN": {
        "byline": "Ines A. Odell, Lea S.A. Roe, Chien-Ming Wu, and Tom Tarrow",
        "source": "CNN",
    },
    "By Ines Tarrow and Amir S. Odell24 comments": {"byline": "Ines Tarrow and Amir S. Odell"},
    "By Ines Tarrow | Health & Medicine": {"byline": "Ines Tarrow"},
    "By Ines Tarrow, Quay Times / For the Harbour blog": {"byline": "Ines Tarrow, Quay Times"},
    "By Ines Tarrow And Amir Odell, Quay News January 17, 2012 2:23 AM": {
        "byline": "Ines Tarrow and Amir Odell, Quay News",
        "date": "2012-01-17T02:23:00",
    },
    "By Ines Tarrow, Quay Sun; With a file from the Halden Herald January 17, 2012": {
        "byline": "Ines Tarrow, Quay Sun; With a file from the Halden Herald",
        "date": "2012-01-17",
    },
    "Exclusive by Ines Tarrow, Daily Quay 16/01/2012": {
        "byline": "Ines Tarrow, Daily Quay",
        "date": "2012-01-16",
    },
    "Jane Tarrow Tuesday, January 17, 2012": {"byline": "Jane Tarrow", "date": "2012-01-17"},
    "Ian Tarrow Jan 11, 2012 – 8:35 PM ET": {
        "byline": "Ian Tarrow",
        "date": "2012-01-11T20:35:00-05:00",
    },
    "Jane Tarrow Monday, February 29, 2016 @ 11:10 PM UTC": {
        "byline": "Jane Tarrow",
        "date": "2016-02-29T23:10:00+00:00",
    },
    "Agencies : London, Mon Jan 16 2012, 14:12 hrs": {
        "byline": "Agencies",
        "dateline": "London",
        "date": "2012-01-16T14:12:00",
    },
    "Jane Tarrow : New Delhi, Mon Jan 16 2012": {
        "byline": "Jane Tarrow",
        "dateline": "New Delhi",
        "date": "2012-01-16",
    },
    "PTI: Mumbai, Mon Jan 16 2012": {"source": "PTI", "dateline": "Mumbai", "date": "2012-01-16"},
    "MUMBAI, January 17, 2012": {"dateline": "Mumbai", "date": "2012-01-17"},
    "Quayshire | Posted on Jan 17, 2012 at 01:24pm IST": {"date": "2012-01-17T13:24:00+05:30"},
    "Harbour News | Posted on Jan 17, 2012": {"date": "2012-01-17"},
    "Jan 16, 2012 - 20 hours ago in World": {"date": "2012-01-16"},
    "By Quay Correspondent | Place: Bangalore": {
        "byline": "Quay Correspondent",
        "dateline": "Bangalore",
    },
    "Article By: Ines Tarrow": {"byline": "Ines Tarrow"},
    "Curator: Ines Tarrow": {"byline": "Ines Tarrow"},
    "By / Quay News Staff": {"byline": "Quay News Staff"},
    "By Ines Tarrow | NJ Quay Media": {"byline": "Ines Tarrow", "source": "NJ Quay Media"},
    "By Ines Tarrow | NJ Quay Media for quay.com": {
        "byline": "Ines Tarrow",
        "source": "NJ Quay Media",
    },
    "Ines Tarrow | Contributing Writer": {"byline": "Ines Tarrow, Contributing Writer"},
    "Ines deTarrow | Contributing Writer | 5 days ago": {
        "byline": "Ines deTarrow, Contributing Writer"
    },
    "Ines Tarrow, The West Quay December 14, 2011, 1:38 pm": {
        "byline": "Ines Tarrow",
        "source": "The West Quay",
        "date": "2011-12-14T13:38:00",
    },
    "By Ines Tarrow, MD, Quay.com Guide January 12, 2012": {
        "byline": "Ines Tarrow, MD, Quay.com Guide",
        "date": "2012-01-12",
    },
    "QuayPost June 19, 2023": {"source": "QuayPost", "date": "2023-06-19"},
    "Today is June 19, 2023": {},
    "3 hours ago": {},
    "vor 3 Stunden": {},
}
DOUBTS = {
    "Local News | 19 June 2023": "not understood: Local News",
    "Opinion | June 19, 2023": "not understood: Opinion",
    "(Opinion) Published June 19, 2023": "not understood: (Opinion)",
    "Live updates: June 19, 2023": "not understood: Live",
    "Heron Published: June 19, 2023": "not understood: Heron",
    "June 19, 2023 – June 23, 2023": "one day after another",
    "( quay.example ) | Stand: 11/01/2021, 05:00": "may be 2021-01-11 or 2021-11-01",
    "Skip Navigation | 19 June 2023": "not understood: Skip Navigation",
    "By Ines Tarrow | The Quay": "not understood: The Quay",
    "By Ines Tarrow | Quay Press herons": "not understood: Quay Press herons",
    "By Ines Tarrow | Place: the quay": "not understood: Place: the quay",
    "By Ines Tarrow | Heron & Quay": "not understood: Heron & Quay",
    "Herons wait at the quay | Posted on Jan 17, 2012": "not understood: Herons wait at the quay",
    "Quayshire | Posted 11/01/2012": "may be 2012-01-11 or 2012-11-01",
    "Quayshire – Posted on Jan 17, 2012": "not understood: Quayshire",
    "Posted on Jan 17, 2012 | Quayshire": "not understood: Quayshire",
    "Updated: June 19": "no year is named",
    "Published: 5/6/2023": "may be 2023-06-05 or 2023-05-06",
}
NOT_READ = [
    "Ferry between two islands sails again",
    "Ines Tarrow, editor of The Quay, leaves",
    "By Popular Demand",
    "Update: herons wait at the quay",
    "Night market closes early from June 19, 2023",
    "“June 19, 2023”",
    "Stand by: the ferry is late",
    "Data: 3,000 herons",
    "Our Team",
    "By June 19, 2023",
    "By Friday, January 17, 2012 had become a date to remember",
    "By Friday, January 17, 2012, all was over",
    "By design, the ferry leaves late",
    "By A Heron",
    "By Ines Tarrow and the sea",
    "By Ines Tarrow, who sailed with them",
    "By Ines Tarrow quay",
    "By Ines Tarrow @ the quay",
    "Exclusive by nature, the club lets in few",
    "Exclusive: ferry sold by Ines Tarrow, 16/01/2012",
    "Photo by Ines Tarrow, Daily Quay 16/01/2012",
    "By Ines Tarrow, Quay.com herons",
    "By / the quay",
    "Article by the sea",
    "Curator Ines Tarrow",
    "Curator: the herons",
    "Ines Tarrow | Herons",
    "The New Ferry | Editor",
    "Ines Tarrow, The Hague December 14, 2011, 1:38 pm",
    "Ines Tarrow, The West Quay December 14, 2011",
    "Heron Festival, The West Quay December 14, 2011, 1:38 pm",
    "Herons June 19, 2023",
    "McTarrow June 19, 2023",
    "QuayPost opens on June 19, 2023",
    "Heron Festival Saturday, June 17, 2023",
    "London Marathon Sunday, April 23, 2023",
    "Virginia Primary Tuesday, June 20, 2017",
    "Rose Parade Monday, January 2, 2012",
    "Rose Bowl Monday, January 2, 2012 5 PM",
    "Ferry Sinks Tuesday, January 17, 2012",
    "Jane Tarrow January 17, 2012",
    "Jane Tarrow on Tuesday, January 17, 2012",
    "Jane Tarrow, Tuesday, January 17, 2012",
    "Jane Tarrow Died Tuesday, January 17, 2012",
    "Jane Tarrow's Day Tuesday, January 17, 2012",
    "Herons : London, Mon Jan 16 2012",
    "The Fall : London, Mon Jan 16 2012",
    "Heron watch: London, Mon Jan 16 2012",
    "London, January 17, 2012: a day to remember",
    "Herons, January 17, 2012",
    "With a file from the Halden Herald",
    "For the Harbour blog",
    "Place: Bangalore",
    "20 hours ago in Heron Bay",
    "June 19, 2023 by the numbers",
    "June 19, 2023 by ferry",
    "19 June 2023 in Sport",
    "19 June 2023 in Pictures",
    "Published in 2019, the book sold 3,000 copies",
    "Updated figures for June 2023 show a fall",
    "Created in 2019: the new harbour board",
    "Posted: No parking after June 19, 2023",
    "Filed: 3 lawsuits on June 19, 2023",
    "Reviewed: Harbour Nights, June 19, 2023",
    "Start date June 19, 2023",
    "Termin: 19.06.2023",
    "Stand 3. Liga 2023",
    "Standing at 19.06.2023",
    "Publishing house of 2023: The Quay",
    "Available online: 2023 herons",
    "Nato il 19 giugno 2023",
    "Date 24 June",
    "Today is a good day",
    "Yesterday",
    "1,234 views",
    "Von Ines Tarrow",
]


@pytest.mark.parametrize(("line", "moved"), READ.items())
def test_a_line_is_read(line: str, moved: dict[str, str]) -> None:
    reading = read(line)
    assert reading
    assert not reading.doubt
    assert dict(reading.moved) == moved


PRINTED = yaml.safe_load((Path(__file__).parent / "imprints.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("line", "moved"), PRINTED.items())
def test_a_line_as_sites_print_it_is_read(line: str, moved: dict[str, str]) -> None:
    reading = read(line)
    assert reading
    assert not reading.doubt
    assert dict(reading.moved) == moved


@pytest.mark.parametrize("form", ["{} 19.06.2023", "{}: 19.06.2023, 14:05"])
@pytest.mark.parametrize(
    ("key", "table"), [("date", published.PUBLISHED), ("updated", published.UPDATED)]
)
def test_every_label_of_the_table_is_read(key: str, table: dict[str, str], form: str) -> None:
    phrases = {
        phrase.strip().rstrip(":") if ":" in form else phrase
        for each in table.values()
        for phrase in each.split("|")
    }
    for phrase in phrases:
        text = form.format(phrase)
        titled = " ".join(word.capitalize() for word in text.split(" "))
        for line in (text, text.capitalize(), titled, text.upper()):
            found = label.match(line)
            assert found and found.key == key, line
            reading = read(line)
            assert reading and [name for name, _ in reading.moved] == [key], line


@pytest.mark.parametrize(("line", "doubt"), DOUBTS.items())
def test_a_line_in_doubt_gives_nothing(line: str, doubt: str) -> None:
    reading = read(line)
    assert reading
    assert (reading.doubt, reading.moved) == (doubt, ())


@pytest.mark.parametrize("line", NOT_READ)
def test_another_line_is_not_read(line: str) -> None:
    assert read(line) is None
