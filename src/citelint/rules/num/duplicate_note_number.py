"""NUM003: a note number is defined once."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.numbering import head_of, is_one_definition, typed_numbers
from citelint.model.diagnostic import Related
from citelint.model.document import Document
from citelint.model.source import SourceNote


@rule(
    "NUM003",
    Bad("""
        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] Terry v. Ohio, 392 U.S. 1, 21 (1968).
        [2] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        ^^^
        [3] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        """),
    Bad("""
        [^1]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^1]: Terry v. Ohio, 392 U.S. 1, 21 (1968).
        ^^^^^
        """),
    Good("""
        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] Terry v. Ohio, 392 U.S. 1, 21 (1968).
        [3] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        """),
    Good("""
        [*] Professor of Law, Coastal University.
        [*] My thanks go to Ruth Lin.
        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        """),
)
def duplicate_note_number(document: Document, context: Context) -> Reports:
    """A number belongs to one note, or no reference to it means anything.

    Only a file that states its notes' numbers itself can give one twice: plain text, and Markdown whose labels are
    all numbers. Author's notes (``*``) are not counted.
    """
    if not document.source.numbers_typed:
        return
    for notes in context.facts(typed_numbers).values():
        first: dict[int, SourceNote] = {}
        for number, note in notes:
            if number in first and not is_one_definition(first[number], note, context):
                place = head_of(first[number], context)
                yield Report(
                    head_of(note, context),
                    f"there are two notes {number}",
                    hint=f"a second note {number}",
                    found=str(number),
                    sure=f"the number {number} is typed twice",
                    related=(Related(first[number].ordinal, place, f"the first note {number}"),),
                    note=note.ordinal,
                )
            first.setdefault(number, note)
