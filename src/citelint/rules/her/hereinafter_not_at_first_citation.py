"""HER007: a label is set at the first full citation of its work."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.labels import Label, labels, labels_of
from citelint.model.citation import Citation, Role, Supra
from citelint.model.diagnostic import Related, Severity
from citelint.model.document import Document


@rule(
    "HER007",
    Bad(
        """
        [1] Pew Rsch. Ctr., Trust 8 (2019).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Pew Rsch. Ctr., Trust 9 (2019) [hereinafter Pew Report].
                                           ^^^^^^^^^^^^^^^^^^^^^^^^
        [4] Katz v. United States, 389 U.S. 347, 351 (1967).
        [5] Pew Report, supra note 3, at 10.
        """,
        also=("SHF008",),
    ),
    Bad("""
        [^1]: Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: Brandt, *supra* note 1, at 51 [hereinafter Brandt, Machine].
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        [^4]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^5]: Brandt, Machine, *supra* note 1, at 60.
        """),
    Good("""
        [1] Pew Rsch. Ctr., Trust 8 (2019) [hereinafter Pew Report].
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Pew Report, supra note 1, at 9.
        """),
    Good("""
        [1] Katz v. United States, 389 U.S. 347, 351 (1967) (citing Pew Rsch. Ctr., Trust 8 (2019)).
        [2] Pew Rsch. Ctr., Trust 8 (2019) [hereinafter Pew Report].
        [3] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [4] Pew Report, supra note 2, at 9.
        """),
    bluebook="4.2(b)",
    indigo="34",
    severity=Severity.WARNING,
)
def hereinafter_not_at_first_citation(document: Document, context: Context) -> Reports:
    """A label is set where its work is first cited in full: there a reader looks for what it means.

    Reported is the first label of a work that was cited in full without one before. A second label of one work is
    HER006, and a citation in a parenthesis does not count.
    """
    for label in context.facts(labels):
        first = _first(label, context)
        if first is not None:
            where = context.note_of(first).name
            yield Report(
                label.hereinafter.span,
                f"the work is cited in full already in note {where}: the label belongs there",
                hint=f"belongs to note {where}",
                found=context.text(label.hereinafter.span),
                why="a label is looked for where the work is first cited in full",
                sure=f"note {where} cites the same work and sets no label",
                related=(Related(first.note, first.span, "first cited in full here"),),
                note=label.carrier.note,
            )


def _first(label: Label, context: Context) -> Citation | None:
    """Give the first full citation of the work in an earlier note, where the label is the first one of that work."""
    if label.work is None or not label.whole or not label.carrier.clear or label.carrier.role is not Role.TOP:
        return None
    if next(iter(context.facts(labels_of).get(label.work, ())), None) is not label:
        return None
    found = context.found(label.carrier)
    if isinstance(label.carrier, Supra) and (found is None or not found.certain or found.rivals):
        return None
    for index in context.links.works[label.work]:
        citation = context.document.mentions[index]
        if index >= label.carrier.index or citation.note == label.carrier.note:
            return None
        if not isinstance(citation, Citation) or label.citation is None or citation.kind is not label.citation.kind:
            return None  # a paper of a case is not the case
        if citation.role is Role.TOP and citation.within is None and citation.clear:
            return citation
    return None
