"""HER004: the form of a label is [hereinafter Label]."""

from collections.abc import Iterator

from citelint.lint import Bad, Context, Good, Report, Reports, rule, safe
from citelint.lint.labels import Label, labels
from citelint.model.diagnostic import Edit, Severity
from citelint.model.document import Document
from citelint.model.source import Typeface
from citelint.model.span import Span

_OPENING = "“\"‘'"
_BETWEEN = ",:" + _OPENING
_CLOSING = "”\"’',"


@rule(
    "HER004",
    Bad(
        """
        [1] Helen Brandt, The Settlement Machine 45 (2014) (hereinafter Brandt, Machine).
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Brandt, Machine, supra note 1, at 50.
        """,
        fixed="""
        [1] Helen Brandt, The Settlement Machine 45 (2014) [hereinafter Brandt, Machine].
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Brandt, Machine, supra note 1, at 50.
        """,
    ),
    Bad(
        """
        [1] Helen Brandt, The Settlement Machine 45 (2014) [hereinafter, “Machine”].
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^
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
        [1] Helen Brandt, The Settlement Machine 45 (2014) [hereinafter Brandt, Machine].
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Brandt, Machine, supra note 1, at 50.
        """),
    Good("""
        [1] The lease names “Acme Corp. (hereinafter ‘Tenant’).” Pew Rsch. Ctr., Trust and Distrust in America 8 (2019).
        """),
    bluebook="4.2(b)",
    indigo="10.2, 15.2.4",
    severity=Severity.WARNING,
)
def hereinafter_form(document: Document, context: Context) -> Reports:
    """A label is set as ``[hereinafter Label]``: square brackets, the word in roman, no comma, no quotation marks.

    Where the format has italics, an italic *hereinafter* is reported too, and no fix is offered for it. What is quoted
    from a contract or a statute is not looked at, and a label after a case is SUP009.
    """
    text = context.source.text
    for label in context.facts(labels):
        faults, edits = [], list(_marks(label, context))
        hereinafter = label.hereinafter
        span = hereinafter.span
        if hereinafter.bracket == "(":
            faults.append("stands in square brackets")
            edits += [Edit(Span(span.start, span.start + 1), "["), Edit(Span(span.end - 1, span.end), "]")]
        if len(edits) > 2 * len(faults):
            faults.append("has no comma or quotation marks")
        if hereinafter.word.value != "hereinafter":
            faults.append('begins with "hereinafter"')
            edits.append(Edit(hereinafter.word.span, "hereinafter"))
        italic = context.touched_by(Typeface.ITALIC, hereinafter.word.span)
        if italic:
            faults.append("has hereinafter in roman")
        if faults:
            yield Report(
                span,
                f"a label {_joined(faults)}",
                hint=f"write {_mended(text, span, edits)}",
                found=context.text(span),
                sure=f"it is printed so: {context.text(Span(span.start, hereinafter.label.span.start)).strip()}",
                expected=_mended(text, span, edits),
                fix=safe(*sorted(edits, key=lambda edit: edit.span)) if edits and not italic else None,
                note=label.carrier.note,
            )


def _marks(label: Label, context: Context) -> Iterator[Edit]:
    """Give the edits that take commas and quotation marks away, each its own: a typeface may begin between two."""
    hereinafter, text = label.hereinafter, context.source.text
    word, span = hereinafter.word.span, hereinafter.label.span
    between = text[word.end : span.start]
    for place, mark in enumerate(between, word.end):
        if mark in _BETWEEN:
            yield Edit(Span(place, place + 1), "")
    if any(mark in _OPENING for mark in between):
        for place in range(span.end, hereinafter.span.end - 1):
            if text[place] in _CLOSING:
                yield Edit(Span(place, place + 1), "")


def _mended(text: str, span: Span, edits: list[Edit]) -> str:
    """Give the words of a span after some edits of single characters or words in it."""
    words, end = "", span.start
    for edit in sorted(edits, key=lambda edit: edit.span):
        words += text[end : edit.span.start] + edit.text
        end = edit.span.end
    return words + text[end : span.end]


def _joined(faults: list[str]) -> str:
    return faults[0] if len(faults) == 1 else f"{', '.join(faults[:-1])} and {faults[-1]}"
