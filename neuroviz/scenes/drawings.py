"""Each kind of drawing that content can ask for, as markup: a function of the drawing, the lines of its scene, and the values."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from neuroviz.scenes.shapes.cells import cell, membrane, nucleus, sheen
from neuroviz.scenes.shapes.geometry import Point, curve, n, normals, spline, tube
from neuroviz.scenes.shapes.inside import strands
from neuroviz.scenes.shapes.paint import colour, flat, g, solid, tag, use
from neuroviz.scenes.small_spines import spines
from neuroviz.scenes.values import Values, shown

Drawing: TypeAlias = Mapping[str, Any]
"""See ``neuroviz.domain.scenes.Drawing``; here as plain data, since drawings need the standard library alone."""

TONES: Final = {"plain": "scene-dim-ink", "up": "scene-up", "down": "scene-down"}
TIPS: Final = {"plain": "ink", "up": "up", "down": "down"}


@dataclass
class Context:
    """What drawings share: the lines of the scene, an id for the picture, the values now."""

    lines: Mapping[str, Sequence[Point]]
    uid: str
    values: Values
    count: int = 0
    used: set[str] = field(default_factory=set)

    def fresh(self) -> str:
        """An id that no other drawing of this picture has."""
        self.count += 1
        return f"{self.uid}{self.count}"


def draw(d: Drawing, c: Context) -> str:
    """Markup of one drawing, with what the browser needs to follow the clock."""
    return shown(KINDS[d["kind"]](d, c), d["show"], c.values)


def place(d: Drawing, c: Context) -> tuple[float, float, float]:
    """Where a drawing stands: x, y, and the angle at which it stands on its line."""
    if d["on"] is None:
        x, y = d["at"]
        return x, y, d["turn"]
    dense = spline(c.lines[d["on"]], steps=16)
    turns = normals(dense)
    i = min(range(len(dense)), key=lambda k: math.dist(dense[k], d["near"]))
    a, b = turns[i]
    return dense[i][0], dense[i][1], math.degrees(math.atan2(a, -b)) + d["turn"]


def _shape(d: Drawing, c: Context) -> str:
    x, y, turn = place(d, c)
    c.used.add(d["shape"])
    return use(d["shape"], x, y, d["scale"], turn)


def _membrane(d: Drawing, c: Context) -> str:
    return membrane(c.lines[d["line"]], d["family"], c.fresh(), d["close"], d["band"])


def _cell(d: Drawing, c: Context) -> str:
    (x1, y1), (x2, y2) = d["box"]
    lines = [(b["points"], b["widths"]) for b in d["branches"]]
    outlines = [tube(points, widths) for points, widths in lines] + [curve(body, True) for body in d["bodies"]]
    lights = [sheen(points, widths) for points, widths in lines if widths[0] > 7]
    out = cell(outlines, d["family"], c.fresh(), (x1, y1, x2, y2), d["width"], lights)
    if d["nucleus"]:
        (x, y), (rx, ry) = d["nucleus"]
        out += nucleus(x, y, rx, ry, d["family"])
    return out


def _branch(d: Drawing, c: Context) -> str:
    """A piece of dendrite or axon lying across a card."""
    d_ = tube(d["points"], (d["width"], d["width"] * 0.86))
    return tag("path", d=d_, style=solid(f"body-{d['family']}"), stroke=f"url(#rim-{d['family']})", stroke_width=1.5)


def _haze(d: Drawing, c: Context) -> str:
    inner = "".join(tag("path", d=tube(b["points"], b["widths"]), fill=colour(f"{d['family']}-mid")) for b in d["branches"])
    return g(inner, opacity="var(--scene-haze)", filter="url(#blur9)")


def _filaments(d: Drawing, c: Context) -> str:
    return strands([list(d["points"])], d["family"], d["width"])


def _glow(d: Drawing, c: Context) -> str:
    x, y = d["at"]
    paint = "scene-glow" if d["family"] == "light" else f"glow-{d['family']}"
    tall = d["radius"] * (0.56 if d["family"] == "light" else 1)
    return tag(
        "ellipse",
        cx=n(x),
        cy=n(y),
        rx=n(d["radius"]),
        ry=n(tall),
        fill=f"url(#{paint})",
        opacity="var(--scene-glow)",
        class_="aura",
    )


def _arrow(d: Drawing, c: Context) -> str:
    look: dict[str, Any] = {"fill": "none", "stroke": colour(TONES[d["tone"]]), "stroke_width": 3, "stroke_linecap": "round"}
    return tag("path", d=curve(d["points"]), marker_end=f"url(#tip-{TIPS[d['tone']]})", **look)


def _outline(d: Drawing, c: Context) -> str:
    look: dict[str, Any] = {"stroke_dasharray": "0.1 5", "stroke_linecap": "round"} if d["tone"] == "plain" else {}
    tone = "scene-ghost" if d["tone"] == "plain" else TONES[d["tone"]]
    return tag("path", d=curve(d["points"]), fill="none", stroke=colour(tone), stroke_width=d["width"], **look)


def _text(d: Drawing, c: Context) -> str:
    x, y, _ = place(d, c)
    look = "in" if d["tone"] == "plain" else f"in {d['tone']}"
    return tag("text", _escaped(d["text"]), x=n(x), y=n(y), class_=look, text_anchor="middle")


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def _card(d: Drawing, c: Context) -> str:
    (x1, y1), (x2, y2) = d["box"]
    edge = colour("scene-rule" if d["tone"] == "plain" else TONES[d["tone"]])
    look: dict[str, Any] = {"fill": colour("scene-card"), "stroke": edge, "stroke_width": 1.3}
    return tag("rect", x=n(x1), y=n(y1), width=n(x2 - x1), height=n(y2 - y1), rx=14, **look)


def _note(d: Drawing, c: Context) -> str:
    """A card with words, lines parted by |; with a person where it is about people."""
    (x1, y1), (x2, y2) = d["box"]
    lines = d["text"].split("|")
    left, out = 0, _card(d, c)
    if d["family"] == "human":
        left, (px, py) = 30, (x1 + 28, (y1 + y2) / 2)
        body = f"M{n(px - 13)} {n(py + 22)}C{n(px - 13)} {n(py + 2)} {n(px + 13)} {n(py + 2)} {n(px + 13)} {n(py + 22)}Z"
        out += tag("circle", cx=n(px), cy=n(py - 9), r=8.5, style=flat("scene-dim-ink")) + tag(
            "path", d=body, style=flat("scene-dim-ink")
        )
    step = 24
    y = (y1 + y2) / 2 + 6 - step * (len(lines) - 1) / 2
    for k, line in enumerate(lines):
        look = "in" if k < len(lines) - 1 or d["tone"] == "plain" else f"in {d['tone']}"
        out += tag("text", _escaped(line), x=n((x1 + x2 + left) / 2), y=n(y + step * k), class_=look, text_anchor="middle")
    return out


def _lens(d: Drawing, c: Context) -> str:
    """A round window onto another place, with its own depth."""
    (x, y), r, family, uid = d["at"], d["radius"], d["family"], c.fresh()
    hole = tag("clipPath", tag("circle", cx=n(x), cy=n(y), r=n(r)), id=f"lens-{uid}")
    ring: dict[str, Any] = {"cx": n(x), "cy": n(y), "fill": "none"}
    out = hole + tag("circle", cx=n(x), cy=n(y), r=n(r + 1), style=flat("scene-lens"))
    out += g("".join(draw(inner, c) for inner in d["inside"]), clip_path=f"url(#lens-{uid})")
    out += tag("circle", r=n(r + 4), stroke=colour(f"{family}-mid"), stroke_width=5, opacity=0.16, **ring)
    return out + tag("circle", r=n(r), stroke=f"url(#rim-{family})", stroke_width=2.4, **ring)


def _spines(d: Drawing, c: Context) -> str:
    return spines(d, c.values)


def _ticks(d: Drawing, c: Context) -> str:
    """Action potentials on a line of time; the gap between them is ``width``."""
    (x1, y1), (x2, y2) = d["box"]
    rng, x, marks = random.Random(d["seed"]), x1, ""
    while x < x2:
        marks += f"M{n(x)} {n(y1)}V{n(y2)}"
        x += d["width"] * rng.uniform(0.75, 1.25)
    return tag("path", d=marks, stroke=colour(f"{d['family']}-tick"), stroke_width=2, stroke_linecap="round", fill="none")


KINDS: Final[Mapping[str, Callable[[Drawing, Context], str]]] = {
    "shape": _shape,
    "membrane": _membrane,
    "cell": _cell,
    "branch": _branch,
    "haze": _haze,
    "filaments": _filaments,
    "glow": _glow,
    "arrow": _arrow,
    "outline": _outline,
    "text": _text,
    "card": _card,
    "note": _note,
    "lens": _lens,
    "spines": _spines,
    "ticks": _ticks,
}
"""Kinds of drawings by the name that content gives them."""
