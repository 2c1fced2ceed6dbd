"""What runs in a process of its own for each measurement: nothing that was measured before lingers in it.

    bench_child.py citelint FILE        the whole check, in process
    bench_child.py note-by-note FILE    eyecite, each note given to it alone
    bench_child.py documents FILE       eyecite, the notes given to it in documents of 400

FILE is a list of notes, one a line. One line of JSON is printed: seconds, peak memory, what was found. Seconds are
those of the processor: what else the machine does meanwhile does not count.
"""

from __future__ import annotations

import gc
import json
import re
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

DOCUMENT = 400
"""So many notes has a long article."""
WARMING = 200
STAGES = ("read", "parse", "resolve", "lint")
MOST_RUNS, FEWEST_RUNS = 9, 3
ENOUGH, TOO_LONG = 5.0, 60.0
"""Seconds after which no further run is made: once the fewest were made, or whatever was made."""


def several(run: Callable[[], Any]) -> tuple[list[float], int]:
    """Run something several times; give the seconds of each run, and the peak memory in bytes of the first."""
    seconds: list[float] = []
    peak = 0
    while len(seconds) < MOST_RUNS:
        gc.collect()
        begun = time.process_time()
        run()
        seconds.append(time.process_time() - begun)
        peak = peak or peak_memory()
        spent = sum(seconds)
        if spent > TOO_LONG or (len(seconds) >= FEWEST_RUNS and spent > ENOUGH):
            break
    return seconds, peak


def peak_memory() -> int:
    """Give the most memory that this process has held, in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def measure_citelint(data: bytes) -> dict[str, Any]:
    """Measure the pipeline as the command line enters it."""
    from citelint.config import Config
    from citelint.pipeline import check

    config = Config()
    check(b"\n".join(data.split(b"\n")[:WARMING]), "bench.txt", config)
    stages: dict[str, list[float]] = {stage: [] for stage in STAGES}
    found: dict[str, int] = {}

    def run() -> None:
        last = time.process_time()

        def done(stage: str) -> None:
            nonlocal last
            now = time.process_time()
            stages[stage].append(now - last)
            last = now

        result = check(data, "bench.txt", config, done)
        if result.error is not None:
            raise SystemExit(f"citelint could not read the text of the bench: {result.error}")
        found.update(
            notes=result.notes,
            citations=result.citations,
            references=result.references,
            findings=len(result.diagnostics),
        )

    seconds, peak = several(run)
    medians = {stage: statistics.median(times) for stage, times in stages.items()}
    return {"seconds": statistics.median(seconds), "runs": len(seconds), "peak": peak, "stages": medians, **found}


def measure_eyecite(data: bytes, size: int) -> dict[str, Any]:
    """Measure eyecite: find the citations of each text of `size` notes and resolve them among themselves.

    The tables are loaded and the patterns compiled before the clock runs.
    """
    from eyecite import get_citations, resolve_citations

    notes = [re.sub(r"^\[\d+\] ", "", line) for line in data.decode().splitlines()]
    texts = ["\n".join(notes[i : i + size]) for i in range(0, len(notes), size)]
    for note in notes[:WARMING]:
        resolve_citations(get_citations(note))
    found = 0

    def run() -> None:
        nonlocal found
        found = 0
        for text in texts:
            citations = get_citations(text)
            resolve_citations(citations)
            found += len(citations)

    seconds, peak = several(run)
    return {"seconds": statistics.median(seconds), "runs": len(seconds), "peak": peak, "citations": found}


def main() -> None:
    what, file = sys.argv[1:]
    data = Path(file).read_bytes()
    if what == "citelint":
        measured = measure_citelint(data)
    else:
        measured = measure_eyecite(data, 1 if what == "note-by-note" else DOCUMENT)
    print(json.dumps(measured))


if __name__ == "__main__":
    main()
