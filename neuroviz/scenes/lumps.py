"""Bodies made of many round lumps, as path data."""

from __future__ import annotations

import math
from collections.abc import Iterable

from neuroviz.scenes.shapes.geometry import n


def round_lumps(lumps: Iterable[tuple[float, float, float]], grow: float = 0.0, lift: float = 0.0) -> str:
    """Path data of many circles at once.

    Parameters
    ----------
    lumps
        Centre and radius of each.
    grow
        Share by which the radii are enlarged (negative: shrunk).
    lift
        Share of its radius by which each moves to the upper left, where the light comes from.
    """
    out = []
    for x, y, r in lumps:
        size = r * (1 + grow)
        cx, cy = x - 0.72 * lift * r, y - lift * r
        out.append(
            f"M{n(cx - size)} {n(cy)}a{n(size)} {n(size)} 0 1 1 {n(2 * size)} 0a{n(size)} {n(size)} 0 1 1 {n(-2 * size)} 0"
        )
    return "".join(out)


def lumpy(cx: float, cy: float, rx: float, ry: float, seed: int = 0, lump: float = 11.0) -> list[tuple[float, float, float]]:
    """Lumps that fill an ellipse like the atoms of a protein's surface: an even spiral, irregular by a seed.

    Parameters
    ----------
    cx, cy, rx, ry
        The ellipse.
    seed
        Another number gives other lumps, the same on each call.
    lump
        Radius of a lump.
    """
    count = max(7, round(1.9 * rx * ry / lump**2))
    golden = math.pi * (3 - math.sqrt(5))
    out = []
    for i in range(count):
        reach = math.sqrt((i + 0.5) / count)
        turn = golden * i + seed
        wobble = math.sin(12.9898 * i + 78.233 * seed) * 43758.5453
        wobble -= math.floor(wobble)
        inside = 1 - 0.55 * lump / min(rx, ry)
        out.append(
            (
                cx + reach * rx * inside * math.cos(turn),
                cy + reach * ry * inside * math.sin(turn),
                lump * (0.86 + 0.3 * wobble),
            )
        )
    return out
