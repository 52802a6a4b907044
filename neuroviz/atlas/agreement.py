"""Where the maps of the cortex agree on the default network, and where they do not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from neuroviz.atlas.drawn_views import DRAWN_ATLASES
from neuroviz.atlas.model import N_VERTICES, load_atlas

COMPARED = DRAWN_ATLASES
"""The maps that are compared: all that come with NeuroViz."""


def default_votes(root: Path | None = None) -> npt.NDArray[np.int64]:
    """How many of the compared maps count each vertex as default mode, (20484,)."""
    votes = np.zeros(N_VERTICES, dtype=np.int64)
    for name in COMPARED:
        atlas = load_atlas(name, root)
        default = np.array([False, *(p.network7 == "Default" for p in atlas.parcels)])
        votes += default[atlas.labels]
    return votes


def shares(votes: npt.NDArray[np.int64], root: Path | None = None) -> tuple[float, ...]:
    """Share of the vertices of the cortex on which exactly 1, 2, … of the maps agree; the medial wall is no cortex.

    Parameters
    ----------
    votes
        From :func:`default_votes`, (20484,).
    """
    cortex = np.zeros(N_VERTICES, dtype=bool)
    for name in COMPARED:
        cortex |= load_atlas(name, root).labels > 0
    return tuple(float((votes[cortex] == k).sum()) / int(cortex.sum()) for k in range(1, len(COMPARED) + 1))
