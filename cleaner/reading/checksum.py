"""Check digits: what tells a card, an account or a person's number from any other number.

Each function takes digits alone, without what stands between them.
"""

from __future__ import annotations

from collections.abc import Sequence

LUHN_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
"""The sum of the digits of twice a digit."""

VERHOEFF_TURN = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)
"""The permutation of Verhoeff, applied once for each place from the right."""

ITALIAN_ODD = dict(
    zip(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        (
            *(1, 0, 5, 7, 9, 13, 15, 17, 19, 21),
            *(1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25),
            *(24, 23),
        ),
        strict=True,
    )
)
"""What a character of a codice fiscale counts at the first, third, fifth … place."""


def has_luhn(digits: str) -> bool:
    """Tell whether digits have the check digit of ISO/IEC 7812 (cards, Canada, Sweden)."""
    numbers = [int(digit) for digit in reversed(digits)]
    return (sum(numbers[::2]) + sum(LUHN_DOUBLED[each] for each in numbers[1::2])) % 10 == 0


def has_mod_97(account: str) -> bool:
    """Tell whether an IBAN has the check digits of ISO 7064, mod 97-10."""
    moved = account[4:] + account[:4]
    return int("".join(str(int(char, 36)) for char in moved)) % 97 == 1


def has_verhoeff(digits: str) -> bool:
    """Tell whether digits have the check digit of Verhoeff (India)."""
    check = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit)
        for _ in range(place % 8):
            value = VERHOEFF_TURN[value]
        check = _in_dihedral_group(check, value)
    return check == 0


def _in_dihedral_group(one: int, other: int) -> int:
    """Multiply two symmetries of a pentagon: turns are 0 to 4, reflections 5 to 9."""
    if one < 5:
        return (one + other) % 5 if other < 5 else (one + other - 5) % 5 + 5
    return (one - other) % 5 + 5 if other < 5 else (one - other) % 5


def weigh(digits: str, weights: Sequence[int]) -> int:
    """Return the sum of the first digits, each times its weight."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))


def has_italian_letter(code: str) -> bool:
    """Tell whether a codice fiscale of 16 characters ends in the letter that the others give."""
    odd = sum(ITALIAN_ODD[char] for char in code[:15:2])
    even = sum(int(char) if char.isdigit() else ord(char) - ord("A") for char in code[1:15:2])
    return (odd + even) % 26 == ord(code[15]) - ord("A")
