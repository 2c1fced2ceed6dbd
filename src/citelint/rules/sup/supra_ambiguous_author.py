"""SUP011: a supra says which of several works of its author in one note it means."""

from citelint.lint import Bad, Context, Good, Report, Reports, review, rule
from citelint.lint.pointing import called, evidence_for, pointer_span
from citelint.model.citation import Citation, Supra
from citelint.model.diagnostic import Edit, Fix
from citelint.model.link import Candidate, Fit, Pointing, Why
from citelint.model.span import Span
from citelint.resolve.pages import may_hold, page_of


@rule(
    "SUP011",
    Bad(
        """
        [1] Mara Ellison, Dark Dockets, 118 Colum. L. Rev. 901 (2018); Mara Ellison, After, 68 Duke L.J. 401 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, supra note 1, at 915.
            ^^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Mara Ellison, Dark Dockets, 118 Colum. L. Rev. 901 (2018); Mara Ellison, After, 68 Duke L.J. 401 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, Dark Dockets, supra note 1, at 915.
        """,
    ),
    Bad("""
        [1] Helen Brandt, The Settlement Machine 45 (2014); Helen Brandt, Trial's End 12 (2019).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] See Brandt, supra note 1, at 60.
                ^^^^^^^^^^^^^^^^^^^^
        """),
    Good("""
        [1] Helen Brandt, Law 45 (2014) [hereinafter Brandt 2014]; Helen Brandt, End 2 (2019) [hereinafter Brandt 2019].
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] See Brandt 2014, supra note 1, at 60.
        """),
    Good("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Mara Ellison, After the Docket, 68 Duke L.J. 401, 410 (2018).
        [3] Ellison, supra note 2, at 411.
        """),
    bluebook="4.2(b), 15.10, 16.9(b)",
    indigo="31.2, 29.2",
)  # fmt: skip
def supra_ambiguous_author(supra: Supra, context: Context) -> Reports:
    """Where the note cites two works of one author, the name alone does not say which is meant: add a short title.

    Works that stand in different notes are told apart by the number. A label set by hereinafter is the best short
    title. Where the page cited can stand in one of the works alone, the fix names that one.
    """
    lost = context.lost(supra)
    if lost is None or lost.why is not Why.SEVERAL_WORKS or lost.pointing is not Pointing.RIGHT:
        return
    works = lost.candidates
    if len(works) < 2 or any(work.fit not in (Fit.AUTHOR, Fit.INSTITUTION) for work in works):
        return
    name = called(supra)
    meant = _only_holding(supra, works)
    title = None if meant is None else _short_title(meant, name)
    where = context.note(works[0].citation.note).name
    yield Report(
        pointer_span(supra),
        f"note {where} cites {len(works)} works by {name}: say which one by a short title",
        hint=f"{len(works)} works by {name} in note {where}",
        found=name,
        expected=f"{name}, {title}" if title is not None else None,
        expected_note=where,
        why="one name for two works leaves the reader to guess",
        sure=lost.because,
        likely=not lost.certain,
        related=tuple(evidence_for(work.citation, name) for work in works),
        fix=_fix(supra, title),
    )


def _only_holding(supra: Supra, works: tuple[Candidate, ...]) -> Citation | None:
    """Give the one work in which the page cited can stand; None where several can, or where it cannot be told."""
    page = supra.pincite.value if supra.pincite is not None else ""
    if page_of(page) is None or any(work.citation.page is None for work in works):
        return None
    holding = [work.citation for work in works if may_hold(work.citation, page)]
    return holding[0] if len(holding) == 1 else None


def _short_title(work: Citation, name: str) -> str | None:
    """Give what to add to the name: the label without the name, or the title up to its colon."""
    for label in work.hereinafter:
        words = label.label.value
        return words.removeprefix(f"{name}, ")
    return None if work.title is None else work.title.value.partition(":")[0].strip(" ,")


def _fix(supra: Supra, title: str | None) -> Fix | None:
    if title is None:
        return None
    end = supra.name.span.end
    return review(Edit(Span(end, end), f", {title}"))
