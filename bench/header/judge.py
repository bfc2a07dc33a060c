"""What becomes of a line above a clean article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from bench.fidelity.figure import Figure, Result, share
from bench.header.line import AMBIGUOUS, Line, Shape
from cleaner import Document, Pipeline

Outcome = Literal["right", "flagged", "left", "invented"]
OUTCOMES: tuple[Outcome, ...] = ("right", "flagged", "left", "invented")
SHAPES: tuple[Shape, ...] = ("bare", "labelled", "beside", "inside")
PROMISED: tuple[Shape, ...] = ("bare", "labelled")
LABELS = {
    "": "Published: ",
    "de": "Veröffentlicht am ",
    "fr": "Publié le ",
    "es": "Publicado el ",
    "it": "Pubblicato il ",
    "pt": "Publicado em ",
    "pl": "Opublikowano: ",
    "el": "Δημοσιεύτηκε: ",
    "ru": "Опубликовано: ",
    "zh": "发布时间：",
    "nl": "Gepubliceerd op ",
    "sv": "Publicerad ",
}


def judge(line: Line, cleaned: Document) -> Outcome:
    """Hold what was read against what is right; where both are possible, a flag is right."""
    values = [str(cleaned.metadata[key]) for key in ("date", "updated") if key in cleaned.metadata]
    if values:
        return "right" if any(value[:10] == line.day for value in values) else "invented"
    is_flagged = any(flag.rule.startswith("header.") for flag in cleaned.flags)
    if line.day == AMBIGUOUS:
        return "right" if is_flagged else "left"
    return "flagged" if is_flagged else "left"


def measure(pipeline: Pipeline, lines: Iterable[Line], articles: Mapping[str, str]) -> Result:
    """Put every line above every article: as it is, and with a label where it has none."""
    result, counts = Result(), Counter[tuple[str, str, Outcome]]()
    for line in lines:
        for shape, text in _forms(line):
            for name, article in articles.items():
                outcome = judge(line, pipeline.clean(above(text, article), name))
                counts[shape, line.language, outcome] += 1
                if outcome != "right" and (line.day or outcome == "invented"):
                    example = f"{text[:100]!r} is {line.day or 'no date'}"
                    result.examples.append(f"header.{shape} {outcome} {example}")
    for shape in (*SHAPES, "labelled by us"):
        result.add(_row(shape, {k[1:]: v for k, v in counts.items() if k[0] == shape}))
    languages = sorted({language for _, language, _ in counts})
    for language in languages:
        chosen = Counter[Outcome]()
        for (shape, each, outcome), count in counts.items():
            if each == language and shape not in ("beside", "inside"):
                chosen[outcome] += count
        if chosen:
            result.table.append(_show(f"  in {language or 'no language'}", chosen))
    return result


def _forms(line: Line) -> list[tuple[str, str]]:
    forms: list[tuple[str, str]] = [(line.shape, line.text)]
    if line.shape == "bare" and line.day:
        label = LABELS.get(line.language, LABELS[""])
        forms.append(("labelled by us", label + line.text.strip(" -–—|/")))
    return forms


def above(line: str, article: str) -> str:
    """Put a line under the headline, or above a story that has none."""
    title, _, story = article.partition("\n\n")
    if title[-1:] in ".?!":
        return f"{line}\n\n{article}"
    return f"{title}\n\n{line}\n\n{story}"


def _row(shape: str, counts: Mapping[tuple[str, Outcome], int]) -> Result:
    total = Counter[Outcome]()
    for (_, outcome), count in counts.items():
        total[outcome] += count
    result = Result(table=[_show(f"header.{shape}", total)])
    name = f"header.{shape.replace(' ', '-')}"
    if shape in PROMISED or shape == "labelled by us":
        result.figures.append(Figure(f"{name}.right", share(total["right"], total.total())))
    result.figures.append(Figure(f"{name}.invented", total["invented"], is_ceiling=True))
    return result


def _show(name: str, counts: Counter[Outcome]) -> str:
    shares = " ".join(f"{counts[each]:8}" for each in OUTCOMES)
    return f"{name:28} {counts.total():6} {share(counts['right'], counts.total()):7.1%} {shares}"
