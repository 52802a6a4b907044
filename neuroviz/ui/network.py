"""What the network scale shows of an atlas: which parcels, how strongly linked, from which threshold, with which words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from neuroviz.atlas import Atlas, Parcel, load_atlas
from neuroviz.ui.state import SHOWS, SURFACE_ATLASES

Floats = npt.NDArray[np.float64]

WEIGHT: Final = (0.25, 0.85)
"""r that is drawn as the thinnest and as the widest link: a choice of drawing, the same in every view."""

START_LINKS: Final = 100
START_SHARE: Final = 0.6
"""A view starts at the lowest threshold (in steps of 0.05) that shows no more links, and no larger share of them, than this."""

_SUBSYSTEMS: Final = frozenset({"core", "dorsal-medial", "medial-temporal"})


@dataclass(frozen=True)
class Show:
    """One selection of an atlas.

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


def selections(atlas: Atlas) -> dict[str, Show]:
    """Every selection that this atlas can show; one without parcels, or the same as another, is left out."""
    out: dict[str, Show] = {}
    for name in SHOWS:
        parcels = members(atlas, name)
        if parcels and not (name == "all" and len(parcels) == len(members(atlas, "dmn"))):
            out[name] = _measure(atlas, parcels)
    return out


def _measure(atlas: Atlas, parcels: tuple[int, ...]) -> Show:
    if atlas.connectivity is None or len(parcels) < 2:
        return Show(parcels, (0.5,) * len(parcels), None)
    rows = np.asarray(parcels) - 1
    within = atlas.connectivity[np.ix_(rows, rows)]
    mean = np.nanmean(within, axis=1)
    spread = float(mean.max() - mean.min()) or 1.0
    strength = tuple(round(float(s), 3) for s in (mean - mean.min()) / spread)
    pairs = within[np.triu_indices(len(parcels), 1)]
    steps = np.arange(5, 95, 5) / 100
    most = min(START_LINKS, START_SHARE * len(pairs))
    threshold = next((float(t) for t in steps if np.count_nonzero(pairs >= t) <= most), 0.9)
    return Show(parcels, strength, threshold)


def positions(atlas: Atlas) -> Floats:
    """Where each parcel is drawn on the pial surface, (n, 3) mm in MNI152."""
    pial = pial_mni152()
    return np.array([pial[v] if (v := anchor(atlas, p)) >= 0 else p.centroid_mni for p in atlas.parcels], dtype=np.float64)


def anchor(atlas: Atlas, parcel: Parcel) -> int:
    """Vertex on which a parcel is drawn (0..20483): nearest its centroid; deepest inside for a whole network; -1 for a point."""
    if parcel.vertex >= 0 or kind(atlas) == "points":
        return parcel.vertex
    return _deepest(atlas.id, parcel.index)


@cache
def pial_mni152() -> Floats:
    """The pial surface in MNI152 mm, (20484, 3); one copy serves every atlas."""
    return np.asarray(load_atlas(SURFACE_ATLASES[0]).surface("pial").to_mni152().vertices, dtype=np.float64)


@cache
def _deepest(atlas_id: str, index: int) -> int:
    """Vertex of the left hemisphere that is farthest, in steps along the mesh, from the border of a territory."""
    atlas = load_atlas(atlas_id)
    surface = atlas.surface("pial")
    half = len(atlas.labels) // 2
    faces = surface.faces[(surface.faces < half).all(axis=1)]
    inside = atlas.labels[:half] == index
    last = inside
    while inside.any():
        last = inside
        border = (~inside[faces]).any(axis=1)
        inside = inside.copy()
        inside[faces[border].ravel()] = False
    return int(np.flatnonzero(last)[0])


def links(atlas: Atlas, show: Show, threshold: float) -> list[tuple[int, int, float]]:
    """Pairs (a, b, r) of a selection at or above a threshold, strongest first; a < b are parcel indices."""
    if atlas.connectivity is None:
        return []
    rows = np.asarray(show.parcels) - 1
    i, j = np.triu_indices(len(rows), 1)
    r = np.round(atlas.connectivity[rows[i], rows[j]], 4)
    keep = np.flatnonzero(r >= threshold)
    order = keep[np.argsort(-r[keep], kind="stable")]
    return [(show.parcels[i[k]], show.parcels[j[k]], float(r[k])) for k in order]


def weight(r: float) -> float:
    """0..1 of a link: thinnest to widest."""
    low, high = WEIGHT
    return min(1.0, max(0.0, (r - low) / (high - low)))


def numbers(atlas: Atlas, show: str, names: dict[str, str]) -> dict[str, str]:
    """Values for the placeholders of views.yaml, as printed; only those that this atlas has.

    Parameters
    ----------
    names
        Plain names of the networks by their short name.
    """
    parcels = members(atlas, show)
    values = {"atlas": atlas.title, "n_parcels": str(len(parcels)), "n_all": str(len(atlas.parcels))}
    if atlas.connectivity is None:
        return values
    inside = np.asarray(members(atlas, "dmn") if show == "all" else parcels) - 1
    outside = np.setdiff1d(np.arange(len(atlas.parcels)), inside)
    within = float(np.nanmean(atlas.connectivity[np.ix_(inside, inside)]))
    rest = float(np.mean(atlas.connectivity[np.ix_(inside, outside)]))
    means = _network_means(atlas)
    lowest = min(means, key=lambda k: means[k])
    return {
        **values,
        "within_r": f"{within:.2f}",
        "rest_r": f"{rest:.2f}",
        "lowest_network": names[lowest].lower(),
        "lowest_r": f"{means[lowest]:.2f}",
    }


def _network_means(atlas: Atlas) -> dict[str, float]:
    """Mean r of the default network with each other network."""
    assert atlas.connectivity is not None
    default = np.asarray(members(atlas, "dmn")) - 1
    others = sorted({p.network7 for p in atlas.parcels} - {"Default"})
    rows = {n: np.array([p.index - 1 for p in atlas.parcels if p.network7 == n]) for n in others}
    return {n: float(np.mean(atlas.connectivity[np.ix_(default, rows[n])])) for n in others}
