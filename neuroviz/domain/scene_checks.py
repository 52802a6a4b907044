"""Checks of scenes and cascade across files: every name leads somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from neuroviz.domain.cascade import Cascade, Step
from neuroviz.domain.explain import did_you_mean
from neuroviz.domain.scene_shapes import SHAPES
from neuroviz.domain.scenes import Drawing, Scene
from neuroviz.domain.yaml_source import Loc
from neuroviz.scene_colours import FAMILIES

Found = Iterator[tuple[str, Loc, str]]

EXTRA_FAMILIES = ("light", "up", "human")
"""Beyond the kinds of tissue: a neutral glow, a warm one, and a note about people."""

SCALES = ("circuit", "synapse")
"""Scenes that have a place on the rail, and a field of that name in each step."""


def scenes_of(content: Mapping[str, Any]) -> dict[str, Scene]:
    """Scenes by the name of their file."""
    return {name: scene for name, scene in content.items() if name.startswith("scenes/")}


def scene_citations(content: Mapping[str, Any]) -> Iterator[tuple[str, Loc, str]]:
    """Every place where a scene or a step names a reference."""
    for file, scene in scenes_of(content).items():
        for i, part in enumerate(scene.parts):
            yield from ((file, ("parts", i, "sources", j), key) for j, key in enumerate(part.sources))
        for stop, moment in scene.moments.items():
            if moment.disagree:
                yield from ((file, ("moments", stop, "disagree", "sources"), key) for key in moment.disagree.sources)
    if "cascade.yaml" not in content:
        return
    cascade: Cascade = content["cascade.yaml"]
    for loc, step in _steps(cascade):
        yield from (("cascade.yaml", (*loc, "sources", j), key) for j, key in enumerate(step.sources))
    for i, track in enumerate(cascade.tracks):
        for side in ("supports", "against"):
            for j, statement in enumerate(getattr(track, side)):
                yield from (("cascade.yaml", ("tracks", i, side, j, "sources"), key) for key in statement.sources)
    yield from (("cascade.yaml", ("meeting", "sources", j), key) for j, key in enumerate(cascade.meeting.sources))


def _steps(cascade: Cascade) -> Iterator[tuple[Loc, Step]]:
    for name in ("groups", "tracks"):
        for i, group in enumerate(getattr(cascade, name)):
            for j, step in enumerate(group.steps):
                yield (name, i, "steps", j), step


def _unknown(what: str, name: str, known: Collection[str]) -> str:
    hint, _ = did_you_mean(name, known)
    return f"There is no {what} `{name}`. {hint}"


def scene_problems(content: Mapping[str, Any]) -> Found:
    """Names in scenes that lead nowhere, and ids that occur twice."""
    for file, scene in scenes_of(content).items():
        if file != f"scenes/{scene.id}.yaml":
            yield file, ("id",), f"Is `{scene.id}`, but the file is {file.split('/')[1]}. Let both be the same."
        for kind in ("parts", "flows"):
            taken: set[str] = set()
            for i, entry in enumerate(getattr(scene, kind)):
                if entry.id in taken:
                    yield file, (kind, i, "id"), f"`{entry.id}` stands above already. Choose another id."
                taken.add(entry.id)
        yield from _parts(file, scene, content)
        yield from _moments(file, scene, content)


def _quantities(scene: Scene, content: Mapping[str, Any]) -> set[str] | None:
    clock = content.get("clock.yaml")
    return None if clock is None else {q.id for q in clock.quantities} | set(scene.defaults)


def _parts(file: str, scene: Scene, content: Mapping[str, Any]) -> Found:
    """Names that parts and flows give."""
    known = {
        "glossary": ("glossary entry", {t.id for t in content.get("glossary.yaml", ())}),
        "stops": ("stop", {s.id for s in content["clock.yaml"].stops} if "clock.yaml" in content else set()),
        "tracks": ("track", _tracks(content)),
    }
    for i, part in enumerate(scene.parts):
        for j, d in enumerate(part.draw):
            yield from _drawing(file, ("parts", i, "draw", j), d, scene, content)
        said = [("glossary", "glossary", part.glossary)] if part.glossary else []
        said += [("stops", name, stop) for name in ("changes", "when", "unknown") for stop in getattr(part, name)]
        said += [("tracks", "tracks", track) for track in part.tracks]
        for kind, name, value in said:
            what, names = known[kind]
            if names and value not in names:
                yield file, ("parts", i, name), _unknown(what, value, names)
        if not part.quiet and part.people and not part.sources:
            yield file, ("parts", i, "people"), "Says what was seen in people without a source. Add `sources:`."
    yield from _flows(file, scene, content)


def _tracks(content: Mapping[str, Any]) -> set[str]:
    return {t.id for t in content["cascade.yaml"].tracks} | {"main", "all"} if "cascade.yaml" in content else set()


def _flows(file: str, scene: Scene, content: Mapping[str, Any]) -> Found:
    known = _quantities(scene, content)
    for i, flow in enumerate(scene.flows):
        if flow.of not in SHAPES:
            yield file, ("flows", i, "of"), _unknown("shape", flow.of, SHAPES)
        if flow.part and flow.part not in {p.id for p in scene.parts}:
            yield file, ("flows", i, "part"), _unknown("part", flow.part, {p.id for p in scene.parts})
        for j, ramp in enumerate(flow.show):
            if known is not None and ramp.quantity not in known:
                yield file, ("flows", i, "show", j), _unknown("quantity", ramp.quantity, known)


def _drawing(file: str, loc: Loc, d: Drawing, scene: Scene, content: Mapping[str, Any]) -> Found:
    families = (*FAMILIES, *EXTRA_FAMILIES)
    checks: tuple[tuple[str, str | None, Collection[str]], ...] = (
        ("shape", d.shape, SHAPES),
        ("line", d.line, scene.lines),
        ("on", d.on, scene.lines),
        ("family", d.family, families),
    )
    for name, value, known in checks:
        if value is not None and value not in known:
            yield file, (*loc, name), _unknown("line" if name == "on" else name, value, known)
    quantities = _quantities(scene, content)
    for j, ramp in enumerate(d.show):
        if quantities is not None and ramp.quantity not in quantities:
            yield file, (*loc, "show", j), _unknown("quantity", ramp.quantity, quantities)
    for j, inner in enumerate(d.inside):
        yield from _drawing(file, (*loc, "inside", j), inner, scene, content)


def _moments(file: str, scene: Scene, content: Mapping[str, Any]) -> Found:
    known = {p.id for p in scene.parts}
    stops = [s.id for s in content["clock.yaml"].stops] if "clock.yaml" in content else []
    for stop in stops:
        if stop not in scene.moments:
            yield file, ("moments",), f"The stop `{stop}` is missing. Say what is seen then."
    for stop, moment in scene.moments.items():
        if stops and stop not in stops:
            yield file, ("moments", stop), _unknown("stop", stop, stops)
        for name in ("labels", "changed"):
            for j, part in enumerate(getattr(moment, name)):
                if part not in known:
                    yield file, ("moments", stop, name, j), _unknown("part", part, known)


def cascade_problems(content: Mapping[str, Any]) -> Found:
    """Names in steps that lead nowhere, steps without a source, steps that light nothing."""
    if "cascade.yaml" not in content:
        return
    scenes = {scene.id: scene for scene in scenes_of(content).values()}
    claims = {c.id for c in content.get("claims.yaml", ())}
    stops = {s.id for s in content["clock.yaml"].stops} if "clock.yaml" in content else set()
    for loc, step in _steps(content["cascade.yaml"]):
        if not step.sources and not step.textbook:
            yield "cascade.yaml", (*loc, "id"), "Has no source. Add `sources:`, or `textbook: true` where every textbook has it."
        if step.circuit is None and step.synapse is None:
            yield "cascade.yaml", (*loc, "id"), "Lights nothing. Add `circuit:` or `synapse:` with the parts."
        for j, claim in enumerate(step.claims if claims else ()):
            if claim not in claims:
                yield "cascade.yaml", (*loc, "claims", j), _unknown("claim", claim, claims)
        if stops and isinstance(step.at, str) and step.at not in stops:
            yield "cascade.yaml", (*loc, "at"), _unknown("stop", step.at, stops)
        for scale in SCALES:
            if getattr(step, scale) and scale in scenes:
                yield from _stage((*loc, scale), getattr(step, scale), scenes[scale], content)


def _stage(loc: Loc, stage: Any, scene: Scene, content: Mapping[str, Any]) -> Found:
    parts, flows = {p.id for p in scene.parts}, {f.id for f in scene.flows}
    for name, known, what in (("parts", parts, "part"), ("labels", parts, "part"), ("flows", flows, "flow")):
        for j, value in enumerate(getattr(stage, name)):
            if value not in known:
                yield "cascade.yaml", (*loc, name, j), _unknown(what, value, known)
    quantities = _quantities(scene, content)
    for value in stage.values:
        if quantities is not None and value not in quantities:
            yield "cascade.yaml", (*loc, "values"), _unknown("quantity", value, quantities)
