"""XRF006: no placeholder remains."""

from bisect import bisect_right

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule
from citelint.lint.pointing import called, evidence_for, has_placeholder, is_blank, pointer, pointer_span, right_number
from citelint.model.citation import CrossReference, Supra
from citelint.model.diagnostic import Related
from citelint.model.document import Document, Note
from citelint.model.span import Span

_LEFT = Pattern(
    r"(?P<word>Error!\s?(?:Reference source not found|Bookmark not defined)\.?"
    r"|(?<![\w/.-])(?:[Nn]otes?|nn?\.)\s(?:[xX]{2,4}|_+|\[\s*[_?#xX]*\s*\]|\?+|#+|TK)(?:\s?[-–]\s?(?:[xX]{2,4}|_+))?(?![\w])"
    r"|(?<!\w)(?:[Pp]art|[Ss]ection|[Aa]ppendix|[Ff]igure|[Tt]able)\s(?:_+|\?{1,4}|#+|\[\s*[_?#]+\s*\]|TK)(?!\w)"
    r"|\[(?:[Cc]ite|CITE)(?:s|S)?(?:\s(?:needed|here|check|to come|TK|NEEDED|HERE|CHECK|TO COME))?[?:]?\]"
    r"|\[(?:[Cc]itation|CITATION)s?\s(?:needed|here|to come|NEEDED|HERE|TO COME)\]"
    r"|\[(?:[Ii]nsert|INSERT|[Aa]dd|ADD|[Cc]heck|CHECK|[Nn]eed|NEED)\s(?:[a-z]{1,12}\s){0,3}?"
    r"(?:cites?|citations?|sources?|footnotes?|notes?|pin\s?cites?|page|pages|CITES?|CITATIONS?|SOURCES?|NOTES?)"
    r"(?:\s[a-z]{1,12}){0,3}\]"
    r"|\[(?:TODO|TO DO|TK|XX+|FIXME)(?:[\s:][^\]\n]{0,60})?\]"
    r"|\[(?:●|•|_{2,}|\?{1,5}|#{1,5})\]"
    r"|(?<![\w?])\?{3,}(?![\w?])"
    r"|(?<!\w)TK(?:TK)+(?!\w)|(?<=at )TK(?!\w)"
    r"|(?<!\w)(?:supra|infra)\snotes?\s\d+,?\sat\s(?:_+|\?+|[xX]{2,4})(?!\w))"
)
_SIGN = Pattern(
    r"\[(?=[\s\]_?#xX●•]|[Cc](?:[Ii][Tt]|[Hh])|[Ii][Nn][Ss]|[Aa][Dd][Dd]|[Nn][Ee][Ee]|T[OK]|FI)"
    r"|\?(?<=[\s?]\?)|_(?<=[\s_]_)|#(?<=[\s#]#)|TK|x(?<=\sx)[xX]|X(?<=\sX)[xX]|Error!"
)
"""What stands in every placeholder. Each alternative begins with a letter of its own: that is searched fastest."""
_ADDRESS = Pattern(r"(?:https?://|www\.)\S+")
_QUOTED = Pattern(r"“[^”\n]*”|\"[^\"\n]*\"")


@rule(
    "XRF006",
    Bad("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, supra note __, at 920.
            ^^^^^^^^^^^^^^^^^^^^^^
        """),
    Bad("""
        The rule is older than that. [cite needed][^1]
                                     ^^^^^^^^^^^^^

        [^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966); *see infra* Part __.
                                                                        ^^^^^^^
        """),
    Bad("""
        [1] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Brandt, supra note Error! Bookmark not defined., at 51.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """),
    Good("""
        [1] U.S. Const. amend. XX; Pub. L. No. 117-___, § 2; Doe v. Roe, 599 U.S. ___ (2023).
        [2] The clerk wrote “[cite] note XX” in the margin (citation omitted).
        """),
    Good("""
        [1] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [2] Malcolm X, quoted in Brandt, supra note 1, at 51; Part XX; T.K. Rao, Waste[] (2001).
        """),
    bluebook="3.5",
    indigo="",
)
def placeholder_left(document: Document, context: Context) -> Reports:
    """What was left to be filled in is filled in before the piece is printed.

    Found are blanks and signs where a number, a Part or a source should stand, notes to oneself in brackets, and the
    words that Word prints for a broken field. What stands in quotation marks is somebody else's. A blank page of a case
    or statute that is not yet printed ("599 U.S. ___") is left alone.
    """
    taken: list[Span] = []
    for mention in document.references:
        if not isinstance(mention, Supra | CrossReference) or mention.word is None:
            continue
        if _is_left(mention):
            yield _left_number(mention, context)
        if mention.numbers or _is_left(mention):
            taken.append(pointer_span(mention))  # "note XX" is no blank where notes are counted in Roman letters
    text, body = document.text, document.source.body
    for stretch, note in (*((note.span, note) for note in document.notes), *((stretch, None) for stretch in body)):
        if _SIGN.search(text, stretch.start, stretch.end) is not None:
            yield from _left_words(stretch, note, taken, context)


def _is_left(reference: Supra | CrossReference) -> bool:
    """Tell whether the number is a placeholder, or no number at all and no name that tells it."""
    return has_placeholder(reference) or (is_blank(reference) and isinstance(reference, CrossReference))


def _left_number(reference: Supra | CrossReference, context: Context) -> Report:
    found = context.found(reference) if isinstance(reference, Supra) else None
    message = "the number of the note was never filled in"
    expected: str | None = None
    related: tuple[Related, ...] = ()
    if found is not None and isinstance(reference, Supra):
        name = called(reference)
        expected = right_number(reference, found.citation, context)
        message += f": {name} is cited in full in note {context.note_of(found.citation).name}"
        related = (evidence_for(found.citation, name),)
    word = reference.word.value if reference.word is not None else "supra"
    return Report(
        pointer_span(reference),
        message,
        hint="to be filled in",
        found=context.text(pointer_span(reference)),
        expected=None if expected is None else pointer(word, expected),
        expected_note=expected,
        why="a placeholder was left in the text",
        sure="no number stands there" + (f"; {found.because}" if found is not None and found.certain else ""),
        related=related,
        note=reference.note,
    )


def _left_words(stretch: Span, note: Note | None, taken: list[Span], context: Context) -> Reports:
    words = context.text(stretch)
    found = list(_LEFT.finditer(words))
    if not found:
        return
    harmless = [[Span(*m.span()) for m in pattern.finditer(words)] for pattern in (_ADDRESS, _QUOTED)]
    for match in found:
        here, span = Span(*match.span()), Span(stretch.start + match.start(), stretch.start + match.end())
        if _touches(taken, span) or any(_touches(spans, here) for spans in harmless):
            continue
        yield Report(
            span,
            f"a placeholder was left: {match[0]}",
            hint="to be filled in",
            found=match[0],
            why="a placeholder was left in the text",
            sure=f"{match[0]} is printed, and not in quotation marks",
            note=None if note is None else note.ordinal,
        )


def _touches(spans: list[Span], span: Span) -> bool:
    """Tell whether a span shares a code point with one of `spans`, which are in order."""
    place = bisect_right(spans, span.start, key=lambda other: other.start)
    return any(other.overlaps(span) for other in spans[max(place - 1, 0) : place + 1])
