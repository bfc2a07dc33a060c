"""Lines above a story: what each of them says, in the one form of the front matter."""

from __future__ import annotations

import pytest

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
    "3 hours ago": {},
    "vor 3 Stunden": {},
}
DOUBTS = {
    "Local News | 19 June 2023": "not understood: Local News",
    "Skip Navigation | 19 June 2023": "not understood: Skip Navigation",
    "By Ines Tarrow | The Quay": "not understood: The Quay",
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
]


@pytest.mark.parametrize(("line", "moved"), READ.items())
def test_a_line_is_read(line: str, moved: dict[str, str]) -> None:
    reading = read(line)
    assert reading
    assert not reading.doubt
    assert dict(reading.moved) == moved


@pytest.mark.parametrize(("line", "doubt"), DOUBTS.items())
def test_a_line_in_doubt_gives_nothing(line: str, doubt: str) -> None:
    reading = read(line)
    assert reading
    assert (reading.doubt, reading.moved) == (doubt, ())


@pytest.mark.parametrize("line", NOT_READ)
def test_another_line_is_not_read(line: str) -> None:
    assert read(line) is None
