"""The three-compartment model against its worked table, and the laws that any such model obeys."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.errors import NeuroVizError
from neuroviz.models.pharmacokinetics import (
    MOLAR_MASS,
    SET_D,
    SET_K,
    STANDARD,
    Dose,
    absorption_for_peak,
    amounts,
    concentration,
    micromolar,
)

MINUTES = [5, 10, 20, 30, 40, 45, 60, 80, 110, 230, 400]
NANOGRAMS = [155, 182, 210, 227, 240, 91, 55, 46, 38, 18, 7]
MICROMOLES = [0.65, 0.77, 0.88, 0.95, 1.01, 0.38, 0.23, 0.19, 0.16, 0.08, 0.03]
DRIP = Dose(0, 0.5, duration=40)
WAFER = Dose(0, 0.5, absorption=0.0065, bioavailability=0.29)
BOLUS = Dose(0, 0.5)


def steady_trough(infusion: Dose, interval: float) -> float:
    """ng/mL just before the next infusion, when the same one has come at the same interval (min) for ever."""
    modes, end = SET_D.decays, infusion.duration
    at_end = np.expm1(modes * end) / (modes * end)
    kept = np.exp(modes * (interval - end)) / -np.expm1(modes * interval)
    return float((at_end * kept) @ SET_D.shares[0]) * infusion.amount / SET_D.v1 * 1000


class TestWorkedTable:
    """0.5 mg/kg over 40 minutes, Set D, worked out twice by hand."""

    def test_concentrations_agree_within_two_per_cent_or_the_rounding_of_the_table(self):
        assert concentration(MINUTES, [DRIP]) == pytest.approx(NANOGRAMS, rel=0.02, abs=0.5)

    def test_micromoles_agree_within_two_per_cent_or_the_rounding_of_the_table(self):
        assert micromolar(concentration(MINUTES, [DRIP])) == pytest.approx(MICROMOLES, rel=0.02, abs=0.005)

    def test_a_micromole_in_a_litre_is_the_molar_mass_in_nanograms_in_a_millilitre(self):
        assert float(micromolar(MOLAR_MASS)) == 1.0

    def test_derived_volumes_and_clearance_are_those_of_the_source(self):
        assert SET_D.volumes == pytest.approx((0.063, 0.151, 2.546), rel=0.005)
        assert sum(SET_D.volumes) == pytest.approx(2.76, rel=0.005)
        assert SET_D.clearance * 1000 == pytest.approx(27.6, rel=0.005)

    def test_half_lives_are_those_of_the_source(self):
        assert SET_D.half_lives == pytest.approx([0.4, 4.6, 115], rel=0.01)

    def test_the_standard_infusion_is_the_one_of_the_table(self):
        assert STANDARD == DRIP


class TestLaws:
    """What has to hold for every dose."""

    @pytest.mark.parametrize("dose", [DRIP, WAFER, BOLUS], ids=["drip", "absorbed", "bolus"])
    def test_nothing_is_lost_or_made(self, dose):
        times = np.array([0.0, 3.0, 40.0, 41.0, 300.0, 5000.0])
        parts = amounts(times, [dose])
        total = sum(vars(parts).values())
        given = np.minimum(times / dose.duration, 1) * dose.amount if dose.duration else np.full(6, dose.amount)
        assert total == pytest.approx(given, rel=1e-9, abs=1e-12)

    @pytest.mark.parametrize("dose", [DRIP, WAFER, BOLUS], ids=["drip", "absorbed", "bolus"])
    def test_twice_the_dose_is_twice_the_level(self, dose):
        double = Dose(dose.start, 2 * dose.amount, dose.duration, dose.absorption, dose.bioavailability)
        assert concentration(MINUTES, [double]) == pytest.approx(2 * concentration(MINUTES, [dose]))

    def test_two_doses_are_the_sum_of_each(self):
        later = Dose(300, 0.5, duration=40)
        both = concentration([350.0, 900.0], [DRIP, later])
        assert both == pytest.approx(concentration([350.0, 900.0], [DRIP]) + concentration([350.0, 900.0], [later]))

    def test_there_is_nothing_before_the_dose(self):
        assert concentration([-10.0, 0.0, 99.0], [Dose(100, 0.5, duration=40)]) == pytest.approx([0, 0, 0])

    def test_the_closed_form_solves_the_equations(self):
        t, h = 55.0, 1e-3
        before, now, after = (amounts(t + d, [WAFER]) for d in (-h, 0.0, h))
        slope = (after.central - before.central) / (2 * h)
        k = SET_D
        right = WAFER.absorption * now.waiting - (k.k10 + k.k12 + k.k13) * now.central + k.k21 * now.fast + k.k31 * now.slow
        assert float(slope) == pytest.approx(float(right), rel=1e-6)

    def test_the_area_under_the_curve_is_dose_over_clearance(self):
        t = np.linspace(0, 4000, 400_001)
        c = concentration(t, [WAFER])
        area = float(np.sum((c[1:] + c[:-1]) / 2) * (t[1] - t[0]))
        assert area == pytest.approx(0.29 * 0.5 / SET_D.clearance * 1000, rel=1e-3)

    def test_the_same_dose_at_the_same_interval_settles_at_the_steady_level(self):
        schedule = [Dose(720.0 * k, 0.5, duration=40) for k in range(12)]
        assert float(concentration(720.0 * 12, schedule)) == pytest.approx(steady_trough(DRIP, 720.0), rel=1e-6)

    def test_any_shape_of_times_is_answered_in_that_shape(self):
        assert concentration(np.zeros((2, 3)), [DRIP]).shape == (2, 3)


class TestAbsorption:
    @pytest.mark.parametrize("peak", [10.0, 30.0, 45.0])
    def test_the_peak_falls_where_it_was_measured(self, peak):
        dose = Dose(0, 1.0, absorption=absorption_for_peak(peak))
        t = np.linspace(0, 200, 4001)
        assert t[np.argmax(concentration(t, [dose]))] == pytest.approx(peak, abs=0.1)

    def test_a_peak_that_no_rate_gives_is_refused(self):
        with pytest.raises(NeuroVizError, match="No first-order absorption"):
            absorption_for_peak(5000)

    def test_a_dose_is_either_infused_or_absorbed(self):
        with pytest.raises(NeuroVizError, match="not both"):
            Dose(0, 1.0, duration=40, absorption=0.1)

    def test_a_bioavailability_above_one_is_refused(self):
        with pytest.raises(NeuroVizError, match="bioavailability between 0 and 1"):
            Dose(0, 1.0, bioavailability=1.2)


class TestPopulation:
    def test_total_exposure_of_35_mg_is_dose_over_clearance(self):
        assert SET_K.total_exposure(35) == pytest.approx(443, rel=0.005)

    def test_the_software_set_clears_faster_than_the_population(self):
        assert SET_D.clearance * 60 * 70 > SET_K.clearance_high
