"""The drawn tier: the brain as SVG, for first paint, phones, print and no WebGL; brain_file.py makes files of it."""

from __future__ import annotations

from collections.abc import Mapping

from neuroviz.scenes.ink import AppInk, Ink
from neuroviz.scenes.labels import LINE_PX, NAME_PX, Anchored, Placed, place
from neuroviz.scenes.links import draw_links
from neuroviz.scenes.nodes import draw_nodes
from neuroviz.scenes.picture import DrawnPicture
from neuroviz.scenes.projection import project
from neuroviz.scenes.svg import element, smooth_path, text
from neuroviz.viewpoints import DrawnParcels, DrawnView

VIEWBOX = (-2000, -1786, 4000, 3571)
HOLES = ("back", "rim-1", "rim-2", "rim-3", "rim-4", "rim-5")
"""Layers whose outer edge is the silhouette."""


def draw_brain(view: DrawnView, parcels: DrawnParcels, picture: DrawnPicture) -> str:
    """Draw the whole picture as one SVG element for the app, coloured by its style sheets.

    Parameters
    ----------
    view, parcels
        Outlines from :func:`neuroviz.atlas.drawn_views.load_drawn_view` and ``load_drawn_parcels``.
    """
    root = {"class": "drawn", "viewBox": numbers(VIEWBOX), "data-view": view.name, **picture.attributes}
    return element("svg", root, draw_layers(view, parcels, picture, placed(view, picture), AppInk()))


def draw_layers(view: DrawnView, parcels: DrawnParcels, picture: DrawnPicture, labels: tuple[Placed, ...], ink: Ink) -> str:
    """Draw all layers, without an SVG element around them; `labels` as :func:`placed` gives them."""
    return (
        draw_shell(view, picture.key)
        + draw_territory(parcels, picture.territory, ink)
        + draw_links(view, picture, ink)
        + draw_nodes(view, picture, ink)
        + draw_labels(labels, picture.space.unit)
    )


def draw_shell(view: DrawnView, key: str = "drawn") -> str:
    """Draw the glass: body, far side, relief, rims and outline, as ``<g class="shell">``."""
    paths = {name: smooth_path(rings) for name, rings in view.layers.items()}
    body = paths["silhouette"]
    sky, depth = f"url(#{key}-sky)", f"url(#{key}-body)"
    out = [_shell_gradients(key), element("path", {"class": "body", "d": body, "fill": depth})]
    for name, d in paths.items():
        if name != "silhouette" and d:
            filled = {"class": name, "d": body + d if name in HOLES else d}
            out.append(element("path", filled | {"fill": sky} if name in HOLES else filled))
    out.append(element("path", {"class": "outline", "d": body, "stroke": sky}))
    return element("g", {"class": "shell"}, "".join(out))


def draw_territory(parcels: DrawnParcels, tints: Mapping[int, str] | None = None, ink: Ink | None = None) -> str:
    """Draw a path for each parcel as ``<g class="territory">``; ``tints``: parcel index to colour token."""
    ink, tints = ink or AppInk(), tints or {}
    out = []
    for parcel, rings in parcels.rings.items():
        tint = tints.get(parcel)
        if tint is None and not ink.interactive:
            continue
        values = {"data-parcel": parcel, "d": smooth_path(rings), **(ink.territory(tint) if tint else {})}
        out.append(element("path", values))
    return element("g", {"class": "territory", "fill-rule": "evenodd"}, "".join(out))


def draw_labels(labels: tuple[Placed, ...], unit: float) -> str:
    """Draw callouts that have been placed, as ``<g class="labels">``."""
    out = []
    for each in labels:
        x0, y0, x1, _ = each.box
        x, anchor = {"left": (x1, "end"), "right": (x0, "start")}.get(each.side, ((x0 + x1) / 2, "middle"))
        at = {"x": round(x), "text-anchor": anchor}
        name_y, line_y = y0 + NAME_PX * unit, y0 + (NAME_PX * 1.3 + LINE_PX) * unit
        glow = {"stroke-width": round(3 * unit), "stroke-linejoin": "round"}
        ends = " L".join(f"{round(x)} {round(y)}" for x, y in each.leader)
        name = {"class": "name", **at, "y": round(name_y), "font-size": round(NAME_PX * unit), **glow}
        line = {"class": "line", **at, "y": round(line_y), "font-size": round(LINE_PX * unit), **glow}
        ring = {
            "class": "anchor",
            "cx": round(each.label.x),
            "cy": round(each.label.y),
            "r": round(4 * unit),
        }
        out.append(
            element(
                "g",
                {"class": "label", "stroke-width": round(1.1 * unit)},
                element("path", {"class": "leader", "d": f"M{ends}"})
                + element("circle", ring)
                + element("text", name, text(each.label.name))
                + (element("text", line, text(each.label.line)) if each.label.line else ""),
            )
        )
    return element("g", {"class": "labels"}, "".join(out))


def placed(view: DrawnView, picture: DrawnPicture) -> tuple[Placed, ...]:
    """Callouts of the regions that the viewpoint shows, each in a place of its own."""
    anchored = []
    for label in picture.labels:
        at = picture.nodes[label.node].at
        if view.viewpoint.shows(at[0]):
            x, y, _ = project(at, view.name)
            anchored.append(Anchored(x, y, label.name, label.line))
    return place(anchored, view.box(), picture.space)


def _shell_gradients(key: str) -> str:
    """Light from above: rims and body are brighter towards the upper left."""
    sky = {
        "id": f"{key}-sky",
        "gradientUnits": "userSpaceOnUse",
        "x1": -500,
        "y1": -1300,
        "x2": 500,
        "y2": 1500,
    }
    body = {"id": f"{key}-body", "gradientUnits": "userSpaceOnUse", "cx": -300, "cy": -900, "r": 2600}
    stops = [element("stop", {"offset": n % 2, "class": c}) for n, c in enumerate(("sky-high", "sky-low"))]
    depth = [element("stop", {"offset": n % 2, "class": c}) for n, c in enumerate(("body-near", "body-far"))]
    linear = element("linearGradient", sky, "".join(stops))
    return element("defs", {}, linear + element("radialGradient", body, "".join(depth)))


def numbers(values: tuple[int, ...]) -> str:
    """The numbers of an attribute such as ``viewBox``."""
    return " ".join(str(v) for v in values)
