"""XRF005: a reference to another note takes supra or infra."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, review, rule
from citelint.lint.pointing import ends, missing, number_span
from citelint.model.citation import CrossReference
from citelint.model.diagnostic import Edit, Fix, Severity
from citelint.model.document import Note
from citelint.model.span import Span

_OLD = Pattern(
    r"(?P<word>ante|post)(?<![\w.’'-]\w{4}),?\s+(?:(?P<note>(?:foot)?notes?|nn?\.)\s*|at\s+)(?P<number>\d+)(?![\w.]*\w)"
)
_BEFORE_OLD = Pattern(r"(?:\A|[.;:(,”\"]|\b[Ss]ee|\b[Ss]ee also|\b[Cc]f\.|\bin|e\.g\.,?)\s*\Z")
_WHERE = Pattern(r"\s*,?\s*(?:above|below)\b")
_SUPRA_BEHIND = Pattern(r"[^.;]{0,40}?\b(?:supra|infra)\b")
_OF_ANOTHER = Pattern(r"\s*(?:of|in|to)\s+(?!this\b|the text\b)")


@rule(
    "XRF005",
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [3] See note 1 and accompanying text.
                ^^^^^^
        """,
        fixed="""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [3] See supra note 1 and accompanying text.
        """,
    ),
    Bad(
        """
        [^1]: As explained in note 3 below, the rule is contested.
                              ^^^^^^^^^^^^
        [^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^3]: Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        """,
        fixed="""
        [^1]: As explained in infra note 3, the rule is contested.
        [^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^3]: Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        """,
    ),
    Bad("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] See ante, note 1.
                ^^^^^^^^^^^^
        """),
    Good("""
        [1] See Miranda v. Arizona, 384 U.S. 436, 479 n.48 (1966); 42 U.S.C. § 1983 note 3.
        [2] See infra note 3.
        [3] See text accompanying notes 1–2, supra.
        """),
    Good("""
        [1] Ruth Lin, Whose Court?, Wash. Post, Mar. 3, 2018, at A1; the ex ante note 2 view.
        [2] The Court said so in footnote 4 of Carolene Products.
        """),
    bluebook="3.5",
    indigo="2.1",
    severity=Severity.WARNING,
)
def plain_note_reference(part: CrossReference | Note, context: Context) -> Reports:
    """ "See note 5" leaves open whose note is meant: a note of the same piece is "*supra* note 5" or "*infra* note 5".

    Old forms with *ante* and *post* count as well. The notes of a statute, of a case or of another work are no notes of
    the piece, and neither is one with a number that it does not have.
    """
    if isinstance(part, Note):
        if "ante" in (words := context.text(part.span)) or "post" in words:
            yield from _old_words(part, context)
        return
    own, numbers, note = context.note_of(part), ends(part), part.note_word
    if part.word is not None or note is None or not numbers or missing(part, context) or own.number in numbers:
        return
    text = context.source.text
    last = number_span(part).end
    if _SUPRA_BEHIND.match(text, last, own.span.end) or _OF_ANOTHER.match(text, last, own.span.end):
        return
    where = _WHERE.match(text, last, own.span.end)
    end = last if where is None else where.end()
    word = _direction(own.number, numbers)
    printed = context.text(number_span(part))
    plural = "notes" if len(numbers) > 1 else "note"
    fix: Fix | None = None
    if word is not None:
        edits = [Edit(Span(note.span.start, number_span(part).start), f"{word} {plural} ")]
        if where is not None:
            edits.append(Edit(Span(last, end), ""))
        fix = review(*edits)
    yield Report(
        Span(note.span.start, end),
        f"note {printed} of this piece is called without supra or infra",
        hint="whose note?",
        found=context.text(Span(note.span.start, end)),
        expected=None if word is None else f"{word} {plural} {printed}",
        expected_note=printed,
        sure="this piece has a note of that number, and no other work is named beside it",
        why="supra or infra says that a note of the same piece is meant",
        fix=fix,
    )


def _old_words(note: Note, context: Context) -> Reports:
    text = context.source.text
    for found in _OLD.finditer(text, note.span.start, note.span.end):
        if not _BEFORE_OLD.search(text, max(note.span.start, found.start() - 12), found.start()):
            continue
        word = "supra" if found["word"] == "ante" else "infra"
        yield Report(
            Span(*found.span()),
            f'"{found["word"]}" is not used: {word} note',
            hint=f"{word}, not {found['word']}",
            found=found[0],
            expected=f"{word} note {found['number']}" if found["note"] else None,
            expected_note=found["number"] if found["note"] else None,
            sure=f'"{found["word"]}" is printed before a note or a Part',
            why="supra or infra says that a note of the same piece is meant",
        )


def _direction(own: int | None, numbers: tuple[int, ...]) -> str | None:
    if own is None:
        return None
    return "supra" if max(numbers) < own else "infra" if min(numbers) > own else None
