"""Meshes of fsaverage5 and what is computed on them while packs are built."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from neuroviz.atlas.build.sources import NILEARN, installed_file
from neuroviz.atlas.space import MNI305_TO_MNI152, apply_affine

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

HEMISPHERES = ("left", "right")
PER_HEMISPHERE = 10_242
FOLDER = "datasets/data/fsaverage5"


def mesh_files(*kinds: str) -> tuple[str, ...]:
    """Paths inside nilearn of the fsaverage5 files ``kinds``, left then right."""
    return tuple(f"nilearn/{FOLDER}/{kind}_{side}.gii.gz" for kind in kinds for side in HEMISPHERES)


@cache
def read_gifti(kind: str, side: str) -> tuple[npt.NDArray[np.generic], ...]:
    """Data arrays of one fsaverage5 file: (coordinates, faces) of a mesh, or (values,) of a map."""
    import nibabel

    image = nibabel.load(installed_file(NILEARN, f"{FOLDER}/{kind}_{side}.gii.gz"))
    return tuple(array.data for array in image.darrays)


def coordinates(kind: str) -> Floats:
    """Vertices of both hemispheres, (20484, 3), mm, MNI305 as in FreeSurfer, left then right."""
    return np.vstack([read_gifti(kind, side)[0] for side in HEMISPHERES]).astype(np.float64)


def faces() -> Ints:
    """Triangles of one hemisphere, (20480, 3); the other one has the same, plus 10,242."""
    left, right = (read_gifti("pial", side)[1].astype(np.int64) for side in HEMISPHERES)
    assert left.shape == (20_480, 3)
    assert np.array_equal(left, right), "hemispheres must share their triangles"
    return left


def mid_surface() -> Floats:
    """Half way between white and pial, (20484, 3), mm, MNI152."""
    return apply_affine(MNI305_TO_MNI152, (coordinates("pial") + coordinates("white")) / 2)


def vertex_areas(vertices: Floats) -> Floats:
    """A third of the area of the triangles round each vertex, (20484,), mm²."""
    one = faces()
    both = np.vstack([one, one + PER_HEMISPHERE])
    a, b, c = (vertices[both[:, k]] for k in range(3))
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2
    shares = np.zeros(len(vertices))
    np.add.at(shares, both.ravel(), np.repeat(area / 3, 3))
    return shares


def centre(inside: Ints, mid: Floats, area: Floats) -> tuple[Floats, int]:
    """Mean of the vertices ``inside``, weighted by area, mm, and the one of them that is nearest to it."""
    mean: Floats = np.average(mid[inside], axis=0, weights=area[inside])
    return mean, int(inside[np.linalg.norm(mid[inside] - mean, axis=1).argmin()])


def signed_volume(vertices: Floats, triangles: Ints) -> float:
    """Volume inside a closed mesh in mm³, positive when the triangles wind outward."""
    a, b, c = (vertices[triangles[:, k]] for k in range(3))
    return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)
