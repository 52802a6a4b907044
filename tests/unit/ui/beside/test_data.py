"""Data files of what stands beside the brain, against the atlas and against MNE's layout."""

from __future__ import annotations

import re

import numpy as np
import pytest

from neuroviz.atlas import load_atlas
from neuroviz.atlas.agreement import default_votes, shares
from neuroviz.atlas.seed import mean_removed
from neuroviz.atlas.selection import members
from neuroviz.domain import Library
from neuroviz.ui import network
from neuroviz.ui.beside import PLUGS, VIEWS, data
from neuroviz.ui.codec import unpack
from neuroviz.ui.state import BESIDES

MEASURED = pytest.mark.parametrize("name", data.MEASURED)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load()


def test_every_plug_has_its_place_in_the_address_and_its_words(library: Library) -> None:
    assert tuple(VIEWS) == BESIDES
    assert {id_ for views in VIEWS.values() for id_ in views} == {plug.id for plug in PLUGS}
    for id_ in VIEWS:
        assert "name" in library.words["beside"][id_]
    for plug in PLUGS:
        assert "title" in library.words["beside"][plug.id]


@MEASURED
def test_matrix_and_ring_hold_every_region_of_a_selection_once(name: str, library: Library) -> None:
    atlas = load_atlas(name)
    matrix, ring = data.matrix_data(atlas, library)["shows"], data.ring_data(atlas, library)["shows"]
    for show in network.selections(atlas):
        wanted = sorted(members(atlas, show))
        assert sorted(matrix[show]["order"]) == wanted
        assert sorted(map(int, re.findall(r'data-parcel="(\d+)"', ring[show]["svg"]))) == wanted
        assert sum(g["n"] for g in matrix[show]["groups"]) == len(wanted)


def test_all_seven_networks_stand_in_their_order(library: Library) -> None:
    atlas = load_atlas("schaefer-100")
    order = data.matrix_data(atlas, library)["shows"]["all"]["order"]
    numbers = [library.network(atlas.parcels[i - 1].network7).number for i in order]
    assert numbers == sorted(numbers)


def test_left_regions_of_the_ring_lie_on_the_left(library: Library) -> None:
    atlas = load_atlas("schaefer-200")
    svg = data.ring_data(atlas, library)["shows"]["all"]["svg"]
    ends = re.findall(r'data-parcel="(\d+)" data-group="\w+" data-x="(-?\d+)"', svg)
    assert len(ends) == 200
    for parcel, x in ends:
        assert (int(x) < 0) == (atlas.parcels[int(parcel) - 1].hemisphere == "left")


@MEASURED
def test_mean_removed_values_are_those_of_the_formula(name: str) -> None:
    atlas = load_atlas(name)
    sent = unpack(data.mean_data(atlas)["connectivity"]) / 1e4
    upper = np.triu_indices(len(atlas.parcels), 1)
    assert np.abs(sent - mean_removed(atlas.connectivity)[upper]).max() <= 5.1e-5


def test_the_figure_brings_a_frame_and_no_values(library: Library) -> None:
    show = data.matrix_data(load_atlas("schaefer-100"), library)
    assert show["config"]["showSendToCloud"] is False
    assert show["config"]["displayModeBar"] is False
    for figure in show["shows"]["dmn"]["figures"].values():
        heat, change = figure["data"]
        assert "z" not in heat
        assert "z" not in change
        assert (heat["zmin"], heat["zmax"]) == (-1, 1)
        assert change["zmin"] == -change["zmax"]


def test_places_hold_every_atlas_at_every_vertex(library: Library) -> None:
    for area in data.places_data(library)["areas"]:
        atlas = load_atlas(area["id"])
        assert np.array_equal(unpack(area["labels"]), atlas.labels)
        assert len(area["plain"]) == len(area["names"]) == len(atlas.parcels)


def test_maps_agree_on_the_posterior_cingulate_and_differ_at_the_rim() -> None:
    votes = default_votes()
    pcc = load_atlas("schaefer-100").parcels[49]
    assert votes[pcc.vertex] == 5
    parts = shares(votes)
    assert parts[-1] == max(parts)
    assert sum(parts[:-1]) > 0.1
    assert votes.max() == 5
