"""What the checks of the packs are computed with; numpy only, so that they need nothing but the packs."""

from __future__ import annotations

from collections import Counter

import numpy as np
import numpy.typing as npt

from neuroviz.atlas import Atlas, load_atlas, load_pack
from neuroviz.atlas.table import NETWORKS7

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int32]
HALF = 10_242


def network_index(atlas: Atlas) -> Ints:
    """Yeo-7 number (1 to 7) of each parcel."""
    return np.array([NETWORKS7.index(p.network7) + 1 for p in atlas.parcels], dtype=np.int32)


def network_map(atlas: Atlas) -> Ints:
    """Yeo-7 number of each vertex, 0 on the medial wall."""
    numbers: Ints = np.concatenate([np.zeros(1, np.int32), network_index(atlas)])
    return numbers[atlas.labels]


def is_default(atlas: Atlas) -> Bools:
    return np.array([p.network7 == "Default" for p in atlas.parcels])


def centroids(atlas: Atlas) -> Floats:
    return np.array([p.centroid_mni for p in atlas.parcels])


def matrix(atlas: Atlas) -> Floats:
    assert atlas.connectivity is not None
    return atlas.connectivity


def dice(a: Bools, b: Bools) -> float:
    return 2 * float((a & b).sum()) / float(a.sum() + b.sum())


def pieces(labels: Ints, faces: Ints) -> dict[int, list[int]]:
    """Label to the sizes of its connected pieces on the mesh, largest first."""
    edges = np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    inside = edges[labels[edges[:, 0]] == labels[edges[:, 1]]]
    root = np.arange(len(labels))
    while True:  # the smallest vertex number spreads through each piece
        new = root.copy()
        np.minimum.at(new, inside[:, 0], root[inside[:, 1]])
        np.minimum.at(new, inside[:, 1], root[inside[:, 0]])
        new = new[new]
        if np.array_equal(new, root):
            break
        root = new
    sizes: dict[int, list[int]] = {}
    for vertex, size in Counter(root.tolist()).most_common():
        sizes.setdefault(int(labels[vertex]), []).append(size)
    return sizes


def majority_matches(atlas: Atlas, yeo: Ints) -> int:
    """Parcels whose named network is the Yeo-7 network that covers most of their vertices."""
    return sum(
        int(np.bincount(yeo[atlas.labels == p.index], minlength=8)[1:].argmax()) + 1 == number
        for p, number in zip(atlas.parcels, network_index(atlas), strict=True)
    )


def with_itself(fc: Floats, seed: int) -> Floats:
    """Correlations with parcel ``seed`` (from 0), the seed itself first of all."""
    r: Floats = fc[seed].copy()
    r[seed] = 1
    return r


def auc(scores: Floats, wanted: Bools) -> float:
    """How often a wanted parcel scores higher than another one."""
    return float((scores[wanted][:, None] > scores[~wanted][None, :]).mean())


def strongest(scores: Floats, count: int) -> Ints:
    return np.argsort(-scores)[:count].astype(np.int32)


def without_mean(fc: Floats) -> Floats:
    """Correlations after the mean of all parcels is removed, by exact algebra."""
    c = fc.copy()
    np.fill_diagonal(c, 1)
    g = c.sum(axis=1)
    c -= np.outer(g, g) / g.sum()
    scale = np.sqrt(np.diag(c))
    c /= np.outer(scale, scale)
    np.fill_diagonal(c, np.nan)
    return c


def between(fc: Floats, a: Bools, b: Bools) -> float:
    return float(np.nanmean(fc[np.ix_(a, b)]))


def homotopic(fc: Floats, where: Floats) -> float:
    """Mean r of each parcel with that of the other side whose centroid is nearest to its mirror image."""
    distance = np.linalg.norm((where * [-1, 1, 1])[:, None] - where[None], axis=2)
    left = where[:, 0] < 0
    distance[left[:, None] == left[None]] = np.inf
    return float(fc[np.arange(len(fc)), distance.argmin(axis=1)].mean())


def neighbouring(fc: Floats, where: Floats) -> float:
    """Mean r of each parcel with the one whose centroid is nearest."""
    distance = np.linalg.norm(where[:, None] - where[None], axis=2)
    np.fill_diagonal(distance, np.inf)
    return float(fc[np.arange(len(fc)), distance.argmin(axis=1)].mean())


def yeo7() -> Ints:
    return load_atlas("yeo-7").labels


def volunteer_fc() -> Floats:
    series = load_pack("volunteer-schaefer-100").array("series").astype(np.float64)
    return np.atleast_2d(np.corrcoef(series.T))


def upper(square: Floats) -> Floats:
    values: Floats = square[np.triu_indices(len(square), k=1)]
    return values
