"""Drawn scenes as content: what stands where, what it is called, when it is there, and what it does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from neuroviz.domain.base import Many, Mark, ReferenceKey, Slug, Strict, Text

Number = Annotated[float, Field(strict=False)]
Point = tuple[float, float]
StopId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+$")]
Anchor = Literal["start", "middle", "end"]
ViewName = Literal["wide", "half", "tall"]
Plane = Literal["back", "cells", "live"]
Kind = Literal[
    "shape",
    "membrane",
    "cell",
    "branch",
    "haze",
    "filaments",
    "glow",
    "arrow",
    "outline",
    "text",
    "card",
    "note",
    "lens",
    "spines",
    "ticks",
]
Seen = Literal["seen", "indirect", "none", "conflict"]
"""What was seen in people: it itself, only signs of it, nothing yet, or signs that do not fit."""


def _points(value: object) -> object:
    """Read ``x,y x,y …``; anything else is left to the next check."""
    if not isinstance(value, str):
        raise ValueError("should be points such as `10,20 30,40`, not something else")
    out = []
    for pair in value.split():
        try:
            x, y = (float(part) for part in pair.split(","))
        except ValueError:
            raise ValueError(
                f"has `{pair}` where a point should be. Write points as `x,y x,y`, with no space inside one"
            ) from None
        out.append((x, y))
    if not out:
        raise ValueError("has no points. Write them as `x,y x,y`")
    return tuple(out)


def _point(value: object) -> object:
    points = _points(value)
    if not isinstance(points, tuple) or len(points) != 1:
        raise ValueError("should be one point such as `10,20`")
    return points[0]


Points = Annotated[tuple[Point, ...], BeforeValidator(_points), Field(strict=False)]
"""Points of a line in units of the scene, y down, written ``10,20 30,40``."""

Place = Annotated[Point, BeforeValidator(_point), Field(strict=False)]
"""One point, written ``10,20``."""


class Ramp(Strict):
    """Something appears while a quantity of the clock goes from one value to another (backwards: it disappears)."""

    quantity: Slug = Field(description="a quantity of clock.yaml, or one of this scene's `defaults`")
    start: Number = Field(description="value at which it is not there")
    full: Number = Field(description="value at which it is all there")

    @model_validator(mode="after")
    def _differ(self) -> Ramp:
        if self.start == self.full:
            raise ValueError("`start` and `full` are the same. Let them differ, however little")
        return self


class Branch(Strict):
    """A branch of a cell."""

    points: Points = Field(description="its centre line")
    widths: Place = Field(description="width where it starts and where it ends, such as `16,5`")


class Drawing(Strict):
    """One thing that is drawn for a part."""

    kind: Kind = Field(description="what is drawn: " + ", ".join(Kind.__args__))  # type: ignore[attr-defined]
    shape: Slug | None = Field(default=None, description="a shared shape, such as ampa (kind shape)")
    at: Place | None = Field(default=None, description="where its middle is")
    on: Slug | None = Field(default=None, description="a line of this scene on which it stands upright")
    near: Place | None = Field(default=None, description="with `on`: the point that its place on the line is nearest to")
    turn: Number = Field(default=0, description="degrees, clockwise")
    scale: Number = Field(default=1, description="size, 1 as drawn")
    line: Slug | None = Field(default=None, description="a line of this scene (kind membrane)")
    points: Points | None = Field(default=None, description="points of its own line")
    close: Points | None = Field(default=None, description="points that close the inside off")
    family: Slug | None = Field(default=None, description="kind of tissue: coral, teal, astro, amber, mute, violet")
    band: Number = Field(default=11, description="thickness of a membrane")
    branches: Many[Branch] = Field(default=(), description="branches of a cell")
    bodies: Many[Points] = Field(default=(), description="closed outlines of a cell")
    nucleus: Points | None = Field(default=None, description="middle and half axes, such as `430,378 20,19`")
    box: Points | None = Field(default=None, description="two corners, such as `10,20 30,40`")
    width: Number = Field(default=2, description="width of a stroke or a rim, or of the gaps between spines or ticks")
    radius: Number = Field(default=20, description="radius of a lens or a glow")
    text: Text | None = Field(default=None, description="words in the picture")
    tone: Literal["plain", "up", "down"] = Field(default="plain", description="plain, up (more) or down (less)")
    keep: Number = Field(default=0.5, description="kind spines: share that stands after stress")
    new: Number = Field(default=0, description="kind spines: share that comes back")
    seed: int = Field(default=1, description="kind spines, ticks: another number, another scatter")
    inside: Many[Drawing] = Field(default=(), description="what is seen through a lens")
    show: Many[Ramp] = Field(default=(), description="when it is there; always if left out")

    @model_validator(mode="after")
    def _complete(self) -> Drawing:
        for name in _NEEDS[self.kind]:
            if getattr(self, name) in (None, ()):
                raise ValueError(f"is of kind `{self.kind}` and needs `{name}:`")
        if self.kind in ("shape", "text") and (self.at is None) == (self.on is None):
            raise ValueError("needs `at:` or `on:`, one of the two")
        if (self.on is None) != (self.near is None):
            raise ValueError("has `on:` without `near:`, or the other way round. Give both")
        return self


_NEEDS: Mapping[str, tuple[str, ...]] = {
    "shape": ("shape",),
    "membrane": ("line", "family"),
    "cell": ("family", "box"),
    "branch": ("points", "family"),
    "haze": ("branches", "family"),
    "filaments": ("points", "family"),
    "glow": ("at", "family"),
    "arrow": ("points",),
    "outline": ("points",),
    "text": ("text",),
    "card": ("box",),
    "note": ("box", "text"),
    "lens": ("at", "family"),
    "spines": ("points",),
    "ticks": ("box", "family"),
}


class Spot(Strict):
    """Where a label stands."""

    at: Place = Field(description="where its first line stands")
    anchor: Anchor = Field(default="start", description="start, middle or end: which end of the text is there")
    leader: bool = Field(default=True, description="false when the text stands in the part")


class Part(Strict):
    """One part of a scene: drawn, named, explained, reachable."""

    id: Slug = Field(description="id of the part")
    name: Text = Field(description="its name, as a label")
    second: Text | None = Field(default=None, description="second line of its label while nothing has changed")
    says: Text = Field(description="what it is or does, one sentence")
    plane: Plane = Field(default="live", description="back, cells or live, one over the other; live is redrawn fast")
    mark: Mark = Field(default="schematic", description="data, model or schematic")
    people: Seen | None = Field(default=None, description="seen, indirect, none or conflict; left out if nothing is said of it")
    sources: Many[ReferenceKey] = Field(default=(), description="keys in references.yaml")
    glossary: Slug | None = Field(default=None, description="entry of the glossary")
    tracks: Many[Slug] = Field(default=(), description="explanations that bring it in; always there if left out")
    when: Many[StopId] = Field(default=(), description="stops at which it is there; all if left out")
    cue: bool = Field(default=False, description="true for what is there only in the steps that light it")
    yields: bool = Field(default=False, description="true for what makes room for such a step")
    titled: bool = Field(default=False, description="true for what always has its label, such as a card")
    quiet: bool = Field(default=False, description="true for what is not a part of its own, such as a frame")
    draw: Many[Drawing] = Field(min_length=1, description="what is drawn, from back to front")
    anchor: Place | None = Field(default=None, description="where its label points to")
    labels: dict[ViewName, Spot] = Field(default={}, description="where its label stands in each view")
    shift: dict[ViewName, Place] = Field(default={}, description="how far it moves in a view, such as `-345,164`")
    changes: dict[StopId, Text] = Field(default={}, description="second line of the label at a stop: ▲, ▼ or words")
    unknown: Many[StopId] = Field(default=(), description="stops at which nobody knows; drawn hollow")


class Flow(Strict):
    """Molecules that move along a line."""

    id: Slug = Field(description="id of the flow")
    of: Slug = Field(description="what moves: a shared shape such as glu")
    says: Text = Field(description="what moves where, a few words")
    lines: Many[Points] = Field(min_length=1, description="the lines that they follow")
    part: Slug | None = Field(default=None, description="the part in which it moves; it is there only with it")
    count: Annotated[int, Field(ge=1, le=12)] = Field(description="how many on each line when all are there")
    seconds: Annotated[float, Field(gt=0.5, le=12, strict=False)] = Field(description="how long one takes")
    scale: Number = Field(default=1, description="size of one")
    tone: Literal["plain", "up", "down"] = Field(default="plain", description="colour of the arrow that stands for it")
    tracks: Many[Slug] = Field(default=(), description="explanations that bring it in")
    people: Seen = Field(default="seen", description="seen, indirect, none or conflict")
    show: Many[Ramp] = Field(default=(), description="how many move, and how fast; all, always, if left out")


class Statement(Strict):
    """A sentence with what stands behind it."""

    text: Text = Field(description="one sentence")
    sources: Many[ReferenceKey] = Field(min_length=1, description="keys in references.yaml")


class Moment(Strict):
    """What a scene says at one stop of the clock."""

    headline: Text = Field(description="one sentence")
    says: Text = Field(description="one or two sentences")
    labels: Many[Slug] = Field(description="parts with a label")
    changed: Many[Slug] = Field(default=(), description="parts that differ from before")
    disagree: Statement | None = Field(default=None, description="who disagrees, one sentence")


class Scene(Strict):
    """One drawn scene."""

    id: Slug = Field(description="id of the scene, the same as its scale")
    title: Text = Field(description="its name")
    place: Text = Field(description="where in the brain this is")
    says: Text = Field(description="what is drawn, for those who do not see it")
    views: dict[ViewName, Points] = Field(description="for wide, half and tall: a corner, and width and height")
    size: dict[ViewName, Number] = Field(description="size of labels in units, for each view")
    gate: Place = Field(description="where the next deeper scale begins")
    defaults: dict[Slug, Number] = Field(default={}, description="values of things that do not run with the clock")
    lines: dict[Slug, Points] = Field(default={}, description="lines that parts stand on, walked with the outside on the left")
    parts: Many[Part] = Field(min_length=1, description="the parts, from back to front")
    flows: Many[Flow] = Field(default=(), description="what moves")
    moments: dict[StopId, Moment] = Field(description="what is said at each stop")
    not_shown: Many[Text] = Field(min_length=1, description="what the picture leaves out")

    def part(self, part_id: str) -> Part:
        """One part by id; raises StopIteration when there is none."""
        return next(p for p in self.parts if p.id == part_id)


Drawing.model_rebuild()


def as_data(scene: Scene) -> dict[str, Any]:
    """A scene as plain lists and texts, which is what the drawing code takes."""
    return scene.model_dump()
