"""One view as a vector picture for slides, print and drawing programs."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from neuroviz.atlas import load_atlas
from neuroviz.atlas.drawn_views import load_drawn_parcels, load_drawn_view
from neuroviz.domain import Library
from neuroviz.errors import ExportError
from neuroviz.scenes.brain_file import Pane, draw_file
from neuroviz.scenes.picture import Basis, DrawnWords
from neuroviz.ui import network
from neuroviz.ui.changed import departs, moment, moving, told
from neuroviz.ui.first_picture import picture
from neuroviz.ui.state import read
from neuroviz.ui.words import basis


def svg(address: str = "", scheme: str = "projector") -> str:
    """A view as an SVG file of its own, with title, description, mark and source line.

    Parameters
    ----------
    address
        The query of a view's address, for example ``"show=core&view=left"``; a whole address will do.
    scheme
        ``"paper"``, ``"dark"`` or ``"projector"`` (white).

    Raises
    ------
    ExportError
        If the address holds a key or a value that is not understood, or is that of another page or scale.
    """
    state = read(dict(parse_qsl(_query(address), keep_blank_values=True)))
    if state["scale"] != "network":
        raise ExportError(
            f"Only the network can be written as a picture, not the scale '{state['scale']}': "
            "print the page from the browser instead."
        )
    if state.ignored:
        raise ExportError(f"Not understood in the address: {', '.join(state.ignored)}. Copy it from the browser.")
    library = Library.load()
    atlas = load_atlas(str(state["atlas"]))
    shows = network.selections(atlas)
    show = str(state["show"])
    if show not in shows:
        raise ExportError(f"{atlas.title} cannot show '{show}': choose one of {', '.join(shows)}.")
    words = library.words["explore"]
    view = str(state["view"])
    title = f"{library.words['script'][f'show_{show}'].capitalize()} ({atlas.title})"
    source = basis(atlas, library)
    mark: Basis = "data"
    if departs(library, atlas, state):
        source, mark = f"{source}. {library.words['change']['line']}", "schematic"
    if moving(state):
        title = f"{title}, {told(library, state)}"
    compare = str(state["compare"])
    now = Pane(picture(library, state, atlas, show), moment(library, state) if moving(state) else "", "now")
    panes = [now]
    if compare in ("side", "wipe"):
        panes = [Pane(picture(library, state, atlas, show, before=True), library.words["change"]["before"], "before"), now]
    return draw_file(
        load_drawn_view(view),
        load_drawn_parcels(view, atlas.id),
        panes,
        DrawnWords(title, words["picture_description"], source, mark),
        wipe=float(state["wipe"] or 0) / 100 if compare == "wipe" else None,
        scheme=scheme,
    )


def _query(address: str) -> str:
    """The query of an address, or a query that stands for itself."""
    if not (address.startswith("/") or "?" in address or "://" in address):
        return address.partition("#")[0]
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise ExportError(f"'{address}' is not an address: copy it from the browser.") from error
    page = parts.path.rstrip("/").rpartition("/")[2].removesuffix(".html")
    if page not in ("", "explore"):
        raise ExportError(f"Only views of the page explore can be written as a picture, not the page '{page}'.")
    return parts.query


def export_picture(file: Path, address: str = "", scheme: str = "projector") -> Path:
    """Write `svg` to a file whose name ends in ``.svg``.

    Raises
    ------
    ExportError
        If the name ends otherwise, the file cannot be written, or the address is not understood.
    """
    if file.suffix.lower() != ".svg":
        raise ExportError(f"{file.name} should end in .svg: pictures are vector drawings.")
    text = svg(address, scheme)
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ExportError(f"{file} cannot be written ({error.strerror}): choose another folder.") from error
    return file
