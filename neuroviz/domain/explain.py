"""Validation errors in plain words: what is wrong and what to do."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from neuroviz.domain.yaml_source import Loc, Source
from neuroviz.errors import Problem

# Error types of pydantic, and what to say. {input} stands in the file, other names come with the error.
_PLAIN: Mapping[str, str] = {
    "int_type": "Should be a whole number, not {input}. Remove quotes and words.",
    "int_parsing": "Should be a whole number, not {input}. Remove quotes and words.",
    "float_type": "Should be a number, not {input}. Remove quotes and words.",
    "bool_type": "Should be true or false, not {input}. Write one of them, without quotes.",
    "tuple_type": "Should be a list, not {input}. Write one entry a line, each after a hyphen and a space.",
    "list_type": "Should be a list, not {input}. Write one entry a line, each after a hyphen and a space.",
    "dict_type": "Should be a group of `key: value` lines, not {input}. Write one pair a line, indented.",
    "model_type": "Should be a group of `key: value` lines, not {input}. Write one pair a line, indented.",
    "string_too_short": "Is empty. Write the text, or remove the whole entry.",
    "string_too_long": "Is {length} characters long, more than the {max_length} that have room. Shorten it.",
    "too_short": "Has {actual_length} entries and needs at least {min_length}. Add what is missing.",
    "too_long": "Has {actual_length} entries and room for at most {max_length}. Remove some.",
    "greater_than_equal": "Is {input}, below the smallest value allowed, {ge}. Correct the number.",
    "less_than_equal": "Is {input}, above the largest value allowed, {le}. Correct the number.",
}


def validated(source: Source, kind: Any) -> tuple[Any, list[Problem]]:
    """Check a file against a type.

    Parameters
    ----------
    source
        The file.
    kind
        A model, or a type such as ``Many[Claim]``.

    Returns
    -------
    The typed content, or None, and every problem found.
    """
    try:
        return TypeAdapter(kind).validate_python(source.data), []
    except ValidationError as error:
        return None, explain(source, kind, error.errors(include_url=False))


def explain(source: Source, kind: Any, errors: Sequence[ErrorDetails]) -> list[Problem]:
    """Turn validation errors into problems with a place."""
    problems, answered = [], set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            loc = _clean(source, error["loc"])
            message, meant = _unknown_key(kind, source, loc)
            if meant:
                answered.add((*loc[:-1], meant))
            problems.append(source.problem(loc, message, key=True))
    for error in errors:
        loc = _clean(source, error["loc"])
        if error["type"] == "missing" and tuple(loc) not in answered:
            field = _fields(_kind_at(kind, loc[:-1])).get(str(loc[-1]))
            what = f" ({field})" if field else ""
            problems.append(source.problem(loc, f"Is missing. Add `{loc[-1]}:`{what}."))
        elif error["type"] not in ("extra_forbidden", "missing") and not _miscounted(error):
            problems.append(source.problem(loc, _sentence(error, kind, loc)))
    return problems


def _miscounted(error: ErrorDetails) -> bool:
    """Whether a list only seems too short: pydantic does not count entries with problems of their own."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def did_you_mean(word: str, known: Iterable[str]) -> tuple[str, str | None]:
    """A hint after an unknown word: the nearest known one, else a few of them."""
    options = sorted(known)
    near = get_close_matches(word, options, n=1, cutoff=0.6)
    if near:
        return f"Did you mean `{near[0]}`?", near[0]
    if not options:
        return "There is none yet.", None
    return f"Known are {', '.join(options[:8])}{' …' if len(options) > 8 else ''}.", None


def _unknown_key(kind: Any, source: Source, loc: Loc) -> tuple[str, str | None]:
    value = source.data
    for step in loc[:-1]:
        value = value[step]
    taken = set(value) if isinstance(value, dict) else set()
    free = [name for name in _fields(_kind_at(kind, loc[:-1])) if name not in taken]
    hint, meant = did_you_mean(str(loc[-1]), free)
    if not meant:
        hint = "Remove it." if not free else f"Remove it, or use one of: {', '.join(free)}."
    return f"Unknown key `{loc[-1]}`. {hint}", meant


def _sentence(error: ErrorDetails, kind: Any, loc: Loc) -> str:
    given, context = said(error["input"]), error.get("ctx", {})
    known = _PLAIN.get(error["type"])
    if error["type"] == "string_type":
        if error["input"] is None:
            return f"Has no value. Write {_meaning(kind, loc)} after the colon."
        return f"Should be text, not {given}. Put it in quotes."
    if error["type"] == "string_pattern_mismatch":
        return f"{given} does not have the right form. Write {_meaning(kind, loc)}."
    if error["type"] == "literal_error":
        options = [word.strip("'") for word in str(context["expected"]).replace(" or ", ", ").split(", ")]
        hint, meant = did_you_mean(str(error["input"]), options)
        return f"{given} is not allowed here. {hint if meant else 'Write one of: ' + ', '.join(options) + '.'}"
    if error["type"] == "value_error":
        message = str(context["error"])
        return f"{message[0].upper()}{message[1:]}."
    if known is None:
        return f"{error['msg']}. Write {_meaning(kind, loc)}."
    length = len(error["input"]) if isinstance(error["input"], str) else 0
    return known.format_map({**context, "input": given, "length": length})


def said(value: Any) -> str:
    """What stands in the file, short enough for a sentence."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (dict, list)):
        return "a list" if isinstance(value, list) else "a group of `key: value` lines"
    text = str(value)
    return f"`{text[:40]}…`" if len(text) > 40 else f"`{text}`"


def _clean(source: Source, loc: Loc) -> tuple[str | int, ...]:
    """Drop what pydantic adds to a path and the file does not have (names of union branches)."""
    steps: list[str | int] = []
    value = source.data
    for position, step in enumerate(loc):
        inside = (isinstance(value, dict) and step in value) or (isinstance(value, list) and isinstance(step, int))
        if inside:
            value = value[step] if isinstance(value, dict) or int(step) < len(value) else None
        elif position < len(loc) - 1 or not isinstance(value, dict):
            continue
        steps.append(step)
    return tuple(steps)


def _kind_at(kind: Any, loc: Loc) -> Any:
    """The type that stands at a path inside a type."""
    kind = _bare(kind)
    for step in loc:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            field = kind.model_fields.get(str(step))
            kind = field.annotation if field else None
        else:
            inner = get_args(kind)
            kind = inner[1] if get_origin(kind) is dict else (inner[0] if inner else None)
        kind = _bare(kind)
    return kind


def _bare(kind: Any) -> Any:
    """A type without Annotated and without None."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) in (Union, types.UnionType):
        return _bare(next(part for part in get_args(kind) if part is not type(None)))
    return kind


def _fields(kind: Any) -> dict[str, str]:
    """Keys of a model with what each means."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return {name: field.description or "" for name, field in kind.model_fields.items()}
    return {}


def _meaning(kind: Any, loc: Loc) -> str:
    """Description of the field that a path leads to, or of the list around it."""
    for depth in range(len(loc), 0, -1):
        found = _fields(_kind_at(kind, loc[: depth - 1])).get(str(loc[depth - 1]))
        if found:
            return found
    return "it like the other entries"
