"""Callouts beside the brain: name and one line, a leader to the place, never one on another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

Box = tuple[float, float, float, float]
Side = Literal["left", "right", "top", "bottom"]

NAME_PX: Final = 15.0
LINE_PX: Final = 14.0
BOLD: Final = 1.05
"""How much wider the semi-bold name runs."""
WIDTHS: Final = {"iljI .,:;'’|!": 0.29, "ftr()“”-": 0.40, "mwMW—": 0.90}
"""Width of narrow and wide letters, em, a little generous; capitals and digits 0.72, all others 0.60."""
LEADING: Final = 1.3
GAP_PX: Final = 10.0
OTHER: Final[dict[Side, Side]] = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}


@dataclass(frozen=True)
class LabelSpace:
    """Where labels may stand, in drawn units.

    Parameters
    ----------
    left, top, right, bottom
        The pane, less what lies over it.
    unit
        Drawn units per CSS px, so that the words come out 15 and 14 px high.
    most
        Labels at most: 6, projector 5, phone 3.
    """

    left: float = -3260
    top: float = -1786
    right: float = 3260
    bottom: float = 1786
    unit: float = 6.5
    most: int = 6


@dataclass(frozen=True)
class Anchored:
    """Words and the point they belong to, drawn units."""

    x: float
    y: float
    name: str
    line: str


@dataclass(frozen=True)
class Placed:
    """A label with its place: box (x0, y0, x1, y1), side of the brain, and the corners of its leader."""

    label: Anchored
    side: Side
    box: Box
    leader: tuple[tuple[float, float], ...]


def text_width(words: str) -> float:
    """Width of a line of text, estimated letter by letter, em: a page without a browser cannot measure."""
    known = {letter: width for letters, width in WIDTHS.items() for letter in letters}
    return sum(known.get(c, 0.72 if c.isupper() or c.isdigit() else 0.60) for c in words)


def size(label: Anchored, unit: float) -> tuple[float, float]:
    """Width and height of a label, estimated, drawn units."""
    width = max(text_width(label.name) * BOLD * NAME_PX, text_width(label.line) * LINE_PX)
    return width * unit, (NAME_PX + (LINE_PX if label.line else 0)) * LEADING * unit


def place(labels: Sequence[Anchored], brain: Box, space: LabelSpace) -> tuple[Placed, ...]:
    """Place labels (most important first) in columns beside the brain, else in rows above and below it.

    A label that does not fit is left out, never squeezed. Only anchors in the middle may change sides, so
    that no leader crosses the brain.
    """
    chosen = list(labels[: space.most])
    if not chosen:
        return ()
    widest = max(size(label, space.unit)[0] for label in chosen)
    columns = max(brain[0] - space.left, space.right - brain[2]) > widest + 14 * space.unit
    sides: dict[Side, list[Anchored]] = {}
    for label in chosen:
        side = _side(label, sides, brain, space, columns, cap=math.ceil(len(chosen) / 2) + 1)
        if side:
            sides.setdefault(side, []).append(label)
    return tuple(p for side, group in sides.items() for p in _stand(side, group, brain, space))


def _side(
    label: Anchored, sides: dict[Side, list[Anchored]], brain: Box, space: LabelSpace, columns: bool, cap: int
) -> Side | None:
    """Side on which ``label`` fits, or None."""
    x0, y0, x1, y1 = brain
    offset = (label.x - (x0 + x1) / 2) / (x1 - x0) if columns else (label.y - (y0 + y1) / 2) / (y1 - y0)
    near: Side
    if columns:
        near = "left" if offset < 0 else "right"
    else:
        near = "top" if offset < 0 else "bottom"
    sought = (near, OTHER[near]) if abs(offset) < 0.22 else (near,)
    return next((s for s in sought if _fits(label, s, sides.get(s, []), brain, space, cap)), None)


def _fits(label: Anchored, side: Side, there: list[Anchored], brain: Box, space: LabelSpace, cap: int) -> bool:
    gap = GAP_PX * space.unit
    along = 1 if side in ("left", "right") else 0
    used = sum(size(other, space.unit)[along] + gap for other in there)
    length = space.bottom - space.top if along else space.right - space.left
    width, height = size(label, space.unit)
    across = {
        "left": brain[0] - 14 * space.unit - space.left - width,
        "right": space.right - brain[2] - 14 * space.unit - width,
        "top": brain[1] - space.top - height,
        "bottom": space.bottom - brain[3] - height,
    }[side]
    return used + (height if along else width) <= length and across >= 0 and (not along or len(there) < cap)


def _stand(side: Side, group: list[Anchored], brain: Box, space: LabelSpace) -> list[Placed]:
    """Boxes and leaders of the labels of one side, in the order of their anchors."""
    column = side in ("left", "right")
    unit = space.unit
    group = sorted(group, key=lambda label: label.y if column else label.x)
    sizes = [size(label, unit) for label in group]
    lengths = [s[1] if column else s[0] for s in sizes]
    wanted = [(label.y if column else label.x) - length / 2 for label, length in zip(group, lengths, strict=True)]
    ends = (space.top, space.bottom) if column else (space.left, space.right)
    starts = spread(wanted, lengths, ends[0], ends[1], GAP_PX * unit)
    placed = []
    for label, (width, height), start in zip(group, sizes, starts, strict=True):
        x, y = {
            "left": (max(space.left, brain[0] - 30 * unit - width), start),
            "right": (min(space.right - width, brain[2] + 30 * unit), start),
            "top": (start, max(space.top, brain[1] - 22 * unit - height)),
            "bottom": (start, min(space.bottom - height, brain[3] + 18 * unit)),
        }[side]
        box = (x, y, x + width, y + height)
        placed.append(Placed(label, side, box, _leader(label, side, box, unit)))
    return placed


def spread(wanted: Sequence[float], lengths: Sequence[float], low: float, high: float, gap: float) -> list[float]:
    """Push intervals apart inside low..high, keeping their order: forward, then backward."""
    starts = list(wanted)
    edge = low
    for i, length in enumerate(lengths):
        starts[i] = max(starts[i], edge)
        edge = starts[i] + length + gap
    edge = high
    for i in reversed(range(len(starts))):
        starts[i] = min(starts[i], edge - lengths[i])
        edge = starts[i] - gap
    return starts


def _leader(label: Anchored, side: Side, box: Box, unit: float) -> tuple[tuple[float, float], ...]:
    """Walk from the label 14 px straight, then to 5 px short of the anchor."""
    x0, y0, x1, y1 = box
    inner = min(max(label.x, x0 + 10 * unit), x1 - 10 * unit)
    start = {
        "left": (x1 + 8 * unit, (y0 + y1) / 2),
        "right": (x0 - 8 * unit, (y0 + y1) / 2),
        "top": (inner, y1 + 3 * unit),
        "bottom": (inner, y0 - 3 * unit),
    }[side]
    dx, dy = {"left": (14, 0), "right": (-14, 0), "top": (0, 5), "bottom": (0, -5)}[side]
    knee = (start[0] + dx * unit, start[1] + dy * unit)
    rest = math.hypot(label.x - knee[0], label.y - knee[1]) or 1.0
    short = max(rest - 5 * unit, 0) / rest
    return start, knee, (knee[0] + (label.x - knee[0]) * short, knee[1] + (label.y - knee[1]) * short)
