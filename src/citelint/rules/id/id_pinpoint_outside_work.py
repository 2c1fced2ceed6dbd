"""ID007: the page of a short form lies within the work."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.outside import pages_outside
from citelint.lint.perhaps import only_holder_near
from citelint.lint.pointing import called
from citelint.lint.shortform import short_name
from citelint.model.citation import Citation, Id, Kind, Mention, Short, Supra
from citelint.model.diagnostic import Related, Severity
from citelint.model.document import Document


@rule(
    "ID007",
    Bad("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Id. at 89.
                   ^^
        """),
    Bad("""
        [^1]: Tomas Okafor & Ruth Lin, *Pricing Privacy*, 70 Stan. L. Rev. 1127, 1140 (2018).
        [^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^3]: Okafor & Lin, *supra* note 1, at 240; *Miranda*, 384 U.S. at 44.
                                               ^^^                         ^^
        """),
    Good("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Id. at 989 n.2; id. at 915–22.
        """),
    Good("""
        [1] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [2] Brandt, supra note 1, at 3; Miranda v. Arizona, 384 U.S. 436, 86 S. Ct. 1602 (1966).
        [3] Miranda, 86 S. Ct. at 1612.
        """),
    bluebook="3.2, 4.1",
    indigo="11.7",
)  # fmt: skip
def id_pinpoint_outside_work(document: Document, context: Context) -> Reports:
    """The page in a short form is a page of the work: not before its first page, and not hundreds of pages behind it.

    Articles and cases are looked at, which are cited with their first page; of parallel reporters the one that is
    cited. Where just one other case or article of the notes before can have the page, it is named. A page before the
    first one often shows an *id.* that was left behind when a note was put in front of it; an *id.* that follows such a
    reference says no more. Where three references lie before the work its own first page is suspect: one warning. More
    than 250 pages behind it is a warning too. Manuscripts have pages of their own.
    """
    for index, outside in context.facts(pages_outside).items():
        reference = context.document.mentions[index]
        if reference.pincite is None:
            continue
        work, page, first = outside.work, outside.page, outside.first
        name = _name(reference, work)
        before = page < first
        where = context.note_of(work).name
        # a supra names its work, and no other is meant
        guessed = before and outside.times == 1 and not isinstance(reference, Supra)
        other = only_holder_near(reference, page, work, context) if guessed else None
        perhaps = f"; {_called(other)} has it, cited in note {context.note_of(other).name}" if other is not None else ""
        yield Report(
            reference.pincite.span,
            f"page {page} lies before {name}, which begins on page {first} (note {where}){perhaps}"
            if before
            else f"page {page} is {page - first} pages behind the first page of {name} (note {where})",
            hint=f"begins on page {first}",
            found=reference.pincite.value,
            expected_note=None if other is None else context.note_of(other).name,
            why=f"{outside.times} references lie before it: perhaps the page in note {where} is wrong"
            if outside.times > 1
            else "a pincite is a page of the work; where it is of another, the reference was left behind by a new note"
            if isinstance(reference, Id)
            else "a pincite is a page of the work",
            sure="the first page stands in the full citation",
            severity=None if before and outside.times == 1 else Severity.WARNING,
            related=(
                Related(work.note, work.span, "the work"),
                *((Related(other.note, other.span, "has such a page"),) if other is not None else ()),
            ),
            note=reference.note,
        )


def _called(work: Citation) -> str:
    if work.parties:
        return short_name(work) or work.parties[0].value
    return "the work" if work.title is None else work.title.value


def _name(reference: Mention, work: Citation) -> str:
    """Give what to call the work in a sentence."""
    if isinstance(reference, Supra):
        return called(reference)
    if isinstance(reference, Short) and reference.parties:
        return reference.parties[0].value
    if work.kind is Kind.CASE:
        return short_name(work) or "the case"
    return "the work" if work.title is None else work.title.value
