"""What the signals are drawn from: r from the numbers that are sent equals nilearn's, and every sentence has its value."""

from __future__ import annotations

import gzip
import re

import numpy as np
import pytest

from neuroviz.atlas.volunteer import load_volunteer
from neuroviz.domain import Library
from neuroviz.ui.beside.signals import ATLAS, EXAMPLES, halves, numbers, signals_data
from neuroviz.ui.codec import unpack
from neuroviz.ui.files import content


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load()


def test_r_from_what_is_sent_equals_nilearns(library: Library) -> None:
    sent = signals_data(library, str)
    series = unpack(sent["series"]) * sent["scale"]
    assert series.shape == (sent["moments"], sent["regions"])
    upper = np.triu_indices(sent["regions"], 1)
    assert np.abs(np.corrcoef(series.T)[upper] - load_volunteer().correlation[upper]).max() < 1e-3


def test_weight(library: Library) -> None:
    assert len(gzip.compress(content("data/signals.js", library, str), 9)) < 150_000


def test_examples_are_what_they_stand_for(library: Library) -> None:
    found = signals_data(library, str)["examples"]
    assert [e["r"] for e in found] == list(EXAMPLES)
    for e in found:
        assert load_volunteer().correlation[e["a"] - 1, e["b"] - 1] == pytest.approx(e["r"], abs=0.001)


def test_matrix_has_every_region_once(library: Library) -> None:
    assert sorted(signals_data(library, str)["order"]) == list(range(1, 101))


def test_it_begins_with_two_hubs_of_the_default_network(library: Library) -> None:
    assert ATLAS == "schaefer-100"
    assert signals_data(library, str)["start"] == [50, 44]


def test_printed_numbers() -> None:
    found = numbers(load_volunteer())
    assert found["r"] == "0.52"
    assert found["minutes"] == "15"
    assert (found["before"], found["after"]) == ("9", "56")
    assert found["mean_after"] == "−0.01"
    assert halves(load_volunteer()) == pytest.approx(0.60, abs=0.01)


def test_every_gap_in_the_markup_is_filled(library: Library) -> None:
    html = signals_data(library, str)["html"]
    assert re.findall(r"\{\w+\}", html) == []
    assert "A correlation is not a wire" in html
    assert 'href="data#volunteer-schaefer-100"' in signals_data(library, lambda name: name)["html"]
