"""Where content, atlas packs and browser files are, in a checkout and in an installed package."""

from __future__ import annotations

import os
import sys
from pathlib import Path

IN_FOLDER = "in the NeuroViz folder"
"""Where pip has to run: on the package index the name ``neuroviz`` belongs to another project."""

INSTALL_EXTRA = f'run `pip install ".[atlas]"` {IN_FOLDER}'
"""How the packages come along that read label files and build packs."""

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent


def _first(*candidates: Path) -> Path:
    """First folder that exists, else the last one (so that an error can name it)."""
    return next((c for c in candidates if c.is_dir()), candidates[-1])


def content_root() -> Path:
    """Folder with the YAML content."""
    return _PACKAGE / "content"


def atlas_root() -> Path:
    """Folder with the atlas packs; ``NEUROVIZ_ATLASES`` names another one."""
    named = os.environ.get("NEUROVIZ_ATLASES")
    if named:
        return Path(named)
    return _first(_PACKAGE / "_atlases", _CHECKOUT / "atlases")


def user_atlas_root() -> Path:
    """Folder with the atlases that this person added, which need not exist; ``NEUROVIZ_USER_ATLASES`` names another one."""
    named = os.environ.get("NEUROVIZ_USER_ATLASES")
    if named:
        return Path(named)
    if sys.platform == "darwin":
        data = _home() / "Library" / "Application Support"
    else:
        data = Path(os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_DATA_HOME") or _home() / ".local" / "share")
    return data / "neuroviz" / "atlases"


def _home() -> Path:
    """The person's folder; in a container nobody may have one, and then it is a place where nothing is and nothing can be put."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.devnull)


def asset_root() -> Path:
    """Folder with the built browser files (scripts, styles, fonts)."""
    return _first(_PACKAGE / "_assets", _CHECKOUT / "assets" / "dist")
