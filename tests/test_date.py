"""Dates as pages write them, and what they are in ISO 8601."""

from __future__ import annotations

import pytest

from cleaner.reading.date import read

READ = {
    "June 19, 2023": "2023-06-19",
    "19 June 2023": "2023-06-19",
    "Jun 20, 2023": "2023-06-20",
    "Friday, August 25, 2023": "2023-08-25",
    "June 19, 2023, 4:22 AM": "2023-06-19T04:22:00",
    "August 25, 2023 | 7:42 am": "2023-08-25T07:42:00",
    "24 May 2023, 08:15": "2023-05-24T08:15:00",
    "2023-05-04 19:43": "2023-05-04T19:43:00",
    "2023-06-09 16:52:32": "2023-06-09T16:52:32",
    "2023-06-19T11:59:00": "2023-06-19T11:59:00",
    "2023-06-19T11:59:00Z": "2023-06-19T11:59:00+00:00",
    "Thursday, 8th September 2022, 6:47 pm": "2022-09-08T18:47:00",
    "Thursday , October 6 2022": "2022-10-06",
    "Tuesday ,29 May 2012": "2012-05-29",
    "- 25 May, 2023 - 06:16": "2023-05-25T06:16:00",
    "Mar 24, 2019, at 04:07 pm": "2019-03-24T16:07:00",
    "16:40, June 19, 2023": "2023-06-19T16:40:00",
    "19 December 2022 at 5:15pm": "2022-12-19T17:15:00",
    "June 3, 20194:10 pm": "2019-06-03T16:10:00",
    "21/05/2020 16h05": "2020-05-21T16:05:00",
    "15.04.2004": "2004-04-15",
    "(13/11/2022)": "2022-11-13",
    "Montag, 6. November 2023": "2023-11-06",
    "Freitag, 06.07.2018, 10:29": "2018-07-06T10:29:00",
    "31. Oktober 2023": "2023-10-31",
    "31 OKTOBER 2023": "2023-10-31",
    "3 MÄRZ 2023": "2023-03-03",
    "6 de noviembre de 2023": "2023-11-06",
}
ZONES = {
    "May 10, 2023 19:10 IST": "2023-05-10T19:10:00+05:30",
    "16:14 JST, November 17, 2022": "2022-11-17T16:14:00+09:00",
    "Wed 24 May 2023 05.27 EDT": "2023-05-24T05:27:00-04:00",
    "December 30, 2022 — 06:20 pm EST": "2022-12-30T18:20:00-05:00",
    "Sun, 20 Sep 2020 12:51:02 +0530": "2020-09-20T12:51:02+05:30",
    "20 Sep 2020 12:51 GMT+8": "2020-09-20T12:51:00+08:00",
    "June 1, 2023 3:27 PM ET": "2023-06-01T15:27:00-04:00",
    "3:27 PM ET, Sun January 1, 2023": "2023-01-01T15:27:00-05:00",
    "March 12, 2006 3:27 PM ET": "2006-03-12T15:27:00-05:00",
    "March 12, 2023 3:27 PM ET": "2023-03-12T15:27:00-04:00",
    "November 5, 2023 3:27 PM ET": "2023-11-05T15:27:00-05:00",
    "November 4, 2023 3:27 PM CT": "2023-11-04T15:27:00-05:00",
    "July 1, 2023 3:27 PM PT": "2023-07-01T15:27:00-07:00",
    "Thursday, February 4, 2021, 06:12 pm PT (09:12 pm ET)": "2021-02-04T18:12:00-08:00",
}
DOUBTS = {
    "5/6/2023": "may be 2023-06-05 or 2023-05-06",
    "Monday, June 20, 2023": "2023-06-20 was no Monday",
    "June 31, 2023": "no such date",
    "June 3, 2023, 27:10": "no such time",
}
NO_DATES = [
    "",
    "June",
    "24 June",
    "Python 2.7.13 was released",
    "June 19, 2023 was a Monday",
    "19 June 2023 and after",
    "2023",
    "June 19, 2023, 4:22 XYZ",
    "158-23-2012",
    "Room 19, 2023 metres up",
    "APRİL 5, 2023",
    "Aprıl 5, 2023",
    "Auguſt 5, 2023",
    "FRİDAY, May 5, 2023",
]


@pytest.mark.parametrize(("text", "value"), (READ | ZONES).items())
def test_a_date_is_read(text: str, value: str) -> None:
    reading = read(text)
    assert reading
    assert reading.value == value


@pytest.mark.parametrize(("text", "doubt"), DOUBTS.items())
def test_a_doubt_is_said(text: str, doubt: str) -> None:
    reading = read(text)
    assert reading
    assert (reading.value, reading.doubt) == ("", doubt)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert read(text) is None


def test_the_weekday_settles_day_and_month() -> None:
    assert read("Friday (8/10/2021)") == ("2021-10-08", "")
    assert read("Tuesday 10/8/2021") == ("2021-08-10", "")


def test_the_order_settles_day_and_month() -> None:
    assert read("5/6/2023", "dmy") == ("2023-06-05", "")
    assert read("5/6/2023", "mdy") == ("2023-05-06", "")
