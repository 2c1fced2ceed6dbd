"""SUP008: a supra says in which note its work is cited in full."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, review, rule
from citelint.lint.pointing import (
    called,
    evidence_for,
    is_blank,
    is_only_one,
    listed,
    pointer_span,
    right_number,
    takes_supra,
)
from citelint.model.citation import Supra
from citelint.model.diagnostic import Edit, Fix
from citelint.model.link import Found, Lost, Pointing, Why
from citelint.model.span import Span

_PLACE = Pattern(r",?\s*(?:sub)?(?:parts?|sections?|chapters?|paras?\.|pt\.|app(?:endix|x\.)|figures?|tables?)\s", 2)


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
        if link.later or link.pointing is Pointing.SAME_NOTE or not takes_supra(link.citation):
            return
        here = link.citation.note == supra.note
        if here and not blank:
            return
        yield _report(supra, name, link, here, context)
    elif isinstance(link, Lost) and link.why is Why.SEVERAL_WORKS:
        yield Report(
            pointer_span(supra),
            f"supra without a note number: works called {name} are cited in {listed(link.candidates, context)}",
            hint="no note number",
            found=supra.word.value,
            why="supra takes the number of the note with the full citation",
            sure=link.because,
            likely=not link.certain,
            related=tuple(evidence_for(candidate.citation, name) for candidate in link.candidates),
        )


def _report(supra: Supra, name: str, found: Found, here: bool, context: Context) -> Report:
    word, last = supra.word, supra.note_word or supra.word
    number = right_number(supra, found.citation, context)
    fix: Fix | None = None
    if here:
        fix = review(Edit(Span(word.span.end, last.span.end), ""))
    elif number is not None and is_only_one(found, supra, context):
        fix = review(Edit(Span(word.span.end, last.span.end), f" note {number}"))
    place = "earlier in this note" if here else f"in note {context.note_of(found.citation).name}"
    return Report(
        pointer_span(supra),
        f"supra without a note number: {name} is cited in full {place}",
        hint="no note number",
        found=word.value if supra.note_word is None else f"{word.value} {supra.note_word.value}",
        expected=word.value if here else None if number is None else f"{word.value} note {number}",
        expected_note=number,
        why="supra takes the number of the note with the full citation",
        sure=found.because,
        likely=not found.certain,
        related=(evidence_for(found.citation, name),),
        fix=fix,
    )
