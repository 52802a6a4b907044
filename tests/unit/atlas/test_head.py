"""The average brain in slices: any atlas can be read in it, and it says what tissue is where."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.atlas import load_atlas, load_landmarks, load_pack
from neuroviz.atlas.head import Head, load_head, quarters, whole


@pytest.fixture(scope="module")
def head() -> Head:
    return load_head()


def test_labels_are_the_networks_that_the_pack_was_made_with(head: Head) -> None:
    stored = load_pack("mni152-head").array("networks")
    assert np.array_equal(head.labels(load_atlas("yeo-7"))[stored > 0], stored[stored > 0])


def test_every_parcel_has_a_place_in_the_slices(head: Head) -> None:
    for name in ("schaefer-100", "schaefer-200", "schaefer-400"):
        atlas = load_atlas(name)
        found = np.bincount(head.labels(atlas).ravel(), minlength=len(atlas.parcels) + 1)
        assert found[1:].min() > 30


def test_parcels_lie_where_their_centroids_are(head: Head) -> None:
    atlas = load_atlas("schaefer-100")
    labels = head.labels(atlas)
    away = []
    for parcel in atlas.parcels:
        inside = np.argwhere(labels == parcel.index) * head.step + head.origin
        away.append(np.linalg.norm(inside.mean(axis=0) - parcel.centroid_mni))
    assert max(away) < 5


def test_left_is_at_negative_x(head: Head) -> None:
    atlas = load_atlas("schaefer-100")
    labels = head.labels(atlas)
    left = np.isin(labels, [p.index for p in atlas.parcels if p.hemisphere == "left"])
    x = np.argwhere(left)[:, 0] * head.step + head.origin[0]
    assert (x < 0).mean() > 0.97


@pytest.mark.parametrize(
    ("place", "tissue"),
    [((-28, -20, 30), "white"), ((0, 0, 0), "fluid"), ((90, 0, 0), "outside"), ((-12, -20, 7), "grey")],
)
def test_tissue(head: Head, place: tuple[float, float, float], tissue: str) -> None:
    assert head.tissue_at(place) == tissue


def test_tissue_is_the_size_of_a_brain(head: Head) -> None:
    litres = (head.tissue > 0).sum() * head.step**3 / 1e6
    assert litres == pytest.approx(1.89, abs=0.02)


def test_landmarks_lie_inside_the_brain(head: Head) -> None:
    for landmark in load_landmarks():
        assert head.tissue_at(landmark.centre_mni) != "outside", landmark.id


@pytest.mark.parametrize("n", [1, 4, 6])
def test_four_to_a_byte_and_back(n: int) -> None:
    values = np.arange(n, dtype=np.uint8) % 4
    packed = quarters(values)
    assert len(packed) == -(-n // 4)
    assert np.array_equal(whole(packed, (n,)), values)


def test_no_place_outside_the_box(head: Head) -> None:
    assert head.voxel((200, 0, 0)) is None
    assert head.voxel(head.origin) == (0, 0, 0)
