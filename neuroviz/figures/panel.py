"""The matrix that stands beside the brain in the app: a frame for values which the browser brings, and changes, itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import plotly.graph_objects as go

from neuroviz import theme
from neuroviz.colour import R_STEP, mix
from neuroviz.figures.figure import GRAPH_CONFIG, Figure
from neuroviz.figures.palette import Scale

STRIP: Final = 0.03
"""Width of the coloured strips at the left and at the top, as a share of the whole."""

DELTA: Final = 0.4
"""Difference of r that is drawn in full colour: a choice of drawing."""

STAGES: Final = ("dark", "projector")
"""Schemes whose stages differ: that of ``paper`` is the dark one too."""

PANEL_CONFIG: Final = {**GRAPH_CONFIG, "staticPlot": True}
"""The page hears the pointer itself, so the figure need not."""


def correlation_scale(scheme: str) -> Scale:
    """Plotly colour scale of r from -1 to 1, in the colours that the brain has, in steps; zero lies between two of them."""
    tokens = theme.tokens(scheme)
    n = round(2 / R_STEP)
    return [(at / n, tokens[f"fc-{k}"]) for k in range(n) for at in (k, k + 1)]


def difference_scale(scheme: str) -> Scale:
    """Plotly colour scale of now minus before: blue for less, amber for more, the ground for no change."""
    tokens = theme.tokens(scheme)
    ground = tokens["stage-top"]
    less, more = tokens["decrease"], tokens["increase"]
    return [(0, less), (0.25, mix(less, ground, 0.55)), (0.5, ground), (0.75, mix(more, ground, 0.55)), (1, more)]


def panel_matrix(blocks: Sequence[tuple[str, int]], scheme: str) -> Figure:
    """Heatmaps without values, one for r and one for its change: strips, frames and lines of the blocks on a clear ground.

    Parameters
    ----------
    blocks
        Colour token (such as ``--net-default``) and number of regions of each block, in order.
    scheme
        ``dark`` or ``projector``: the stage that it stands on.
    """
    tokens = theme.tokens(scheme)
    n = sum(size for _, size in blocks)
    strip = STRIP * n / (1 - STRIP)
    scale = correlation_scale(scheme)
    plain = {"showscale": False, "hoverinfo": "skip", "hoverongaps": False, "xgap": 0, "ygap": 0}
    heat = go.Heatmap(zmin=-1, zmax=1, colorscale=scale, **plain)
    change = go.Heatmap(zmin=-DELTA, zmax=DELTA, colorscale=difference_scale(scheme), **plain)
    figure = Figure([heat, change])
    axis = {"visible": False, "fixedrange": True}
    figure.update_layout(
        template="none",
        shapes=_shapes(blocks, n, strip, tokens),
        xaxis=axis | {"range": [-0.5 - strip, n - 0.5]},
        yaxis=axis | {"range": [n - 0.5, -0.5 - strip]},
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        modebar={"remove": ["sendchart", "sendcharttocloud", "senddatatocloud"]},
        meta={"basis": "data", "strip": STRIP},
    )
    return figure


def _shapes(blocks: Sequence[tuple[str, int]], n: int, strip: float, tokens: dict[str, str]) -> list[dict[str, Any]]:
    """Lines between the blocks, a frame round each on the diagonal, and the strips."""
    out: list[dict[str, Any]] = []
    first = 0
    for token, size in blocks:
        colour = tokens[token.removeprefix("--")]
        a, b = first - 0.5, first + size - 0.5
        first += size
        bar = {"type": "rect", "fillcolor": colour, "line": {"width": 0}}
        out.append(bar | {"x0": a, "x1": b, "y0": -0.5 - strip, "y1": -0.5 - 0.25 * strip})
        out.append(bar | {"y0": a, "y1": b, "x0": -0.5 - strip, "x1": -0.5 - 0.25 * strip})
        out.append({"type": "rect", "x0": a, "x1": b, "y0": a, "y1": b, "line": {"color": colour, "width": 1.5}})
        if first < n:
            rule = {"type": "line", "line": {"color": tokens["stage-bottom"], "width": 1}}
            out.append(rule | {"x0": b, "x1": b, "y0": -0.5, "y1": n - 0.5})
            out.append(rule | {"y0": b, "y1": b, "x0": -0.5, "x1": n - 0.5})
    return out
