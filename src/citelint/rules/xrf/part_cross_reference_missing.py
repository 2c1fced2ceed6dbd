"""XRF007: a Part that supra or infra names is there."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.outline import named_parts, outline
from citelint.model.citation import CrossReference, Role


@rule(
    "XRF007",
    Bad("""
        # I. Origins

        Text.[^1]

        # II. Decline

        [^1]: *See infra* Part IV.B.
                               ^^^^
        """),
    Bad("""
        I. Origins

        A. Roots

        Text.[1]

        II. Decline

        More.[2]

        [1] See infra Section I.C and Part II.
                              ^^^
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        """),
    Good("""
        # I. Origins

        ## A. Roots

        Text.[^1]

        ## B. Branches

        [^1]: *See infra* Section I.B; Restatement (Second) of Torts pt. 4 (Am. L. Inst. 1965).
        """),
    Good("""
        # I. Origins

        ## Roots

        Text.[^1]

        [^1]: *See infra* Part I.A. *See supra* Part III of the Restatement.
        """),
    bluebook="3.5",
    indigo="2.1",
)
def part_cross_reference_missing(reference: CrossReference, context: Context) -> Reports:
    """A Part or section of the piece that is referred to has to be there, under that number.

    The numbers are those before the headings, typed or counted by Word. Where headings have none, or not all of a level
    were read with theirs, nothing is said. A Part "of" another work is none of the piece.
    """
    if reference.part is None or reference.role is Role.QUOTED or not reference.clear:
        return
    parts = context.facts(outline)
    for path, span in named_parts(reference, context):
        if parts.has(path) is not False:
            continue
        missing = next(depth for depth in range(1, len(path) + 1) if path[:depth] not in parts.sections)
        above = path[: missing - 1]
        there = parts.tops if not above else parts.sections[above].within
        last = there[-1].upper()
        where = "the piece" if not above else f"Part {'.'.join(above).upper()}"
        yield Report(
            span,
            f"there is no Part {context.text(span)}: {where} ends with {last}",
            hint="no such Part",
            found=context.text(span),
            why="Parts may have been moved or renumbered after this was typed",
            sure="the headings are numbered without a gap",
        )
