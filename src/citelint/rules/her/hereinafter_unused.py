"""HER002: a hereinafter label is used."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule, safe
from citelint.lint.labels import Label, author_words, labels
from citelint.lint.pointing import goes_on
from citelint.lint.wording import Wording, stands_in
from citelint.model.citation import Short, Supra
from citelint.model.diagnostic import Edit, Fix, Severity
from citelint.model.document import Document
from citelint.model.link import Lost
from citelint.model.span import Span
from citelint.resolve.fold import fold, telling


@rule(
    "HER002",
    Bad(
        """
        [1] Helen Brandt, The Settlement Machine 45 (2014) [hereinafter Brandt, Machine].
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        """,
        fixed="""
        [1] Helen Brandt, The Settlement Machine 45 (2014).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        """,
    ),
    Bad(
        """
        [1] Pew Rsch. Ctr., Trust and Distrust in America 8 (2019) [hereinafter Pew Report] (reporting a decline).
                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^
        [2] Id. at 9.
        """,
        fixed="""
        [1] Pew Rsch. Ctr., Trust and Distrust in America 8 (2019) (reporting a decline).
        [2] Id. at 9.
        """,
    ),
    Good("""
        [1] Pew Rsch. Ctr., Trust and Distrust in America 8 (2019) [hereinafter Pew Report].
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Pew Report, supra note 1, at 9.
        """),
    Good("""
        The Settlement Machine[1] is widely read. No review of the Brandt Opus[2] is unkind.

        [1] Helen Brandt, The Settlement Machine 45 (2014) [hereinafter Brandt Opus].
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        """),
    bluebook="4.2(b)",
    indigo="15.2.4",
    severity=Severity.WARNING,
)
def hereinafter_unused(document: Document, context: Context) -> Reports:
    """A label that is never used again is dropped.

    A use is any later short form of the work, whatever it calls it (HER003 speaks of those), and any place in the notes
    or the body where the label's words stand, with or without the author's name. *Id.* is no use. Nothing is said where
    the piece is an excerpt, or an infra points past its end: the label may be used there.
    """
    if context.config.last_note is not None:
        return
    for label in context.facts(labels):
        if label.work is None or not label.carrier.clear or label.work in context.facts(_works_meant):
            continue
        if goes_on(context):
            return
        if _stands_elsewhere(label, context) or _shares_a_name(label, context):
            continue
        yield Report(
            label.hereinafter.span,
            f'"{label.hereinafter.label.value}" is never used',
            hint="never used",
            found=context.text(label.hereinafter.span),
            why="a label is set only for a work that is short-cited by it later.",
            sure="the label's words stand nowhere else",
            note=label.carrier.note,
            fix=_dropped(label, context),
        )


def _works_meant(context: Context) -> frozenset[int]:
    """Give the works that a supra or infra means or may mean, other than by the mention that sets their label."""
    works: set[int] = set()
    for supra in _supras(context):
        link = context.link(supra)
        cited = [c.citation for c in link.candidates] if isinstance(link, Lost) else [link.citation]
        if not supra.hereinafter:
            works.update(context.links.work_of[citation.index] for citation in cited)
    return frozenset(works)


def _supras(context: Context) -> tuple[Supra, ...]:
    return tuple(mention for mention in context.document.mentions if isinstance(mention, Supra))


def _names(context: Context) -> dict[str, list[int]]:
    """Give the telling words of the names in short forms, and the indexes of the short forms that have them."""
    names: dict[str, list[int]] = {}
    for mention in context.document.mentions:
        fields = (mention.name,) if isinstance(mention, Supra) else ()
        for field in mention.parties if isinstance(mention, Short) else fields:
            for word in telling(fold(field.value)):
                names.setdefault(word, []).append(mention.index)
    return names


def _stands_elsewhere(label: Label, context: Context) -> bool:
    """Tell whether the label's words stand in another note, in the body, or in its own note outside the citation."""
    authors = author_words(label.citation) if label.citation is not None else frozenset()
    words = label.words
    while len(words) > 1 and words[0] in authors:
        words = words[1:]
    wording = context.facts(Wording)
    if wording.stands_outside(words, label.carrier.note):
        return True
    note, carrier = context.note_of(label.carrier).span, label.carrier.span
    around = (Span(note.start, carrier.start), Span(label.hereinafter.span.end, note.end))
    return any(stands_in(words, span, context) for span in around)


def _shares_a_name(label: Label, context: Context) -> bool:
    """Tell whether a name in a short form has a word of the label that is no author's: it may be the label cut."""
    authors = author_words(label.citation) if label.citation is not None else frozenset()
    own = [word for word in telling(label.words) if word not in authors] or list(telling(label.words))
    names = context.facts(_names)
    return any(index != label.carrier.index for word in own for index in names.get(word, ())[:2])


def _dropped(label: Label, context: Context) -> Fix | None:
    """Give the fix that takes the bracket away with the blank before it."""
    span, text = label.hereinafter.span, context.source.text
    start = span.start - 1 if text[span.start - 1 : span.start] == " " else span.start
    return safe(Edit(Span(start, span.end), ""))
