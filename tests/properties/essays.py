"""Well-formed pieces made by chance: every work has an author of its own, and every reference means what it says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import strategies as st

_AUTHORS = (
    "Mara Abernathy|Owen Okonkwo|Tess Lindqvist|Priya Castellanos|Jonah Yamashiro|Ruth Driscoll|Ilse Haverford|"
    "Felix Nwachukwu|Noor Trelawney|Ada Fitzgibbon|Tomas Bergstrom|Lena Quillfeather|Hugo Zubizarreta|Vera Mordaunt|"
    "Emil Ivanenko|Nina Szymanski"
).split("|")
_TITLES = (
    "Dockets in the Dark|The Clerk’s Share|Counting What Is Hidden|Two Cheers for the Redacted Brief|"
    "How Judges Sleep|The Paper Wall|Who Owns a Transcript|Sealed by Habit|The Long Recess|A Theory of Margins|"
    "Reading the Room|Nine Ways to Wait|What Juries Hear|The Empty Gallery|Against Footnotes|Slow Justice"
).split("|")
_CASES = "Umber v. Quayle|Wexcombe v. Jorgen|Ashpole v. Tindall|Brockhurst v. Vexler|Innsmouth v. Karloff".split("|")
_PROSE = (
    "The rule is older than the court.",
    "What follows leaves out the smaller districts; they keep no lists.",
    "Data on file with author.",
    "I take no view on the question whether the clerk was right (most think that he was not).",
)
_EXPLAINED = (
    "(arguing that a seal is a habit)",
    "(“The file is open, and nobody can find it.”)",
    "(quoting Zeller v. Pomfret, 3 F.2d 4, 5 (2d Cir. 1930))",
    "(emphasis added)",
)


@dataclass(frozen=True)
class Work:
    """A work: its full citation without pincite, and what a later note calls it."""

    full: str
    name: str
    is_case: bool = False


@dataclass(frozen=True)
class Member:
    """One member of a note: a full citation of `work`, or a later one of it (Id. where `id`), or prose.

    `signal` stands before it, `explained` behind it, in brackets.
    """

    work: int | None = None
    full: bool = False
    id: bool = False
    page: int | None = None
    text: str = ""
    signal: str = ""
    explained: str = ""


@dataclass(frozen=True)
class Essay:
    """A piece: its works, and its notes as rows of members."""

    works: tuple[Work, ...]
    notes: tuple[tuple[Member, ...], ...]

    def target(self, work: int) -> int:
        """Give the number, from 1, of the note that cites a work in full."""
        return next(n for n, note in enumerate(self.notes, 1) if any(m.full and m.work == work for m in note))

    def render(self, typed: Essay | None = None) -> str:
        """Give the text. `typed` is the piece for which the numbers were typed: this one, where none is given."""
        return "".join(
            f"[{number}] {'; '.join(self._member(m, typed or self, m is note[0]) for m in note).removesuffix('.')}.\n"
            for number, note in enumerate(self.notes, 1)
        )

    def _member(self, member: Member, typed: Essay, opens: bool) -> str:
        if member.work is None:
            return member.text
        signal = f"{member.signal} " if member.signal else ""
        words = self._words(member, typed)
        if not opens:
            signal = signal.lower()
        elif not signal and words.startswith("id."):
            words = "I" + words[1:]
        return f"{signal}{words}{' ' * bool(member.explained)}{member.explained}"

    def _words(self, member: Member, typed: Essay) -> str:
        assert member.work is not None
        work = self.works[member.work]
        if member.full:
            return work.full
        at = f" at {member.page}" if member.page else ""
        if member.id:
            return f"id.{at}"
        if work.is_case:
            reporter = work.full.split(", ")[1].rsplit(" ", 1)[0]
            return f"{work.name}, {reporter} at {member.page or 112}"
        return f"{work.name}, supra note {typed.target(member.work)}{',' + at if at else ''}"

    def with_note(self, place: int, work: Work | None) -> Essay:
        """Give the piece with a note inserted before that place: a full citation of a new work, or prose."""
        member = Member(text=_PROSE[0]) if work is None else Member(len(self.works), full=True)
        works = self.works if work is None else (*self.works, work)
        return Essay(works, (*self.notes[:place], (member,), *self.notes[place:]))

    def supras(self) -> list[tuple[int, int]]:
        """Give place of the note, from 0, and work of every supra."""
        return [
            (place, m.work)
            for place, note in enumerate(self.notes)
            for m in note
            if m.work is not None and not (m.full or m.id or self.works[m.work].is_case)
        ]


@st.composite
def works(draw: st.DrawFn, count: int) -> tuple[Work, ...]:
    """Give works of several kinds, each with an author, a title or parties of its own."""
    authors = draw(st.permutations(_AUTHORS))
    titles = draw(st.permutations(_TITLES))
    cases = draw(st.permutations(_CASES))
    made = []
    for author, title in zip(authors[:count], titles[:count], strict=True):
        number = 100 + len(made)
        kind = draw(st.sampled_from(["article", "article", "book", "news", "case"]))
        if kind == "case" and cases:
            parties = cases.pop()
            full = f"{parties}, {number} F.3d {number}, {number + 4} (9th Cir. 2004)"
            made.append(Work(full, parties.split(" v. ")[0], is_case=True))
        elif kind == "book":
            made.append(Work(f"{author}, {title} {number} (2014)", author.split()[1]))
        elif kind == "news":
            url = f"https://www.nytimes.example/{number}.html"
            made.append(Work(f"{author}, {title}, N.Y. Times (Mar. 14, 2019), {url}", author.split()[1]))
        else:
            full = f"{author}, {title}, {number} Yale L.J. {number}, {number + 9} (2015)"
            made.append(Work(full, author.split()[1]))
    return tuple(made)


@st.composite
def essays(draw: st.DrawFn) -> Essay:
    """Give a piece of five to eighteen notes whose every reference is sound, and stays so for a little shift.

    A short form of a case stands at most three notes after the case, an Id. after a note with one source, and a
    supra never where an Id. would do.
    """
    known = draw(works(draw(st.integers(2, 8))))
    fresh = list(range(len(known)))
    cited: dict[int, int] = {}
    notes: list[tuple[Member, ...]] = []
    pages = st.none() | st.integers(110, 340)  # pages that every work may have
    signals = st.sampled_from(["", "", "", "See", "See also", "But see", "See, e.g.,"])
    explained = st.sampled_from(["", "", "", *_EXPLAINED])
    for place in range(draw(st.integers(5, 18))):
        before = notes[-1] if notes else ()
        sole = before[0].work if len(before) == 1 else None
        note: list[Member] = []
        for _ in range(draw(st.sampled_from([1, 1, 1, 2, 3]))):
            used = {m.work for m in note}
            late = [
                work
                for work, where in cited.items()
                if work not in used
                and not (not note and work == sole)
                and not (known[work].is_case and where < place - 3)
            ]
            choices = ["full"] * 2 * bool(fresh) + ["late"] * 4 * bool(late) + ["id"] * (sole is not None and not note)
            choice = draw(st.sampled_from(choices or ["prose"]))
            if choice == "prose":
                if not note:
                    note.append(Member(text=draw(st.sampled_from(_PROSE))))
                break
            work = fresh.pop(0) if choice == "full" else draw(st.sampled_from(late)) if choice == "late" else sole
            assert work is not None
            cited.setdefault(work, place)
            made = Member(work, choice == "full", choice == "id", signal=draw(signals), explained=draw(explained))
            note.append(made if made.full else replace(made, page=draw(pages)))
        notes.append(tuple(note))
    return Essay(known, tuple(notes))
