"""What the network scale shows, against the matrix."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.atlas import load_atlas, selection
from neuroviz.domain import Library
from neuroviz.ui import first_picture, network
from neuroviz.ui.state import read


def test_default_network_of_schaefer_100_starts_with_79_links() -> None:
    atlas = load_atlas("schaefer-100")
    show = network.selections(atlas)["dmn"]
    assert show.threshold == 0.5
    assert len(selection.links(atlas, show.parcels, 0.5)) == 79  # the edge budget that the data design states


def test_links_are_sorted_and_measured() -> None:
    atlas = load_atlas("schaefer-200")
    links = selection.links(atlas, selection.members(atlas, "core"), 0.3)
    r = [x[2] for x in links]
    assert r == sorted(r, reverse=True)
    assert all(abs(atlas.connectivity[a - 1, b - 1] - v) < 1e-4 for a, b, v in links)
    assert min(r) >= 0.3


def test_selections_by_subsystem_use_the_17_network_names() -> None:
    atlas = load_atlas("schaefer-400")
    for name, net in (("core", "DefaultA"), ("dorsal-medial", "DefaultB"), ("medial-temporal", "DefaultC")):
        assert {atlas.parcels[i - 1].network17 for i in selection.members(atlas, name)} == {net}


@pytest.mark.parametrize("name", ["yeo-7", "yeo-17", "dosenbach-default", "seitzman-default", "power-default"])
def test_atlases_without_connectivity_have_no_links(name: str) -> None:
    atlas = load_atlas(name)
    shows = network.selections(atlas)
    assert all(s.threshold is None for s in shows.values())
    assert all(selection.links(atlas, s.parcels, 0.0) == [] for s in shows.values())


def test_a_network_is_drawn_inside_its_own_territory() -> None:
    atlas = load_atlas("yeo-17")
    for p in atlas.parcels:
        assert atlas.labels[selection.anchor(atlas, p)] == p.index


def test_strength_is_the_mean_r_with_the_others_shown() -> None:
    atlas = load_atlas("schaefer-100")
    show = network.selections(atlas)["dmn"]
    rows = np.asarray(show.parcels) - 1
    mean = np.nanmean(atlas.connectivity[np.ix_(rows, rows)], axis=1)
    assert show.parcels[int(np.argmax(show.strength))] == show.parcels[int(np.argmax(mean))]
    assert (min(show.strength), max(show.strength)) == (0, 1)


def test_numbers_for_the_words() -> None:
    values = network.numbers(
        load_atlas("schaefer-100"),
        "dmn",
        {n: n for n in ("Vis", "SomMot", "DorsAttn", "SalVentAttn", "Limbic", "Cont")},
    )
    assert (values["within_r"], values["rest_r"], values["lowest_network"], values["lowest_r"]) == (
        "0.41",
        "0.23",
        "salventattn",
        "0.19",
    )


def test_a_map_without_parts_shows_the_default_network_in_its_own_colour() -> None:
    library, atlas = Library.load(), load_atlas("yeo-7")
    drawn = first_picture.picture(library, read({"atlas": "yeo-7"}), atlas, "dmn")
    token = library.network("Default").token
    assert [(n.colour, n.shape) for n in drawn.nodes] == [(token, "circle")]
    assert set(drawn.territory.values()) == {token}


def test_a_map_with_parts_shows_them_and_leaves_out_what_is_in_none() -> None:
    drawn = first_picture.picture(Library.load(), read({"atlas": "yeo-17"}), load_atlas("yeo-17"), "dmn")
    assert {n.colour for n in drawn.nodes} == {"--node-core", "--node-dm", "--node-mt", "--node-other"}
