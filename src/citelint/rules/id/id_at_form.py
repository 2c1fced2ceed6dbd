"""ID009: a page after Id. takes "at", and a section takes nothing."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, change, rule, safe
from citelint.lint.combined import combined
from citelint.lint.pointing import has_pages
from citelint.model.citation import Id, Role
from citelint.model.span import Span

_PLACE = Pattern(
    r"(?P<gap>,?\s*(?:at,?\s+)?(?:pp?\.\s*)?)(?:(?P<page>\*{0,2}\d{1,4}(?:\s?[-–—]\s?\d+)?)(?=\s*(?:[;)]|\.(?!\d)|\Z|\((?!\d)))"
    r"|(?P<part>§§?\s*\d|¶¶?\s*\d|paras?\.\s*\d|arts?\.\s*[IVXLC\d]|amends?\.\s*[IVXLC]))"
)
_RIGHT_PAGE = Pattern(r"\s+at\s+")


@rule(
    "ID009",
    Bad(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Id. 920.
            ^^^^^^^
        [3] Id., at 922; id. at p. 923.
            ^^^^^^^^^^^  ^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Id. at 920.
        [3] Id. at 922; id. at 923.
        """,
    ),
    Bad(
        """
        [^1]: 42 U.S.C. § 1983.
        [^2]: *Id.* at § 1985(3).
               ^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [^1]: 42 U.S.C. § 1983.
        [^2]: *Id.* § 1985(3).
        """,
    ),
    Bad(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Id.at 920.
            ^^^^^^^^^
        [3] Complaint at 4, Roe v. Acme, No. 20-cv-11 (D.N.J. filed May 1, 2020).
        [4] Id. at para. 7.
            ^^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Id. at 920.
        [3] Complaint at 4, Roe v. Acme, No. 20-cv-11 (D.N.J. filed May 1, 2020).
        [4] Id. para. 7.
        """,
    ),
    Good("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Id. at 920; id. at *5; id. app. at 12; id. tbl.2; id. art. 3.
        """),
    Good("""
        [1] Fed. R. Evid. 403.
        [2] Id. 404(b).
        [3] U.S. Const. art. I, § 8.
        [4] Id. 9.
        [5] Model Rules of Pro. Conduct r. 1.6 (Am. Bar Ass’n 1983).
        [6] Id., 14.
        """),
    Good("""
        [1] 42 U.S.C. § 1983.
        [2] Id. § 1985(3). In Doe the court wrote “Id., at 45.” Id. 12 states have followed. Id. 5.2(e).
        """),
    bluebook="4.1, 3.2, 3.3",
    indigo="6.2.2",
)
def id_at_form(id: Id, context: Context) -> Reports:
    """A page after *id.* takes "at" and no comma; a section, paragraph, article or amendment takes neither.

    Behind a rule of court, a constitution or another source that is cited by the numbers of its parts, and where it is
    not known what *id.* means, a number without "at" is not taken for a page.

    The Supreme Court's reporter writes "*Id.*, at 45": that is right in what is quoted from it, and wrong in notes. A
    period that is missing is ID010; a name, a supra or a reporter beside *id.* is ID012.
    """
    if id.role is Role.QUOTED or combined(id, context) is not None:
        return
    text, end = context.source.text, id.word.span.end
    place = _PLACE.match(text, end, context.note_of(id).span.end)
    if place is None:
        return
    gap = place["gap"]
    if place["page"] is not None:
        # without "at" and comma a number may begin the next sentence
        wrong = _RIGHT_PAGE.fullmatch(gap) is None and (
            bool(gap.strip()) or id.signal is not None or _ends(id, context)
        )
        if not wrong or not _is_page(id, gap, context):
            return
        right = " at "
        if gap.strip() == "at":
            message = "a blank stands on both sides of “at” after Id."
        else:
            message = "a page after Id. takes “at”, and no comma"
        stop = place.end("page")
    else:
        wrong = bool(gap.strip())
        right, message = " ", f"{_what(place['part'])} after Id. takes no “at” and no comma"
        stop = place.end("part")
    if not wrong:
        return
    if id.pincite is not None and id.pincite.span.start <= stop:
        stop = max(stop, id.pincite.span.end)
    span = Span(id.word.span.start, stop)
    written = text[place.start("gap") : place.end("gap")]
    between = f'"{written.strip()}"' if written.strip() else "nothing"
    yield Report(
        span,
        message,
        hint=f"write {text[id.word.span.start : end]}{right}{text[place.end('gap') : stop]}",
        found=context.text(span),
        sure=f"between Id. and its place stands {between}",
        expected=f"{text[id.word.span.start : end]}{right}{text[place.end('gap') : stop]}",
        fix=safe(change(Span(place.start("gap"), place.end("gap")), written, right)),
    )


def _what(part: str) -> str:
    """Give what kind of part begins with these signs."""
    kinds = {"§": "a section", "¶": "a paragraph", "p": "a paragraph", "a": "an article"}
    return "an amendment" if part.startswith("amend") else kinds[part[0]]


def _is_page(id: Id, gap: str, context: Context) -> bool:
    """Tell whether a number behind an *Id.* is a page: "at" or "p." says so, or the source that is meant has pages."""
    found = context.found(id)
    if found is None or not found.certain:
        return bool(gap.strip(" ,\t\n\u00a0"))
    return "p" in gap or has_pages(found.citation, context)


def _ends(id: Id, context: Context) -> bool:
    """Tell whether an *Id.* opens its note, which then is only that and a number."""
    note = context.note_of(id)
    return note.mentions[0].index == id.index and len(note.mentions) == 1
