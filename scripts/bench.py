"""How fast citelint is, beside eyecite and in itself: `make bench`, or this file with --most N for fewer notes.

Every measurement is made in a fresh process on the same text (see bench_mix.py), as the median of several runs; the
tables give seconds of the processor, so that other work of the machine does not count. Goals that are missed are named;
the exit code is about crashes alone, because a busy machine is no reason to fail.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import bench_mix
from bench_child import DOCUMENT, STAGES

HERE = Path(__file__).resolve().parent
SIZES = (100, 1_000, 10_000, 100_000)
EYECITE_MOST = 10_000
EYECITE_PATIENCE = 90.0
"""Seconds that one run of eyecite may be expected to take."""
CITED = r"supra|infra|[Ii]d\.|U\.S\. at|App’x at"

Measured = dict[str, Any]


def child(what: str, file: Path) -> Measured:
    """Measure something in a process of its own."""
    command = [sys.executable, str(HERE / "bench_child.py"), what, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"measuring {what} failed:\n{done.stderr}")
    measured: Measured = json.loads(done.stdout)
    return measured


def whole_process(file: Path, cache: Path, runs: int) -> Measured:
    """Give the median seconds by the clock and of the processor that the command line takes, with a warm cache.

    Modules are compiled as for a user, whatever the shell says.
    """
    command = [str(Path(sys.executable).with_name("citelint")), "check", "--no-cache", str(file)]
    strange = ("CITELINT_", "PYTHONDONTWRITEBYTECODE")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(strange)} | {"CITELINT_CACHE": str(cache)}
    clock, processor = [], []
    for _ in range(runs + 1):
        begun, used = time.perf_counter(), processor_time_of_children()
        done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        clock.append(time.perf_counter() - begun)
        processor.append(processor_time_of_children() - used)
        if done.returncode not in (0, 1):
            raise SystemExit(f"citelint {file} ended with {done.returncode}:\n{done.stderr.decode()}")
    # the first run may have filled the cache
    return {"seconds": statistics.median(clock[1:]), "processor": statistics.median(processor[1:])}


def processor_time_of_children() -> float:
    """Give the seconds of the processor that every child so far has taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure_all(sizes: list[int], folder: Path) -> dict[int, dict[str, Measured]]:
    """Measure at each number of notes whatever is not too slow there."""
    has_eyecite = find_spec("eyecite") is not None
    results: dict[int, dict[str, Measured]] = {}
    expected = dict.fromkeys(("note-by-note", "documents"), 0.0)
    for size in sizes:
        file = folder / f"{size}.txt"
        file.write_text(bench_mix.note_list(size), encoding="utf-8")
        found = results[size] = {"citelint": child("citelint", file)}
        runs = 5 if size <= 1_000 else 3 if size <= 10_000 else 1
        found["process"] = whole_process(file, folder / "cache", runs)
        for what in expected:
            if has_eyecite and size <= EYECITE_MOST and expected[what] * size <= EYECITE_PATIENCE:
                found[what] = child(what, file)
                expected[what] = found[what]["seconds"] / size
        print(".", end="", flush=True, file=sys.stderr)
    print(file=sys.stderr)
    return results


def table(heads: list[str], rows: list[list[str]]) -> str:
    """Set a table, numbers to the right."""
    widths = [max(len(row[i]) for row in [heads, *rows]) for i in range(len(heads))]
    return "\n".join("  " + "  ".join(cell.rjust(w) for cell, w in zip(r, widths, strict=True)) for r in [heads, *rows])


def stage_table(results: dict[int, dict[str, Measured]]) -> str:
    """Set what citelint took, stage by stage."""
    rows = []
    for size, found in results.items():
        one = found["citelint"]
        peak = f"{one['peak'] / 1e6:,.0f}"
        stages = [f"{1e6 * one['stages'][stage] / size:.1f}" for stage in STAGES]
        rows.append([f"{size:,}", *stages, f"{1e6 * one['seconds'] / size:.1f}", peak, f"{one['findings']:,}"])
    return table(["notes", *STAGES, "check", "peak MB", "findings"], rows)


def speed_table(results: dict[int, dict[str, Measured]], folder: Path) -> str:
    """Set how fast everything was, side by side, and how many times as fast as eyecite citelint is."""
    names = {
        "citelint": "citelint, in process",
        "process": "citelint, whole process",
        "note-by-note": "eyecite, note by note",
        "documents": f"eyecite, {DOCUMENT} at a time",
    }
    rows = []
    for size, found in results.items():
        megabytes = (folder / f"{size}.txt").stat().st_size / 1e6
        for what, name in names.items():
            if what not in found:
                rows.append([f"{size:,}", name, "too slow" if find_spec("eyecite") else "not here", "", "", ""])
                continue
            seconds = found[what]["processor" if what == "process" else "seconds"]
            times = f"{seconds / found['citelint']['seconds']:.1f}" if what in ("note-by-note", "documents") else ""
            speed = [f"{size / seconds:,.0f}", f"{megabytes / seconds:.2f}"]
            rows.append([f"{size:,}", name, f"{seconds:.3f}", *speed, times])
    return table(["notes", "", "seconds", "notes/s", "MB/s", "times"], rows)


def goal(met: bool, words: str) -> str:
    """Set one goal."""
    return f"  {'PASS' if met else 'MISS'}  {words}"


def goals(results: dict[int, dict[str, Measured]]) -> list[str]:
    """Hold what was measured against what is wanted."""
    said = []
    for what, name, now, later in (
        ("note-by-note", "eyecite fed note by note", 4, 10),
        ("documents", "eyecite fed whole documents", 10, 40),
    ):
        if both := [size for size, found in results.items() if what in found]:
            size = both[-1]
            times = results[size][what]["seconds"] / results[size]["citelint"]["seconds"]
            words = f"{times:.1f} times as fast as {name} at {size:,} notes ({now} wanted, {later} next)"
            said.append(goal(times >= now, words))
    most = max(results)
    if 1_000 in results and most > 1_000:
        few, many = (results[size]["citelint"]["seconds"] / size for size in (1_000, most))
        words = f"a note takes {many / few:.2f} times as long at {most:,} notes as at 1,000 (1.30 allowed)"
        said.append(goal(many / few <= 1.3, words))
        few, many = (results[size]["citelint"]["peak"] - results[100]["citelint"]["peak"] for size in (1_000, most))
        growth = many / few * 900 / (most - 100)
        words = f"a note takes {growth:.2f} times as much memory at {most:,} notes as at 1,000 (1.30 allowed)"
        said.append(goal(growth <= 1.3, words))
    peak = results[most]["citelint"]["peak"] / 1e6
    said.append(goal(peak < 1_000, f"{peak:,.0f} MB at {most:,} notes (under 1,000 wanted)"))
    return said


def process_goals(folder: Path) -> list[str]:
    """Time whole processes on an essay and an article, body text and all, against what is wanted."""
    said = []
    pieces = [
        ("an article of 500 notes", bench_mix.essay(500), 0.6),
        ("an essay of 21 notes", bench_mix.essay(21), 0.25),
    ]
    shared = Path(os.environ.get("CITELINT_SHARED", "")) / "essay"
    if os.environ.get("CITELINT_SHARED") and (found := sorted(shared.glob("*.txt"))):
        pieces.append(("the shared essay", found[0].read_text(encoding="utf-8"), 0.25))
    for name, text, most in pieces:
        file = folder / "piece.txt"
        file.write_text(text, encoding="utf-8")
        took = whole_process(file, folder / "cache", 9)
        seconds = f"{took['seconds']:.3f} s by the clock, {took['processor']:.3f} s of the processor"
        said.append(goal(took["seconds"] < most, f"{name}, whole process: {seconds} (under {most} wanted)"))
    return said


def versions() -> str:
    """Say what was measured, and on what."""
    known = [f"{name} {metadata.version(name)}" for name in ("citelint", "eyecite") if find_spec(name)]
    return ", ".join([*known, f"Python {platform.python_version()}", f"{os.cpu_count()} processors"])


def describe() -> str:
    """Say what the text is."""
    length = len(bench_mix.note_list(10_000)) / 10_000
    words = (
        f"{len(bench_mix.mix())} invented notes, repeated with new names and sources; {length:.0f} code points a"
        f" note. {bench_mix.share(CITED):.0%} refer back or on (supra, Id., short forms), the others cite articles,"
        " books, cases, statutes, news and pages in full, or are prose."
    )
    return textwrap.fill("The text: " + words, 100)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how fast citelint is.")
    parser.add_argument("--most", type=int, default=SIZES[-1], metavar="N", help="measure no more notes than N")
    most = max(parser.parse_args().most, SIZES[0])
    with tempfile.TemporaryDirectory(prefix="citelint-bench-") as name:
        folder = Path(name)
        results = measure_all([size for size in SIZES if size <= most], folder)
        print(versions())
        print(describe())
        print("\ncitelint, microseconds a note\n" + stage_table(results))
        print("\nside by side (times: how many times as fast the check in process is)\n" + speed_table(results, folder))
        if not find_spec("eyecite"):
            print("\neyecite is not installed: pip install --group bench")
        print("\n" + "\n".join(["goals", *goals(results), *process_goals(folder)]))


if __name__ == "__main__":
    main()
