"""Freeze every page to static files that work from any folder, with or without a server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from neuroviz.domain import Library
from neuroviz.errors import ExportError
from neuroviz.ui import files
from neuroviz.ui.frame import Site, document
from neuroviz.ui.navigation import HOME
from neuroviz.ui.pages import PAGES, build
from neuroviz.ui.state import read

START: Final = "explore"
"""A folder with this page is an earlier copy."""


def _page(name: str) -> str:
    return "index.html" if name == HOME else f"{name}.html"


def export_site(folder: Path, progress: Callable[[str], None] = lambda _: None) -> list[Path]:
    """Write the whole site into a folder.

    Parameters
    ----------
    folder
        Made if it is not there; must be empty or an earlier copy (it then is written over).
    progress
        Is told the name of each file.

    Returns
    -------
    list of Path
        The files, in the order in which they were written.

    Raises
    ------
    ExportError
        If the folder holds something else, or cannot be written.
    """
    files.require_bundles()
    _check(folder)
    library = Library.load()
    site = Site(page=_page, files="nv/")
    written: list[Path] = []

    def write(name: str, body: bytes) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
        written.append(path)
        progress(name)

    try:
        for name in PAGES:
            write(_page(name), document(build(name, library, site, read({})), library, site).encode())
        for name in files.all_names():
            write(f"nv/{name}", files.content(name, library, _page))
    except OSError as error:
        raise ExportError(f"{folder} cannot be written ({error.strerror}): choose another folder.") from error
    return written


def _check(folder: Path) -> None:
    if folder.is_file():
        raise ExportError(f"{folder} is a file: name a folder, for example `neuroviz export site frozen`.")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / _page(START)).is_file():
        raise ExportError(f"{folder} holds other files: name an empty folder, so that nothing of yours is written over.")

