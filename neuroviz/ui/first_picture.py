"""The picture that is in the document before any script runs: the drawn tier in the state of the address."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from neuroviz.atlas import Atlas, Parcel, selection
from neuroviz.atlas.drawn_views import load_drawn_parcels, load_drawn_view
from neuroviz.atlas.seed import seed_values
from neuroviz.colour import r_token
from neuroviz.domain import Library
from neuroviz.film import edges
from neuroviz.scenes.brain import draw_brain
from neuroviz.scenes.labels import LabelSpace
from neuroviz.scenes.nodes import gradients
from neuroviz.scenes.picture import DrawnLabel, DrawnLink, DrawnNode, DrawnPicture, Shape
from neuroviz.ui import changed, network, words
from neuroviz.ui.markup import Markup
from neuroviz.ui.state import ViewState

OUTSIDE: Final[tuple[str, Shape]] = ("--node-other", "dot")
"""Look of a default parcel that the 17-network map puts into none of the three subsystems."""

MOST_LINKS: Final = 400
"""The drawn picture keeps the strongest links; more than this cannot be told apart."""


def look(parcel: Parcel, show: str, library: Library, parted: bool = True) -> tuple[str, Shape]:
    """Colour token and silhouette of a parcel: by subsystem on a map that has them; else, and where all are shown, by network."""
    if show != "all" and parcel.n_vertices and parted:
        part = library.subsystem(parcel.subsystem) if parcel.subsystem else None
        return (part.token, part.shape) if part else OUTSIDE
    return library.network(parcel.network7).token, "circle" if parcel.network7 == "Default" else "dot"


def picture(library: Library, state: ViewState, atlas: Atlas, show: str, before: bool = False) -> DrawnPicture:
    """All that is drawn of an atlas in a state.

    Parameters
    ----------
    show
        A selection that this atlas has (see `network.selections`).
    before
        Draw the same links as they were before; the one of two pictures that now is compared with.
    """
    chosen = network.selections(atlas)[show]
    at = selection.positions(atlas)
    place = {index: k for k, index in enumerate(chosen.parcels)}
    nodes, parted = [], selection.parted(atlas)
    for index, strength in zip(chosen.parcels, chosen.strength, strict=True):
        colour, shape = look(atlas.parcels[index - 1], show, library, parted)
        x, y, z = (float(round(c, 1)) for c in at[index - 1])
        nodes.append(DrawnNode(index, (x, y, z), colour, shape, strength))
    links = changed.strands(library, atlas, chosen.parcels, network.threshold(state, chosen), state)
    most = len(links) - sum(1 for s in links if s.a not in place or s.b not in place)
    links = [s for k, s in enumerate(links) if k < MOST_LINKS or k >= most]
    for guest in dict.fromkeys(i for s in links for i in (s.a, s.b) if i not in place):
        place[guest] = len(nodes)
        nodes.append(_guest(library, atlas, guest))
    labels = [DrawnLabel(place[p["left"]], p["name"], p["line"]) for p in words.places(atlas, library) if p["left"] in place]
    seed = seed_colours(state, atlas)
    return DrawnPicture(
        nodes,
        [_link(library, state, place, s, before) for s in links],
        labels,
        territory=seed or {n.index: n.colour for n in nodes[: len(chosen.parcels)]},
        difference=state["compare"] == "difference",
        space=LabelSpace(unit=5.2),
        key="before" if before else "drawn",
        attributes={"data-atlas": atlas.id, "aria-hidden": "true", **({"data-painted": ""} if seed else {})},
    )


def _guest(library: Library, atlas: Atlas, index: int) -> DrawnNode:
    """A parcel of another network that a link leads to: small; or a place outside the cortex, hollow: nothing was measured."""
    if index < 0:
        anchor = edges.anchors(atlas, library)[-1 - index]
        return DrawnNode(index, anchor.at, OUTSIDE[0], "ring", 0.0)
    x, y, z = (float(round(c, 1)) for c in selection.positions(atlas)[index - 1])
    return DrawnNode(index, (x, y, z), library.network(atlas.parcels[index - 1].network7).token, "dot", 0.0)


def _link(library: Library, state: ViewState, place: dict[int, int], strand: changed.Strand, before: bool) -> DrawnLink:
    """A link as wide as it is now, or as it was before."""
    if strand.pair < 0:
        return DrawnLink(place[strand.a], place[strand.b], selection.weight(strand.r), selection.weight(strand.r), value=strand.r)
    pair = changed.states(library, state)[strand.pair]
    if before:
        pair = replace(pair, now=pair.before)
    now, was = strand.r * (1 + pair.now), strand.r * (1 + pair.before)
    return DrawnLink(
        place[strand.a],
        place[strand.b],
        selection.weight(now),
        selection.weight(was),
        pair.delta,
        now - was,
        changed.shown(library, state, pair),
        now,
    )


def seed_colours(state: ViewState, atlas: Atlas) -> dict[int, str]:
    """Colour token of every parcel in a seed map; empty where the state asks for none, or nothing was measured."""
    chosen = int(state["parcel"] or 0)
    if state["map"] != "seed" or atlas.connectivity is None or not 1 <= chosen <= len(atlas.parcels):
        return {}
    values = seed_values(atlas, chosen, bool(state["mean"]))
    found = {k: f"--{r_token(round(float(r), 4))}" for k, r in enumerate(values, start=1) if k != chosen}
    return {**found, chosen: "--stage-ink"}


def first_picture(library: Library, state: ViewState, atlas: Atlas, show: str) -> Markup:
    """The drawn tier as markup, with the gradients that the browser needs to redraw nodes."""
    view = str(state["view"])
    svg = draw_brain(load_drawn_view(view), load_drawn_parcels(view, atlas.id), picture(library, state, atlas, show))
    tokens = [OUTSIDE[0], *(p.token for p in library.subsystems), *(n.token for n in library.networks)]
    return Markup(f'<svg class="drawn defs" width="0" height="0" aria-hidden="true">{gradients("live", tokens)}</svg>{svg}')
