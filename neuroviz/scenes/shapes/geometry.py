"""Lines in the plane: smooth curves through points, tubes around them, places on them. Units of the scene, y down."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Place: TypeAlias = tuple[float, float, float]
"""x, y and the angle of the outward normal in degrees, 0 pointing up."""


def n(x: float) -> str:
    """A number as short text, to a tenth."""
    out = f"{x:.1f}".rstrip("0").rstrip(".")
    return "0" if out in ("-0", "") else out


def _framed(points: Sequence[Point], closed: bool) -> list[Point]:
    p = list(points)
    return [p[-1], *p, p[0], p[1]] if closed else [p[0], *p, p[-1]]


def spline(points: Sequence[Point], closed: bool = False, steps: int = 9) -> list[Point]:
    """Dense points of the Catmull-Rom curve through ``points``."""
    p = _framed(points, closed)
    out: list[Point] = []
    for a, b, c, e in zip(p, p[1:], p[2:], p[3:], strict=False):
        for i in range(steps):
            t = i / steps
            x, y = (
                0.5
                * (
                    2 * b[k]
                    + (c[k] - a[k]) * t
                    + (2 * a[k] - 5 * b[k] + 4 * c[k] - e[k]) * t * t
                    + (3 * b[k] - a[k] - 3 * c[k] + e[k]) * t**3
                )
                for k in (0, 1)
            )
            out.append((x, y))
    if not closed:
        out.append(p[-2])
    return out


def path(points: Sequence[Point], closed: bool = False) -> str:
    """Path data of straight lines through points."""
    return "M" + "L".join(f"{n(x)} {n(y)}" for x, y in points) + ("Z" if closed else "")


def curve(points: Sequence[Point], closed: bool = False) -> str:
    """Short path data of the Catmull-Rom curve through points."""
    q = _framed(points, closed)
    out = f"M{n(points[0][0])} {n(points[0][1])}"
    for a, b, c, e in zip(q, q[1:], q[2:], q[3:], strict=False):
        six = (
            b[0] + (c[0] - a[0]) / 6,
            b[1] + (c[1] - a[1]) / 6,
            c[0] - (e[0] - b[0]) / 6,
            c[1] - (e[1] - b[1]) / 6,
            c[0],
            c[1],
        )
        out += "C" + " ".join(n(value) for value in six)
    return out + ("Z" if closed else "")


def normals(points: Sequence[Point]) -> list[Point]:
    """Unit normals, left of the walking direction."""
    out = []
    last = len(points) - 1
    for i in range(len(points)):
        a, b = points[max(i - 1, 0)], points[min(i + 1, last)]
        dx, dy = b[0] - a[0], b[1] - a[1]
        size = math.hypot(dx, dy) or 1.0
        out.append((dy / size, -dx / size))
    return out


def offset(points: Sequence[Point], by: float) -> list[Point]:
    """Points moved along their normals."""
    return [(x + a * by, y + b * by) for (x, y), (a, b) in zip(points, normals(points), strict=True)]


def thin(points: Sequence[Point], every: int = 3) -> list[Point]:
    """Each third point, and the last: enough for a smooth curve, at a third of the bytes."""
    out = list(points[::every])
    if out[-1] != points[-1]:
        out.append(points[-1])
    return out


def tube(points: Sequence[Point], widths: tuple[float, float]) -> str:
    """Closed outline of a branch: a centre line whose width goes from the first to the second."""
    dense = spline(points, steps=4)
    last = len(dense) - 1
    half = [(widths[0] + (widths[1] - widths[0]) * (i / last) ** 0.8) / 2 for i in range(last + 1)]
    sides = list(zip(dense, normals(dense), half, strict=True))
    left = [(x + a * w, y + b * w) for (x, y), (a, b), w in sides]
    right = [(x - a * w, y - b * w) for (x, y), (a, b), w in sides]
    return curve([*left, *right[::-1]], True)


def along(points: Sequence[Point], share: float) -> Place:
    """The place at a share (0 to 1) of the length of a dense line."""
    lengths = [math.dist(a, b) for a, b in pairwise(points)]
    left = share * sum(lengths)
    i = 0
    while i < len(lengths) - 1 and left > lengths[i]:
        left -= lengths[i]
        i += 1
    a, b = normals(points)[i]
    k = left / (lengths[i] or 1.0)
    x = points[i][0] + (points[i + 1][0] - points[i][0]) * k
    y = points[i][1] + (points[i + 1][1] - points[i][1]) * k
    return x, y, math.degrees(math.atan2(a, -b))


def where(points: Sequence[Point], test: Callable[[float, float], bool]) -> Place:
    """The first place of a dense line for which ``test(x, y)`` holds.

    Raises
    ------
    ValueError
        If no point passes.
    """
    for (x, y), (a, b) in zip(points, normals(points), strict=True):
        if test(x, y):
            return x, y, math.degrees(math.atan2(a, -b))
    raise ValueError("no point of the line passes the test")


def blob(cx: float, cy: float, rx: float, ry: float, wobble: float = 0.06, seed: int = 1, count: int = 12) -> list[Point]:
    """Closed points of a soft round shape."""
    rng = random.Random(seed)
    out = []
    for i in range(count):
        a, k = 2 * math.pi * i / count, 1 + rng.uniform(-wobble, wobble)
        out.append((cx + math.cos(a) * rx * k, cy + math.sin(a) * ry * k))
    return out
