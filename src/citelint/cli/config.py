"""`citelint config`: what is in force for a file, and where each value came from."""

from __future__ import annotations

import os
from textwrap import wrap
from typing import Any

import click

from citelint.cli import stream
from citelint.cli.configured import configured
from citelint.cli.options import SETTINGS, choice, choosing_options, look_of, reading_options, showing_options
from citelint.cli.rulewords import verify_rules
from citelint.config.layers import Settings


@click.command("config", context_settings=SETTINGS, short_help="Show what is configured, and where.")
@reading_options
@choosing_options
@choice(
    "--fail-on",
    words=("error", "warning", "suggestion", "never"),
    default="warning",
    help="The mildest finding that makes the exit code 1.",
)
@choice(
    "--format",
    "format",
    words=("text", "json"),
    default="text",
    show_default=True,
    envvar="CITELINT_CONFIG_FORMAT",
    help="What is printed.",
)
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the configuration.")
@showing_options
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """Show what is in force for a file or folder (default: this folder), and where each value came from.

    The configuration is the nearest citelint.toml, or pyproject.toml with a table [tool.citelint], in the folder of
    the file or above it, up to the root of the repository or the home folder. It holds whole. Flags come before the
    environment (CITELINT_ and the name of the flag), and that before the file. The other options are those of check,
    to see what they would change.
    """
    if options["schema"]:
        from citelint.config.schema import schema_text

        stream.hand_over(schema_text())
        return
    if len(options["paths"]) > 1:
        raise click.UsageError("one path at a time: files can have different configurations")
    path = options["paths"][0] if options["paths"] else ""
    if path not in ("", "-") and not os.path.lexists(path):
        raise click.UsageError(f"{path}: no such file, and no such folder")
    settings = configured(ctx, options, verify_rules)
    found = settings.within(path) if os.path.isdir(path) else settings.of(path)
    gaps: tuple[str, ...] = ()
    if found.config.house:
        from citelint.house import compiled

        gaps = compiled(found.config.house)
    if options["format"] == "json":
        stream.hand_over(_json(path or ".", found))
    else:
        stream.tell(_text(path or ".", found, look_of(options).width))
    for gap in gaps:
        stream.complain(gap)
    ctx.exit(2 if gaps else 0)


def _text(path: str, found: Settings, width: int) -> str:
    from citelint.config.inforce import as_toml, in_force
    from citelint.report.layout.escape import visible

    lines = [f"{path}: {found.file or 'no file of configuration'}", ""]
    entries = [(e.key, "(not set)" if e.value is None else as_toml(e.value), e.origin) for e in in_force(found)]
    first = max(len(key) for key, _, _ in entries) + 2
    last = max(len(origin) for _, _, origin in entries)
    room = max(width - first - last - 2, 12)
    for key, value, origin in entries:
        shown = visible(value)
        if len(shown) > room:
            lines.append(f"{key:<{first}}{'':<{room}}  {visible(origin)}")
            lines += wrap(shown, width - 2, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
        else:
            lines.append(f"{key:<{first}}{shown:<{room}}  {visible(origin)}")
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _json(path: str, found: Settings) -> str:
    import json

    from citelint.config.inforce import in_force

    entries = [{"key": e.key, "value": e.value, "origin": e.origin} for e in in_force(found)]
    told = {"schema": 1, "path": path, "file": found.file, "settings": entries}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
