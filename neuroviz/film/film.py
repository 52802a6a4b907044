"""From the quantities of the content to curves along the clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from neuroviz.domain import Library
from neuroviz.domain.base import Mark
from neuroviz.domain.clock import QuantitySpec, Species
from neuroviz.film.models import MODELS
from neuroviz.film.time import Floats, Timeline

STEPS: Final = 20
"""Samples between two stops, for computed quantities and for points that lie close together in time."""


@dataclass(frozen=True)
class Quantity:
    """One quantity along the clock, piecewise linear in the position on it.

    Attributes
    ----------
    at, value
        (n,) positions on the clock (0 to 8), and values in ``unit`` (a schematic level from 0 to 1 where unit is None).
    low, high
        (n,) range, or None where there is none.
    """

    id: str
    label: str
    glyph: str
    token: str
    unit: str | None
    mark: Mark
    species: Species
    at: Floats
    value: Floats
    low: Floats | None
    high: Floats | None
    sources: tuple[str, ...]
    checked: bool
    note: str | None

    def __call__(self, position: float) -> float:
        """Value at a position on the clock."""
        return float(np.interp(position, self.at, self.value))


@dataclass(frozen=True)
class Film:
    """The clock and all quantities."""

    timeline: Timeline
    quantities: Mapping[str, Quantity]

    def payload(self) -> dict[str, Any]:
        """What the browser needs: stops, and each quantity as positions and values."""
        return {
            "stops": [{"id": s.id, "name": s.name, "spoken": s.spoken, "line": s.line} for s in self.timeline.clock.stops],
            "minutes": self.timeline.minutes_at.tolist(),
            "log": [s.pace == "log" for s in self.timeline.clock.stops],
            "strip": list(self.timeline.clock.strip),
            "quantities": {q.id: _sent(q) for q in self.quantities.values()},
        }


def _sent(q: Quantity) -> dict[str, Any]:
    top = float(np.max(np.abs(q.value if q.high is None else q.high))) or 1.0
    digits = max(0, 3 - int(np.floor(np.log10(top))))

    def listed(values: Floats | None) -> list[float] | None:
        return None if values is None else [float(v) for v in np.round(values, digits)]

    sent = {
        "label": q.label,
        "unit": q.unit,
        "mark": q.mark,
        "species": q.species,
        "at": [float(v) for v in np.round(q.at, 3)],
        "value": listed(q.value),
        "low": listed(q.low),
        "high": listed(q.high),
    }
    return {k: v for k, v in sent.items() if v is not None}


def _quantity(spec: QuantitySpec, timeline: Timeline) -> Quantity:
    low: Floats | None = None
    high: Floats | None = None
    if spec.model is not None:
        at = np.linspace(0, timeline.last, timeline.last * STEPS + 1)
        value, low, high = MODELS[spec.model](timeline.minutes(at))
        # Before the infusion there is none of it.
        value = np.where(at <= 1, value[0], value)
    else:
        at = np.array([timeline.when(p.at) for p in spec.points])
        value = np.array([p.value for p in spec.points])
        if all(p.low is not None and p.high is not None for p in spec.points):
            low, high = (np.array([getattr(p, end) for p in spec.points]) for end in ("low", "high"))
    return Quantity(
        spec.id, spec.label, spec.glyph, spec.token, spec.unit, spec.mark, spec.species,
        at, value, low, high, spec.sources, spec.checked, spec.note,
    )  # fmt: skip


def make_film(library: Library) -> Film:
    """The film of a content library.

    Raises
    ------
    KeyError
        If a quantity names a model that does not exist; ``neuroviz check`` finds that earlier.
    """
    timeline = Timeline(library.clock)
    return Film(timeline, {spec.id: _quantity(spec, timeline) for spec in library.clock.quantities})
