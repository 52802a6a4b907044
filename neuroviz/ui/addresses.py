"""Whether the views that lessons and quizzes name exist: read with the one codec of the address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from neuroviz.domain.explain import validated
from neuroviz.domain.lessons import Lesson
from neuroviz.domain.quizzes import Quiz
from neuroviz.domain.yaml_source import Loc, read
from neuroviz.errors import Problem
from neuroviz.resources import content_root
from neuroviz.ui.state import Value, parameters
from neuroviz.ui.state import read as read_state


def view_state(address: str) -> dict[str, Value]:
    """The keys that a view address sets, as values of the state; what is not understood is left out.

    Parameters
    ----------
    address
        Such as ``/explore?scale=synapse&t=24h``.
    """
    query = dict(parse_qsl(urlsplit(address).query))
    state = read_state(query)
    return {key: state.values[key] for key in query if key not in state.ignored}


def address_problems(root: Path | None = None) -> list[Problem]:
    """Every view of a lesson or quiz that the pages would not understand, with file and line.

    Files with mistakes of another kind are left out; those mistakes are told by `neuroviz.domain.check`.

    Parameters
    ----------
    root
        Content folder; NeuroViz's own when left out.
    """
    root = root or content_root()
    problems: list[Problem] = []
    for folder, kind, entries, fields in (("lessons", Lesson, "steps", ("view", "start")), ("quizzes", Quiz, "items", ("view",))):
        for path in _files(root / folder):
            source, _ = read(path)
            held = validated(source, kind)[0] if source else None
            if source and held:
                found = _views(entries, getattr(held, entries), fields)
                problems += [source.problem(loc, message) for loc, message in found]
    return problems


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(folder.glob("*.yaml"))
    except OSError:  # that it cannot be read is told by `check`
        return []


def _views(name: str, entries: Iterable[Any], fields: Iterable[str]) -> Iterator[tuple[Loc, str]]:
    for i, entry in enumerate(entries):
        for field in fields:
            for message in _messages(getattr(entry, field)):
                yield (name, i, field), message


def _messages(address: str | None) -> Iterator[str]:
    """What is wrong with a view, a sentence each."""
    pairs = parse_qsl(urlsplit(address or "").query)
    keys = [key for key, _ in pairs]
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        yield f"`{key}` stands in the view twice. Remove one of the two."
    known: dict[str, Any] = {p.key: p for p in parameters()}
    for key in read_state(dict(pairs)).ignored:
        value = dict(pairs)[key]
        if key not in known:
            yield f"No view has the key `{key}`. Copy the link of the view that you mean, and keep what is behind its /explore."
        else:
            options = known[key].options
            hint = f"It may be {', '.join(options)}." if options else "Copy the link of the view that you mean."
            yield f"`{value}` is not a value of `{key}`. {hint}"
