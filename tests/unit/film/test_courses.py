"""Curves of published schedules."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.domain import Library
from neuroviz.errors import NeuroVizError
from neuroviz.film.courses import course, doses, weight_factors
from neuroviz.models.pharmacokinetics import STANDARD


@pytest.fixture(scope="module")
def regimens():
    return Library.load().regimens


def test_the_first_regimen_is_the_standard_infusion(regimens):
    assert doses(regimens.regimens[0], regimens) == (STANDARD,)


def test_an_amount_for_each_kilogram_gives_the_same_level_at_every_weight(regimens):
    single = regimens.regimen("iv-single")
    assert course(single, regimens, 40).peak == pytest.approx(course(single, regimens, 120).peak)
    assert set(weight_factors(single)) == {1.0}


@pytest.mark.parametrize("weight", [40, 70, 93, 120])
def test_the_factor_sent_to_the_browser_is_what_the_model_says(regimens, weight):
    spray = regimens.regimen("nasal-84")
    exact = course(spray, regimens, weight).value
    assert course(spray, regimens).value * weight_factors(spray)[weight - 40] == pytest.approx(exact)


def test_every_dose_of_a_schedule_is_in_its_curve(regimens):
    weekly = regimens.regimen("iv-six-weekly")
    curve = course(weekly, regimens)
    for day in weekly.days:
        after = np.abs(curve.minutes - day * 1440 - 40).argmin()
        assert curve.value[after] > 200


@pytest.mark.parametrize("weight", [39, 121, 500])
def test_a_weight_outside_the_range_is_refused_with_the_range(regimens, weight):
    with pytest.raises(NeuroVizError, match="from 40 to 120 kg"):
        doses(regimens.regimens[0], regimens, weight)


def test_the_wafer_peaks_when_it_was_measured_to(regimens):
    assert course(regimens.regimen("route-sublingual"), regimens).peak_at == pytest.approx(45, abs=0.5)
