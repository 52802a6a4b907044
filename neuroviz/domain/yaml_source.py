"""YAML files that know where each of their fields stands.

A good file is read by the quick parser. Only a bad one is read a second time, for lines and columns.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode
from ruamel.yaml.reader import ReaderError

from neuroviz.domain.yaml_limits import UNREADABLE, knot, misread
from neuroviz.errors import Problem

Loc = Sequence[str | int]

_HALF = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")

_INDENT = "The indentation does not fit the lines above. Indent all entries of one list or group alike."

# What the parser says, and the plain sentence for it. The first that occurs in its message wins.
_SYNTAX = (
    (
        "mapping values are not allowed",
        "This colon is one too many. Put the text in quotes, or check the indentation.",
    ),
    (
        "could not find expected ':'",
        "There is no colon here. Write `key: value`, or indent the text further.",
    ),
    (
        "while scanning a quoted scalar",
        "A quotation mark opens here and is never closed. Close it, or remove it.",
    ),
    ("flow sequence", "A square bracket opens here and is never closed. Close it with ], or use quotes."),
    ("flow mapping", "A curly bracket opens here and is never closed. Close it with }, or use quotes."),
    ("expected <block end>", _INDENT),
    ("block collection", _INDENT),
    ("cannot start any token", "Text cannot start with this character. Put the text in quotes."),
    ("undefined alias", "Text cannot start with * unless it is an alias. Put the text in quotes."),
    ("could not determine a constructor", "Text cannot start with !. Put the text in quotes."),
    ("expected a single document", "A second document starts here. Remove the line with ---."),
)


def shown(path: Path) -> str:
    """Path as a person would type it: relative when it is below the current folder."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative


class Source:
    """A YAML file that could be read.

    Parameters
    ----------
    name
        Path for messages.
    text
        The whole file.
    data
        Plain dicts, lists, strings, numbers, booleans and None.
    pure
        Whether only the slower parser, which knows all of YAML 1.2, understands the file.
    """

    def __init__(self, name: str, text: str, data: Any, *, pure: bool = False) -> None:
        self.name, self.text, self.data, self._pure = name, text, data, pure

    @cached_property
    def _tree(self) -> Node | None:
        node: Node | None = YAML(typ="safe", pure=self._pure).compose(self.text)
        return node

    def place(self, loc: Loc, *, key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of a field; of the nearest thing around it when the field is not there.

        Parameters
        ----------
        loc
            Keys and list positions (from 0) from the top of the file.
        key
            Point at the key itself instead of at its value.
        """
        node, mark = self._tree, None
        for step in loc:
            found = _child(node, step)
            if found is None:
                break
            name, node = found
            mark = name.start_mark if key and name is not None else node.start_mark
        mark = mark or (node.start_mark if node is not None else None)
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)

    def problem(self, loc: Loc, message: str, *, key: bool = False) -> Problem:
        """A problem at a field."""
        line, column = self.place(loc, key=key)
        return Problem(self.name, line, column, self.field(loc), message)

    def field(self, loc: Loc) -> str:
        """Dotted path of a field; entries of a list go by their id, key or term, else by number from 1."""
        words, value = [], self.data
        for step in loc:
            child = _inside(value, step)
            words.append(_entry_name(child, step) if isinstance(step, int) else step)
            value = child
        return ".".join(words)


def _inside(value: Any, step: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None


def _entry_name(entry: Any, position: int) -> str:
    names = (entry.get(k) for k in ("id", "key", "show", "term")) if isinstance(entry, dict) else ()
    return next((name for name in names if isinstance(name, str) and name), str(position + 1))


def _child(node: Node | None, step: str | int) -> tuple[Node | None, Node] | None:
    if isinstance(node, MappingNode):
        return next(((k, v) for k, v in node.value if k.value == str(step)), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def read(path: Path) -> tuple[Source | None, list[Problem]]:
    """Read one YAML file.

    Returns
    -------
    The file, or None when nothing can be made of it, and what is wrong with its form.
    """
    name = shown(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None, [_whole(name, "The file is missing. Put it back, or copy it from the original content.")]
    except UnicodeDecodeError as error:
        return None, [_not_utf8(name, error)]
    except OSError as error:
        return None, [_whole(name, f"The file cannot be read ({error.strerror}). Check its permissions.")]
    if half := _HALF.search(text):
        message = f"`{half[0]}` is half of a character, which no page can show. Write the character itself."
        return None, [Problem(name, *_line_column(text, half.start()), "", message)]
    try:
        source, problems = _parse(name, text)
    except UNREADABLE:
        line, column, message = misread(text)
        return None, [Problem(name, line, column, "", message)]
    if source is not None and (tied := knot(source.data)):
        return None, [source.problem(*tied)]
    if source is not None and source.data is None:
        return None, [_whole(name, "The file is empty. Fill it, or copy it from the original content.")]
    return source, problems


def _whole(name: str, message: str) -> Problem:
    return Problem(name, 1, 1, "", message)


def _parse(name: str, text: str) -> tuple[Source | None, list[Problem]]:
    """The quick parser first; what it refuses may be right in YAML 1.2, which only the slower one knows."""
    try:
        return Source(name, text, YAML(typ="safe").load(text)), []
    except DuplicateKeyError:
        return _with_duplicates(name, text, pure=False)
    except YAMLError:
        pass
    try:
        return Source(name, text, YAML(typ="safe", pure=True).load(text), pure=True), []
    except DuplicateKeyError:
        return _with_duplicates(name, text, pure=True)
    except YAMLError as error:
        return None, [_syntax(name, text, error)]


def _not_utf8(name: str, error: UnicodeDecodeError) -> Problem:
    before = error.object[: error.start]
    line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
    byte = error.object[error.start]
    message = f"The byte 0x{byte:02x} is not UTF-8. Save the file with the encoding UTF-8."
    return Problem(name, line, column, "", message)


def _with_duplicates(name: str, text: str, *, pure: bool) -> tuple[Source, list[Problem]]:
    """Keep the first of each doubled key so that the rest of the file can still be checked."""
    parser = YAML(typ="safe", pure=pure)
    parser.allow_duplicate_keys = True
    source = Source(name, text, parser.load(text), pure=pure)
    problems = []
    for loc, first, again in _doubles(source._tree, ()):
        line, column = again.start_mark.line + 1, again.start_mark.column + 1
        before = first.start_mark.line + 1
        message = f"The key `{again.value}` stands here twice, first in line {before}. Remove one of the two."
        problems.append(Problem(name, line, column, source.field(loc), message))
    return source, problems


def _doubles(node: Node | None, loc: tuple[str | int, ...]) -> Iterator[tuple[Loc, Node, Node]]:
    if isinstance(node, MappingNode):
        seen: dict[str, Node] = {}
        for key, value in node.value:
            if key.value in seen:
                yield (*loc, key.value), seen[key.value], key
            seen.setdefault(key.value, key)
            yield from _doubles(value, (*loc, key.value))
    elif isinstance(node, SequenceNode):
        for position, value in enumerate(node.value):
            yield from _doubles(value, (*loc, position))


def _syntax(name: str, text: str, error: YAMLError) -> Problem:
    """The one thing that stops the parser, in plain words."""
    if isinstance(error, ReaderError):
        line, column = _line_column(text, error.position)
        message = "There is a character here that YAML does not allow. Delete it."
        return Problem(name, line, column, "", message)
    said, mark = str(error), None
    if isinstance(error, MarkedYAMLError):
        opened = any(word in said for word in ("quoted scalar", "flow sequence", "flow mapping"))
        mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    tab = re.search(r"^[ ]*(\t)", text, re.MULTILINE)
    if tab and _line_column(text, tab.start(1))[0] <= line:
        line, column = _line_column(text, tab.start(1))
        return Problem(name, line, column, "", "This line is indented with a tab. Use spaces, two for each step.")
    fallback = "This is not valid YAML. Check the indentation, quotes and colons around this line."
    message = next((plain for words, plain in _SYNTAX if words in said), fallback)
    return Problem(name, line, column, "", message)


def _line_column(text: str, position: int) -> tuple[int, int]:
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
