"""HER006: a label stands for one work, and a work has one label."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.labels import Label, labels
from citelint.model.citation import Citation
from citelint.model.diagnostic import Related
from citelint.model.document import Document
from citelint.resolve.fold import Words, fold, telling


@rule(
    "HER006",
    Bad("""
        [1] Pew Rsch. Ctr., Trust 8 (2019) [hereinafter Pew Report].
        [2] Pew Rsch. Ctr., Voters 3 (2020) [hereinafter Pew Report].
                                            ^^^^^^^^^^^^^^^^^^^^^^^^
        [3] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [4] Pew Report, supra note 1, at 9.
        """),
    Bad("""
        [1] Helen Brandt, Trial's End 9 (2019) [hereinafter Brandt, Last].
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Brandt, Last, supra note 1, at 12 [hereinafter The Trial Book].
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        [4] Katz v. United States, 389 U.S. 347, 351 (1967).
        [5] The Trial Book, supra note 1, at 13.
        """),
    Good("""
        [1] Pew Rsch. Ctr., Trust 8 (2019) [hereinafter Pew, Trust].
        [2] Pew Rsch. Ctr., Voters 3 (2020) [hereinafter Pew, Voters].
        [3] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [4] Pew, Trust, supra note 1, at 9; Pew, Voters, supra note 2, at 5.
        """),
    Good("""
        [1] Helen Brandt, Trial's End 9 (2019) [hereinafter Brandt, End].
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Brandt, End, supra note 1, at 20.
        """),
    bluebook="4.2(b)",
    indigo="15.2.4",
)
def hereinafter_clash(document: Document, context: Context) -> Reports:
    """One label stands for one work, and one work has one label; otherwise nobody can tell what a short form means.

    Case, quotation marks and articles make no difference. Labels of which one is the other cut short are one. Nicknames
    of cases ("Jones II") are no labels.
    """
    by_words: dict[Words, Label] = {}
    by_work: dict[int, Label] = {}
    for label in context.facts(labels):
        if label.work is None or label.citation is None or not label.whole or not label.citation.clear:
            continue
        first = by_words.setdefault(label.words, label)
        if first.work != label.work and first.citation is not None and _differ(first.citation, label.citation):
            yield _report(label, first, f'"{label.hereinafter.label.value}" stands for another work already', context)
        first = by_work.setdefault(label.work, label)
        own, other = set(telling(label.words)), set(telling(first.words))
        if not own <= other and not other <= own and _agree(first.citation, label.citation):
            yield _report(label, first, "the work has another label already", context)


def _differ(first: Citation, second: Citation) -> bool:
    """Tell whether two full citations are surely of different works: they name different titles or places."""
    if (
        first.title is None
        or second.title is None
        or (first.url and second.url and first.url.value == second.url.value)
    ):
        return False
    own, other = set(telling(fold(first.title.value))), set(telling(fold(second.title.value)))
    return not own <= other and not other <= own


def _agree(first: Citation | None, second: Citation) -> bool:
    """Tell whether two full citations of one work surely are: most words before the locator are the same."""
    if first is None or first.lead is None or second.lead is None:
        return False
    own, other = set(telling(fold(first.lead.value))), set(telling(fold(second.lead.value)))
    return 3 * len(own & other) >= 2 * max(len(own), len(other))


def _report(label: Label, first: Label, message: str, context: Context) -> Report:
    number = context.note_of(first.carrier).name
    return Report(
        label.hereinafter.span,
        f"{message}: {context.text(first.hereinafter.span)} in note {number}",
        hint=f"see note {number}",
        found=label.hereinafter.label.value,
        why="one label stands for one work, and one work has one label.",
        sure=f"both labels are set by hereinafter, in notes {number} and {context.note_of(label.carrier).name}",
        related=(Related(first.carrier.note, first.hereinafter.span, "the first label"),),
        note=label.carrier.note,
    )
