"""ID004: in court documents Id. does not follow a citation of several authorities."""

from citelint.config import Config
from citelint.lint import Bad, Context, Good, Report, Reports, review, rule
from citelint.lint.authorities import authorities, separate
from citelint.lint.shortform import instead_of, only_fitting
from citelint.model.citation import Citation, Id, Mention, Role
from citelint.model.diagnostic import Related, Severity

_BRIEF = Config(style="practitioner")


@rule(
    "ID004",
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966); Gideon v. Wainwright, 372 U.S. 335, 344 (1963). The latter was
        unanimous. Id. at 345.
                   ^^^
        """,
        config=_BRIEF,
        fixed="""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966); Gideon v. Wainwright, 372 U.S. 335, 344 (1963). The latter was
        unanimous. Gideon, 372 U.S. at 345.
        """,
    ),
    Bad(
        """
        [1] See Katz v. United States, 389 U.S. 347, 351 (1967); Terry v. Ohio, 392 U.S. 1, 21 (1968). But see id.
                                                                                                               ^^^
        """,
        config=_BRIEF,
    ),
    Good(
        """
        [1] See Katz v. United States, 389 U.S. 347, 351 (1967). The test has two prongs. Id. at 361.
        """,
        config=_BRIEF,
    ),
    Good(
        """
        [1] U.S. Const. art. III, § 2; id. art. VI, cl. 2. The text is plain. Id.
        """,
        config=_BRIEF,
    ),
    Good(
        """
        [1] Carpenter v. United States, 585 U.S. 296 (2018) (quoting Katz v. United States, 389 U.S. 347 (1967)). Id.
        """,
        config=_BRIEF,
    ),
    bluebook="4.1, B4",
    indigo="15.3.3",
    severity=Severity.WARNING,
    default="practitioner",
)
def id_after_string_same_note(id: Id, context: Context) -> Reports:
    """In court documents *Id.* needs a citation just before it, in the same note or paragraph, to one authority alone.

    The citation sentence before the *Id.* is counted as ID002 counts the note before. The rule is off in academic
    style: there *Id.* means the authority just before it in the same note, and only the preceding note may not hold
    several. Nothing is said of an *Id.* inside the string itself ("art. III, § 2; *id.* art. VI").
    """
    note = context.note_of(id)
    if id.role is not Role.TOP or id.within is not None or note.unparsed:
        return
    earlier = [m for m in authorities(note) if m.index < id.index]
    if not earlier or earlier[-1].string == id.string:
        return
    string = [m for m in earlier if m.string == earlier[-1].string]
    several = separate(string, context)
    meant = tuple(work for mention in several if (work := _meant(mention, context)) is not None)
    if len(several) < 2 or len(meant) < len(several) or not all(m.clear for m in string):
        return
    fitting = only_fitting(id, meant)
    form = None if fitting is None else instead_of(id, fitting, context)
    yield Report(
        id.word.span,
        "the citation before this Id. strings several authorities",
        hint="it could mean any of the string",
        found=context.text(id.span),
        expected=None if form is None else form.typed,
        why="in court documents Id. needs a citation of one authority just before it; write a short form instead.",
        sure=f"{len(meant)} authorities in the sentence before",
        related=tuple(Related(note.ordinal, m.span, f"authority {count}") for count, m in enumerate(several, 1)),
        fix=None if form is None else review(*form.edits),
    )


def _meant(mention: Mention, context: Context) -> Citation | None:
    if isinstance(mention, Citation):
        return mention
    found = context.found(mention)
    return None if found is None else found.citation
