"""From pictures to outlines: contours, simplified, on even whole drawn units."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from neuroviz.atlas.build.raster import LEFT, PIXELS_PER_UNIT, TOP, Floats

Rings = list[npt.NDArray[np.int16]]


def contours(picture: Floats, level: float, smallest: float, corner: tuple[int, int] = (0, 0)) -> list[Floats]:
    """Trace the closed lines (n, 2) where ``picture`` crosses ``level``, drawn units.

    Parameters
    ----------
    smallest
        Pieces with less area are dropped, square drawn units.
    corner
        Column and row of the whole raster at which ``picture`` begins.
    """
    from skimage.measure import find_contours

    lines: list[Floats] = []
    for line in find_contours(picture, level):
        points = (line[:, ::-1] + 0.5 + corner) / PIXELS_PER_UNIT + [LEFT, TOP]
        if np.array_equal(points[0], points[-1]) and abs(_area(points)) >= smallest:
            lines.append(points)
    return lines


def simplify(lines: list[Floats], tolerance: float, smallest: float) -> Rings:
    """Keep the corners that matter, on even whole units; the largest ring first.

    Parameters
    ----------
    tolerance
        How far a simplified outline may be from the traced one, drawn units.
    """
    from skimage.measure import approximate_polygon

    rings: Rings = []
    for line in lines:
        ring = 2 * np.round(approximate_polygon(line, tolerance)[:-1] / 2).astype(np.int16)
        ring = ring[(ring != np.roll(ring, 1, axis=0)).any(axis=1)]
        if len(ring) > 2 and abs(_area(ring)) >= smallest:
            rings.append(ring)
    return sorted(rings, key=lambda ring: (-abs(_area(ring)), ring.tolist()))


def _area(points: npt.NDArray[np.generic]) -> float:
    x, y = points.astype(np.float64).T
    return float(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)) / 2)
