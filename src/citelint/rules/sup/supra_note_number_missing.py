"""SUP008: a supra says in which note its work is cited in full."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, review, rule
from citelint.lint.outside import can_have_page
from citelint.lint.pointing import (
    called,
    evidence_for,
    is_blank,
    is_never_cited,
    is_only_one,
    listed,
    pointer,
    pointer_span,
    right_number,
    takes_supra,
)
from citelint.model.citation import Supra
from citelint.model.diagnostic import Edit, Fix, Related
from citelint.model.document import Note
from citelint.model.link import Found, Lost, Pointing, Why
from citelint.model.span import Span

_PLACE = Pattern(r",?\s*(?:sub)?(?:parts?|sections?|chapters?|paras?\.|pt\.|app(?:endix|x\.)|figures?|tables?)\s", 2)

_WHY = "supra takes the number of the note with the full citation"


@rule(
    "SUP008",
    Bad(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, supra, at 920.
            ^^^^^^^^^^^^^^
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
        [^3]: Brandt, *supra* note, at 51.
              ^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [^1]: Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: Brandt, *supra* note 1, at 51.
        """,
    ),
    Bad("""
        [1] Ellison, supra note.
            ^^^^^^^^^^^^^^^^^^^
        [2] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        """),
    Bad("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Ellison & Marquet, supra note, at 12.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """),
    Good("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, supra note 1, at 920.
        """),
    Good("""
        [1] Mara Ellison, Dark Dockets, 118 Colum. L. Rev. 901 (2018); Katz v. United States, 389 U.S. 347 (1967).
        [2] Helen Brandt, Trial 45 (2014); Katz v. United States, 389 U.S. 347 (1967); Brandt, supra, at 51.
        """),
    bluebook="4.2(a)",
    indigo="29.2, 31.2",
    default="academic",
)  # fmt: skip
def supra_note_number_missing(supra: Supra, context: Context) -> Reports:
    """In the notes of a law review supra takes the number of the note with the full citation.

    Without a number it means a work that is cited in full earlier in the same note. Briefs and memoranda, which cite in
    the text, use it without a number everywhere: the rule is off in practitioner style.
    """
    link = context.link(supra)
    blank = is_blank(supra)
    if supra.numbers or (supra.forward and not blank):
        return
    if not blank and _PLACE.match(context.source.text, supra.word.span.end):
        return
    name = called(supra)
    if isinstance(link, Found):
        if not blank and not takes_supra(link.citation):
            return
        here = link.citation.note == supra.note
        if link.later:
            if blank:
                yield _cited_later(supra, name, link, context)
        elif link.pointing is not Pointing.SAME_NOTE and (blank or not here):
            yield _report(supra, name, link, here, context)
    elif link.why is Why.SEVERAL_WORKS:
        yield _open(supra, f": works called {name} are cited in {listed(link.candidates, context)}", link)
    elif blank and (link.spoken or not is_never_cited(link)):
        # whichever work is meant, the blank was never filled in
        yield _open(supra, "", link, certain=True, hidden=tuple(map(context.note, link.spoken)))


def _open(supra: Supra, more: str, lost: Lost, *, certain: bool = False, hidden: tuple[Note, ...] = ()) -> Report:
    """Say that the number is missing where it is not known for sure which it should be."""
    name = called(supra)
    works = tuple(evidence_for(candidate.citation, name) for candidate in lost.candidates) if more else ()
    where = hidden[0].name if len(hidden) == 1 and hidden[0].number is not None else None
    more = f"{more}: perhaps {name} is meant to be in note {where}" if where else more
    return Report(
        pointer_span(supra),
        f"{supra.word.value} without a note number{more}",
        hint="no note number",
        found=supra.word.value if supra.note_word is None else f"{supra.word.value} {supra.note_word.value}",
        expected_note=where,
        why=_WHY,
        sure=lost.because or 'nothing stands behind the word "note"',
        likely=not (lost.certain or certain),
        related=(*works, *(Related(note.ordinal, note.span, "has the name") for note in hidden)),
    )


def _cited_later(supra: Supra, name: str, found: Found, context: Context) -> Report:
    """Say that the number is missing, and that the work is cited in full only later."""
    number = right_number(supra, found.citation, context)
    where = "later in this note" if found.citation.note == supra.note else f"in note {number}"
    return Report(
        pointer_span(supra),
        f"{supra.word.value} without a note number: {name} is cited in full only later, {where}",
        hint="no note number",
        found=f"{supra.word.value} {supra.note_word.value}" if supra.note_word is not None else supra.word.value,
        expected_note=number,
        why=_WHY,
        sure=found.because,
        likely=not found.certain,
        related=(evidence_for(found.citation, name),),
    )


def _report(supra: Supra, name: str, found: Found, here: bool, context: Context) -> Report:
    word, last = supra.word, supra.note_word or supra.word
    number = right_number(supra, found.citation, context)
    fix: Fix | None = None
    if here:
        fix = review(Edit(Span(word.span.end, last.span.end), ""))
    elif number is not None and is_only_one(found, supra, context) and can_have_page(supra, found, context):
        fix = review(Edit(Span(word.span.end, last.span.end), pointer(word.value, number)[len(word.value) :]))
    place = "earlier in this note" if here else f"in note {context.note_of(found.citation).name}"
    return Report(
        pointer_span(supra),
        f"{word.value} without a note number: {name} is cited in full {place}",
        hint="no note number",
        found=word.value if supra.note_word is None else f"{word.value} {supra.note_word.value}",
        expected=word.value if here else None if number is None else pointer(word.value, number),
        expected_note=number,
        why=_WHY,
        sure=found.because,
        likely=not found.certain,
        related=(evidence_for(found.citation, name),),
        fix=fix,
    )
