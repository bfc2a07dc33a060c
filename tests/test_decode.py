"""Bytes become text that gives the bytes back, or are refused with one clear line."""

from __future__ import annotations

import codecs
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.decode import decode
from cleaner.errors import DecodeError

ENGLISH = "The minister said “nothing has changed” — it’s a matter of £5m. The café did not reply."
FRENCH = (
    "Le maire a déclaré que l’année passée, à Évreux, une élève avait été déçue par le concours."
)
GERMAN = (
    "Die Bürgermeisterin erklärte, das sei für den Fluss und die Straße nicht größer als nötig."
)
CZECH = "Nový most je podle starosty hotový, ale na řece se který den objeví další potíže s ledem."
POLISH = (
    "Rybacy z portu czekają na przypływ i naprawiają sieci, bo w nocy wiatr był za silny dla łodzi."
)
TURKISH = (
    "Balıkçılar limanda denizin yükselmesini bekliyor ve ağlarını onarıyor, çünkü gece çok "
    "kuvvetli bir rüzgâr esti. Başkan, teknelerin ne zaman döneceğini bilmediğini söyledi."
)
SHORT = "The warden’s office said it’s a “good” place to be."
RUSSIAN = (
    "Мэр заявил во вторник, что паром снова опоздал. Жители ждут решения, которое всё изменит."
)
GREEK = "Ο δήμαρχος είπε την Τρίτη ότι το πλοίο άργησε ξανά. Οι κάτοικοι περιμένουν μια απόφαση."
CHINESE = "市长周二说，渡船又晚点了。居民们正在等待一个决定，希望情况能够在冬天之前得到改善。"
TAIWANESE = "市長週二說，渡船又晚點了。居民們正在等待一個決定，希望情況能夠在冬天之前得到改善。"
JAPANESE = (
    "市長は火曜日、フェリーがまた遅れたと述べた。住民は冬が来る前に決定が出るのを待っている。"
)
KOREAN = (
    "시장은 화요일 여객선이 또 늦었다고 말했다. 주민들은 겨울이 오기 전에 결정을 기다리고 있다."
)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf8_is_utf8_whatever_it_says(text: str) -> None:
    raw = text.encode()
    try:
        source = decode(raw, "a.txt")
    except DecodeError:
        assert raw.startswith((b"%PDF-", b"%!PS", b"{\\rtf", b"GIF8", b"BZh"))
    else:
        assert (source.name, source.text, source.encoding) == ("a.txt", text, "utf-8")


def test_utf8_that_looks_like_another_encoding_stays() -> None:
    text = "charset=windows-1252\nThe mayorâ€™s office"
    assert decode(text.encode()).text == text


@given(st.binary(max_size=60))
def test_bytes_come_back_or_are_refused(raw: bytes) -> None:
    try:
        source = decode(raw)
    except DecodeError as error:
        assert 0 <= error.offset <= len(raw)
        assert "\n" not in str(error)
    else:
        assert source.text.encode(source.encoding) == raw


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
    ],
)
@pytest.mark.parametrize("text", [ENGLISH, CHINESE, "a", ""])
def test_a_mark_tells_and_stays(encoding: str, mark: bytes, text: str) -> None:
    source = decode(mark + text.encode(encoding))
    assert source.text == "\ufeff" + text
    assert source.encoding == encoding


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ENGLISH, FRENCH, "Harvest\r\n"])
def test_wide_text_without_a_mark(encoding: str, text: str) -> None:
    source = decode(text.encode(encoding))
    assert (source.text, source.encoding) == (text, encoding)
    assert source.evidence == "every other byte is NUL"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (FRENCH, "cp1252"),
        (GERMAN, "cp1252"),
        (ENGLISH, "mac_roman"),
        (CZECH, "cp1250"),
        (CZECH, "iso8859_2"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859_2"),
        (TURKISH, "cp1254"),
        (TURKISH, "iso8859_9"),
        (SHORT, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (GREEK, "cp1253"),
        (CHINESE, "gb18030"),
        (TAIWANESE, "big5"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "cp949"),
    ],
)
@pytest.mark.parametrize("copies", [1, 20])
def test_legacy_encodings_that_are_evident(text: str, encoding: str, copies: int) -> None:
    text = f"{text}\n\n" * copies
    raw = text.encode(encoding)
    source = decode(raw)
    assert source.text == text
    assert source.text.encode(source.encoding) == raw
    assert source.evidence


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="iso-8859-2">', "iso8859-2"),
        ("<?xml version='1.0' encoding='windows-1254'?>", "cp1254"),
        ("Content-Type: text/plain; charset=ISO-8859-1", "cp1252"),
        ("Content-Type: text/plain; charset=koi8-r", "koi8-r"),
    ],
)
def test_a_declared_encoding_is_believed(head: str, encoding: str) -> None:
    text = f"{head}\n\nö"
    source = decode(
        text.encode(encoding, "replace") if encoding != "koi8-r" else b"%s\n\n\xcf" % head.encode()
    )
    assert source.encoding == encoding
    assert source.evidence == "declared"


@pytest.mark.parametrize(
    "head", ["charset=utf-8", "charset=klingon", "charset=rot13", "charset=hex", "charset=utf-16"]
)
def test_a_declaration_that_cannot_be_is_not_believed(head: str) -> None:
    raw = f"{head}\n{ENGLISH}".encode("cp1252")
    assert decode(raw).encoding == "cp1252"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"%PDF-1.7 ...", "not text; a PDF file; convert it to text or leave it out (byte 0)"),
        (
            b"\x89PNG\r\n\x1a\n\0\0",
            "not text; a PNG image; convert it to text or leave it out (byte 0)",
        ),
        (
            b"PK\x03\x04\x14\0\0",
            "not text; a zip archive or an Office file; "
            "convert it to text or leave it out (byte 0)",
        ),
        (b"\x1f\x8b\x08\0", "not text; a gzip file; convert it to text or leave it out (byte 0)"),
        (
            b"The ferry was late.\0 Nobody minded.",
            "not text; a NUL byte; convert it to text or leave it out (byte 19)",
        ),
        (
            b"ab\x01\x02\x03\x04",
            "not text; 4 control characters in 6 bytes; "
            "convert it to text or leave it out (byte 2)",
        ),
        (
            "The café — “late” again, the mayor’s".encode() + b"\x92 said",
            "broken UTF-8; byte 0x92 with 5 good sequences beside it; "
            "repair the bytes or convert the file to UTF-8 (byte 45)",
        ),
        (
            "An old café was shut for good".encode() + b"\x92",
            "broken UTF-8; byte 0x92 with 1 good sequence beside it; "
            "repair the bytes or convert the file to UTF-8 (byte 30)",
        ),
        (
            b"caf\xe9",
            "encoding unknown; byte 0xE9 is not UTF-8, and its language cannot be told; "
            "convert the file to UTF-8 (byte 3)",
        ),
        (
            "Erdoğan told the court of the land that he was right.".encode("cp1254"),
            "encoding unknown; byte 0xF0 is not UTF-8, and no encoding makes sense of all its "
            "letters; convert the file to UTF-8 (byte 4)",
        ),
        (
            "Паром".encode("cp1251"),
            "encoding unknown; byte 0xCF is not UTF-8, and it is too short to tell; "
            "convert the file to UTF-8 (byte 0)",
        ),
    ],
)
def test_what_is_refused_is_refused_in_one_line(raw: bytes, message: str) -> None:
    with pytest.raises(DecodeError) as caught:
        decode(raw, "a.txt")
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The man said “yes” to the court, and it was the law of the land.", "gb18030"),
        ("The man said “yes” to the court, and it was the law of the land.", "big5"),
        ("The man said “yes” to the court, and it was the law of the land.", "cp932"),
        ("A tőke és a hűség is, mint az ország, a helyén van, és ez így is marad.", "cp1250"),
        ("Is the ferry of Łódź for the Poles and was it the first of that name?", "iso8859_2"),
        ("The warden’s office and that of the mayor are to be shut.", "iso8859_13"),
        ("Of the five villages’ boats, one is left to that harbour.", "iso8859_13"),
        ("The warden said “yes” to that, and went to the harbour.", "iso8859_13"),
        ("The café of the harbour is to be shut, and that is that.", "cp850"),
        ("The ferry is to cost £5m of the money that is left.", "cp437"),
    ],
)
def test_where_a_guess_would_be_wrong_there_is_none(text: str, encoding: str) -> None:
    with pytest.raises(DecodeError):
        decode(text.encode(encoding))


def test_clean_text_never_loads_the_heavy_libraries() -> None:
    code = (
        "import sys, cleaner; cleaner.clean('The mayor’s “ferry” — late again…'.encode());"
        "print('ftfy' in sys.modules, 'charset_normalizer' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]
