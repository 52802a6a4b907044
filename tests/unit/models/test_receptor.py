"""The channel's equations against the tables that they were published with."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.models import block, receptor


@pytest.mark.parametrize(
    ("voltage", "share"),
    [(-80, 0.024), (-70, 0.044), (-60, 0.080), (-40, 0.230), (-20, 0.508), (0, 0.781), (20, 0.925)],
)
def test_magnesium_leaves_the_published_share_of_channels_free(voltage: float, share: float) -> None:
    assert receptor.unblocked(voltage, 1.0) == pytest.approx(share, abs=0.0006)


@pytest.mark.parametrize(("ic50", "percent"), [(0.3, 72), (1.4, 36), (0.5, 61), (5.1, 13)])
def test_ketamine_blocks_the_published_share_at_the_level_of_the_trials(ic50: float, percent: int) -> None:
    assert round(100 * float(block.blocked(0.78, ic50))) == percent


def test_without_magnesium_nothing_is_plugged() -> None:
    assert receptor.unblocked([-90, 0, 40], 0.0) == pytest.approx([1, 1, 1])


def test_half_of_the_channels_are_blocked_at_the_ic50() -> None:
    assert block.blocked(0.33, 0.33) == pytest.approx(0.5)


def test_an_equal_mix_of_s_and_r_binds_like_the_racemate() -> None:
    # Two forms compete for one site: 1 / (0.5 / 0.3 + 0.5 / 1.4) = 0.49 µM, beside 0.5 µM for racemic ketamine.
    (s,), (r,) = receptor.ESTIMATES["s"], receptor.ESTIMATES["r"]
    assert 1 / (0.5 / s.ic50 + 0.5 / r.ic50) == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize(("form", "low", "high"), [("racemic", 13, 72), ("s", 14, 72), ("r", 3, 36)])
def test_the_range_at_the_level_of_the_trials(form: receptor.Form, low: int, high: int) -> None:
    least, most = receptor.block_range(0.78, form)
    assert (round(100 * float(least)), round(100 * float(most))) == (low, high)


def test_s_binds_four_to_five_times_more_tightly_than_r() -> None:
    assert 4 <= receptor.affinity("r")[0] / receptor.affinity("s")[0] <= 5


@pytest.mark.parametrize("form", receptor.FORMS)
def test_no_ketamine_no_block(form: receptor.Form) -> None:
    assert [float(x) for x in receptor.block_range(0.0, form)] == [0, 0]


def test_the_current_is_the_unplugged_one_times_what_is_left() -> None:
    v = np.linspace(-90, 40, 14)
    expected = receptor.ampa_current(v) * receptor.unblocked(v, 0.8) * 0.4
    assert receptor.nmda_current(v, 0.8, 1.0, 0.6) == pytest.approx(expected)


def test_current_flows_inward_below_the_reversal_and_outward_above() -> None:
    low, zero, high = receptor.nmda_current([-40, 0, 40])
    assert low < 0
    assert zero == 0
    assert high > 0


def test_an_unplugged_channel_at_rest_is_the_unit() -> None:
    assert receptor.nmda_current(-70, mg=0.0) == pytest.approx(-1.0)


def test_without_glutamate_nothing_flows() -> None:
    assert receptor.nmda_current([-90, -20, 40], glutamate=0.0) == pytest.approx([0, 0, 0])


def test_the_inward_current_is_largest_between_rest_and_reversal() -> None:
    v = np.arange(-90.0, 1.0)
    assert -40 < v[np.argmin(receptor.nmda_current(v))] < -15


def test_less_than_no_magnesium_is_refused() -> None:
    with pytest.raises(ValueError, match="give 0 or more"):
        receptor.unblocked(-70, -1.0)


def test_the_range_of_the_mix_is_that_of_the_clock() -> None:
    assert receptor.block_range(185 / 237.7) == block.block_range(185)
