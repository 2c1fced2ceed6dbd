"""SHF002: a case is cited in short only where it was cited a few notes before."""

from bisect import bisect_left

from citelint.config import Config
from citelint.lint import Bad, Context, Good, Report, Reports, review, rule
from citelint.lint.window import cited_at, window_before
from citelint.lint.wording import Wording, stands_in
from citelint.model.citation import Citation, Kind, Short
from citelint.model.diagnostic import Edit, Fix, Related, Severity
from citelint.model.document import Note
from citelint.model.span import Span
from citelint.resolve.fold import Words, bare, fold
from citelint.resolve.names import GOVERNMENTS


@rule(
    "SHF002",
    Bad(
        """
        One.[1] Two.[2] Three.[3] Four.[4]

        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [4] Miranda, 384 U.S. at 445.
            ^^^^^^^^^^^^^^^^^^^^^^^^
        """,
        config=Config(case_short_form_window=2),
        fixed="""
        One.[1] Two.[2] Three.[3] Four.[4]

        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [4] Miranda v. Arizona, 384 U.S. 436, 445 (1966).
        """,
    ),
    Bad("""
        [1] United States v. Carroll Towing Co., 159 F.2d 169, 173 (2d Cir. 1947).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Terry v. Ohio, 392 U.S. 1, 21 (1968).
        [4] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [5] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [6] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [7] See Carroll Towing, 159 F.2d at 173.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """),
    Good(
        """
        One.[1] Two.[2] Three.[3] The holding of Miranda stands.[4]

        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [4] Miranda, 384 U.S. at 445.
        """,
        config=Config(case_short_form_window=2),
    ),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Id. at 445.
        [3] Katz v. United States, 389 U.S. 347, 351 (1967).
        [4] Terry v. Ohio, 392 U.S. 1, 21 (1968).
        [5] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [6] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [7] Miranda, 384 U.S. at 445.
        """),
    bluebook="10.9(a)",
    indigo="6.2",
    severity=Severity.WARNING,
    default="academic",
)
def short_form_outside_five_notes(short: Short, context: Context) -> Reports:
    """A case is cited in short where its full citation is easily found: in the same note or one of the five before.

    Every citation of the case counts: in full, in short, by *Id.*, in a parenthesis. The width of the window is
    ``case-short-form-window``. Nothing is said where the text to which the note belongs, or prose in a note of the
    window, names the case; where no text was read (a list of notes alone) the finding is a suggestion. Court documents
    have no window.
    """
    found = context.found(short)
    if short.kind is not Kind.CASE or found is None or found.later or not found.certain or not short.clear:
        return
    note = context.note_of(short)
    cited = context.facts(cited_at)[context.links.work_of[found.citation.index]]
    place = bisect_left(cited, short.index)
    last = context.document.mentions[cited[place - 1]].note if place else None
    window = tuple(window_before(note, context))
    if last is None or last == note.ordinal or last in {n.ordinal for n in window}:
        return
    if any(_is_named(words, short, note, window, context) for words in _names(short, found.citation)):
        return
    if not short.parties and _stands_in_window(short, window, context):
        return
    before = context.note(last)
    width = context.config.case_short_form_window
    fix = _in_full(short, found.citation, context)
    yield Report(
        short.span,
        f"the case was last cited in note {before.name}, more than {width} notes before",
        hint=f"last cited in note {before.name}",
        found=context.text(short.span),
        why=f"a case is short-cited within {width} notes of its last citation; further off it is cited in full again.",
        sure=f"no citation of it in the {width} notes before",
        severity=None if context.source.body else Severity.SUGGESTION,
        related=(Related(found.citation.note, found.citation.span, "cited in full here"),),
        fix=fix,
    )


def _names(short: Short, citation: Citation) -> set[Words]:
    """Give what prose may call the case: the name in the short form, and either party that is no government."""
    names = {bare(fold(party.value)) for party in (*short.parties, *citation.parties)}
    return {name for name in names if name and " ".join(name) not in GOVERNMENTS}


def _is_named(words: Words, short: Short, note: Note, window: tuple[Note, ...], context: Context) -> bool:
    """Tell whether a name stands in the window, in its own note beside the short form, or in the text it belongs to."""
    wording = context.facts(Wording)
    if any(wording.stands_at(words, other.ordinal) for other in window):
        return True
    beside = (Span(note.span.start, short.span.start), Span(short.span.end, note.span.end))
    paragraphs = (marker.paragraph for marker in context.source.markers if marker.note == note.ordinal)
    return any(stands_in(words, span, context) for span in (*beside, *paragraphs))


def _stands_in_window(short: Short, window: tuple[Note, ...], context: Context) -> bool:
    """Tell whether the volume of a short form without a name stands in the window: another case of it may be meant."""
    if short.volume is None or short.reporter is None:
        return True
    words = fold(f"{short.volume.value} {short.reporter.value}")
    return any(context.facts(Wording).stands_at(words, note.ordinal) for note in window)


def _in_full(short: Short, citation: Citation, context: Context) -> Fix | None:
    """Give the fix that writes the case in full, with the pincite of the short form."""
    if not short.parties or not citation.parties or short.reporter is None or short.pincite is None:
        return None
    if citation.page is None or citation.year is None or (short.volume and citation.volume) is None:
        return None
    between = Span(short.reporter.span.end, short.pincite.span.start)
    if context.text(between).strip(" \u00a0,") != "at" or len(short.parties) != 1 or len(citation.parties) != 2:
        return None
    name = " v. ".join(party.value for party in citation.parties)
    court = f"{citation.court.value} " if citation.court is not None else ""
    place = short.pincite.span.end
    if context.source.text[place : place + 1] == ",":
        return None  # the pincite goes on
    return review(
        Edit(short.parties[0].span, name),
        Edit(between, f" {citation.page.value}, "),
        Edit(Span(place, place), f" ({court}{citation.year.value})"),
    )
