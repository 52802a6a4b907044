"""The drawn channel: well formed, every part named, small, and honest about its state."""

from __future__ import annotations

import gzip
import re
from xml.etree import ElementTree

import pytest

from neuroviz.domain import Library
from neuroviz.domain.receptor import PARTS
from neuroviz.scenes import receptor
from neuroviz.scenes.channel import FILTER_Y
from neuroviz.ui.scales.receptor import picture
from neuroviz.ui.scales.receptor_lab import Setting

SVG = '<svg xmlns="http://www.w3.org/2000/svg"'


OPEN = Setting(-20, 1, True, 0)


def root(setting: Setting = OPEN) -> ElementTree.Element:
    return ElementTree.fromstring(picture(Library.load(), setting).replace("<svg", SVG, 1))


def test_every_part_is_there_once_named_and_reachable() -> None:
    parts = [g for g in root().iter() if g.get("data-part")]
    assert sorted(g.get("data-part") for g in parts) == sorted(PARTS)
    assert all(g.get("role") == "button" and g.get("tabindex") == "-1" for g in parts)
    assert len({g.get("aria-label") for g in parts}) == len(PARTS)


def test_the_state_stands_on_the_root() -> None:
    svg = root(Setting(-70, 1, False, 0.78, held=True))
    assert {k: svg.get(f"data-{k}") for k in ("gate", "glu", "pore", "flow", "ket", "mg")} == {
        "gate": "shut",
        "glu": "0",
        "pore": "ket",
        "flow": "none",
        "ket": "1",
        "mg": "1",
    }


def test_everything_it_refers_to_is_in_its_defs() -> None:
    defs = receptor.defs()
    drawing = picture(Library.load(), OPEN)
    used = set(re.findall(r'(?:url\(#|href="#)([\w-]+)', drawing + defs))
    assert used <= set(re.findall(r'id="([\w-]+)"', defs))


def test_scene_and_defs_are_small() -> None:
    both = receptor.defs() + picture(Library.load(), OPEN)
    assert len(gzip.compress(both.encode())) < 60_000


def test_at_most_six_labels_in_any_state() -> None:
    always = sum(not label.when for label in receptor.LABELS)
    for pore in ("none", "mg", "ket"):
        assert always + sum(label.when == pore for label in receptor.LABELS) <= 6


@pytest.mark.parametrize("kind", ["ca", "na"])
def test_calcium_and_sodium_start_outside_and_end_inside(kind: str) -> None:
    assert all(way[0][1] < FILTER_Y < way[-1][1] for way in receptor.ION_PATHS[kind])


def test_potassium_starts_inside_and_ends_outside() -> None:
    assert all(way[0][1] > FILTER_Y > way[-1][1] for way in receptor.ION_PATHS["k"])


def test_moving_molecules_are_few() -> None:
    assert sum(count for count, *_ in receptor.ION_LOOK.values()) <= 60
