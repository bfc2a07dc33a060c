"""Compressed files: what comes out, what is the same each time, what is refused."""

from __future__ import annotations

import bz2
import gzip
import lzma
import subprocess
import time
from io import BytesIO

import pytest

from cleaner import DocumentError
from cleaner.disk.packing import pack, packed, unpack
from cleaner.formats import PACKINGS

CONTENT = b"The ferry was sold on Friday to two brothers from Halden.\n" * 3000


@pytest.mark.parametrize("packing", ["", *PACKINGS])
def test_there_and_back(packing: str) -> None:
    name = f"a.txt{packing}"
    stored = pack(name, CONTENT)
    assert (stored == CONTENT) == (not packing)
    assert unpack(name, stored, len(CONTENT)) == CONTENT
    assert unpack(name.upper(), stored * (2 if packing else 1), 2 * len(CONTENT)) == (
        CONTENT * (2 if packing else 1)
    )


@pytest.mark.parametrize("packing", PACKINGS)
def test_the_same_bytes_at_any_time(packing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = pack(f"a.txt{packing}", CONTENT)
    monkeypatch.setattr(time, "time", lambda: 2e9)
    assert pack(f"b/other.txt{packing}", CONTENT) == first


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("damage", ["cut off", "another kind", "turned"])
def test_damage_is_told(packing: str, damage: str) -> None:
    name = f"a.txt{packing}"
    stored = pack(name, CONTENT)
    turned = bytes([*stored[:40], stored[40] ^ 255, *stored[41:-9], stored[-9] ^ 255])
    damaged = {
        "cut off": stored[:-5],
        "another kind": b"The ferry was sold.",
        "turned": turned + stored[-8:],
    }[damage]
    with pytest.raises(DocumentError, match=r"^cannot be unpacked: \S"):
        unpack(name, damaged, len(CONTENT))


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_bomb_is_too_large(packing: str) -> None:
    stored = pack(f"a.txt{packing}", bytes(50_000_000))
    with pytest.raises(DocumentError, match=r"too large: unpacked, it has more .*, 1,000$"):
        unpack(f"a.txt{packing}", stored, 1000)


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_file_is_read_line_by_line(packing: str) -> None:
    with packed(f"a.jsonl{packing}", BytesIO(pack(f"a.txt{packing}", CONTENT)), "rb") as file:
        assert file.readline(20) == CONTENT[:20]
        assert sum(map(len, file)) == len(CONTENT) - 20


def test_other_programs_read_it() -> None:
    assert gzip.decompress(pack("a.gz", CONTENT)) == CONTENT
    assert bz2.decompress(pack("a.bz2", CONTENT)) == CONTENT
    assert lzma.decompress(pack("a.xz", CONTENT)) == CONTENT
    done = subprocess.run(
        ["gzip", "-dc"], check=True, input=pack("a.gz", CONTENT), capture_output=True
    )
    assert done.stdout == CONTENT


def test_errors_of_the_file_itself_stay_what_they_are() -> None:
    class Failing(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(OSError, match="Input/output"), packed("a.gz", Failing(), "rb") as file:
        file.read()
