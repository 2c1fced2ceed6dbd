"""ID015: a long run of Id. is broken by a fuller form."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.again import id_run
from citelint.model.citation import Id, Role
from citelint.model.diagnostic import Severity
from citelint.model.document import Note

_MOST = 5


@rule(
    "ID015",
    Bad("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Id. at 445.
        [3] Id. at 446.
        [4] Id. at 447.
        [5] Id. at 448.
        [6] Id. at 449.
        [7] Id. at 450.
            ^^^
        [8] Id. at 451.
        """),
    Bad("""
        [^1]: Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [^2]: *Id.* at 46.
        [^3]: *See id.* at 47; *id.* at 52.
        [^4]: *Id.* at 48.
        [^5]: *Id.* at 49.
        [^6]: *Id.* at 50.
        [^7]: *Id.* at 51.
               ^^^
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Id. at 445.
        [3] Id. at 446.
        [4] Id. at 447.
        [5] Miranda, 384 U.S. at 448.
        [6] Id. at 449.
        [7] Id. at 450.
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Id. at 445.
        [3] The dissent differs.
        """),
    bluebook="",
    indigo="31.1, 6.2.2",
    severity=Severity.SUGGESTION,
    default=False,
)
def too_many_ids(note: Note, context: Context) -> Reports:
    """After five notes that say no more than *id.* the source is named again, so that nobody has to leaf back.

    It is the practice of some journals and no rule of the book: off by default. The note in which the run becomes too
    long is reported, once for each run.
    """
    if context.facts(id_run)[note.ordinal] != _MOST + 1:
        return
    first = next((m for m in note.mentions if isinstance(m, Id) and m.role is Role.TOP), None)
    if first is not None:
        yield Report(
            first.word.span,
            f"the {_MOST + 1}th note in a row that cites by Id. alone",
            hint="name the source again",
            found=first.word.value,
            sure=f"{_MOST} notes just before cite by Id. alone",
            why="a reader should not have to go back further than a few notes",
        )
