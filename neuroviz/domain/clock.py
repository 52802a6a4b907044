"""The clock that everything is a function of, and the quantities that run along it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from neuroviz import theme
from neuroviz.domain.base import Many, Mark, ReferenceKey, Slug, Strict, Text, Token
from neuroviz.domain.explain import did_you_mean
from neuroviz.domain.yaml_source import Loc

StopId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+$")]
Species = Literal["human", "rodent", "rat", "mouse", "in-vitro"]
Number = Annotated[float, Field(strict=False)]


class Stop(Strict):
    """One stop of the clock."""

    id: StopId = Field(description="name of the stop in addresses, such as 24h")
    name: Text = Field(description="short name on the strip")
    spoken: Text = Field(description="name as it is read out")
    line: Text = Field(description="what happens then, two or three words")
    minutes: Annotated[float, Field(ge=0, strict=False)] | None = Field(
        description="from the start of the infusion; null before it"
    )
    pace: Literal["linear", "log"] = Field(description="how time runs from this stop to the next")


class Point(Strict):
    """A value at one moment."""

    at: StopId | Number = Field(description="a stop of the clock, or minutes from the start of the infusion")
    value: Number = Field(description="the value, in the unit of the quantity")
    low: Number | None = Field(default=None, description="lower end of its range")
    high: Number | None = Field(default=None, description="upper end of its range")


class QuantitySpec(Strict):
    """One quantity along the clock, as content gives it: points, or the name of a model."""

    id: Slug = Field(description="id of the quantity")
    label: Text = Field(description="its name on the screen")
    glyph: Slug = Field(description="its small drawing")
    token: Token = Field(description="its colour in neuroviz/theme.py")
    unit: Text | None = Field(description="unit, null for a schematic level from 0 to 1")
    mark: Mark = Field(description="data, model or schematic")
    species: Species = Field(description="in whom it was measured or for whom it is computed")
    points: Many[Point] = Field(default=(), description="moments with their values, in order of time")
    model: Slug | None = Field(default=None, description="name of a model, instead of points")
    sources: Many[ReferenceKey] = Field(min_length=1, description="keys in references.yaml")
    checked: bool = Field(default=True, description="false if it was not re-checked")
    note: Text | None = Field(default=None, description="what a reader should know")


class Clock(Strict):
    """The stops, the curves of the strip, and every quantity."""

    stops: Many[Stop] = Field(min_length=2, description="the stops in order of time")
    strip: Many[Slug] = Field(min_length=1, description="quantities drawn on the strip, from top to bottom")
    quantities: Many[QuantitySpec] = Field(min_length=1, description="everything that runs along the clock")

    def index(self, stop: str) -> int:
        """Position of a stop; raises KeyError when there is none of that id."""
        for k, s in enumerate(self.stops):
            if s.id == stop:
                return k
        raise KeyError(stop)

    def minutes(self, stop: str) -> float:
        """Minutes of a stop from the start of the infusion; -1 for the time before it."""
        found = self.stops[self.index(stop)].minutes
        return -1.0 if found is None else found


def clock_problems(content: Mapping[str, Any]) -> Iterator[tuple[str, Loc, str]]:
    """Stops that run backwards, points that do, names that lead nowhere."""
    if "clock.yaml" not in content:
        return
    clock: Clock = content["clock.yaml"]
    times = [clock.minutes(s.id) for s in clock.stops]
    for k in range(1, len(times)):
        if times[k] <= times[k - 1]:
            yield "clock.yaml", ("stops", k, "minutes"), "Is not later than the stop above. List the stops in order of time."
    known = {q.id for q in clock.quantities}
    for k, name in enumerate(clock.strip):
        if name not in known:
            hint, _ = did_you_mean(name, known)
            yield "clock.yaml", ("strip", k), f"There is no quantity `{name}`. {hint}"
    colours = {f"--{name}" for name in theme.tokens("paper")}
    for k, quantity in enumerate(clock.quantities):
        if bool(quantity.points) == bool(quantity.model):
            yield "clock.yaml", ("quantities", k), "Has both points and a model, or neither. Give one of them."
        if quantity.token not in colours:
            hint, near = did_you_mean(quantity.token, colours)
            hint = hint if near else "Use one of those in neuroviz/theme.py."
            yield "clock.yaml", ("quantities", k, "token"), f"There is no colour `{quantity.token}`. {hint}"
        yield from _points(clock, k, {s.id for s in clock.stops})


def _points(clock: Clock, k: int, stops: set[str]) -> Iterator[tuple[str, Loc, str]]:
    last = -2.0
    for j, point in enumerate(clock.quantities[k].points):
        when = point.at
        if isinstance(when, str) and when not in stops:
            hint, _near = did_you_mean(when, stops)
            yield "clock.yaml", ("quantities", k, "points", j), f"There is no stop `{when}`. {hint}"
            continue
        now = clock.minutes(when) if isinstance(when, str) else when
        if now <= last:
            advice = "List points in order of time."
            yield "clock.yaml", ("quantities", k, "points", j), f"Is not later than the point before it. {advice}"
        last = now
