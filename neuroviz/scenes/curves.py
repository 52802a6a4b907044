"""Plane geometry of drawn scenes: smooth curves through points, and bodies made of many round lumps."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

Point = tuple[float, float]


def number(value: float) -> str:
    """A coordinate with no more digits than one sees."""
    return f"{value:.1f}".rstrip("0").rstrip(".").replace("-0", "-0") if value else "0"


def smooth(points: Sequence[Point], closed: bool = False) -> str:
    """Path data of a Catmull-Rom curve through points.

    Parameters
    ----------
    points
        At least two; in the units of the drawing.
    closed
        Whether the curve goes back to its first point.
    """
    p = list(points)
    q = [p[-1], *p, p[0], p[1]] if closed else [p[0], *p, p[-1]]
    out = f"M{number(p[0][0])} {number(p[0][1])}"
    for a, b, c, d in zip(q, q[1:], q[2:], q[3:], strict=False):
        handles = (
            b[0] + (c[0] - a[0]) / 6,
            b[1] + (c[1] - a[1]) / 6,
            c[0] - (d[0] - b[0]) / 6,
            c[1] - (d[1] - b[1]) / 6,
            *c,
        )
        out += "C" + " ".join(number(v) for v in handles)
    return out + ("Z" if closed else "")


def straight(points: Sequence[Point], closed: bool = False) -> str:
    """Path data of straight lines through points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + ("Z" if closed else "")


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
            f"M{number(cx - size)} {number(cy)}a{number(size)} {number(size)} 0 1 1 {number(2 * size)} 0"
            f"a{number(size)} {number(size)} 0 1 1 {number(-2 * size)} 0"
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


def length(points: Sequence[Point]) -> float:
    """Length of straight lines through points."""
    return sum(math.dist(a, b) for a, b in pairwise(points))
