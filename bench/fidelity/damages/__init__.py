"""The classes of damage: the only list."""

from __future__ import annotations

from bench.fidelity.damages import character, date, furniture, layout, possessive, punctuation

CLASSES = (
    *possessive.CLASSES,
    *punctuation.CLASSES,
    *date.CLASSES,
    *character.CLASSES,
    *layout.CLASSES,
    *furniture.CLASSES,
)
