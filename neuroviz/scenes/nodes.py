"""Nodes of the drawn brain: small solids with a halo, each subsystem with its own silhouette."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from neuroviz.scenes.ink import AppInk, Ink
from neuroviz.scenes.picture import DrawnNode, DrawnPicture
from neuroviz.scenes.projection import nearness, project, scale_at
from neuroviz.scenes.svg import attributes, element
from neuroviz.viewpoints import DrawnView

DOT_MM: Final = 1.25
RING_MM: Final = 2.4
PLAIN: Final = ("dot", "ring")
"""Small marks without halo and shine."""
HALO: Final = 4.6
"""Radius of a halo, in radii of its node."""
FADE: Final = ((0, 1.0), (15, 0.66), (30, 0.40), (50, 0.165), (70, 0.044), (100, 0.0))
"""Halo: per cent of its radius and (1 - radius)^2.6."""
TARGET_PX: Final = 12.0
"""Half of the smallest target for a finger or a pointer."""


def radius_mm(node: DrawnNode) -> float:
    """Radius of a node, mm."""
    if node.shape == "ring":
        return RING_MM
    return DOT_MM if node.shape == "dot" else 1.35 + 2.5 * math.sqrt(max(node.strength, 0.0))


def draw_nodes(view: DrawnView, picture: DrawnPicture, ink: Ink | None = None) -> str:
    """Draw the nodes, farthest first, as ``<g class="nodes">``; none of a hidden hemisphere."""
    ink = ink or AppInk()
    seen = []
    for position, node in enumerate(picture.nodes):
        if view.viewpoint.shows(node.at[0]):
            x, y, depth = project(node.at, view.name)
            seen.append((depth, position, node, x, y))
    seen.sort(key=lambda item: (-item[0], item[1]))
    colours = dict.fromkeys(node.colour for _, _, node, _, _ in seen if node.shape not in PLAIN)
    out = [gradients(picture.key, list(colours), ink)]
    for depth, position, node, x, y in seen:
        out.append(_node(picture, position, node, (round(x), round(y)), depth, ink))
    return element("g", {"class": "nodes"}, "".join(out))


def _node(picture: DrawnPicture, position: int, node: DrawnNode, at: tuple[int, int], depth: float, ink: Ink) -> str:
    dim = picture.bright is not None and position not in picture.bright
    names = ["node", *(["is-selected"] if position == picture.selected else []), *(["is-dim"] if dim else [])]
    r = round(radius_mm(node) * scale_at(depth))
    marks = [_shape(node.shape, r, {"class": "hollow" if node.shape == "ring" else "solid"})]
    if node.shape not in PLAIN:
        glow = {"fill": f"url(#{picture.key}-halo{node.colour})", "opacity": None}
        strength = f"{0.12 + 0.75 * node.strength:.2f}"
        marks.insert(0, element("circle", {"class": "halo", "r": round(HALO * r), "fill-opacity": strength} | glow))
        marks.append(_shape(node.shape, r, {"class": "edge", "fill": f"url(#{picture.key}-shine)"}))
    inside = element("g", {"class": "mark"}, "".join(marks))
    if ink.interactive:
        reach = round(max(r, TARGET_PX * picture.space.unit))
        inside += element("circle", {"class": "ring", "r": round(r * 1.25 + 30)})
        inside += element("circle", {"class": "hit", "r": reach})
    values = {
        "class": " ".join(names),
        "data-node": node.index,
        "transform": f"translate({at[0]} {at[1]})",
        **ink.node(node.colour, 0.5 + 0.5 * nearness(depth), dim),
        **node.attributes,
    }
    return element("g", values, inside)


def _shape(shape: str, r: int, values: dict[str, object]) -> str:
    """Silhouette of about the same area for each shape."""
    if shape == "diamond":
        k = round(1.25 * r)
        return element("path", values | {"d": f"M0 {-k}L{k} 0 0 {k} {-k} 0z"})
    if shape == "square":
        k = round(0.94 * r)
        return element("rect", values | {"x": -k, "y": -k, "width": 2 * k, "height": 2 * k, "rx": round(0.2 * r)})
    return element("circle", values | {"r": r})


def gradients(key: str, colours: Sequence[str], ink: Ink | None = None) -> str:
    """Give each colour its halo, and all solids one shine."""
    if not colours:
        return ""
    ink = ink or AppInk()
    out = []
    for colour in colours:
        value = ink.colour(colour)
        paint = f' style="stop-color:{value}"' if ink.interactive else attributes({"stop-color": value})
        stops = "".join(f'<stop offset="{at}%"{paint} stop-opacity="{alpha:g}"/>' for at, alpha in FADE)
        out.append(element("radialGradient", {"id": f"{key}-halo{colour}"}, stops))
    shine = "".join(
        element("stop", {"offset": at, "class": name}) for at, name in ((0, "shine-top"), (0.55, "shine-mid"), (1, "shine-low"))
    )
    out.append(element("radialGradient", {"id": f"{key}-shine", "cx": 0.35, "cy": 0.28, "r": 0.8}, shine))
    return element("defs", {}, "".join(out))
