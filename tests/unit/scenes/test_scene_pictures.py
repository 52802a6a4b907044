"""Drawn scenes: pure, complete, light enough, hollow-able, and no label lies on another."""

import gzip
import json
import re
import xml.etree.ElementTree as ET
from typing import get_args

import pytest

from neuroviz import theme
from neuroviz.domain import Library
from neuroviz.domain.scene_shapes import SHAPES
from neuroviz.domain.scenes import Kind, as_data
from neuroviz.scenes.drawings import KINDS, Context
from neuroviz.scenes.names import collisions, labels
from neuroviz.scenes.picture_of import standalone
from neuroviz.scenes.shapes import shapes
from neuroviz.scenes.values import amount
from neuroviz.ui.scene_files import DRAWN, picture, scene_file, values_at

TRACKS = ("main", *"abcdefgh", "all")
MOST_BYTES = 120_000
MOST_MOVING = 60


@pytest.fixture(scope="module")
def library():
    return Library.load()


@pytest.fixture(params=DRAWN)
def scene(request, library):
    return library.scenes[request.param]


def test_names_of_shapes_in_the_domain_are_those_that_are_drawn():
    assert set(SHAPES) == set(shapes())


def test_every_kind_of_drawing_is_drawn():
    assert set(get_args(Kind)) == set(KINDS)


def test_a_picture_is_well_formed_and_the_same_each_time(scene, library):
    svg = picture(scene, library)
    ET.fromstring(svg)
    assert svg == picture(scene, library)


def test_every_part_is_in_the_picture_and_says_what_it_is(scene, library):
    root = ET.fromstring(picture(scene, library))
    drawn = {g.get("data-part"): g for g in root.iter("g") if g.get("data-part")}
    assert set(drawn) == {p.id for p in scene.parts}
    for part in scene.parts:
        label = drawn[part.id].get("aria-label")
        assert part.quiet or label.startswith(f"{part.name}. {part.says}")


def test_a_file_of_its_own_needs_no_style_sheet(scene, library):
    svg = standalone(picture(scene, library, "24h"), theme.tokens("projector"))
    assert "var(" not in svg
    ET.fromstring(svg)


def shown_together(scene, library, track):
    """Parts whose labels can be on screen at once: all of the main line, or those of the steps of a track."""
    if track in ("main", "all"):
        return {p.id for p in scene.parts if not p.tracks or track in p.tracks}
    stages = [getattr(step, scene.id) for t in library.cascade.tracks if t.id == track for step in t.steps]
    return {label for stage in stages if stage for label in (stage.labels or stage.parts)}


@pytest.mark.parametrize("view", ["wide", "half"])
@pytest.mark.parametrize("track", TRACKS)
def test_no_label_lies_on_another(scene, library, view, track):
    context = Context(as_data(scene)["lines"], "t", values_at(scene, library))
    together = shown_together(scene, library, track)
    assert collisions([label for label in labels(as_data(scene), view, context) if label.part in together]) == []


def test_a_scene_is_light_enough_for_a_slow_line(scene, library):
    text = json.dumps(scene_file(scene.id, library, lambda page: f"/{page}"), ensure_ascii=False)
    assert len(gzip.compress(text.encode())) < MOST_BYTES


@pytest.mark.parametrize("stop", ["before", "0min", "40min", "2h", "4h", "24h", "3d", "7d", "14d"])
def test_few_enough_molecules_move(scene, library, stop):
    values = values_at(scene, library, stop)
    data = as_data(scene)
    moving = sum(
        len(f["lines"]) * -(-f["count"] * amount(f["show"], values) // 1)
        for f in data["flows"]
        if not f["tracks"] or "main" in f["tracks"]
    )
    assert moving <= MOST_MOVING


def test_presence_follows_a_quantity_and_never_leaves_0_to_1():
    ramp = {"quantity": "q", "start": 0.2, "full": 0.6}
    assert [round(amount([ramp], {"q": v}.__getitem__), 2) for v in (0, 0.2, 0.4, 0.6, 1)] == [0, 0, 0.5, 1, 1]
    back = {"quantity": "q", "start": 0.6, "full": 0.2}
    assert amount([ramp, back], lambda _: 0.4) == pytest.approx(0.25)


def test_nothing_that_follows_the_clock_is_blurred(scene, library):
    root = ET.fromstring(picture(scene, library))
    live = next(g for g in root.iter("g") if g.get("data-plane") == "live")
    outside_lenses = re.sub(r'<g clip-path="url\(#lens.*?</g>', "", ET.tostring(live, encoding="unicode"), flags=re.S)
    assert 'data-show="' in outside_lenses
    for shown in (g for g in root.iter("g") if g.get("data-show")):
        assert "filter=" not in ET.tostring(shown, encoding="unicode")
