"""The command line: what each verb prints, where, and with which exit code."""

from __future__ import annotations

import errno
import json
import os
import pty
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from cleaner import Pipeline, __version__
from cleaner.cli import main, rules_known
from cleaner.config import PACKS
from cleaner.pack import PACKS as ABOUT_PACKS

RAW = "The ferry was sold on Friday to “two brothers” from Halden.\n\nLeave a Reply\n"
CLEAN = 'The ferry was sold on Friday to "two brothers" from Halden.\n'
TWO_EDITS = "1 document, 1 changed: 3 edits, 0 flags"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with two articles, one of them clean."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw" / "b").mkdir(parents=True)
    (tmp_path / "raw" / "a.txt").write_text(RAW)
    (tmp_path / "raw" / "b" / "clean.txt").write_text(CLEAN)
    return tmp_path


def call(*arguments: str | Path, stdin: str | bytes = "") -> Result:
    result = CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def add_bad(folder: Path) -> None:
    (folder / "raw" / "bad.txt").write_bytes(b"\x00\x01\x02" * 500)


VERBS = [
    "run",
    "check",
    "fix",
    "diff",
    "duplicates",
    "explain",
    "report",
    "compare",
    "stats",
    "review",
    "init",
    "undo",
    "rules list",
    "rules show",
    "rules test",
    "rules schema",
    "completion",
]


@pytest.mark.parametrize("verb", VERBS)
def test_help_of_each_verb_shows_an_example(verb: str) -> None:
    result = call(*verb.split(), "--help")
    assert result.exit_code == 0
    assert re.search(rf"  Example:\n    (?:eval \"\$\()?cleaner {verb}", result.stdout)


def test_the_help_says_all_of_a_verb_exit_codes_and_files() -> None:
    told = " ".join(call("--help").stdout.split())
    assert "check Say what would change, and write nothing; exit 1 if anything would." in told
    assert "Exit codes: 0 fine 1 changed" in told
    assert "Files: rules.yaml" in told
    assert "print the JSON Schema" in call("rules", "--help").stdout.replace("Print", "print")


def test_the_help_of_run_is_a_page_of_a_manual() -> None:
    told = call("run", "--help").stdout
    headings = re.findall(r"^ {0,2}(\w[\w ]*):$", told, re.MULTILINE)
    assert headings == [
        "Example",
        "What is written",
        "What earlier runs did",
        "Records",
        "Duplicates",
        "Options",
        "Examples",
        "Exit codes",
        "Files",
    ]
    parts = dict(
        zip(headings, re.split(r"^ {0,2}\w[\w ]*:$", told, flags=re.MULTILINE)[1:], strict=True)
    )
    assert "--metadata-columns" in parts["Records"]
    assert "--prune" in parts["What earlier runs did"]
    assert "--jobs" in parts["Options"]
    assert "--help" in parts["Options"]
    assert ".cleaner/quarantine.jsonl" in parts["Files"]
    assert "RAY_ADDRESS" in parts["Files"]
    for option in main.commands["run"].params:
        if isinstance(option, click.Option):
            listed = re.findall(rf"^  (?:-h, )?{option.opts[-1]}\b(?!-)", told, re.MULTILINE)
            assert len(listed) == 1, f"{option.name} stands in one place"


COMPLETE = """\
compopt() { :; }
eval "$(cleaner completion bash)"
COMP_WORDS=(%s); COMP_CWORD=%d; _cleaner_completion cleaner; echo "${COMPREPLY[@]}"
"""


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("cleaner co", "compare completion"),
        ("cleaner rules s", "schema show"),
        ("cleaner run --fa", "--fail-if-changed"),
        ("cleaner check --output-format s", "sarif"),
        ("cleaner rules show splice.", "splice.joined-clause splice.displaced-fragment"),
        ("cleaner rules test splice.j", "splice.joined-clause"),
        ("cleaner check --rule splice", "splice splice.joined-clause splice.displaced-fragment"),
        (
            "cleaner explain --no-rules --rule typo",
            "typography typography.glued-quote typography.spaced-quote typography.quotes "
            "typography.ellipsis "
            "typography.compatibility",
        ),
        ("cleaner review --rule deco", "decode decode.encoding"),
        ("cleaner compare m", "minimal ml"),
        ("cleaner compare news w", "web"),
    ],
)
def test_bash_completes(words: str, wanted: str) -> None:
    bash = shutil.which("bash")
    if not bash:
        pytest.skip("there is no bash")
    script = COMPLETE % (words, len(words.split()) - 1)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path}
    done = subprocess.run(
        [bash, "-c", script], capture_output=True, text=True, env=environment, check=False
    )
    assert (done.stdout, done.stderr) == (wanted + "\n", "")


def test_completion_knows_own_rules_and_passes_over_a_file_that_is_wrong(folder: Path) -> None:
    (folder / "rules.yaml").write_text(OWN_RULES)
    assert "splice.digest" in rules_known({})
    assert "splice.digest" not in rules_known({"no_rules": True})
    assert "layout" not in rules_known({})
    assert rules_known({"only": ()})["layout"] == "all rules of layout"
    (folder / "rules.yaml").write_text("version: [")
    assert "splice.joined-clause" in rules_known({})
    assert "splice.joined-clause" in rules_known({"rules": "none.yaml"})


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete_file_names(shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "_CLEANER_COMPLETE" in call("completion", shell).stdout
    asked = {"COMP_WORDS": "cleaner fix ra", "COMP_CWORD": "2" if shell != "fish" else "ra"}
    result = CliRunner().invoke(
        main,
        env={**asked, "_CLEANER_COMPLETE": f"{shell}_complete"},
        prog_name="cleaner",
        complete_var="_CLEANER_COMPLETE",
    )
    assert result.output.split("\n")[0].replace(",", "\n").split("\n")[0] == "file"


def test_there_are_no_other_verbs() -> None:
    assert sorted(main.commands) == [
        "check",
        "compare",
        "completion",
        "diff",
        "duplicates",
        "explain",
        "fix",
        "init",
        "report",
        "review",
        "rules",
        "run",
        "stats",
        "suggest",
        "undo",
    ]


def test_version() -> None:
    assert call("--version").stdout == f"cleaner {__version__}\n"


def test_the_real_program() -> None:
    command = [sys.executable, "-m", "cleaner", "run", "-", "-", "--quiet"]
    done = subprocess.run(command, input=RAW.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, CLEAN, b"")


def test_the_real_program_does_not_load_what_it_does_not_need() -> None:
    unneeded = "{'rich', 'ftfy', 'regex', 'jinja2', 'multiprocessing'}"
    code = f"import sys, cleaner.cli; cleaner.clean('a'); print(*{unneeded} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "\n"


def test_help_loads_no_rules() -> None:
    code = (
        "import sys; from cleaner.cli import main; main(['--help'], standalone_mode=False); "
        "sys.exit(len({'yaml', 'cleaner.pipeline', 'cleaner.passes'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)


# run


def test_run(folder: Path) -> None:
    result = call("run", "raw", "clean")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout == (
        "2 documents, 1 changed: 3 edits, 0 flags\n"
        "edits:\n"
        "  typography.quotes               2\n"
        "  boilerplate.comment-form        1\n"
        "rules: news\n"
    )
    assert (folder / "clean" / "a.txt").read_text() == CLEAN
    assert (folder / "clean" / "b" / "clean.txt").read_text() == CLEAN


def test_run_can_fail_where_something_changed() -> None:
    for source, target in (("raw", "clean"), ("raw/a.txt", "new.txt"), ("-", "other.txt")):
        line = ("run", source, target, "--fail-if-changed", "--no-rules")
        assert [call(*line, stdin=RAW).exit_code for _ in range(2)] == [1, 0], line
    line = ("run", "-", "-", "--fail-if-changed")
    assert [call(*line, stdin=text).exit_code for text in (RAW, CLEAN)] == [1, 0]


def test_run_names_what_failed_and_writes_the_others(folder: Path) -> None:
    add_bad(folder)
    result = call("run", "raw", "clean")
    assert result.exit_code == 3
    assert "failed: 1\n  bad.txt: not text; 1500 control characters" in result.stdout
    assert sorted(path.name for path in (folder / "clean").rglob("*.txt")) == ["a.txt", "clean.txt"]


def test_quiet_says_only_what_failed(folder: Path) -> None:
    assert call("run", "raw", "clean", "--quiet").output == ""
    add_bad(folder)
    result = call("run", "raw", "clean", "--quiet")
    assert result.stdout == ""
    assert result.stderr.startswith("cleaner: bad.txt: not text; ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "line", ["run pictures clean", "run pictures new --dry-run", "check pictures", "stats pictures"]
)
def test_where_nothing_is_read_it_says_what_is(line: str, folder: Path) -> None:
    (folder / "pictures").mkdir()
    (folder / "pictures" / "a.png").write_bytes(b"x")
    result = call(*line.split())
    assert result.exit_code == 0
    assert (
        "nothing to read, neither a text nor a record: in a folder, files that end in .txt, .text, "
        in result.output
    )
    assert "nothing to read" not in call(*line.replace("pictures", "raw").split()).output


@pytest.mark.parametrize("verb", ["run none clean", "check none", "fix none", "diff none"])
def test_quiet_tells_that_nothing_is_read(verb: str, folder: Path) -> None:
    (folder / "none").mkdir()
    result = call(*verb.split(), "--quiet")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("cleaner: nothing to read, ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("verb", ["run", "check", "fix", "diff"])
def test_the_help_says_what_quiet_leaves(verb: str) -> None:
    told = " ".join(call(verb, "--help").stdout.split())
    assert "No summary and no progress: only findings, diffs, what failed or was left." in told


@pytest.mark.parametrize("verb", ["check", "diff"])
def test_quiet_leaves_what_was_found(verb: str) -> None:
    loud, quiet = call(verb, "raw"), call(verb, "raw", "--quiet")
    assert quiet.stdout == loud.stdout != ""
    assert (quiet.stderr, quiet.exit_code) == ("", loud.exit_code)


def test_run_as_json(folder: Path) -> None:
    add_bad(folder)
    (folder / "raw" / "x.pdf").write_text("x")
    result = call("run", "raw", "clean", "--json")
    summary = json.loads(result.stdout)
    assert summary["edits"]["typography.quotes"] == 2
    assert (summary["documents"], summary["changed"], summary["rules"]) == (2, 1, "news")
    assert summary["skipped"] == [{"name": "x.pdf", "reason": "no text file"}]
    assert [row["name"] for row in summary["failed"]] == ["bad.txt"]


def test_jobs() -> None:
    assert call("run", "raw", "clean", "--jobs", "2").output == call("run", "raw", "other").output
    for jobs in ("-1", "12345678901234567890"):
        assert call("run", "raw", "clean", "--jobs", jobs).exit_code == 2
    pipeline = Pipeline.default()
    many = pipeline.map(["The ferry was sold ."] * 2, jobs=12345678901234567890)
    assert [each.text for each in many] == ["The ferry was sold."] * 2


def test_streams(folder: Path) -> None:
    result = call("run", "-", "-", stdin=RAW)
    assert result.stdout == CLEAN
    assert result.stderr.startswith(TWO_EDITS)
    assert call("run", "raw/a.txt", "-", "--quiet").output == CLEAN
    assert call("run", "-", "new.txt", "--quiet", stdin=RAW).output == ""
    assert (folder / "new.txt").read_text() == CLEAN
    for arguments in (("raw", "-"), ("-", "raw")):
        result = call("run", *arguments)
        assert result.exit_code == 2
        assert result.output == (
            "cleaner: a stream goes to a stream or a file, not to or from a folder\n"
        )


def test_a_stream_goes_to_a_new_folder_as_a_file_does(folder: Path) -> None:
    assert call("run", "raw/a.txt", "new/a/x").exit_code == 0
    assert call("run", "-", "new/b/x", stdin=RAW).exit_code == 0
    assert (folder / "new/a/x").read_text() == (folder / "new/b/x").read_text() == CLEAN


def test_a_file_that_cannot_be_written_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = call("run", "-", "new/x", stdin=RAW)
    assert result.exit_code == 3
    assert result.stderr == "cleaner: new/x: cannot be written: No space left on device\n"


def test_a_stream_has_its_limit_however_large(folder: Path) -> None:
    rules = folder / "rules.yaml"
    rules.write_text("version: 1\nlimits: {max_bytes: 999999999999999 GB}\n")
    assert call("run", "-", "-", "--quiet", stdin=RAW).output == CLEAN
    rules.write_text("version: 1\nlimits: {max_bytes: 40}\n")
    result = call("run", "-", "-", stdin=RAW)
    assert result.exit_code == 3
    assert result.stderr.startswith("cleaner: stdin: too large: ")


@pytest.mark.parametrize("verb", ["fix", "check", "diff", "explain", "stats", "run"])
@pytest.mark.parametrize("name", ["a.csv", "a.py", "a.JSON", "a.csv.gz", ".profile"])
def test_what_is_named_as_no_article_is_refused(folder: Path, verb: str, name: str) -> None:
    (folder / name).write_text(RAW)
    result = call(verb, name, *(["b.txt"] if verb == "run" else []))
    assert result.exit_code == 2
    assert result.output == (
        f"cleaner: {name}: its name tells no form of article; "
        "let it end in .txt where it is text, in .jsonl where it holds records, one a line\n"
    )
    assert (folder / name).read_text() == RAW


@pytest.mark.parametrize("name", ["a", "NYT_2010.0034", "Talks with J. Roe", "a.2019-04-30"])
def test_a_name_that_tells_nothing_may_be_that_of_a_text(folder: Path, name: str) -> None:
    (folder / name).write_text(RAW)
    assert call("fix", name).exit_code == 1
    assert (folder / name).read_text() == CLEAN


def test_a_stream_that_is_no_text() -> None:
    result = call("run", "-", "-", stdin=b"\x00\x01\x02" * 500)
    assert result.exit_code == 3
    assert result.stdout == ""
    assert result.stderr.startswith("cleaner: stdin: not text; ")


# check, fix, diff


def test_check(folder: Path) -> None:
    before = (folder / "raw" / "a.txt").read_bytes()
    result = call("check", "raw")
    assert result.exit_code == 1
    assert result.stdout == (
        'raw/a.txt:1:33: typography.quotes `“` → `"`\n'
        'raw/a.txt:1:46: typography.quotes `”` → `"`\n'
        "raw/a.txt:3:1: boilerplate.comment-form `\\n\\nLeave a Reply` → nothing\n"
    )
    assert result.stderr.startswith("2 documents, 1 changed: 3 edits, 0 flags\n")
    assert (folder / "raw" / "a.txt").read_bytes() == before


def test_check_of_what_is_clean() -> None:
    result = call("check", "raw/b/clean.txt")
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (CLEAN[:-1], "1:60: canonical.final-newline nothing → `\\n`"),
        (f"---\r\ntitle: A\r\n---\r\n\r\n{CLEAN}", "1:1: canonical.front-matter "),
    ],
)
def test_check_names_what_no_rule_changed(folder: Path, raw: str, line: str) -> None:
    (folder / "a.txt").write_bytes(raw.encode())
    result = call("check", "a.txt")
    assert result.exit_code == 1
    assert result.stdout.startswith(f"a.txt:{line}")
    assert result.stderr.startswith("1 document, 1 changed: 1 edit, 0 flags\nedits:\n  canonical.")


def test_every_finding_is_counted(folder: Path) -> None:
    raw = " \nThe ferry , was late\n\n\n"
    (folder / "a.txt").write_bytes(raw.encode("utf-16"))
    data = json.loads(call("check", "a.txt", "--json").stdout)
    rules = Counter(row["rule"] for row in data["findings"] if not row["is_flag"])
    assert rules == data["summary"]["edits"]
    assert {"decode.encoding", "canonical.leading-space", "canonical.final-newline"} <= set(rules)
    assert call("run", "a.txt", "b.txt", "--json").stdout == (
        json.dumps(data["summary"], indent=2) + "\n"
    )


def test_check_names_the_encoding(folder: Path) -> None:
    (folder / "a.txt").write_bytes("Der Zug fährt über die Brücke nach Köln.\n".encode("utf-16"))
    result = call("check", "a.txt")
    assert result.exit_code == 1
    assert result.stdout.startswith("a.txt:1:1: decode.encoding `utf-16-le` → `utf-8`\n")


def test_check_as_json() -> None:
    result = call("check", "raw", "--json")
    assert result.exit_code == 1
    data = json.loads(result.stdout)
    assert data["summary"]["changed"] == 1
    row = next(row for row in data["findings"] if row["rule"] == "boilerplate.comment-form")
    assert (row["file"], row["line"], row["column"]) == ("raw/a.txt", 3, 1)
    assert (row["before"].strip(), row["after"], row["is_flag"]) == ("Leave a Reply", "", False)


def test_a_flag_is_shown_and_changes_no_exit_code(folder: Path) -> None:
    (folder / "rules.yaml").write_text("version: 1\nrules: {typography.quotes: flag}\n")
    (folder / "a.txt").write_text("The ferry was sold to “two brothers” from Halden.\n")
    result = call("check", "a.txt")
    assert result.exit_code == 0
    assert "a.txt:1:23: typography.quotes flag: `“`\n" in result.stdout
    assert "rules: rules.yaml\n" in result.stderr


def test_fix(folder: Path) -> None:
    result = call("fix", "raw/a.txt", "raw/b/clean.txt")
    assert result.exit_code == 1
    assert result.stdout.startswith("fixed raw/a.txt\n2 documents, 1 changed")
    assert (folder / "raw" / "a.txt").read_text() == CLEAN
    assert call("fix", "raw").exit_code == 0


@pytest.mark.parametrize("target", ["raw/a.txt", "raw", "../outside.txt"])
def test_fix_writes_through_no_link(folder: Path, target: str) -> None:
    outside = folder.parent / "outside.txt"
    outside.write_text(RAW)
    (folder / "link.txt").symlink_to(target)
    result = call("fix", "raw/a.txt", "link.txt")
    assert result.exit_code == 2
    assert result.output == "cleaner: link.txt: is a link; name the file it leads to\n"
    assert (folder / "raw" / "a.txt").read_text() == outside.read_text() == RAW
    assert call("check", "raw/a.txt").exit_code == 1


def test_a_link_that_leads_nowhere_is_told(folder: Path) -> None:
    (folder / "link.txt").symlink_to("nowhere")
    verbs = ("check", "fix", "diff", "explain", "run raw/a.txt", "run -")
    for verb in (*(f"{verb} link.txt" for verb in verbs), "run link.txt clean"):
        result = call(*verb.split(), stdin=RAW)
        assert result.exit_code == 2
        assert result.output == "cleaner: link.txt: is a link that leads nowhere\n"
        assert (folder / "link.txt").is_symlink()


def test_fix_leaves_what_it_cannot_read(folder: Path) -> None:
    add_bad(folder)
    before = (folder / "raw" / "bad.txt").read_bytes()
    assert call("fix", "raw").exit_code == 3
    assert (folder / "raw" / "bad.txt").read_bytes() == before
    assert (folder / "raw" / "a.txt").read_text() == CLEAN


def test_fix_of_a_stream() -> None:
    result = call("fix", "-", stdin=RAW)
    assert (result.exit_code, result.stdout) == (1, CLEAN)
    assert call("fix", "-", stdin=CLEAN).exit_code == 0


def test_diff(folder: Path) -> None:
    result = call("diff", "raw")
    assert result.exit_code == 0
    assert result.stdout == (
        "--- a/raw/a.txt\n"
        "+++ b/raw/a.txt\n"
        "@@ -1,3 +1 @@\n"
        "-The ferry was sold on Friday to “two brothers” from Halden.\n"
        "-\n"
        "-Leave a Reply\n"
        '+The ferry was sold on Friday to "two brothers" from Halden.\n'
    )
    assert (folder / "raw" / "a.txt").read_text() == RAW


def test_a_diff_is_a_patch(folder: Path) -> None:
    (folder / "x.txt").write_text("Two ships . came in\ttoday")
    patch = call("diff", "x.txt").stdout
    assert "\\ No newline at end of file" in patch
    command = ["git", "apply", "-"]
    subprocess.run(command, input=patch.encode(), check=True, capture_output=True)
    assert call("check", "x.txt").exit_code == 0


@pytest.mark.parametrize("verb", ["check", "fix", "diff"])
def test_a_stream_stands_alone(verb: str) -> None:
    result = call(verb, "-", "raw")
    assert result.exit_code == 2
    assert result.stderr == (
        "cleaner: - stands alone: standard input is not cleaned together with files\n"
    )


@pytest.mark.parametrize("verb", ["check", "diff", "explain"])
def test_verbs_that_look_read_streams(verb: str) -> None:
    result = call(verb, "-", stdin=RAW)
    assert "stdin" in result.stdout
    assert "Leave a Reply" in result.stdout


@pytest.mark.parametrize(
    ("raw", "more", "code"),
    [
        ('The ferry was late," she said on Monday.\n', (), 0),
        ('The ferry was late," she said on Monday.\n', ("--fail-if-flagged",), 1),
        ('The ferry was late," she said on Monday.\n', ("--fail-if-flagged", "--json"), 1),
        ('The ferry was late," she said.\n', ("--fail-if-flagged", "--rule", "splice"), 0),
        (CLEAN, ("--fail-if-flagged",), 0),
        (RAW, ("--fail-if-flagged",), 1),
    ],
)
def test_flags_change_nothing_and_fail_if_that_is_asked(
    folder: Path, raw: str, more: tuple[str, ...], code: int
) -> None:
    (folder / "a.txt").write_text(raw)
    assert call("check", "a.txt", *more).exit_code == code


# explain


ARTICLE = (
    "OSLO — Brandts’ ferry sank . It “lies” off the “old” quay.\n"
    "\n"
    "Brandt said so on Friday . Nobody “asked” Brandt to come back. the quay.\n"
    "\n"
    "[ad_1]\n"
)


def test_explain(folder: Path) -> None:
    (folder / "a.txt").write_text(ARTICLE)
    result = call("explain", "a.txt")
    assert result.exit_code == 0
    assert (
        result.stdout
        == """a.txt (utf-8): 13 edits, 1 flag

1:1 → 1:1  canonical.front-matter
    + ---
    + dateline: Oslo
    + ---
    What left the text, and what was known of it, as front matter

1:1 → front matter  header.dateline
    [-OSLO — -]Brandts’ ferry sank . It “lies” off the…
    to the front matter: dateline: Oslo
    The place, the day and the agency in front of the first sentence

1:14 → 5:7  possessive.name-s-apostrophe, typography.quotes
    OSLO — [-Brandts’-] {+Brandt's+} ferry sank . It “lies” off the “old”…
    An apostrophe after the s of a name that has no s: `Brandt` ×2, `Brandts` ×0

1:27 → 5:20  punctuation.space-before-mark
    OSLO — Brandts’ ferry [-sank .-] {+sank.+} It “lies” off the “old” quay.
    A space before a comma or a stop; in English, before any mark: after 'sank'

3:25 → 7:25  punctuation.space-before-mark
    Brandt said so on [-Friday .-] {+Friday.+} Nobody “asked” Brandt to come back.…
    A space before a comma or a stop; in English, before any mark: after 'Friday'

5:1 → gone  boilerplate.ad-marker
    - [ad_1]
    The place of an advertisement, which a third of all scraped stories keep: line: ad_1

typography.quotes ×6
    [-“-] → {+"+} ×3, [-”-] → {+"+} ×3
    Quotation marks and apostrophes in another style than the chosen one
    at 1:33, 1:38, 1:48, 1:52, 3:35, 3:41

For a person to judge; the text is as it was:

3:64 → 7:63  splice.displaced-fragment
    …. Nobody “asked” Brandt to come back. [?the quay.?]
    A fragment that begins with a small letter, after a full stop
"""
    )


def test_explain_tells_a_word_that_changed_throughout_once(folder: Path) -> None:
    (folder / "a.txt").write_text(
        "Brandts’ ferry sank. Then Brandts’ car went. Brandt laughed. Brandt left.\n\n"
        "Brandts’ boat did not.\n"
    )
    shown = call("explain", "a.txt").stdout
    assert shown == (
        "a.txt (utf-8): 6 edits, 0 flags\n"
        "\n"
        "possessive.name-s-apostrophe, typography.quotes ×3\n"
        "    [-Brandts’-] → {+Brandt's+} ×3\n"
        "    An apostrophe after the s of a name that has no s: `Brandt` ×2, `Brandts` ×0\n"
        "    at 1:7, 1:33, 3:7\n"
    )
    assert "{+Brandt's+} boat" in call("explain", "a.txt", "--rule", "typography.quotes").stdout


def test_explain_a_line(folder: Path) -> None:
    (folder / "a.txt").write_text(ARTICLE)
    shown = call("explain", "a.txt:3").stdout
    assert "3:25 → 7:25" in shown
    assert "1:27" not in shown
    assert call("explain", "a.txt:2").stdout.splitlines()[1] == "nothing on line 2"
    last = len(ARTICLE.splitlines())
    assert call("explain", f"a.txt:{last}").exit_code == 0
    has = f"the text has {last} lines; name one of them"
    for line, told in ((0, "lines and records count from 1"), (last + 1, has), (99, has)):
        result = call("explain", f"a.txt:{line}")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"cleaner: a.txt:{line}: {told}")
    (folder / "b.txt:3").write_text(ARTICLE)
    assert "1:27" in call("explain", "b.txt:3").stdout


def test_explain_a_rule(folder: Path) -> None:
    (folder / "a.txt").write_text(ARTICLE)
    shown = call("explain", "a.txt", "--rule", "typography.quotes").stdout
    assert '[-“lies”-] {+"lies"+} off the' in shown
    assert "typography.quotes ×" not in shown
    assert "space-before-mark" not in shown
    result = call("explain", "a.txt", "--rule", "typography.quote")
    assert result.exit_code == 2
    assert result.stderr == (
        "cleaner: unknown rule 'typography.quote'; did you mean 'typography.quotes'?\n"
    )
    shown = call("explain", "a.txt", "--rule", "layout.indent").stdout
    assert shown.splitlines()[1] == "nothing by layout.indent"


def test_explain_as_json_tells_where_each_edit_is_now(folder: Path) -> None:
    (folder / "a.txt").write_text(ARTICLE)
    data = json.loads(call("explain", "a.txt", "--json").stdout)
    call("fix", "a.txt")
    article = (folder / "a.txt").read_text()
    (row,) = (row for row in data["findings"] if row["rule"] == "possessive.name-s-apostrophe")
    result = row["result"]
    assert article[result["start"] : result["end"]] == "'s"
    assert (result["line"], result["column"]) == (5, 7)
    assert (row["line"], row["column"]) == (1, 14)


def test_explain_obeys_nobody(folder: Path) -> None:
    (folder / "a.txt").write_text(
        "OSLO — Two\u200b ships sank . The \x1b[31mcity said so on Friday.\n"
    )
    result = call("explain", "a.txt")
    assert "\x1b" not in result.stdout
    assert "\u200b" not in result.stdout
    assert "{+city+}" in result.stdout
    assert "[-\\x1b[31mcity-]" in result.stdout
    assert "[-Two\\u200b-] {+Two+} ships" in result.stdout


def test_explain_shows_places_in_order_of_the_raw_text(folder: Path) -> None:
    (folder / "a.txt").write_text("\ufeffTwo ships .\r\nsank .\r\n\r\nThree came , all late .\r\n")
    data = json.loads(call("explain", "a.txt", "--json").stdout)
    starts = [row["start"] for row in data["findings"]]
    assert starts == sorted(starts)
    raw = (folder / "a.txt").read_bytes().decode()
    for row in data["findings"]:
        if row["rule"] == "punctuation.space-before-mark":
            before = raw[: row["start"]]
            assert row["line"] == before.count("\n") + 1
            assert raw[row["start"] : row["end"]] == row["before"]


def test_explain_of_what_cannot_be_read(folder: Path) -> None:
    add_bad(folder)
    result = call("explain", "raw/bad.txt")
    assert result.exit_code == 3
    assert result.stderr.startswith("cleaner: raw/bad.txt: not text; ")
    assert call("run", "raw/bad.txt", "-").stderr == result.stderr


# rules


def test_rules_list(folder: Path) -> None:
    (folder / "rules.yaml").write_text("version: 1\nrules: {typography.quotes: flag}\n")
    heading, *lines = call("rules", "list").stdout.splitlines()
    assert heading.split() == ["rule", "state", "kind", "from", "examples", "about"]
    assert any(line.split()[:2] == ["typography.quotes", "flag"] for line in lines)
    (shown,) = (line for line in lines if line.startswith("typography.quotes "))
    assert shown.index("flag") == heading.index("state")
    _, *lines = call("rules", "list", "--no-rules").stdout.splitlines()
    assert any(line.split()[:2] == ["typography.quotes", "fix"] for line in lines)
    ids = [line.split()[0] for line in lines]
    assert len(ids) == len(set(ids))
    rows = json.loads(call("rules", "list", "--json").stdout)
    assert [row["id"] for row in rows] == ids


def test_rules_show() -> None:
    result = call("rules", "show", "typography.quotes")
    assert result.stdout.startswith("typography.quotes (fix)\n\n")
    assert "option style: 'straight' (straight, curly or keep)\n" in result.stdout
    assert "kind: line\n" in call("rules", "show", "boilerplate.comment-form").stdout
    result = call("rules", "show", "typography.quote")
    assert result.exit_code == 2
    assert result.stderr == (
        "cleaner: unknown rule 'typography.quote'; did you mean 'typography.quotes'?\n"
    )


OWN_RULES = """\
version: 1
extends: minimal
passes: [splice]
rules:
  splice.digest:
    kind: line
    match: [Get our digest]
    examples:
      changes: ["It ran.\\n\\nGet our digest"]
      keeps: [Get our digests]
  splice.ad-marker: {kind: line, match: [Ad break]}
"""


def test_rules_list_tells_where_rules_come_from(folder: Path) -> None:
    (folder / "rules.yaml").write_text(OWN_RULES + "  splice.joined-clause: off\n")
    rows = [line.split(maxsplit=5) for line in call("rules", "list").stdout.splitlines()]
    assert ["splice.digest", "fix", "line", "rules.yaml:5", "2"] in rows
    assert ["splice.ad-marker", "fix", "line", "rules.yaml:11", "0"] in rows
    assert ["splice.joined-clause", "off", "python", "cleaner", "1"] in [row[:5] for row in rows]
    shown = call("rules", "show", "splice.joined-clause").stdout
    assert shown.endswith("\nset at: rules.yaml:12\n")


def test_init_writes_a_file_that_works(folder: Path) -> None:
    result = call("init")
    assert (result.exit_code, result.stdout) == (
        0,
        "rules.yaml written; try it: cleaner rules test\n",
    )
    assert call("rules", "test").exit_code == 0
    rows = json.loads(call("rules", "test", "--json").stdout)
    assert sum(row["file"] == "rules.yaml" and not row["fault"] for row in rows) == 4
    assert call("run", "raw/a.txt", "-", "--quiet").stdout == CLEAN
    for name, about in ABOUT_PACKS.items():
        for path in (folder, Path(__file__).parents[1]):
            assert f"#   {name:<7}  {about}\n" in (path / "rules.yaml").read_text()
    result = call("init", "other.yaml")
    assert result.stdout.endswith("try it: cleaner rules test --rules other.yaml\n")
    assert (folder / "other.yaml").read_text() == (folder / "rules.yaml").read_text()


def test_init_overwrites_nothing(folder: Path) -> None:
    (folder / "rules.yaml").write_text("version: 1\n")
    (folder / "link.yaml").symlink_to("nowhere.yaml")
    for name in ("rules.yaml", "link.yaml"):
        result = call("init", name)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == (
            f"cleaner: {name}: is there already; name another file, or edit it\n"
        )
    assert (folder / "rules.yaml").read_text() == "version: 1\n"
    assert not (folder / "nowhere.yaml").exists()
    result = call("init", "no/where.yaml")
    assert (result.exit_code, result.stderr) == (
        2,
        "cleaner: no/where.yaml: the folder no is not there; make it first\n",
    )


def test_rules_schema() -> None:
    printed = json.loads(call("rules", "schema").stdout)
    assert printed["$schema"].startswith("http://json-schema.org/")
    assert "boilerplate.comment-form" in json.dumps(printed)


def test_a_folder_tells_the_site_to_every_verb(folder: Path) -> None:
    site = folder / "raw" / "post.example"
    site.mkdir()
    (site / "a.txt").write_text("It sails again on Monday, she said at the pier.\n\nQuay letter\n")
    rule = "{kind: line, match: [Quay letter], sites: [post.example]}"
    (folder / "rules.yaml").write_text(f"version: 1\nrules:\n  boilerplate.quay: {rule}\n")
    for verb in ("run raw/post.example o", "run raw p", "run raw/post.example/a.txt q.txt"):
        assert call(*verb.split()).exit_code == 0
    for name in ("o/a.txt", "p/post.example/a.txt", "q.txt"):
        assert (folder / name).read_text() == "It sails again on Monday, she said at the pier.\n"
    assert "boilerplate.quay" in call("check", "raw/post.example").stdout


def test_rules_test(folder: Path) -> None:
    (folder / "rules.yaml").write_text(OWN_RULES)
    last = "4 rules: 4 of 4 examples hold; 1 without one that can be tried: splice.ad-marker\n"
    assert call("rules", "test").stdout == last
    result = call("rules", "test", "--verbose")
    assert (result.exit_code, result.stderr) == (0, "")
    assert call("rules", "test", "splice.digest").stdout.count("ok   rules.yaml") == 2
    assert call("rules", "test", "--verbose", "--quiet").exit_code == 2
    assert re.sub(r"\.py:\d+:1", ".py", result.stdout) == (
        "ok   rules.yaml:9:17: splice.digest: "
        "example 1 of changes 'It ran.⏎⏎Get our digest' → 'It ran.'\n"
        "ok   rules.yaml:10:15: splice.digest: "
        "example 1 of keeps stays: 'Get our digests'\n"
        "ok   cleaner/passes/splice.py: splice.joined-clause: example 1 of Before "
        "'They praised the city's efforts. to restrict traffic.' → "
        "'They praised the city's efforts to restrict traffic.'\n"
        "ok   cleaner/passes/splice.py: splice.displaced-fragment: example 1 of Before "
        "is flagged: 'The boats sail later this week. the spring.'\n" + last
    )


def test_rules_test_of_some_rules(folder: Path) -> None:
    (folder / "rules.yaml").write_text(OWN_RULES.replace("our digests", "our DIGEST"))
    result = call("rules", "test", "splice.ad-marker")
    assert result.exit_code == 0
    assert result.stdout == (
        "1 rule: 0 of 0 examples hold; 1 without one that can be tried: splice.ad-marker\n"
    )
    assert call("rules", "test", "splice.digest", "--quiet").exit_code == 1
    result = call("rules", "test", "splice.diges")
    assert (result.exit_code, result.stderr) == (
        2,
        "cleaner: unknown rule 'splice.diges'; did you mean 'splice.digest'?\n",
    )
    result = call("rules", "test", "decode.encoding")
    assert (result.exit_code, result.stderr) == (
        2,
        "cleaner: 'decode.encoding' is no rule, and has no examples\n",
    )
    assert call("rules", "test", "encoding.bom", "--no-rules").stdout.endswith(
        "encoding.bom: example 1 of Before '\\ufeffMinisters met.' → 'Ministers met.'\n"
        "1 rule: 1 of 1 example hold\n"
    )


def test_rules_list_shows_the_order_in_which_they_run(folder: Path) -> None:
    own = "{kind: %s, match: [{regex: a b}]%s}"
    kinds = (("replace", ", with: c"), ("span", ""), ("line", ""))
    rows = [f"  splice.own-{kind}: {own % (kind, more)}\n" for kind, more in kinds]
    (folder / "rules.yaml").write_text("version: 1\npasses: [splice]\nrules:\n" + "".join(rows))
    _, *ids = (line.split()[0] for line in call("rules", "list").stdout.splitlines())
    assert (ids[0], *ids[-2:]) == ("splice.own-line", "splice.own-span", "splice.own-replace")


def test_rules_test_tells_what_fails_where_nothing_else_loads(folder: Path) -> None:
    (folder / "rules.yaml").write_text(OWN_RULES.replace("our digests", "our DIGEST"))
    fault = "splice.digest: example 1 of keeps becomes '': 'Get our DIGEST'\n"
    result = call("rules", "test", "--quiet")
    assert (result.exit_code, result.stdout) == (1, f"FAIL rules.yaml:10:15: {fault}")
    failed, last = call("rules", "test").stdout.splitlines()
    assert failed == f"FAIL rules.yaml:10:15: {fault}".rstrip()
    assert last.startswith("4 rules: 3 of 4 examples hold")
    rows = json.loads(call("rules", "test", "--json").stdout)
    assert [(row["line"], row["result"], row["fault"]) for row in rows[:2]] == [
        (9, "It ran.", ""),
        (10, "", "becomes ''"),
    ]
    result = call("run", "raw", "clean")
    assert result.exit_code == 2
    assert result.output == (
        "cleaner: rules.yaml:10:15: rule 'splice.digest': "
        "example 1 of keeps becomes '': 'Get our DIGEST'\n"
    )


def test_the_examples_of_all_packs_hold() -> None:
    for pack in PACKS:
        Path("pack.yaml").write_text(f"version: 1\nextends: {pack}\n")
        assert call("rules", "test", "--rules", "pack.yaml", "--quiet").output == ""


def test_a_rule_that_can_only_flag_says_so(folder: Path) -> None:
    id = "punctuation.lost-quotes"
    assert call("rules", "show", id).stdout.startswith(f"{id} (flag)\n")
    (folder / "rules.yaml").write_text(f"version: 1\nrules: {{{id}: flag}}\n")
    assert call("rules", "show", id).stdout.startswith(f"{id} (flag)\n")
    (folder / "rules.yaml").write_text(f"version: 1\nrules: {{{id}: off}}\n")
    assert call("rules", "show", id).stdout.startswith(f"{id} (off)\n")


@pytest.mark.parametrize(
    "id",
    [
        "canonical.front-matter",
        "canonical.leading-space",
        "canonical.final-newline",
        "decode.encoding",
        "document.empty",
        "document.front-matter",
        "document.mostly-removed",
        "pipeline.unsettled",
    ],
)
def test_whatever_a_report_names_can_be_shown(id: str) -> None:
    result = call("rules", "show", id)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{id} (f")
    assert result.stdout.endswith("It is no rule and cannot be switched off.\n")


def test_every_rule_can_be_shown() -> None:
    for row in json.loads(call("rules", "list", "--json").stdout):
        shown = call("rules", "show", row["id"])
        assert shown.exit_code == 0
        assert row["title"] in shown.stdout
        assert row["title"]


def test_rules_file(folder: Path) -> None:
    off = "boilerplate.comment-form: off, boilerplate.closing-line: off"
    curly = f"version: 1\nrules: {{typography.quotes: {{style: keep}}, {off}}}\n"
    (folder / "other.yaml").write_text(curly)
    result = call("run", "raw/a.txt", "-", "--rules", "other.yaml")
    assert result.stdout == RAW
    assert "rules: other.yaml\n" in result.stderr
    (folder / "rules.yaml").write_text(curly)
    assert call("run", "raw/a.txt", "-", "--quiet").stdout == RAW
    assert call("run", "raw/a.txt", "-", "--quiet", "--no-rules").stdout == CLEAN


# what a user can get wrong


def test_a_pattern_without_end_costs_one_document(folder: Path) -> None:
    rule = "{kind: replace, match: [{regex: '(?:x|xx)+y'}], with: z}"
    (folder / "rules.yaml").write_text(f"version: 1\nrules:\n  splice.mine: {rule}\n")
    (folder / "raw" / "slow.txt").write_text("x" * 80 + " was sold.\n")
    result = call("run", "raw", "clean")
    assert result.exit_code == 3
    assert (
        "failed: 1\n  slow.txt: rule 'splice.mine': pattern '(?:x|xx)+y' takes more than 1 s\n"
        in result.stdout
    )
    assert sorted(path.name for path in (folder / "clean").rglob("*.txt")) == ["a.txt", "clean.txt"]


def test_bad_rules_file(folder: Path) -> None:
    (folder / "rules.yaml").write_text("version: 1\nrules:\n  typography.qoutes: off\n")
    for verb in (("run", "raw", "clean"), ("check", "raw"), ("rules", "list"), ("fix", "raw")):
        result = call(*verb)
        assert result.exit_code == 2
        assert result.output == (
            "cleaner: rules.yaml:3:3: unknown rule 'typography.qoutes'; "
            "did you mean 'typography.quotes'?\n"
        )
    assert not (folder / "clean").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("run missing clean", "cleaner: missing: No such file or directory; check the name\n"),
        ("run rawe clean", "cleaner: rawe: No such file or directory; did you mean 'raw'?\n"),
        ("fix raw/b.txt", "cleaner: raw/b.txt: No such file or directory; did you mean 'a.txt'?\n"),
        ("check raw/a.txt/x", "cleaner: raw/a.txt/x: Not a directory; check the name, of which a"),
        ("run raw raw/clean", "cleaner: raw/clean: the target lies inside the source; choose"),
        ("run raw clean --rules none.yaml", "cleaner: none.yaml: cannot read the rules file: No"),
        ("run raw clean --rules a --no-rules", "cleaner: --rules and --no-rules exclude each"),
        ("check missing", "cleaner: missing: No such file or directory"),
        ("fix raw/a.txt missing", "cleaner: missing: No such file or directory"),
        ("diff fifo", "cleaner: fifo: is a fifo; use - for standard input"),
        ("explain fifo", "cleaner: fifo: is a fifo; use - for standard input"),
        ("explain missing", "cleaner: missing: No such file or directory"),
        ("explain raw", "cleaner: raw: is a folder, not a file"),
        ("run missing -", "cleaner: missing: No such file or directory"),
        ("run fifo -", "cleaner: fifo: is a fifo; use - for standard input"),
        ("run - raw/a.txt/x", "cleaner: raw/a.txt: is a file, not a folder"),
        ("run - none/", "cleaner: a stream goes to a stream or a file, not to or from a folder"),
        ("run - fifo", "cleaner: fifo: is a fifo; use - for standard output"),
        ("run raw/a.txt fifo", "cleaner: fifo: is a fifo; use - for standard output"),
        ("run - link", "cleaner: link: is a link; name the file it leads to"),
    ],
)
def test_usage_errors_are_one_line(arguments: str, message: str, folder: Path) -> None:
    os.mkfifo(folder / "fifo")
    (folder / "link").symlink_to("raw/a.txt")
    result = call(*arguments.split())
    assert result.exit_code == 2
    assert (folder / "fifo").is_fifo()
    assert (folder / "link").is_symlink()
    assert not (folder / "none").exists()
    assert result.stdout == ""
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1
    assert (folder / "raw" / "a.txt").read_text() == RAW


@pytest.mark.parametrize("arguments", ["", "run", "run raw", "chekc raw", "run raw clean --job 2"])
def test_what_click_refuses(arguments: str) -> None:
    assert call(*arguments.split()).exit_code == 2


# on a terminal


def on_terminal(*arguments: str) -> tuple[int, str]:
    """Run the program with a terminal for its output; return its exit code and what was shown."""
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "cleaner", *arguments]
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    process = subprocess.Popen(command, stdout=child, stderr=child, env=environment)
    os.close(child)
    shown = b""
    while True:
        try:
            piece = os.read(parent, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(parent)
    return process.wait(timeout=30), shown.decode()


def test_a_bar_on_a_terminal() -> None:
    code, shown = on_terminal("run", "raw", "clean")
    assert code == 0
    assert "2/2" in shown
    assert "2 documents, 1 changed" in shown
    assert "2/2" not in on_terminal("run", "raw", "clean", "--quiet")[1]


def test_explain_is_coloured_on_a_terminal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.txt").write_text(ARTICLE)
    gone, new = "\x1b[31m\x1b[9mBrandts’\x1b[0m", "\x1b[32m\x1b[4mBrandt's\x1b[0m"
    assert f"{gone} {new} ferry" in on_terminal("explain", "a.txt")[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "[-Brandts’-] {+Brandt's+} ferry" in on_terminal("explain", "a.txt")[1]


def test_a_diff_on_a_terminal_obeys_nobody(folder: Path) -> None:
    (folder / "a.txt").write_text("Two ships \x1b]0;owned\x07 sank .\n")
    code, shown = on_terminal("diff", "a.txt", "--quiet")
    assert code == 0
    assert re.search(r"\\x1b\S*\]0;owned\S*\\x07", shown)
    assert "\x1b]0;" not in shown
    assert "\x1b[31m-Two ships" in shown


def test_a_diff_on_a_terminal_shows_what_changed_in_a_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text("Two ships sank .\n\nThree “came”.\n\n[ad_1]")
    code, shown = on_terminal("diff", "a.txt", "--quiet")
    assert code == 0
    red, green, off, reverse = "\x1b[31m", "\x1b[32m", "\x1b[0m", "\x1b[7m"
    assert f"{red}-Two ships sank{off}{red}{reverse} .{off}" in shown
    assert f"{green}+Two ships sank{off}{green}{reverse}.{off}" in shown
    assert f'{green}+Three {off}{green}{reverse}"{off}{green}came{off}' in shown
    assert f"{red}{reverse}[ad_1]{off}" in shown
    monkeypatch.setenv("NO_COLOR", "1")
    shown = on_terminal("diff", "a.txt", "--quiet")[1]
    assert "-Two ships sank .\r\n" in shown
    assert "\x1b" not in shown


def test_fix_counts_what_it_passes_over_by_form(folder: Path) -> None:
    for name in ("1.html", "2.HTML", "3.htm", "b/4.html", "5.jsonl", "6.jsonl.gz", "7.png"):
        (folder / "raw" / name).parent.mkdir(exist_ok=True)
        (folder / "raw" / name).write_bytes(b"")
    (folder / "raw" / "link.txt").symlink_to("nowhere")
    result = call("fix", "raw")
    told = result.output.partition("skipped: ")[2].splitlines()
    assert told[0].startswith("8 (") and told[0].endswith("no text file .png: 1)")
    assert told[1:3] == [
        "  1 .jsonl, 1 .jsonl.gz: holds many records, which cleaner run writes into another file or"
        " a folder",
        "  3 .html, 1 .htm: its article has another form, and would stand in the place of its"
        " source; use run",
    ]
    assert told[3].startswith("  raw/link.txt: ")
    assert ".html: " not in "".join(told[3:])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("run", "run: Missing argument 'SRC'; see cleaner run --help"),
        ("run a", "run: Missing argument 'DST'; see cleaner run --help"),
        ("run a b c", "run: Got unexpected extra argument (c); see cleaner run --help"),
        (
            "check --jobs x a",
            "check: Invalid value for '--jobs': 'x' is no whole number from 0 to 1",
        ),
        (
            "check --jobs -1 a",
            "check: Invalid value for '--jobs': '-1' is no whole number from 0 to",
        ),
        ("rules tset", "rules: No such command 'tset'"),
        ("nothing", "No such command 'nothing'; see cleaner --help"),
        ("check a --output-format", "Option '--output-format' requires an argument; see cleaner"),
        ("--rules x run a b", "--rules goes behind the verb, as in: cleaner run --rules; see clea"),
        ("--jobs=2 check a", "--jobs goes behind the verb, as in: cleaner check --jobs; see"),
        (
            "rules --json list",
            "rules: --json goes behind the verb, as in: cleaner rules list --json",
        ),
        ("--frobnicate", "No such option '--frobnicate'; see cleaner --help"),
    ],
)
def test_a_command_line_that_cannot_be_read_is_told_in_one_line(
    arguments: str, message: str
) -> None:
    result = CliRunner().invoke(main, arguments.split(), prog_name="cleaner")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"cleaner: {message}")
    assert result.stderr.count("\n") == 1


def test_what_has_commands_shows_its_help() -> None:
    for arguments in ([], ["rules"]):
        result = CliRunner().invoke(main, arguments, prog_name="cleaner")
        assert "Commands:\n" in result.output
