"""What tests of several packages need."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def shared_folder() -> Path | None:
    """Give the folder of shared material: where CITELINT_SHARED says, else beside the repository, else None."""
    named = os.environ.get("CITELINT_SHARED")
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "shared"
    return folder if folder.is_dir() else None


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = shared_folder()
    if folder is None:
        pytest.skip("the shared material (CITELINT_SHARED, or ../shared) is not here")
    return folder
