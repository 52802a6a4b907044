"""One parcel and all that it moves with, painted on the cortex."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from neuroviz.atlas import Atlas, Parcel, light_vertices
from neuroviz.atlas.model import Kind, Level
from neuroviz.atlas.seed import find_parcel, seed_values
from neuroviz.atlas.selection import positions
from neuroviz.figures import cortex
from neuroviz.figures.figure import Figure, FigureError, as_atlas, layout, names, network, one_of, words
from neuroviz.figures.palette import SCHEMES, Ground, ground, mix, span, stepped
from neuroviz.figures.scale import bar

Floats = npt.NDArray[np.float64]


def seed_map(
    atlas: str | Atlas = "schaefer-100",
    seed: int | str = 50,
    mean_removed: bool = False,
    *,
    surface: Kind = "pial",
    view: str | None = None,
    level: Level = "full",
    scheme: str = "paper",
) -> Figure:
    """Paint r of one parcel with every other on the cortex.

    Parameters
    ----------
    atlas
        An atlas with group connectivity, or its name.
    seed
        Index of the parcel (from 1), its name in the atlas, or its name in plain words.
    mean_removed
        After removing the mean of all parcels; the figure says so, and what that does to the sign.
    surface
        ``pial`` (MNI152, mm) or ``inflated``.
    view
        Where one looks from; left out, the side on which the seed is seen best.
    level
        ``full`` (20,484 vertices) or ``light`` (5,124).
    scheme
        ``paper``, ``dark`` or ``projector``.

    Raises
    ------
    NeuroVizError
        In one sentence, for a name that does not exist or an atlas without connectivity.
    """
    found = as_atlas(atlas)
    parcel = _parcel(found, seed)
    values = seed_values(found, parcel.index, mean_removed)
    view = _view(parcel) if view is None else view
    one_of("scheme", scheme, SCHEMES)
    cortex.check(surface, view, level)
    paint = ground(scheme)
    traces = [*_painted(found, parcel, values, surface, level, paint), *_centres(found, parcel, values, surface, paint)]
    for trace, seen in zip(traces, cortex.visible(traces, view), strict=True):
        trace.visible = seen
    said = words()
    name = names(found)[parcel.index - 1]
    title = said["seed"]["title"].format(seed=name)
    note, first = (said["mean_removed"][key] for key in ("note", "said")) if mean_removed else (said["seed"]["measured"], "")
    low, high = span(values)
    figure = Figure(traces)
    figure.update_layout(layout(title, found, paint, note, first))
    figure.update_layout(
        scene=cortex.scene(surface, view, paint),
        coloraxis={"cmin": low, "cmax": high, "colorscale": stepped(low, high, paint), "colorbar": bar(low, high, paint)},
        updatemenus=[cortex.view_menu(traces, view, paint)],
        height=700,
    )
    return figure


def _parcel(atlas: Atlas, seed: int | str) -> Parcel:
    if isinstance(seed, str):
        wanted = seed.casefold()
        plain = [k for k, name in enumerate(names(atlas)) if name.casefold() == wanted]
        if plain:
            return atlas.parcels[plain[0]]
    elif isinstance(seed, bool) or not isinstance(seed, int | np.integer):
        raise FigureError(f"The seed {seed!r} is neither the number nor the name of a parcel; take for example 50.")
    return find_parcel(atlas, seed if isinstance(seed, str) else int(seed))


def _view(parcel: Parcel) -> str:
    """From the middle for what lies near the midline, from the side for the rest."""
    side = parcel.hemisphere
    return f"medial-{side}" if abs(parcel.centroid_mni[0]) < 20 else side


def _painted(atlas: Atlas, parcel: Parcel, values: Floats, surface: Kind, level: Level, paint: Ground) -> list[go.Mesh3d]:
    """For each hemisphere the painted cortex, and what has no value: the medial wall and the seed itself."""
    vertices, faces = cortex.mesh_arrays(surface, level)
    labels = atlas.labels if level == "full" else atlas.labels[light_vertices()]
    said = words()["seed"]
    light = {"ambient": 0.66, "diffuse": 0.42, "specular": 0.03, "roughness": 0.8, "fresnel": 0.02}
    traces = []
    for side, part in cortex.halves(faces).items():
        own = cortex.face_labels(labels, part)
        measured = (own > 0) & (own != parcel.index)
        r = values[own[measured] - 1].astype(np.float32)
        painted = cortex.mesh(vertices, part[measured], side, intensity=r, intensitymode="cell", coloraxis="coloraxis")
        traces.append(painted.update(hovertemplate=said["cortex"] + "<extra></extra>", lighting=light, name=side))
        for kept, colour, text in (
            (own == 0, paint.wall, said["wall"]),
            (own == parcel.index, mix(paint.ink, paint.paper, 0.85), said["chosen"]),
        ):
            if kept.any():
                bare = cortex.mesh(vertices, part[kept], side, color=colour, lighting=light, name=text)
                traces.append(bare.update(hovertemplate=f"{text}<extra></extra>"))
    return traces


def _centres(atlas: Atlas, parcel: Parcel, values: Floats, surface: Kind, paint: Ground) -> list[go.Scatter3d]:
    """A dot on each parcel that says its name: names at all vertices would triple the size of the figure."""
    at, called, said = cortex.outward(surface, positions(atlas, surface)), names(atlas), words()["seed"]
    traces = []
    for side in cortex.SIDES:
        mine = [p for p in atlas.parcels if p.hemisphere == side]
        rows = [p.index - 1 for p in mine]
        x, y, z = np.ascontiguousarray(at[rows].T.astype(np.float32))
        texts = [_text(p, called[p.index - 1], values[p.index - 1], p.index == parcel.index, said) for p in mine]
        marker = {"size": 3.5, "color": paint.ink, "opacity": 0.5, "line": {"width": 0}}
        more = {
            "mode": "markers",
            "marker": marker,
            "showlegend": False,
            "meta": {"hemisphere": side, "parcels": [p.index for p in mine]},
        }
        traces.append(go.Scatter3d(x=x, y=y, z=z, text=texts, hovertemplate="%{text}<extra></extra>", name=side, **more))
    return traces


def _text(parcel: Parcel, name: str, r: float, chosen: bool, said: Any) -> str:
    if chosen:
        return str(said["seed"].format(name=name))
    return str(said["parcel"].format(name=name, network=network(parcel)[0], r=f"{r:.2f}".replace("-", "−")))
