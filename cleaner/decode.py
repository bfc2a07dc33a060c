"""Bytes to text: the only place that sees bytes.

What comes out gives the very same bytes when it is encoded again; where that cannot be had, or
where more than one encoding would do, the document is refused: a wrong guess makes text worse.
"""

from __future__ import annotations

import codecs
import re

from cleaner.charset import guess_charset
from cleaner.document import Source
from cleaner.errors import DecodeError
from cleaner.notation import is_json

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"%!PS", "a PostScript file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a zip archive or an Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstandard file"),
    (b"\x7fELF", "a program"),
)

JSON = "JSON, which would be spoilt as one; records go one a line into a file that ends in .jsonl"

CONTROL_BYTES = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
CONTROL_RE = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
MAX_CONTROL_SHARE = 0.1

DECLARED_RE = re.compile(rb"\b(?:charset|encoding)\s*=\s*[\"']?([A-Za-z][\w.:-]+)", re.IGNORECASE)
DECLARED_WITHIN = 1024
"""Bytes; where HTML and XML must have declared their encoding."""

UTF8_SEQUENCE_RE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
MIN_UTF8_SHARE, MIN_UTF8_SHARE_AMONG_ASCII = 0.8, 0.2
"""Of all bytes beyond ASCII: from here on a text is UTF-8 with damage, and not something else.

Japanese in EUC-JP has half of its bytes in what could be UTF-8; Latin letters
in a legacy encoding have next to none.
"""


def decode(raw: bytes, name: str = "") -> Source:
    """Decode the bytes of one document; a byte order mark stays, as its first character.

    Raises DecodeError for bytes that are no text, or whose encoding cannot be told.
    """
    source = _source(raw, name)
    if is_json(source.text):
        raise DecodeError(f"not text; {JSON}")
    return source


def _source(raw: bytes, name: str) -> Source:
    if b"\0" not in raw:
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            return _decode_legacy(raw, name, error.start)
        _refuse_binary(raw)
        return Source(name, text, "utf-8", "valid UTF-8")
    source = _by_mark(raw, name) or _try(raw, name, _wide_encoding(raw), "every other byte is NUL")
    if source is None:
        _refuse_binary(raw)
        raise _binary("a NUL byte", raw.index(b"\0"))
    return source


def _decode_legacy(raw: bytes, name: str, offset: int) -> Source:
    """Decode what is not UTF-8 by what it declares, else by what it looks like."""
    if source := _by_mark(raw, name):
        return source
    _refuse_binary(raw)
    if source := _try(raw, name, _declared(raw), "declared"):
        return source
    _refuse_broken_utf8(raw, offset)
    encoding, evidence = guess_charset(raw)
    if source := _try(raw, name, encoding, evidence):
        return source
    raise DecodeError(
        f"encoding unknown; byte 0x{raw[offset]:02X} is not UTF-8, and {evidence}; "
        "convert the file to UTF-8",
        offset,
    )


def _by_mark(raw: bytes, name: str) -> Source | None:
    for mark, encoding in MARKS:
        if raw.startswith(mark) and (source := _try(raw, name, encoding, "byte order mark")):
            return source
    return None


def _try(raw: bytes, name: str, encoding: str, evidence: str) -> Source | None:
    """Return the document if it is text in this encoding, and gives the bytes back."""
    try:
        text = raw.decode(encoding) if encoding else ""
        is_exact = bool(encoding) and text.encode(encoding) == raw
    except (UnicodeError, LookupError):  # codecs that are no text encodings are declared, too
        return None
    controls = len(CONTROL_RE.findall(text))
    if not is_exact or controls > MAX_CONTROL_SHARE * len(text):
        return None
    return Source(name, text, encoding, evidence)


def _wide_encoding(raw: bytes) -> str:
    """Tell UTF-16 and UTF-32 without a mark: of mostly ASCII, NUL has a place of its own."""
    for width, prefix in ((4, "utf-32"), (2, "utf-16")):
        if len(raw) % width == 0:
            nuls = [raw[place::width].count(0) * width / len(raw) for place in range(width)]
            if min(nuls[1:]) > 0.5 and nuls[0] < 0.1:
                return f"{prefix}-le"
            if min(nuls[:-1]) > 0.5 and nuls[-1] < 0.1:
                return f"{prefix}-be"
    return ""


def _declared(raw: bytes) -> str:
    match = DECLARED_RE.search(raw, 0, DECLARED_WITHIN)
    try:
        encoding = codecs.lookup(match[1].decode("ascii")).name if match else ""
    except LookupError:
        return ""
    # As browsers do: who declares Latin-1 writes Windows-1252, and neither is UTF-8 here.
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-8": ""}.get(encoding, encoding)


def _refuse_binary(raw: bytes) -> None:
    for magic, kind in MAGIC:
        if raw.startswith(magic):
            raise _binary(kind, 0)
    controls = len(raw) - len(raw.translate(None, CONTROL_BYTES))
    if controls > MAX_CONTROL_SHARE * len(raw):
        offset = next(place for place, byte in enumerate(raw) if byte in CONTROL_BYTES)
        raise _binary(f"{controls} control characters in {len(raw)} bytes", offset)


def _binary(seen: str, offset: int) -> DecodeError:
    return DecodeError(f"not text; {seen}; convert it to text or leave it out", offset)


def _refuse_broken_utf8(raw: bytes, offset: int) -> None:
    good = UTF8_SEQUENCE_RE.findall(raw)
    beyond_ascii = len(raw) - len(raw.translate(None, bytes(range(0x80, 0x100))))
    is_ascii_mostly = beyond_ascii * 4 < len(raw)
    share = MIN_UTF8_SHARE_AMONG_ASCII if is_ascii_mostly else MIN_UTF8_SHARE
    if sum(map(len, good)) >= share * beyond_ascii:
        beside = f"{len(good)} good sequence{'' if len(good) == 1 else 's'}"
        raise DecodeError(
            f"broken UTF-8; byte 0x{raw[offset]:02X} with {beside} beside it; "
            "repair the bytes or convert the file to UTF-8",
            offset,
        )
