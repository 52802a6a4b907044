"""Look at the cortex: which triangle is seen at each pixel, found with a depth buffer in numpy."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from neuroviz.viewpoints import FOV, HALF_HEIGHT, Viewpoint

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

PIXELS_PER_UNIT = 0.4
LEFT, TOP = -2000, -2100
WIDTH, HEIGHT = 1600, 1680
CHUNK = 2_000


@dataclass(frozen=True)
class Raster:
    """The nearest (or, seen from inside, the farthest) surface at each pixel.

    Parameters
    ----------
    hit
        (HEIGHT, WIDTH) where there is cortex.
    corners, weights
        For the pixels with cortex in reading order: vertices of the triangle (n, 3) and their shares (n, 3).
    """

    hit: Bools
    corners: Ints
    weights: Floats

    def spread(self, values: Floats, outside: float) -> Floats:
        """Paint one value per vertex as a picture (HEIGHT, WIDTH), ``outside`` where there is no cortex."""
        picture = np.full(self.hit.shape, outside)
        picture[self.hit] = (values[self.corners] * self.weights).sum(axis=1)
        return picture

    def vectors(self, values: Floats) -> Floats:
        """Mix one vector per vertex into unit vectors (n, 3) at the pixels with cortex."""
        mixed = np.einsum("ij,ijk->ik", self.weights, values[self.corners])
        unit: Floats = mixed / np.linalg.norm(mixed, axis=1, keepdims=True)
        return unit


def normals(vertices: Floats, triangles: Ints) -> Floats:
    """Outward unit normals (n, 3), area-weighted."""
    a, b, c = (vertices[triangles[:, k]] for k in range(3))
    across = np.cross(b - a, c - a)
    total = np.zeros_like(vertices)
    for k in range(3):
        np.add.at(total, triangles[:, k], across)
    unit: Floats = total / np.linalg.norm(total, axis=1, keepdims=True)
    return unit


def camera_space(vertices: Floats, viewpoint: Viewpoint) -> Floats:
    """Vertices as right, up and depth from the camera, mm."""
    seen: Floats = (vertices - np.array(viewpoint.position())) @ np.array(viewpoint.axes()).T
    return seen


def look(vertices: Floats, triangles: Ints, viewpoint: Viewpoint, *, inside: bool = False) -> Raster:
    """Draw the triangles (m, 3) that face the camera; ``inside``: the far shell, as through glass."""
    seen = camera_space(vertices, viewpoint)
    flat = seen[:, :2] * [1, -1] * (HALF_HEIGHT / math.tan(math.radians(FOV / 2))) / seen[:, 2:]
    pixels = (flat - [LEFT, TOP]) * PIXELS_PER_UNIT
    a, b, c = (pixels[triangles[:, k]] for k in range(3))
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    kept = triangles[area > 0] if inside else triangles[area < 0]
    depth = -seen[:, 2] if inside else seen[:, 2]
    nearest = np.full(WIDTH * HEIGHT, np.inf)
    face = np.full(WIDTH * HEIGHT, -1)
    share = np.zeros((WIDTH * HEIGHT, 3))
    for start in range(0, len(kept), CHUNK):
        pixel, z, index, weight = _fragments(pixels, depth, kept[start : start + CHUNK])
        nearer = z < nearest[pixel]
        pixel = pixel[nearer]
        nearest[pixel], face[pixel], share[pixel] = z[nearer], index[nearer] + start, weight[nearer]
    hit = face >= 0
    return Raster(hit.reshape(HEIGHT, WIDTH), kept[face[hit]], share[hit])


def _fragments(pixels: Floats, depth: Floats, triangles: Ints) -> tuple[Ints, Floats, Ints, Floats]:
    """Give pixel, depth, triangle and corner shares of what is nearest among these triangles."""
    corner = pixels[triangles]
    low = np.floor(corner.min(axis=1)).astype(np.int64)
    span = np.ceil(corner.max(axis=1)).astype(np.int64) - low + 1
    count = span[:, 0] * span[:, 1]
    index = np.repeat(np.arange(len(triangles)), count)
    step = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    x, y = low[index, 0] + step % span[index, 0], low[index, 1] + step // span[index, 0]
    weight = _shares(corner[index], np.stack([x, y], axis=1) + 0.5)
    ok = (weight >= 0).all(axis=1) & (x >= 0) & (x < WIDTH) & (y >= 0) & (y < HEIGHT)
    index, weight, pixel = index[ok], weight[ok], (y * WIDTH + x)[ok]
    z = (weight * depth[triangles[index]]).sum(axis=1)
    order = np.lexsort((index, z, pixel))
    first = order[np.concatenate([[True], np.diff(pixel[order]) != 0])] if len(order) else order
    return pixel[first], z[first], index[first], weight[first]


def _shares(corner: Floats, point: Floats) -> Floats:
    """Barycentric coordinates (n, 3) of points (n, 2) in triangles (n, 3, 2)."""
    a, b, c = (corner[:, k] - point for k in range(3))
    parts = np.stack([_cross(b, c), _cross(c, a), _cross(a, b)], axis=1)
    shares: Floats = parts / parts.sum(axis=1, keepdims=True)
    return shares


def _cross(p: Floats, q: Floats) -> Floats:
    product: Floats = p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0]
    return product
