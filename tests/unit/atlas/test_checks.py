"""What is known about these atlases holds: a wrong order, a wrong slice or a wrong space shows here."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.atlas import Atlas, light_vertices, load_atlas, load_landmarks, load_pack
from neuroviz.atlas.head import load_head
from neuroviz.atlas.table import NETWORKS7
from tests.unit.atlas import measures as m

SCALES = (100, 200, 400)
DEFAULT_100 = """
38 LH_Temp_1 DefaultB_Temp_1 | 39 LH_Temp_2 DefaultB_Temp_2
40 LH_Par_1 TempPar_1 | 41 LH_Par_2 DefaultB_IPL_1
42 LH_PFC_1 DefaultB_PFCv_1 | 43 LH_PFC_2 DefaultB_PFCv_2 | 44 LH_PFC_3 DefaultA_PFCm_1
45 LH_PFC_4 ContB_PFClv_1 | 46 LH_PFC_5 DefaultB_PFCd_1 | 47 LH_PFC_6 DefaultB_PFCl_1
48 LH_PFC_7 DefaultA_PFCd_1 | 49 LH_pCunPCC_1 DefaultC_Rsp_1 | 50 LH_pCunPCC_2 DefaultA_pCunPCC_1
90 RH_Par_1 DefaultA_IPL_1 | 91 RH_Temp_1 ContB_Temp_1 | 92 RH_Temp_2 TempPar_1 | 93 RH_Temp_3 TempPar_2
94 RH_PFCv_1 DefaultB_PFCv_1 | 95 RH_PFCv_2 DefaultB_PFCv_2 | 96 RH_PFCdPFCm_1 DefaultA_PFCm_1
97 RH_PFCdPFCm_2 DefaultB_PFCd_1 | 98 RH_PFCdPFCm_3 DefaultA_PFCd_1 | 99 RH_pCunPCC_1 DefaultC_Rsp_1
100 RH_pCunPCC_2 DefaultA_pCunPCC_1
"""


def schaefer(scale: int) -> Atlas:
    return load_atlas(f"schaefer-{scale}")


@pytest.fixture
def hundred() -> Atlas:
    return schaefer(100)


@pytest.fixture
def default(hundred: Atlas) -> m.Bools:
    return m.is_default(hundred)


@pytest.fixture
def fc(hundred: Atlas) -> m.Floats:
    return m.matrix(hundred)


@pytest.mark.parametrize(
    ("name", "left", "right"),
    [*((f"schaefer-{s}", 870, 873) for s in SCALES), ("yeo-7", 885, 884), ("yeo-17", 885, 884)],
)
def test_medial_wall(name: str, left: int, right: int) -> None:
    wall = load_atlas(name).labels == 0
    assert (wall[: m.HALF].sum(), wall[m.HALF :].sum()) == (left, right)


@pytest.mark.parametrize(
    ("scale", "count", "on_the_left", "vertices"),
    [(100, 24, 13, 4201), (200, 46, 27, 4360), (400, 91, 52, 4177)],
)
def test_default_parcels(scale: int, count: int, on_the_left: int, vertices: int) -> None:
    found = [p for p in schaefer(scale).parcels if p.network7 == "Default"]
    assert len(found) == count
    assert sum(p.hemisphere == "left" for p in found) == on_the_left
    assert sum(p.n_vertices for p in found) == vertices


def test_default_vertices_of_yeo() -> None:
    assert (m.yeo7() == 7).sum() == 3828


def test_parcel_sizes(hundred: Atlas) -> None:
    sizes = [p.n_vertices for p in hundred.parcels]
    assert (min(sizes), max(sizes)) == (78, 444)


def test_default_parcels_by_name(hundred: Atlas) -> None:
    rows = [row.split() for row in DEFAULT_100.strip().replace("\n", "|").split("|")]
    assert [(str(p.index), p.name, p.name17) for p in hundred.parcels if p.network7 == "Default"] == [
        (n, f"7Networks_{name[:3]}Default_{name[3:]}", f"17Networks_{name[:3]}{name17}") for n, name, name17 in rows
    ]


def test_default_parcels_by_region(hundred: Atlas) -> None:
    regions = [p.region for p in hundred.parcels if p.network7 == "Default"]
    starts = {start: sum(r.startswith(start) for r in regions) for start in ("pCunPCC", "PFC", "Par", "Temp")}
    assert starts == {"pCunPCC": 4, "PFC": 12, "Par": 3, "Temp": 5}
    assert sum(p.region == "PHC" and p.network7 == "Default" for p in schaefer(200).parcels) == 1
    hidden = [p.name for p in hundred.parcels if "DefaultC_PHC" in p.name17]
    assert hidden == ["7Networks_LH_Vis_1", "7Networks_RH_Vis_1"]


@pytest.mark.parametrize("scale", SCALES)
def test_parcels_hang_together(scale: int) -> None:
    """At most three have a stray piece, and of a few vertices: a failed slice shatters all of them."""
    atlas = schaefer(scale)
    sizes = m.pieces(atlas.labels, atlas.surface("pial").faces)
    strays = [piece for label, found in sizes.items() if label for piece in found[1:]]
    assert len(strays) <= 3
    assert max(strays) <= 3
    assert sorted(strays)[:-1] == [1] * (len(strays) - 1)


@pytest.mark.parametrize(
    ("scale", "agree", "dice", "majority"),
    [(100, 0.795, 0.800, 99), (200, 0.821, 0.812, 196), (400, 0.861, 0.851, 392)],
)
def test_agreement_with_yeo(scale: int, agree: float, dice: float, majority: int) -> None:
    atlas, yeo = schaefer(scale), m.yeo7()
    named = m.network_map(atlas)
    both = (named > 0) & (yeo > 0)
    assert (named == yeo)[both].mean() == pytest.approx(agree, abs=0.005)
    assert m.dice(named == 7, yeo == 7) == pytest.approx(dice, abs=0.005)
    assert m.majority_matches(atlas, yeo) == majority


def test_names_of_the_seventeen() -> None:
    names = {p.index: p.network17 for p in load_atlas("yeo-17").parcels}
    assert {k: names[k] for k in range(11, 18)} == {
        11: "ContC",
        12: "ContA",
        13: "ContB",
        14: "TempPar",
        15: "DefaultC",
        16: "DefaultA",
        17: "DefaultB",
    }
    assert [p.network7 for p in load_atlas("yeo-7").parcels] == list(NETWORKS7)


@pytest.mark.parametrize(("scale", "fewest"), [(100, 18), (200, 5), (400, 4)])
def test_every_parcel_survives_in_the_light_mesh(scale: int, fewest: int) -> None:
    counts = np.bincount(schaefer(scale).labels[light_vertices()], minlength=scale + 1)[1:]
    assert counts.min() == fewest


def test_posterior_cingulate_is_where_it_should_be(hundred: Atlas) -> None:
    assert np.linalg.norm(np.array(hundred.parcels[49].centroid_mni) - [-6, -52, 33]) < 5


@pytest.mark.parametrize("scale", SCALES)
def test_centroids_are_in_mni152(scale: int) -> None:
    """They sit in the middle of their parcels once the surface is moved; left in MNI305 it is 2 mm away."""
    atlas = schaefer(scale)
    pial = atlas.surface("pial")
    for surface, low, high in ((pial.to_mni152(), 0, 0.3), (pial, 2, 2.3)):
        middles = [surface.vertices[atlas.labels == p.index].mean(axis=0) for p in atlas.parcels]
        offset = m.centroids(atlas) - middles
        assert low <= np.linalg.norm(offset.mean(axis=0)) < high
        assert np.linalg.norm(offset, axis=1).max() < 4.5


def test_range_of_connectivity(fc: m.Floats) -> None:
    r = m.upper(fc)
    assert r.min() == pytest.approx(-0.063, abs=0.001)
    assert r.max() == pytest.approx(0.908, abs=0.001)
    assert r.mean() == pytest.approx(0.324, abs=0.001)
    assert (r < 0).mean() == pytest.approx(0.004, abs=0.001)


def test_default_holds_together(fc: m.Floats, default: m.Bools) -> None:
    within, rest = m.between(fc, default, default), m.between(fc, default, ~default)
    assert within == pytest.approx(0.413, abs=0.002)
    assert rest == pytest.approx(0.234, abs=0.002)
    assert within / rest == pytest.approx(1.77, abs=0.01)


def test_default_to_the_others(hundred: Atlas, fc: m.Floats, default: m.Bools) -> None:
    numbers = m.network_index(hundred)
    means = [m.between(fc, default, numbers == k) for k in range(1, 7)]
    assert means == pytest.approx([0.244, 0.250, 0.203, 0.186, 0.257, 0.274], abs=0.002)
    assert [NETWORKS7[k] for k in np.argsort(means)[:2]] == ["SalVentAttn", "DorsAttn"]


@pytest.mark.parametrize(("seed", "auc", "share", "dice"), [(50, 0.936, 0.79, 0.73), (49, 0.71, None, 0.43)])
def test_seeds(
    hundred: Atlas,
    fc: m.Floats,
    default: m.Bools,
    seed: int,
    auc: float,
    share: float | None,
    dice: float,
) -> None:
    """50 is the posterior cingulate; 49, behind it, shows that the check can tell."""
    scores = m.with_itself(fc, seed - 1)
    top = m.strongest(scores, int(default.sum()))
    assert m.auc(scores, default) == pytest.approx(auc, abs=0.01)
    if share is not None:
        assert default[top].mean() == pytest.approx(share, abs=0.01)
    assert m.dice(np.isin(hundred.labels, top + 1), m.yeo7() == 7) == pytest.approx(dice, abs=0.01)


def test_rows_are_in_the_order_of_the_parcels(hundred: Atlas, fc: m.Floats) -> None:
    where = m.centroids(hundred)
    assert m.homotopic(fc, where) == pytest.approx(0.660, abs=0.005)
    assert m.neighbouring(fc, where) == pytest.approx(0.494, abs=0.005)


def test_removing_the_mean_forces_negatives(hundred: Atlas, fc: m.Floats, default: m.Bools) -> None:
    after, numbers = m.without_mean(fc), m.network_index(hundred)
    means = {name: m.between(after, default, numbers == NETWORKS7.index(name) + 1) for name in NETWORKS7}
    expected = {"Default": 0.224, "DorsAttn": -0.173, "SalVentAttn": -0.172, "Vis": -0.110, "Cont": 0.023}
    assert {name: means[name] for name in expected} == pytest.approx(expected, abs=0.002)
    assert (m.upper(after) < 0).mean() == pytest.approx(0.60, abs=0.01)


def test_edges_of_the_default_network(fc: m.Floats, default: m.Bools) -> None:
    r = m.upper(fc[np.ix_(default, default)])
    assert (len(r), *(int((r >= t).sum()) for t in (0.4, 0.5, 0.6))) == (276, 136, 79, 36)


def test_six_default_parcels_lean_elsewhere(hundred: Atlas, fc: m.Floats) -> None:
    """True of the data: nothing may demand that every parcel is closest to its own network."""
    numbers = m.network_index(hundred)
    means = np.array([[np.nanmean(row[numbers == k]) for k in range(1, 8)] for row in fc])
    leaning = [p.index for p, row in zip(hundred.parcels, means, strict=True) if p.network7 == "Default" and row.argmax() != 6]
    assert leaning == [40, 45, 92, 93, 98, 99]


def test_one_volunteer_against_the_group(fc: m.Floats) -> None:
    assert np.corrcoef(m.upper(m.volunteer_fc()), m.upper(fc))[0, 1] == pytest.approx(0.52, abs=0.01)
    assert load_pack("volunteer-schaefer-100").array("tr").tolist() == [1.4]


@pytest.mark.parametrize(("name", "count"), [("dosenbach-default", 34), ("seitzman-default", 55), ("power-default", 58)])
def test_points(name: str, count: int) -> None:
    parcels = load_atlas(name).parcels
    assert len(parcels) == count
    assert {p.network7 for p in parcels} == {"Default"}


def test_habenula_and_hippocampus() -> None:
    at = {landmark.id: landmark for landmark in load_landmarks()}
    for name, centre in (("habenula-left", (-3.3, -23.9, 2.7)), ("habenula-right", (3.6, -23.1, 2.7))):
        assert np.linalg.norm(np.array(at[name].centre_mni) - centre) < 0.5
    for name, centre in (("hippocampus-left", (-26, -23, -13)), ("hippocampus-right", (26, -23, -13))):
        assert np.abs(at[name].vertices.mean(axis=0) - centre).max() < 1.5


def test_subgenual_cingulate_is_no_single_parcel(hundred: Atlas) -> None:
    vertices = hundred.surface("pial").to_mni152().vertices
    names = []
    for x, half in ((-4, slice(0, m.HALF)), (4, slice(m.HALF, None))):
        nearest = np.linalg.norm(vertices[half] - [x, 24, -10], axis=1).argmin()
        names.append(hundred.parcels[hundred.labels[half][nearest] - 1].name)
    assert names == ["7Networks_LH_Default_PFC_3", "7Networks_RH_Default_PFCdPFCm_1"]


def test_ribbon_volume() -> None:
    head = load_pack("mni152-head")
    strict, wide = head.array("networks"), load_head().labels(load_atlas("yeo-7"))
    assert head.array("t1").shape == strict.shape == (73, 90, 78)
    assert (strict == 7).sum() * 0.008 == pytest.approx(203, abs=1)
    assert np.array_equal(wide[strict > 0], strict[strict > 0])
    voxel = np.linalg.solve(head.array("affine"), [-2, 52, 14, 1])[:3].round().astype(int)
    assert strict[tuple(voxel)] == 0, "a gap in thin midline cortex"
    assert wide[tuple(voxel)] == 7
