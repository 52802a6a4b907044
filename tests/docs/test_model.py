"""docs/model.md says the numbers that the code has."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuroviz.domain import Library
from neuroviz.film.courses import course
from neuroviz.models import block
from neuroviz.models.pharmacokinetics import SET_D, SET_K, STANDARD, WEIGHTS, concentration

TEXT = " ".join((Path(__file__).parents[2] / "docs" / "model.md").read_text("utf-8").split())


@pytest.mark.parametrize(
    "said",
    [
        f"V1 | {SET_D.v1} L/kg",
        f"{SET_D.k10}, {SET_D.k12}, {SET_D.k13:.4f} per minute",
        f"{SET_D.k21:.4f}, {SET_D.k31} per minute",
        f"{SET_D.clearance * 1000:.1f} mL/min/kg",
        f"peaks at {float(concentration(40.0, [STANDARD])):.0f} ng/mL",
        f"clearance {SET_K.clearance} L/h for 70 kg, {SET_K.clearance_low} to {SET_K.clearance_high}",
        f"{block.STRONGEST} µM",
        f"{block.WEAKEST} µM",
        f"({WEIGHTS[0]} to {WEIGHTS[1]} kg)",
    ],
)
def test_a_number_of_the_models_stands_in_the_text(said):
    assert said in TEXT


def test_shares_that_arrive_are_those_of_the_routes():
    for route in Library.load().regimens.routes:
        assert f"| {100 * route.bioavailability.value:.0f}%" in TEXT


def test_the_failure_of_the_swallowed_route_is_told_with_its_size():
    regimens = Library.load().regimens
    assert f"peaks at {course(regimens.regimen('route-oral'), regimens).peak:.0f} ng/mL where 45 ± 10 were measured" in TEXT


def test_every_quantity_of_the_cascade_is_explained():
    for quantity in Library.load().clock.quantities:
        if quantity.species != "human":
            assert quantity.label.split(" ")[-1].lower() in TEXT.lower(), quantity.id
