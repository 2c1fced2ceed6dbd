"""HER005: the hereinafter bracket stands between the date and explanatory parentheticals."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule, safe
from citelint.lint.labels import Label, labels
from citelint.model.citation import Citation, Parenthetical
from citelint.model.diagnostic import Edit, Fix, Severity
from citelint.model.document import Document
from citelint.model.source import Typeface
from citelint.model.span import Span

_NO_PARTICIPLES = frozenset({"forthcoming", "pending", "working", "standing", "advertising", "meeting", "hearing"})
"""Words in -ing that open a parenthesis which explains nothing."""


@rule(
    "HER005",
    Bad(
        """
        [1] Pew Rsch. Ctr., Trust and Distrust in America 8 (2019) (reporting a decline) [hereinafter Pew Report].
                                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Pew Report, supra note 1, at 9.
        """,
        fixed="""
        [1] Pew Rsch. Ctr., Trust and Distrust in America 8 (2019) [hereinafter Pew Report] (reporting a decline).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Pew Report, supra note 1, at 9.
        """,
    ),
    Bad(
        """
        [1] Helen Brandt, The Settlement Machine 45 [hereinafter Machine] (2014).
                                                    ^^^^^^^^^^^^^^^^^^^^^
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Machine, supra note 1, at 50.
        """,
        fixed="""
        [1] Helen Brandt, The Settlement Machine 45 (2014) [hereinafter Machine].
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Machine, supra note 1, at 50.
        """,
    ),
    Good("""
        [1] Pew Rsch. Ctr., Trust and Distrust in America 8 (2019) [hereinafter Pew Report] (reporting a decline).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Pew Report, supra note 1, at 9.
        """),
    Good("""
        [1] Court Data, Open Dockets, https://example.org/data (last visited Jan. 5, 2024) [hereinafter Data].
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Data, supra note 1.
        """),
    bluebook="4.2(b), 1.5(b)",
    indigo="10.2, 34",
    severity=Severity.WARNING,
)
def hereinafter_position(document: Document, context: Context) -> Reports:
    """The bracket that sets a label follows the date, and precedes a parenthetical that explains or weighs the source.

    The fix moves it; none is offered where that would carry words across a change of typeface. Parentheses that belong
    to the source ("on file with author", "forthcoming") may stand before the bracket.
    """
    for label in context.facts(labels):
        citation, span = label.carrier, label.hereinafter.span
        if not isinstance(citation, Citation) or not citation.clear:
            continue
        explaining = next((p for p in citation.parentheticals if _explains(p) and p.span.end <= span.start), None)
        date = None if citation.year is None else _date(citation, context)
        if explaining is not None:
            yield _report(label, explaining.span.start, "before the parenthetical that explains", context)
        elif date is not None and span.end <= date.start:
            yield _report(label, date.end, "after the date", context)


def _explains(parenthetical: Parenthetical) -> bool:
    opening = parenthetical.opening
    return opening.endswith("ing") and len(opening) > 5 and opening not in _NO_PARTICIPLES


def _date(citation: Citation, context: Context) -> Span | None:
    """Give the parenthesis that holds the year of a citation, where one does."""
    assert citation.year is not None
    text, year = context.source.text, citation.year.span
    start, end = text.rfind("(", citation.span.start, year.start), text.find(")", year.end, citation.span.end)
    if start < 0 or end < 0 or ")" in text[start : year.start]:
        return None
    return Span(start, end + 1)


def _report(label: Label, place: int, where: str, context: Context) -> Report:
    span = label.hereinafter.span
    return Report(
        span,
        f"the label belongs {where}",
        hint=f"belongs {where}",
        found=context.text(span),
        sure="the date stands behind it" if place > span.start else "the parenthetical stands before it",
        fix=_moved(span, place, context),
        note=label.carrier.note,
    )


def _moved(span: Span, place: int, context: Context) -> Fix | None:
    """Give the fix that moves a bracket, with the blank before it, to a place before or behind it."""
    text = context.source.text
    if any(context.touched_by(typeface, span) for typeface in Typeface) or text[span.start - 1] != " ":
        return None
    taken = Edit(Span(span.start - 1, span.end), "")
    words = text[span.start : span.end]
    if place > span.end:
        return safe(taken, Edit(Span(place, place), f" {words}"))
    return safe(Edit(Span(place, place), f"{words} "), taken)
