"""NUM007: a note must not be empty."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.numbering import head_of
from citelint.model.document import Note


@rule(
    "NUM007",
    Bad("""
        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2]
        ^^^
        [3] Terry v. Ohio, 392 U.S. 1, 21 (1968).
        """),
    Bad("""
        [^1]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^2]: .
        ^^^^^
        """),
    Good("""
        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] Id.
        """),
    Good("""
        [^1]: On file with author.
        """),
)
def empty_note(note: Note, context: Context) -> Reports:
    """A note says something: in one without letters or digits a source was to be filled in, or was lost."""
    if not any(map(str.isalnum, context.text(note.span))):
        yield Report(
            head_of(note, context), "the note is empty", hint="nothing stands here", sure="no word follows its number"
        )
