"""A drawn brain, or two that are compared, as a picture file of its own: for slides, print and drawing programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from neuroviz import theme
from neuroviz.scenes.brain import VIEWBOX, draw_layers, numbers, placed
from neuroviz.scenes.ink import PlainInk
from neuroviz.scenes.labels import Box
from neuroviz.scenes.picture import DrawnPicture, DrawnWords
from neuroviz.scenes.style import inked
from neuroviz.scenes.svg import element, text
from neuroviz.viewpoints import DrawnParcels, DrawnView

MARGIN: Final = 40
HEADING_PX: Final = 26
GAP: Final = 56
"""All in the picture's own unit, see ``LabelSpace``."""


@dataclass(frozen=True)
class Pane:
    """A brain of a file, and what is written over it.

    Parameters
    ----------
    picture
        Each pane needs a ``key`` of its own.
    heading
        For example "24 h"; "" for none.
    tone
        Colour token of the heading.
    """

    picture: DrawnPicture
    heading: str = ""
    tone: str = "stage-ink"


def draw_file(
    view: DrawnView,
    parcels: DrawnParcels,
    panes: Sequence[Pane],
    words: DrawnWords,
    *,
    wipe: float | None = None,
    scheme: str = "projector",
) -> str:
    """Draw one or two brains as one SVG file with plain colours, title, description, ground, basis mark and source line.

    Parameters
    ----------
    view, parcels
        Outlines from :func:`neuroviz.atlas.drawn_views.load_drawn_view` and ``load_drawn_parcels``.
    panes
        One brain, or two that are compared: from left to right.
    wipe
        None: two brains stand side by side. 0..1: they are one on the other, and the first one is seen up to this share of
        the width of the drawing.
    scheme
        ``"paper"``, ``"dark"`` or ``"projector"`` (white).
    """
    tokens, unit = theme.tokens(scheme), panes[0].picture.space.unit
    drawn = [_drawn(view, parcels, pane, PlainInk(tokens)) for pane in panes]
    box = _around([b for _, b in drawn])
    if len(panes) == 1:
        inside = drawn[0][0] + _heading(panes[0], (box[0] + box[2]) / 2, box[1], "middle", tokens)
    elif wipe is None:
        step = box[2] - box[0] + round(GAP * unit)
        moved = [element("g", {"transform": f"translate({k * step} 0)"}, markup) for k, (markup, _) in enumerate(drawn)]
        middles = [(box[0] + box[2]) / 2 + k * step for k in range(2)]
        heads = [_heading(pane, x, box[1], "middle", tokens) for pane, x in zip(panes, middles, strict=True)]
        inside = "".join(moved + heads)
        box = (box[0], box[1], box[2] + step, box[3])
    else:
        seam = round(VIEWBOX[0] + wipe * VIEWBOX[2])
        inside = _wiped(panes, [markup for markup, _ in drawn], box, seam, tokens)
    return _file(inside, box, panes[0].picture.key, words, unit, tokens)


def _drawn(view: DrawnView, parcels: DrawnParcels, pane: Pane, ink: PlainInk) -> tuple[str, Box]:
    """All layers of a brain, and the box around it, its labels and its heading."""
    picture, labels = pane.picture, placed(view, pane.picture)
    whole = (VIEWBOX[0], VIEWBOX[1], VIEWBOX[0] + VIEWBOX[2], VIEWBOX[1] + VIEWBOX[3])
    x0, y0, x1, y1 = _around([whole, *(label.box for label in labels)])
    head = round(1.8 * HEADING_PX * picture.space.unit) if pane.heading else 0
    return draw_layers(view, parcels, picture, labels, ink), (x0, y0 - head, x1, y1)


def _around(boxes: Sequence[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return round(min(left)), round(min(top)), round(max(right)), round(max(bottom))


def _heading(pane: Pane, x: float, top: float, anchor: str, tokens: Mapping[str, str]) -> str:
    """What stands over a brain, if anything does."""
    if not pane.heading:
        return ""
    unit = pane.picture.space.unit
    size = round(HEADING_PX * unit)
    look = {"font-size": size, "font-weight": 700, "font-family": tokens["sans"], "fill": tokens[pane.tone]}
    return element("text", {"x": round(x), "y": round(top + 1.2 * size), "text-anchor": anchor, **look}, text(pane.heading))


def _wiped(panes: Sequence[Pane], drawn: Sequence[str], box: Box, seam: int, tokens: Mapping[str, str]) -> str:
    """Two brains one on the other, parted by a line from top to bottom."""
    unit, key = panes[0].picture.space.unit, panes[0].picture.key
    x0, y0, x1, y1 = box[0] - round(MARGIN * unit), box[1], box[2] + round(MARGIN * unit), box[3]
    out = []
    for side, markup, left, right in (("left", drawn[0], x0, seam), ("right", drawn[1], seam, x1)):
        area = element("rect", {"x": left, "y": y0, "width": right - left, "height": y1 - y0})
        out.append(element("clipPath", {"id": f"{key}-{side}"}, area))
        out.append(element("g", {"clip-path": f"url(#{key}-{side})"}, markup))
    line = {"class": "seam", "d": f"M{seam} {y0}V{y1}", "stroke": tokens["stage-ink"], "stroke-width": round(1.5 * unit)}
    aside = round(MARGIN / 4 * unit)
    heads = _heading(panes[0], seam - aside, box[1], "end", tokens) + _heading(panes[1], seam + aside, box[1], "start", tokens)
    return "".join(out) + element("path", line) + heads


def _file(inside: str, box: Box, key: str, words: DrawnWords, unit: float, tokens: Mapping[str, str]) -> str:
    """Wrap what is drawn as a file of its own."""
    x0, x1 = round(box[0] - MARGIN * unit), round(box[2] + MARGIN * unit)
    y0, y1 = round(box[1]), round(box[3] + 44 * unit)
    root = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": "drawn",
        "viewBox": numbers((x0, y0, x1 - x0, y1 - y0)),
        "role": "group",
        "aria-labelledby": f"{key}-title {key}-desc",
    }
    ground = {"x": x0, "y": y0, "width": x1 - x0, "height": y1 - y0, "fill": f"url(#{key}-ground)"}
    stops = "".join(
        element("stop", {"offset": at, "stop-color": tokens[name]}) for at, name in ((0, "stage-top"), (1, "stage-bottom"))
    )
    return element(
        "svg",
        root,
        element("title", {"id": f"{key}-title"}, text(words.title))
        + element("desc", {"id": f"{key}-desc"}, text(words.description))
        + element("defs", {}, element("radialGradient", {"id": f"{key}-ground", "r": 0.75}, stops))
        + element("rect", ground)
        + inked(inside, tokens)
        + _source_line(words, x0 + MARGIN * unit, y1 - 20 * unit, unit, tokens),
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
