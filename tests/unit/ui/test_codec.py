"""Packed arrays come back as they were."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.ui.codec import pack, unpack


@pytest.mark.parametrize(
    "values",
    [
        np.array([0, 1, 1, 255, 0]),
        np.array([-7, 30000, -2, 5]),
        np.array([[1, 2, 3], [1, 2, 2], [900, -900, 0]]),
        np.array([0]),
    ],
)
def test_round_trip(values: np.ndarray) -> None:
    assert np.array_equal(unpack(pack(values)), values)


def test_small_steps_take_one_byte() -> None:
    assert pack(np.arange(1000))["bytes"] == 1
    assert pack(np.array([0, 200]))["bytes"] == 2


def test_a_step_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit 16 bits"):
        pack(np.array([0, 70000]))
