"""Landmarks outside the cortex: what they are called, where they are, and their mesh where there is one."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from neuroviz.atlas.packs import load_pack

LANDMARKS = "landmarks.json"


@dataclass(frozen=True)
class Landmark:
    """A structure or point outside the cortex, in MNI152 mm.

    Parameters
    ----------
    kind
        ``mesh`` (has vertices and faces), ``sphere`` (a ball of ``radius_mm``) or ``point`` (of a paper).
    radius_mm
        Radius to draw in mm; None for a mesh that is large enough to be drawn as it is.
    vertices, faces
        (n, 3) float32 mm and (m, 3) int32; empty without a mesh.
    """

    id: str
    name: str
    kind: str
    hemisphere: str
    centre_mni: tuple[float, float, float]
    radius_mm: float | None
    source: str
    note: str
    vertices: npt.NDArray[np.float32] = field(repr=False, compare=False)
    faces: npt.NDArray[np.int32] = field(repr=False, compare=False)


@lru_cache(maxsize=4)
def load_landmarks(root: Path | None = None) -> tuple[Landmark, ...]:
    """All landmarks of the pack ``subcortex``."""
    pack = load_pack("subcortex", root)
    vertices = pack.values("vertices").astype(np.float32)
    faces = pack.array("faces").astype(np.int32)
    found = []
    for row in json.loads(pack.text(LANDMARKS)):
        start, stop = row.pop("vertices") or (0, 0)
        first, last = row.pop("faces") or (0, 0)
        x, y, z = row.pop("centre_mni")
        mesh = vertices[start:stop], faces[first:last] - start
        found.append(Landmark(centre_mni=(x, y, z), vertices=mesh[0], faces=mesh[1], **row))
    return tuple(found)
