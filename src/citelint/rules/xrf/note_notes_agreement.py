"""XRF002: "note" with one number, "notes" with several."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule, safe
from citelint.lint.pointing import has_placeholder, number_span
from citelint.model.citation import CrossReference, Supra
from citelint.model.diagnostic import Edit
from citelint.model.span import Span

_GOES_ON = Pattern(
    r"\s*(?:[-‐‑–—−,;/]\s*|,?\s(?:and|or|and/or|&|plus|to|through|thru|until|till)\s+)"
    r"(?:(?:[Ss]ee\s|also\s|the\s|supra\s|infra\s|(?:foot)?notes?\s|nn?\.\s?)*[\d\[_?]|(?:supra|infra|(?:foot)?notes?)\b)"
)
"""What joins another number to the last one that was understood."""


@rule(
    "XRF002",
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] See supra notes 1 and accompanying text.
                      ^^^^^^^
        """,
        fixed="""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] See supra note 1 and accompanying text.
        """,
    ),
    Bad(
        """
        [^1]: *See infra* note 2, 3; *infra* text accompanying note 2–3.
                          ^^^^^^^^^                            ^^^^^^^^
        [^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^3]: Katz v. United States, 389 U.S. 347, 351 (1967).
        """,
        fixed="""
        [^1]: *See infra* notes 2, 3; *infra* text accompanying notes 2–3.
        [^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^3]: Katz v. United States, 389 U.S. 347, 351 (1967).
        """,
    ),
    Good("""
        [1] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [2] See infra notes 3–4; Brandt, supra note 1, at 12, 15; Brandt, supra note 1, § 4.
        [3] See supra note 1 and accompanying text.
        [4] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [4] See supra notes 1 through 3 and accompanying text; supra notes 1 to 2; supra notes 1 and/or 3.
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] See supra text accompanying notes 1 & 2.
        """),
    bluebook="3.5",
    indigo="T13",
)
def note_notes_agreement(reference: CrossReference | Supra, context: Context) -> Reports:
    """One number takes "note", a range or several numbers take "notes".

    After a work's name a number behind a comma is a page without "at" (SUP014), and no second note.
    """
    note, numbers = reference.note_word, reference.numbers
    if reference.word is None or note is None or not numbers or has_placeholder(reference):
        return
    word = note.value.lower()
    several = len(numbers) > 1 or numbers[0].last is not None
    if word not in ("note", "notes") or (word == "notes") is several:
        return
    if isinstance(reference, Supra) and len(numbers) > 1:
        return
    own = context.note_of(reference)
    if not several and _GOES_ON.match(context.source.text, numbers[-1].span.end, own.span.end):
        return
    ending = "S" if note.value.isupper() else "s"
    right = note.value[:4] + ending if several else note.value[:4]
    printed = context.text(number_span(reference))
    yield Report(
        Span(note.span.start, number_span(reference).end),
        f'"{note.value}" with {"several numbers" if several else "one number"}',
        hint="several numbers" if several else "one number",
        found=f"{note.value} {printed}",
        expected=f"{right} {printed}",
        why="one number takes note, several take notes",
        sure=f'"{note.value}" and {printed} are printed',
        fix=safe(Edit(note.span, right)),
    )
