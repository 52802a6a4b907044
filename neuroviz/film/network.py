"""Before and after on the network, along the clock.

An edge at a moment is its measured group r times (1 + level of its pair of networks). The level of a pair moves straight
between the moments at which somebody looked at the same people; after the last one it stays, and is told as "no data".
Where other people come on screen the film has a break: it jumps, and what it is compared with is their before. Levels are
directions from studies with sizes chosen for teaching (:mod:`neuroviz.domain.scenarios`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np

from neuroviz.domain.clock import Clock
from neuroviz.domain.scenarios import BASELINES, PEOPLE, ChangeSpec, ScenarioFile
from neuroviz.film.time import Timeline

Status = Literal["reference", "seen", "between", "none"]
"""Healthy people at rest; somebody looked at this moment; at moments before and after it; or nobody did, and it is held."""

START: Final = 1.0
"""Position of the start of the infusion: until then every pair is at its before."""
NEAR: Final = 0.02
"""Positions as near as this to a phase count as the phase."""


@dataclass(frozen=True)
class Part:
    """A stretch of the film with the same people, from position ``start`` on.

    Attributes
    ----------
    before
        Level of each pair in these people before the infusion.
    at, level, change
        For each pair the moments at which somebody looked, in order: position on the clock (0 to 8), level (-1 to 1), and index
        of the change in the content. The first is their before; its index is -1 where no study speaks of it.
    measured
        False where nobody looked at these people at all.
    """

    start: float
    people: str
    measured: bool
    before: tuple[float, ...]
    at: tuple[tuple[float, ...], ...]
    level: tuple[tuple[float, ...], ...]
    change: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class PairState:
    """A pair at a moment.

    Attributes
    ----------
    before, now
        Levels, deviations from healthy people at rest; ``before`` is that of the people on screen.
    status
        See `Status`.
    change
        Index in the content of the change that stands behind ``now``; -1 when no study does.
    """

    before: float
    now: float
    status: Status
    change: int

    @property
    def delta(self) -> float:
        """How far the level is from before: the change that is drawn."""
        return self.now - self.before


@dataclass(frozen=True)
class NetworkFilm:
    """The film of the network for one choice of people and of the before."""

    parts: tuple[Part, ...]

    def part(self, position: float) -> Part:
        """The part on screen at a position on the clock; a break belongs to the later one."""
        return next(p for p in reversed(self.parts) if p.start <= position)

    def state(self, position: float) -> tuple[PairState, ...]:
        """Every pair at a position on the clock, in the order of the content."""
        part = self.part(position)
        return tuple(_state(part, k, position) for k in range(len(part.before)))

    @property
    def breaks(self) -> tuple[float, ...]:
        """Positions at which other people come on screen."""
        return tuple(p.start for p in self.parts[1:])


def _state(part: Part, pair: int, position: float) -> PairState:
    at, level, change = part.at[pair], part.level[pair], part.change[pair]
    now, before = float(np.interp(position, at, level)), part.before[pair]
    for k, when in enumerate(at):
        if abs(position - when) < NEAR or (k == 0 and position < when):
            unseen: Status = "none" if part.people == "patients" or position > START else "reference"
            return PairState(before, now, "seen" if change[k] >= 0 else unseen, change[k])
    ahead = next((k for k, when in enumerate(at) if when > position), None)
    if ahead is None:
        return PairState(before, now, "none", change[-1])
    return PairState(before, now, "between", change[ahead])


def network_film(spec: ScenarioFile, clock: Clock, people: str, baseline: str) -> NetworkFilm:
    """The film for a choice of people and of the before.

    Parameters
    ----------
    people
        ``patients``, ``healthy`` or ``midazolam``.
    baseline
        ``textbook`` or ``large-samples``.
    """
    timeline = Timeline(clock)
    scenario = spec.scenario(people)
    starts = [0.0 if p.after is None else clock.index(p.after) + 0.5 for p in scenario.parts]
    ends = [*starts[1:], float(timeline.last) + 1]
    when = {phase.id: timeline.when(phase.at) for phase in spec.phases}
    parts = []
    for said, start, end in zip(scenario.parts, starts, ends, strict=True):
        found = [
            (when[c.phase], i, c)
            for i, c in enumerate(spec.changes)
            if c.people == said.people and c.baseline in (None, baseline) and said.measured
        ]
        tracks = [_track(spec, [f for f in found if f[2].pair == pair.id], max(start, START), end) for pair in spec.pairs]
        parts.append(
            Part(
                start,
                said.people,
                said.measured,
                tuple(t[1][0] for t in tracks),
                tuple(t[0] for t in tracks),
                tuple(t[1] for t in tracks),
                tuple(t[2] for t in tracks),
            )
        )
    return NetworkFilm(tuple(parts))


Track = tuple[tuple[float, ...], tuple[float, ...], tuple[int, ...]]


def _track(spec: ScenarioFile, found: list[tuple[float, int, ChangeSpec]], start: float, end: float) -> Track:
    """Positions, levels and changes of one pair in one part: the before of these people, then what was seen within the part."""
    first = spec.phases[0].id
    before = next(((c.level, i) for _, i, c in found if c.phase == first), (0.0, -1))
    later = sorted((at, c.level, i) for at, i, c in found if c.phase != first and start < at < end)
    rows = [(start, *before), *later]
    return tuple(r[0] for r in rows), tuple(r[1] for r in rows), tuple(r[2] for r in rows)


def payload(spec: ScenarioFile, clock: Clock) -> dict[str, Any]:
    """Every film as the browser reads it: by ``people/baseline``, parts with positions, levels and indices of changes."""
    return {
        f"{people}/{baseline}": [_sent(part) for part in network_film(spec, clock, people, baseline).parts]
        for people in PEOPLE
        for baseline in BASELINES
    }


def _sent(part: Part) -> dict[str, Any]:
    return {
        "start": part.start,
        "people": part.people,
        "measured": part.measured,
        "at": [[round(x, 4) for x in row] for row in part.at],
        "level": [list(row) for row in part.level],
        "change": [list(row) for row in part.change],
    }
