"""Reusable drawn shapes: one silhouette and one colour for each receptor, molecule and cell, the same in every scene.

Receptors stand on y = 0 with the outside up; molecules are centred on 0, 0. Write `defs` once on a page, then `use` shapes by id.
"""

from neuroviz.scenes.shapes.cells import cell, membrane, nucleus, sheen
from neuroviz.scenes.shapes.defs import defs, shapes
from neuroviz.scenes.shapes.geometry import along, blob, curve, n, normals, offset, path, spline, tube, where
from neuroviz.scenes.shapes.paint import colour, flat, g, lobes, rim, rod, shine, solid, tag, use

__all__ = [
    "along",
    "blob",
    "cell",
    "colour",
    "curve",
    "defs",
    "flat",
    "g",
    "lobes",
    "membrane",
    "n",
    "normals",
    "nucleus",
    "offset",
    "path",
    "rim",
    "rod",
    "shapes",
    "sheen",
    "shine",
    "solid",
    "spline",
    "tag",
    "tube",
    "use",
    "where",
]
