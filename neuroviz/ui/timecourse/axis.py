"""The one axis under all charts: the stretched clock, the first hours, or the weeks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np

from neuroviz.film.time import Floats, Timeline
from neuroviz.ui.markup import Markup, el

SPANS: Final = ("clock", "hours", "weeks")
"""The three ways to lay out time."""

HOURS: Final = 6
WEEKS: Final = 14
"""Ends of the linear axes, in their unit."""

WIDTH: Final = 900
"""Units of a drawing across the whole axis; half a stop is free at either end, as on the strip."""


class Axis:
    """Where a moment lies along the axis, for each span.

    Parameters
    ----------
    timeline
        The stretched time of the clock.
    """

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.ends = {"clock": timeline.minutes_at[-1], "hours": HOURS * 60.0, "weeks": WEEKS * 7 * 1440.0}

    def steps(self, span: str, minutes: Iterable[float] | Floats) -> Floats:
        """Positions in stops, 0 to 8, of minutes from the start; beyond the end they go on rising, so that they can be cut."""
        m = np.asarray(minutes, dtype=float)
        last = self.timeline.last
        if span == "clock":
            return np.where(m > self.ends["clock"], last + 1, self.timeline.position(m))
        linear: Floats = last * m / self.ends[span]
        return linear

    def units(self, steps: Floats) -> Floats:
        """Steps as units of a drawing."""
        units: Floats = WIDTH * (0.5 + np.asarray(steps, dtype=float)) / (self.timeline.last + 1)
        return units

    def percent(self, span: str, minutes: float) -> float:
        """Share of the width, in per cent."""
        return float(self.units(self.steps(span, [minutes]))[0] / WIDTH * 100)

    def outside(self, minutes: float) -> list[str]:
        """Spans whose axis ends before this moment."""
        return [span for span in SPANS if minutes > self.ends[span] * 1.0001]

    def place(self, minutes: float) -> dict[str, str | None]:
        """Attributes that put an element at a moment, whatever the span."""
        away = self.outside(minutes)
        at = ";".join(f"--{span}:{self.percent(span, minutes):.2f}%" for span in SPANS if span not in away)
        return {"style": at, "data_not": " ".join(away) or None}

    def stretch(self, start: float, end: float) -> dict[str, str | None]:
        """Attributes that let an element reach from one moment to another, cut at the end of the axis."""
        away = self.outside(start)
        parts = []
        for span in SPANS:
            if span not in away:
                a, b = self.percent(span, start), self.percent(span, min(end, self.ends[span]))
                parts.append(f"--{span}:{a:.2f}%;--{span}-wide:{b - a:.2f}%")
        return {"style": ";".join(parts), "data_not": " ".join(away) or None}


def ticks(axis: Axis, words: dict[str, str]) -> Markup:
    """The row of names above the charts, for hours and weeks; the clock has its own."""
    hours = [_tick("hours", axis.percent("hours", 60.0 * h), words["hour_tick"].format(n=h)) for h in range(HOURS + 1)]
    weeks = [
        _tick("weeks", axis.percent("weeks", 1440.0 * 7 * w), words["week_tick"].format(n=w) if w else words["week_first"])
        for w in range(0, WEEKS + 1, 2)
    ]
    return el(
        "div", hours, weeks, Markup('<svg class="bend" aria-hidden="true"><path/></svg>'), class_="ticks", aria_hidden="true"
    )


def _tick(span: str, percent: float, name: str) -> Markup:
    return el("span", name, data_only=span, style=f"left:{percent:.2f}%")


def lines(axis: Axis) -> Markup:
    """Fine lines down through all charts."""
    stops = [
        el("i", data_only="clock", style=f"left:{(k + 0.5) / (axis.timeline.last + 1):.2%}")
        for k in range(axis.timeline.last + 1)
    ]
    hours = [el("i", data_only="hours", style=f"left:{axis.percent('hours', 60.0 * h):.2f}%") for h in range(HOURS + 1)]
    weeks = [el("i", data_only="weeks", style=f"left:{axis.percent('weeks', 10080.0 * w):.2f}%") for w in range(0, WEEKS + 1, 2)]
    return el("div", stops, hours, weeks, el("b", class_="now-line"), class_="axis-lines", aria_hidden="true")
