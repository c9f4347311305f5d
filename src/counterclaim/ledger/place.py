"""Where the ledger is when nobody says so."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "COUNTERCLAIM_LEDGER"
"""The environment variable that names the ledger's file."""


def default_place(
    platform: str = sys.platform, environment: Mapping[str, str] = os.environ, home: Path | None = None
) -> Path:
    """`counterclaim/ledger.db` in the folder where this platform keeps a user's data.

    Linux and others by the XDG Base Directory Specification, macOS in Application Support, Windows in LOCALAPPDATA.
    """
    home = home or Path.home()
    if platform == "win32":
        data = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        data = home / "Library" / "Application Support"
    else:
        data = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    return data / "counterclaim" / "ledger.db"
