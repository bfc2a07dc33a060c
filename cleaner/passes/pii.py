"""What tells who somebody is, or how to reach them: a placeholder is written in its place.

All rules are off but in the packs `pii` and `ml`. What is evidence here is told without the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network

from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.pattern import late
from cleaner.reading.checksum import has_luhn, has_mod_97
from cleaner.reading.national_id import find_ids
from cleaner.reading.phone import find_phones
from cleaner.reading.reference import find_numbers, is_in_address, is_reference
from cleaner.rule import Pass, rule
from cleaner.text import Text

NUMBER = Gate.fact("number_lines")

AT = r"(?:@| ?[(\[](?:at|AT)[)\]] ?)"
DOT = r"(?:\.| ?[(\[](?:dot|DOT)[)\]] ?)"
LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
SMALL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
EMAIL_RE = late(
    rf"(?<![\w@.+%-])\w[\w.+%'-]{{0,63}}{AT}"
    rf"(?:(?:{SMALL}{DOT}){{1,5}}[a-z]{{2,24}}(?![\w-])|(?:{LABEL}{DOT}){{1,5}}[^\W\d_]{{2,24}}(?![\w-]))"
)
FILE_RE = late(r"\.(?:avif|gif|jpe?g|pdf|png|svg|webp)$", re.IGNORECASE)


def _mask(found: Iterable[tuple[int, int, str]], text: str, placeholder: str) -> Iterator[Proposal]:
    """Propose a placeholder for what was found, the longer of what overlaps.

    Where the placeholder itself looks like what it stands for, it is left.
    """
    last_end = 0
    for start, end, evidence in sorted(found, key=lambda each: (each[0], -each[1])):
        if start >= last_end and not (placeholder and placeholder in text[start:end]):
            last_end = end
            yield Proposal(start, end, placeholder, evidence)


@rule("pii.email", gate=Gate.any("@", "(at)", "[at]", "(AT)", "[AT]"), state="off")
def email(text: Text, *, placeholder: str = "[EMAIL]") -> Iterator[Proposal]:
    """An e-mail address.

    Why: it reaches a person, and stands in lines that no rule for furniture knows.
    Before: ``Write to ann.roe@news.example or ann (at) news.example.``
    After: ``Write to [EMAIL] or [EMAIL].``
    Keeps: ``@annroe``; ``logo@2x.png``; ``10 pm @ the pier``
    """
    found = (
        (*match.span(), "an @ between a name and a domain")
        for match in EMAIL_RE.finditer(text)
        if not FILE_RE.search(match[0])
    )
    return _mask(found, text, placeholder)


IPV4_RE = late(r"(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)")
IPV6_RE = late(r"(?<![\w:.])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![\w:])")
GROUP_RE = late(r":[0-9A-Fa-f]{0,4}:")
INSIDE = tuple(
    map(
        IPv4Network,
        "0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.168.0.0/16 "
        "224.0.0.0/3".split(),
    )
)
"""Networks that many have: an address in them leads to nobody."""

UNIQUE_LOCAL = IPv6Network("fc00::/7")
MIN_GROUPS = 3
"""So many a shortened address shows, and so long is one of them: `::1` and hours are none."""


@rule("pii.ip-address", gate=Gate.any(".", ":"), state="off")
def ip_address(text: Text, *, placeholder: str = "[IP]") -> Iterator[Proposal]:
    """An address of the internet protocol, version 4 or 6.

    Why: it leads to a household; logs and forums are full of them.
    Before: ``The edit came from 198.51.100.24.``
    After: ``The edit came from [IP].``
    Keeps: ``192.168.0.1`` and others of private networks; ``version 10.4.12.1``; ``8.8.8.8``, and
        ``1.2.3.4``, which is a section; ``10:30:45``
    """
    return _mask([*_ipv4(text), *_ipv6(text)], text, placeholder)


def _ipv4(text: Text) -> Iterator[tuple[int, int, str]]:
    for match in find_numbers(IPV4_RE, text):
        parts = match[0].split(".")
        if any(int(part) > 255 or part != str(int(part)) for part in parts):
            continue
        if max(map(len, parts)) == 1 or is_reference(text, match.start()):
            continue
        if not any(IPv4Address(match[0]) in network for network in INSIDE):
            yield *match.span(), "four numbers up to 255"


def _ipv6(text: str) -> Iterator[tuple[int, int, str]]:
    if not GROUP_RE.search(text):
        return
    for match in IPV6_RE.finditer(text):
        groups = [group for group in match[0].split(":") if group]
        if len(groups) < MIN_GROUPS or max(map(len, groups)) < MIN_GROUPS:
            continue
        try:
            address = IPv6Address(match[0])
        except AddressValueError:
            continue
        if not (address.is_link_local or address in UNIQUE_LOCAL):
            yield *match.span(), "groups of an IPv6 address"


@rule("pii.iban", gate=NUMBER, state="off")
def iban(text: Text, *, placeholder: str = "[IBAN]") -> Iterator[Proposal]:
    """An international bank account number whose check digits are right.

    Why: money can be drawn from it.
    Before: ``Donations go to GB82 WEST 1234 5698 7654 32.``
    After: ``Donations go to [IBAN].``
    Keeps: numbers of another length than their country's; those whose check digits are wrong
    """
    return _mask(_ibans(text), text, placeholder)


IBAN_START_RE = late(r"(?<![^\W_])[A-Z]{2}\d{2}(?=[ -]?[A-Z0-9]{4})")
IBAN_REST_RE = late(r"[ -]?[A-Z0-9]")
IBAN_LENGTHS = {
    each[:2]: int(each[2:])
    for each in (
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 "
        "EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 "
        "IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 "
        "NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SD18 SE24 SI19 SK24 SM27 ST25 SV28 "
        "TL23 TN24 TR26 UA29 VA22 VG24 XK20"
    ).split()
}
"""How many characters the accounts of a country have: the registry of IBAN, ISO 13616."""


def _ibans(text: Text) -> Iterator[tuple[int, int, str]]:
    for match in find_numbers(IBAN_START_RE, text):
        size, end = IBAN_LENGTHS.get(match[0][:2], 0), match.end()
        for _ in range(size - len(match[0])):
            found = IBAN_REST_RE.match(text, end)
            end = found.end() if found else len(text) + 1
            if not found:
                break
        if not size or end > len(text) or text[end : end + 1].isalnum():
            continue
        account = re.sub("[ -]", "", text[match.start() : end])
        if has_mod_97(account):
            yield match.start(), end, "its length and check digits, mod 97"


CARD_RE = late(
    r"(?<![\w.,/:=#+-])(?:\d{4}([ -])\d{4}\1\d{4}\1\d{4}|3\d{3}([ -])\d{6}\2\d{4,5}|\d{14,19})"
    r"(?![\w]|[.,:/-]\d)"
)
ISSUER_RE = late(
    r"4\d{15}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}"
    r"|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14,17}"
)


@rule("pii.payment-card", gate=NUMBER, state="off")
def payment_card(text: Text, *, placeholder: str = "[CARD]") -> Iterator[Proposal]:
    """The number of a credit or debit card: an issuer's first digits, and Luhn's check digit.

    Why: money can be drawn from it.
    Before: ``The card 4111 1111 1111 1111 was used.``
    After: ``The card [CARD] was used.``
    Keeps: numbers whose check digit is wrong; those in addresses of the web, and after ``article
        id``, ``tracking number`` or ``ISBN``
    """
    return _mask(_cards(text), text, placeholder)


def _cards(text: Text) -> Iterator[tuple[int, int, str]]:
    for match in find_numbers(CARD_RE, text):
        digits = re.sub("[ -]", "", match[0])
        if not ISSUER_RE.fullmatch(digits) or not has_luhn(digits):
            continue
        if not is_reference(text, match.start()) and not is_in_address(text, *match.span()):
            yield *match.span(), "an issuer's first digits, and Luhn's check digit"


SSN_RE = late(r"(?<![\w./:=#+-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w]|[.,:/-]\d)")


@rule("pii.us-ssn", gate=NUMBER, state="off")
def us_ssn(text: Text, *, placeholder: str = "[SSN]") -> Iterator[Proposal]:
    """A number of the social security of the United States, as it is written there.

    Why: it opens accounts in another's name. It has no check digit.
    Before: ``under the number 219-09-9999``
    After: ``under the number [SSN]``
    Keeps: numbers that are never given out (``000-…``, ``666-…``, ``9…``); ``Case 219-09-9999``
    """
    found = (
        (*match.span(), "three, two and four digits")
        for match in find_numbers(SSN_RE, text)
        if not is_reference(text, match.start())
    )
    return _mask(found, text, placeholder)


@rule("pii.national-id", gate=NUMBER, state="off")
def national_id(text: Text, *, placeholder: str = "[ID]") -> Iterator[Proposal]:
    """A number that a state gave to a person, in the form of one of thirteen countries.

    Why: it opens accounts in another's name. Where a form has no check digit, or but one of ten,
        a word before it has to name it (``Aadhaar``, ``PESEL``, ``SIN``).
    Before: ``DNI 12345678Z``
    After: ``DNI [ID]``
    Keeps: numbers whose check digit or letter is wrong, and such as nothing names
    """
    found = ((start, end, f"{country}: as written there") for start, end, country in find_ids(text))
    return _mask(found, text, placeholder)


@rule("pii.phone", gate=NUMBER, state="off")
def phone(text: Text, *, placeholder: str = "[PHONE]") -> Iterator[Proposal]:
    """A telephone number: with a country's or an area's code, or after a word for it.

    Why: it reaches a person.
    Before: ``Call the pier on 01632 960 123 or +1 202 555 0134.``
    After: ``Call the pier on [PHONE] or [PHONE].``
    Keeps: scores, days, years, prices, versions; ``article 202-555-0134``; numbers in addresses of
        the web; ``911``; ``1-800-GO-BOATS``
    """
    return _mask(find_phones(text), text, placeholder)


PASS = Pass(
    "pii",  # the surer before: what has a check digit is not taken for a telephone number
    (email, ip_address, iban, payment_card, us_ssn, national_id, phone),
)
