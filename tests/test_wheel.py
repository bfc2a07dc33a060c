"""The built wheel, alone in a bare environment: its packs, its command and its types are there."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.doors


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip"]
    subprocess.run(
        [*pip, "wheel", "-q", "--no-deps", "--wheel-dir", folder, ROOT], check=True, cwd=folder
    )
    (wheel,) = folder.glob("cleaner-*.whl")
    venv.create(folder / "env", with_pip=True)
    subprocess.run(
        [folder / "env" / "bin" / "python", "-m", "pip", "install", "-q", wheel], check=True
    )
    return folder / "env" / "bin"


def test_the_wheel_cleans_the_samples(environment: Path, tmp_path: Path) -> None:
    command = [environment / "cleaner", "run", ROOT / "raw", tmp_path / "out"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for path in (ROOT / "clean").glob("*.txt"):
        assert (tmp_path / "out" / path.name).read_bytes() == path.read_bytes()


def test_the_wheel_is_typed(environment: Path, tmp_path: Path) -> None:
    code = "import cleaner, pathlib; print(pathlib.Path(cleaner.__file__).parent)"
    done = subprocess.run(
        [environment / "python", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (Path(done.stdout.strip()) / "py.typed").exists()


def test_the_wheel_starts_and_tries_rules(environment: Path, tmp_path: Path) -> None:
    for arguments in (["init"], ["rules", "test", "--quiet"], ["rules", "schema"]):
        command = [environment / "cleaner", *arguments]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
