"""One volunteer: r from the stored signals is nilearn's, and its distance from the group is what was measured."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.atlas import load_atlas
from neuroviz.atlas.volunteer import Volunteer, agreement, load_volunteer, nearest_pair, pearson


@pytest.fixture(scope="module")
def volunteer() -> Volunteer:
    return load_volunteer()


def test_r_of_every_pair_equals_nilearns(volunteer: Volunteer) -> None:
    upper = np.triu_indices(100, 1)
    ours = [pearson(volunteer.series[:, a], volunteer.series[:, b]) for a, b in zip(*upper, strict=True)]
    assert np.abs(np.array(ours) - volunteer.correlation[upper]).max() < 1e-3


def test_length(volunteer: Volunteer) -> None:
    assert volunteer.series.shape == (652, 100)
    assert volunteer.minutes == pytest.approx(15.2, abs=0.05)


def test_agreement_with_the_group_is_the_stored_one(volunteer: Volunteer) -> None:
    group = load_atlas("schaefer-100").connectivity
    assert group is not None
    assert agreement(volunteer.correlation, group) == pytest.approx(volunteer.cleanings["confounds"].agreement, abs=1e-3)


def test_agreement_of_each_cleaning(volunteer: Volunteer) -> None:
    found = {name: c.agreement for name, c in volunteer.cleanings.items()}
    assert found == pytest.approx({"none": 0.52, "confounds": 0.52, "band-pass": 0.51, "global-signal": 0.56}, abs=0.01)


def test_taking_the_mean_out_makes_most_values_negative(volunteer: Volunteer) -> None:
    without = volunteer.cleanings["global-signal"]
    assert without.negative > 0.5
    assert abs(without.mean_r) < 0.02


def test_pearson_of_known_series() -> None:
    assert pearson([1, 2, 3], [2, 4, 6]) == pytest.approx(1)
    assert pearson([1, 2, 3, 4], [1, -1, -1, 1]) == pytest.approx(0)
    assert pearson([1, 2, 3], [3, 2, 1]) == pytest.approx(-1)
    with pytest.raises(ValueError, match="does not vary"):
        pearson([1, 1, 1], [1, 2, 3])


def test_nearest_pair_is_the_first_of_several() -> None:
    values = np.array([[1, 0.2, 0.5], [0.2, 1, 0.5], [0.5, 0.5, 1]])
    assert nearest_pair(values, 0.45) == (1, 3)
    assert nearest_pair(values, 0.1) == (1, 2)
