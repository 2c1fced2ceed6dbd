"""XRF001: a cross-reference is written ", supra note N"."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule, safe
from citelint.lint.pointing import directed, has_placeholder, number_span, pointer_span, right_number
from citelint.model.citation import CrossReference, Supra
from citelint.model.diagnostic import Edit
from citelint.model.link import Pointing
from citelint.model.span import Span

_NO_COMMA_AFTER = Pattern(r"[,?!][\"'”’)\]*_]*\s*\Z")
"""After these a name needs no comma: a comma may stand inside quotation marks, and a title may end in "?" or "!"."""


@rule(
    "XRF001",
    Bad(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison supra note 1, at 920.
            ^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, supra note 1, at 920.
        """,
    ),
    Bad(
        """
        [^1]: Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: Brandt, *supra*, note 1, at 51.
              ^^^^^^^^^^^^^^^^^^^^^^^
        [^4]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^5]: Brandt, *supra* 1, at 53.
              ^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [^1]: Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: Brandt, *supra* note 1, at 51.
        [^4]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^5]: Brandt, *supra* note 1, at 53.
        """,
    ),
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] See supra nn.1–2 and accompanying text; supra Note 1.
                ^^^^^^^^^^^^                        ^^^^^^^^^^^^
        """,
        fixed="""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] See supra notes 1–2 and accompanying text; supra note 1.
        """,
    ),
    Good("""
        [1] Mara Ellison, “Dockets in the Dark,” 118 Colum. L. Rev. 901, 905 n.12 (2018).
        [2] See infra note 3.
        [3] Ellison, “Dockets in the Dark,” supra note 1, at 906 n.13.
        """),
    Good("""
        [1] Ruth Lin, Whose Court?, 70 Stan. L. Rev. 1127, 1140 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Lin, Whose Court? supra note 1, at 1150.
        """),
    Bad(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, supra note1, at 920.
            ^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, supra note 1, at 920.
        """,
    ),
    bluebook="3.5, 4.2(a)",
    indigo="T13, 31.2",
)
def supra_note_form(reference: Supra | CrossReference, context: Context) -> Reports:
    """A work is short-cited as "Name, *supra* note N": a comma before supra, none behind it, and the word "note".

    Abbreviations (n., fn., footnote), a capital, and a number without the word are mended, and so is a misspelt supra.
    The note of another work is "n.12", and that is right. A comma may stand inside the quotation marks before supra.
    """
    word = reference.word
    if word is None:
        return
    edits: list[Edit] = []
    faults: list[str] = []
    text = context.source.text
    if isinstance(reference, Supra) and not reference.embedded:
        between = Span(reference.name.span.end, word.span.start)
        if not context.text(between).strip(" \t\r\n\u00a0*_") and not _NO_COMMA_AFTER.search(reference.name.value):
            edits.append(Edit(Span(between.start, between.start), ","))
            faults.append("a comma is missing before supra")
    if word.value.lower().replace("\u00ad", "") not in ("supra", "infra"):
        edits.append(Edit(word.span, directed(reference, forward=False)))
        faults.append(f"“{word.value}” is misspelt")
    faults += _note_word(reference, edits, context)
    if not edits:
        return
    span = pointer_span(reference)
    mended = _mended(text, span, edits)
    found = context.found(reference) if isinstance(reference, Supra) else None
    expected = context.text(number_span(reference)) or None
    if found is not None and found.pointing not in (Pointing.RIGHT, Pointing.MENTION):
        expected = right_number(reference, found.citation, context)
    yield Report(
        span,
        "; ".join(faults),
        hint=faults[0],
        found=context.text(span),
        expected=mended,
        expected_note=None if has_placeholder(reference) else expected,
        why='a cross-reference is written ", supra note N"',
        sure=f'"{context.text(Span(word.span.start, span.end))}" is printed'
        if faults[0] != "a comma is missing before supra"
        else "no comma is printed between name and supra",
        fix=safe(*edits),
    )


def _note_word(reference: Supra | CrossReference, edits: list[Edit], context: Context) -> list[str]:
    """Give what is wrong between supra and the number, and add the edit that mends it."""
    word, note = reference.word, reference.note_word
    if word is None or not reference.numbers or has_placeholder(reference):
        return []
    several = len(reference.numbers) > 1 or reference.numbers[0].last is not None
    start = reference.numbers[0].span.start
    if note is None:
        if isinstance(reference, CrossReference) and reference.part is not None:
            return []
        edits.append(Edit(Span(word.span.end, start), " notes " if several else " note "))
        return ['the word "note" is missing']
    faults = []
    gap = Span(word.span.end, note.span.start) if note.span.start >= word.span.end else Span(start, start)
    if context.text(gap).strip() == ",":
        edits.append(Edit(gap, " "))
        faults.append(f"no comma stands between {word.value} and {note.value}")
    if note.value not in ("note", "notes") and not (word.value.isupper() and note.value in ("NOTE", "NOTES")):
        plain = note.value.lower() in ("note", "notes")
        right = note.value.lower() if plain else "notes" if several else "note"
        after = Span(note.span.start, start)
        edits.append(Edit(after, f"{right} "))
        faults.append(f'"{right}" is not capitalised' if plain else f'"{right}" is written out')
    elif note.span.end == start:
        edits.append(Edit(Span(start, start), " "))
        faults.append(f'a blank is missing after "{note.value}"')
    return faults


def _mended(text: str, span: Span, edits: list[Edit]) -> str:
    words = span.of(text)
    for edit in sorted(edits, key=lambda e: e.span, reverse=True):
        words = words[: edit.span.start - span.start] + edit.text + words[edit.span.end - span.start :]
    return words
