"""Colours of the figures: even, on either side of zero, and legible to the colour-blind."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz import theme
from neuroviz.colour import lab
from neuroviz.figures import palette

SCHEMES = pytest.mark.parametrize("scheme", theme.SCHEMES)

# Viénot 1999: what somebody without red or without green cones sees, linear sRGB.
BLIND = {
    "protan": np.array([[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]]),
    "deutan": np.array([[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]]),
}


def seen(colour: str, kind: str) -> np.ndarray:
    linear = (np.array([int(colour[k : k + 2], 16) for k in (1, 3, 5)]) / 255) ** 2.2
    back = np.clip(BLIND[kind] @ linear, 0, 1) ** (1 / 2.2)
    return np.array(lab("#" + "".join(f"{round(255 * c):02x}" for c in back)))


@SCHEMES
def test_stronger_is_further_from_the_paper_on_both_sides(scheme: str) -> None:
    ground = palette.ground(scheme)
    for sign in (-1, 1):
        light = [palette.lightness(palette.colour_of(sign * r, ground)) for r in np.linspace(0.02, 1, 30)]
        steps = np.diff(light)
        assert (steps > 0).all() if ground.dark else (steps < 0).all()


@SCHEMES
@pytest.mark.parametrize("kind", BLIND)
def test_the_two_signs_are_told_apart_by_the_colour_blind(scheme: str, kind: str) -> None:
    ground = palette.ground(scheme)
    for r in (0.25, 0.5, 0.75, 1.0):
        plus, minus = (seen(palette.colour_of(sign * r, ground), kind) for sign in (1, -1))
        assert np.linalg.norm(plus - minus) > 0.06


def test_steps_change_at_whole_tenths_and_at_zero() -> None:
    ground = palette.ground("paper")
    scale = palette.stepped(-0.2, 0.8, ground)
    assert (scale[0][0], scale[-1][0], len(scale)) == (0, 1, 20)
    at_zero = [colour for at, colour in scale if at == pytest.approx(0.2)]
    assert at_zero == [palette.colour_of(-0.05, ground), palette.colour_of(0.05, ground)]
    assert at_zero[0] != at_zero[1]


def test_zero_has_the_colour_of_zero_in_every_range() -> None:
    ground = palette.ground("dark")
    for low, high in ((-0.2, 0.8), (-0.6, 0.9)):
        _, colour = min(palette.smooth(low, high, ground), key=lambda stop: abs(stop[0] + low / (high - low)))
        assert colour == palette.colour_of(0, ground)


def test_the_range_holds_all_values_and_both_sides_of_zero() -> None:
    assert palette.span(np.array([0.03, 0.71, np.nan])) == (-0.2, 0.8)
    assert palette.span(np.array([-0.52, 0.1])) == (-0.6, 0.2)
    assert palette.span(np.array([-0.5, 0.5])) == (-0.5, 0.5)


def test_mixing_with_nothing_of_the_other_changes_nothing() -> None:
    assert palette.mix("#b8361f", "#0b57c2", 1) == "#b8361f"
    assert palette.mix("#b8361f", "#0b57c2", 0) == "#0b57c2"
