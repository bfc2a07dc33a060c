"""Captions and photo credits that stand in the flow of the story."""

from __future__ import annotations

from cleaner.passes.caption.credited import above_headline, credit_line, credited, inner_credit
from cleaner.passes.caption.labelled import file_name, labelled, no_credit, told
from cleaner.reading.torn import leave_torn
from cleaner.rule import Pass

RULES = (above_headline, credited, credit_line, file_name, labelled, told, no_credit, inner_credit)
PASS = Pass("caption", tuple(map(leave_torn, RULES)))
