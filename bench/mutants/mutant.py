"""All mistakes that are tried: cosmic-ray finds the places and makes the changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

ROOT = Path(__file__).parents[2]
PLACES = ("cleaner/passes", "cleaner/edits.py")
"""What is changed, if nothing else is asked for."""

OPERATORS = """
    AddNot ExceptionReplacer NumberReplacer ReplaceAndWithOr ReplaceOrWithAnd ReplaceTrueWithFalse
    ReplaceFalseWithTrue ReplaceBreakWithContinue ReplaceContinueWithBreak ZeroIterationForLoop
    ReplaceUnaryOperator_Delete_Not ReplaceUnaryOperator_Delete_USub ReplaceBinaryOperator_Add_Sub
    ReplaceBinaryOperator_Sub_Add ReplaceBinaryOperator_Mul_Add ReplaceBinaryOperator_Mod_Add
    ReplaceComparisonOperator_Eq_NotEq ReplaceComparisonOperator_NotEq_Eq
    ReplaceComparisonOperator_Lt_LtE ReplaceComparisonOperator_LtE_Lt
    ReplaceComparisonOperator_Gt_GtE ReplaceComparisonOperator_GtE_Gt
    ReplaceComparisonOperator_Is_IsNot ReplaceComparisonOperator_IsNot_Is
""".split()
"""The mistakes that are near. Of the others that cosmic-ray knows (``+`` as ``<<``, a decorator
left out, a type written otherwise) most stop the program at once or mean nothing, and flatter."""


@dataclass(frozen=True, order=True, slots=True)
class Mutant:
    """One mistake: the file (a path under the root), which operator, and at which of its places."""

    path: str
    operator: str
    occurrence: int

    def source(self) -> str:
        """Return the file with the mistake in it."""
        operator = get_operator(f"core/{self.operator}")()
        return str(mutate_code(self.original(), operator, self.occurrence))

    def original(self) -> str:
        """Return the file as it is."""
        return (ROOT / self.path).read_text(encoding="utf-8")

    def diff(self) -> str:
        """Return the mistake as a unified diff, without lines around it."""
        before, after = self.original().splitlines(), self.source().splitlines()
        return "\n".join([*unified_diff(before, after, lineterm="", n=0)][2:])


class Intact(Mutant):
    """A file without a mistake in it."""

    def source(self) -> str:
        """Return the file as it is."""
        return self.original()


def mutants(place: str) -> Iterator[Mutant]:
    """Yield every mistake that can be made in a file or in the files of a folder."""
    at = ROOT / place
    for path in sorted(at.rglob("*.py")) if at.is_dir() else [at]:
        nodes = [*ast_nodes(get_ast(path.read_text(encoding="utf-8")))]
        for name in OPERATORS:
            operator = get_operator(f"core/{name}")()
            count = sum(len([*operator.mutation_positions(node)]) for node in nodes)
            for occurrence in range(count):
                yield Mutant(path.relative_to(ROOT).as_posix(), name, occurrence)
