"""Small helpers that every scene is written with: escaped elements and compact paths."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import pairwise

from neuroviz.viewpoints import Ring

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.:-]*")
_TOKEN = re.compile(r"--[a-z0-9-]+")


def text(words: str) -> str:
    """Escape words that stand between tags."""
    return escape(words, quote=False)


def attributes(values: Mapping[str, object]) -> str:
    """Write attributes with a space before each; those that are None are left out.

    Raises
    ------
    ValueError
        If a name is not an attribute name: names come from code, never from content.
    """
    out = []
    for name, value in values.items():
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is not the name of an attribute; use letters, digits and dashes.")
        if value is not None:
            out.append(f' {name}="{escape(str(value))}"')
    return "".join(out)


def element(tag: str, values: Mapping[str, object], inside: str | None = None) -> str:
    """Write one element; ``inside`` is markup, or None for an empty element."""
    start = f"<{tag}{attributes(values)}"
    return f"{start}/>" if inside is None else f"{start}>{inside}</{tag}>"


def token(name: str) -> str:
    """Check that ``name`` is a CSS custom property such as ``--node-core``, and give it back."""
    if not _TOKEN.fullmatch(name):
        raise ValueError(f"{name!r} is not a colour token; give one of neuroviz/theme.py, such as '--node-core'.")
    return name


def numbers(values: Iterable[int]) -> str:
    """Write whole numbers with no more spaces than a path needs."""
    return "".join(f"{value}" if value < 0 else f" {value}" for value in values).removeprefix(" ")


def smooth_path(rings: Sequence[Ring]) -> str:
    """Write closed outlines as smooth curves through whole numbers.

    Each ring is the control polygon of a quadratic B-spline. Its curve runs through the middles of the sides,
    and since each corner is the mirror image of the one before in such a middle, the short command ``t`` says
    it all: a curve costs no more than straight lines. Corners are even, so that middles are whole.
    """
    out = []
    for ring in rings:
        following = (*ring[1:], ring[0])
        middles = [((x + u) // 2, (y + v) // 2) for (x, y), (u, v) in zip(ring, following, strict=True)]
        x, y = middles[-1]
        corner = (ring[0][0] - x, ring[0][1] - y)
        first = (middles[0][0] - x, middles[0][1] - y)
        steps = [d for (a, b), (c, e) in pairwise(middles) for d in (c - a, e - b)]
        out.append(f"M{numbers((x, y))}q{numbers((*corner, *first))}t{numbers(steps)}z")
    return "".join(out)
