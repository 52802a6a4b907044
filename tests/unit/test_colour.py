"""Colours of values: the right step for every r, and further from zero is further from its colour."""

from __future__ import annotations

import itertools

import pytest

from neuroviz import theme
from neuroviz.colour import lab, mix, r_token


@pytest.mark.parametrize(
    ("r", "token"),
    [(-1, "fc-0"), (-0.05, "fc-9"), (0, "fc-10"), (0.05, "fc-10"), (0.1, "fc-11"), (0.7, "fc-17"), (1, "fc-19")],
)
def test_step_of_a_correlation(r: float, token: str) -> None:
    assert r_token(r) == token


@pytest.mark.parametrize("scheme", theme.SCHEMES)
def test_stronger_is_further_from_zero_in_lightness(scheme: str) -> None:
    tokens = theme.tokens(scheme)
    light = [lab(tokens[f"fc-{k}"])[0] for k in range(20)]
    for side in (light[10:], light[9::-1]):
        steps = [b - a for a, b in itertools.pairwise(side)]
        assert all(s > 0 for s in steps) or all(s < 0 for s in steps)


@pytest.mark.parametrize("scheme", theme.SCHEMES)
def test_agreement_grows_in_lightness(scheme: str) -> None:
    tokens = theme.tokens(scheme)
    steps = [b - a for a, b in itertools.pairwise(lab(tokens[f"agree-{k}"])[0] for k in range(1, 6))]
    assert all(s > 0 for s in steps) or all(s < 0 for s in steps)


def test_a_colour_comes_back_as_itself() -> None:
    assert mix("#ff7a59", "#000000", 1) == "#ff7a59"
