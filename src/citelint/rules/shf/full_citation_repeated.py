"""SHF008: a secondary source that was cited in full is cited in short afterwards."""

from citelint.lint import Bad, Context, Good, Report, Reports, review, rule
from citelint.lint.again import cited_just_before
from citelint.lint.numbering import is_one_definition
from citelint.lint.pointing import same_series, takes_supra
from citelint.lint.repeats import disagreements, first_of_text
from citelint.lint.shortform import short_name
from citelint.model.citation import Citation, Kind, Role
from citelint.model.diagnostic import Edit, Fix, Related, Severity
from citelint.model.span import Span

_SHORTENED = frozenset({Kind.ARTICLE, Kind.BOOK, Kind.CHAPTER, Kind.NEWS, Kind.REPORT, Kind.WEB})


@rule(
    "SHF008",
    Bad(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 930 (2018).
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, supra note 1, at 930.
        """,
    ),
    Bad("""
        [^1]: Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: Helen Brandt, The Settlement Machine 60 (2d ed. 2014).
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """),
    Good("""
        [1] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967) (citing Helen Brandt, The Settlement Machine 60 (2014)).
        [3] Brandt, supra note 1, at 60; Helen Brandt, The Settlement Machine 45 (3d ed. 2021).
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Miranda v. Arizona, 384 U.S. 436, 445 (1966).
        """),
    bluebook="4.2(a), 15.10, 16.9",
    indigo="6.2, 29.2",
    severity=Severity.WARNING,
)
def full_citation_repeated(citation: Citation, context: Context) -> Reports:
    """A book, article or other secondary source is cited in full once, and by "*supra* note N" after that.

    Cases have a rule of their own (SHF002) and law is cited in full again; a citation in a parenthesis does not count.
    Reported is what has an author, the same title word for word, and the same volume or year. Where the note just
    before cites nothing else, *id.* would do (ID006); where the two citations differ in a number it is SHF009.
    """
    if citation.kind not in _SHORTENED or citation.role is not Role.TOP or citation.within is not None:
        return
    if not citation.clear or citation.embedded:
        return
    first = first_of_text(citation, context)
    if first is None or not takes_supra(citation) or citation.index in context.facts(cited_just_before):
        return
    odd = context.facts(disagreements)
    if citation.index in odd or first.index in odd:
        return
    own, full = context.note_of(citation), context.note_of(first)
    if is_one_definition(own, full, context):
        return
    number = full.name if full.number is not None and same_series(own, full) and own != full else None
    name = short_name(citation)
    where = "earlier in this note" if own == full else f"in note {full.name}"
    unclear = name is None or number is None or _is_shared(name, first, context)
    expected = None if unclear else _short(str(name), str(number), citation)
    yield Report(
        citation.span,
        f"cited in full already {where}",
        hint=f"cited in full {where}",
        found=context.text(citation.span),
        expected=expected,
        expected_note=number,
        why="a work is cited in full once; after that its short form sends the reader to that note",
        sure="the same author, title and place",
        related=(Related(first.note, first.span, "cited in full here"),),
        fix=None if expected is None else _fix(citation, expected, context),
    )


def _short(name: str, number: str, citation: Citation) -> str:
    """Give the short form of a work as a person would type it."""
    pincite = citation.pincite.value if citation.pincite is not None else ""
    if not pincite:
        return f"{name}, supra note {number}"
    return f"{name}, supra note {number}, {'at ' if pincite[0].isalnum() and pincite[0] not in 'acp' else ''}{pincite}"


def _is_shared(name: str, first: Citation, context: Context) -> bool:
    """Tell whether another full citation of the note would be called so too."""
    there = (m for m in context.note_of(first).mentions if isinstance(m, Citation) and m.index != first.index)
    return any(short_name(other) == name for other in there)


def _fix(citation: Citation, expected: str, context: Context) -> Fix | None:
    """Give the fix that writes the short form up to the date; None where typefaces or a URL would be lost."""
    if context.source.styles is not None or citation.year is None or citation.url is not None or citation.hereinafter:
        return None
    end = citation.year.span.end + 1
    if context.text(Span(end - 1, end)) != ")":
        return None
    rest = context.text(Span(end, citation.span.end))
    return review(Edit(Span(citation.span.start, end), expected)) if not rest or rest.startswith(" (") else None
