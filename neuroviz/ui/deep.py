"""The landmarks under the cortex, as the browser loads them for the stage and the slices."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from neuroviz.atlas import load_landmarks
from neuroviz.domain import Library
from neuroviz.ui.codec import pack

STEP: Final = 0.1
"""mm in a unit of a vertex."""


def deep_data(library: Library) -> dict[str, Any]:
    """Meshes and balls in MNI152, mm, with names and notes; points of papers are not among them.

    A landmark has ``radius`` where a ball stands for it on the stage, and ``vertices`` and ``faces`` where its shape is known.
    """
    words = library.words["slices"]
    rows = []
    for landmark in load_landmarks():
        if landmark.kind == "point":
            continue
        mesh = len(landmark.vertices) > 0
        rows.append(
            {
                "id": landmark.id,
                "name": landmark.name,
                "note": landmark.note,
                "at": [round(x, 1) for x in landmark.centre_mni],
                "radius": landmark.radius_mm,
                "vertices": pack(np.round(landmark.vertices / STEP)) if mesh else None,
                "faces": pack(landmark.faces) if mesh else None,
            }
        )
    return {"scale": STEP, "landmarks": rows, "words": {"deep_where": words["deep_where"]}}
