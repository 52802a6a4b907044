"""Data files of the drawn scenes: the picture, its words at every stop, its steps."""

from __future__ import annotations

from typing import Any

from neuroviz.domain import Library
from neuroviz.domain.cascade import Stage, Step
from neuroviz.domain.clock import Clock
from neuroviz.domain.scenes import Part, Scene, as_data
from neuroviz.film import make_film
from neuroviz.film.time import Timeline
from neuroviz.scenes.picture_of import scene_svg, state_words, used_shapes
from neuroviz.scenes.shapes import defs
from neuroviz.scenes.values import Values
from neuroviz.ui.scene_words import meeting_words, moment_words, part_words, step_words, track_words
from neuroviz.ui.words import Link

DRAWN = ("circuit", "synapse")
"""Scenes that are scales of their own."""


def values_at(scene: Scene, library: Library, stop: str = "before") -> Values:
    """The value of each quantity at a stop; what does not run with the clock has its default."""
    film, position = make_film(library), library.clock.index(stop)

    def value(name: str) -> float:
        return film.quantities[name](position) if name in film.quantities else float(scene.defaults.get(name, 0))

    return value


def picture(scene: Scene, library: Library, stop: str = "before", view: str = "wide", uid: str = "") -> str:
    """The drawing of a scene at a stop."""
    return scene_svg(as_data(scene), values_at(scene, library, stop), library.words["scenes"], view, uid)


def _box(points: tuple[tuple[float, float], ...]) -> list[float]:
    return [value for point in points for value in point]


def _part(part: Part, scene: Scene, library: Library, link: Link) -> dict[str, Any]:
    plain = part.model_dump()
    return {
        "id": part.id,
        "name": part.name,
        "second": part.second or "",
        "says": part.says,
        "changes": part.changes,
        "states": {stop: state_words(plain, stop, library.words["scenes"]) for stop in part.changes},
        "unknown": list(part.unknown),
        "people": part.people or "seen",
        "quiet": part.quiet,
        "titled": part.titled,
        "card": "" if part.quiet else part_words(part, library, link),
    }


def _stage(stage: Stage | None) -> dict[str, Any] | None:
    if stage is None:
        return None
    return {
        "parts": list(stage.parts),
        "labels": list(stage.labels or stage.parts),
        "flows": list(stage.flows),
        "values": dict(stage.values),
    }


def _position(clock: Clock, timeline: Timeline, step: Step) -> float:
    """Where on the clock a step is."""
    return round(float(clock.index(step.at) if isinstance(step.at, str) else timeline.when(step.at)), 3)


def steps_file(library: Library, link: Link) -> dict[str, Any]:
    """The cascade: every step with its card and what it lights in each scene, and the tracks."""
    words, timeline = library.words["scenes"], Timeline(library.clock)

    def told(step: Step, number: str) -> dict[str, Any]:
        return {
            "title": step.title,
            "says": step.says,
            "t": _position(library.clock, timeline, step),
            "who": [words[f"who_{w}"] for w in step.who],
            "people": step.people,
            "card": step_words(step, number, library, link),
            **{scene: _stage(getattr(step, scene)) for scene in DRAWN},
        }

    main = library.cascade.steps
    return {
        "main": [told(step, words["step_of"].format(n=k + 1, all=len(main))) for k, step in enumerate(main)],
        "tracks": {
            track.id: {
                "name": track.name,
                "short": track.short,
                "says": track.says,
                "card": track_words(track, library, link),
                "steps": [
                    told(step, words["track_step_of"].format(track=track.short, n=k + 1, all=len(track.steps)))
                    for k, step in enumerate(track.steps)
                ],
            }
            for track in library.cascade.tracks
        },
        "meeting": {"says": library.cascade.meeting.text, "card": meeting_words(library, link)},
        "words": dict(words),
    }


def shapes_file(library: Library) -> dict[str, Any]:
    """Definitions that the scenes share, cut to what they use."""
    pictures = [picture(library.scenes[name], library) for name in DRAWN if name in library.scenes]
    return {"defs": f'<svg width="0" height="0" aria-hidden="true" focusable="false">{defs(used_shapes(pictures))}</svg>'}


def scene_file(name: str, library: Library, link: Link) -> dict[str, Any]:
    """One scene: its drawing, its parts, and what it says at each stop."""
    scene = library.scenes[name]
    return {
        "svg": picture(scene, library),
        "views": {view: _box(points) for view, points in scene.views.items()},
        "size": scene.size,
        "gate": list(scene.gate),
        "defaults": scene.defaults,
        "title": scene.title,
        "parts": [_part(part, scene, library, link) for part in scene.parts],
        "flows": {flow.id: flow.says for flow in scene.flows},
        "moments": {
            stop: {
                "headline": moment.headline,
                "says": moment.says,
                "labels": list(moment.labels),
                "changed": list(moment.changed),
                "words": moment_words(scene, stop, library, link),
            }
            for stop, moment in scene.moments.items()
        },
    }
