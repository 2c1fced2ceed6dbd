"""ID011: Id. has a capital only where it opens a citation sentence."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule, safe
from citelint.model.citation import Id, Role
from citelint.model.diagnostic import Edit
from citelint.model.span import Span

_GOES_ON = Pattern(r"(?:[,;]|\b(?:quoting|citing|see|also|generally|compare|with|and|accord|contra|cf\.|e\.g\.))\s+\Z")
_POINTS = {";": "a semicolon", ",": "a comma"}
_SENTENCE_ENDED = Pattern(r"[)\]”]\.\s+\Z")


@rule(
    "ID011",
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] See Id. at 445; Id. at 450.
                ^^^         ^^^
        """,
        fixed="""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] See id. at 445; id. at 450.
        """,
    ),
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966). id. at 450.
                                                          ^^^
        [2] id. at 445.
            ^^^
        """,
        fixed="""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966). Id. at 450.
        [2] Id. at 445.
        """,
    ),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] See id. at 445. Id. at 450; id. at 451 (quoting id. at 450).
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] The Court called this “inherent,” id. at 458, and the dissent did not. Id. at 526.
        """),
    bluebook="4.1",
    indigo="6.2.2",
)
def id_capitalization(id: Id, context: Context) -> Reports:
    """*Id.* has a capital where it opens a citation sentence, and none after a signal, a semicolon or a comma.

    Only sure places are looked at: the head of a note or what follows a closed citation sentence there, and here what
    follows a signal, a comma, a semicolon, or a word such as "quoting". "ID." may be *Id.* in small capitals, and
    passes; *ibid.* and *idem* are ID010.
    """
    word = id.word
    if word.value not in ("Id.", "id.", "Id", "id") or id.role is Role.QUOTED or id.name is not None:
        return
    note = context.note_of(id)
    start = word.span.start
    before = context.source.text[max(note.span.start, start - 40) : start]
    signal = id.signal
    signalled = signal is not None and not context.text(Span(signal.span.end, start)).strip()
    capital = word.value[0] == "I"
    if capital and (signalled or _GOES_ON.search(before)):
        last = before.split()[-1] if before.split() else ""
        place = "a signal" if signalled else _POINTS.get(last[-1:], f'"{last}"')
        yield _report(id, "i", f"after {place} Id. is written small", f"{place} stands before it")
    elif not capital and not signalled and (not before.strip() or _SENTENCE_ENDED.search(before)):
        place = "a sentence ends" if before.strip() else "nothing stands"
        yield _report(id, "I", "Id. has a capital where it opens a citation sentence", f"{place} before it")


def _report(id: Id, letter: str, message: str, sure: str) -> Report:
    word = id.word
    first = Span(word.span.start, word.span.start + 1)
    return Report(
        word.span,
        message,
        hint="small letter" if letter == "i" else "capital letter",
        found=word.value,
        expected=letter + word.value[1:],
        sure=sure,
        fix=safe(Edit(first, letter)),
    )
