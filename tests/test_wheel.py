"""The built wheel and sdist, in a bare environment: all is there, and the core tests pass."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
PACKAGES = dict(re.findall(r"^\| ([\w.-]+) \| (\d+\.\d) \|", PAGE, re.MULTILINE))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
INSTALLED = (
    *("cli", "config", "golden", "installed", "lexicon", "metadata", "names", "packs", "place"),
    *("report", "review", "schema"),
)
"""Modules of the core tests that use what is shipped: the packs, the words, pages and commands."""

OURS = {"bench", "browser", "dev", "docs", "doors", "fuzz", "mutants"}
"""The extras for those who work on cleaner."""

SIZES = """
from importlib.metadata import distributions
for each in distributions():
    paths = [file.locate() for file in each.files if file.suffix != ".pyc"]
    print(each.name.lower(), sum(path.stat().st_size for path in paths if path.exists()) / 1e6)
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel, and the sdist that it was built from."""
    folder = tmp_path_factory.mktemp("built")
    subprocess.run([sys.executable, "-m", "build", "--outdir", folder, ROOT], check=True)
    return folder


@pytest.fixture(scope="module")
def environment(built: Path) -> Path:
    (wheel,) = built.glob("cleaner-*.whl")
    venv.create(built / "env", with_pip=True)
    install(built / "env" / "bin", str(wheel))
    return built / "env" / "bin"


def install(environment: Path, *wanted: str) -> None:
    pip = [environment / "python", "-m", "pip", "install", "-q", *wanted]
    subprocess.run(pip, check=True)


def test_every_extra_is_told_and_all_means_all() -> None:
    told = set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE))
    assert told == set(EXTRAS)
    extras = sorted(EXTRAS.keys() - OURS - {"all"})
    assert EXTRAS.get("all", []) == ([f"cleaner[{','.join(extras)}]"] if extras else [])


def test_what_is_asked_for_is_in_the_table() -> None:
    wanted = {re.split("[<>=]", each)[0].lower() for each in PROJECT["dependencies"]}
    assert wanted <= {name.lower() for name in PACKAGES}


@pytest.mark.doors
def test_a_bare_environment_gets_what_the_table_says(environment: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [environment / "python", "-c", SIZES],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    sizes = {name: float(size) for name, size in map(str.split, done.stdout.splitlines())}
    own = sizes.pop("cleaner")
    found = sizes.keys() - {"pip", "setuptools"}
    assert found == {name.lower() for name in PACKAGES}
    told = float(re.findall(r"(\d+) MB with cleaner's own", PAGE)[0])
    assert own + sum(sizes[name] for name in found) == pytest.approx(told, rel=0.25)
    for name, size in PACKAGES.items():
        assert sizes[name.lower()] == pytest.approx(float(size), rel=0.5, abs=0.1), name


@pytest.mark.doors
def test_the_wheel_cleans_the_samples(environment: Path, tmp_path: Path) -> None:
    command = [environment / "cleaner", "run", ROOT / "raw", tmp_path / "out"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for path in (ROOT / "clean").glob("*.txt"):
        assert (tmp_path / "out" / path.name).read_bytes() == path.read_bytes()


@pytest.mark.doors
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


@pytest.mark.doors
def test_the_wheel_starts_and_tries_rules(environment: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry sails again on Monday .\n")
    for arguments in (
        ["init"],
        ["rules", "test", "--quiet"],
        ["rules", "schema"],
        ["report", "a.txt", "--quiet"],
    ):
        command = [environment / "python", "-m", "cleaner", *arguments]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.doors
@pytest.mark.timeout(600)
def test_the_core_tests_of_the_sdist_pass_on_the_wheel(built: Path, environment: Path) -> None:
    """The source of the program is taken away, so that what is tried is what was installed."""
    (sdist,) = built.glob("cleaner-*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(built, filter="data")
    source = built / sdist.name.removesuffix(".tar.gz")
    (source / "cleaner").rename(built / "taken-away")
    install(environment, *EXTRAS["dev"])
    core = [environment / "python", "-m", "pytest", "-m", "not doors", "-q", "-n", "logical"]
    core += ["--timeout", "120", *(f"tests/test_{name}.py" for name in INSTALLED)]
    done = subprocess.run(core, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-5000:]
    assert re.search(r"\d{3,4} passed", done.stdout)
