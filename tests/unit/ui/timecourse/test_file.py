"""The file of the opened clock: its size, its completeness, and that it never guides anybody to use the drug."""

from __future__ import annotations

import gzip
import json
import re
from typing import Any

import numpy as np
import pytest

from neuroviz.domain import Library
from neuroviz.film.courses import course
from neuroviz.models.block import block_range
from neuroviz.ui.state import REGIMENS, WEIGHT
from neuroviz.ui.timecourse import time_file

LIMIT = 150_000
"""Bytes, compressed."""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load()


@pytest.fixture(scope="module")
def file(library) -> dict[str, Any]:
    return time_file(library, lambda name: f"{name}.html")


def row_of(file, name: str) -> str:
    """Markup from the beginning of a row to that of the next."""
    rest = file["markup"].split(f'data-row="{name}"', 1)[1]
    return rest.split("data-row=", 1)[0]


def test_it_is_small(file):
    assert len(gzip.compress(json.dumps(file).encode())) < LIMIT


def test_schedules_are_those_of_the_address(library, file):
    assert tuple(r.id for r in library.regimens.regimens) == REGIMENS == tuple(file["regimens"])


@pytest.mark.parametrize("weight", [40, 55, 120])
def test_levels_that_the_browser_blends_are_those_of_the_model(library, file, weight):
    spray = file["regimens"]["nasal-84"]
    exact = course(library.regimens.regimen("nasal-84"), library.regimens, weight)
    blended = np.interp(exact.minutes, spray["minutes"], spray["value"]) * spray["factors"][weight - WEIGHT[0]]
    assert blended == pytest.approx(exact.value, abs=0.15)


def test_block_between_the_levels_that_are_sent_is_within_a_tenth_of_a_per_cent(file):
    block = file["block"]
    levels = np.linspace(0, 420, 997)
    for end, exact in zip(("low", "high"), block_range(levels), strict=True):
        assert np.interp(levels, block["at"], block[end]) == pytest.approx(exact, abs=0.002)


def test_the_box_on_masking_stands_beside_the_results(file):
    beside = file["markup"].split('class="beside-box"', 1)[1]
    assert beside.index('class="blinding"') < beside.index('data-row="gap"') < beside.index('data-row="masked"')


def test_every_row_has_a_mark_and_every_group_a_species(file):
    for name in re.findall(r'data-row="([a-z-]+)"', file["markup"]):
        assert 'role="img" aria-label="' in row_of(file, name), name
    assert file["markup"].count('class="tag"') == file["markup"].count('class="group"') == 4


def test_rodent_curves_and_those_of_people_are_in_different_groups(library, file):
    groups = dict(re.findall(r'data-group="(\w+)"[^>]*>(.*?)</section>', file["markup"], re.S))
    for quantity in library.clock.quantities:
        if f'data-row="{quantity.id}"' in groups["rodent"]:
            assert quantity.species != "human", quantity.id


def test_results_of_different_trials_are_never_joined(file):
    for row in ("masked", "midazolam", "pooled", "spray", "standard", "gap"):
        assert "<path" not in row_of(file, row).split('class="chart"', 1)[1]


def test_the_interval_of_the_pooled_gap_is_drawn(file):
    assert 'class="error"' in row_of(file, "gap")


def test_it_says_on_screen_that_it_is_no_guide(file):
    guard = re.search(r'<p class="guard">(.*?)</p>', file["markup"]).group(1)
    assert "No guide to using ketamine" in guard


def test_there_is_no_field_for_a_free_dose(file):
    controls = file["markup"].split('class="time-tools"', 1)[1]
    assert re.findall(r'<input type="(\w+)"', controls) == ["range", "radio", "radio", "radio"]
