"""The picture of a scene: one SVG, a pure function of the scene and of the values now."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from neuroviz.scenes.drawings import Context, draw
from neuroviz.scenes.names import anchor, badges, name_tags
from neuroviz.scenes.shapes.defs import defs
from neuroviz.scenes.shapes.geometry import along, curve, n, spline
from neuroviz.scenes.shapes.paint import g, tag
from neuroviz.scenes.values import Values, written

Scene = Mapping[str, Any]
PLANES: Final = ("back", "cells", "live")
FINGER: Final = 17
"""Radius in units of the room for a finger around a small part."""


def scene_svg(scene: Scene, values: Values, words: Mapping[str, str], view: str = "wide", uid: str = "") -> str:
    """Draw a scene.

    Parameters
    ----------
    scene
        A scene of the content as plain data (``neuroviz.domain.scenes.as_data``).
    values
        The value of each quantity now.
    words
        ``now`` and ``as_before``: how the state of a part is said.
    view
        ``"wide"``, ``"half"`` or ``"tall"``: which piece of the scene the picture holds. Labels of all are in it.
    uid
        A prefix for ids, where a page has the scene more than once.

    Returns
    -------
    An ``<svg>`` that needs `neuroviz.scenes.shapes.defs` on the same page; nothing in it depends on the scheme.
    """
    c = Context(scene["lines"], f"{uid}{scene['id']}-", values)
    planes = "".join(_plane(scene, name, c, words) for name in PLANES)
    names = "".join(g(name_tags(scene, v, c), class_="names", data_view=v) for v in ("wide", "half") if v in scene["views"])
    names += g(badges(scene, c), class_="names", data_view="tall")
    (x, y), (w, h) = scene["views"][view]
    inner = (
        tag("title", f"{scene['title']}") + tag("desc", scene["says"]) + planes + _motion(scene, c) + g(names, aria_hidden="true")
    )
    return tag(
        "svg",
        inner,
        class_="scene",
        viewBox=f"{n(x)} {n(y)} {n(w)} {n(h)}",
        role="group",
        aria_label=f"{scene['title']}. {scene['says']}",
        data_scene=scene["id"],
        data_view=view,
        style=f"--size:{scene['size'][view]}px",
    )


def _plane(scene: Scene, name: str, c: Context, words: Mapping[str, str]) -> str:
    inner = ""
    if name == "back":
        inner = tag("rect", x=-700, y=-700, width=2400, height=2000, fill="url(#scene-ground)", class_="ground")
    inner += "".join(_part(part, c, words) for part in scene["parts"] if part["plane"] == name)
    return g(inner, class_="plane", data_plane=name)


def spoken(part: Mapping[str, Any], stop: str, words: Mapping[str, str]) -> str:
    """Name, what it is, and its state at a stop: what a screen reader says, and a line of the text twin."""
    return f"{part['name']}. {part['says']} {words['now']} {state_words(part, stop, words)}."


def state_words(part: Mapping[str, Any], stop: str, words: Mapping[str, str]) -> str:
    """The state of a part at a stop in words, without the arrow."""
    change = part["changes"].get(stop)
    return re.sub(r"^[▲▼] ", "", change) if change else words["as_before"]


def _part(part: Mapping[str, Any], c: Context, words: Mapping[str, str]) -> str:
    inner = "".join(draw(d, c) for d in part["draw"])
    attrs: dict[str, object] = {"class_": "part", "data_part": part["id"], "data_people": part["people"]}
    if part["tracks"]:
        attrs["data_tracks"] = " ".join(part["tracks"])
    if part["when"]:
        attrs["data_when"] = " ".join(part["when"])
    if part["cue"]:
        attrs["data_cue"] = ""
    if any(d["kind"] == "note" for d in part["draw"]):
        attrs["data_note"] = ""
    if part["yields"]:
        attrs["data_yields"] = ""
    for view, (dx, dy) in part["shift"].items():
        attrs[f"data_shift_{view}"] = f"{n(dx)} {n(dy)}"
    if part["quiet"]:
        return g(inner, aria_hidden="true", **attrs)
    end = anchor(part, c)
    if end is not None:
        inner += tag("circle", cx=n(end[0]), cy=n(end[1]), r=FINGER, class_="finger")
    return g(inner, role="button", tabindex="-1", aria_label=spoken(part, "before", words), **attrs)


def _motion(scene: Scene, c: Context) -> str:
    moving = "".join(_moving(flow) for flow in scene["flows"])
    still = "".join(_still(flow) for flow in scene["flows"])
    return g(moving, class_="moving", aria_hidden="true") + g(still, class_="still", aria_hidden="true")


def _flow_attrs(flow: Mapping[str, Any]) -> dict[str, object]:
    out: dict[str, object] = {"data_flow": flow["id"], "data_people": flow["people"]}
    if flow["show"]:
        out["data_amount"] = written(flow["show"])
    if flow["part"]:
        out["data_in"] = flow["part"]
    if flow["tracks"]:
        out["data_tracks"] = " ".join(flow["tracks"])
    return out


def _moving(flow: Mapping[str, Any]) -> str:
    """Molecules on their lines; as many lines and as many on each as content says, none where the script says so."""
    inner = ""
    for k, line in enumerate(flow["lines"]):
        for i in range(flow["count"]):
            seconds = flow["seconds"] * (1 + 0.07 * k)
            delay = seconds * ((i + 0.5) / flow["count"] + 0.37 * k)
            style = f"offset-path:path('{curve(line)}');animation-duration:{seconds:.2f}s;animation-delay:-{delay:.2f}s"
            shape = tag("use", href=f"#{flow['of']}", transform=f"scale({flow['scale']:g})")
            inner += g(shape, class_="mol", style=style, data_i=i)
    return g(inner, class_="flow", **_flow_attrs(flow))


def _still(flow: Mapping[str, Any]) -> str:
    """Without motion: an arrow on each line, and one number for the meaning of all."""
    tone = flow["tone"]
    tip = {"plain": "ink", "up": "up", "down": "down"}[tone]
    inner = "".join(tag("path", d=curve(line), class_=f"path {tone}", marker_end=f"url(#tip-{tip})") for line in flow["lines"])
    x, y, _ = along(spline(flow["lines"][0]), 0.5)
    number = tag("circle", r=1, class_="disc") + tag("text", "", class_="number", text_anchor="middle")
    return g(inner + g(number, transform=f"translate({n(x)} {n(y)})"), class_="flow", **_flow_attrs(flow))


def used_shapes(markup: Sequence[str]) -> set[str]:
    """Shapes that pictures refer to."""
    return {name for text in markup for name in re.findall(r'href="#([^"]+)"', text)}


def standalone(svg: str, tokens: Mapping[str, str], style: str = "") -> str:
    """A picture as a file of its own: shapes inside, every custom property replaced by its value in a scheme.

    Raises
    ------
    KeyError
        If the picture refers to a colour that the scheme does not have.
    """
    inside = defs(used_shapes([svg]))
    head, rest = svg.split(">", 1)
    text = f'{head} xmlns="http://www.w3.org/2000/svg">{tag("style", style) if style else ""}{inside}{rest}'
    text = re.sub(r"var\(--hollow,\s*((?:[^()]|\([^()]*\))*)\)", r"\1", text)
    return re.sub(r"var\(--([a-z0-9-]+)\)", lambda m: tokens[m[1]], text)
