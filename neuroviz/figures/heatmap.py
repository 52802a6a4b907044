"""The whole connectivity matrix, ordered by network."""

from __future__ import annotations

from itertools import groupby
from typing import Any, Final

import numpy as np
import plotly.graph_objects as go

from neuroviz.atlas import Atlas, Parcel
from neuroviz.atlas.seed import mean_removed as without_mean
from neuroviz.atlas.seed import measured
from neuroviz.figures.figure import Figure, as_atlas, layout, names, network, one_of, words
from neuroviz.figures.palette import SCHEMES, Ground, ground, smooth, span
from neuroviz.figures.scale import bar

ORDERS: Final = ("network", "atlas")
STRIP: Final = 0.022
"""Width of the coloured strip beside the matrix, as a share of it."""


def matrix(
    atlas: str | Atlas = "schaefer-100", order: str = "network", *, mean_removed: bool = False, scheme: str = "paper"
) -> Figure:
    """Draw r of every parcel with every other; networks are framed, the diagonal is blank.

    Parameters
    ----------
    atlas
        An atlas with group connectivity, or its name.
    order
        ``network`` (each network in one block, left then right) or ``atlas`` (left hemisphere, then right).
    mean_removed
        After removing the mean of all parcels.
    scheme
        ``paper``, ``dark`` or ``projector``.

    Raises
    ------
    NeuroVizError
        In one sentence, for a name that does not exist or an atlas without connectivity.
    """
    found = as_atlas(atlas)
    one_of("order", order, ORDERS)
    one_of("scheme", scheme, SCHEMES)
    paint = ground(scheme)
    values = without_mean(measured(found)) if mean_removed else measured(found)
    parcels = _ordered(found, order)
    rows = np.array([p.index - 1 for p in parcels])
    called = [names(found)[k] for k in rows]
    low, high = span(values)
    heat = go.Heatmap(
        x=called,
        y=called,
        z=values[np.ix_(rows, rows)].astype(np.float32),
        zmin=low,
        zmax=high,
        colorscale=smooth(low, high, paint),
        colorbar=bar(low, high, paint),
        hovertemplate="<b>r = %{z:.2f}</b><br>%{y}<br>%{x}<extra></extra>",
        hoverongaps=False,
        xgap=0,
        ygap=0,
    )
    said = words()
    note, first = (said["mean_removed"][key] for key in ("note", "said")) if mean_removed else (said["seed"]["measured"], "")
    figure = Figure([heat])
    figure.update_layout(layout(said["matrix"]["title"], found, paint, note, first, drop=196))
    _axes(figure, _blocks(parcels, order), len(parcels), order, paint)
    return figure


def _ordered(atlas: Atlas, order: str) -> list[Parcel]:
    if order == "atlas":
        return list(atlas.parcels)
    return sorted(atlas.parcels, key=lambda p: (network(p)[2], p.hemisphere, p.index))


def _blocks(parcels: list[Parcel], order: str) -> list[tuple[str, str, int, int]]:
    """Label, token, first and last position of each run of parcels of a network (and of a side, in atlas order)."""
    out = []
    runs = groupby(enumerate(parcels), key=lambda item: (item[1].network7, item[1].hemisphere if order == "atlas" else ""))
    for (_, side), run in runs:
        places = list(run)
        name, token, _ = network(places[0][1])
        label = f"{name}, {words()['matrix']['side'][side]}" if side else name
        out.append((label, token, places[0][0], places[-1][0]))
    return out


def _axes(figure: go.Figure, blocks: list[tuple[str, str, int, int]], n: int, order: str, paint: Ground) -> None:
    """Names at the middle of each block, frames on the diagonal, a coloured strip along two sides."""
    wide = STRIP * n
    rules: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    for _, token, first, last in blocks:
        a, b, colour = first - 0.5, last + 0.5, paint.token(token)
        frame = {"type": "rect", "line": {"color": colour, "width": 2}}
        shapes.append(frame | {"x0": a, "x1": b, "y0": a, "y1": b})
        strip = {"type": "rect", "fillcolor": colour, "line": {"width": 0}}
        shapes.append(strip | {"x0": a, "x1": b, "y0": -0.5 - 0.35 * wide, "y1": -0.5 - wide})
        shapes.append(strip | {"y0": a, "y1": b, "x0": -0.5 - 0.35 * wide, "x1": -0.5 - wide})
        if last + 1 < n:
            rule = {"type": "line", "line": {"color": paint.paper, "width": 1}}
            rules.append(rule | {"x0": b, "x1": b, "y0": -0.5, "y1": n - 0.5})
            rules.append(rule | {"y0": b, "y1": b, "x0": -0.5, "x1": n - 0.5})
    axis = {
        "tickvals": [(first + last) / 2 for _, _, first, last in blocks],
        "ticktext": [label for label, *_ in blocks],
        "range": [-0.5 - wide, n - 0.5],
        "title": {"text": words()["matrix"]["region" if order == "network" else "region_atlas"], "standoff": 12},
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
        "constrain": "domain",
    }
    figure.update_layout(
        shapes=[*rules, *shapes],
        xaxis=axis | {"tickangle": -40, "side": "bottom"},
        yaxis=axis | {"range": [n - 0.5, -0.5 - wide], "scaleanchor": "x"},
        width=900,
        height=880,
        margin={"l": 230, "r": 110, "b": 240},
    )
