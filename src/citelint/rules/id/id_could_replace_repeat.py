"""ID006: what was cited just before is repeated by Id."""

from citelint.lint import Bad, Context, Findings, Good, Report, Reports, change, review, rule
from citelint.lint.again import cited_just_before, id_run
from citelint.lint.before import head_of_clause, note_before
from citelint.lint.numbering import is_one_definition
from citelint.lint.pattern import Pattern
from citelint.lint.repeats import is_same_text
from citelint.lint.reported import place_of
from citelint.model.citation import Citation, Kind, Mention, Role, Short, Supra
from citelint.model.diagnostic import Diagnostic, Edit, Fix, Related, Severity
from citelint.model.source import Typeface
from citelint.model.span import Span

_MOST_IDS = 4
_WORKS = frozenset({Kind.ARTICLE, Kind.BOOK, Kind.CHAPTER, Kind.NEWS, Kind.REPORT, Kind.WEB})
_SENTENCE_HEAD = Pattern(r"(?:\A|[.?!][”’\")\]]*\s)\s*\Z")
_NEAR = 12
_OTHERS = (
    *("SUP001", "SUP002", "SUP003", "SUP004", "SUP005", "SUP007", "SUP008", "SUP009", "SUP010", "SUP011"),
    *("SHF004", "SHF005", "SHF009", "SHF010", "ID007", "ID012"),
)


@rule(
    "ID006",
    Bad(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Ellison, supra note 1, at 920.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Id. at 920.
        """,
    ),
    Bad(
        """
        [^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^2]: *See Miranda*, 384 U.S. at 445.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^2]: *See id.* at 445.
        """,
    ),
    Bad(
        """
        [^1]: Mara Ellison, *Dockets in the Dark*, 118 Colum. L. Rev. 901, 915 (2018).
        [^2]: *See* Ellison, *supra* note 1, at 920.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [^1]: Mara Ellison, *Dockets in the Dark*, 118 Colum. L. Rev. 901, 915 (2018).
        [^2]: *See* *id.* at 920.
        """,
    ),
    Good("""
        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Katz, 389 U.S. at 353.
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966); Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] Katz, 389 U.S. at 353.
        """),
    bluebook="4.1",
    indigo="15.2, 31.1",
    severity=Severity.SUGGESTION,
    over=_OTHERS,
)
def id_could_replace_repeat(findings: Findings, context: Context) -> Reports:
    """Where a note cites what the note just before cites, and no more than that, *id.* says it in three letters.

    The same holds for what is cited twice in a row in one note. Nothing is said of a reference that carries another
    finding, of the first note of a Part, and after four notes by *id.* in a row, where a name is welcome again; nor of
    any where *id.* is not allowed (ID016).

    A fix is offered where a page follows, and where nothing but the reference goes: no date, no URL, no typeface.
    """
    if not context.config.id_allowed:
        return
    by_note: dict[int | None, list[Diagnostic]] = {}
    for finding in findings:
        by_note.setdefault(finding.note, []).append(finding)
    for index, before in context.facts(cited_just_before).items():
        mention = context.document.mentions[index]
        if not _is_repeat(mention, context) or not _is_same(mention, before, context):
            continue
        if is_one_definition(context.note_of(mention), context.note_of(before), context):
            continue
        if any(finding.span.overlaps(mention.span) for finding in by_note.get(mention.note, ())):
            continue
        word = "Id." if _opens_sentence(mention, context) else "id."
        form = _form(mention, before, word)
        yield Report(
            mention.span,
            "cited just before: id. would do" if before.note == mention.note else "the note before cites just this",
            hint=f"{word} would do",
            found=context.text(mention.span),
            expected=form,
            why="id. repeats the citation just before it",
            sure=f"note {context.note_of(before).name} cites the same source, and nothing stands between",
            note=mention.note,
            related=(Related(before.note, before.span, "cited just before"),),
            fix=_fix(mention, form, word, context),
        )


def _is_repeat(mention: Mention, context: Context) -> bool:
    """Tell whether *id.* may stand for a mention: it is whole, at the top, and not behind a long run of *id.*."""
    if not isinstance(mention, Citation | Short | Supra) or mention.role is not Role.TOP or mention.within is not None:
        return False
    if (
        not mention.clear
        or mention.embedded
        or (isinstance(mention, Supra) and (mention.forward or not mention.numbers))
    ):
        return False
    if isinstance(mention, Citation | Supra) and mention.hereinafter:
        return False
    before = note_before(context.note_of(mention), context)
    return before is None or context.facts(id_run)[before.ordinal] < _MOST_IDS


def _is_same(mention: Mention, before: Mention, context: Context) -> bool:
    """Tell whether two mentions surely cite one case or one work: no brief in the case, no paper of a like title."""
    found = None if isinstance(before, Citation) else context.found(before)
    source = before if isinstance(before, Citation) else None if found is None else found.citation
    if source is None or (mention.pincite is None and before.pincite is not None):
        return False  # Id. alone would mean the page too
    if isinstance(mention, Short):
        return source.kind is mention.kind is Kind.CASE and bool(mention.parties)
    if isinstance(mention, Supra):
        return source.kind in _WORKS
    if not isinstance(mention, Citation):
        return False
    if mention.kind is Kind.CASE:
        return source.kind is Kind.CASE and bool(mention.parties) and place_of(mention) == place_of(source) is not None
    return mention.kind in _WORKS and is_same_text(source, mention)


def _opens_sentence(mention: Mention, context: Context) -> bool:
    if mention.signal is not None:
        return False
    head = head_of_clause(mention)
    start = context.note_of(mention).span.start
    return _SENTENCE_HEAD.search(context.source.text[max(start, head - _NEAR) : head]) is not None


def _form(mention: Mention, before: Mention, word: str) -> str:
    """Give what to write instead: with the page, where that is another one."""
    place = None if mention.pincite is None else mention.pincite.value
    if place is None or (before.pincite is not None and before.pincite.value == place):
        return word
    return f"{word} at {place}" if place[0].isdecimal() or place[0] == "*" else f"{word} {place}"


def _in_place_of_supra(mention: Supra, end: int, form: str, word: str, context: Context) -> Fix | None:
    """Give the fix in which *id.* takes over the typeface of *supra*; None where anything else is in a typeface."""
    before, behind = Span(mention.span.start, mention.word.span.start), Span(mention.word.span.end, end)
    styles = context.source.styles or ()
    if not context.set_in(Typeface.ITALIC, mention.word.span) or any(
        style.span.overlaps(span) for style in styles for span in (before, behind)
    ):
        return None
    rest = change(behind, context.text(behind), form.removeprefix(word))
    return review(Edit(before, ""), Edit(mention.word.span, word), rest)


def _fix(mention: Mention, form: str, word: str, context: Context) -> Fix | None:
    """Give the fix that writes the form; None where a date, a URL or a typeface would be lost."""
    if isinstance(mention, Citation) or mention.pincite is None or form == word:
        return None
    end = mention.pincite.span.end
    if context.source.styles is None:
        return review(Edit(Span(mention.span.start, end), form))
    if isinstance(mention, Supra):
        return _in_place_of_supra(mention, end, form, word, context)
    if not isinstance(mention, Short) or not mention.parties or mention.reporter is None:
        return None
    name = mention.parties[0].span
    if len(mention.parties) != 1 or not context.set_in(Typeface.ITALIC, name) or name.start != mention.span.start:
        return None
    # the Id. takes over the typeface of the name
    return review(Edit(name, word), Edit(Span(name.end, mention.reporter.span.end), ""))
