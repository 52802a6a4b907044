"""The receptor lab: what the channel is doing in a setting, and grids that the browser may blend."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pytest

from neuroviz.domain import Library
from neuroviz.models import receptor
from neuroviz.ui.scales import receptor_lab
from neuroviz.ui.scales.receptor import data
from neuroviz.ui.scales.receptor_lab import CONCENTRATIONS, MAGNESIUM, VOLTAGES, Setting, drawn, moment


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        (Setting(-70, 1, False, 0), "shut"),
        (Setting(-70, 1, False, 0.78), "shut"),
        (Setting(-70, 1, True, 0), "plugged"),
        (Setting(-70, 0, True, 0), "open"),
        (Setting(-20, 1, True, 0), "open"),
        (Setting(-20, 1, True, 0.78), "enters"),
        (Setting(-20, 1, True, 0.03), "open"),
        (Setting(-70, 1, True, 0.78), "plugged"),
        (Setting(-70, 1, False, 0.78, held=True), "trapped"),
        (Setting(-70, 1, False, 0, held=True), "shut"),
    ],
)
def test_what_the_channel_is_doing(setting: Setting, expected: str) -> None:
    assert moment(setting) == expected


def test_each_step_of_the_content_shows_what_it_is_called() -> None:
    for step in Library.load().receptor.steps:
        assert moment(Setting(step.v, 1, step.glu, step.ket, held=step.id == "trapped")) == step.id


def test_nothing_passes_a_plug() -> None:
    assert drawn(Setting(-70, 1, True, 0))["flow"] == "none"
    assert drawn(Setting(-20, 1, True, 0.78))["flow"] == "none"


def test_ions_turn_round_at_the_reversal() -> None:
    assert [drawn(Setting(v, 1, True, 0))["flow"] for v in (-10, 0, 30)] == ["in", "none", "out"]


def test_ketamine_cannot_enter_a_shut_channel() -> None:
    state = drawn(Setting(-70, 1, False, 5))
    assert (state["gate"], state["pore"], state["ket"]) == ("shut", "none", "1")


def test_blending_the_grid_stays_close_to_the_equation() -> None:
    rng = np.random.default_rng(1)
    v, mg = rng.uniform(-90, 40, 400), rng.uniform(0, 2, 400)
    grid = receptor.unblocked(VOLTAGES[None, :], MAGNESIUM[:, None])
    rows = np.array([np.interp(mg, MAGNESIUM, grid[:, k]) for k in range(len(VOLTAGES))])
    blended = np.array([np.interp(v[i], VOLTAGES, rows[:, i]) for i in range(len(v))])
    exact = receptor.unblocked(v, mg)
    assert np.abs(blended - exact)[mg > 0.02].max() < 0.02
    assert np.abs(blended - exact)[mg > 0.2].max() < 0.008


@pytest.mark.parametrize("form", receptor.FORMS)
def test_blending_the_block_stays_close_to_the_equation(form: receptor.Form) -> None:
    c = np.linspace(0, 10, 777)
    for grid, exact in zip(receptor.block_range(np.array(CONCENTRATIONS), form), receptor.block_range(c, form), strict=True):
        assert np.abs(np.interp(c, CONCENTRATIONS, grid) - exact).max() < 0.01


def test_the_measured_levels_are_positions_of_the_slider() -> None:
    for anchor in Library.load().receptor.anchors:
        assert {anchor.high} <= set(CONCENTRATIONS)


def test_what_is_sent_is_small() -> None:
    sent = json.dumps(data(Library.load()), separators=(",", ":")).encode()
    assert len(gzip.compress(sent)) < 40_000


def test_the_plug_rule_splits_the_two_voltages_of_the_steps() -> None:
    low, high = (float(receptor.unblocked(v)) for v in (-70, -20))
    assert low < receptor_lab.PLUG_DRAWN < high
