"""NUM002: every note is called by a mark."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule
from citelint.lint.numbering import head_of, notes_called
from citelint.model.document import Document

_SENTENCE_END = Pattern(r"\w[.?!]+[\"'”’)\]]*(?:\s|\Z)")
_AUTHOR_SIGNS = frozenset("*†‡§¶‖#")


@rule(
    "NUM002",
    Bad("""
        The rule is old.[1] It is also sound.[3]

        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] Terry v. Ohio, 392 U.S. 1, 21 (1968).
        ^^^
        [3] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        """),
    Bad("""
        One court agreed.[^katz]

        [^katz]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^terry]: Terry v. Ohio, 392 U.S. 1, 21 (1968).
        ^^^^^^^^^
        """),
    Good("""
        The rule is old.[1] It is also new.[2]

        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] Terry v. Ohio, 392 U.S. 1, 21 (1968).
        """),
    Good("""
        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] Terry v. Ohio, 392 U.S. 1, 21 (1968).
        """),
    bluebook="1.1(a)",
)
def note_without_marker(document: Document, context: Context) -> Reports:
    """Every note is called by a mark in the text; a note that nothing calls will not be printed, or belongs nowhere.

    A file that is only a list of notes has no text to call them from, and passes. An author's note (``*``, ``†``)
    may stand without its mark. Where a text calls none of its notes the marks themselves were probably lost, and that
    is said once.
    """
    source = document.source
    called = context.facts(notes_called)
    uncalled = [
        note
        for note in source.notes
        if note.ordinal not in called and not _AUTHOR_SIGNS.issuperset(note.typed or note.label or "?")
    ]
    if not source.body or not uncalled:
        return
    if not source.markers and len(uncalled) > 1:
        # A heading above a list of notes is no text: where nothing is called, only sentences prove that there is one.
        if any(_SENTENCE_END.search(source.text, stretch.start, stretch.end) for stretch in source.body):
            yield Report(
                head_of(uncalled[0], context),
                f"the text has no marks: none of its {len(uncalled)} notes is called",
                hint="called from nowhere",
                sure="the text was read, but its marks may have been lost on the way",
                likely=True,
            )
        return
    numbers = {source.notes[ordinal].typed for ordinal in called} - {None}
    for note in uncalled:
        if note.typed in numbers:
            # A number given twice: the mark calls one of the two, and NUM003 says what is wrong.
            continue
        name = note.typed or note.label
        yield Report(
            head_of(note, context),
            f"no mark in the text calls note {name}" if name else "no mark in the text calls this note",
            hint="called from nowhere",
            sure="the text was read, and its marks call other notes",
            note=note.ordinal,
        )
