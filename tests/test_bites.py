"""Input that bites: each has an outcome, and harms no other document of its run."""

from __future__ import annotations

import codecs
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_decode import CHINESE, CZECH, FRENCH, GREEK, JAPANESE, RUSSIAN, TAIWANESE

from cleaner.cli import main
from cleaner.disk.file import ignores_case

GOOD = "The ferry was sold on Friday to two brothers from Halden.\n"
HEBREW = "ראש העיר אמר ביום שלישי שהמעבורת שוב איחרה. התושבים מחכים להחלטה."
ARABIC = "قال رئيس البلدية يوم الثلاثاء إن العبارة تأخرت مرة أخرى. السكان ينتظرون قرارا."
TURKISH = "Belediye başkanı salı günü vapurun yine geç kaldığını söyledi; köprü için iş çoğaldı."
LATVIAN = "Mērs otrdien teica, ka prāmis atkal kavējas. Iedzīvotāji gaida lēmumu, kas visu mainīs."
VIETNAMESE = "Ngươi dân đang chơ môt quyêt đinh, và tàu lai trê."
DECLARED = '<meta charset="{}">\n\n{}'

WIDE = {
    f"{codec}{' with a mark' if mark else ''}": (mark + FRENCH.encode(codec), FRENCH)
    for codec, mark in {
        "utf-8": b"",
        "utf-16-le": b"",
        "utf-16-be": b"",
        "utf-32-le": b"",
        "utf-32-be": b"",
        " utf-8": codecs.BOM_UTF8,
        " utf-16-le": codecs.BOM_UTF16_LE,
        " utf-16-be": codecs.BOM_UTF16_BE,
        " utf-32-le": codecs.BOM_UTF32_LE,
        " utf-32-be": codecs.BOM_UTF32_BE,
    }.items()
    for codec in [codec.strip()]
}
LEGACY = {
    codec: (text.encode(codec), text)
    for codec, text in {
        "cp1250": CZECH,
        "cp1251": RUSSIAN,
        "cp1252": FRENCH,
        "cp1253": GREEK,
        "cp1255": HEBREW,
        "cp1256": ARABIC,
        "koi8-r": RUSSIAN,
        "shift_jis": JAPANESE,
        "gb18030": CHINESE,
        "big5": TAIWANESE,
    }.items()
}
UNKNOWN = {
    f"{codec} alone": (text.encode(codec), "encoding unknown; byte 0x")
    for codec, text in {"cp1254": TURKISH, "cp1257": LATVIAN, "cp1258": VIETNAMESE}.items()
}
TOLD = {
    f"{codec} declared": (DECLARED.format(codec, text).encode(codec), text)
    for codec, text in {"cp1254": TURKISH, "cp1257": LATVIAN, "cp1258": VIETNAMESE}.items()
}
BOMB = "".join(f"{each}: &{each} [{f'*{before}, ' * 9}]\n" for before, each in ("ab", "bc", "cd"))
ODD = {
    "two encodings": (
        "Größe, café. ".encode() * 9 + "Größe".encode("cp1252"),
        "broken UTF-8; byte",
    ),
    "cut in a letter": (("Größe, café. " * 9 + "ö").encode()[:-1], "broken UTF-8; byte"),
    "half of UTF-16": (FRENCH.encode("utf-16")[:-1], "not text; 90 control characters"),
    "a NUL": (b"The ferry\0 was sold.", "not text; a NUL byte"),
    "NULs alone": (bytes(999), "not text; "),
    "a lone surrogate": (b"The ferry \xed\xa0\x80 was sold.", "byte 0xED"),
    "a surrogate in UTF-16": (b"\xff\xfeA\0\x00\xd8.\0", "not text; "),
    "a program": (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 9, "not text; a"),
    "nothing": (b"", ""),
    "a mark alone": (codecs.BOM_UTF8, ""),
    "one long line": (b"The ferry was sold. " * 30_000, GOOD[:18]),
    "one long word": (b"a" * 500_000, "aaa"),
    "100,000 lines": (b"A boat\n" * 100_000, "A boat"),
    "300,000 quotes": (b'"' * 300_000, '""'),
    "a bomb in front matter": (f"---\na: &a [x]\n{BOMB}---\n{GOOD}".encode(), GOOD.strip()),
    "depth in front matter": (f"---\na: {'[' * 9999}\n---\n{GOOD}".encode(), GOOD.strip()),
    "a tag in front matter": (
        f"---\na: !!python/object/apply:os.system [touch pwned]\n---\n{GOOD}".encode(),
        GOOD.strip(),
    ),
    "escapes": (f"\x1b]0;owned\x07\x1b[31m{GOOD}\x1b[0m".encode(), GOOD.strip()),
}
INPUTS = WIDE | LEGACY | UNKNOWN | TOLD | ODD


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], dict[str, str]]:
    """Run over all inputs at once; return the articles, and the reasons of those that failed."""
    home = tmp_path_factory.mktemp("bites")
    (home / "raw").mkdir()
    for name, (raw, _) in INPUTS.items():
        (home / "raw" / f"{name}.txt").write_bytes(raw)
    (home / "raw" / "good.txt").write_text(GOOD)
    result = call("run", home / "raw", home / "clean", "--json", "--no-rules")
    assert result.exit_code == 3
    failed = {row["name"]: row["reason"] for row in json.loads(result.output)["failed"]}
    return {path.name: path.read_text() for path in (home / "clean").glob("*.txt")}, failed


def call(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


@pytest.mark.parametrize("name", INPUTS)
def test_what_becomes_of_it(name: str, outcome: tuple[dict[str, str], dict[str, str]]) -> None:
    articles, failed = outcome
    _, wanted = INPUTS[name]
    if f"{name}.txt" in articles:
        assert f"{name}.txt" not in failed
        assert "".join(wanted.split()) in "".join(articles[f"{name}.txt"].replace("'", "’").split())
    else:
        reason = failed[f"{name}.txt"]
        assert wanted in reason
        assert wanted
        assert "\n" not in reason
        assert "unexpected" not in reason


def test_no_other_document_is_harmed(outcome: tuple[dict[str, str], dict[str, str]]) -> None:
    assert outcome[0]["good.txt"] == GOOD
    assert not Path("pwned").exists()


# names


def test_a_folder_too_deep_to_name_fails_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "raw" / "b").mkdir(parents=True)
    (tmp_path / "raw" / "b" / "good.txt").write_text(GOOD)
    monkeypatch.chdir(tmp_path / "raw")
    for _ in range(30):
        Path("d" * 200).mkdir()
        os.chdir("d" * 200)
        Path("deep.txt").write_text(GOOD)
    monkeypatch.chdir(tmp_path)
    result = call("run", "raw", "clean", "--json")
    assert result.exit_code == 3
    told = json.loads(result.output)
    assert {row["reason"].rpartition(": ")[2] for row in told["failed"]} == {"File name too long"}
    assert (tmp_path / "clean" / "b" / "good.txt").read_text() == GOOD
    assert told["documents"] > 15


def test_names_that_differ_in_case_alone_are_two(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(GOOD)
    (tmp_path / "raw" / "A.txt").write_text(GOOD.replace("ferry", "lorry"))
    if len(list((tmp_path / "raw").iterdir())) < 2:
        pytest.skip("to this file system they are one")
    assert call("run", tmp_path / "raw", tmp_path / "clean").exit_code == 0
    assert "ferry" in (tmp_path / "clean" / "a.txt").read_text()
    assert "lorry" in (tmp_path / "clean" / "A.txt").read_text()


def test_what_to_the_target_is_one_name_is_written_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "raw").mkdir()
    for name in ("A.txt", "a.txt", "b.txt"):
        (tmp_path / "raw" / name).write_text(GOOD)
    monkeypatch.setattr("cleaner.disk.plan.ignores_case", lambda folder: True)
    result = call("run", tmp_path / "raw", tmp_path / "clean", "--json")
    assert result.exit_code == 3
    assert [(row["name"], row["reason"]) for row in json.loads(result.output)["failed"]] == [
        (
            "a.txt",
            "cannot be written: its article would stand in the place of that of A.txt; "
            "rename one of them",
        )
    ]
    assert not ignores_case(str(tmp_path)) or (tmp_path / "RAW").exists()


# what is printed

EVIL = (
    "\x1b]0;owned\x07\x1b[2J\x9b31mThe ferry\u202e was sold .\r\n\r\n"
    "\x1b[8m::error file=x::owned\n\n=cmd|' /C calc'!A0 , they said .\n\n<script>a()</script> .\n"
)


@pytest.mark.parametrize(
    "verb",
    [
        "run raw clean",
        "run raw clean --json",
        "run raw clean --dry-run",
        "check raw",
        "check raw --output-format json",
        "check raw --output-format sarif",
        "check raw --output-format github",
        "fix raw",
        "stats raw",
        "stats raw --json",
        "suggest raw --min-documents 2",
        "compare news minimal raw",
        "compare news minimal raw --json",
        "explain raw/evil.txt",
        "explain raw/evil.txt --json",
    ],
)
def test_nothing_that_a_terminal_obeys_is_printed(
    verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw").mkdir()
    for name in ("evil.txt", "\x1b[31mred\n::error::x.txt", "other.txt"):
        (tmp_path / "raw" / name).write_bytes(EVIL.encode())
    (tmp_path / "raw" / "\x1b[32mbinary.txt").write_bytes(bytes(99))
    output = call(*verb.split()).output
    assert output
    assert not [char for char in output if not char.isprintable() and char != "\n"]
    assert not [line for line in output.splitlines() if line.startswith("::error::")]
    assert not [line for line in output.splitlines() if line.startswith(("=", "::error file=x"))]
