"""ID008: Id. alone repeats the page cited before."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule, safe
from citelint.lint.combined import combined
from citelint.model.citation import Citation, Id, Kind, Mention, Role
from citelint.model.diagnostic import Edit, Related, Severity
from citelint.model.span import Span

_SINGLE = Pattern(r"(?:§\s*)?\*?\d[\w.:-]*\w|(?:§\s*)?\d")
_AFTER = Pattern(r"\s*(?:[.;,)]|\(|\Z)")


@rule(
    "ID008",
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Id. at 444.
            ^^^^^^^^^^
        """,
        fixed="""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Id.
        """,
    ),
    Bad(
        """
        [^1]: 42 U.S.C. § 1983.
        [^2]: *See id.* § 1983 (giving a remedy).
                   ^^^^^^^^^^^
        """,
        fixed="""
        [^1]: 42 U.S.C. § 1983.
        [^2]: *See id.* (giving a remedy).
        """,
    ),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Id. at 444 n.4; id. at 445.
        """),
    Good("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915–20 (2018).
        [2] Id. at 915; id. at 916.
        """),
    bluebook="4.1",
    indigo="15.3.1, 6.2.2",
    severity=Severity.SUGGESTION,
)
def id_redundant_pinpoint(id: Id, context: Context) -> Reports:
    """*Id.* alone means the same page or section; a place after it means another one.

    One page or section is compared with one. A footnote that is added to the page, or several pages, pass.
    """
    found = context.found(id)
    pincite = id.pincite
    if pincite is None or found is None or not found.certain or id.role is not Role.TOP or id.within is not None:
        return
    if not _SINGLE.fullmatch(pincite.value) or combined(id, context) is not None:
        return
    before = _placed_before(found.chain, context)
    if before is None or _place(before) != _bare(pincite.value):
        return
    text, end = context.source.text, pincite.span.end
    if not _AFTER.match(text, end, context.note_of(id).span.end):
        return
    span = Span(id.word.span.start, end)
    stop = end + 1 if text[end : end + 1] == "." and text[end : end + 2] != ".," else end
    stops = context.unbroken(Span(id.word.span.start, end))
    yield Report(
        span,
        f"Id. alone means {pincite.value} again",
        hint=f"{pincite.value} is what it means",
        found=context.text(span),
        expected=id.word.value,
        why="Id. repeats the citation just before it with its page",
        sure=f"{pincite.value} is cited just before, in note {context.note_of(before).name}",
        related=(Related(before.note, before.span, f"{pincite.value} is cited here"),),
        fix=safe(Edit(Span(id.word.span.end, stop if stops and id.word.value[-1] == "." else end), "")),
    )


def _placed_before(chain: tuple[int, ...], context: Context) -> Mention | None:
    """Give the nearest mention of a chain with a place of its own; an *Id.* without one has that before it."""
    for index in chain:
        mention = context.document.mentions[index]
        if not isinstance(mention, Id) or mention.pincite is not None:
            return mention
    return None


def _place(mention: Mention) -> str | None:
    """Give the one page or section that a mention cites, "§" with a section."""
    if mention.pincite is not None:
        return _bare(mention.pincite.value)
    if isinstance(mention, Citation) and mention.kind in (Kind.STATUTE, Kind.REGULATION) and mention.page is not None:
        return _bare(f"§{mention.page.value}")
    return None


def _bare(place: str) -> str:
    return "".join(place.split())
