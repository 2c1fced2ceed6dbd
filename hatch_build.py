"""Builds the parser's table into the wheel, so that an installed citelint never has to build it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TableHook(BuildHookInterface[Any]):
    """Packs `citelint/parse/table.json`, made from `grammars/`, into a wheel that is no editable one."""

    PLUGIN_NAME = "table"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the table before the wheel is put together."""
        if self.target_name != "wheel" or version == "editable":
            return
        source = Path(self.root) / "src"
        sys.path.insert(0, str(source))
        try:
            from citelint.parse.grammar import build_table

            made = Path(self.directory) / "table.json"
            made.parent.mkdir(parents=True, exist_ok=True)
            made.write_text(json.dumps(build_table(), separators=(",", ":")), "utf-8")
        finally:
            sys.path.remove(str(source))
        build_data["force_include"][str(made)] = "citelint/parse/table.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take away what was made beside the wheel."""
        (Path(self.directory) / "table.json").unlink(missing_ok=True)
