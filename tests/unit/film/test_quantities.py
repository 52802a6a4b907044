"""What is up and what is not at the stops of the clock."""

from __future__ import annotations

import pytest

from neuroviz.domain import Library
from neuroviz.film import Film, make_film

STOPS = {"before": 0, "0min": 1, "40min": 2, "2h": 3, "4h": 4, "24h": 5, "3d": 6, "7d": 7, "14d": 8}


@pytest.fixture(scope="module")
def film() -> Film:
    return make_film(Library.load())


def level(film: Film, quantity: str, stop: str) -> float:
    return film.quantities[quantity](STOPS[stop])


RISING = ("plasma", "block", "glutamate", "bdnf", "mtor", "proteins", "spines", "dissociation", "pressure")


@pytest.mark.parametrize("quantity", RISING)
@pytest.mark.parametrize("stop", ["before", "0min"])
def test_nothing_is_up_before_the_infusion(film, quantity, stop):
    assert level(film, quantity, stop) == 0


def test_plasma_peaks_at_the_end_of_the_drip_and_is_a_sixth_at_two_hours_and_under_a_tenth_at_four(film):
    peak = level(film, "plasma", "40min")
    assert peak == max(film.quantities["plasma"].value)
    assert level(film, "plasma", "2h") / peak == pytest.approx(1 / 6, abs=0.03)
    assert level(film, "plasma", "4h") / peak < 0.1


def test_block_is_a_range_that_is_widest_at_the_peak(film):
    block = film.quantities["block"]
    width = block.high - block.low
    assert block.at[width.argmax()] == pytest.approx(STOPS["40min"], abs=0.06)


def test_interneurons_fall_before_glutamate_peaks(film):
    assert film.quantities["interneuron"](1.5) == -1
    assert film.quantities["glutamate"](1.5) < 1


@pytest.mark.parametrize("stop", ["2h", "4h", "24h", "14d"])
def test_the_mtor_signal_is_at_baseline_from_two_hours_on(film, stop):
    assert level(film, "mtor", stop) == 0


@pytest.mark.parametrize("stop", ["40min", "2h", "4h"])
def test_no_new_spines_up_to_four_hours(film, stop):
    assert level(film, "spines", stop) == 0


def test_the_early_signal_and_new_spines_never_overlap(film):
    mtor, spines = film.quantities["mtor"], film.quantities["spines"]
    assert not any(mtor(t / 50) > 0 and spines(t / 50) > 0 for t in range(401))


def test_proteins_start_at_two_hours_and_their_curve_ends_where_knowledge_does(film):
    assert level(film, "proteins", "40min") == 0
    assert 0 < level(film, "proteins", "2h") < level(film, "proteins", "4h")
    assert film.quantities["proteins"].at[-1] == STOPS["7d"]


def test_mood_differs_most_at_a_day_and_not_at_two_weeks(film):
    symptoms = film.quantities["symptoms"]
    assert min(symptoms.value) == level(film, "symptoms", "24h")
    assert level(film, "symptoms", "14d") == level(film, "symptoms", "before") == 1


def test_dissociation_is_over_by_two_hours_and_blood_pressure_by_four(film):
    assert level(film, "dissociation", "2h") == 0 < level(film, "pressure", "2h")
    assert level(film, "pressure", "4h") == 0


def test_every_quantity_says_in_whom(film):
    human = {q.id for q in film.quantities.values() if q.species == "human"}
    assert human == {"plasma", "block", "symptoms", "dissociation", "pressure"}
