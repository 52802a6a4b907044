"""One NMDA channel in section: four subunits, their helices in the membrane, the pore between them.

Distances are units of the drawing; the pore runs down at `AXIS`, the outside of the cell is up. What moves (gate, clamshell,
plugs) is a group of its own, and the state on the root moves it by style alone.
"""

from __future__ import annotations

import math
from typing import Final, Literal

from neuroviz.scenes.lumps import lumpy, round_lumps
from neuroviz.scenes.shapes.geometry import Point, curve, n
from neuroviz.scenes.svg import element

AXIS: Final = 320.0
OUTER, INNER = 302.0, 402.0
"""Heights of the two rows of lipid heads."""

GATE_Y, CAVITY_Y, FILTER_Y = 296.0, 343.0, 369.0
SITE_Y: Final = 208.0
"""Where glycine and glutamate sit between the lobes of the clamshell."""

Kind = Literal["glun1", "glun2"]


def group(inside: str, **values: object) -> str:
    """A `<g>`; ``class_`` is ``class`` and underscores are hyphens."""
    return element("g", {k.rstrip("_").replace("_", "-"): v for k, v in values.items()}, inside)


def path(d: str, **values: object) -> str:
    """A `<path>` with attributes named as in `group`."""
    return element("path", {"d": d, **{k.rstrip("_").replace("_", "-"): v for k, v in values.items()}})


def body(kind: str, cx: float, cy: float, rx: float, ry: float, seed: int, lump: float = 10.5, plain: bool = False) -> str:
    """A folded domain as a lumpy solid, lit from the upper left.

    Parameters
    ----------
    kind
        Name of its colours.
    plain
        Whether it lies in the back, where lumps catch no light.
    """
    lumps = lumpy(cx, cy, rx, ry, seed, lump)
    d = round_lumps(lumps)
    out = path(d, class_="edge") + path(d, fill=f"url(#rc-{kind})")
    if plain:
        return out
    lit = [(x, y, r) for x, y, r in lumps if (x - cx) / rx + (y - cy) / ry < 0.5]
    return (
        out
        + path(round_lumps(lumps, -0.1, 0.1), class_="lump")
        + path(round_lumps(lumps, -0.5, 0.36), class_="gleam")
        + path(round_lumps(lit, -0.74, 0.5), class_="gleam")
        + element(
            "ellipse",
            {"cx": n(cx), "cy": n(cy), "rx": n(rx * 1.06), "ry": n(ry * 1.06), "fill": "url(#rc-shade)"},
        )
    )


def helix(kind: str, points: list[Point], width: float = 17.0, plain: bool = False) -> str:
    """A membrane helix: a lit rod with the turns of its coil."""
    d = curve(points)
    rod = path(d, class_="rod edge", stroke_width=n(width + 2.4)) + path(d, class_=f"rod {kind}-3", stroke_width=n(width))
    left = curve([(x - 0.13 * width, y) for x, y in points])
    rod += path(left, class_=f"rod {kind}-2", stroke_width=n(0.6 * width), opacity=".82")
    if plain:
        return rod
    gleam = curve([(x - 0.27 * width, y) for x, y in points])
    return rod + path(d, class_="coil", stroke_width=n(width)) + path(gleam, class_="rod glint", stroke_width="2.2")


def strand(kind: str, points: list[Point], width: float) -> str:
    """An unfolded stretch that joins two parts."""
    d = curve(points)
    return path(d, class_="rod edge", stroke_width=n(width + 1.8)) + path(d, class_=f"rod {kind}-3", stroke_width=n(width))


def subunit(side: int, kind: Kind, back: bool = False) -> str:
    """One of the four subunits.

    Parameters
    ----------
    side
        −1 left of the pore, 1 right; the two are mirror images.
    back
        Whether it is one of the two behind.
    """

    def at(dx: float, y: float) -> Point:
        return AXIS + side * dx, y

    tail = path(
        curve([at(88, 408), at(94, 432), at(72, 452), at(86, 478), at(68, 504)]), class_=f"rod {kind}-3 tail", stroke_width="5"
    )
    outer = helix(kind, [at(103, 400), at(106, 351), at(101, 303)], plain=back) + helix(
        kind, [at(76, 402), at(80, 353), at(73, 301)], plain=back
    )
    loop = strand(kind, [at(57, 408), at(47, 421), at(37, 409)], 4.5) + helix(
        kind, [at(37, 402), at(34, 389), at(28, 377)], 13, plain=back
    )
    tip = element("circle", {"cx": n(at(20, 0)[0]), "cy": 369, "r": 6.6, "class": f"tip {kind}-1"})
    linkers = strand(kind, [at(73, 299), at(87, 277), at(78, 254)], 5) + strand(
        kind, [at(101, 301), at(115, 277), at(98, 256)], 5
    )
    return group(
        tail + linkers + outer + _gate(side, kind, back) + loop + tip + _head(side, kind, back),
        class_=f"subunit {kind}{' far' if back else ''}",
        data_side="left" if side < 0 else "right",
    )


def _gate(side: int, kind: Kind, back: bool) -> str:
    """The inner helix, whose top is the gate, with the linker that pulls it: drawn open, and turned shut about its foot."""
    foot, top = (AXIS + side * 59, 404.0), (AXIS + side * 30, 303.0)
    rod = helix(kind, [foot, (AXIS + side * 52, 353), top, (AXIS + side * 29, 288)], plain=back)
    pull = strand(kind, [(AXIS + side * 29, 287), (AXIS + side * 44, 268), (AXIS + side * 64, 252)], 6.5)
    origin = f"{n(foot[0])}px {n(foot[1])}px"
    return group(pull + rod, class_=f"gate {'left' if side < 0 else 'right'}", style=f"transform-origin:{origin}")


def _head(side: int, kind: Kind, back: bool) -> str:
    """What stands outside the cell: the clamshell that holds the ligand, and the two upper lobes."""

    def lobe(dx: float, y: float, rx: float, ry: float, seed: int) -> str:
        return body(kind, AXIS + side * dx, y, rx, ry, seed + (side > 0) * 7, plain=back)

    hinge = strand(kind, [(AXIS + side * 30, 188), (AXIS + side * 23, 209), (AXIS + side * 31, 230)], 17)
    neck = strand(kind, [(AXIS + side * 58, 156), (AXIS + side * 54, 142)], 10)
    return (
        hinge
        + group(lobe(62, 238, 47, 24, 3), class_="jaw")
        + neck
        + lobe(58, 178, 47, 26, 5)
        + lobe(55, 121, 45, 29, 11)
        + lobe(45, 68, 42, 33, 14)
    )


def lumen(open_: bool) -> str:
    """The water-filled way through the protein, shut or open at the gate."""
    gate = 20.0 if open_ else 1.5
    half = [
        (max(1.0, gate - 9), 281.0),
        (gate, GATE_Y),
        (29.0 if open_ else 22.0, 322.0),
        (33.0, CAVITY_Y - 2),
        (20.0, 361.0),
        (11.0, FILTER_Y),
        (20.0, 385.0),
        (22.0, 403.0),
        (24.0, 414.0),
    ]
    outline = [(AXIS - dx, y) for dx, y in half] + [(AXIS + dx, y) for dx, y in half[::-1]]
    return path(curve(outline, closed=True), class_="water", fill="url(#rc-water)")


def bilayer(left: float, right: float) -> str:
    """Two rows of lipids, the far ones dimmer, with room for the protein."""
    gap, step = 112.0, 16.6
    heads: list[tuple[float, float, float]] = []
    far: list[tuple[float, float, float]] = []
    tails = []
    for i in range(int((right - left) / step)):
        x = left + i * step
        y = 3.2 * _wave(x)
        if abs(x + step / 2 - AXIS) >= gap:
            far += [(x + step / 2, OUTER - 6 + y, 6.6), (x + step / 2, INNER - 5 + y, 6.6)]
        if abs(x - AXIS) >= gap:
            heads += [(x, OUTER + y, 7.7), (x, INNER + y, 7.7)]
            tails.append(_lipid(x, OUTER + y, 1, i) + _lipid(x, INNER + y, -1, i + 50))
    oil = element("rect", {"x": n(left), "y": 296, "width": n(right - left), "height": 112, "class": "oil"})
    return (
        oil
        + path(round_lumps(far), class_="head far")
        + path("".join(tails), class_="tails")
        + path(round_lumps(heads), class_="head edge")
        + path(round_lumps(heads), class_="head")
        + path(round_lumps(heads, -0.42, 0.3), class_="gleam bright")
        + path(round_lumps(heads, -0.76, 0.46), class_="gleam bright")
    )


def _wave(x: float) -> float:
    """A slow swell of the membrane, flat at the protein."""
    return math.sin((x - AXIS) / 62) * min(1.0, max(0.0, (abs(x - AXIS) - 110) / 90))


def _lipid(x: float, y: float, down: int, seed: int) -> str:
    """Two fatty tails from a head; `down` is 1 towards the inside, −1 towards the outside."""
    a, b = ((seed * 37) % 11 - 5) * 0.45, ((seed * 53) % 11 - 5) * 0.45
    return "".join(
        f"M{n(x + dx)} {n(y + down * 7)}q{n(k)} {down * 10} {n(-0.6 * k)} {down * 19}t{n(0.6 * k)} {down * 17}"
        for dx, k in ((-2.7, a), (2.7, b))
    )
