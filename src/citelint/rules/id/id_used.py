"""ID016: where the journal forbids Id., a short form is used instead."""

from collections import Counter

from citelint.config import Config
from citelint.lint import Bad, Context, Good, Report, Reports, review, rule
from citelint.lint.pattern import Pattern
from citelint.lint.shortform import ShortForm, instead_of, instead_of_bare, short_name
from citelint.model.citation import Id, Role
from citelint.model.diagnostic import Related

_WITHOUT = Config(id_allowed=False)
_OWN_WORDS = Pattern(r"[Ii]d\.")


@rule(
    "ID016",
    Bad(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Id. at 920.
            ^^^
        [3] See id.
                ^^^
        """,
        config=_WITHOUT,
        fixed="""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Ellison, supra note 1, at 920.
        [3] See Ellison, supra note 1, at 920.
        """,
    ),
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Id. at 445; see Katz v. United States, 389 U.S. 347, 351 (1967).
            ^^^
        """,
        config=_WITHOUT,
        fixed="""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Miranda, 384 U.S. at 445; see Katz v. United States, 389 U.S. 347, 351 (1967).
        """,
    ),
    Bad(
        """
        [1] 42 U.S.C. § 1983.
        [2] Id. § 1985.
            ^^^
        """,
        config=_WITHOUT,
    ),
    Good("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Id. at 920.
        """),
    Good(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Ellison, supra note 1, at 920.
        """,
        config=_WITHOUT,
    ),
    Good(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018) (“Id. at 7 was all that it said.”).
        """,
        config=_WITHOUT,
    ),
    instead_of=("ID009", "ID010", "ID011"),
)
def id_used(id: Id, context: Context) -> Reports:
    """Where the configuration says that *Id.* is not allowed, what was cited just before takes its short form.

    Some journals do without *Id.* The rule speaks where the configuration says ``id-allowed = false`` under
    ``[rules]``, and is silent otherwise. Then nothing is said of the form of an *Id.* any more, nor that one would do
    (ID006). What stands inside a quotation is left alone. The short form is offered where it is sure which work is
    meant, and that no other goes by its name. An *Id.* without a page means the page cited just before, so that page
    goes with it.
    """
    if context.config.id_allowed or id.role is Role.QUOTED:
        return
    found = context.found(id)
    form = _form(id, context)
    yield Report(
        id.word.span,
        f"{id.word.value} is not used here: write the short form",
        hint="write the short form",
        found=context.text(id.span),
        expected=None if form is None else form.typed,
        why="the configuration says that Id. is not allowed",
        sure="the configuration has id-allowed = false",
        related=() if found is None else (Related(found.citation.note, found.citation.span, "what this Id. means"),),
        fix=None if form is None else review(*form.edits),
    )


def _form(id: Id, context: Context) -> ShortForm | None:
    """Give the short form that says the same, where it is sure which work is meant and what it is called."""
    found = context.found(id)
    if found is None or not found.certain or not id.clear or id.name is not None:
        return None
    if not _OWN_WORDS.match(id.word.value):
        return None
    name = short_name(found.citation)
    if name is None or context.facts(_names)[name] != 1:
        return None
    if id.pincite is not None:
        return instead_of(id, found.citation, context)
    before = context.document.mentions[found.chain[0]]
    return instead_of_bare(id, found.citation, before.pincite, context)


def _names(context: Context) -> Counter[str]:
    """Count the full citations that a name may mean."""
    return Counter(name for citation in context.document.citations if (name := short_name(citation)) is not None)
