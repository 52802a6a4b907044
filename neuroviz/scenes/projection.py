"""The camera of the drawn picture, and the curve of a link; the 3-D stage follows the same rules."""

from __future__ import annotations

import math
from typing import Final

from neuroviz.viewpoints import CENTRE, DISTANCE, FOV, HALF_HEIGHT, VIEWPOINTS, Vec3

MIDLINE: Final = 18.0
"""Nodes nearer to the midline than this (mm) are midline; links between two of them arch up."""
_TAN: Final = math.tan(math.radians(FOV / 2))


def scale_at(depth: float) -> float:
    """Drawn units per mm at a depth (mm) from the camera."""
    return HALF_HEIGHT / (depth * _TAN)


def project(point: Vec3, view: str) -> tuple[float, float, float]:
    """Where a point (MNI152 mm) appears from viewpoint ``view``: x and y in drawn units, depth in mm."""
    viewpoint = VIEWPOINTS[view]
    offset = [p - c for p, c in zip(point, viewpoint.position(), strict=True)]
    right, up, away = (sum(o * a for o, a in zip(offset, axis, strict=True)) for axis in viewpoint.axes())
    return right * scale_at(away), -up * scale_at(away), away


def nearness(depth: float) -> float:
    """How near a depth (mm) is: 1 in the near half of the brain, falling smoothly to 0 at its far side."""
    t = min(max((depth - (DISTANCE - 55)) / 130, 0.0), 1.0)
    return 1 - t * t * (3 - 2 * t)


def bend(a: Vec3, c: Vec3) -> Vec3:
    """Control point (mm) of the quadratic curve between two nodes.

    Midline pairs arch up by 0.42 of their distance; all others are pulled by 34 % to the centre and lifted by
    0.16. The curves show which places are linked, not the course of fibres.
    """
    length = math.dist(a, c)
    x, y, z = ((p + q) / 2 for p, q in zip(a, c, strict=True))
    if abs(a[0]) < MIDLINE and abs(c[0]) < MIDLINE:
        return x, y, z + 0.42 * length
    pulled = [m + 0.34 * (centre - m) for m, centre in zip((x, y, z), CENTRE, strict=True)]
    return pulled[0], pulled[1], pulled[2] + 0.16 * length


def link_path(a: Vec3, c: Vec3, view: str) -> str:
    """Write the curve of a link as an SVG path in whole drawn units.

    The projected ends and control point make the curve; over a link that hardly differs from perspective.
    """
    points = [project(point, view) for point in (a, bend(a, c), c)]
    (ax, ay), (bx, by), (cx, cy) = ((_whole(x), _whole(y)) for x, y, _ in points)
    return f"M{ax} {ay}Q{bx} {by} {cx} {cy}"


def _whole(value: float) -> int:
    """Round half up, as JavaScript's Math.round does: Python would round half to even."""
    return math.floor(value + 0.5)
