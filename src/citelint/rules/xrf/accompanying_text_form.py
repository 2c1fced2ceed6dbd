"""XRF004: "supra note N and accompanying text", or "supra text accompanying note N"."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, review, rule
from citelint.model.citation import CrossReference, Supra
from citelint.model.diagnostic import Edit, Severity
from citelint.model.span import Span

_BEFORE = Pattern(
    r"(?P<form>accompanying\s+text(?:\s+(?:at|to|for))?|text\s+(?:at|to|near|for))\s+(?:(?:supra|infra)\s+)?notes?\s+\d",
    2,
)
"""Before the number: "supra accompanying text note 5", "supra text at note 5"."""
_AFTER = Pattern(
    r",?\s+(?P<form>(?:and|&)\s+(?:the\s+)?text\s+accompanying|with\s+(?:the\s+)?(?:accompanying\s+text|text\s+accompanying))"
    r"(?!\w|\s+(?:supra\b|infra\b|notes?\b|it\b|th|foot))",
    2,
)
"""After it: "note 5 and text accompanying", "note 5 with accompanying text"."""


@rule(
    "XRF004",
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] See supra note 1 and text accompanying.
                             ^^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] See supra note 1 and accompanying text.
        """,
    ),
    Bad(
        """
        [^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: *See supra* text at note 1.
                          ^^^^^^^
        """,
        fixed="""
        [^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: *See supra* text accompanying note 1.
        """,
    ),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] See supra note 1 and accompanying text (for a discussion of waiver).
        [3] See supra note 1 & accompanying text; text accompanying supra note 1.
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] See supra text accompanying note 1.
        """),
    bluebook="3.5",
    indigo="6.2.3",
    severity=Severity.SUGGESTION,
)
def accompanying_text_form(reference: CrossReference | Supra, context: Context) -> Reports:
    """The text that a note belongs to is called by one of two idioms, and by no other order of the words.

    They are "*supra* notes 4–6 and accompanying text" and "*supra* text accompanying notes 4–6". The sign "&", supra
    within the second, and a gloss that follows are matters of house style, and pass.
    """
    if reference.word is None or not reference.numbers:
        return
    text, end = context.source.text, context.note_of(reference).span.end
    if "text" not in text[reference.span.start : end].lower():
        return
    first, last = reference.numbers[0].span.start, reference.numbers[-1].span.end
    right = "text accompanying"
    found = _BEFORE.search(text, reference.span.start, min(first + 1, end))
    if found is None:
        found, right = _AFTER.match(text, last, end), "and accompanying text"
    if found is None:
        return
    span = Span(*found.span("form"))
    yield Report(
        span,
        f'"{context.text(span)}" is not the idiom: "{right}"',
        hint="not the idiom",
        found=context.text(span),
        expected=right,
        sure=f'"{context.text(span)}" is printed beside the number',
        why="the idioms are: notes N and accompanying text, text accompanying notes N",
        fix=review(Edit(span, right)),
    )
