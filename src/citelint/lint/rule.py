"""What a rule is, and the decorator that makes one of a function."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin

from citelint.config import Edition, Manner
from citelint.lint.context import Context
from citelint.lint.examples import Bad, Example, Good
from citelint.lint.report import Findings, Reports
from citelint.model.citation import Mention
from citelint.model.diagnostic import Severity
from citelint.model.document import Document, Note
from citelint.model.stet import StetUse

Check = Callable[[Any, Context], Reports]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rule:
    """One rule: what it is called, what the book says, what it is handed, and how it looks.

    `takes` are the types of the first argument of `check`. `bluebook` and `indigo` are rule numbers of the two books,
    without "R". `default` says whether the rule runs unasked, or in which style alone it does. `editions` are those
    that have the rule. `over` are the codes whose findings a rule over `Findings` is handed; those rules run for it
    even where they are not selected. `instead_of` are the codes whose findings give way where this rule finds something
    at the same words: they say less of the same slip. It runs for them even where it is not selected. A rule that is
    not `selectable` stands outside selecting and ignoring.
    """

    code: str
    name: str
    check: Check
    takes: tuple[type, ...]
    severity: Severity
    bluebook: str
    indigo: str
    default: bool | Manner
    editions: tuple[Edition, ...]
    over: tuple[str, ...]
    selectable: bool
    examples: tuple[Example, ...]
    instead_of: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")

    @property
    def doc(self) -> str:
        """The documentation: the docstring of the function, its margin taken out."""
        from inspect import cleandoc

        return cleandoc(self.check.__doc__ or "")

    @property
    def bad(self) -> tuple[Bad, ...]:
        """The examples that break the rule."""
        return tuple(e for e in self.examples if isinstance(e, Bad))

    @property
    def good(self) -> tuple[Good, ...]:
        """The examples that keep it."""
        return tuple(e for e in self.examples if isinstance(e, Good))

    @property
    def fixable(self) -> bool:
        """Tell whether the rule can offer a fix: an example says what it gives."""
        return any(example.fixed is not None for example in self.bad)

    def runs_unasked(self, style: Manner) -> bool:
        """Tell whether "default" means this rule in a style."""
        return self.default is True or self.default == style


def rule(
    code: str,
    *examples: Example,
    bluebook: str = "",
    indigo: str = "",
    severity: Severity = Severity.ERROR,
    default: bool | Manner = True,
    editions: tuple[Edition, ...] = (20, 21, 22),
    over: tuple[str, ...] = (),
    instead_of: tuple[str, ...] = (),
    selectable: bool = True,
) -> Callable[[Check], Rule]:
    """Make a rule of a function.

    The function's name is the rule's name, its docstring the documentation, and the annotation of its first argument
    says what it is handed, in order of the text: `Document`, `Note`, a kind of `Mention` (`Citation`, `Id`,
    `Supra`, `CrossReference`, `Short`), several of these joined by "|", `Findings` (after the others), or `StetUse`
    (when it is known what was let stand). The second argument is the `Context`. It yields a `Report` for each
    finding, keeps nothing between calls and imports no other rule. Raises TypeError, when the module is imported,
    where the annotation names nothing of these.
    """

    def make(check: Check) -> Rule:
        return Rule(
            code,
            check.__name__.replace("_", "-"),
            check,
            _taken(check),
            severity,
            bluebook,
            indigo,
            default,
            editions,
            over,
            selectable,
            examples,
            instead_of,
        )

    return make


def _taken(check: Check) -> tuple[type, ...]:
    """Give the types that the annotation of the first argument names.

    Only that one annotation is evaluated: `typing.get_type_hints` would evaluate all of them, at three times the cost
    for every rule of every run.
    """
    first = check.__code__.co_varnames[0]
    annotation: Any = check.__annotations__.get(first)
    if isinstance(annotation, str):
        annotation = eval(annotation, vars(sys.modules[check.__module__]))  # our own source
    types: tuple[Any, ...] = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    for one in types:
        if not (isinstance(one, type) and issubclass(one, Mention | Note | Document | Findings | StetUse)):
            raise TypeError(f"{check.__name__}: no rule can be handed {one!r} ({first})")
    return types
