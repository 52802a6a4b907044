"""The electrode cap: its lead field makes anatomical sense, and the simulation goes the way that studies found."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pytest

from neuroviz.atlas import load_atlas
from neuroviz.atlas.eeg import load_cap, twins
from neuroviz.domain import Library
from neuroviz.ui.scales import scalp
from neuroviz.ui.state import SCALP_SITES


def test_electrodes_and_parcels() -> None:
    cap = load_cap()
    assert cap.gain.shape == (64, len(load_atlas("schaefer-100").parcels))
    assert len(set(cap.electrodes)) == 64
    assert np.abs(cap.gain.mean(axis=0)).max() < 1e-3 * np.abs(cap.gain).max()


def test_left_is_left_and_front_is_front() -> None:
    cap = load_cap()
    at = dict(zip(cap.electrodes, cap.flat, strict=True))
    assert at["T7"][0] < -0.5 < 0.5 < at["T8"][0]
    assert at["Oz"][1] < -0.5 < 0.5 < at["Fpz"][1]
    assert np.abs(at["Cz"]).max() < 0.02


@pytest.mark.parametrize(("site", "sign"), [("angular-left", -1), ("angular-right", 1), ("temporal-left", -1)])
def test_a_place_on_the_side_is_seen_on_its_side(site: str, sign: int) -> None:
    cap = load_cap()
    grid = np.abs(cap.fields[cap.sites.index(site)])
    column = np.unravel_index(grid.argmax(), grid.shape)[1]
    assert sign * (column - 31.5) > 6


def test_the_left_posterior_cingulate_is_positive_over_the_right() -> None:
    cap = load_cap()
    column = np.unravel_index(cap.fields[cap.sites.index("pcc-left")].argmax(), (64, 64))[1]
    assert column > 40


def test_alpha_falls_and_gamma_rises_at_every_electrode() -> None:
    cap = load_cap()
    for (low, high), sign in (((8, 12), -1), ((30, 45), 1)):
        inside = (cap.hz >= low) & (cap.hz <= high)
        before, during = (10 ** (cap.spectra[k][:, inside] / 10) for k in (0, 1))
        assert (sign * (during.mean(axis=1) - before.mean(axis=1)) > 0).all()


def test_theta_is_left_as_it_was() -> None:
    cap = load_cap()
    inside = (cap.hz >= 4) & (cap.hz <= 7)
    assert np.abs(cap.spectra[1] - cap.spectra[0])[:, inside].max() < 0.3  # what leaks from alpha


def test_alpha_is_strongest_at_the_back() -> None:
    cap = load_cap()
    assert np.unravel_index(cap.alpha[0].argmax(), (64, 64))[0] < 24


def test_the_number_of_twins_that_the_panel_states() -> None:
    default = np.array([p.network7 == "Default" for p in load_atlas("schaefer-100").parcels])
    said = next(s.text for s in Library.load().scalp.statements if "nearly the same" in s.text)
    assert said.startswith(f"{twins(load_cap().gain, default)} of the {default.sum()} parcels")


def test_places_of_the_address_and_of_the_content_are_those_of_the_pack() -> None:
    assert ("none", *load_cap().sites) == SCALP_SITES
    assert tuple(s.id for s in Library.load().scalp.sites) == load_cap().sites


def test_what_is_sent_is_small() -> None:
    sent = json.dumps(scalp.data(Library.load()), separators=(",", ":")).encode()
    assert len(gzip.compress(sent)) < 120_000
