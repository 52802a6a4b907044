"""Channel block at the peak that was measured."""

from __future__ import annotations

import pytest

from neuroviz.models.block import block_range, blocked

PEAK = 0.78
"""µM, measured after 0.5 mg/kg."""


@pytest.mark.parametrize(("half", "share"), [(0.3, 0.72), (1.4, 0.36), (0.5, 0.61), (5.1, 0.13)])
def test_the_hill_table(half, share):
    assert float(blocked(PEAK, half)) == pytest.approx(share, abs=0.005)


def test_the_range_runs_from_the_weakest_to_the_strongest_estimate():
    low, high = block_range(PEAK * 237.7)
    assert (float(low), float(high)) == pytest.approx((0.13, 0.72), abs=0.005)


def test_no_drug_holds_no_channel():
    assert [float(end) for end in block_range(0.0)] == [0.0, 0.0]
