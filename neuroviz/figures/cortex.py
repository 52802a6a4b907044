"""The cortex as plotly meshes, the axes of its space, and the places from which it is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from neuroviz.atlas import light_vertices, load_surface
from neuroviz.atlas.model import Kind, Level
from neuroviz.atlas.selection import cortex
from neuroviz.figures.figure import library, one_of, words
from neuroviz.figures.palette import Ground, mix
from neuroviz.viewpoints import VIEWPOINTS

Whole = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]

SIDES: Final = ("left", "right")
SURFACES: Final = ("pial", "inflated")
LEVELS: Final = ("full", "light")
EYE: Final = 1.95
"""How far the camera stands, in units of plotly: the brain fills the pane."""
LIGHT: Final = {"x": -20000, "y": 50000, "z": 100000}
"""A lamp over the shoulder of whoever looks: plotly moves it with the camera."""
TICKS: Final = (-100, -50, 50)
END_ON: Final = {
    "left": "x",
    "right": "x",
    "medial-left": "x",
    "medial-right": "x",
    "top": "z",
    "below": "z",
    "front": "y",
    "back": "y",
}
"""The axis that a viewpoint sees end on; its name would lie on itself."""
OFF: Final = 3.0
"""Dots stand this far (mm) off the cortex, so that it does not swallow them."""


def check(surface: str, view: str, level: str) -> None:
    """Raise a sentence for a surface, viewpoint or level that does not exist."""
    one_of("surface", surface, SURFACES)
    one_of("view", view, tuple(VIEWPOINTS))
    one_of("level", level, LEVELS)


def mesh_arrays(surface: Kind, level: Level) -> tuple[npt.NDArray[np.float32], Whole]:
    """Vertices (n, 3) mm as they are drawn, and faces (m, 3), left hemisphere then right."""
    vertices = cortex(surface).astype(np.float32)
    return (vertices if level == "full" else vertices[light_vertices()]), load_surface(surface, level).faces


def mesh(vertices: npt.NDArray[np.float32], faces: Whole, side: str, **more: Any) -> go.Mesh3d:
    """Some faces as a trace, with only the vertices that they need; typed arrays, so that they stay small.

    ``meta["hemisphere"]`` says to which side it belongs.
    """
    used, renumbered = np.unique(faces, return_inverse=True)
    kind = np.uint16 if len(used) < 2**16 else np.uint32
    i, j, k = np.ascontiguousarray(renumbered.reshape(-1, 3).T.astype(kind))
    x, y, z = np.ascontiguousarray(vertices[used].T)
    return go.Mesh3d(x=x, y=y, z=z, i=i, j=j, k=k, meta={"hemisphere": side}, lightposition=LIGHT, flatshading=False, **more)


def outward(surface: Kind, at: Floats) -> Floats:
    """Points (n, 3) of the cortex moved a little off it."""
    vertices, faces = cortex(surface), load_surface(surface).faces
    a, b, c = (vertices[faces[:, k]] for k in range(3))
    normals = np.zeros_like(vertices)
    for corner in range(3):
        np.add.at(normals, faces[:, corner], np.cross(b - a, c - a))
    nearest = np.array([int(np.argmin(((vertices - p) ** 2).sum(axis=1))) for p in at])
    found = normals[nearest]
    return np.asarray(at + OFF * found / np.linalg.norm(found, axis=1, keepdims=True), dtype=np.float64)


def halves(faces: Whole) -> dict[str, Whole]:
    """Faces of the left and of the right hemisphere."""
    half = len(faces) // 2
    return {"left": faces[:half], "right": faces[half:]}


def face_labels(labels: Whole, faces: Whole) -> Whole:
    """Label of each face: that of most of its vertices, of the first where all three differ."""
    a, b, c = labels[faces].T
    return np.asarray(np.where(b == c, b, a), dtype=np.int32)


def camera(view: str) -> dict[str, Any]:
    """Camera of plotly at one of the viewpoints of NeuroViz."""
    _, _, away = VIEWPOINTS[view].axes()
    x, y, z = (-EYE * a for a in away)
    return {"eye": {"x": x, "y": y, "z": z}, "up": {"x": 0, "y": 0, "z": 1}, "center": {"x": 0, "y": 0, "z": -0.1}}


def visible(traces: Sequence[Any], view: str) -> list[bool]:
    """Which traces a viewpoint shows: from the middle, only one hemisphere."""
    shown = VIEWPOINTS[view].shown
    return [shown == "both" or (t.meta or {}).get("hemisphere", shown) == shown for t in traces]


def scene(surface: Kind, view: str, ground: Ground) -> dict[str, Any]:
    """Axes with names and units, equal in all directions, seen from ``view``."""
    said = words()["axes"]["mni" if surface == "pial" else "inflated"]
    points = cortex(surface)
    out: dict[str, Any] = {"aspectmode": "data", "camera": camera(view), "dragmode": "orbit", "bgcolor": ground.paper}
    for at, (key, axis) in enumerate(zip("xyz", ("xaxis", "yaxis", "zaxis"), strict=True)):
        low, high = points[:, at].min() - 4, points[:, at].max() + 4
        out[axis] = {
            "title": {"text": said["title"].format(axis=key), "font": {"size": ground.text_px - 2, "color": ground.ink_2}},
            "range": [float(low), float(high)],
            "tickvals": TICKS,
            "ticktext": [f"{t} {said[key][0 if t < 0 else 1]}".replace("-", "−") for t in TICKS],
            "tickfont": {"size": ground.text_px - 3, "color": ground.ink_2},
            "visible": END_ON.get(view) != key,
            "showbackground": False,
            "showgrid": False,
            "zeroline": False,
            "showspikes": False,
            "linecolor": mix(ground.ink_2, ground.paper, 0.35),
            "ticks": "outside",
            "tickcolor": mix(ground.ink_2, ground.paper, 0.35),
        }
    return out


def _seen_from(view: str) -> dict[str, Any]:
    axes = {f"scene.{key}axis.visible": END_ON.get(view) != key for key in "xyz"}
    return {"scene.camera": camera(view), **axes}


def view_menu(traces: Sequence[Any], view: str, ground: Ground) -> dict[str, Any]:
    """A menu of viewpoints in the words of the app."""
    labels = library().words["choices"]["view"]
    buttons = [
        {"label": labels[name], "method": "update", "args": [{"visible": visible(traces, name)}, _seen_from(name)]}
        for name in VIEWPOINTS
    ]
    return {
        "buttons": buttons,
        "active": list(VIEWPOINTS).index(view),
        "x": 1,
        "xanchor": "right",
        "y": 1.0,
        "yanchor": "top",
        "bgcolor": ground.panel,
        "bordercolor": ground.rule,
        "font": {"size": ground.text_px - 1, "color": ground.ink},
        "showactive": True,
    }
