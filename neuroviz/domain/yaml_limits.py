"""What YAML allows and no content file needs: entries that hold themselves, endless nesting, dates and numbers that are none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

DEEPEST: Final = 40
"""Groups and lists inside each other; content has at most 12."""

MOST: Final = 500_000
"""Entries of a file with its aliases written out; content has at most some 10,000."""

UNREADABLE: Final = (ValueError, KeyError, TypeError, OverflowError, RecursionError)
"""What the parser raises, besides its own errors, for a value that is not what it looks like."""

Knot = tuple[tuple[str | int, ...], str]
"""A place in a file, and what is wrong there."""


def knot(data: Any) -> Knot | None:
    """Where a file holds itself, or is too deep or too large to be walked through; None for every usual file."""
    rest: list[tuple[Any, int]] = [(data, 0)]
    seen = 0
    while rest:
        value, depth = rest.pop()
        seen += 1
        if depth > DEEPEST or seen > MOST:
            message = "Too many entries stand in each other here. Write them out, without aliases (*)."
            return _loop(data, (), (), set()) or ((), message)
        if isinstance(value, (dict, list)):
            rest += [(inner, depth + 1) for inner in (value.values() if isinstance(value, dict) else value)]
    return None


def _loop(value: Any, loc: tuple[str | int, ...], above: tuple[int, ...], done: set[int]) -> Knot | None:
    """The first entry that stands above itself; what was looked through is not looked through again."""
    if id(value) in above:
        return loc, "This entry holds itself, by an alias (*). Write out what is meant."
    if not isinstance(value, (dict, list)) or id(value) in done or len(above) > DEEPEST:
        return None
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    found = (_loop(inner, (*loc, key), (*above, id(value)), done) for key, inner in inside)
    first = next((knot for knot in found if knot), None)
    done.add(id(value))
    return first


def misread(text: str) -> tuple[int, int, str]:
    """Line and column, from 1, of the value that the parser could not read, and what is wrong with it."""
    parser = YAML(typ="safe")
    try:
        for node in _scalars(parser.compose(text)):
            try:
                parser.constructor.construct_object(node)
            except (*UNREADABLE, YAMLError):
                mark, given = node.start_mark, node.value[:40]
                message = f"`{given}` looks like a number or a date and is none. Correct it, or put it in quotes."
                return mark.line + 1, mark.column + 1, message
    except (*UNREADABLE, YAMLError):
        pass
    return 1, 1, "Too many entries stand in each other here. Check for brackets that are never closed."


def _scalars(node: Node | None) -> Iterator[Node]:
    """All single values of a file, each once, in the order in which they stand."""
    rest, seen = [node], set()
    while rest:
        node = rest.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, ScalarNode):
            yield node
        elif isinstance(node, MappingNode):
            rest += [part for pair in reversed(node.value) for part in reversed(pair)]
        elif isinstance(node, SequenceNode):
            rest += reversed(node.value)
