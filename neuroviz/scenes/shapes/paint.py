"""Elements, fills and light that every shape is drawn with.

Every body is filled through ``--hollow``: a group that sets it to ``none`` shows all that is in it as outlines, shared shapes
included.
"""

from __future__ import annotations

from neuroviz.scenes.shapes.geometry import n
from neuroviz.scenes.svg import element

EDGE = "var(--scene-edge)"


def tag(name: str, inside: str | None = None, **values: object) -> str:
    """One element; ``stroke_width`` becomes ``stroke-width`` and ``class_`` becomes ``class``."""
    return element(name, {key.rstrip("_").replace("_", "-"): value for key, value in values.items()}, inside)


def g(inside: str, **values: object) -> str:
    """A group."""
    return tag("g", inside, **values)


def colour(token: str) -> str:
    """Refer to a colour."""
    return f"var(--{token})"


def solid(paint: str) -> str:
    """Style of a body: the gradient ``paint``, or nothing where the group is hollow."""
    return f"fill:var(--hollow,url(#{paint}))"


def flat(token: str) -> str:
    """Style of a body in one colour, or nothing where the group is hollow."""
    return f"fill:var(--hollow,var(--{token}))"


def use(what: str, x: float, y: float, scale: float = 1, turn: float = 0, **values: object) -> str:
    """A shared shape at a place; ``turn`` in degrees."""
    move = f"translate({n(x)} {n(y)})"
    if turn:
        move += f" rotate({n(turn)})"
    if scale != 1:
        move += f" scale({scale:.3g})"
    named = {key.rstrip("_").replace("_", "-"): value for key, value in values.items()}
    return element("use", {"href": f"#{what}", "transform": move, **named})


def lobes(protein: str, *ellipses: tuple[float, float, float, float, float]) -> str:
    """Round parts of a protein, each lit from the top left: centre, half axes, turn in degrees."""
    out = ""
    for cx, cy, rx, ry, turn in ellipses:
        out += tag(
            "ellipse",
            cx=n(cx),
            cy=n(cy),
            rx=n(rx),
            ry=n(ry),
            style=solid(f"b-{protein}"),
            stroke=EDGE,
            stroke_width=0.8,
            transform=f"rotate({n(turn)} {n(cx)} {n(cy)})" if turn else None,
        )
    return out


def rod(protein: str, x: float, y: float, width: float, height: float, r: float = 3.6) -> str:
    """A bundle of helices as a lit cylinder."""
    return tag(
        "rect",
        x=n(x),
        y=n(y),
        width=n(width),
        height=n(height),
        rx=r,
        style=solid(f"c-{protein}"),
        stroke=EDGE,
        stroke_width=0.8,
    )


def shine(*spots: tuple[float, float, float, float]) -> str:
    """Small lights on round things: centre and half axes."""
    inner = "".join(tag("ellipse", cx=n(x), cy=n(y), rx=n(rx), ry=n(ry)) for x, y, rx, ry in spots)
    return g(inner, style="fill:var(--hollow,#fff)", opacity="var(--scene-shine)")


def rim(d: str, width: float = 1.2, opacity: str = "var(--scene-shine)") -> str:
    """A thin light along an upper left edge."""
    return tag("path", d=d, fill="none", stroke="#fff", stroke_width=width, stroke_linecap="round", opacity=opacity)
