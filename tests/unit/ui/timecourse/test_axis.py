"""Places on the three axes."""

from __future__ import annotations

import pytest

from neuroviz.domain import Library
from neuroviz.film import make_film
from neuroviz.ui.timecourse.axis import Axis


@pytest.fixture(scope="module")
def axis() -> Axis:
    return Axis(make_film(Library.load()).timeline)


PLACES = [("clock", 40, 2), ("clock", 1440, 5), ("hours", 360, 8), ("weeks", 70560, 4)]


@pytest.mark.parametrize(("span", "minutes", "stops"), PLACES)
def test_moments_lie_where_the_axis_says(axis, span, minutes, stops):
    assert float(axis.steps(span, [minutes])[0]) == pytest.approx(stops)


def test_what_is_beyond_an_axis_is_not_on_it(axis):
    placed = axis.place(28 * 1440)
    assert placed["data_not"] == "clock hours"
    assert "--weeks:" in placed["style"]
    assert "--clock:" not in placed["style"]


def test_a_band_is_cut_at_the_end_of_the_axis(axis):
    style = axis.stretch(0, 1440)["style"]
    parts = dict(part.split(":") for part in style.split(";"))
    end = float(parts["--hours"][:-1]) + float(parts["--hours-wide"][:-1])
    assert end == pytest.approx(axis.percent("hours", 360), abs=0.02)
