"""Freeze every page to static files that work from any folder, with or without a server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from neuroviz.domain import Library
from neuroviz.errors import ExportError
from neuroviz.ui import files
from neuroviz.ui.bundles import require_bundles
from neuroviz.ui.frame import Site, document
from neuroviz.ui.navigation import HOME
from neuroviz.ui.pages import PAGES, build
from neuroviz.ui.state import read


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
    require_bundles()
    _check(folder)
    library = Library.load()
    site = Site(page=_page, files="nv/")
    written: list[Path] = []

    def write(name: str, body: bytes) -> None:
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
        except OSError as error:
            raise _refused(folder, error) from error
        written.append(path)
        progress(name)

    for name in PAGES:
        write(_page(name), document(build(name, library, site, read({})), library, site).encode())
    for name in files.all_names():
        write(f"nv/{name}", files.content(name, library, _page))
    return written


EARLIER: Final = (_page("explore"), "nv/shell.js")
"""A folder with these is an earlier copy."""


def _refused(folder: Path, error: OSError) -> ExportError:
    return ExportError(f"{folder} cannot be written ({error.strerror}): choose another folder.")


def _check(folder: Path) -> None:
    try:
        if folder.is_file():
            raise ExportError(f"{folder} is a file: name a folder, for example `neuroviz export site frozen`.")
        foreign = folder.is_dir() and any(folder.iterdir()) and not all((folder / name).is_file() for name in EARLIER)
    except OSError as error:
        raise _refused(folder, error) from error
    if foreign:
        raise ExportError(f"{folder} holds other files: name an empty folder, so that nothing of yours is written over.")
