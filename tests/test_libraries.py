"""The page on other libraries: every block is run with the real one, and prints what it shows."""

from __future__ import annotations

import ast
import importlib.util
import os
import pickle
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from cleaner import Pipeline

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "libraries.md").read_text(encoding="utf-8")
BLOCKS = {
    title: (code, shown)
    for title, code, shown in re.findall(
        r"^## ([^\n]+)\n(?:(?!^## ).)*?^```python\n(.*?)^```\n\n^```text\n(.*?)^```",
        PAGE,
        re.DOTALL | re.MULTILINE,
    )
}
DOORS = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
DISTRIBUTIONS = {"sklearn": "scikit-learn"}
BOOM = "A text on which a rule of one's own fails."


def packages(code: str) -> set[str]:
    """Return what a script imports beside Python's own and cleaner."""
    names = {
        (node.module or "") if isinstance(node, ast.ImportFrom) else node.names[0].name
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"cleaner"}


def need(*names: str) -> None:
    """Skip, and say what would run this, where a library is not installed."""
    for name in names:
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"{name} is not installed; make doors installs it and runs this")
    if "pyspark" in names and not shutil.which("java"):
        pytest.skip("there is no java, which pyspark runs on")


def run(code: str, folder: Path) -> str:
    """Return what a script prints; its workers are of the Python that runs this."""
    (folder / "script.py").write_text(code, encoding="utf-8")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    settings = {
        "PATH": path,
        "HF_HOME": str(folder / "cache"),
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    done = subprocess.run(
        [sys.executable, "script.py"],
        cwd=folder,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_each_heading_has_a_script() -> None:
    assert list(BLOCKS) == re.findall(r"^## (.*)", PAGE, re.MULTILINE)


def test_what_the_page_needs_is_what_make_doors_installs() -> None:
    wanted = set().union(*(packages(code) for code, _ in BLOCKS.values()))
    there = {re.split(r"[\[<>=]", each)[0] for each in DOORS["doors"]}
    assert {DISTRIBUTIONS.get(name, name) for name in wanted} <= there


@pytest.mark.parametrize("title", [title for title in BLOCKS if not packages(BLOCKS[title][0])])
def test_a_script_without_libraries_prints_what_is_shown(title: str, tmp_path: Path) -> None:
    code, shown = BLOCKS[title]
    assert run(code, tmp_path) == shown


@pytest.mark.doors
@pytest.mark.parametrize("title", [title for title in BLOCKS if packages(BLOCKS[title][0])])
def test_a_script_prints_what_is_shown(title: str, tmp_path: Path) -> None:
    code, shown = BLOCKS[title]
    need(*packages(code))
    assert run(code, tmp_path) == shown


def test_a_pipeline_is_pickled_to_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    """Libraries tell by them whether they did this before."""
    code = (
        "import hashlib, pickle, cleaner\n"
        "print(hashlib.sha256(pickle.dumps(cleaner.Pipeline.default())).hexdigest())\n"
    )
    assert run(code, tmp_path) == run(code, tmp_path)


@pytest.mark.doors
def test_datasets_finds_what_it_did_before(tmp_path: Path) -> None:
    need("datasets")
    (tmp_path / "in.jsonl").write_text('{"text": "Two ships ."}\n{"text": "One ship ."}\n')
    code = (
        "import cleaner, datasets\n"
        "pipeline = cleaner.Pipeline.default()\n"
        "articles = datasets.Dataset.from_json('in.jsonl')\n"
        "cleaned = articles.map(lambda row: {'text': pipeline(row['text'])})\n"
        "print(cleaned['text'][:], cleaned.cache_files)\n"
    )
    first = run(code, tmp_path)
    assert first.startswith("['Two ships.', 'One ship.'] [{'filename': ")
    assert run(code, tmp_path) == first, "the same file of the cache"


@pytest.mark.doors
def test_a_step_of_scikit_learn_can_be_cloned_pickled_and_searched_over(
    pipeline: Pipeline,
) -> None:
    need("sklearn")
    from sklearn.base import clone  # noqa: PLC0415
    from sklearn.feature_extraction.text import CountVectorizer  # noqa: PLC0415
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.model_selection import GridSearchCV  # noqa: PLC0415
    from sklearn.pipeline import make_pipeline  # noqa: PLC0415

    model = make_pipeline(CountVectorizer(preprocessor=pipeline), LogisticRegression())
    texts = [f"{number} ships sailed .\n\nLeave a Reply\n" for number in range(9)]
    texts += [f"{number} trains left .\n\nShare this\n" for number in range(9)]
    choices = {"countvectorizer__preprocessor": [pipeline, Pipeline.from_packs("minimal")]}
    search = GridSearchCV(clone(model), choices, cv=2, n_jobs=2)
    search.fit(texts, ["sea"] * 9 + ["rail"] * 9)
    found = pickle.loads(pickle.dumps(search.best_estimator_))
    assert found.predict(["9 ships sailed ."]) == ["sea"]
    words = pickle.loads(pickle.dumps(clone(model))).fit(texts, texts)[0].get_feature_names_out()
    assert "reply" not in {word.lower() for word in words}


@pytest.mark.doors
def test_the_step_of_datatrove_drops_counts_and_tells_what_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need("datatrove")
    from datatrove.data import Document  # noqa: PLC0415
    from datatrove.pipeline.writers import JsonlWriter  # noqa: PLC0415

    from cleaner.engines.datatrove import Clean  # noqa: PLC0415

    (tmp_path / "rules.yaml").write_text("version: 1\nlimits: {max_removed: 0.1}\n")
    writer = JsonlWriter(str(tmp_path / "failed"), compression=None)
    step = Clean(Pipeline.from_file(tmp_path / "rules.yaml"), writer)
    texts = ["Two ships .", "A ship sailed.\n\nLeave a Reply\n", "One ship."]
    documents = [Document(text, str(number)) for number, text in enumerate((*texts, BOOM))]
    clean = Pipeline.clean

    def burst(self: Pipeline, text: str, *more: Any) -> object:
        return 1 / 0 if text == BOOM else clean(self, text, *more)

    monkeypatch.setattr(Pipeline, "clean", burst)
    assert [each.text for each in step.run(iter(documents))] == ["Two ships.", "One ship."]
    failed = (tmp_path / "failed" / "00000.jsonl").read_text().splitlines()
    assert len(failed) == 2
    assert "max_removed" in failed[0]
    assert '"text":"A ship sailed.\\n\\nLeave a Reply\\n"' in failed[0]
    assert "unexpected ZeroDivisionError: division by zero" in failed[1]
    told = step.stats.to_dict()["stats"]
    assert (told["total"], told["dropped"], told["changed"]) == (4, 2, 1)


@pytest.mark.doors
def test_threads_share_a_pipeline(pipeline: Pipeline) -> None:
    need("dask")
    import dask.bag  # noqa: PLC0415

    texts = [f"{number} ships sailed , it said ." for number in range(300)]
    bag = dask.bag.from_sequence(texts, npartitions=8).map(pipeline)
    assert bag.compute(scheduler="threads") == list(map(pipeline, texts))
