"""NUM005: note numbers run on without gaps."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.numbering import head_of, typed_number, typed_numbers
from citelint.model.document import Document


@rule(
    "NUM005",
    Bad("""
        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] Terry v. Ohio, 392 U.S. 1, 21 (1968).
        [4] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        ^^^
        """),
    Bad("""
        [^7]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^11]: Terry v. Ohio, 392 U.S. 1, 21 (1968).
        ^^^^^^
        """),
    Good("""
        [7] Katz v. United States, 389 U.S. 347, 351 (1967).
        [8] Terry v. Ohio, 392 U.S. 1, 21 (1968).
        [9] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        """),
    Good("""
        [*] Professor of Law, Coastal University.
        [12] Katz v. United States, 389 U.S. 347, 351 (1967).
        [12a] Added in proof.
        [13] Terry v. Ohio, 392 U.S. 1, 21 (1968).
        """),
)
def numbering_gap(document: Document, context: Context) -> Reports:
    """Note numbers run on, so a number that is left out shows that a note was lost or its number mistyped.

    The first number may be any: an excerpt begins where it begins. Only a file that states its notes' numbers itself
    can leave one out (plain text, and Markdown whose labels are all numbers): elsewhere the notes count themselves. A
    number that a mark in the text still calls is a mark without its note (NUM001).
    """
    if not document.source.numbers_typed:
        return
    called = {(m.apparatus, m.section, typed_number(m)) for m in document.source.markers}
    for series, notes in context.facts(typed_numbers).items():
        before = None
        for number, note in sorted(notes, key=lambda pair: pair[0]):
            if before is not None and number > before + 1:
                first, last = before + 1, number - 1
                while first <= last and (*series, first) in called:
                    first += 1
                while first < last and (*series, last) in called:
                    last -= 1
                if first <= last:
                    missing = f"note {first} is" if first == last else f"notes {first} to {last} are"
                    yield Report(
                        head_of(note, context),
                        f"note {number} follows note {before}: {missing} missing",
                        hint=f"follows note {before}" + _printed(number, note.label),
                        found=str(number),
                        sure=f"the numbers {before} and {number} are typed one after the other",
                        expected=str(before + 1),
                        note=note.ordinal,
                    )
            before = number


def _printed(number: int, label: str | None) -> str:
    """Say what number will be printed where that is not the label of the file."""
    return "" if label in (None, str(number)) else f", prints as {label}"
