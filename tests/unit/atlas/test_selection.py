"""What figures show of an atlas is what the pages show of it."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.atlas import load_atlas
from neuroviz.atlas import selection as s
from neuroviz.ui import network

SURFACES = ("schaefer-100", "schaefer-400", "yeo-17")


@pytest.mark.parametrize("name", [*SURFACES, "dosenbach-default"])
def test_same_parcels_same_start_same_links_as_in_the_app(name: str) -> None:
    atlas = load_atlas(name)
    for show, expected in network.selections(atlas).items():
        mine = s.select(atlas, show)
        assert (mine.parcels, mine.strength, mine.threshold) == (expected.parcels, expected.strength, expected.threshold)
        if mine.threshold is not None:
            assert s.links(atlas, mine.parcels, mine.threshold) == network.links(atlas, expected, mine.threshold)


@pytest.mark.parametrize("name", [*SURFACES, "dosenbach-default"])
def test_same_places_as_in_the_app(name: str) -> None:
    atlas = load_atlas(name)
    np.testing.assert_allclose(s.positions(atlas), network.positions(atlas))


def test_inflated_hemispheres_lie_side_by_side() -> None:
    x = s.cortex("inflated")[:, 0]
    assert x[:10242].max() < x[10242:].min()


def test_points_have_no_place_on_the_inflated_cortex() -> None:
    assert np.isnan(s.positions(load_atlas("power-default"), "inflated")).all()
