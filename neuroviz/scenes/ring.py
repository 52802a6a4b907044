"""The chord ring: left hemisphere on the left, right one on the right, ordered by network; links are drawn inside."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from neuroviz.scenes.svg import element, token

RADIUS: Final = 1000
"""Radius of the circle on which links end, drawn units."""

TOP: Final = 90.0
SEPARATION: Final = 4.0
"""Where the first group starts, and what is left free between groups, degrees."""

BAND: Final = (1026, 1092)
"""Inner and outer radius of the segments."""

VIEWBOX: Final = (-1240, -1150, 2480, 2300)


@dataclass(frozen=True)
class RingPlace:
    """A parcel on the ring.

    Parameters
    ----------
    index
        Parcel index of the atlas, from 1.
    side
        ``left`` or ``right``.
    group, colour
        Its group (a network or a subsystem) and the CSS custom property of that group's colour.
    """

    index: int
    side: str
    group: str
    colour: str


def circular_layout(sizes: Sequence[int], start: float = TOP, separation: float = SEPARATION) -> list[float]:
    """Angles of nodes on a circle, group after group, as ``mne.viz.circular_layout`` places them.

    Parameters
    ----------
    sizes
        Nodes in each group, in order.
    start
        Where the gap before the first group has its middle, degrees.
    separation
        Gap between groups, degrees.

    Returns
    -------
    Degrees, anticlockwise from the right, one for each node.
    """
    step = (360 - len(sizes) * separation) / sum(sizes)
    angles, at = [], start - step / 2 - separation / 2
    for size in sizes:
        at += separation
        for _ in range(size):
            at += step
            angles.append(at)
    return angles


def arrange(places: Sequence[RingPlace], order: Sequence[str]) -> list[tuple[RingPlace, float]]:
    """Each place with its angle: left from the top down, right from the bottom up, so that twins face each other."""
    rank = {group: k for k, group in enumerate(order)}
    left = sorted((p for p in places if p.side == "left"), key=lambda p: (rank[p.group], p.index))
    right = sorted((p for p in places if p.side != "left"), key=lambda p: (rank[p.group], p.index), reverse=True)
    line = [*left, *right]
    sizes = [len(list(run)) for _, run in groupby(line, key=lambda p: (p.side == "left", p.group))]
    return list(zip(line, circular_layout(sizes), strict=True))


def draw_ring(places: Sequence[RingPlace], order: Sequence[str]) -> str:
    """Draw the segments of the ring and an empty layer for the links.

    Each segment is ``<path data-parcel="…" data-x="…" data-y="…">``: x and y are where its links end.
    """
    placed = arrange(places, order)
    if not placed:
        return element("svg", _root(), "")
    wide = min(abs(b[1] - a[1]) for a, b in pairwise(placed)) if len(placed) > 1 else 20.0
    half = 0.5 * wide * (0.86 if len(placed) <= 120 else 0.98)
    segments = [_segment(place, angle, half) for place, angle in placed]
    layers = {"chords": "", "segments": "".join(segments), "lit": ""}
    return element("svg", _root(), "".join(element("g", {"class": name}, inside) for name, inside in layers.items()))


def _root() -> dict[str, object]:
    return {"class": "ring-svg", "viewBox": " ".join(map(str, VIEWBOX)), "aria-hidden": "true"}


def _segment(place: RingPlace, angle: float, half: float) -> str:
    x, y = _at(angle, RADIUS)
    return element(
        "path",
        {
            "data-parcel": place.index,
            "data-group": place.group,
            "data-x": x,
            "data-y": y,
            "style": f"--c:var({token(place.colour)})",
            "d": _arc(angle - half, angle + half),
        },
    )


def _arc(low: float, high: float) -> str:
    inner, outer = BAND
    a, b = _at(low, outer), _at(high, outer)
    c, d = _at(high, inner), _at(low, inner)
    return f"M{a[0]} {a[1]}A{outer} {outer} 0 0 0 {b[0]} {b[1]}L{c[0]} {c[1]}A{inner} {inner} 0 0 1 {d[0]} {d[1]}z"


def _at(angle: float, radius: float) -> tuple[int, int]:
    a = math.radians(angle)
    return round(radius * math.cos(a)), round(-radius * math.sin(a))
