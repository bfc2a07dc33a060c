"""The review: what is asked, what is kept, and that nobody else can ask or decide."""

from __future__ import annotations

import json
import re
import socket
import struct
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from cases import CASES
from click.testing import CliRunner

from cleaner.cli import main
from cleaner.config import load_decisions, load_packs
from cleaner.config.decided import parse_decisions
from cleaner.disk.plan import Task
from cleaner.ending import Stopped
from cleaner.errors import UsageError
from cleaner.look import Raw
from cleaner.pipeline import Pipeline
from cleaner.review.desk import Desk
from cleaner.review.question import Gather
from cleaner.review.server import Server

TEXT = "It rained , and he slept.\n\nThe “ferry sailed.\n\nBut it went back to the port again.\n"


def desk_in(folder: Path, text: str = TEXT) -> Desk:
    questions = Gather(load_packs("news"), edits=True)(Raw(text.encode(), Task("a.txt", "a.txt")))
    return Desk(questions, folder / "decisions.yaml", folder / "rules.yaml")


def number_of(desk: Desk, rule: str) -> int:
    return next(n for n, each in enumerate(desk.questions) if each.finding.rule == rule)


SPACE = "punctuation.space-before-mark"
QUOTES = "punctuation.unbalanced-quotes"


def test_flags_are_asked_and_edits_where_somebody_wants_them() -> None:
    raw = Raw(TEXT.encode(), Task("a.txt", "a.txt"))
    config = load_packs("news")
    assert {each.finding.rule for each in Gather(config)(raw)} == {QUOTES}
    assert {each.finding.rule for each in Gather(config, (SPACE,))(raw)} == {SPACE}


def test_what_is_decided_is_kept_and_not_asked_again(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    for number in range(len(desk.questions)):
        desk.decide(number, "reject")
    config = load_packs("news")
    decided = load_decisions(tmp_path / "decisions.yaml")
    assert len(decided) == desk.made == len(desk.questions)

    again = Gather(replace(config, decisions=decided), edits=True)
    assert again(Raw(TEXT.encode(), Task("a.txt", "a.txt"))) == []
    assert Pipeline(replace(config, decisions=decided)).clean(TEXT).render() == TEXT


def test_a_decision_can_be_taken_back_and_those_before_it_stay(tmp_path: Path) -> None:
    first = desk_in(tmp_path)
    first.decide(number_of(first, SPACE), "reject")
    second = desk_in(tmp_path)
    number = number_of(second, QUOTES)
    assert second.decide(number, "rewrite", "'")["verdict"] == "rewrite"
    assert len(load_decisions(tmp_path / "decisions.yaml")) == 2
    assert second.decide(number, "open")["verdict"] == "open"
    (kept,) = load_decisions(tmp_path / "decisions.yaml")
    assert kept.rule == SPACE


def test_what_makes_no_sense_is_refused(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    with pytest.raises(UsageError, match="there is nothing to accept"):
        desk.decide(number_of(desk, QUOTES), "accept")
    with pytest.raises(UsageError, match="there is no question 99"):
        desk.decide(99, "reject")
    with pytest.raises(UsageError, match="unknown verdict 'maybe'"):
        desk.decide(0, "maybe")
    with pytest.raises(UsageError, match="unknown change 'more'"):
        desk.change(0, "more")
    assert not (tmp_path / "decisions.yaml").exists()


def test_the_rules_file_learns(tmp_path: Path) -> None:
    desk = desk_in(tmp_path, "He read the Harbour , Post at noon.\n")
    number = number_of(desk, SPACE)
    assert desk.change(number, "off").endswith(f"rules.yaml says {SPACE}: off")
    rules = (tmp_path / "rules.yaml").read_text()
    assert f"rules:\n  {SPACE}: off" in rules
    assert Pipeline.from_file(tmp_path / "rules.yaml").clean("It rained , so.").text == (
        "It rained , so."
    )


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("He read the Harbour , Post at noon.\n", SPACE, "read the Harbour , Post at"),
        (
            "OSLO — A ferry sank. It lay there, she said.\n",
            "header.dateline",
            "OSLO — A ferry sank. It",
        ),
        ("She said: “It sank. He left.\n", QUOTES, "She said: “It sank. He"),
        ("Yes , no.\n\nIt sank.\n", SPACE, ""),
        ("It lay there.\n\nIt sank in June.\n[ad_2]\n", "boilerplate.ad-marker", "[ad_2]"),
        ("It sank.\n\n\n\nHe left. , he said\n", "layout.blank-run", ""),
    ],
)
def test_what_can_be_protected_is_words_of_one_line(
    tmp_path: Path, text: str, rule: str, words: str
) -> None:
    desk = desk_in(tmp_path, text)
    told = {each.finding.rule: each.words for each in desk.questions}
    assert told[rule] == words
    if words:
        number = number_of(desk, rule)
        assert desk.change(number, "protect") == f'{tmp_path / "rules.yaml"} protects "{words}"'
        kept = Pipeline.from_file(tmp_path / "rules.yaml").clean(text)
        assert words in kept.text
    for number, each in enumerate(desk.questions):
        if not each.words:
            with pytest.raises(UsageError, match="says too little"):
                desk.change(number, "protect")


def test_a_click_protects_no_word_that_stands_everywhere(tmp_path: Path) -> None:
    case = next(case for case in CASES if case.rule == "punctuation.lost-quotes" and case.evidence)
    text = case.before
    desk = desk_in(tmp_path, text)
    number = number_of(desk, "punctuation.lost-quotes")
    assert desk.questions[number].finding.before == "said"
    assert desk.change(number, "protect").endswith('protects "harbour master said on Monday,"')
    kept = Pipeline.from_file(tmp_path / "rules.yaml").clean(text)
    assert not [each for each in kept.flags if each.start == desk.questions[number].finding.start]


def test_a_place_is_shown_between_whole_words(tmp_path: Path) -> None:
    long = "The ferry sailed on to the next port. " * 10
    desk = desk_in(tmp_path, f"{long}It rained , and he slept. {long}\n")
    question = desk.questions[number_of(desk, SPACE)]
    assert question.left.startswith("…")
    assert question.left.removeprefix("…").split()[0] in long.split()
    assert question.right.endswith("…")
    assert question.right.removesuffix("…").split()[-1] in long.split()
    assert question.line == f"{long}It rained , and he slept. {long}"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(desk_in(tmp_path)) as served:
        thread = Thread(target=served.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield served
        served.shutdown()
        thread.join()


def ask(
    server: Server, name: str, body: object = None, **headers: str
) -> tuple[int, dict[str, str], bytes]:
    content = None if body is None else json.dumps(body).encode()
    address = name if name.startswith("http") else server.address + name
    headers = {"Content-Type": "application/json"} | {
        key.replace("_", "-"): value for key, value in headers.items()
    }
    request = urllib.request.Request(address, content, headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


def test_the_page_asks_and_decides(server: Server) -> None:
    status, headers, page = ask(server, "")
    assert status == 200
    nonce = headers["Content-Security-Policy"].partition("script-src 'nonce-")[2].partition("'")[0]
    assert f'<script nonce="{nonce}">'.encode() in page
    assert b"http" not in page.replace(b"http-equiv", b"")  # nothing from a network
    rows: list[dict[str, Any]] = json.loads(ask(server, "questions")[2])["questions"]
    assert [row["verdict"] for row in rows] == ["open"] * len(rows)
    row = json.loads(ask(server, "decide", {"number": 0, "verdict": "reject"})[2])
    assert row["verdict"] == "reject"
    assert server.desk.made == 1


def test_nobody_else_is_answered(server: Server) -> None:
    port = server.server_port
    assert server.server_address[0] == "127.0.0.1"
    assert ask(server, f"http://127.0.0.1:{port}/")[0] == 404
    assert ask(server, f"http://127.0.0.1:{port}/{'x' * 32}/questions")[0] == 404
    assert ask(server, "questions", Host="news.example")[0] == 403
    assert ask(server, "decide", {"number": 0, "verdict": "reject"}, Origin="http://a.example")[
        0
    ] == (403)
    form = {"number": 0, "verdict": "reject"}
    assert ask(server, "decide", form, Content_Type="text/plain")[0] == 415
    assert server.desk.made == 0


@pytest.mark.parametrize("body", [[], {}, {"number": True, "verdict": "reject"}, {"number": 0}])
def test_a_bad_request_is_told_and_does_nothing(server: Server, body: object) -> None:
    status, _, answer = ask(server, "decide", body)
    assert status == 400
    assert "error" in json.loads(answer)
    assert server.desk.made == 0


def test_a_browser_that_hangs_up_is_no_matter(
    server: Server, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    has_hung_up, is_done = Event(), Event()

    def questions() -> dict[str, object]:
        assert has_hung_up.wait(10)
        return {"questions": "x" * 10_000_000}

    def close(request: Any) -> None:
        type(server).shutdown_request(server, request)
        is_done.set()

    monkeypatch.setattr(server.desk, "to_json", questions)
    monkeypatch.setattr(server, "shutdown_request", close)
    with socket.create_connection(("127.0.0.1", server.server_port)) as browser:
        host = f"127.0.0.1:{server.server_port}"
        browser.sendall(f"GET /{server.token}/questions HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    has_hung_up.set()
    assert is_done.wait(10)
    assert capfd.readouterr().err == ""


def test_the_verb_says_where_there_is_nothing_to_decide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("It rained, and he slept.\n")
    result = CliRunner().invoke(main, ["review", "a.txt", "--no-browser"])
    assert result.output == "nothing to decide\n"
    (tmp_path / "empty").mkdir()
    result = CliRunner().invoke(main, ["review", "empty", "--no-browser"])
    assert result.output.startswith("cleaner: nothing to read, neither a text nor a record: in a ")
    unknown = CliRunner().invoke(main, ["review", "a.txt", "--rule", "splice.joined-claus"])
    assert "did you mean 'splice.joined-clause'?" in unknown.output
    refused = CliRunner().invoke(main, ["review", "a.txt", "--no-rules"])
    assert refused.exit_code == 2


def test_the_verb_serves_until_it_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT)

    def person(server: Server, **_: object) -> None:
        server.desk.decide(0, "reject")
        raise Stopped

    monkeypatch.setattr(Server, "serve_forever", person)
    result = CliRunner().invoke(main, ["review", "a.txt", "--no-browser"])
    assert result.exit_code == 0
    assert result.output.startswith("1 question; Ctrl-C ends\nhttp://127.0.0.1:")
    assert result.output.endswith("1 decision kept in decisions.yaml\n")

    def idler(server: Server, **_: object) -> None:
        raise Stopped

    monkeypatch.setattr(Server, "serve_forever", idler)
    (tmp_path / "a.txt").write_text(TEXT.replace("ferry", "lorry"))
    result = CliRunner().invoke(main, ["review", "a.txt", "--no-browser"])
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "nothing was decided")


def test_the_page_of_the_docs_is_true() -> None:
    page = (Path(__file__).parents[1] / "docs" / "review.md").read_text(encoding="utf-8")
    blocks = dict(re.findall(r"^```([\w ]+)\n(.*?)^```$", page, re.DOTALL | re.MULTILINE))
    decisions = parse_decisions(blocks["yaml"], "decisions.yaml")
    config = replace(load_packs("news"), decisions=decisions)
    assert Pipeline(config).clean(blocks["text before"]).render() == blocks["text after"]
    assert Pipeline.default().clean(blocks["text before"]).text.startswith("Brandt spoke. Brandt")
    assert "Brandt's visit" in Pipeline.default().clean(blocks["text before"]).text
