"""ID010: Id. is written with its period, and ibid., idem, op. cit. and loc. cit. are not used."""

import re

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule, safe
from citelint.model.citation import Id, Role
from citelint.model.diagnostic import Edit
from citelint.model.document import Note
from citelint.model.span import Span

_PERIOD = Pattern(r"\s{0,2}\.")
_LATIN = Pattern(r"“[^”]*”|\"[^\"]*\"|(?<!\w)(?P<latin>(?:op|loc)\b\.?\s*cit\b\.?)", re.IGNORECASE)
_CIT = Pattern(r"[Cc][Ii][Tt]\b(?<=[\s.]\w{3})")
"""The second word of these."""
_CITING = Pattern(r"(?:\A|[,;.:)\]”]|\b[A-Z]\S*)\s*\Z")


@rule(
    "ID010",
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Ibid.
            ^^^^^
        [3] Id at 445.
            ^^
        """,
        fixed="""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Id.
        [3] Id. at 445.
        """,
    ),
    Bad(
        """
        [1] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [2] Idem at 50.
            ^^^^
        """,
        fixed="""
        [1] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [2] Id. at 50.
        """,
    ),
    Bad("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, op. cit., at 920.
                     ^^^^^^^^
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Id. at 445.
        """),
    Good("""
        [1] Voter ID laws differ. Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] The opinion cites “Ibid.” and “Ellison, op. cit.” throughout.
        """),
    bluebook="4.1",
    indigo="6.2.2",
)
def id_spelling(node: Id | Note, context: Context) -> Reports:
    """The form is *Id.* with a period; *ibid.*, *idem*, *op. cit.* and *loc. cit.* are not used.

    Only what stands where a citation stands is looked at: "voter ID" is none, and what is quoted is left alone. "ID."
    may be *Id.* in small capitals, and passes. *Op. cit.* and *loc. cit.* become "*supra* note" and the number of the
    note with the full citation, which the author has to give.
    """
    if isinstance(node, Note):
        # far faster than the search, and mostly all there is to do
        if "cit" in (words := context.text(node.span)) and _CIT.search(words) is not None:
            yield from _latin(node, context)
        return
    word = node.word
    bare = word.value.rstrip(".")
    if node.role is Role.QUOTED or word.value in ("Id.", "id.") or (bare == "ID" and word.value != bare):
        return
    span = word.span
    if not word.value.endswith(".") and (period := _PERIOD.match(context.source.text, span.end)):
        span = Span(span.start, period.end())
    right = "Id." if bare[0].isupper() else "id."
    missing = bare.lower() == "id"
    yield Report(
        word.span,
        '"Id." lacks its period' if missing else f'"{word.value}" is written "{right}"',
        hint="its period is missing" if missing else f'write "{right}"',
        found=word.value,
        expected=right,
        sure=f'"{word.value}" stands where a citation stands',
        fix=safe(Edit(span, right)),
    )


def _latin(note: Note, context: Context) -> Reports:
    words = context.text(note.span)
    for match in _LATIN.finditer(words):
        if match["latin"] and _CITING.search(words, max(match.start() - 60, 0), match.start()):
            yield Report(
                Span(note.span.start + match.start(), note.span.start + match.end()),
                f'"{match["latin"]}" is not used',
                hint='write "supra note" and its number',
                found=match["latin"],
                sure=f'"{match["latin"]}" stands in a citation',
                why='a work cited before is short-cited by "supra note" and the number of its full citation.',
            )
