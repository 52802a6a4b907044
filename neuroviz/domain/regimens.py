"""Published schedules of ketamine, and the routes by which it gets into the blood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from neuroviz.domain.base import Many, ReferenceKey, Slug, Strict, Text
from neuroviz.domain.explain import did_you_mean
from neuroviz.domain.yaml_source import Loc

FILE = "regimens.yaml"
Positive = Annotated[float, Field(ge=0, strict=False)]


class Range(Strict):
    """A number with the ends between which sources give it."""

    value: Positive = Field(description="the value that is drawn")
    low: Positive = Field(description="lowest that is given")
    high: Positive = Field(description="highest that is given")


class Route(Strict):
    """A way into the blood."""

    id: Slug = Field(description="id of the route")
    name: Text = Field(description="its name on the screen")
    bioavailability: Range = Field(description="share of the dose that arrives in the blood, 0 to 1")
    peak: Range | None = Field(description="minutes from the dose to the peak in plasma; null for a drip, which sets its own")
    says: Text = Field(description="what this route does, in a sentence")
    checked: bool = Field(description="false where a number is from memory")
    sources: Many[ReferenceKey] = Field(description="keys in references.yaml; [] where a number was seen without its source")


class Given(Strict):
    """What is given each time."""

    amount: Positive = Field(description="the amount")
    unit: Literal["mg/kg", "mg"] = Field(description="mg/kg, or mg for a fixed amount")
    minutes: Positive = Field(description="how long a drip runs; 0 where there is none")


class Regimen(Strict):
    """A schedule that a study or a label gave, or the same amount by another route, as a thought experiment."""

    id: Slug = Field(description="id of the regimen, used in addresses")
    name: Text = Field(description="short name on the screen")
    kind: Literal["trial", "label", "route"] = Field(description="trial, label, or route for a thought experiment")
    route: Slug = Field(description="id of a route")
    given: Given = Field(description="amount, unit and minutes")
    days: Many[Positive] = Field(min_length=1, description="days of the doses, counted from the first")
    said: Text = Field(description="the schedule in words")
    who: Text = Field(description="study or label, how many people, and in what setting")
    n: Annotated[int, Field(ge=1)] | None = Field(description="people in the study, null where there is none")
    note: Text | None = Field(default=None, description="what a reader should know")
    sources: Many[ReferenceKey] = Field(min_length=1, description="keys in references.yaml")
    checked: bool = Field(default=True, description="false if something in it was not re-checked")


class Anchor(Strict):
    """A level that was measured, drawn beside the model."""

    regimen: Slug = Field(description="regimen beside whose curve it stands")
    minutes: Positive = Field(description="minutes from the dose")
    value: Positive = Field(description="ng/mL")
    low: Positive | None = Field(default=None, description="lower end, ng/mL")
    high: Positive | None = Field(default=None, description="upper end, ng/mL")
    says: Text = Field(description="what it is")
    sources: Many[ReferenceKey] = Field(min_length=1, description="keys in references.yaml")


class NotDrawn(Strict):
    """A schedule that is left out, and why."""

    name: Text = Field(description="what is left out")
    why: Text = Field(description="why")
    sources: Many[ReferenceKey] = Field(min_length=1, description="keys in references.yaml")


class Regimens(Strict):
    """Routes, schedules, measured levels, and what is left out."""

    routes: Many[Route] = Field(min_length=1, description="the routes")
    regimens: Many[Regimen] = Field(min_length=1, description="the schedules; the first is the standard one")
    anchors: Many[Anchor] = Field(description="measured levels")
    not_drawn: Many[NotDrawn] = Field(description="what is left out")

    def route(self, route_id: str) -> Route:
        """One route by id."""
        return next(r for r in self.routes if r.id == route_id)

    def regimen(self, regimen_id: str) -> Regimen:
        """One schedule by id."""
        return next(r for r in self.regimens if r.id == regimen_id)


def regimen_citations(content: Mapping[str, Any]) -> Iterator[tuple[str, Loc, str]]:
    """Every place in the file that names a reference."""
    if FILE in content:
        for group in ("routes", "regimens", "anchors", "not_drawn"):
            for i, entry in enumerate(getattr(content[FILE], group)):
                yield from ((FILE, (group, i, "sources", j), key) for j, key in enumerate(entry.sources))


def regimen_problems(content: Mapping[str, Any]) -> Iterator[tuple[str, Loc, str]]:
    """Names that lead nowhere, doubles, days that run backwards, drips without minutes."""
    if FILE not in content:
        return
    held: Regimens = content[FILE]
    routes = {r.id: r for r in held.routes}
    seen: set[str] = set()
    for i, regimen in enumerate(held.regimens):
        where: Loc = ("regimens", i)
        if regimen.id in seen:
            yield FILE, (*where, "id"), f"The id `{regimen.id}` is taken by an entry above. Choose another."
        seen.add(regimen.id)
        if regimen.days[0] != 0 or list(regimen.days) != sorted(set(regimen.days)):
            yield FILE, (*where, "days"), "Do not begin with 0, or do not rise. List the days from the first dose on."
        if regimen.route not in routes:
            hint, _ = did_you_mean(regimen.route, routes)
            yield FILE, (*where, "route"), f"There is no route `{regimen.route}`. {hint}"
        elif (routes[regimen.route].peak is None) != (regimen.given.minutes > 0):
            yield FILE, (*where, "given"), "A drip runs for some minutes; what is absorbed has 0. Correct one of them."
    for i, anchor in enumerate(held.anchors):
        if anchor.regimen not in seen:
            hint, _ = did_you_mean(anchor.regimen, seen)
            yield FILE, ("anchors", i, "regimen"), f"There is no regimen `{anchor.regimen}`. {hint}"
