"""A person's own label volume in MNI152, brought onto the cortex."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from neuroviz.atlas.build.geometry import HEMISPHERES, PER_HEMISPHERE, Floats, Ints, coordinates, faces
from neuroviz.atlas.build.head import DEPTHS
from neuroviz.atlas.build.own_files import MOST_BYTES
from neuroviz.atlas.build.own_labels import Side, whole
from neuroviz.atlas.model import load_atlas
from neuroviz.atlas.packs import load_pack
from neuroviz.atlas.space import MNI305_TO_MNI152, apply_affine
from neuroviz.errors import PackError

VOXEL_MM = (0.4, 8.0)
MOST_OUTSIDE = 0.2
"""Share of the labelled voxels that may lie outside the average brain: a map that reaches 8 mm from the cortex has 0.13."""

SPILL = 0.1
"""A label with less than this share of its vertices on one side belongs to the other."""

_SAMPLE = 200_000


def read_volume(file: Path, space: str | None) -> tuple[Side, Side]:
    """Labels of a NIfTI file, left and right."""
    if space not in (None, "MNI152"):
        raise PackError(f"{file.name} is a volume, and volumes have to be in MNI152, not {space}; register it to MNI152.")
    import nibabel

    try:
        image = nibabel.load(file)
    except Exception as error:  # whatever the parser stumbles over
        raise PackError(f"{file.name} is not a NIfTI file that can be read; save or download it again.") from error
    return from_image(image, file.name)


def from_image(image: Any, name: str) -> tuple[Side, Side]:
    """Labels of an opened NIfTI image, left and right."""
    affine = _check_header(image, name)
    try:
        data = np.asarray(image.dataobj)
    except Exception as error:
        raise PackError(f"{name} is cut off or damaged; save or download it again.") from error
    labels = whole(data.reshape(data.shape[:3]), name)
    _check_place(labels, affine, name)
    left, right = _project(labels, affine)
    return _without_spill(left, right)


def _check_header(image: Any, name: str) -> Floats:
    """Affine of a 3-D image whose header says where it is."""
    import nibabel

    if not isinstance(image, nibabel.Nifti1Image):
        raise PackError(f"{name} is not a plain NIfTI volume (CIFTI, perhaps); save the labels as a 3-D volume or as GIFTI.")
    shape = tuple(image.shape)
    if len(shape) < 3 or any(n != 1 for n in shape[3:]) or min(shape[:3]) < 2:
        size = " × ".join(map(str, shape))
        raise PackError(f"{name} is not one 3-D volume ({size}); save the one map of labels alone.")
    if np.prod(shape, dtype=float) * image.get_data_dtype().itemsize > MOST_BYTES:
        raise PackError(f"{name} unpacks to more than {MOST_BYTES / 1e6:,.0f} MB; save it with larger voxels or smaller numbers.")
    affine: Floats = np.asarray(image.affine, dtype=np.float64)
    size_mm: Floats = np.linalg.norm(affine[:3, :3], axis=0)
    placed = int(image.header["sform_code"]) or int(image.header["qform_code"])
    if not placed or not np.isfinite(affine).all() or not (size_mm >= VOXEL_MM[0]).all() or not (size_mm <= VOXEL_MM[1]).all():
        raise PackError(
            f"{name} does not say where its voxels are in MNI152 (no affine, or voxels that are not {VOXEL_MM[0]} to "
            f"{VOXEL_MM[1]:g} mm wide); save it with its affine."
        )
    if abs(np.linalg.det(affine[:3, :3] / size_mm)) < 0.5:
        raise PackError(f"{name} has an affine that flattens or shears it; save it with axes at right angles.")
    return affine


def _check_place(labels: Ints, affine: Floats, name: str) -> None:
    """The labels have to lie in the average brain."""
    voxels = np.argwhere(labels)
    points = apply_affine(affine, voxels[:: max(1, len(voxels) // _SAMPLE)])
    head = load_pack("mni152-head")
    brain = head.array("t1") > 0
    index = np.round(apply_affine(np.linalg.inv(head.array("affine")), points)).astype(np.int64)
    index_ok = ((index >= 0) & (index < brain.shape)).all(axis=1)
    outside = 1 - brain[tuple(index[index_ok].T)].sum() / len(points)
    if outside > MOST_OUTSIDE:
        raise PackError(
            f"{name} is not in MNI152: {outside:.0%} of its labelled voxels lie outside the MNI152 brain; register it to MNI152."
        )


def _project(labels: Ints, affine: Floats) -> tuple[Ints, Ints]:
    """Most frequent label between white and pial surface at each vertex, left and right; 0 on the medial wall."""
    import nibabel
    from nilearn.surface import InMemoryMesh, vol_to_surf

    pial, white = (apply_affine(MNI305_TO_MNI152, coordinates(kind)) for kind in ("pial", "white"))
    values, compact = np.unique(labels, return_inverse=True)
    if values[0]:
        values, compact = np.r_[0, values], compact + 1
    small, moved = _cover(compact.reshape(labels.shape).astype(np.int16), affine, np.vstack([pial, white]))
    image = nibabel.Nifti1Image(small, moved)
    cortex = load_atlas("yeo-7").labels > 0
    sides = []
    for k, _ in enumerate(HEMISPHERES):
        part = slice(k * PER_HEMISPHERE, (k + 1) * PER_HEMISPHERE)
        outer, inner = (InMemoryMesh(vertices[part], faces()) for vertices in (pial, white))
        found = vol_to_surf(image, outer, inner_mesh=inner, depth=DEPTHS, interpolation="nearest_most_frequent")
        sides.append(np.where(cortex[part], values[np.asarray(found).astype(np.int64)], 0))
    return sides[0], sides[1]


def _cover(data: npt.NDArray[np.int16], affine: Floats, points: Floats) -> tuple[npt.NDArray[np.int16], Floats]:
    """The volume with zeros round it, so that it reaches all ``points``: nilearn wants a voxel for each vertex."""
    inverse = np.linalg.inv(affine).astype(np.float64)
    index = apply_affine(inverse, points)
    before = np.maximum(0, 1 - np.floor(index.min(axis=0))).astype(int)
    after = np.maximum(0, np.ceil(index.max(axis=0)) + 2 - data.shape).astype(int)
    moved = affine.copy()
    moved[:3, 3] = apply_affine(affine, -before[None])[0]
    return np.pad(data, list(zip(before, after, strict=True))), moved


def _without_spill(left: Ints, right: Ints) -> tuple[Side, Side]:
    """Both hemispheres without the few vertices of a label that it reaches across the midline."""
    values = np.union1d(left, right)
    counts = np.array([[np.count_nonzero(side == v) for v in values] for side in (left, right)])
    few = counts < SPILL * counts.sum(axis=0)
    kept = [np.where(np.isin(side, values[few[k]]), 0, side) for k, side in enumerate((left, right))]
    return Side(kept[0]), Side(kept[1])
