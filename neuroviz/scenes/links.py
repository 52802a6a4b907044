"""Links of the drawn brain, and what has become of them since before."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from neuroviz.scenes.ink import AppInk, Ink
from neuroviz.scenes.picture import DrawnLink, DrawnPicture
from neuroviz.scenes.projection import bend, link_path, nearness, project
from neuroviz.scenes.svg import element
from neuroviz.viewpoints import DrawnView, Vec3

LEAST: Final = 0.04
MOST: Final = 0.22
"""Differences of levels between which the colour of a change grows in."""
EACH_WAY: Final = 3
LEAST_R: Final = 0.03
"""At most so many arrows each way, on links whose r has changed by at least this."""
ARROW_PX: Final = 6.5
QUIET_SHARE: Final = 0.6
"""How far unchanged links step back while others change."""
QUIET: Final = 0.07
"""Opacity of what did not change, where only differences are drawn."""


def growth(delta: float) -> float:
    """0..1, how much of the colour of change a link has: 0 below a difference of levels of 0.04, 1 from 0.22 on."""
    t = min(max((abs(delta) - LEAST) / (MOST - LEAST), 0.0), 1.0)
    return t * t * (3 - 2 * t)


def way(delta: float) -> Literal["up", "down", "same"]:
    """Whether a link is drawn as grown, shrunk or as before."""
    return "same" if abs(delta) < LEAST else "up" if delta > 0 else "down"


def draw_links(view: DrawnView, picture: DrawnPicture, ink: Ink | None = None) -> str:
    """Draw the links, weakest and unchanged ones first, as ``<g class="links">``; none with an end in a hidden hemisphere.

    A weaker link is dashed and thinner than before, inside a pale casing as wide as it was; a stronger one is wider. The three
    that have changed most each way carry an arrow.
    """
    ink = ink or AppInk()
    seen = [link for link in picture.links if all(view.viewpoint.shows(picture.nodes[end].at[0]) for end in (link.a, link.b))]
    order = sorted(seen, key=lambda link: (growth(link.delta) > 0, link.weight))
    out = [_link(view, picture, link, ink) for link in order]
    for sign in (1, -1):
        moved = sorted((link for link in seen if sign * link.change >= LEAST_R), key=lambda link: -sign * link.change)
        out += [_arrow(view, picture, link, ink) for link in moved[:EACH_WAY]]
    most = max((abs(link.delta) for link in picture.links), default=0.0)
    quiet = {"style": f"--quiet:{QUIET_SHARE * min(1.0, most / MOST):.3f}"} if most and ink.interactive else {}
    return element("g", {"class": "links", **quiet}, "".join(out))


def _link(view: DrawnView, picture: DrawnPicture, link: DrawnLink, ink: Ink) -> str:
    a, b = picture.nodes[link.a], picture.nodes[link.b]
    far = 0.45 + 0.55 * sum(nearness(project(end.at, view.name)[2]) for end in (a, b)) / 2
    dim = picture.bright is not None and picture.selected not in (link.a, link.b)
    turned, d = way(link.delta), link_path(a.at, b.at, view.name)
    if picture.difference:
        link = replace(link, weight=(0.1 + 5.2 * min(1.0, abs(link.change) * 3)) / 4.6)
    quiet = picture.difference and turned == "same"
    names = {"up": ["is-up"], "down": ["is-down"], "same": ["is-quiet"] if quiet else []}[turned]
    kind = " ".join(["link", *names, *(["is-dim"] if dim else [])])
    grown, unit = growth(link.delta), picture.space.unit
    values = {"class": kind, "data-link": f"{a.index}-{b.index}", "d": d, **ink.link(link, grown, far, dim, unit)}
    if link.value is not None:
        values |= {"data-value": f"{link.value:.4f}", "data-delta": f"{link.delta:.3f}"}
    if quiet:
        values["stroke-opacity"] = QUIET
    if turned != "down" or picture.difference:
        return element("path", values)
    casing = {"class": "casing", "d": d, **ink.casing(link, grown, far, dim, unit)}
    return element("path", casing) + element("path", values)


def _arrow(view: DrawnView, picture: DrawnPicture, link: DrawnLink, ink: Ink) -> str:
    a, b = picture.nodes[link.a].at, picture.nodes[link.b].at
    middle = bend(a, b)
    x, y, z = (0.25 * p + 0.5 * m + 0.25 * q for p, m, q in zip(a, middle, b, strict=True))
    at: Vec3 = (x, y, z)
    px, py, _ = project(at, view.name)
    size = round(ARROW_PX * picture.space.unit)
    turned = "rise" if link.change > 0 else "fall"
    tip = -size if link.change > 0 else size
    d = f"M{round(px)} {round(py) + tip}l{size} {round(-1.7 * tip)}h{-2 * size}z"
    return element("path", {"class": f"arrow {turned}s", "d": d, **ink.arrow(link.shown)})
