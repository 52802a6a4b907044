"""What the slices are drawn from: the pack, for any atlas, and small enough to wait for."""

from __future__ import annotations

import base64
import gzip

import numpy as np
import pytest

from neuroviz.atlas import load_atlas
from neuroviz.atlas.head import load_head, whole
from neuroviz.domain import Library
from neuroviz.ui.beside.slices import PLANES, T1_BITS, head_data, labels_data
from neuroviz.ui.codec import unpack
from neuroviz.ui.files import all_names, content
from neuroviz.ui.state import SURFACE_ATLASES


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load()


def size(name: str, library: Library) -> int:
    return len(gzip.compress(content(f"data/{name}.js", library, str), 9))


def test_the_picture_is_the_template(library: Library) -> None:
    head, sent = load_head(), head_data(library, str)
    tissue = whole(np.frombuffer(base64.b64decode(sent["tissue"]), dtype=np.uint8), tuple(sent["shape"]))
    assert np.array_equal(tissue, head.tissue)
    t1 = unpack(sent["t1"]) * (256 / (sent["top"] + 1))
    assert np.abs(t1 - head.t1[tissue > 0]).max() < 2 ** (8 - T1_BITS)


def test_the_crosshair_starts_in_the_posterior_cingulate(library: Library) -> None:
    x, y, z = head_data(library, str)["start"]
    assert np.linalg.norm(np.array([x, y, z]) - [-6, -52, 33]) < 5
    assert load_head().tissue_at((x, y, z)) == "grey"


@pytest.mark.parametrize("atlas", ["schaefer-100", "schaefer-400", "yeo-7"])
def test_labels_come_back(library: Library, atlas: str) -> None:
    loaded, sent = load_atlas(atlas), head_data(library, str)
    n = int(np.prod(sent["shape"]))
    ribbon = np.unpackbits(np.frombuffer(base64.b64decode(sent["ribbon"]), dtype=np.uint8), count=n).astype(bool)
    labels = np.zeros(n, dtype=np.int64)
    labels[ribbon] = unpack(labels_data(loaded)["labels"])
    assert np.array_equal(labels, load_head().labels(loaded).ravel())


def test_every_map_of_the_cortex_has_its_file() -> None:
    names = set(all_names())
    assert {f"data/slices/{atlas}.js" for atlas in SURFACE_ATLASES} <= names


def test_the_whole_view_weighs_at_most_350_kb(library: Library) -> None:
    for atlas in ("schaefer-100", "schaefer-400"):
        assert size("slices", library) + size(f"slices/{atlas}", library) < 350_000


def test_both_conventions_and_all_planes_are_in_the_markup(library: Library) -> None:
    html = head_data(library, str)["html"]
    for plane in PLANES:
        assert f'data-plane="{plane}"' in html
    assert 'data-sides="neurological"' in html
    assert 'data-sides="radiological"' in html
    assert "No group connectivity was measured" in html
