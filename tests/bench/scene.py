"""The scene that every peer shows: the pial cortex, the default mode network, and its strongest links."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz import load_atlas

LINKS = 120
HALF = 10242  # vertices of a hemisphere


@dataclass(frozen=True)
class Scene:
    """What every peer shows; places in mm."""

    vertices: NDArray[np.float32]
    faces: NDArray[np.int32]
    light: NDArray[np.int32]
    """Faces of a coarser mesh over the same vertices."""
    nodes: NDArray[np.float64]
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    """Ends of the links, the strongest link first."""
    r: NDArray[np.float64]
    """Strength of the links."""


def scene() -> Scene:
    """The scene, from NeuroViz's packs."""
    atlas = load_atlas("schaefer-100")
    members = np.array([k for k, parcel in enumerate(atlas.parcels) if parcel.network7 == "Default"])
    r = np.asarray(atlas.connectivity)[np.ix_(members, members)]
    first, second = np.triu_indices(len(members), 1)
    strongest = np.argsort(-r[first, second], kind="stable")[:LINKS]
    first, second = first[strongest], second[strongest]
    fine, light = atlas.surface("pial"), atlas.surface("pial", level="light")
    # The light mesh keeps the first vertices of each hemisphere.
    kept = len(light.vertices) // 2
    coarse = np.where(light.faces < kept, light.faces, light.faces - kept + HALF)
    nodes = np.array([atlas.parcels[k].centroid_mni for k in members])
    return Scene(fine.vertices, fine.faces, coarse, nodes, first, second, r[first, second])


def mz3(path: Path, vertices: NDArray[np.float32], faces: NDArray[np.int32]) -> None:
    """A mesh file: magic, what is in it (1 faces, 2 vertices), counts, bytes to skip, then both."""
    head = struct.pack("<HHIII", 0x5A4D, 1 | 2, len(faces), len(vertices), 0)
    path.write_bytes(head + faces.astype("<i4").tobytes() + vertices.astype("<f4").tobytes())


def jcon(shown: Scene) -> dict[str, Any]:
    """A connectome whose links are weighed by rank, so that every step of the slider hides some."""
    ranks = np.linspace(1, 0, len(shown.r), endpoint=False)
    spots = [
        {"name": str(k), "x": x, "y": y, "z": z, "colorValue": 1, "sizeValue": 2}
        for k, (x, y, z) in enumerate(shown.nodes.tolist())
    ]
    edges = [
        {"first": a, "second": b, "colorValue": round(weight, 4)}
        for a, b, weight in zip(shown.first.tolist(), shown.second.tolist(), ranks.tolist(), strict=True)
    ]
    look = {
        "nodeColormap": "warm",
        "nodeColormapNegative": "winter",
        "nodeMinColor": 0,
        "nodeMaxColor": 2,
        "nodeScale": 1.5,
    }
    lines = {
        "edgeColormap": "warm",
        "edgeColormapNegative": "winter",
        "edgeMin": 0,
        "edgeMax": 1,
        "edgeScale": 1.5,
    }
    return {"name": "network", **look, **lines, "nodes": spots, "edges": edges}


def packed(shown: Scene) -> bytes:
    """The scene in one file, as peer_pages/webgl.js reads it."""
    normals = _normals(shown.vertices, shown.faces)
    weight = np.linspace(1, 0, len(shown.r))[:, None]
    links = np.hstack([shown.nodes[shown.first], shown.nodes[shown.second], weight])
    names = ("vertices", "faces", "light", "nodes")
    counts = {"links": len(links), **{name: len(getattr(shown, name)) for name in names}}
    head = json.dumps(counts).encode()
    head += b" " * (-len(head) % 4)
    # 256ths of a mm and 127ths of a normal are as fine as anybody sees.
    parts = [
        (shown.nodes, "<f4"),
        (links, "<f4"),
        (np.round(256 * shown.vertices), "<i2"),
        (shown.faces, "<u2"),
        (shown.light, "<u2"),
        (np.round(127 * normals), "i1"),
    ]
    body = b"".join(np.asarray(array, kind).tobytes() for array, kind in parts)
    return struct.pack("<I", len(head)) + head + body


def _normals(vertices: NDArray[np.float32], faces: NDArray[np.int32]) -> NDArray[np.float32]:
    """Unit normals of the vertices."""
    a, b, c = (vertices[faces[:, k]] for k in range(3))
    out = np.zeros_like(vertices)
    for k in range(3):
        np.add.at(out, faces[:, k], np.cross(b - a, c - a))
    return np.asarray(out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9), np.float32)
