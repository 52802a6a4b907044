"""The landmarks as the browser gets them are those of the pack."""

from __future__ import annotations

import gzip

import numpy as np
import pytest

from neuroviz.atlas import load_landmarks
from neuroviz.domain import Library
from neuroviz.ui.codec import unpack
from neuroviz.ui.deep import STEP, deep_data
from neuroviz.ui.files import content


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load()


def test_shapes_are_those_of_the_pack(library: Library) -> None:
    rows = {row["id"]: row for row in deep_data(library)["landmarks"]}
    known = [mark for mark in load_landmarks() if mark.kind != "point"]
    assert list(rows) == [mark.id for mark in known]
    for mark in known:
        row = rows[mark.id]
        assert row["radius"] == mark.radius_mm
        if row["vertices"]:
            assert np.abs(unpack(row["vertices"]) * STEP - mark.vertices).max() < 0.051
            assert np.array_equal(unpack(row["faces"]), mark.faces)


def test_each_has_a_shape_or_a_size_and_a_word_of_caution(library: Library) -> None:
    for row in deep_data(library)["landmarks"]:
        assert row["vertices"] or row["radius"]
        assert "connectivity" in row["note"] or "no single parcel" in row["note"]


def test_weight(library: Library) -> None:
    assert len(gzip.compress(content("data/deep.js", library, str), 9)) < 60_000
