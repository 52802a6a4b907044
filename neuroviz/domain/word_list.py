"""The texts that pages ask for by key: which there must be, and what may be filled into each.

The list, ``words.txt``, is made from NeuroViz's own content by ``python -m tools.list_words``; a test holds the two together.
Without it a key that was renamed, or a broken ``{name}`` in a text, would be found by the visitor whose page ends there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, Final, TypeAlias

from neuroviz.domain.explain import did_you_mean, said
from neuroviz.domain.yaml_source import Source
from neuroviz.errors import Problem

LIST: Final = Path(__file__).with_name("words.txt")

OPEN: Final = {("interface.yaml", "callouts")}
"""Groups whose keys are ids of other content: an entry may be added or taken away. The list has one for all of them."""

ANY: Final = "*"

Loc: TypeAlias = tuple[str, ...]
Wanted: TypeAlias = "Mapping[str, Wanted] | frozenset[str]"
"""A group by key, or the names that may be filled into a text."""


@cache
def wanted() -> Mapping[str, Wanted]:
    """What pages ask for, by file below the content folder."""
    tree: dict[str, Any] = {}
    for line in LIST.read_text(encoding="utf-8").splitlines():
        file, place, *names = line.split()
        *groups, last = place.split("/")
        group = tree.setdefault(file, {})
        for step in groups:
            group = group.setdefault(step, {})
        group[last] = frozenset(names)
    return tree


def listed(file: str, words: Mapping[str, Any], loc: Loc = ()) -> Iterator[str]:
    """The lines of the list for a file: where each text is, and what is filled into it."""
    for key, value in words.items():
        place = (*loc, ANY if (file, *loc) in OPEN else key)
        if isinstance(value, str):
            yield " ".join([file, "/".join(place), *sorted(filled(value))])
        else:
            yield from listed(file, value, place)


def filled(text: str) -> set[str]:
    """What stands in braces in a text; a ValueError where they do not match."""
    parts = ((name, form, conversion) for _, name, form, conversion in Formatter().parse(text) if name is not None)
    return {name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "") for name, form, conversion in parts}


def word_problems(source: Source, file: str) -> list[Problem]:
    """Everything in a file of texts that a page would stumble over.

    Parameters
    ----------
    source
        The file.
    file
        Its path below the content folder, as in the list.
    """
    return list(_problems(source, source.data, wanted()[file], ()))


def _problems(source: Source, value: Any, want: Wanted, loc: Loc) -> Iterator[Problem]:
    if isinstance(want, frozenset):
        yield from _text(source, value, want, loc)
    elif not isinstance(value, dict):
        yield source.problem(loc, f"Should be a group of `key: text` lines, not {said(value)}. Write one pair a line, indented.")
    elif ANY in want:
        for key, inner in value.items():
            yield from _problems(source, inner, want[ANY], (*loc, str(key)))
    else:
        yield from _keys(source, value, want, loc)
        for key in want.keys() & value.keys():
            yield from _problems(source, value[key], want[key], (*loc, key))


def _keys(source: Source, group: Mapping[Any, Any], want: Mapping[str, Wanted], loc: Loc) -> Iterator[Problem]:
    """Keys that nothing reads, and keys that are missing; a misspelt one is told once."""
    missing = [key for key in want if key not in group]
    for key in group:
        if not isinstance(key, str):
            yield source.problem((*loc, str(key)), f"The key `{key}` is not text. Put it in quotes.", key=True)
        elif key not in want:
            hint, meant = did_you_mean(key, missing)
            if meant:
                missing.remove(meant)
            yield source.problem((*loc, key), f"Unknown key `{key}`. {hint if meant else 'Remove it.'}", key=True)
    for key in missing:
        yield source.problem((*loc, key), f"Is missing. Add `{key}:`, as it stands in the original content.")


def _text(source: Source, value: Any, names: frozenset[str], loc: Loc) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield source.problem(loc, f"Should be text, not {said(value)}. Write it after the colon, in quotes.")
        return
    try:
        unknown = sorted(filled(value) - names)
    except ValueError:
        yield source.problem(
            loc, "A curly bracket has no partner. Write {name} for what is filled in, and no other curly brackets."
        )
        return
    for name in unknown:
        hint = f"Write {' or '.join(f'{{{n}}}' for n in sorted(names))}." if names else "Remove the curly brackets."
        yield source.problem(loc, f"Nothing is filled in for {{{name}}} here. {hint}")
