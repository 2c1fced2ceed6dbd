"""XRF014: stale Word fields have one cause."""

from citelint.lint import Bad, Context, Findings, Good, Report, Reports, rule, safe
from citelint.model.diagnostic import Safety


@rule(
    "XRF014",
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2=ellison] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [3=brandt] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [4] Ellison, supra note {1=ellison}, at 920.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        [5] Brandt, supra note {2=brandt}, at 51.
        """,
        fixed="""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2=ellison] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [3=brandt] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [4] Ellison, supra note {2=ellison}, at 920.
        [5] Brandt, supra note {3=brandt}, at 51.
        """,
        also=("XRF011",),
        word=True,
    ),
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] See infra notes {3=katz}–{4=brandt}.
                            ^^^^^^^^
        [3] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [4=katz] Katz v. United States, 389 U.S. 347, 351 (1967).
        [5=brandt] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        """,
        also=("XRF011",),
        word=True,
    ),
    Good(
        """
        [1=ellison] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Ellison, supra note {1=ellison}, at 920.
        """,
        word=True,
    ),
    Good(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2=ellison] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [3] Ellison, supra note {1=ellison}, at 920.
        [4] Ellison, supra note {2=ellison}, at 921.
        """,
        word=True,
    ),
    bluebook="3.5",
    indigo="31.2",
    over=("XRF011",),
)
def note_fields_stale(findings: Findings, context: Context) -> Reports:
    """Where several fields are out of date the cause is one: they were not refreshed after notes were moved.

    It is said once, above the fields, which keep their own code (XRF011). Word refreshes the fields in notes only while
    the cursor is in the notes: click into a note, press Ctrl+A and then F9. In the examples, {1=ellison} is a field
    that shows 1 and means the note whose mark has the bookmark "ellison".
    """
    if len(findings) < 2:
        return
    edits = [edit for f in findings if f.fix is not None and f.fix.safety is Safety.SAFE for edit in f.fix.edits]
    yield Report(
        findings[0].span,
        f"{len(findings)} cross-reference fields show old numbers: they were not refreshed after notes were moved",
        hint="show old numbers",
        why="Word refreshes the fields in notes only while the cursor is in the notes: click into a note, press Ctrl+A "
        "and F9",
        sure="each field's bookmark stands at the mark of the note it means",
        related=tuple(related for finding in findings for related in finding.related[-1:]),
        fix=safe(*dict.fromkeys(edits)) if edits else None,
        gathers=tuple(findings),
    )
