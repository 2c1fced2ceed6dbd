"""HER001: a label that is no name or title was set by hereinafter."""

from collections import Counter

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule
from citelint.lint.labels import labels_of
from citelint.lint.pointing import takes_supra
from citelint.lint.wording import Wording
from citelint.model.citation import Citation, Supra
from citelint.model.diagnostic import Related, Severity
from citelint.model.link import Fit, Found, Pointing
from citelint.resolve.fold import Words, bare, fold, near, same, telling

_SENTENCE = Pattern(r"[^\W\d_]{3,}[.?!][”’\"']?\s?[A-Z]")


@rule(
    "HER001",
    Bad("""
        [1] Nat'l Ctr. for Tenant Just., Eviction by Numbers 12 (2019).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Tenant Report, supra note 1, at 14.
            ^^^^^^^^^^^^^
        """),
    Bad("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] See Ellison, Sealed, supra note 1, at 910.
                ^^^^^^^^^^^^^^^
        """),
    Good("""
        [1] Nat'l Ctr. for Tenant Just., Eviction by Numbers 12 (2019) [hereinafter Tenant Report].
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Tenant Report, supra note 1, at 14.
        """),
    Good("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, Dockets, supra note 1, at 910.
        """),
    bluebook="4.2(b)",
    indigo="15.2.4, 34",
    severity=Severity.WARNING,
)
def hereinafter_undefined_label(supra: Supra, context: Context) -> Reports:
    """What stands before *supra* is the author's name, the title or its leading words, or a label set by hereinafter.

    Reported is a name of which some words are the work's and others are not ("Tenant Report"), where the note cited has
    the work and no label was set for it. A name that is defined somewhere else in the piece, in the text or in a
    parenthesis, passes. A misspelt name is SUP012, an acronym or a cut name of an institution SUP013.
    """
    found = context.found(supra)
    if found is None or found.fit is not Fit.LOOSE or found.pointing is not Pointing.RIGHT or not supra.clear:
        return
    pointed = found.pointed
    if pointed is None or not pointed.clear or not takes_supra(pointed) or not _is_alone(found, pointed, context):
        return
    if _SENTENCE.search(supra.name.value):
        return  # words of the sentence before were read as part of the name
    foreign = _foreign(telling(bare(fold(supra.name.value))), pointed, context)
    if not foreign or _is_defined(supra, context):
        return
    number = context.note_of(pointed).name
    yield Report(
        supra.name.span,
        f'"{supra.name.value}" is neither author nor title of the work in note {number}, and no label',
        hint="no hereinafter sets this label",
        found=supra.name.value,
        why=f'"{" ".join(foreign)}" stands in neither name nor title; set it by hereinafter in note {number}.',
        sure=found.because,
        # such a name is never certain, and worth a look all the same
        likely=not found.certain,
        severity=Severity.WARNING,
        related=(Related(pointed.note, pointed.span, "the work"),),
    )


def _is_alone(found: Found, pointed: Citation, context: Context) -> bool:
    """Tell whether the work has no label, and its note cites in full no other work that the name may mean."""
    if context.links.work_of[pointed.index] in context.facts(labels_of):
        return False
    return not any(rival.citation.note == pointed.note for rival in found.rivals)


def _foreign(words: Words, pointed: Citation, context: Context) -> Words:
    """Give the words that stand nowhere in the note cited, neither cut, nor misspelt, nor abbreviated."""
    known = fold(context.text(context.note_of(pointed).span))
    own = (word for word in words if not word.isdigit())
    return tuple(word for word in own if not any(same(word, other) or near(word, other) for other in known))


def _is_defined(supra: Supra, context: Context) -> bool:
    """Tell whether the name also stands where no supra follows it: it may be defined there."""
    words = bare(fold(supra.name.value))
    return context.facts(Wording).count(words) > context.facts(_names)[words]


def _names(context: Context) -> Counter[Words]:
    """Count the names before supra."""
    return Counter(bare(fold(m.name.value)) for m in context.document.mentions if isinstance(m, Supra))
