"""Before and after on the network: pairs of networks, who was looked at when, what was found, and what the panel says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, Literal

from pydantic import Field, StringConstraints

from neuroviz.domain.base import Many, ReferenceKey, Slug, Strict, Subsystem, Text
from neuroviz.domain.clock import Number, StopId
from neuroviz.domain.evidence import Verdict
from neuroviz.domain.explain import did_you_mean
from neuroviz.domain.places import NetworkId
from neuroviz.domain.views import Confidence, Statement
from neuroviz.domain.yaml_source import Loc

People = Literal["patients", "healthy", "midazolam"]
Baseline = Literal["textbook", "large-samples"]
PEOPLE: Final[tuple[People, ...]] = ("patients", "healthy", "midazolam")
BASELINES: Final[tuple[Baseline, ...]] = ("textbook", "large-samples")
PhaseId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*$")]


class Phase(Strict):
    """A moment at which studies looked."""

    id: PhaseId = Field(description="id of the phase")
    at: StopId | Number = Field(description="a stop of the clock, or minutes from the start of the infusion")
    name: Text = Field(description="its name on the screen")


class Part(Strict):
    """A stretch of the clock with the same people on screen."""

    after: StopId | None = Field(description="begins half way after this stop; null for the first")
    people: People = Field(description="whose brains are on screen")
    measured: bool = Field(description="false where nobody looked at them")


class Scenario(Strict):
    """One choice of people, with the parts of its film."""

    id: People = Field(description="patients, healthy or midazolam")
    parts: Many[Part] = Field(min_length=1, description="the parts in order of time")


class End(Strict):
    """One end of a pair: parcels by part, network or place in their name, those of hubs, or a landmark outside the cortex."""

    part: Subsystem | None = Field(default=None, description="part of the default network")
    network: Many[NetworkId] | None = Field(default=None, description="networks of the seven")
    place: Text | None = Field(default=None, description="letters that the name of the parcel holds, such as PFC")
    hubs: Many[Slug] | None = Field(default=None, description="ids of hubs")
    landmark: Slug | None = Field(default=None, description="landmark outside the cortex, without its side")
    most: Annotated[int, Field(ge=1)] | None = Field(default=None, description="at most so many, the nearest, a side")


class Pair(Strict):
    """Two networks whose links change together."""

    id: Slug = Field(description="id of the pair")
    name: Annotated[Text, StringConstraints(max_length=26)] = Field(description="name beside the picture")
    about: Text = Field(description="which links they are, in plain words")
    said: Literal["coupling", "distance"] = Field(
        description="coupling: more is stronger; distance: more is closer, less separate"
    )
    a: End = Field(description="which parcels at one end")
    b: End = Field(description="which parcels at the other end")


class Finding(Strict):
    """What one study found about one pair at one moment."""

    id: Slug = Field(description="id of the finding")
    key: ReferenceKey = Field(description="key of the study in references.yaml")
    who: Text = Field(description="who was measured, as on the screen")
    found: Text = Field(description="what was found, in one sentence")
    checked: bool = Field(description="true only if it was seen in a look-up")


class ChangeSpec(Strict):
    """The level of a pair at a moment, with the studies it rests on and those that speak against it."""

    pair: Slug = Field(description="id of the pair")
    phase: PhaseId = Field(description="id of the phase")
    people: People = Field(description="on whom it is drawn")
    baseline: Baseline | None = Field(default=None, description="only for this before; left out, for both")
    level: Annotated[float, Field(ge=-1, le=1, strict=False)] = Field(
        description="-1 to 1, deviation from healthy people at rest; a size chosen for teaching"
    )
    measured: Literal["patients", "healthy", "both"] = Field(description="in whom it was seen")
    confidence: Confidence = Field(description="how sure the direction is: low, medium or high")
    verdict: Verdict = Field(description="how well the direction holds")
    note: Text | None = Field(default=None, description="what a reader should know")
    support: Many[Slug] = Field(min_length=1, description="ids of findings that it rests on, one or more")
    against: Many[Slug] = Field(description="ids of findings that speak against it, [] if none")


class ScenarioFile(Strict):
    """scenarios.yaml."""

    phases: Many[Phase] = Field(min_length=1, description="moments at which somebody looked, in order of time")
    people: Many[Scenario] = Field(min_length=3, max_length=3, description="patients, healthy and midazolam")
    unmeasured_r: Annotated[float, Field(ge=0, le=1)] = Field(
        description="r that a line is drawn with where nothing was measured"
    )
    guests: Annotated[int, Field(ge=1, le=20)] = Field(description="links that stand for a pair that leads out of the network")
    pairs: Many[Pair] = Field(min_length=1, description="pairs of networks, in the order of the table")
    findings: Many[Finding] = Field(min_length=1, description="what studies found")
    changes: Many[ChangeSpec] = Field(min_length=1, description="levels at the moments at which somebody looked")

    def finding(self, finding_id: str) -> Finding:
        """One finding by id."""
        return next(f for f in self.findings if f.id == finding_id)

    def scenario(self, people: str) -> Scenario:
        """The parts of the film for a choice of people."""
        return next(s for s in self.people if s.id == people)


class Moment(Strict):
    """What the panel says at some stops, for a choice of people and of the before."""

    stops: Many[StopId] = Field(min_length=1, description="stops of the clock at which it stands")
    people: People = Field(description="patients, healthy or midazolam")
    baseline: Baseline | None = Field(default=None, description="only for this before; left out, for both")
    headline: Annotated[Text, StringConstraints(max_length=55)] = Field(description="one short sentence")
    lead: Text = Field(description="one or two sentences")
    statements: Many[Statement] = Field(min_length=1, max_length=3, description="one to three statements")
    dissent: Many[Text] = Field(min_length=1, description="who disagrees, and what to keep in mind")


Found = Iterator[tuple[str, Loc, str]]
FILE: Final = "scenarios.yaml"


def scenario_problems(content: Mapping[str, Any]) -> Found:
    """Names that lead nowhere, levels given twice, parts out of order, stops without words."""
    if FILE in content:
        spec: ScenarioFile = content[FILE]
        yield from _names(spec)
        yield from _hubs(spec, content)
        yield from _twice(spec)
        yield from _marks(spec, content)
        yield from _unused(spec)
        if "clock.yaml" in content:
            yield from _times(spec, [s.id for s in content["clock.yaml"].stops], content["clock.yaml"])
    if "moments.yaml" in content and "clock.yaml" in content:
        yield from _moments(content["moments.yaml"], [s.id for s in content["clock.yaml"].stops])


def scenario_citations(content: Mapping[str, Any]) -> Iterator[tuple[str, Loc, str]]:
    """Every place where these files name a reference: file, place, key."""
    if FILE in content:
        for i, finding in enumerate(content[FILE].findings):
            yield FILE, ("findings", i, "key"), finding.key
    for i, moment in enumerate(content.get("moments.yaml", ())):
        for j, statement in enumerate(moment.statements):
            for k, key in enumerate(statement.sources):
                yield "moments.yaml", (i, "statements", j, "sources", k), key


def _names(spec: ScenarioFile) -> Found:
    known = {
        "pair": {p.id for p in spec.pairs},
        "phase": {p.id for p in spec.phases},
        "finding": {f.id for f in spec.findings},
    }

    def lost(kind: str, name: str) -> str | None:
        if name in known[kind]:
            return None
        return f"There is no {kind} `{name}` in this file. {did_you_mean(name, known[kind])[0]}"

    for i, change in enumerate(spec.changes):
        names: list[tuple[Loc, str, str]] = [(("pair",), "pair", change.pair), (("phase",), "phase", change.phase)]
        for side, ids in (("support", change.support), ("against", change.against)):
            names += [((side, j), "finding", name) for j, name in enumerate(ids)]
        for loc, kind, name in names:
            if message := lost(kind, name):
                yield FILE, ("changes", i, *loc), message


def _hubs(spec: ScenarioFile, content: Mapping[str, Any]) -> Found:
    known = {hub.id for hub in content.get("hubs.yaml", ())}
    for i, pair in enumerate(spec.pairs):
        for side in ("a", "b"):
            for j, hub in enumerate(getattr(pair, side).hubs or ()):
                if known and hub not in known:
                    message = f"There is no hub `{hub}` in hubs.yaml. {did_you_mean(hub, known)[0]}"
                    yield FILE, ("pairs", i, side, "hubs", j), message


def _twice(spec: ScenarioFile) -> Found:
    for group in ("phases", "people", "pairs", "findings"):
        taken: set[str] = set()
        for i, entry in enumerate(getattr(spec, group)):
            if entry.id in taken:
                yield FILE, (group, i, "id"), f"`{entry.id}` stands above already. Each stands once."
            taken.add(entry.id)
    seen: set[tuple[str, str, str, str]] = set()
    for i, change in enumerate(spec.changes):
        keys = {(change.pair, change.phase, change.people, b) for b in ([change.baseline] if change.baseline else BASELINES)}
        if keys & seen:
            yield FILE, ("changes", i, "pair"), "This pair has a level at this phase already. Remove one of the two."
        seen |= keys


def _marks(spec: ScenarioFile, content: Mapping[str, Any]) -> Found:
    checked = {r.key: r.checked for r in content.get("references.yaml", ())}
    for i, finding in enumerate(spec.findings):
        if finding.checked and not checked.get(finding.key, True):
            yield FILE, ("findings", i, "checked"), f"`{finding.key}` itself is not checked. Write false, or check the reference."


def _unused(spec: ScenarioFile) -> Found:
    used = {name for change in spec.changes for name in (*change.support, *change.against)}
    for i, finding in enumerate(spec.findings):
        if finding.id not in used:
            yield FILE, ("findings", i, "id"), f"No change names `{finding.id}`. Name it under support or against, or remove it."
    moved = {change.pair for change in spec.changes}
    for i, pair in enumerate(spec.pairs):
        if pair.id not in moved:
            yield FILE, ("pairs", i, "id"), f"No change moves `{pair.id}`. Add one, or remove the pair."


def _times(spec: ScenarioFile, stops: list[str], clock: Any) -> Found:
    last = -2.0
    for i, phase in enumerate(spec.phases):
        if isinstance(phase.at, str) and phase.at not in stops:
            yield FILE, ("phases", i, "at"), f"There is no stop `{phase.at}`. {did_you_mean(phase.at, stops)[0]}"
            return
        now = clock.minutes(phase.at) if isinstance(phase.at, str) else phase.at
        if now <= last:
            yield FILE, ("phases", i, "at"), "Is not later than the phase above. List phases in order of time."
        last = now
    for i, scenario in enumerate(spec.people):
        at = -1
        for j, part in enumerate(scenario.parts):
            if (part.after is None) != (j == 0):
                yield FILE, ("people", i, "parts", j, "after"), "Only the first part begins with null. Name a stop."
            elif part.after is not None and part.after not in stops:
                message = f"There is no stop `{part.after}`. {did_you_mean(part.after, stops)[0]}"
                yield FILE, ("people", i, "parts", j, "after"), message
            elif part.after is not None and stops.index(part.after) <= at:
                yield FILE, ("people", i, "parts", j, "after"), "Is not later than the part above. List parts in order of time."
            at = stops.index(part.after) if part.after in stops else at


def _moments(moments: tuple[Moment, ...], stops: list[str]) -> Found:
    """Each stop has words once, for every choice of people and before."""
    seen: set[tuple[str, str, str]] = set()
    for i, moment in enumerate(moments):
        for j, stop in enumerate(moment.stops):
            if stop not in stops:
                yield "moments.yaml", (i, "stops", j), f"There is no stop `{stop}`. {did_you_mean(stop, stops)[0]}"
            keys = {(stop, moment.people, b) for b in ([moment.baseline] if moment.baseline else BASELINES)}
            if keys & seen:
                yield "moments.yaml", (i, "stops", j), f"`{stop}` has words for these people above. Remove one of the two."
            seen |= keys
    for people in PEOPLE:
        for baseline in BASELINES:
            for stop in stops:
                if (stop, people, baseline) not in seen:
                    said = f"The stop `{stop}` has no words for {people} ({baseline}). Add an entry, or add it to one."
                    yield "moments.yaml", (), said
