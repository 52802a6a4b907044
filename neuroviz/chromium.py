"""Where this machine keeps its Chromium, which draws the pages for tests and pictures."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

#: Commands under which Chromium and its siblings go, the plain one first.
COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
_MAC = (
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")


def find_chromium() -> Path | None:
    """Chromium, Chrome or Edge of this machine, or None.

    ``NEUROVIZ_CHROMIUM`` (a path or a command) comes first, then the commands on the path, then the
    usual folders of macOS and Windows.
    """
    named = os.environ.get("NEUROVIZ_CHROMIUM")
    for command in (named,) if named else COMMANDS:
        found = shutil.which(command)
        if found:
            return Path(found)
    if named:
        return None
    return next((path for path in _usual_places() if path.is_file()), None)


def _usual_places() -> list[Path]:
    """Installed programs that are not on the path."""
    if sys.platform == "darwin":
        return [folder / program for folder in (Path("/Applications"), Path.home() / "Applications") for program in _MAC]
    roots = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
    return [Path(root) / program for root in roots if root for program in _WINDOWS]
