"""An atlas as the rest of the program sees it: labels on the cortex, parcels, connectivity, surfaces."""

from __future__ import annotations

import json
import logging
import math
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from neuroviz.atlas.manifest import Manifest
from neuroviz.atlas.packs import MANIFEST, Pack, known_packs, list_packs, load_pack, user_packs
from neuroviz.atlas.space import MNI305_TO_MNI152, apply_affine
from neuroviz.atlas.table import PARCELS
from neuroviz.errors import PackError
from neuroviz.resources import user_atlas_root

N_VERTICES = 20_484
PER_HEMISPHERE = 10_242
LIGHT_PER_HEMISPHERE = 2_562
ATLAS_KINDS = ("parcellation", "points")

Kind = Literal["pial", "inflated"]
Level = Literal["full", "light"]
Side = Literal["left", "right", "both"]


@dataclass(frozen=True)
class Parcel:
    """One area, network or point of an atlas.

    Parameters
    ----------
    index
        Its label, from 1.
    name, name17
        In the words of the atlas; ``name17`` is empty where there is no 17-network name.
    network7, network17
        Such as ``Default`` and ``DefaultA``.
    region
        Abbreviated region inside the network, such as ``pCunPCC``; often empty.
    subsystem
        Part of the default network that ``network17`` stands for: ``core``, ``dorsal-medial``,
        ``medial-temporal``, else None.
    centroid_mni
        MNI152, mm; NaN for a whole network.
    vertex
        Vertex of the parcel nearest to the centroid, 0 to 20,483; -1 for points and networks.
    n_vertices
        Vertices on fsaverage5; 0 for points.
    area_mm2
        Area on the mid surface; NaN for points and networks.
    """

    index: int
    name: str
    name17: str
    hemisphere: Side
    network7: str
    network17: str
    region: str
    subsystem: str | None
    centroid_mni: tuple[float, float, float]
    vertex: int
    n_vertices: int
    area_mm2: float


@dataclass(frozen=True, eq=False)
class Surface:
    """A mesh of the cortex, left hemisphere then right.

    Parameters
    ----------
    vertices
        (n, 3) float32, mm.
    faces
        (m, 3) int32, wound outward.
    space
        ``MNI305`` or ``MNI152`` for the folded cortex; ``inflated`` has no place in the head.
    """

    vertices: npt.NDArray[np.float32] = field(repr=False)
    faces: npt.NDArray[np.int32] = field(repr=False)
    space: str

    def to_mni152(self) -> Surface:
        """Return the same surface where landmarks and centroids are (folded cortex only)."""
        if self.space == "inflated":
            raise PackError("The inflated cortex has left the head and cannot be put into MNI152; use the pial surface.")
        if self.space == "MNI152":
            return self
        moved = apply_affine(MNI305_TO_MNI152, self.vertices).astype(np.float32)
        return Surface(moved, self.faces, "MNI152")

    def apart(self, shift: float = 45.0) -> Surface:
        """Return the surface with each hemisphere ``shift`` mm further out: inflated ones overlap."""
        half = len(self.vertices) // 2
        moved = self.vertices.copy()
        moved[:half, 0] -= shift
        moved[half:, 0] += shift
        return Surface(moved, self.faces, self.space)


@dataclass(frozen=True, eq=False)
class Atlas:
    """A published atlas on the fsaverage5 cortex; equal to itself alone, since arrays cannot be compared as one.

    Parameters
    ----------
    labels
        (20484,) int32, left then right, 0 = medial wall; all 0 for an atlas of points.
    parcels
        In the order of their labels: ``parcels[k]`` has index k + 1.
    connectivity
        (n, n) float64, Pearson r, group mean of healthy young adults, NaN on the diagonal, or None.
    """

    id: str
    title: str
    labels: npt.NDArray[np.int32] = field(repr=False)
    parcels: tuple[Parcel, ...] = field(repr=False)
    connectivity: npt.NDArray[np.float64] | None = field(repr=False)
    manifest: Manifest = field(repr=False)
    root: Path | None = field(default=None, repr=False)

    def surface(self, kind: Kind, level: Level = "full") -> Surface:
        """Cortex that the labels belong to, in mm as in FreeSurfer.

        Parameters
        ----------
        kind
            ``pial`` (folded, MNI305) or ``inflated`` (both round the same origin: see ``Surface.apart``).
        level
            ``full`` (20,484 vertices) or ``light`` (the first 2,562 of each hemisphere).
        """
        return load_surface(kind, level, self.root)


def atlas_names(root: Path | None = None) -> tuple[str, ...]:
    """Names that ``load_atlas`` takes."""
    return tuple(n for n in list_packs(root) if load_pack(n, root).manifest.kind in ATLAS_KINDS)


def load_atlas(name: str, root: Path | None = None) -> Atlas:
    """Read atlas ``name``, for example ``schaefer-100``, and check it; the same object each time."""
    return _load_atlas(name, root)


def forget_atlases() -> None:
    """Read every atlas anew, because one was written or taken away."""
    _load_atlas.cache_clear()


# Behind a function of its own: the cache knows `name` by place and by name as two calls, and takes any arguments.
@lru_cache(maxsize=32)
def _load_atlas(name: str, root: Path | None) -> Atlas:
    pack = load_pack(name, root) if name in known_packs(root) else None
    if pack is None or pack.manifest.kind not in ATLAS_KINDS:
        known = ", ".join(atlas_names(root)) or "none, run `neuroviz atlas build`"
        raise PackError(f"There is no atlas '{name}'; there are: {known}.")
    parcels = _parcels(pack)
    labels = np.zeros(N_VERTICES, dtype=np.int32)
    if "labels" in pack.manifest.arrays:
        labels = pack.array("labels").astype(np.int32)
        if labels.shape != (N_VERTICES,) or labels.min() < 0 or labels.max() > len(parcels):
            why = f"does not give each of {N_VERTICES:,} vertices a parcel or none"
            raise pack.broken(pack.manifest.arrays["labels"].file, why)
    matrix = _connectivity(f"connectivity-{name}", root, len(parcels))
    for array in (labels, matrix):
        if array is not None:
            array.setflags(write=False)  # the cached atlas is shared
    return Atlas(name, pack.manifest.title, labels, parcels, matrix, pack.manifest, root)


def own_atlases() -> tuple[str, ...]:
    """Names of the atlases that this person added, less those that cannot be read: one of them must not end every page."""
    return tuple(name for name in user_packs() if _readable(name, _changed(user_atlas_root() / name / MANIFEST)))


def _changed(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(maxsize=1000)
def _readable(name: str, changed: int) -> bool:
    """Whether an atlas can be loaded; where not, the log says why, once."""
    try:
        load_atlas(name)
    except PackError as error:
        logging.getLogger("neuroviz").warning("Left out: %s", error)
        return False
    return True


@lru_cache(maxsize=8)
def load_surface(kind: Kind, level: Level = "full", root: Path | None = None) -> Surface:
    """Read the cortex ``kind`` at ``level``, see :meth:`Atlas.surface`."""
    if kind not in ("pial", "inflated") or level not in ("full", "light"):
        raise PackError(f"There is no surface '{kind}' at level '{level}'; kinds: pial, inflated; levels: full, light.")
    pack = load_pack("fsaverage5", root)
    vertices = pack.values(kind).astype(np.float32)
    per_hemisphere = PER_HEMISPHERE
    if level == "light":
        per_hemisphere = LIGHT_PER_HEMISPHERE
        vertices = vertices[light_vertices()]
    one = pack.array("faces" if level == "full" else "faces_light").astype(np.int32)
    faces = np.vstack([one, one + per_hemisphere])
    for array in (vertices, faces):
        array.setflags(write=False)
    return Surface(vertices, faces, "MNI305" if kind == "pial" else "inflated")


@lru_cache(maxsize=2)
def sulcal_depth(root: Path | None = None) -> npt.NDArray[np.float32]:
    """Return the depth of the folds at each vertex, (20484,), FreeSurfer sulc: positive in a sulcus."""
    depth = load_pack("fsaverage5", root).values("sulc").astype(np.float32)
    depth.setflags(write=False)
    return depth


def light_vertices() -> npt.NDArray[np.int64]:
    """Return the vertices of the full mesh that the light mesh keeps, (5124,), for ``labels[...]``."""
    left = np.arange(LIGHT_PER_HEMISPHERE)
    return np.concatenate([left, left + PER_HEMISPHERE])


def _parcels(pack: Pack) -> tuple[Parcel, ...]:
    found = []
    text = pack.text(PARCELS)
    try:
        for row in json.loads(text):
            x, y, z = row.pop("centroid_mni") or (math.nan, math.nan, math.nan)
            area = row.pop("area_mm2")
            found.append(Parcel(centroid_mni=(x, y, z), area_mm2=math.nan if area is None else area, **row))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise pack.broken(PARCELS, "is not a list of parcels that NeuroViz understands") from error
    if not found or [parcel.index for parcel in found] != list(range(1, len(found) + 1)):
        raise pack.broken(PARCELS, "does not number its parcels from 1")
    return tuple(found)


def _connectivity(name: str, root: Path | None, n: int) -> npt.NDArray[np.float64] | None:
    if name not in known_packs(root):
        return None  # none was measured
    upper = load_pack(name, root).values("upper")
    if len(upper) != n * (n - 1) // 2:
        raise PackError(f"Pack '{name}' does not fit its atlas of {n} parcels; run `neuroviz atlas build {name}`.")
    matrix = np.full((n, n), np.nan)
    matrix[np.triu_indices(n, k=1)] = upper
    lower = np.tril_indices(n, k=-1)
    matrix[lower] = matrix.T[lower]
    return matrix
