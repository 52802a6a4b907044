"""The average brain in slices, and what any atlas of the cortex looks like in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from neuroviz.atlas.model import Atlas
from neuroviz.atlas.packs import load_pack

TISSUES: Final = ("outside", "fluid", "grey", "white")
"""What the numbers in `Head.tissue` stand for."""


@dataclass(frozen=True)
class Head:
    """The MNI152 template at 2 mm, cut to the brain.

    Parameters
    ----------
    t1
        (73, 90, 78) uint8, brightness of a T1-weighted picture; x runs to the right, y forward, z up.
    tissue
        (73, 90, 78) uint8, positions in `TISSUES`.
    vertex
        (73, 90, 78) int64, 1 + the vertex of fsaverage5 nearest to a voxel of the cortex (at most 4 mm), else 0.
    affine
        (4, 4) from indices to MNI152 mm.
    """

    t1: npt.NDArray[np.uint8] = field(repr=False)
    tissue: npt.NDArray[np.uint8] = field(repr=False)
    vertex: npt.NDArray[np.int64] = field(repr=False)
    affine: npt.NDArray[np.float64] = field(repr=False)

    @property
    def origin(self) -> tuple[float, float, float]:
        """MNI152 mm of the first voxel."""
        x, y, z = self.affine[:3, 3].tolist()
        return x, y, z

    @property
    def step(self) -> float:
        """Edge of a voxel, mm."""
        return float(self.affine[0, 0])

    def labels(self, atlas: Atlas) -> npt.NDArray[np.int64]:
        """Parcel of an atlas at each voxel of the cortex, (73, 90, 78), 0 elsewhere.

        A voxel takes the parcel of its nearest vertex. It is for pictures: thin cortex is a little too thick in it.
        """
        return np.concatenate([[0], atlas.labels]).astype(np.int64)[self.vertex]

    def voxel(self, mni: tuple[float, float, float]) -> tuple[int, int, int] | None:
        """Voxel that holds a place in MNI152 mm; None outside the box."""
        index = [round((p - o) / self.step) for p, o in zip(mni, self.origin, strict=True)]
        if any(not 0 <= i < n for i, n in zip(index, self.t1.shape, strict=True)):
            return None
        x, y, z = index
        return x, y, z

    def tissue_at(self, mni: tuple[float, float, float]) -> str:
        """One of `TISSUES`, at a place in MNI152 mm."""
        voxel = self.voxel(mni)
        return TISSUES[0 if voxel is None else int(self.tissue[voxel])]


def quarters(values: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Numbers from 0 to 3, four to a byte, the first in the lowest bits."""
    flat = np.concatenate([values.ravel(), np.zeros(-values.size % 4, dtype=np.uint8)]).reshape(-1, 4)
    packed: npt.NDArray[np.uint8] = (flat << np.array([0, 2, 4, 6])).sum(axis=1).astype(np.uint8)
    return packed


def whole(packed: npt.NDArray[np.uint8], shape: tuple[int, ...]) -> npt.NDArray[np.uint8]:
    """The numbers that `quarters` was given."""
    flat: npt.NDArray[np.uint8] = ((packed[:, None] >> np.array([0, 2, 4, 6])) & 3).ravel().astype(np.uint8)
    return flat[: int(np.prod(shape))].reshape(shape)


@lru_cache(maxsize=2)
def load_head(root: Path | None = None) -> Head:
    """Read the pack ``mni152-head``; the same object each time."""
    pack = load_pack("mni152-head", root)
    t1 = pack.array("t1")
    vertex = np.zeros(t1.shape, dtype=np.int64)
    ribbon = np.unpackbits(pack.array("ribbon"), count=t1.size).reshape(t1.shape).astype(bool)
    vertex[ribbon] = 1 + pack.array("vertex").astype(np.int64)
    arrays: dict[str, Any] = {"t1": t1, "tissue": whole(pack.array("tissue"), t1.shape), "vertex": vertex}
    for array in arrays.values():
        array.setflags(write=False)
    affine = pack.values("affine")
    assert np.array_equal(affine[:3, :3], np.eye(3) * affine[0, 0]), "voxels are cubes along the axes of the head"
    return Head(**arrays, affine=affine)
