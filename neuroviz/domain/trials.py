"""What trials measured over days and weeks, what fades, what happens on the day itself, and how people guess what they got."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from neuroviz.domain.base import Many, ReferenceKey, Slug, Strict, Text
from neuroviz.domain.explain import did_you_mean
from neuroviz.domain.yaml_source import Loc

FILE = "trials.yaml"
Number = Annotated[float, Field(strict=False)]
Day = Annotated[float, Field(ge=0, strict=False)]
Percent = Annotated[float, Field(ge=0, le=100, strict=False)]
Sources = Annotated[Many[ReferenceKey], Field(min_length=1, description="keys in references.yaml")]


class Outcome(Strict):
    """Share of people with an outcome on one day."""

    day: Day = Field(description="days from the first dose")
    drug: Percent = Field(description="per cent with the drug")
    control: Percent | None = Field(default=None, description="per cent in the comparison group, left out where there is none")


class Trial(Strict):
    """One trial or one pooled analysis; its points are never joined with those of another."""

    id: Slug = Field(description="id of the trial")
    name: Text = Field(description="short name, such as Lii 2023")
    row: Slug = Field(description="row of the chart in which it stands")
    design: Text = Field(description="how it was done, in a few words")
    n: Annotated[int, Field(ge=1)] = Field(description="people")
    drug: Text = Field(description="name of the group with the drug")
    against: Text | None = Field(description="name of the comparison group, null where there is none")
    response: Many[Outcome] = Field(description="at least half of the symptoms gone")
    remission: Many[Outcome] = Field(default=(), description="below a cut-off, which differs between trials")
    note: Text | None = Field(default=None, description="what a reader should know")
    checked: bool = Field(description="false if it was not re-checked")
    sources: Sources


class Row(Strict):
    """Trials that were masked in the same way share a row."""

    id: Slug = Field(description="id of the row")
    name: Text = Field(description="heading of the row")
    says: Text = Field(description="what to know when reading it")


class Gap(Strict):
    """Difference from placebo in a pooled analysis."""

    name: Text = Field(description="short name")
    design: Text = Field(description="how many trials and people")
    starts: Day = Field(description="minutes at which the groups begin to differ")
    day: Day = Field(description="day of the largest difference")
    value: Number = Field(description="the difference, in the unit of the chart")
    low: Number = Field(description="lower end of its interval")
    high: Number = Field(description="upper end of its interval")
    gone: Many[Day] = Field(min_length=2, max_length=2, description="first and last day on which it has gone")
    checked: bool = Field(description="false if it was not re-checked")
    sources: Sources


class Fading(Strict):
    """How long something lasts."""

    name: Text = Field(description="what lasts")
    day: Day = Field(description="after how many days")
    counts: Text = Field(description="from when the days count")
    says: Text = Field(description="what was found, with how many people")
    checked: bool = Field(description="false if it was not re-checked")
    sources: Sources


class Band(Strict):
    """Something that lasts for a part of the day of the treatment."""

    id: Slug = Field(description="id of the band")
    name: Text = Field(description="its name on the screen")
    shape: Literal["bar", "hill"] = Field(description="bar, or hill for what rises and falls")
    start: Day = Field(description="minutes from the start of the drip")
    peak: Day | None = Field(default=None, description="minutes of the peak of a hill")
    end: Day = Field(description="minutes at which it is over")
    says: Text = Field(description="what it is, in a sentence")
    checked: bool = Field(description="false if it was not re-checked")
    sources: Sources


class Guess(Strict):
    """One statement of the box on masking."""

    says: Text = Field(description="the statement")
    checked: bool = Field(description="false if it was not re-checked")
    sources: Sources


class Blinding(Strict):
    """The box that stands beside every chart of trial results."""

    title: Text = Field(description="its heading")
    points: Many[Guess] = Field(min_length=1, description="the statements")
    fair: Text = Field(description="the fair sentence at its end")


class Trials(Strict):
    """Trial results over time."""

    gap: Gap = Field(description="difference from placebo after one infusion")
    rows: Many[Row] = Field(min_length=1, description="rows of the chart")
    trials: Many[Trial] = Field(min_length=1, description="the trials")
    fading: Many[Fading] = Field(min_length=1, description="what lasts how long")
    blinding: Blinding = Field(description="the box on masking")
    day: Many[Band] = Field(min_length=1, description="the day of the treatment")


def trial_citations(content: Mapping[str, Any]) -> Iterator[tuple[str, Loc, str]]:
    """Every place in the file that names a reference."""
    if FILE not in content:
        return
    held: Trials = content[FILE]
    yield from ((FILE, ("gap", "sources", j), key) for j, key in enumerate(held.gap.sources))
    for group in ("trials", "fading", "day"):
        for i, entry in enumerate(getattr(held, group)):
            yield from ((FILE, (group, i, "sources", j), key) for j, key in enumerate(entry.sources))
    for i, guess in enumerate(held.blinding.points):
        yield from ((FILE, ("blinding", "points", i, "sources", j), key) for j, key in enumerate(guess.sources))


def trial_problems(content: Mapping[str, Any]) -> Iterator[tuple[str, Loc, str]]:
    """Rows that do not exist, days that run backwards, comparisons without a name, bands that end before they begin."""
    if FILE not in content:
        return
    held: Trials = content[FILE]
    rows = {r.id for r in held.rows}
    for i, trial in enumerate(held.trials):
        where: Loc = ("trials", i)
        if trial.row not in rows:
            hint, _ = did_you_mean(trial.row, rows)
            yield FILE, (*where, "row"), f"There is no row `{trial.row}`. {hint}"
        for measure in ("response", "remission"):
            points: tuple[Outcome, ...] = getattr(trial, measure)
            days = [p.day for p in points]
            if days != sorted(set(days)):
                yield FILE, (*where, measure), "Days do not rise. List them in order, each once."
            if trial.against is None and any(p.control is not None for p in points):
                yield FILE, (*where, "against"), "Has no name, but there are values of a comparison group. Name the group."
    for i, band in enumerate(held.day):
        if not band.start < band.end or (band.shape == "hill") != (band.peak is not None):
            yield FILE, ("day", i), "Ends before it begins, or a hill has no peak, or a bar has one. Correct the times."
    gap = held.gap
    if not gap.low <= gap.value <= gap.high:
        yield FILE, ("gap", "value"), "Is not between its low and high ends. Correct the numbers."
