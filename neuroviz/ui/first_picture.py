"""The picture that is in the document before any script runs: the drawn tier in the state of the address."""

from __future__ import annotations

from typing import Final

from neuroviz.atlas import Atlas, Parcel, selection
from neuroviz.atlas.drawn_views import load_drawn_parcels, load_drawn_view
from neuroviz.domain import Library
from neuroviz.scenes.brain import draw_brain
from neuroviz.scenes.labels import LabelSpace
from neuroviz.scenes.nodes import gradients
from neuroviz.scenes.picture import DrawnLabel, DrawnLink, DrawnNode, DrawnPicture, DrawnWords, Shape
from neuroviz.ui import network, words
from neuroviz.ui.markup import Markup
from neuroviz.ui.state import ViewState

OUTSIDE: Final[tuple[str, Shape]] = ("--node-other", "dot")
"""Look of a default parcel that the 17-network map puts into none of the three subsystems."""

MOST_LINKS: Final = 400
"""The drawn picture keeps the strongest links; more than this cannot be told apart."""


def look(parcel: Parcel, show: str, library: Library) -> tuple[str, Shape]:
    """Colour token and silhouette of a parcel: by network for points and where all are shown, else by subsystem."""
    if show != "all" and parcel.n_vertices:
        part = library.subsystem(parcel.subsystem) if parcel.subsystem else None
        return (part.token, part.shape) if part else OUTSIDE
    return library.network(parcel.network7).token, "circle" if parcel.network7 == "Default" else "dot"


def picture(library: Library, state: ViewState, atlas: Atlas, show: str) -> DrawnPicture:
    """All that is drawn of an atlas in a state.

    Parameters
    ----------
    show
        A selection that this atlas has (see `network.selections`).
    """
    chosen = network.selections(atlas)[show]
    at = selection.positions(atlas)
    threshold = float(state["r"]) if isinstance(state["r"], float) else chosen.threshold or 0.0
    place = {index: k for k, index in enumerate(chosen.parcels)}
    nodes = []
    for index, strength in zip(chosen.parcels, chosen.strength, strict=True):
        colour, shape = look(atlas.parcels[index - 1], show, library)
        x, y, z = (float(round(c, 1)) for c in at[index - 1])
        nodes.append(DrawnNode(index, (x, y, z), colour, shape, strength))
    links = [
        DrawnLink(place[a], place[b], selection.weight(r))
        for a, b, r in selection.links(atlas, chosen.parcels, threshold)[:MOST_LINKS]
    ]
    labels = [DrawnLabel(place[p["left"]], p["name"], p["line"]) for p in words.places(atlas, library) if p["left"] in place]
    return DrawnPicture(
        nodes,
        links,
        labels,
        territory={n.index: n.colour for n in nodes},
        space=LabelSpace(unit=5.2),
        attributes={"data-atlas": atlas.id, "aria-hidden": "true"},
    )


def first_picture(library: Library, state: ViewState, atlas: Atlas, show: str) -> Markup:
    """The drawn tier as markup, with the gradients that the browser needs to redraw nodes."""
    view = str(state["view"])
    text = library.words["explore"]
    svg = draw_brain(
        load_drawn_view(view),
        load_drawn_parcels(view, atlas.id),
        picture(library, state, atlas, show),
        DrawnWords(text["title"], text["picture_description"], words.basis(atlas, library)),
    )
    tokens = [OUTSIDE[0], *(p.token for p in library.subsystems), *(n.token for n in library.networks)]
    return Markup(f'<svg class="drawn defs" width="0" height="0" aria-hidden="true">{gradients("live", tokens)}</svg>{svg}')
