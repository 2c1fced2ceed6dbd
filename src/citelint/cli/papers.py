"""The files that `citelint report` writes for each paper: what they are called, and what is in them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from citelint.cli.deliver import Made
from citelint.cli.outputs import annotated, carried_over
from citelint.cli.targets import Refused, Target, refuse_unwritable

if TYPE_CHECKING:
    from citelint.model.run import FileResult, Run
    from citelint.report.layout.look import Look

FORMATS = ("html", "xlsx")
"""What is written for each paper, by the name of the format, which is the suffix too."""

COMMENTED = "citelint.docx"
"""How the name of a Word file with comments ends, beside the page and the workbook of a paper that is one."""

CLASS = "class.csv"


@dataclass(frozen=True, slots=True)
class Folder:
    """Where reports are written, and how.

    `named` are the paths that the user named. `merge` is a workbook, or the folder of an earlier report, whose editors'
    columns are carried over. With `anonymous` papers are numbered, and their names stand nowhere.
    """

    path: str
    named: tuple[str, ...]
    force: bool = False
    merge: str | None = None
    anonymous: bool = False

    def refuse(self, inputs: Sequence[str]) -> None:
        """Raise `Refused` where the folder, a file to write in it, or the workbook to merge will not do."""
        if not os.path.isdir(self.path):
            if os.path.lexists(self.path):
                raise Refused(f"{self.path}: this is no folder: name another with -o")
            if not os.path.isdir(os.path.dirname(os.path.abspath(self.path))):
                raise Refused(f"{self.path}: there is no folder to make it in: make that first")
        else:
            paths = [
                f"{stem}.{format_}"
                for stem, path in zip(self.stems(inputs), inputs, strict=True)
                for format_ in (*FORMATS, *((COMMENTED,) if path.lower().endswith(".docx") else ()))
            ]
            paths += [CLASS] if self.lists_papers(inputs) else []
            targets = [Target(name.rpartition(".")[2], os.path.join(self.path, name)) for name in paths]
            refuse_unwritable(targets, inputs, self.force)
        if self.merge and os.path.isfile(self.merge) and len(inputs) > 1:
            raise click.UsageError("--merge takes one workbook for one paper: for several, name the folder they are in")
        for stem in self.stems(inputs) if self.merge else ():
            carried_over(self._old(stem))

    def lists_papers(self, inputs: Sequence[str]) -> bool:
        """Tell whether there is a list of the papers: for a folder, and for several."""
        return len(inputs) > 1 or any(os.path.isdir(path) for path in self.named)

    def stems(self, paths: Sequence[str]) -> list[str]:
        """Give the name of each paper's files without their suffix: that of the paper, and no two alike."""
        if self.anonymous:
            return [f"paper-{number}" for number in range(1, len(paths) + 1)]
        taken: set[str] = {os.path.splitext(CLASS)[0]}
        stems: list[str] = []
        for path in paths:
            whole = os.path.basename(path.strip("<>")) or "paper"
            stem = os.path.splitext(whole)[0] or whole
            tries = (stem, whole.replace(".", "-"), *(f"{stem}-{number}" for number in range(2, len(paths) + 2)))
            chosen = next(name for name in tries if name.casefold() not in taken)
            taken.add(chosen.casefold())
            stems.append(chosen)
        return stems

    def made(self, run: Run, look: Look) -> list[Made]:
        """Make everything. A paper that was not read or has no notes has a row in the list, and no files."""
        from citelint.report.papers.class_list import report as class_list

        stems = self.stems([result.path for result in run.files])
        shown = [self._named(result, number) for number, result in enumerate(run.files, 1)]
        files = [
            Made(os.path.join(self.path, f"{stem}.{format_}"), content)
            for stem, result in zip(stems, shown, strict=True)
            if result.notes
            for format_, content in self._paper(replace(run, files=(result,)), look, stem)
        ]
        if self.lists_papers([result.path for result in run.files]):
            table = class_list(replace(run, files=tuple(shown)), look)
            files.append(Made(os.path.join(self.path, CLASS), table.encode("utf-8", "backslashreplace")))
        return files

    def _paper(self, run: Run, look: Look, stem: str) -> list[tuple[str, bytes]]:
        from citelint.report import rendered
        from citelint.report.files.xlsx import report as workbook

        old = carried_over(self._old(stem)) if self.merge else None
        made = [("html", rendered("html", run, look)), ("xlsx", workbook(run, look, old))]
        if run.files[0].source is not None and run.files[0].source.word is not None:
            made.append((COMMENTED, annotated(run.files[0], look)))
        return made

    def _old(self, stem: str) -> str | None:
        if self.merge is None or not os.path.isdir(self.merge):
            return self.merge
        path = os.path.join(self.merge, f"{stem}.xlsx")
        return path if os.path.exists(path) else None

    def _named(self, result: FileResult, number: int) -> FileResult:
        if not self.anonymous:
            return result
        name, path = f"paper {number}", os.path.basename(result.path)
        return replace(result, path=name, error=result.error and result.error.replace(path, name))
