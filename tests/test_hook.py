"""The hooks under the real pre-commit, in a repository of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
RAW = "The ferry was sold on Friday to two brothers from Halden , officials said .\n"
CLEAN = "The ferry was sold on Friday to two brothers from Halden, officials said.\n"

pytestmark = pytest.mark.doors


def git(*arguments: str) -> str:
    names = ["-c", "user.name=Ann Lee", "-c", "user.email=ann@news.example"]
    command = ["git", *names, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def pre_commit(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pre_commit", *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it installs: once for all hooks of one repository."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one article that needs mending, one that does not, and other files."""
    folder = tmp_path / "news"
    (folder / "articles").mkdir(parents=True)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(home))
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    (folder / "articles" / "a.txt").write_text(RAW)
    (folder / "articles" / "b.txt").write_text(CLEAN)
    (folder / "requirements.txt").write_text("cleaner == 0.1.0 ; python_version > '3.11'\n")
    (folder / "notes.csv").write_text("a , b\n")
    git("init", "-q")
    git("add", ".")
    return folder


def use(hook_id: str) -> None:
    """Configure a hook as it is published, but with the program that is under test."""
    program = f"{sys.executable} -m cleaner"
    entry = HOOKS[hook_id]["entry"].replace("cleaner", program, 1)
    hook = {**HOOKS[hook_id], "entry": entry, "language": "system"}
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    Path(".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    git("add", ".")


def test_fix_mends_and_fails_once(repository: Path) -> None:
    use("cleaner-fix")
    done = pre_commit("run")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "fixed articles/a.txt" in done.stdout
    assert (repository / "articles" / "a.txt").read_text() == CLEAN
    assert git("diff", "--name-only") == "articles/a.txt\n"
    git("add", ".")
    done = pre_commit("run", "--all-files")
    assert done.returncode == 0, done.stdout + done.stderr


def test_check_fails_and_writes_nothing(repository: Path) -> None:
    use("cleaner-check")
    done = pre_commit("run", "--all-files")
    assert done.returncode == 1
    assert "articles/a.txt:1:57: punctuation.space-before-mark ` ,` → `,`" in done.stdout
    assert git("diff", "--name-only") == ""
    (repository / "articles" / "a.txt").write_text(CLEAN)
    git("add", ".")
    assert pre_commit("run", "--all-files").returncode == 0


def test_a_commit_is_stopped_until_it_is_clean(repository: Path) -> None:
    use("cleaner-fix")
    assert pre_commit("install").returncode == 0
    with pytest.raises(subprocess.CalledProcessError):
        git("commit", "-qm", "Report the sale")
    git("add", ".")
    git("commit", "-qm", "Report the sale")
    assert git("show", "HEAD:articles/a.txt") == CLEAN


def test_only_the_files_given_are_touched(repository: Path) -> None:
    use("cleaner-fix")
    (repository / "articles" / "c.txt").write_text(RAW)
    (repository / "articles" / "d.txt").write_text(RAW)
    assert pre_commit("run", "--files", "articles/a.txt", "articles/c.txt").returncode == 1
    texts = {path.name: path.read_text() for path in (repository / "articles").iterdir()}
    assert texts == {"a.txt": CLEAN, "b.txt": CLEAN, "c.txt": CLEAN, "d.txt": RAW}


def test_one_file_takes_no_longer_than_the_program_takes_to_start() -> None:
    def seconds(*arguments: str) -> float:
        before = os.times()
        command = [sys.executable, "-m", "cleaner", *arguments]
        subprocess.run(command, check=False, capture_output=True)
        after = os.times()
        return sum(after[2:4]) - sum(before[2:4])

    start = min(seconds("rules", "show", "decode.encoding") for _ in range(2))
    # the search is built and the patterns that a text asks for are compiled: none for a rule shown
    assert min(seconds("fix", f"articles/{name}.txt") for name in "ab") < 3 * start


@pytest.fixture
def raw(repository: Path) -> Path:
    """The same repository with a folder of sources, and the hook that keeps its articles."""
    (repository / "articles").rename(repository / "raw")
    use("cleaner-run")
    return repository / "raw"


def test_run_keeps_the_articles_as_their_sources_make_them(raw: Path, repository: Path) -> None:
    done = pre_commit("run")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "changed a.txt\nchanged b.txt\n" in done.stdout
    assert (repository / "clean" / "a.txt").read_text() == CLEAN
    done = pre_commit("run")
    assert done.returncode == 1, "an article that git does not have would not be committed"
    assert "not in git: a.txt\nnot in git: b.txt\n" in done.stdout
    git("add", ".")
    done = pre_commit("run")
    assert done.returncode == 0, done.stdout
    assert git("ls-files", "clean").split() == ["clean/a.txt", "clean/b.txt"]


def test_run_fails_until_the_new_article_is_added(raw: Path, repository: Path) -> None:
    pre_commit("run")
    git("add", ".")
    git("commit", "-qm", "Report the sale")
    (raw / "a.txt").write_text(RAW.replace("two", "three"))
    git("add", "raw")
    for _ in range(2):  # the article that was written is put away by pre-commit, and written again
        assert pre_commit("run").returncode == 1
        assert "three brothers from Halden, of" in (repository / "clean" / "a.txt").read_text()
    git("add", ".")
    assert pre_commit("run").returncode == 0


def test_run_sees_whatever_makes_an_article_other_than_its_source(
    raw: Path, repository: Path
) -> None:
    pre_commit("run")
    git("add", ".")
    git("commit", "-qm", "Report the sale")
    Path("notes.csv").write_text("c\n")
    git("add", ".")
    assert pre_commit("run").returncode == 0
    (repository / "clean" / "b.txt").write_text("By hand.\n")
    git("add", ".")
    assert "changed b.txt\n" in pre_commit("run").stdout
    git("add", ".")
    assert pre_commit("run").returncode == 0
    git("rm", "-q", "raw/b.txt")
    assert "removed b.txt\n" in pre_commit("run").stdout
    git("add", ".")
    Path("rules.yaml").write_text("version: 1\nrules: {punctuation.space-before-mark: off}\n")
    git("add", ".")
    assert "changed a.txt\n" in pre_commit("run").stdout
    assert (repository / "clean" / "a.txt").read_text() == RAW


def test_run_bears_that_the_last_source_goes(raw: Path, repository: Path) -> None:
    pre_commit("run")
    git("add", ".")
    git("commit", "-qm", "Report the sale")
    git("rm", "-rq", "raw")
    assert not raw.exists(), "git keeps no empty folder"
    for _ in range(2):  # the articles that were removed are put there again by pre-commit
        done = pre_commit("run")
        assert done.returncode == 1, done.stdout
        assert "removed a.txt\nremoved b.txt\n" in done.stdout
    git("add", ".")
    done = pre_commit("run")
    assert done.returncode == 0, done.stdout


def test_the_rules_of_the_repository_apply(repository: Path) -> None:
    (repository / "rules.yaml").write_text(
        "version: 1\nrules: {punctuation.space-before-mark: off}\n"
    )
    use("cleaner-check")
    assert pre_commit("run", "--all-files").returncode == 0


def test_the_published_hooks_are_valid() -> None:
    done = pre_commit("validate-manifest", ROOT / ".pre-commit-hooks.yaml")
    assert done.returncode == 0, done.stdout
    assert set(HOOKS) == {"cleaner-fix", "cleaner-check", "cleaner-run"}
    done = pre_commit("validate-config", ROOT / ".pre-commit-config.yaml")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("hook_id", sorted(HOOKS))
def test_the_hooks_install_from_the_repository(
    hook_id: str, repository: Path, tmp_path: Path
) -> None:
    if hook_id == "cleaner-run":
        shutil.copytree(repository / "articles", repository / "raw")
        git("add", ".")
    published = tmp_path / "published"
    ignored = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", "dist")
    shutil.copytree(ROOT, published, ignore=ignored)
    git("-C", str(published), "init", "-q")
    git("-C", str(published), "add", ".")
    git("-C", str(published), "commit", "-qm", "Publish")
    done = pre_commit("try-repo", published, hook_id, "--all-files", "--verbose")
    assert done.returncode == 1, done.stdout + done.stderr
    assert {"cleaner-run": "changed a.txt"}.get(hook_id, "articles/a.txt") in done.stdout
    assert "requirements" not in done.stdout
    wanted = CLEAN if hook_id == "cleaner-fix" else RAW
    assert (repository / "articles" / "a.txt").read_text() == wanted
