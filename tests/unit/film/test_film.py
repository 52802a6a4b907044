"""The clock's time, and the quantities along it."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.domain import Library
from neuroviz.film import Film, make_film
from neuroviz.ui.state import STOPS


@pytest.fixture(scope="module")
def film() -> Film:
    return make_film(Library.load())


def test_stops_are_those_of_the_address(film: Film) -> None:
    assert tuple(stop.id for stop in film.timeline.clock.stops) == STOPS


def test_time_is_stretched_and_never_runs_backwards(film: Film) -> None:
    minutes = film.timeline.minutes(np.linspace(0, film.timeline.last, 400))
    assert (np.diff(minutes) >= 0).all()
    assert film.timeline.minutes([1, 2, 5, 8]).tolist() == [0, 40, 1440, 20160]
    # Half-way on a logarithmic scale is the geometric mean.
    assert film.timeline.minutes(2.5) == pytest.approx((40 * 120) ** 0.5)


def test_position_is_the_inverse_of_minutes(film: Film) -> None:
    minutes = np.array([0, 3, 40, 77, 240, 5000, 20160])
    assert film.timeline.minutes(film.timeline.position(minutes)) == pytest.approx(minutes)


def test_quantities_are_interpolated_between_their_points(film: Film) -> None:
    glutamate = film.quantities["glutamate"]
    top, later = glutamate(2), glutamate(3)
    assert glutamate(2.5) == pytest.approx((top + later) / 2)
    assert glutamate(0) == 0


def test_nothing_of_the_drug_is_there_before(film: Film) -> None:
    assert film.quantities["plasma"](0.5) == 0


def test_payload_is_small_and_complete(film: Film) -> None:
    payload = film.payload()
    assert set(payload["strip"]) <= set(payload["quantities"])
    for quantity in payload["quantities"].values():
        assert len(quantity["at"]) == len(quantity["value"])
        assert quantity["mark"] in ("data", "model", "schematic")
