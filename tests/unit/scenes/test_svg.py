"""Paths and attributes."""

from __future__ import annotations

import re

import pytest

from neuroviz.scenes.svg import attributes, element, numbers, smooth_path, text, token


def test_numbers_waste_no_space():
    assert numbers((1, -2, 30, -4, 0)) == "1-2 30-4 0"


def test_curve_runs_through_the_middles_of_the_sides():
    ring = ((0, 0), (8, 0), (8, 8), (0, 8))
    assert smooth_path([ring]) == "M0 4q0-4 4-4t4 4-4 4-4-4z"


def test_mirrored_controls_are_the_corners():
    """The short command t mirrors the control point: that has to give the corners, exactly."""
    ring = tuple((2 * (i * i % 37), 2 * (i * 7 % 23)) for i in range(40))
    start, curve, rest = re.fullmatch(r"M(.*)q(.*)t(.*)z", smooth_path([ring])).groups()
    (x, y), (cx, cy, x1, y1), steps = ([int(n) for n in re.findall(r"-?\d+", part)] for part in (start, curve, rest))
    control, at = (x + cx, y + cy), (x + x1, y + y1)
    found = [control]
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        control = (2 * at[0] - control[0], 2 * at[1] - control[1])
        at = (at[0] + dx, at[1] + dy)
        found.append(control)
    assert tuple(found) == ring
    assert at == (x, y)


def test_attributes_are_escaped_and_none_is_left_out():
    assert attributes({"a": '"<&>', "b": None, "c": 3}) == ' a="&quot;&lt;&amp;&gt;" c="3"'
    assert element("g", {}, text("<&")) == "<g>&lt;&amp;</g>"
    assert element("path", {"d": "M0 0"}) == '<path d="M0 0"/>'


def test_names_are_checked():
    with pytest.raises(ValueError, match="attribute"):
        attributes({'x" onload="': "1"})
    with pytest.raises(ValueError, match="colour token"):
        token("--x;}")
