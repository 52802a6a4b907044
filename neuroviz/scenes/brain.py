"""The drawn tier: the brain as SVG, for first paint, phones, print, no WebGL, and vector export."""

from __future__ import annotations

from collections.abc import Mapping

from neuroviz import theme
from neuroviz.scenes.ink import AppInk, Ink, PlainInk
from neuroviz.scenes.labels import LINE_PX, NAME_PX, Anchored, Placed, place
from neuroviz.scenes.links import draw_links
from neuroviz.scenes.nodes import draw_nodes
from neuroviz.scenes.picture import DrawnPicture, DrawnWords
from neuroviz.scenes.projection import project
from neuroviz.scenes.style import inked
from neuroviz.scenes.svg import element, smooth_path, text
from neuroviz.viewpoints import DrawnParcels, DrawnView

VIEWBOX = (-2000, -1786, 4000, 3571)
HOLES = ("back", "rim-1", "rim-2", "rim-3", "rim-4", "rim-5")
"""Layers whose outer edge is the silhouette."""


def draw_brain(
    view: DrawnView,
    parcels: DrawnParcels,
    picture: DrawnPicture,
    words: DrawnWords,
    *,
    standalone: bool = False,
    scheme: str = "projector",
) -> str:
    """Draw the whole picture as one SVG element.

    Parameters
    ----------
    view, parcels
        Outlines from :func:`neuroviz.atlas.drawn_views.load_drawn_view` and ``load_drawn_parcels``.
    standalone
        False: for the app, coloured by its style sheets. True: a file of its own with plain colours, title,
        description, ground, the basis mark and the source line, for drawing programs, notebooks and print.
    scheme
        Colours of a standalone picture: ``"paper"``, ``"dark"`` or ``"projector"`` (white).
    """
    ink: Ink = PlainInk(theme.tokens(scheme)) if standalone else AppInk()
    labels = _placed(view, picture)
    inside = (
        draw_shell(view, picture.key)
        + draw_territory(parcels, picture.territory, ink)
        + draw_links(view, picture, ink)
        + draw_nodes(view, picture, ink)
        + draw_labels(labels, picture.space.unit)
    )
    if not standalone:
        root = {"class": "drawn", "viewBox": _numbers(VIEWBOX), "data-view": view.name, **picture.attributes}
        return element("svg", root, inside)
    return _file(inside, labels, picture, words, scheme)


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


def draw_territory(
    parcels: DrawnParcels, tints: Mapping[int, str] | None = None, ink: Ink | None = None
) -> str:
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
    for placed in labels:
        x0, y0, x1, _ = placed.box
        x, anchor = {"left": (x1, "end"), "right": (x0, "start")}.get(placed.side, ((x0 + x1) / 2, "middle"))
        at = {"x": round(x), "text-anchor": anchor}
        name_y, line_y = y0 + NAME_PX * unit, y0 + (NAME_PX * 1.3 + LINE_PX) * unit
        glow = {"stroke-width": round(3 * unit), "stroke-linejoin": "round"}
        ends = " L".join(f"{round(x)} {round(y)}" for x, y in placed.leader)
        name = {"class": "name", **at, "y": round(name_y), "font-size": round(NAME_PX * unit), **glow}
        line = {"class": "line", **at, "y": round(line_y), "font-size": round(LINE_PX * unit), **glow}
        ring = {
            "class": "anchor",
            "cx": round(placed.label.x),
            "cy": round(placed.label.y),
            "r": round(4 * unit),
        }
        out.append(
            element(
                "g",
                {"class": "label", "stroke-width": round(1.1 * unit)},
                element("path", {"class": "leader", "d": f"M{ends}"})
                + element("circle", ring)
                + element("text", name, text(placed.label.name))
                + (element("text", line, text(placed.label.line)) if placed.label.line else ""),
            )
        )
    return element("g", {"class": "labels"}, "".join(out))


def _placed(view: DrawnView, picture: DrawnPicture) -> tuple[Placed, ...]:
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


def _file(
    inside: str, labels: tuple[Placed, ...], picture: DrawnPicture, words: DrawnWords, scheme: str
) -> str:
    """Wrap the picture as a file of its own."""
    tokens, unit, key = theme.tokens(scheme), picture.space.unit, picture.key
    edges = [p.box for p in labels] + [
        (VIEWBOX[0], VIEWBOX[1], VIEWBOX[0] + VIEWBOX[2], VIEWBOX[1] + VIEWBOX[3])
    ]
    x0, x1 = round(min(e[0] for e in edges) - 40 * unit), round(max(e[2] for e in edges) + 40 * unit)
    y0, y1 = round(min(e[1] for e in edges)), round(max(e[3] for e in edges) + 44 * unit)
    root = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": "drawn",
        "viewBox": _numbers((x0, y0, x1 - x0, y1 - y0)),
        "role": "group",
        "aria-labelledby": f"{key}-title {key}-desc",
    }
    ground = {"x": x0, "y": y0, "width": x1 - x0, "height": y1 - y0, "fill": f"url(#{key}-ground)"}
    stops = "".join(
        element("stop", {"offset": at, "stop-color": tokens[name]})
        for at, name in ((0, "stage-top"), (1, "stage-bottom"))
    )
    return element(
        "svg",
        root,
        element("title", {"id": f"{key}-title"}, text(words.title))
        + element("desc", {"id": f"{key}-desc"}, text(words.description))
        + element("defs", {}, element("radialGradient", {"id": f"{key}-ground", "r": 0.75}, stops))
        + element("rect", ground)
        + inked(inside, tokens)
        + _source_line(words, x0 + 40 * unit, y1 - 20 * unit, unit, tokens),
    )


def _source_line(words: DrawnWords, x: float, y: float, unit: float, tokens: Mapping[str, str]) -> str:
    """Draw the basis mark and the source under a picture of its own."""
    if not words.source:
        return ""
    ink = tokens["stage-dim"]
    r = 5.5 * unit
    circle = {"cx": round(x + r), "cy": round(y - r * 0.85), "r": round(r)}
    thin = {"fill": "none", "stroke": ink, "stroke-width": round(1.5 * unit)}
    look: dict[str, object] = {"fill": ink} if words.basis == "data" else dict(thin)
    if words.basis == "schematic":
        look["stroke-dasharray"] = f"{round(3 * unit)} {round(2.4 * unit)}"
    mark = element("circle", circle | look)
    if words.basis == "model":
        cx, cy, s = circle["cx"], circle["cy"], round(r * 0.6)
        mark += element("path", {"d": f"M{cx - s} {cy}q{s // 2} {-s} {s} 0t{s} 0"} | thin)
    line = {
        "x": round(x + 3 * r),
        "y": round(y),
        "font-size": round(13 * unit),
        "font-family": tokens["sans"],
        "fill": ink,
    }
    return element("g", {"class": "source"}, mark + element("text", line, text(words.source)))


def _numbers(values: tuple[int, ...]) -> str:
    return " ".join(str(v) for v in values)
