"""A head from above, the nose at the top, with the electrodes of a cap: what lies under the map and what lies over it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from neuroviz.scenes.shapes.geometry import curve, n
from neuroviz.scenes.svg import element, text

WIDTH, HEIGHT = 480, 544
MIDDLE: Final = (240.0, 290.0)
RADIUS: Final = 212.0
"""Units of the drawing in one radius of the head; the electrodes lie within it."""

_RIGHT: Final = ((240, 74), (318, 94), (384, 160), (414, 258), (408, 360), (370, 452), (308, 506), (240, 522))
_EAR: Final = ((408, 246), (430, 238), (446, 262), (444, 306), (432, 338), (410, 340))
_NOSE: Final = ((212, 84), (228, 48), (240, 34), (252, 48), (268, 84))


def place(x: float, y: float) -> tuple[float, float]:
    """Units of the drawing at a place of the flat head: right and forward, 1 is its radius."""
    return MIDDLE[0] + RADIUS * x, MIDDLE[1] - RADIUS * y


def _mirrored(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(WIDTH - x, y) for x, y in points]


def outline() -> str:
    """Path data of the head."""
    return curve([*_RIGHT, *_mirrored(_RIGHT[1:-1])[::-1]], closed=True)


def under(prefix: str) -> str:
    """The head itself, lit from the upper left.

    Parameters
    ----------
    prefix
        Start of the ids in it, so that two heads can stand on one page.
    """
    stops = "".join(
        element("stop", {"offset": o, "style": f"stop-color:var(--{c});stop-opacity:{a}"})
        for o, c, a in ((0, "stage-body", 1), (0.7, "stage-body", 0.85), (1, "stage-rim-low", 0.55))
    )
    gradient = element("radialGradient", {"id": f"{prefix}-skin", "cx": 0.42, "cy": 0.36, "r": 0.72}, stops)
    ears = "".join(element("path", {"d": curve(list(e), closed=True), "class": "skin ear"}) for e in (_EAR, _mirrored(_EAR)))
    nose = element("path", {"d": curve(list(_NOSE)), "class": "skin nose"})
    head = element("path", {"d": outline(), "class": "skin", "fill": f"url(#{prefix}-skin)"})
    return _svg("under", element("defs", {}, gradient) + ears + nose + head)


def over(
    names: Sequence[str], places: Sequence[tuple[float, float]], spoken: Sequence[str], left: str, right: str, title: str
) -> str:
    """Rim, electrodes and letters.

    Parameters
    ----------
    names, places, spoken
        Of each electrode its name, its place on the flat head, and what is read out.
    left, right
        Letters of the sides.
    title
        What the picture is.
    """
    dots = []
    for name, (x, y), said in zip(names, places, spoken, strict=True):
        cx, cy = place(x, y)
        at = {"cx": n(cx), "cy": n(cy)}
        inside = element("circle", {**at, "r": 14, "class": "hit"}) + element("circle", {**at, "r": 4.4, "class": "dot"})
        inside += element("text", {"x": n(cx), "y": n(cy - 11), "text-anchor": "middle", "class": "name"}, text(name))
        values = {
            "class": "electrode",
            "role": "option",
            "aria-selected": "false",
            "tabindex": "-1",
            "data-site": name.lower(),
            "aria-label": said,
        }
        dots.append(element("g", values, inside))
    letters = "".join(
        element("text", {"x": x, "y": 214, "text-anchor": "middle", "class": "side", "aria-hidden": "true"}, text(word))
        for x, word in ((16, left), (WIDTH - 16, right))
    )
    rim = element("path", {"d": outline(), "class": "rim-line"})
    cap = element("g", {"role": "listbox", "aria-label": title}, "".join(dots))
    return _svg("over", rim + letters + cap)


def _svg(kind: str, inside: str) -> str:
    values: dict[str, object] = {"class": kind, "viewBox": f"0 0 {WIDTH} {HEIGHT}"}
    if kind == "under":
        values["aria-hidden"] = "true"
    return element("svg", values, inside)
