"""What is shown of an atlas: which parcels, how strongly linked, from which threshold, and where they are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from neuroviz.atlas.model import Atlas, Kind, Parcel, load_atlas, load_surface

Floats = npt.NDArray[np.float64]

SHOWS: Final = ("dmn", "core", "dorsal-medial", "medial-temporal", "all")

WEIGHT: Final = (0.25, 0.85)
"""r that is drawn as the thinnest and as the widest link: a choice of drawing, the same in every view."""

START_LINKS: Final = 100
START_SHARE: Final = 0.6
"""A view starts at the lowest threshold (in steps of 0.05) that shows no more links, and no larger share of them, than this."""


@dataclass(frozen=True)
class Selection:
    """Some parcels of an atlas.

    Parameters
    ----------
    parcels
        Parcel indices, in atlas order.
    strength
        For each, its mean r with the other parcels shown, scaled to 0..1 within the selection; drives size, nothing else.
    threshold
        r to start with; None where nothing was measured.
    """

    parcels: tuple[int, ...]
    strength: tuple[float, ...]
    threshold: float | None


def kind(atlas: Atlas) -> str:
    """``"parcels"``, ``"networks"`` (one entry a network) or ``"points"``."""
    if not np.any(atlas.labels):
        return "points"
    return "networks" if atlas.parcels[0].hemisphere == "both" else "parcels"


def members(atlas: Atlas, show: str) -> tuple[int, ...]:
    """Parcel indices of a selection: by 7-network name, by 17-network subsystem, or all."""
    if show == "all":
        return tuple(p.index for p in atlas.parcels)
    if show == "dmn":
        return tuple(p.index for p in atlas.parcels if p.network7 == "Default")
    return tuple(p.index for p in atlas.parcels if p.subsystem == show)


def parted(atlas: Atlas) -> bool:
    """Whether this map divides the default network into its subsystems."""
    return any(p.subsystem for p in atlas.parcels)


def select(atlas: Atlas, show: str) -> Selection:
    """The parcels of ``show`` with their strength and the threshold to start with; may be empty."""
    parcels = members(atlas, show)
    if atlas.connectivity is None or len(parcels) < 2:
        return Selection(parcels, (0.5,) * len(parcels), None)
    rows = np.asarray(parcels) - 1
    within = atlas.connectivity[np.ix_(rows, rows)]
    mean = np.nanmean(within, axis=1)
    spread = float(mean.max() - mean.min()) or 1.0
    strength = tuple(round(float(s), 3) for s in (mean - mean.min()) / spread)
    return Selection(parcels, strength, start(within))


def start(within: Floats) -> float | None:
    """Threshold to start with for an (n, n) matrix of r; None for fewer than two parcels."""
    pairs = within[np.triu_indices(len(within), 1)]
    if not len(pairs):
        return None
    steps = np.arange(5, 95, 5) / 100
    most = min(START_LINKS, START_SHARE * len(pairs))
    return next((float(t) for t in steps if np.count_nonzero(pairs >= t) <= most), 0.9)


def links(atlas: Atlas, parcels: tuple[int, ...], threshold: float) -> list[tuple[int, int, float]]:
    """Pairs (a, b, r) of parcels at or above a threshold, strongest first; a < b are parcel indices."""
    if atlas.connectivity is None:
        return []
    rows = np.asarray(parcels) - 1
    i, j = np.triu_indices(len(rows), 1)
    r = np.round(atlas.connectivity[rows[i], rows[j]], 4)
    keep = np.flatnonzero(r >= threshold)
    order = keep[np.argsort(-r[keep], kind="stable")]
    return [(parcels[i[k]], parcels[j[k]], float(r[k])) for k in order]


def weight(r: float) -> float:
    """0..1 of a link: thinnest to widest."""
    low, high = WEIGHT
    return min(1.0, max(0.0, (r - low) / (high - low)))


@cache
def cortex(surface: Kind) -> Floats:
    """Vertices (20484, 3) as they are drawn, mm: pial in MNI152, inflated ones side by side in a space of their own."""
    found = load_surface(surface)
    placed = found.to_mni152() if surface == "pial" else found.apart()
    return np.asarray(placed.vertices, dtype=np.float64)


def positions(atlas: Atlas, surface: Kind = "pial") -> Floats:
    """Where each parcel is drawn, (n, 3) mm, see :func:`cortex`; NaN for a point on the inflated cortex."""
    vertices = cortex(surface)
    outside = (np.nan,) * 3
    return np.array(
        [
            vertices[v] if (v := anchor(atlas, p)) >= 0 else (p.centroid_mni if surface == "pial" else outside)
            for p in atlas.parcels
        ],
        dtype=np.float64,
    )


def anchor(atlas: Atlas, parcel: Parcel) -> int:
    """Vertex on which a parcel is drawn (0..20483): nearest its centroid; deepest inside for a whole network; -1 for a point."""
    if parcel.vertex >= 0 or kind(atlas) == "points":
        return parcel.vertex
    return _deepest(atlas.id, parcel.index, atlas.root)


@cache
def _deepest(atlas_id: str, index: int, root: Path | None) -> int:
    """Vertex of the left hemisphere that is farthest, in steps along the mesh, from the border of a territory."""
    atlas = load_atlas(atlas_id, root)
    half = len(atlas.labels) // 2
    faces = load_surface("pial").faces
    faces = faces[(faces < half).all(axis=1)]
    inside = atlas.labels[:half] == index
    last = inside
    while inside.any():
        last = inside
        border = (~inside[faces]).any(axis=1)
        inside = inside.copy()
        inside[faces[border].ravel()] = False
    return int(np.flatnonzero(last)[0])
