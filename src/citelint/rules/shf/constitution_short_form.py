"""SHF007: a constitution takes no short form but id."""

from collections.abc import Iterator

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule
from citelint.model.citation import Citation, Kind, Role
from citelint.model.diagnostic import Related
from citelint.model.document import Note
from citelint.model.span import Span

_BARE = Pattern(
    r"(?:\A|;\s|\b(?:[Ss]ee(?: also|,? e\.g\.,)?|[Cc]f\.|[Aa]ccord)\s)\s*"
    r"(?P<place>(?:[Aa]mends?\.|[Aa]rts?\.)\s[IVX]+(?![\w(])(?:,\s(?:§§?|cls?\.)\s?\d+)*)(?=\s*(?:[.;,(]|\Z))"
)


@rule(
    "SHF007",
    Bad("""
        [1] U.S. Const. amend. XIV, § 1.
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Amend. XIV, § 2; see art. I, § 9.
            ^^^^^^^^^^^^^^^      ^^^^^^^^^^^
        """),
    Bad("""
        [1] Cal. Const. art. I, § 7.
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Const. art. I, § 13.
            ^^^^^^^^^^^^^^^^^^^
        """),
    Good("""
        [1] U.S. Const. art. I, § 8.
        [2] Id. art. I, § 9; id. art. II.
        [3] U.S. Const. amends. IV, VI. The Court reads Article III narrowly.
        """),
    Good("""
        [1] U.S. Const. art. VI, cl. 2.
        [2] Vienna Convention on the Law of Treaties art. 31, May 23, 1969, 1155 U.N.T.S. 331.
        [3] See art. 32.
        """),
    bluebook="11",
    indigo="23.4",
)
def constitution_short_form(part: Note | Citation, context: Context) -> Reports:
    """A constitution is cited again by *id.* or by the whole citation: "U.S. Const. amend. XIV, § 2".

    Reported are an article or amendment of a Roman number that stands alone where a citation begins, after a
    constitution was cited and no treaty was, and "Const." without saying whose. A constitution with *supra* is SUP010.
    """
    if isinstance(part, Citation) and part.kind is not Kind.CONSTITUTION:
        return
    first = context.facts(_first_constitution)
    if first is None:
        return
    if isinstance(part, Citation):
        span = part.span
        whole = part.reporter is not None and part.reporter.value == "Const."
        if whole and part.clear and part.role is not Role.QUOTED and first.index < part.index and not part.embedded:
            before = context.text(Span(max(span.start - 2, context.note_of(part).span.start), span.start)).strip()
            if before in ("", ".", ";") or part.signal is not None:
                yield _report(span, first, context)
        return
    if part.ordinal > first.note and not context.facts(_cites_treaty):
        for span in _bare(part, context):
            yield _report(span, first, context)


def _bare(note: Note, context: Context) -> Iterator[Span]:
    """Give the articles and amendments that stand alone in a note."""
    words = context.text(note.span)
    if not any(sign in words for sign in ("mend.", "mends.", "rt.", "rts.")):
        return
    for found in _BARE.finditer(words):
        span = Span(note.span.start + found.start("place"), note.span.start + found.end("place"))
        quoted = any(m.role is Role.QUOTED and m.span.overlaps(span) for m in note.mentions)
        if not quoted:
            yield span


def _report(span: Span, first: Citation, context: Context) -> Report:
    return Report(
        span,
        "a constitution has no short form: cite it whole again, or by id. right behind it",
        hint="whose constitution?",
        found=context.text(span),
        why="article and amendment alone do not say which constitution is meant",
        sure=f"note {context.note_of(first).name} cites a constitution, and no treaty is cited",
        related=(Related(first.note, first.span, "a constitution is cited here"),),
    )


def _first_constitution(context: Context) -> Citation | None:
    """Give the first constitution that is cited with its jurisdiction."""
    cited = (m for m in context.document.citations if m.kind is Kind.CONSTITUTION)
    return next((c for c in cited if c.reporter is not None and c.reporter.value != "Const."), None)


def _cites_treaty(context: Context) -> bool:
    return any(citation.kind is Kind.TREATY for citation in context.document.citations)
