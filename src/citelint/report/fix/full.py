"""What fixing changes, for a person: each passage before and after, what was left and why, and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from citelint.model.diagnostic import Safety
from citelint.model.mending import Left, Linking, Mending, Passage, Taken, Unlinked, Words
from citelint.model.run import FileResult, Run
from citelint.report.layout.block import MARGIN
from citelint.report.layout.cells import cells, filled
from citelint.report.layout.excerpt import excerpt
from citelint.report.layout.look import Look
from citelint.report.layout.paint import Paint
from citelint.report.layout.totals import checked, is_nothing_read, named, with_command
from citelint.report.layout.words import counted, notes_joined, notes_named, sentence, shown

MANNERS = ("--track", "--accept", "--refresh", "--link")
"""The options that say how a Word file is changed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked for: `write` says that files were written, `options` is what else stood in the command."""

    write: bool
    options: str = ""


def report(mendings: Sequence[Mending], run: Run, look: Look, asked: Asked) -> str:
    """Give the changes of all files, what was left, and the closing lines."""
    paint = Paint(look.colour)
    lines: list[str] = []
    for mending in mendings:
        if not mending.taken and not mending.left and mending.linking is None:
            continue
        lines += [paint.strong(shown(mending.before.path, look)), ""]
        for together in _together(mending.taken):
            lines += [*_changes(together, look, paint), ""]
        if mending.left:
            lines += [*_left(mending, look), ""]
        if mending.linking is not None:
            lines += [*_linking(mending.linking, mending, look), ""]
    if not look.quiet:
        lines += _closing(mendings, run, look, asked)
    return "".join(f"{line}\n" for line in lines)


def _together(taken: Sequence[Taken]) -> list[list[Taken]]:
    """Give what is told under one heading: the members of a cause, or the fixes of one rule and one safety."""
    groups: dict[object, list[Taken]] = {}
    for one in taken:
        key = one.cause.group if one.cause else (one.finding.code, one.safety)
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def _changes(together: Sequence[Taken], look: Look, paint: Paint) -> list[str]:
    first = together[0]
    told = first.cause or first.finding
    passages = [passage for one in together for passage in one.passages]
    names = [passage.label for passage in passages]
    lines = _heading(f"{told.code} {told.name}", names, first.safety, look, paint)
    if first.cause is not None:
        lines += [*filled(sentence(shown(told.message, look)).split(), look.width - 10, "  ", "  "), ""]
    gutter = max((cells(shown(name, look)) for name in names), default=0)
    shown_before: list[str] = []
    for passage in passages:
        # two changes in one passage are both to be seen in it as it is shown
        if (pair := _passage(passage, gutter, look, Paint(False))) != shown_before:
            lines += _passage(passage, gutter, look, paint)
        shown_before = pair
    return lines


def _heading(words: str, names: Sequence[str], safety: Safety, look: Look, paint: Paint) -> list[str]:
    """Give code and name at the left, and the notes and the safety at the right, or below where they do not fit."""
    edge = look.width - MARGIN
    tag = f"[{safety.value}]"
    for noted in (notes_named(names), notes_joined(names)):
        right = f"{shown(noted, look)}  {tag}"
        gap = edge - cells(words) - cells(right)
        if gap >= 2:
            return [paint.strong(words) + " " * gap + right]
    return [
        paint.strong(words) + " " * max(edge - cells(words) - cells(tag), 2) + tag,
        *filled(shown(notes_joined(names), look).split(), edge, "  ", "  "),
    ]


def _passage(passage: Passage, gutter: int, look: Look, paint: Paint) -> list[str]:
    label = shown(passage.label, look)
    margin = " " * (gutter + 2)
    return [
        f"  {' ' * (gutter - cells(label))}{label} {_line('-', passage.was, gutter, look, paint.removed)}",
        f"{margin} {_line('+', passage.now, gutter, look, paint.added)}",
    ]


def _line(sign: str, words: Words, gutter: int, look: Look, paint: Callable[[str, bool], str]) -> str:
    piece = excerpt(words.text, words.note, words.focus, look.width - MARGIN - gutter - 5, look.ascii)
    return paint(f"{sign} {piece.before}", False) + paint(piece.marked, True) + paint(piece.after, False)


def _left(mending: Mending, look: Look) -> list[str]:
    """Tell what was left, those of one cause, or one rule, and one reason in one line."""
    causes = {found.group: found for found in mending.after.diagnostics if found.is_headline}
    alike: dict[tuple[str, str, str], list[Left]] = {}
    for left in mending.left:
        told = causes.get(left.finding.group or "", left.finding)
        alike.setdefault((told.code, told.name, left.why), []).append(left)
    lines = ["Left alone:"]
    for (code, name, why), them in alike.items():
        names = [label for left in them if (label := mending.after.label(left.finding.note)) is not None]
        where = f"{shown(notes_joined(names), look)}, " if names else ""
        lines += filled(f"{where}{code} {name}: {shown(why, look)}".split(), look.width - MARGIN, "  ", "    ")
    return lines


def _linking(linking: Linking, mending: Mending, look: Look) -> list[str]:
    """Tell how many numbers became fields, and which did not, those of one reason in one line."""
    lines = [f"{counted(linking.made, 'typed number')} made live."]
    alike: dict[str, list[Unlinked]] = {}
    for left in linking.left:
        alike.setdefault(left.why, []).append(left)
    lines += ["Left as typed:"] if alike else []
    for why, them in alike.items():
        names = [label for left in them if (label := mending.before.label(left.note)) is not None]
        words = ", ".join(dict.fromkeys(shown(left.words, look) for left in them[:5]))
        more = ", ..." if len(them) > 5 else ""
        told = f"{shown(notes_joined(names), look)}, {words}{more}: {shown(why, look)}"
        lines += filled(told.split(), look.width - MARGIN, "  ", "    ")
    return lines


def _closing(mendings: Sequence[Mending], run: Run, look: Look, asked: Asked) -> list[str]:
    if is_nothing_read(run):
        return [checked(run)]
    lines = [checked(run)]
    safe = sum(one.safety is Safety.SAFE for mending in mendings for one in mending.taken)
    eye = sum(len(mending.taken) for mending in mendings) - safe
    lines += _made(mendings, safe, eye, asked)
    path = _path(mendings, look)
    linked = any(mending.linking and mending.linking.made for mending in mendings)
    if not asked.write and (safe or eye or linked):
        lines += _commands(safe, eye, path, asked, mendings, look)
    waiting = sum(left.waiting for mending in mendings for left in mending.left)
    if waiting:
        wants = "fix wants" if waiting == 1 else "fixes want"
        lines += with_command(f"{waiting:,} {wants} your eye", f"citelint fix{asked.options} {path}", look)
    if unfixable := sum(_unfixable(mending.after, look) for mending in mendings):
        have = "finding has" if unfixable == 1 else "findings have"
        told = f"{unfixable:,} {have} no fix, you know best"
        lines += with_command(told, f"citelint check{look.narrowing} {path}", look)
    unread = sum(f.error is not None for f in run.files)
    return [*lines, f"{counted(unread, 'file')} could not be done."] if unread else lines


def _made(mendings: Sequence[Mending], safe: int, eye: int, asked: Asked) -> list[str]:
    if not safe + eye:
        waiting = any(left.waiting for mending in mendings for left in mending.left)
        return [("No fix is safe." if waiting else "Nothing to fix.") + _written(mendings)]
    if not eye:
        fixes = counted(safe, "safe fix", "safe fixes")
    elif not safe:
        fixes = f"{counted(eye, 'fix', 'fixes')} for your eye"
    else:
        fixes = f"{counted(safe + eye, 'fix', 'fixes')}: {safe:,} safe, {eye:,} for your eye"
    if not asked.write:
        return [f"{fixes}. Nothing was written."]
    return [f"{fixes}.{_written(mendings)}"]


def _written(mendings: Sequence[Mending]) -> str:
    files = sum(mending.written for mending in mendings)
    paths = [mending.path for mending in mendings if mending.path is not None]
    if len(paths) == files == 1:
        return f" Written: {paths[0]}."
    return f" Written: {counted(files, 'file')}." if files else ""


def _commands(safe: int, eye: int, path: str, asked: Asked, mendings: Sequence[Mending], look: Look) -> list[str]:
    """Give the commands that write, the cautious one first."""
    if mendings and all(mending.before.source and mending.before.source.word for mending in mendings):
        return _word_commands(path, asked, look)
    base = f"citelint fix{asked.options} --write"
    told = [("To write the safe ones", f"{base} {path}")] if safe else []
    if eye and "--renumber" in asked.options:
        told = [("To write them", f"{base} {path}")]
    elif eye:
        if any(one.cause is not None for mending in mendings for one in mending.taken):
            told.append(("To write the shifted numbers", f"{base} --renumber {path}"))
        told.append(("To write all of them", f"{base} --all {path}"))
    return _set(told, look)


def _word_commands(path: str, asked: Asked, look: Look) -> list[str]:
    """Give the commands that make a new Word file: the one that was asked for, else both ways."""
    ways = [("To write them", "")] if any(word in asked.options for word in MANNERS) else []
    ways = ways or [("To write tracked changes", " --track"), ("To write plain text", " --accept")]
    return _set([(what, f"citelint fix{asked.options}{way} --write {path}") for what, way in ways], look)


def _set(told: Sequence[tuple[str, str]], look: Look) -> list[str]:
    """Set what is told and its commands in columns, or below one another where they do not fit."""
    width = max((len(what) for what, _ in told), default=0)
    lines = [f"{what + ':':<{width + 1}} {command}" for what, command in told]
    if max(map(cells, lines), default=0) <= look.width:
        return lines
    return [line for what, command in told for line in (f"{what}:", f"  {command}")]


def _path(mendings: Sequence[Mending], look: Look) -> str:
    return named([m.before.path for m in mendings if m.taken or m.left or m.after.diagnostics], look)


def _unfixable(result: FileResult, look: Look) -> int:
    return sum(d.fix is None and not d.is_headline and look.shows(d) for d in result.diagnostics)
