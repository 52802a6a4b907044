"""The shared shapes: complete, closed under use, coloured from tokens, and hollow on demand."""

import re
import xml.etree.ElementTree as ET

import pytest

from neuroviz import theme
from neuroviz.scenes.shapes import along, defs, membrane, shapes, spline, tube, where

SHAPES = shapes()


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_is_well_formed_and_uses_only_shapes_that_exist(name):
    ET.fromstring(f"<svg>{SHAPES[name]}</svg>")
    assert set(re.findall(r'href="#([^"]+)"', SHAPES[name])) <= set(SHAPES)


@pytest.mark.parametrize("scheme", theme.SCHEMES)
def test_every_colour_is_a_token_of_the_scheme(scheme):
    used = set(re.findall(r"var\(--([a-z0-9-]+)", defs())) - {"hollow"}
    assert used <= set(theme.tokens(scheme))


def test_every_gradient_that_a_shape_asks_for_is_defined():
    text = defs() + membrane([(0, 0), (100, 0)], "coral", "t", close=[(100, 50), (0, 50)])
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(re.findall(r'id="([^"]+)"', text))


def test_definitions_can_be_cut_to_what_is_used_and_what_that_uses():
    ids = set(re.findall(r'<g id="([^"]+)"', defs({"ampa"})))
    assert ids == {"ampa", "glu"}


def test_no_molecule_shares_its_outline_with_another():
    outlines = [
        re.sub(r"(m|b)-\w+|--\w+-\d", "", SHAPES[m])
        for m in ("glu", "gaba", "mg", "ca", "ket", "hnk", "bdnf", "gly", "ado", "opi", "cyt")
    ]
    assert len(set(outlines)) == len(outlines)


def test_a_share_of_a_line_is_a_share_of_its_length():
    x, y, turn = along([(0.0, 0.0), (10.0, 0.0), (40.0, 0.0)], 0.5)
    assert (round(x, 6), y, turn) == (20.0, 0.0, 0.0)


def test_the_outside_is_left_of_the_walking_direction():
    _, _, turn = along([(0.0, 0.0), (0.0, -10.0)], 0.5)
    assert turn == pytest.approx(-90)


def test_a_line_without_such_a_place_says_so():
    with pytest.raises(ValueError, match="no point"):
        where(spline([(0, 0), (5, 5)]), lambda x, y: x > 9)


def test_a_tube_is_as_wide_as_asked():
    corners = re.findall(r"(-?[\d.]+)(?=C|Z)", tube([(0, 0), (100, 0)], (10, 10)))
    assert {abs(float(y)) for y in corners} == {5}
