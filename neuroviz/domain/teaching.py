"""Checks of lessons and quizzes across files: claims, sources, terms and places exist, ids are unique, files are named well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from neuroviz.domain.explain import did_you_mean
from neuroviz.domain.lessons import Lesson
from neuroviz.domain.quizzes import Quiz
from neuroviz.domain.yaml_source import Loc

Content = Mapping[str, Any]
Found = Iterator[tuple[str, Loc, str]]


def lessons_of(content: Content) -> dict[str, Lesson]:
    """Lessons by the name of their file, in the order in which they are listed."""
    return dict(sorted(((f, v) for f, v in content.items() if isinstance(v, Lesson)), key=lambda pair: pair[1].order))


def quizzes_of(content: Content) -> dict[str, Quiz]:
    """Quizzes by the name of their file, in the order in which they are listed."""
    return dict(sorted(((f, v) for f, v in content.items() if isinstance(v, Quiz)), key=lambda pair: pair[1].order))


def teaching_citations(content: Content) -> Iterator[tuple[str, Loc, str]]:
    """Every place where a lesson or a quiz names a reference."""
    for file, group, i, entry in _entries(content):
        for j, key in enumerate(entry.sources):
            yield file, (group, i, "sources", j), key


def teaching_problems(content: Content) -> Found:
    """What does not fit between lessons, quizzes and the other files."""
    yield from _names(content)
    yield from _ids(content)
    known = {
        "claims": ("claims.yaml", "claim", _ids_in(content, "claims.yaml")),
        "terms": ("glossary.yaml", "term", _ids_in(content, "glossary.yaml")),
    }
    for file, group, i, entry in _entries(content):
        for field, (where, what, ids) in known.items():
            for j, name in enumerate(getattr(entry, field, ())):
                if ids is not None and name not in ids:
                    hint, _ = did_you_mean(name, ids)
                    yield file, (group, i, field, j), f"There is no {what} `{name}` in {where}. {hint}"
    yield from _sections(content)
    yield from _regions(content)


def _entries(content: Content) -> Iterator[tuple[str, str, int, Any]]:
    """Every step and every item: file, list it stands in, position, and itself."""
    for file, lesson in lessons_of(content).items():
        yield from ((file, "steps", i, step) for i, step in enumerate(lesson.steps))
    for file, quiz in quizzes_of(content).items():
        yield from ((file, "items", i, item) for i, item in enumerate(quiz.items))


def _ids_in(content: Content, file: str) -> frozenset[str] | None:
    return frozenset(entry.id for entry in content[file]) if file in content else None


def _names(content: Content) -> Found:
    """A lesson or quiz is asked for by its id, which therefore is the name of its file."""
    for group in (lessons_of(content), quizzes_of(content)):
        orders: dict[int, str] = {}
        for file, entry in group.items():
            name = PurePosixPath(file).stem
            if entry.id != name:
                yield file, ("id",), f"Is `{entry.id}` in a file named `{name}`. Write `id: {name}`, or rename the file."
            if entry.order in orders:
                advice = "Choose a number of its own."
                yield file, ("order",), f"{orders[entry.order]} has the same place in the list. {advice}"
            orders[entry.order] = file


def _ids(content: Content) -> Found:
    seen: set[tuple[str, str]] = set()
    for file, group, i, entry in _entries(content):
        if (file, entry.id) in seen:
            yield file, (group, i, "id"), f"The id `{entry.id}` is taken by an entry above. Choose another."
        seen.add((file, entry.id))


def _sections(content: Content) -> Found:
    if "claims.yaml" not in content:
        return
    known = {claim.section for claim in content["claims.yaml"]}
    for file, lesson in lessons_of(content).items():
        for i, step in enumerate(lesson.steps):
            if step.section not in known:
                hint, _ = did_you_mean(step.section, known)
                yield file, ("steps", i, "section"), f"The article has no section `{step.section}`. {hint}"


def _regions(content: Content) -> Found:
    known = _ids_in(content, "hubs.yaml")
    if known is None:
        return
    for file, quiz in quizzes_of(content).items():
        for i, item in enumerate(quiz.items):
            for j, hub in enumerate(item.region.among if item.region else ()):
                if hub not in known:
                    yield from _no_hub(file, ("items", i, "region", "among", j), hub, known)


def _no_hub(file: str, loc: Loc, hub: str, known: Iterable[str]) -> Found:
    hint, _ = did_you_mean(hub, known)
    yield file, loc, f"There is no hub `{hub}` in hubs.yaml. {hint}"
