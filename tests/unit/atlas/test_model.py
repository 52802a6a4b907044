"""An atlas as teachers' notebooks see it."""

from __future__ import annotations

import math
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest

import neuroviz
from neuroviz.atlas import (
    Surface,
    atlas_names,
    light_vertices,
    load_atlas,
    load_landmarks,
    load_surface,
    sulcal_depth,
)
from neuroviz.errors import PackError
from neuroviz.resources import atlas_root

ATLASES = [
    "dosenbach-default",
    "power-default",
    "schaefer-100",
    "schaefer-200",
    "schaefer-400",
    "seitzman-default",
    "yeo-7",
    "yeo-17",
]


def test_the_atlases_there_are() -> None:
    assert list(atlas_names()) == ATLASES


@pytest.mark.parametrize("name", ATLASES)
def test_labels_and_parcels_agree(name: str) -> None:
    atlas = neuroviz.load_atlas(name)
    assert atlas is load_atlas(name)
    assert atlas.labels.shape == (20_484,)
    assert atlas.labels.dtype == np.int32
    assert [p.index for p in atlas.parcels] == list(range(1, len(atlas.parcels) + 1))
    counts = np.bincount(atlas.labels, minlength=len(atlas.parcels) + 1)[1:]
    assert [p.n_vertices for p in atlas.parcels] == counts.tolist()
    assert atlas.manifest.id == name


def test_an_atlas_is_equal_to_itself_however_it_was_asked_for() -> None:
    atlas, other = load_atlas("schaefer-100"), load_atlas(name="schaefer-100", root=None)
    assert atlas is other
    assert atlas == other
    assert len({atlas, other, load_atlas("yeo-7"), atlas.surface("pial"), atlas.surface("pial")}) == 3
    assert atlas != load_atlas("yeo-7")


@pytest.mark.parametrize("scale", [100, 200, 400])
def test_connectivity(scale: int) -> None:
    r = load_atlas(f"schaefer-{scale}").connectivity
    assert r is not None
    assert r.shape == (scale, scale)
    assert r.dtype == np.float64
    assert np.isnan(np.diag(r)).all()
    np.testing.assert_array_equal(r, r.T)
    assert np.isnan(r).sum() == scale


@pytest.mark.parametrize("name", [n for n in ATLASES if "schaefer" not in n])
def test_no_connectivity_where_none_was_measured(name: str) -> None:
    assert load_atlas(name).connectivity is None


def test_a_parcel_in_full() -> None:
    pcc = load_atlas("schaefer-100").parcels[49]
    assert (pcc.index, pcc.name, pcc.hemisphere) == (50, "7Networks_LH_Default_pCunPCC_2", "left")
    assert (pcc.name17, pcc.network17) == ("17Networks_LH_DefaultA_pCunPCC_1", "DefaultA")
    assert (pcc.network7, pcc.region, pcc.subsystem) == ("Default", "pCunPCC", "core")
    assert load_atlas("schaefer-100").labels[pcc.vertex] == 50


def test_whole_networks_and_points_have_no_area() -> None:
    default = load_atlas("yeo-17").parcels[15]
    assert (default.network7, default.network17, default.subsystem) == ("Default", "DefaultA", "core")
    assert (default.hemisphere, default.vertex) == ("both", -1)
    assert all(math.isnan(x) for x in (*default.centroid_mni, default.area_mm2))
    point = load_atlas("power-default").parcels[0]
    assert (point.name, point.n_vertices, point.vertex) == ("ROI 74", 0, -1)
    assert not load_atlas("power-default").labels.any()


def test_an_unknown_atlas_is_told_the_names() -> None:
    with pytest.raises(PackError, match=r"no atlas 'schaefer-300'; there are: .*schaefer-100.*yeo-17"):
        load_atlas("schaefer-300")
    with pytest.raises(PackError, match="no atlas 'fsaverage5'"):
        load_atlas("fsaverage5")


def test_a_damaged_pack_does_not_load(tmp_path: Path) -> None:
    for name in ("yeo-7", "connectivity-schaefer-100", "schaefer-100", "schaefer-200"):
        shutil.copytree(atlas_root() / name, tmp_path / name)
    (tmp_path / "connectivity-schaefer-100").rename(tmp_path / "away")
    (tmp_path / "away" / "manifest.json").unlink()
    assert load_atlas("schaefer-100", tmp_path).connectivity is None
    (tmp_path / "yeo-7" / "labels.npy").write_bytes(b"")
    with pytest.raises(PackError, match=r"Atlas pack 'yeo-7': the file labels\.npy is damaged"):
        load_atlas("yeo-7", tmp_path)


def test_shared_arrays_cannot_be_changed() -> None:
    atlas = load_atlas("schaefer-100")
    arrays: list[Any] = [atlas.labels, atlas.connectivity, atlas.surface("pial").vertices, sulcal_depth()]
    for array in arrays:
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


@pytest.mark.parametrize(("level", "vertices", "faces"), [("full", 20_484, 40_960), ("light", 5_124, 10_240)])
@pytest.mark.parametrize("kind", ["pial", "inflated"])
def test_surfaces(kind: str, level: str, vertices: int, faces: int) -> None:
    surface = load_atlas("yeo-7").surface(kind, level=level)  # type: ignore[arg-type]
    assert surface.vertices.shape == (vertices, 3)
    assert surface.vertices.dtype == np.float32
    assert surface.faces.shape == (faces, 3)
    assert surface.faces.dtype == np.int32
    for side, half in (("left", slice(0, faces // 2)), ("right", slice(faces // 2, None))):
        assert (surface.faces[half] < vertices // 2).all() == (side == "left")
        a, b, c = (surface.vertices[surface.faces[half][:, k]].astype(float) for k in range(3))
        assert np.einsum("ij,ij->", a, np.cross(b, c)) > 0, "triangles must wind outward"
        edges = np.sort(np.vstack([surface.faces[half][:, [i, j]] for i, j in ((0, 1), (1, 2), (2, 0))]), axis=1)
        unique, uses = np.unique(edges, axis=0, return_counts=True)
        assert (uses == 2).all(), "the mesh must be closed"
        assert vertices // 2 - len(unique) + faces // 2 == 2


def test_the_light_surface_is_part_of_the_full_one() -> None:
    full, light = load_surface("pial"), load_surface("pial", "light")
    np.testing.assert_array_equal(full.vertices[light_vertices()], light.vertices)


def test_from_freesurfer_to_mni() -> None:
    pial = load_surface("pial")
    moved = pial.to_mni152()
    assert (pial.space, moved.space) == ("MNI305", "MNI152")
    shift = np.linalg.norm(moved.vertices - pial.vertices, axis=1)
    assert 1 < shift.mean() < 3
    assert shift.max() < 4.5
    assert moved.to_mni152() is moved
    origin = Surface(np.zeros((1, 3), np.float32), np.zeros((0, 3), np.int32), "MNI305")
    np.testing.assert_allclose(origin.to_mni152().vertices[0], [-0.0429, 1.5496, 1.1840], atol=1e-6)
    with pytest.raises(PackError, match="use the pial surface"):
        load_surface("inflated").to_mni152()


def test_inflated_hemispheres_come_apart() -> None:
    inflated = load_surface("inflated")
    assert inflated.vertices[:10_242, 0].max() > inflated.vertices[10_242:, 0].min()
    apart = inflated.apart()
    assert apart.vertices[:10_242, 0].max() < apart.vertices[10_242:, 0].min()


def test_an_unknown_surface() -> None:
    with pytest.raises(PackError, match="kinds: pial, inflated"):
        load_surface(cast(Any, "white"))


def test_landmarks() -> None:
    landmarks = {landmark.id: landmark for landmark in load_landmarks()}
    assert len(landmarks) == 24
    for name in ("hippocampus", "amygdala", "thalamus", "accumbens", "habenula"):
        for side in ("left", "right"):
            landmark = landmarks[f"{name}-{side}"]
            assert landmark.faces.min() == 0
            assert landmark.faces.max() == len(landmark.vertices) - 1
            assert (landmark.centre_mni[0] < 0) == (side == "left")
            assert "schematic" in landmark.note
    assert landmarks["subgenual-cingulate-left"].centre_mni == (-4, 24, -10)
    assert landmarks["subgenual-cingulate-left"].radius_mm == 6
    assert landmarks["habenula-right"].radius_mm == 3
    assert sum(landmark.kind == "point" for landmark in landmarks.values()) == 12


def test_the_app_side_is_light() -> None:
    code = (
        "import sys, neuroviz; neuroviz.load_atlas('schaefer-400').surface('pial')\n"
        "heavy = {'nilearn', 'mne', 'nibabel', 'scipy', 'skimage', 'pandas', 'neuroviz.atlas.build'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
