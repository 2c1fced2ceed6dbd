"""ID012: Id. is not combined with a name, a supra or a citation."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.combined import combined
from citelint.model.citation import Id

_MESSAGES = {
    "a name": "Id. stands alone: it says itself whose work is meant",
    "supra": "Id. and supra are two forms: one of them has to go",
    "a volume and reporter": "Id. repeats volume and reporter: a page with “at” is enough",
    "another case": "Id. and a case behind a comma are two citations",
}


@rule(
    "ID012",
    Bad("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] See Ellison, id. at 920.
                ^^^^^^^^^^^^
        [3] Id., supra note 1, at 920.
            ^^^^^^^^^^^^^^^^^
        """),
    Bad("""
        [^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^2]: *Id.*, 384 U.S. at 445.
               ^^^^^^^^^^^^^^^^^^^^^
        """),
    Good("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] As Ellison notes, id. at 920, the files were sealed. Id. (citing Katz v. Doe, 389 U.S. 347 (1967)).
        """),
    Good("""
        [1] 3 Ann Vale, Vale on Dockets § 8.01 (2019).
        [2] 4 id. § 9.02. Id. See supra Part I.
        """),
    bluebook="4.1",
    indigo="6.2.2",
)  # fmt: skip
def id_with_name_or_supra(id: Id, context: Context) -> Reports:
    """*Id.* is a whole citation: no name, no supra, no volume and reporter stand beside it.

    A name before *id.* is a warning: it may be there because the note cites two works. One that belongs to a sentence
    passes ("As Ellison notes, *id.* at 920"), and so does the volume of a set before
    *id.* ("4 *id.* § 9"). A section of another code behind *id.* is ID013.
    """
    joined = combined(id, context)
    if joined is None:
        return
    yield Report(
        joined.span,
        _MESSAGES[joined.other],
        hint=f"Id. with {joined.other}",
        found=context.text(joined.span),
        why="Id. repeats the citation just before it; where that is not meant, a short form says which one is",
        sure="a name stands beside Id., but it may tell two works apart"
        if joined.other == "a name"
        else f"{joined.other} stands beside Id.",
        likely=joined.other == "a name",
    )
