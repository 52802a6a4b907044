"""From FreeSurfer's MNI305 to MNI152."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

MNI305_TO_MNI152 = np.array(
    [
        [0.9975, -0.0073, 0.0176, -0.0429],
        [0.0146, 1.0009, -0.0024, 1.5496],
        [-0.0130, -0.0093, 0.9971, 1.1840],
        [0.0, 0.0, 0.0, 1.0],
    ]
)
"""FreeSurfer's published affine; the two spaces differ by up to about 4 mm."""


def apply_affine(affine: npt.NDArray[np.float64], points: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """Points (n, 3) in mm moved by a 4 × 4 affine."""
    return np.asarray(points, dtype=np.float64) @ affine[:3, :3].T + affine[:3, 3]
