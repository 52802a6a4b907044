"""The connectome: nodes and links in a cortex of glass."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from neuroviz.atlas import Atlas, Parcel
from neuroviz.atlas.model import Kind, Level
from neuroviz.atlas.selection import SHOWS, Selection, kind, links, positions, select, weight
from neuroviz.figures import cortex
from neuroviz.figures.figure import Figure, FigureError, as_atlas, layout, library, names, network, one_of, words
from neuroviz.figures.palette import SCHEMES, Ground, ground, mix
from neuroviz.viewpoints import CENTRE

Floats = npt.NDArray[np.float64]
Pairs = list[tuple[int, int, float]]

MIDLINE: Final = 18.0
"""Ends nearer to the midline than this (mm) are linked by an arch."""
PARTNERS: Final = 4
"""Links that hovering a node lists."""
CURVE: Final = 9
"""Points along a link."""
BAND: Final = 0.1
"""Links are drawn in bands of r: one width and one shade each."""
SYMBOLS: Final = {"circle": "circle", "diamond": "diamond", "square": "square"}


def connectome(
    atlas: str | Atlas = "schaefer-100",
    show: str = "dmn",
    threshold: float | None = None,
    surface: Kind = "pial",
    *,
    view: str = "hero",
    level: Level = "light",
    scheme: str = "paper",
) -> Figure:
    """Draw regions that rise and fall together, on the cortex.

    Parameters
    ----------
    atlas
        An atlas or its name.
    show
        ``dmn``, ``core``, ``dorsal-medial``, ``medial-temporal`` or ``all``.
    threshold
        Links from this Pearson r up are drawn; left out, the same as in the app.
    surface
        ``pial`` (MNI152, mm) or ``inflated``.
    view
        Where one looks from, such as ``hero``, ``left`` or ``top``.
    level
        ``light`` (5,124 vertices) or ``full`` (20,484).
    scheme
        ``paper``, ``dark`` or ``projector``.

    Raises
    ------
    NeuroVizError
        In one sentence, for a name or a number that does not exist.
    """
    found = as_atlas(atlas)
    one_of("selection", show, SHOWS)
    one_of("scheme", scheme, SCHEMES)
    cortex.check(surface, view, level)
    if threshold is not None and not 0 <= threshold <= 1:
        raise FigureError(f"The threshold {threshold} is not a correlation that can be shown; take one from 0 to 1.")
    chosen = select(found, show)
    if not chosen.parcels:
        raise FigureError(f"The atlas '{found.id}' has no part '{show}'; take 'dmn' or 'all'.")
    if surface == "inflated" and kind(found) == "points":
        raise FigureError(f"'{found.id}' is a list of points in the head, which the inflated cortex has left; take 'pial'.")
    paint = ground(scheme)
    limit = chosen.threshold if threshold is None else threshold
    at = positions(found, surface)
    if kind(found) != "points":
        at = cortex.outward(surface, at)  # under the glass they could not be pointed at
    pairs = links(found, chosen.parcels, limit) if limit is not None else []
    traces = [*_glass(surface, level, paint), *_links(found, pairs, at, paint), *_nodes(found, chosen, show, at, paint, pairs)]
    for trace, seen in zip(traces, cortex.visible(traces, view), strict=True):
        trace.visible = seen
    said = words()["connectome"]
    figure = Figure(traces)
    figure.update_layout(layout(_title(found, show, pairs, limit), found, paint, said["kept_in_mind" if pairs else "unmeasured"]))
    figure.update_layout(
        scene=cortex.scene(surface, view, paint),
        updatemenus=[cortex.view_menu(traces, view, paint)],
        legend={"x": 1, "xanchor": "right", "y": 0.86, "yanchor": "top", "itemsizing": "trace", "bgcolor": "rgba(0, 0, 0, 0)"},
        height=700,
    )
    return figure


def _title(atlas: Atlas, show: str, pairs: Pairs, limit: float | None) -> str:
    script, said = library().words["script"], words()["connectome"]
    what = script[f"show_{show}"]
    what = what[0].upper() + what[1:]
    if limit is None:
        n, unit = (
            len(select(atlas, show).parcels),
            {"parcels": "parcels", "networks": "networks", "points": "points"}[kind(atlas)],
        )
        count = script[f"{unit}_{'one' if n == 1 else 'other'}"].format(n=n)
        return str(said["title_unmeasured"].format(what=what, parcels=count))
    count = script["links_one" if len(pairs) == 1 else "links_other"].format(n=len(pairs))
    return str(said["title"].format(what=what, links=count, r=f"{limit:.2f}"))


def _glass(surface: Kind, level: Level, paint: Ground) -> list[go.Mesh3d]:
    """Both hemispheres, so thin that one sees through them."""
    vertices, faces = cortex.mesh_arrays(surface, level)
    look = {"ambient": 0.55, "diffuse": 0.6, "specular": 0.25, "roughness": 0.6, "fresnel": 0.6 if paint.dark else 0.1}
    more = {"color": paint.glass, "opacity": 0.11, "hoverinfo": "skip", "lighting": look, "legendgroup": "cortex"}
    name = words()["connectome"]["cortex"]
    parts = cortex.halves(faces).items()
    return [cortex.mesh(vertices, part, side, name=name, showlegend=side == "left", **more) for side, part in parts]


def bend(a: Floats, c: Floats) -> Floats:
    """Control points (n, 3) of the quadratic curves between a and c (n, 3), mm: the curves of the drawn and the 3-D picture."""
    length = np.linalg.norm(a - c, axis=1)
    middle = (a + c) / 2
    arch = (np.abs(a[:, 0]) < MIDLINE) & (np.abs(c[:, 0]) < MIDLINE)
    pulled = middle + np.where(arch, 0.0, 0.34)[:, None] * (np.asarray(CENTRE) - middle)
    pulled[:, 2] += np.where(arch, 0.42, 0.16) * length
    return pulled


def _links(atlas: Atlas, pairs: Pairs, at: Floats, paint: Ground) -> list[go.Scatter3d]:
    """One trace for each band of r, weakest first; a gap between any two links."""
    called = names(atlas)
    said = words()["connectome"]
    low = np.array([int(r / BAND + 1e-9) for _, _, r in pairs])
    traces = []
    for band in sorted(set(low.tolist()), reverse=True):
        mine = [pairs[k] for k in np.flatnonzero(low == band)]
        a, c = at[[i - 1 for i, _, _ in mine]], at[[j - 1 for _, j, _ in mine]]
        t = np.linspace(0, 1, CURVE)[None, :, None]
        curve = (1 - t) ** 2 * a[:, None] + 2 * t * (1 - t) * bend(a, c)[:, None] + t**2 * c[:, None]
        points = np.concatenate([curve, np.full((len(mine), 1, 3), np.nan)], axis=1).reshape(-1, 3)
        x, y, z = np.ascontiguousarray(points.T.astype(np.float32))
        texts = [said["link"].format(r=f"{r:.2f}", a=called[i - 1], b=called[j - 1]) for i, j, r in mine]
        strength = weight((band + 0.5) * BAND)
        traces.append(
            go.Scatter3d(
                x=x,
                y=y,
                z=z,
                mode="lines",
                name=said["band"].format(low=f"{band * BAND:.1f}", high=f"{(band + 1) * BAND:.1f}"),
                line={"color": mix(paint.edge, paint.paper, 0.22 + 0.78 * strength), "width": 1.2 + 6.5 * strength},
                text=[text for text in texts for _ in range(CURVE + 1)],
                hovertemplate="%{text}<extra></extra>",
                legendgroup="links",
                legendgrouptitle={"text": words()["r"]},
                meta={"links": [[i, j, r] for i, j, r in mine]},
            )
        )
    return traces


def _group(parcel: Parcel, show: str) -> tuple[str, str, str]:
    """Name, token and shape of the group to which a parcel belongs in a selection."""
    if show != "all" and parcel.subsystem is not None:
        part = library().subsystem(parcel.subsystem)
        return part.name, part.token, SYMBOLS[part.shape]
    if show != "all":
        return library().words["explore"]["outside"], "--node-other", "circle"
    name, token, _ = network(parcel)
    return name, token, "circle"


def _nodes(atlas: Atlas, chosen: Selection, show: str, at: Floats, paint: Ground, pairs: Pairs) -> list[go.Scatter3d]:
    """One trace for each group, in the order of the content; size says how strongly a node is linked with the others."""
    groups: dict[tuple[str, str, str], list[int]] = {}
    for position, index in enumerate(chosen.parcels):
        groups.setdefault(_group(atlas.parcels[index - 1], show), []).append(position)
    order = [p.token for p in library().subsystems] + [n.token for n in library().networks]
    called, said = names(atlas), words()["connectome"]
    traces = []
    for (name, token, shape), positions_ in sorted(
        groups.items(), key=lambda g: order.index(g[0][1]) if g[0][1] in order else 99
    ):
        indices = [chosen.parcels[k] for k in positions_]
        x, y, z = np.ascontiguousarray(at[[i - 1 for i in indices]].T.astype(np.float32))
        marker: dict[str, Any] = {"color": paint.token(token), "symbol": shape, "opacity": 1}
        marker["size"] = [round(6 + 10 * chosen.strength[k] ** 0.5, 1) for k in positions_]
        marker["line"] = {"color": paint.paper, "width": 1.5}
        texts = [_node_text(atlas.parcels[i - 1], called, name, pairs) for i in indices]
        traces.append(
            go.Scatter3d(
                x=x,
                y=y,
                z=z,
                mode="markers",
                name=name,
                marker=marker,
                text=texts,
                hovertemplate="%{text}<extra></extra>",
                legendgroup="places",
                legendgrouptitle={"text": said["places"]},
                meta={"parcels": indices},
            )
        )
    return traces


def _node_text(parcel: Parcel, called: tuple[str, ...], group: str, pairs: Pairs) -> str:
    """Name, group, place, and the strongest links on show: links themselves lie under the glass, out of reach of a pointer."""
    said = words()["connectome"]
    x, y, z = parcel.centroid_mni
    where = said["where"].format(x=x, y=y, z=z) if np.isfinite(x) else library().words["script"]["no_coordinate"]
    text: str = said["node"].format(name=called[parcel.index - 1], group=group, where=where)
    mine = [(a + b - parcel.index, r) for a, b, r in pairs if parcel.index in (a, b)][:PARTNERS]
    if mine:
        lines = (said["partner"].format(r=f"{r:.2f}", name=called[other - 1]) for other, r in mine)
        text += "<br>" + "<br>".join([f"<b>{library().words['script']['partners']}</b>", *lines])
    return text
