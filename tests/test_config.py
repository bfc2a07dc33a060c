"""Rules files: what they give, and the exact line that a mistake in one gets."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import get_args

import pytest
import yaml
from laws import check_laws

import cleaner
from cleaner import ConfigError, Document, Pipeline, RuleError
from cleaner.config import PACKS, Config, load_file, load_packs, parse
from cleaner.config.value import read_value
from cleaner.config.yaml_node import MAX_DEPTH, read
from cleaner.kinds import Match, Where
from cleaner.passes import PASS_NAMES

ROOT = Path(__file__).parents[1]
PACKAGE = Path(cleaner.__file__).parent
PLACES_OF_A_LINE = get_args(Where)
TYPES = {
    "text": str,
    "flag": bool,
    "number": int,
    "share": float,
    "words": tuple[str, ...],
    "maybe": str | None,
}


def rules(text: str) -> Config:
    return parse(f"version: 1\n{text}", "rules.yaml")


def error_of(text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        parse(text, "rules.yaml")
    return str(caught.value)


ERRORS = {
    "": "1:1: the file is empty; write 'version: 1'",
    "# nothing\n": "1:1: the file is empty; write 'version: 1'",
    "- a\n": "1:1: the rules file must be a mapping, not a list",
    "extends: news\n": "1:1: the key 'version' is missing; write 'version: 1'",
    "version: 2\n": "1:10: unknown version '2'; this program knows 1",
    "version: 1\nversion: 1\n": "2:1: duplicate key 'version'; it stands on line 1",
    "version: 1\nrule: {}\n": "2:1: unknown key 'rule' in the rules file; did you mean 'rules'?",
    "version: 1\nzzz: {}\n": (
        "2:1: unknown key 'zzz' in the rules file; "
        "known are version, extends, passes, rules, protect, withhold, limits"
    ),
    "version: 1\nextends: nwes\n": (
        "2:10: expected minimal, ml, news, pii or web; got 'nwes'; did you mean 'news'?"
    ),
    "version: 1\n---\nversion: 1\n": ("2:1: a second YAML document; write one file for each"),
    "version: 1\n? [a]\n: b\n": "2:3: a key has to be a text",
    "version: !!int 1\n": "1:10: YAML tags are not allowed here: 'tag:yaml.org,2002:int'",
    "version: !!python/object/apply:os.system [ls]\n": (
        "1:10: YAML tags are not allowed here: 'tag:yaml.org,2002:python/object/apply:os.system'"
    ),
    "version: 1\npasses: [layout\n": (
        "3:1: not valid YAML: while parsing a flow sequence, "
        "expected ',' or ']', but got '<stream end>'"
    ),
    "version: 1\n\trules: {}\n": (
        "2:1: not valid YAML: while scanning for the next token, "
        "found character '\\t' that cannot start any token; indent with spaces"
    ),
    "version: 1\nprotect: [the {word}]\n": (
        "2:15: not valid YAML: while parsing a flow sequence, expected ',' or ']', but got '{'; "
        "a phrase with {…} in it needs quotes"
    ),
    "version: 1\nprotect:\n- {word} of it\n": (
        "3:10: not valid YAML: while parsing a block mapping, expected <block end>, "
        "but found '<scalar>'; put quotes around the whole text, where {…} or quotes are in it"
    ),
    "version: 1\nprotect: [@home]\n": (
        "2:11: not valid YAML: while scanning for the next token, found character '@' that cannot "
        "start any token; a text that begins with it needs quotes"
    ),
    'version: 1\nprotect: [{regex: "\\d"}]\n': (
        "2:21: not valid YAML: while scanning a double-quoted scalar, found unknown escape "
        "character 'd'; in double quotes write \\\\ for \\, or use single quotes"
    ),
    "version: 1\nprotect: [Photo: Ann]\n": (
        "2:11: unknown key 'Photo' in a match; known are regex; "
        "a text with ': ' or {…} in it needs quotes"
    ),
    "version: 1\nrules: \x07\n": "2:8: not valid YAML: control character U+0007",
    "version: *one\n": "1:10: '*one' stands for nothing that was completed above it",
    "version: 1\nrules: &a {x: *a}\n": (
        "2:15: '*a' stands for nothing that was completed above it"
    ),
    # passes
    "version: 1\npasses: layout\n": "2:9: expected a list, not a text",
    "version: 1\npasses: [laoyut]\n": (
        "2:10: expected decode, encoding, typography, layout, header, boilerplate, caption, "
        "possessive, punctuation, splice, heading, pii or whitespace; got 'laoyut'; "
        "did you mean 'layout'?"
    ),
    "version: 1\npasses: [layout, layout]\n": "2:18: pass 'layout' is named twice",
    # rules
    "version: 1\nrules: [a]\n": "2:8: rules must be a mapping, not a list",
    "version: 1\nrules:\n  boilerplate.ad-markr: off\n": (
        "3:3: unknown rule 'boilerplate.ad-markr'; did you mean 'boilerplate.ad-marker'?"
    ),
    "version: 1\nrules:\n  boilerplate: off\n": (
        "3:3: 'boilerplate' is a pass, not a rule; passes are chosen by the key 'passes'"
    ),
    "version: 1\nrules:\n  typography.quotes: of\n": (
        "3:22: expected fix, flag or off; got 'of'; did you mean 'off'?"
    ),
    "version: 1\nrules:\n  typography.quotes: true\n": (
        "3:22: expected fix, flag or off; got 'true'"
    ),
    "version: 1\nrules:\n  typography.quotes: curly\n": (
        "3:22: expected fix, flag or off; got 'curly'; did you mean {style: curly}?"
    ),
    "version: 1\nrules:\n  typography.quotes: {state: curly}\n": (
        "3:30: expected fix, flag or off; got 'curly'; did you mean {style: curly}?"
    ),
    "version: 1\nrules:\n  typography.quotes:\n": (
        "3:21: a value is missing; an empty text is written ''"
    ),
    "version: 1\nrules:\n  typography.quotes: {stile: curly}\n": (
        "3:23: unknown key 'stile' in rule 'typography.quotes'; did you mean 'style'?"
    ),
    "version: 1\nrules:\n  typography.quotes: {style: curled}\n": (
        "3:30: expected straight, curly or keep; got 'curled'; did you mean 'curly'?"
    ),
    "version: 1\nrules:\n  typography.quotes: {style: [curly]}\n": (
        "3:30: expected a text, not a list"
    ),
    "version: 1\nrules:\n  punctuation.lost-quotes: fix\n": (
        "3:28: 'punctuation.lost-quotes' only flags; use flag or off"
    ),
    "version: 1\nrules:\n  punctuation.lost-quotes: {state: fix}\n": (
        "3:36: 'punctuation.lost-quotes' only flags; use flag or off"
    ),
    # rules of one's own
    "version: 1\nrules:\n  header.mine: {match: [a]}\n": (
        "3:3: unknown rule 'header.mine'; a rule of your own needs the key 'kind'"
    ),
    "version: 1\nrules:\n  typography.quotes: {kind: line, match: [a]}\n": (
        "3:3: 'typography.quotes' is a built-in rule; choose another id"
    ),
    "version: 1\nrules:\n  header.Mine: {kind: line, match: [a]}\n": (
        "3:3: bad rule id 'header.Mine'; write it as pass.what-is-wrong"
    ),
    "version: 1\nrules:\n  headr.mine: {kind: line, match: [a]}\n": (
        "3:3: rule 'headr.mine' names no pass 'headr'; did you mean 'header'?"
    ),
    "version: 1\nrules:\n  decode.mine: {kind: line, match: [a]}\n": (
        "3:3: rule 'decode.mine' names no pass 'decode'; passes are encoding, typography, layout, "
        "header, boilerplate, caption, possessive, punctuation, splice, heading, pii, whitespace"
    ),
    "version: 1\nrules:\n  header.mine: {kind: lines, match: [a]}\n": (
        "3:23: expected line, block, trailer, span or replace; got 'lines'; did you mean 'line'?"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line}\n": (
        "3:3: rule 'header.mine' of kind 'line' needs the key 'match'"
    ),
    "version: 1\nrules:\n  header.mine: {kind: replace, match: [a]}\n": (
        "3:3: rule 'header.mine' of kind 'replace' needs the key 'with'"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: [a], with: b}\n": (
        "3:41: 'with' means nothing in a rule of kind 'line'"
    ),
    "version: 1\nrules:\n  header.mine: {kind: replace, match: [a], with: b, where: tail}\n": (
        "3:53: 'where' means nothing in a rule of kind 'replace'"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: [a], were: tail}\n": (
        "3:41: unknown key 'were' in rule 'header.mine'; did you mean 'where'?"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: [a], where: end}\n": (
        f"3:48: expected {', '.join(PLACES_OF_A_LINE[:-1])} or {PLACES_OF_A_LINE[-1]}; got 'end'"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: a}\n": (
        "3:36: expected a list, not a text"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: []}\n": "3:36: 'match' is empty",
    "version: 1\nrules:\n  header.mine: {kind: line, match: ['']}\n": (
        "3:37: an empty phrase matches everything"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: ['the {wrod}']}\n": (
        "3:37: unknown place '{wrod}' in a phrase; did you mean 'word'?"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: [a, 'Get the {word digest']}\n": (
        "3:40: '{' is not closed in the phrase 'Get the {word digest'; "
        "write a place as {word}, and a brace that is meant as {regex: '\\{'}"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: ['Get the word} digest']}\n": (
        "3:37: '}' closes nothing in the phrase 'Get the word} digest'; "
        "write a place as {word}, and a brace that is meant as {regex: '\\}'}"
    ),
    "version: 1\nprotect: ['Get {a|b digest']\n": (
        "2:11: '{' is not closed in the phrase 'Get {a|b digest'; "
        "write a place as {word}, and a brace that is meant as {regex: '\\{'}"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: ['{a|}{b|}']}\n": (
        "3:37: '{a|}{b|}' may be empty, and an empty phrase matches everything"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: [a, '{words}']}\n": (
        "3:40: a phrase of nothing but places matches lines of every story; "
        "add a word of the lines that are meant"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: [a, '{word} {number}']}\n": (
        "3:40: a phrase of nothing but places matches lines of every story; "
        "add a word of the lines that are meant"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: [a, '» {words}.']}\n": (
        "3:40: a phrase of nothing but places matches lines of every story; "
        "add a word of the lines that are meant"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: [a, '{name}:']}\n": (
        "3:40: a phrase of nothing but places matches lines of every story; "
        "add a word of the lines that are meant"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: [a, '{date}']}\n": (
        "3:40: a phrase of nothing but places matches lines of every story; "
        "add a word of the lines that are meant"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: [{regexp: a}]}\n": (
        "3:38: unknown key 'regexp' in a match; did you mean 'regex'?"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: [{regex: 'a(b'}]}\n": (
        "3:45: bad pattern 'a(b': missing ) at character 4"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: [{regex: 'a(\n\nb'}]}\n": (
        "3:45: bad pattern 'a(\\nb': missing ) at character 5"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: [{regex: 'a*'}]}\n": (
        "3:45: pattern 'a*' matches the empty text"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: [a], language: english}\n": (
        "3:51: expected a language such as en; got 'english'"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: [a], examples: {change: []}}\n": (
        "3:52: unknown key 'change' in examples; did you mean 'changes'?"
    ),
    "version: 1\nrules:\n  splice.mine: {kind: replace, match: [{regex: '-'}], with: '--'}\n": (
        "3:61: rule 'splice.mine' would change its own result again for ever"
    ),
    "version: 1\nrules:\n  splice.mine: {kind: replace, match: [{regex: a}], with: aaaaaaaaaa}\n": (
        "3:59: rule 'splice.mine' would change its own result again for ever"
    ),
    "version: 1\nrules:\n  splice.mine: {kind: replace, match: [{regex: '(a)b'}], with: '\\2'}\n": (
        "3:64: bad replacement '\\2': no such group"
    ),
    "version: 1\nrules:\n  splice.mine: {kind: replace, match: ['Mr {name}'], with: '{name}'}\n": (
        "3:60: '{name}' is not filled in here; "
        "write \\1 for the first place or group of the match, \\2 for the second"
    ),
    "version: 1\nrules:\n  splice.mine: {kind: replace, match: [{regex: 'a'}], with: '{url}'}\n": (
        "3:61: '{url}' is not filled in here; "
        "write \\1 for the first place or group of the match, \\2 for the second"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: [a b], examples: {changes: [a c]}}\n": (
        "3:64: rule 'header.mine': example 1 of changes stays as it is: 'a c'"
    ),
    "version: 1\nrules:\n  header.mine: {kind: line, match: [a b], examples: {keeps: [x, A b]}}": (
        "3:65: rule 'header.mine': example 2 of keeps becomes '': 'A b'"
    ),
    "version: 1\nrules:\n  splice.mine: {kind: replace, match: [a], with: b, examples: "
    "{changes: [a, c]}}\n": ("3:77: rule 'splice.mine': example 2 of changes stays as it is: 'c'"),
    # protect, limits
    "version: 1\nprotect: Yahoo!\n": "2:10: expected a list, not a text",
    "version: 1\nprotect: [{regex: '['}]\n": (
        "2:19: bad pattern '[': unterminated character set at character 2"
    ),
    "version: 1\nlimits: {max_byte: 1MB}\n": (
        "2:10: unknown key 'max_byte' in limits; did you mean 'max_bytes'?"
    ),
    "version: 1\nlimits: {rule_timeout: 1h}\n": (
        "2:24: expected a time such as 500ms or 2s; got '1h'"
    ),
    "version: 1\nlimits: {max_removed: 90%}\n": (
        "2:23: expected a share from 0 to 1, such as 0.9; got '90%'"
    ),
    "version: 1\nlimits: {max_bytes: much}\n": ("2:21: expected a size such as 50MB; got 'much'"),
}


@pytest.mark.parametrize("text", ERRORS, ids=lambda text: text[:60].replace("\n", " "))
def test_a_mistake_gets_its_line(text: str) -> None:
    assert error_of(text) == f"rules.yaml:{ERRORS[text]}"


def test_a_yaml_bomb_is_refused_before_it_unfolds() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert "unfolds to more than 200,000 nodes" in error_of("\n".join(lines))


def test_deep_nesting_is_refused() -> None:
    assert "nested more than 20 levels deep" in error_of("a: " + "[" * 5_000)
    read("[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1), "rules.yaml")


def test_anchors_share_a_list() -> None:
    config = rules(
        "rules:\n"
        "  boilerplate.one: {kind: line, match: &phrases [Read on, Read more here]}\n"
        "  boilerplate.two: {kind: line, match: *phrases, where: tail}\n"
    )
    assert config.added[-1].match == config.added[-2].match


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"version: 1\nrules:\n  a: \xff\n", ":3:6: not UTF-8"),
        (None, ": cannot read the rules file: No such file or directory; check the name"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "rules.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        load_file(path)
    assert str(caught.value) == f"{path}{message}"


def test_a_folder_is_no_rules_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot read the rules file: Is a directory"):
        load_file(tmp_path)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_bytes(b"\xef\xbb\xbfversion: 1\r\nextends: minimal\r\n")
    assert load_file(path).passes == load_packs("minimal").passes


@pytest.mark.parametrize(
    ("written", "kind", "value"),
    [
        ("no", "text", "no"),
        ("12:30", "text", "12:30"),
        ("1_000", "text", "1_000"),
        ("2023-06-19", "text", "2023-06-19"),
        ("null", "text", "null"),
        ("''", "text", ""),
        ("no", "flag", False),
        ("True", "flag", True),
        ("1_000", "number", 1000),
        ("-3", "number", -3),
        ("0.9", "share", 0.9),
        ("1", "share", 1.0),
        ("[no, 12:30]", "words", ("no", "12:30")),
        ("~", "maybe", None),
        ("'~'", "maybe", "~"),
        ("x", "maybe", "x"),
    ],
)
def test_a_value_is_read_by_its_type(written: str, kind: str, value: object) -> None:
    read_back = read_value(read(written, "rules.yaml"), TYPES[kind])
    assert read_back == value
    assert type(read_back) is type(value)


@pytest.mark.parametrize(
    ("written", "kind", "message"),
    [
        ("12:30", "number", "expected a whole number; got '12:30'"),
        ("0x10", "number", "expected a whole number; got '0x10'"),
        ("nan", "share", "expected a number; got 'nan'"),
        ("1", "flag", "expected true or false; got '1'"),
        ("9" * 5_000, "number", f"expected a whole number; got '{'9' * 5_000}'"),
        ("a", "words", "expected a list, not a text"),
        (
            "{a: b}",
            "text",
            "expected a text, not a mapping; a text with ': ' or {…} in it needs quotes",
        ),
    ],
)
def test_a_wrong_value_is_named(written: str, kind: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_value(read(written, "rules.yaml"), TYPES[kind])
    assert str(caught.value) == f"rules.yaml:1:1: {message}"


def test_states_and_options_add_up() -> None:
    config = rules(
        "rules:\n  typography.quotes: {style: curly, state: flag}\n  splice.joined-clause: off"
    )
    assert config.settings["typography.quotes"].state == "flag"
    assert config.settings["typography.quotes"].options == {"style": "curly"}
    document = Pipeline(config).clean('"Yes," she said of the vote.')
    assert document.text == '"Yes," she said of the vote.'
    assert {flag.rule for flag in document.flags} == {"typography.quotes"}


def test_a_rule_of_ones_own_runs() -> None:
    pipeline = Pipeline(
        rules(
            "rules:\n"
            "  boilerplate.digest: {kind: line, match: ['Hear the {word} chimes'], where: tail}\n"
            "  punctuation.dash: {kind: replace, match: [{regex: ' -- '}], with: ' — '}\n"
        )
    )
    raw = (
        "The ferry -- all of it -- was sold on Friday to two brothers.\n\nHear the harbour chimes\n"
    )
    assert pipeline(raw) == "The ferry — all of it — was sold on Friday to two brothers."
    rule_ids = {edit.rule for edit in pipeline.clean(raw).edits}
    assert rule_ids >= {"boilerplate.digest", "punctuation.dash"}


@pytest.mark.parametrize(
    "phrase", ["{url}", "{number}", "{number} {url}", "[{words}]", "By {name}"]
)
def test_a_phrase_that_no_sentence_fits_may_be_all_places(phrase: str) -> None:
    added = rules(f"rules: {{boilerplate.mine: {{kind: line, match: ['{phrase}']}}}}").added[-1]
    assert added.match == (Match(phrase),)


def test_a_replaced_phrase_may_be_all_places() -> None:
    rule = "{kind: replace, match: ['{number} {number}'], with: '\\1-\\2'}"
    assert Pipeline(rules(f"rules: {{punctuation.mine: {rule}}}"))("It is 7 8.") == "It is 7-8."


def test_braces_that_are_no_place_are_put_in_as_they_are() -> None:
    rule = "{kind: replace, match: ['Mr {name}'], with: '{x} \\1 {}'}"
    assert Pipeline(rules(f"rules: {{punctuation.mine: {rule}}}"))("It was Mr Roe") == (
        "It was {x} Roe {}"
    )


def test_examples_of_a_few_words_have_no_place_and_no_language() -> None:
    examples = 'examples: {changes: ["It ran.\\n\\nGet our digest\\n"], keeps: [Get our digests]}'
    rule = f"{{kind: line, match: [Get our digest], where: tail, language: de, {examples}}}"
    assert rules(f"rules:\n  boilerplate.digest: {rule}").added[-1].changes


def test_a_rule_of_a_pack_can_be_switched_and_replaced() -> None:
    raw = "The ferry was sold on Friday.\n\nLeave a Reply\n"
    assert Pipeline(rules("rules: {boilerplate.comment-form: off}"))(raw).endswith("Leave a Reply")
    replaced = rules("rules:\n  boilerplate.comment-form: {kind: line, match: [Say something]}\n")
    assert Pipeline(replaced)(raw).endswith("Leave a Reply")
    assert len(replaced.added) == len(load_packs("news").added)


@pytest.mark.parametrize(
    ("protect", "raw", "wanted"),
    [
        ('["Halden!  ,"]', "They left Halden!  , and won.", "They left Halden!  , and won."),
        ("[{regex: '[“”]'}]", "“Yes,” said Ann Lee.", "“Yes,” said Ann Lee."),
        ("[Leave a Reply]", "It was sold.\n\nLeave a Reply", "It was sold.\n\nLeave a Reply"),
        ("[Leave a Rep]", "It was sold.\n\nLeave a Reply\n", "It was sold."),
    ],
)
def test_protected_places_stay(protect: str, raw: str, wanted: str) -> None:
    pipeline = Pipeline(rules(f"protect: {protect}"))
    assert pipeline(raw) == wanted
    assert pipeline(wanted) == wanted


def test_protection_reaches_no_further() -> None:
    pipeline = Pipeline(rules("protect: ['“Yes,”']"))
    assert pipeline("“Yes,” said Ann. “No,” said Bo.") == '“Yes,” said Ann. "No," said Bo.'


SLOW = "(?:x|xx)+y"
LONG = "The ferry " + "x" * 80 + " was sold on Friday to two brothers from Halden."


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (f"protect: [{{regex: '{SLOW}'}}]", "protect"),
        (
            f"rules:\n  splice.mine: {{kind: replace, match: [{{regex: '{SLOW}'}}], with: z}}",
            "splice.mine",
        ),
        (
            f"rules:\n  header.mine: {{kind: line, match: [{{regex: 'The ferry {SLOW}'}}]}}",
            "header.mine",
        ),
    ],
)
def test_a_pattern_that_takes_too_long_fails_its_document_alone(text: str, owner: str) -> None:
    text = f"limits: {{rule_timeout: 50ms}}\n{text}"
    pipeline = pickle.loads(pickle.dumps(Pipeline(rules(text))))
    slow, quick = pipeline.map([LONG + " , he said", "Two ships ."], errors="return")
    assert isinstance(slow, RuleError)
    assert f"rule '{owner}': pattern '" in str(slow)
    assert str(slow).endswith("' takes more than 0.05 s")
    assert isinstance(quick, Document)


def test_a_replacement_that_takes_too_long_does_not_load() -> None:
    rule = f"{{kind: replace, match: [{{regex: '{SLOW}'}}], with: '{'x' * 80}'}}"
    limits = "limits: {rule_timeout: 0.05 s}"
    assert error_of(f"version: 1\n{limits}\nrules:\n  splice.mine: {rule}\n").startswith(
        f"rules.yaml:4:70: rule 'splice.mine': pattern '{SLOW}' takes more than"
    )


def test_only_patterns_of_users_have_a_time_limit() -> None:
    config = rules("rules:\n  header.mine: {kind: line, match: ['Get {words}']}")
    ours = {
        match.is_ours for rule in config.added for match in rule.match if rule.id != "header.mine"
    }
    assert ours == {True}
    assert config.added[-1].match == (Match("Get {words}"),)
    assert Pipeline(config)("It was sold.\n\nGet it all") == "It was sold."


def test_every_pack_is_known() -> None:
    assert [path.stem for path in sorted((PACKAGE / "packs").glob("*.yaml"))] == list(PACKS)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.yaml")), ids=lambda path: path.stem)
def test_our_rules_can_be_read_without_the_parser_in_c(path: Path) -> None:
    yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)


def test_packs_lie_over_each_other() -> None:
    assert load_packs("news").passes == PASS_NAMES
    both = load_packs("news", "minimal")
    assert both.passes == load_packs("minimal").passes
    assert both.added == load_packs("news").added
    with pytest.raises(ConfigError, match="unknown pack 'new'; did you mean 'news'"):
        load_packs("new")


VERSE = "Sonnet\n\n    The tide went out,\n  the tide came in,\n\n\nand nobody   was there.  \n"


def test_the_minimal_pack_keeps_lines_indents_and_columns() -> None:
    minimal = Pipeline.from_packs("minimal")
    cleaned = "Sonnet\n\n    The tide went out,\n  the tide came in,\n\nand nobody   was there.\n"
    assert minimal(VERSE.replace("\n", "\r\n"), output="article") == cleaned
    check_laws(minimal, VERSE)
    for path in sorted((ROOT / "raw").glob("*.txt")):
        check_laws(minimal, minimal.clean(path.read_bytes()).source.text)


def test_extends() -> None:
    assert rules("extends: []").added == ()
    assert rules("").added == load_packs("news").added
    assert rules("extends: [news, minimal]").passes == load_packs("minimal").passes
    both = rules("extends: [minimal, news]")
    assert both.passes == load_packs("news").passes == load_packs("minimal", "news").passes
    assert both.added == load_packs("news").added
    assert both.settings["layout.wrapped-line"].state == "off"  # of which news says nothing
    assert rules("extends: [minimal, news]\npasses: [layout]").passes == ("layout",)


def test_limits_and_protect_are_read() -> None:
    config = rules("limits: {max_bytes: 1.5 MB}\nprotect: [A, {regex: b+}]")
    assert config.limits.max_bytes == 1_500_000
    assert config.protect == (Match("A"), Match("b+", is_regex=True))


@pytest.mark.parametrize("key", ["passes", "rules", "protect", "limits"])
def test_a_key_with_comments_alone_says_nothing(key: str) -> None:
    assert rules(f"{key}:\n  # splice.joined-clause: off\n") == rules("")


@pytest.mark.parametrize("size", ["9" * 400, "9" * 5_000, "0", "1e9"])
def test_no_size_is_too_odd_to_be_refused(size: str) -> None:
    assert "expected a size such as 50MB; got '" in error_of(
        f"version: 1\nlimits: {{max_bytes: {size}}}"
    )


def test_a_pipeline_is_picklable() -> None:
    pipeline = Pipeline(rules("protect: [Halden]\nrules: {typography.quotes: {style: curly}}"))
    again = pickle.loads(pickle.dumps(pipeline))
    raw = '"Yes," said Ann Lee of Halden.'
    assert again(raw) == pipeline(raw) == "“Yes,” said Ann Lee of Halden."


def test_our_own_rules_change_no_default() -> None:
    config = load_file(ROOT / "rules.yaml")
    assert config.passes == load_packs("news").passes
    assert config.limits == load_packs("news").limits
    ours = Pipeline(config)
    for path in sorted((ROOT / "raw").glob("*.txt")):
        raw = path.read_bytes()
        assert ours.clean(raw).render() == Pipeline.default().clean(raw).render()


def test_the_examples_in_our_own_rules_hold() -> None:
    config = load_file(ROOT / "rules.yaml")
    pipeline = Pipeline(config)
    rule = next(rule for rule in config.added if rule.id == "boilerplate.harbour-digest")
    assert rule.changes
    for text in rule.changes:
        assert rule.id in {edit.rule for edit in pipeline.clean(text).edits}
    for text in rule.keeps:
        assert rule.id not in {edit.rule for edit in pipeline.clean(text).edits}


def test_places_that_overlap_are_all_protected() -> None:
    pipeline = Pipeline(rules("protect: ['Yahoo! ,', 'Ya', 'hoo! , h']"))
    raw = "\n\n".join(f"Yahoo! , he said {number} ." for number in range(300))
    document = pipeline.clean(raw)
    assert document.text == raw.replace(" .", ".")
    assert len(document.edits) == 300


def test_passes_run_in_their_order_however_they_are_listed() -> None:
    config = parse("version: 1\npasses: [splice, typography, layout, decode]\n", "rules.yaml")
    assert config.passes == ("decode", "typography", "layout", "splice")
