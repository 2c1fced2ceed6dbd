"""read → parse → resolve → lint: the way of a piece through citelint, and the file to read first.

The command line, editors and tests all enter here. Every function takes the bytes of one file and its name, and gives
a `FileResult` with as much in it as was asked for. A file that cannot be read gives a result with `error` set; nothing
here raises for what stands in a file.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from citelint.config import Config
from citelint.model.document import Document
from citelint.model.link import Links
from citelint.model.run import FileResult
from citelint.model.span import Span

Done = Callable[[str], None]
"""Called with the name of a stage when the stage is done."""


UNKNOWN_STET = "STE001"
"""The rule whose findings mean that a file was not checked as its author wished."""


def silent(stage: str) -> None:
    """Take no notice of a stage that is done."""


def read(data: bytes, name: str, config: Config, done: Done = silent) -> FileResult:
    """Read one file: its text, and where its notes stand."""
    from citelint.model.trouble import Foreign, Unreadable
    from citelint.read import read_source

    with collector_paused():
        try:
            source = read_source(data, name, config)
        except Unreadable as trouble:
            return FileResult(path=name, error=str(trouble), foreign=isinstance(trouble, Foreign))
        done("read")
    return FileResult(path=name, format=source.format, source=source)


def understand(data: bytes, name: str, config: Config, done: Done = silent) -> FileResult:
    """Read and parse one file: its notes, and the citations and references in them."""
    return _parsed(read(data, name, config, done), config, done)


def follow(data: bytes, name: str, config: Config, done: Done = silent) -> FileResult:
    """Read and parse one file, and find what every reference in it means."""
    return _followed(understand(data, name, config, done), config, done)


def check(data: bytes, name: str, config: Config, done: Done = silent) -> FileResult:
    """Read, parse, resolve and lint one file. Raises `citelint.lint.UnknownRule` for a selection that names no rule."""
    return check_read(read(data, name, config, done), config, done)


def check_read(result: FileResult, config: Config, done: Done = silent, like: FileResult | None = None) -> FileResult:
    """Parse, resolve and lint what `read` gave with the same settings. Raises as `check` does.

    `like` is the result of another version of the file, None for none: notes that it has are not parsed again.
    """
    return check_again(_followed(_parsed(result, config, done, like), config, done), config, done)


def check_again(result: FileResult, config: Config, done: Done = silent) -> FileResult:
    """Lint what `follow` or `check` gave, by settings that may choose other rules. Raises as `check` does."""
    from citelint.lint import chosen_houses, lint_all

    if result.document is None or result.links is None:
        return result
    places: Mapping[tuple[str, int], tuple[Span, ...]] = {}
    gaps = _unread(result.document)
    if config.house:
        from citelint.house import search

        matches = search(result.document, chosen_houses(config))
        places, gaps = matches.places, (*gaps, *matches.gaps)
        done("house rules")
    with collector_paused():
        linted = lint_all(result.document, result.links, config, house=places)
    done("lint")
    # a stet of an unknown rule holds nothing back, and who wrote it thinks that it does
    wrong = [finding.message for finding in linted.found if finding.code == UNKNOWN_STET]
    error = f"{'; '.join(wrong)} ({UNKNOWN_STET})" if wrong else None
    return replace(result, diagnostics=linted.found, stood=linted.stood, known=linted.known, error=error, gaps=gaps)


def _parsed(result: FileResult, config: Config, done: Done, like: FileResult | None = None) -> FileResult:
    from citelint.parse import parse

    if result.source is None:
        return result
    with collector_paused():
        document = parse(result.source, config, None if like is None else like.document)
        done("parse")
    return replace(result, document=document, gaps=_unread(document))


def _unread(document: Document) -> tuple[str, ...]:
    from citelint.read.unread import unread_references

    told = unread_references(document)
    return () if told is None else (told,)


def _followed(result: FileResult, config: Config, done: Done) -> FileResult:
    from citelint.resolve import resolve

    if result.document is None:
        return result
    with collector_paused():
        links = resolve(result.document, config)
        done("resolve")
    return replace(result, links=links)


def without_notes(result: FileResult, config: Config) -> FileResult:
    """Make a failure of the result of a file that was to be checked and has no notes: it must not pass.

    The finding is NUM000, which no selection reaches, and stands in `error` too.
    """
    from citelint.lint import find_rule, lint
    from citelint.rules import all_rules

    if result.document is None:
        return result
    links = Links(by_reference={}, works=(), work_of={}, cites=())
    found = lint(result.document, links, config, (find_rule(all_rules(), "NUM000"),))
    told = "; ".join(finding.message for finding in found)
    return replace(result, diagnostics=found, error=f"{told} (NUM000; --allow-empty forgives it)")


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the garbage collector: a model makes many objects and no garbage, and each of its passes walks them all.

    What was made meanwhile counts as old afterwards: else the next pass over what is young would walk all of it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():  # whoever has frozen objects wants them to stay so
                gc.freeze()
                gc.unfreeze()
            gc.enable()
