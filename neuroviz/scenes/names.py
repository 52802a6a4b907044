"""Labels of a scene: name, what has changed, a straight leader to the part; and the check that none lies on another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from neuroviz.scenes.drawings import Context, place
from neuroviz.scenes.shapes.geometry import Point, n
from neuroviz.scenes.shapes.paint import g, tag

Part = Mapping[str, Any]
Scene = Mapping[str, Any]

WIDE: Final = 0.56
"""Mean width of a letter in sizes of type, on the safe side."""

LEAD: Final = 1.16
"""Distance of the second line from the first, in sizes of type."""


@dataclass(frozen=True)
class Label:
    """A label in place: its box (left, top, right, bottom) with the longest second line that it can have, and its leader."""

    part: str
    box: tuple[float, float, float, float]
    start: Point
    end: Point | None


def anchor(part: Part, c: Context) -> Point | None:
    """The point that the label of a part leads to."""
    if part["anchor"]:
        return tuple(part["anchor"])
    for d in part["draw"]:
        if d["kind"] == "shape":
            x, y, _ = place(d, c)
            return x, y
    return None


def tone(words: str) -> str:
    """Class for a change: more, less, or neither."""
    return "up" if words.startswith("▲") else "down" if words.startswith("▼") else ""


def second_lines(part: Part) -> list[str]:
    """Every second line that a label of this part can have."""
    return [words for words in (part["second"], *part["changes"].values()) if words]


def labels(scene: Scene, view: str, c: Context) -> Iterator[Label]:
    """All labels of a view, at their places."""
    size = scene["size"][view]
    for part in scene["parts"]:
        spot = part["labels"].get(view)
        if spot is None:
            continue
        (x, y), how = spot["at"], spot["anchor"]
        own = len(part["name"]) * size * WIDE
        lines = second_lines(part)
        wide = max([own, *(len(line) * size * 0.94 * WIDE for line in lines)])
        left = {"end": x - wide, "middle": x - wide / 2, "start": x}[how]
        own_left = {"end": x - own, "middle": x - own / 2, "start": x}[how]
        bottom = y + size * (0.26 + (LEAD if lines else 0))
        box = (left, y - size * 0.8, left + wide, bottom)
        target = anchor(part, c) if spot["leader"] else None
        yield Label(part["id"], box, _start(box, own_left, own, y, size, target), target)


def _start(box: Sequence[float], own_left: float, own: float, y: float, size: float, target: Point | None) -> Point:
    """Where the leader leaves the text: the edge that faces the part."""
    left, top, right, bottom = box
    if target is None:
        return left, top
    if target[0] > right:
        return own_left + own + 7, y - size * 0.33
    if target[0] < left:
        return own_left - 7, y - size * 0.33
    return own_left + own / 2, top - 3 if target[1] < y else bottom + 3


def name_tags(scene: Scene, view: str, c: Context) -> str:
    """Markup of all labels of a view; which of them show is for the style sheet and the script to say."""
    by_id = {part["id"]: part for part in scene["parts"]}
    size = scene["size"][view]
    out = ""
    for label in labels(scene, view, c):
        part = by_id[label.part]
        spot = part["labels"][view]
        (x, y), how = spot["at"], spot["anchor"]
        second = part["second"] or ""
        lines = tag("text", _escaped(part["name"]), x=n(x), y=n(y), class_="lab", text_anchor=how)
        if second_lines(part):
            lines += tag("text", _escaped(second), x=n(x), y=n(y + size * LEAD), class_="sub", text_anchor=how)
        lead = ""
        if label.end is not None:
            d = f"M{n(label.start[0])} {n(label.start[1])}L{n(label.end[0])} {n(label.end[1])}"
            lead = tag("path", d=d, class_="leader") + tag("circle", cx=n(label.end[0]), cy=n(label.end[1]), r=3, class_="dot")
        out += g(lead + lines, class_="label", data_for=label.part)
    return out


def badges(scene: Scene, c: Context) -> str:
    """For small screens: a number beside each part instead of its name; the script numbers those that show."""
    out = ""
    for part in scene["parts"]:
        end = anchor(part, c)
        noted = any(d["kind"] == "note" for d in part["draw"])
        if part["quiet"] or end is None or not (part["labels"] or noted):
            continue
        spot = part["labels"].get("tall")
        x, y = spot["at"] if spot else (end[0] + 26, end[1] - 12)
        lead = tag("path", d=f"M{n(end[0])} {n(end[1])}L{n(x)} {n(y)}", class_="leader")
        dot = tag("circle", cx=n(end[0]), cy=n(end[1]), r=3, class_="dot")
        number = g(
            tag("circle", r=1, class_="disc") + tag("text", "", class_="number", text_anchor="middle"),
            transform=f"translate({n(x)} {n(y)})",
        )
        out += g(lead + dot + number, class_="badge", data_for=part["id"])
    return out


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def collisions(placed: Sequence[Label]) -> list[str]:
    """What lies on what: text on text, leader over leader, leader through text."""
    out = []
    for i, a in enumerate(placed):
        for b in placed[:i]:
            if _over(a.box, b.box):
                out.append(f"the text of {a.part} on that of {b.part}")
            if a.end and b.end and _cross(a.start, a.end, b.start, b.end):
                out.append(f"the leader of {a.part} over that of {b.part}")
        out += [
            f"the leader of {a.part} through {b.part}" for b in placed if b is not a and a.end and _through(a.start, a.end, b.box)
        ]
    return out


def _over(a: Sequence[float], b: Sequence[float]) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > 2 and min(a[3], b[3]) - max(a[1], b[1]) > 2


def _side(p: Point, q: Point, r: Point) -> float:
    return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])


def _cross(p: Point, q: Point, r: Point, s: Point) -> bool:
    return _side(p, q, r) * _side(p, q, s) < 0 and _side(r, s, p) * _side(r, s, q) < 0


def _through(a: Point, b: Point, box: Sequence[float]) -> bool:
    left, top, right, bottom = box
    steps = [(a[0] + (b[0] - a[0]) * k / 40, a[1] + (b[1] - a[1]) * k / 40) for k in range(41)]
    return any(left < x < right and top < y < bottom for x, y in steps)
