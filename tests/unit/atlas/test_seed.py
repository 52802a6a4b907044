"""One parcel with every other, and the exact algebra of removing the mean, against known values."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.atlas import load_atlas
from neuroviz.atlas.seed import find_parcel, mean_removed, seed_values
from neuroviz.errors import PackError

DEFAULT_WITH = {"Default": 0.224, "DorsAttn": -0.173, "SalVentAttn": -0.172, "Vis": -0.110, "Cont": 0.023}


@pytest.mark.parametrize(("network", "expected"), DEFAULT_WITH.items())
def test_means_of_the_default_network_after_removing_the_mean(network: str, expected: float) -> None:
    atlas = load_atlas("schaefer-100")
    nets = np.array([p.network7 for p in atlas.parcels])
    block = mean_removed(atlas.connectivity)[np.ix_(nets == "Default", nets == network)]
    assert np.nanmean(block) == pytest.approx(expected, abs=0.001)


def test_six_of_ten_become_negative_where_almost_none_was() -> None:
    r = load_atlas("schaefer-100").connectivity
    assert (mean_removed(r)[np.triu_indices(100, 1)] < 0).mean() == pytest.approx(0.60, abs=0.005)
    assert (r[np.triu_indices(100, 1)] < 0).mean() == pytest.approx(0.004, abs=0.0005)


def test_the_algebra_is_what_regression_of_the_mean_gives() -> None:
    noise = np.random.default_rng(7).normal(size=(500, 8))
    series = noise + noise[:, :1] + 0.5 * noise[:, 1:2]
    series = (series - series.mean(axis=0)) / series.std(axis=0)
    mean = series.mean(axis=1)
    left = series - np.outer(mean, mean @ series) / (mean @ mean)
    expected = np.corrcoef(left.T)
    np.fill_diagonal(expected, np.nan)
    np.testing.assert_allclose(mean_removed(np.corrcoef(series.T)), expected, atol=1e-12)


def test_the_diagonal_is_not_read_and_nothing_is_changed() -> None:
    r = load_atlas("schaefer-100").connectivity
    other = r.copy()
    np.fill_diagonal(other, 1.0)
    np.testing.assert_array_equal(mean_removed(r), mean_removed(other))
    assert np.isnan(np.diag(r)).all()


def test_the_posterior_cingulate_finds_the_default_network() -> None:
    atlas = load_atlas("schaefer-100")
    r = seed_values(atlas, 50)
    np.testing.assert_array_equal(r, atlas.connectivity[49])
    best = np.argsort(-np.nan_to_num(r, nan=1))[:24]  # the seed goes with itself
    found = sum(atlas.parcels[k].network7 == "Default" for k in best)
    assert found / 24 == pytest.approx(0.79, abs=0.01)


def test_seed_values_by_name_and_without_the_mean() -> None:
    atlas = load_atlas("schaefer-100")
    by_name = seed_values(atlas, "7Networks_LH_Default_pCunPCC_2", mean_removed=True)
    np.testing.assert_array_equal(by_name, mean_removed(atlas.connectivity)[49])
    assert np.isnan(by_name[49])


def test_values_may_be_changed_without_changing_the_atlas() -> None:
    atlas = load_atlas("schaefer-100")
    seed_values(atlas, 1)[:] = 0
    assert np.nanmax(atlas.connectivity[0]) > 0.4


@pytest.mark.parametrize(
    ("name", "parcel", "said"),
    [
        ("schaefer-100", 0, r"'schaefer-100' has no parcel 0; its parcels are numbered 1 to 100\.$"),
        ("schaefer-100", 101, r"no parcel 101"),
        ("schaefer-100", "PCC", r"no parcel 'PCC'; take a number from 1 to 100 or a name such as '7Networks_LH_Vis_1'\.$"),
        ("yeo-7", 1, r"No group connectivity.*'yeo-7'; take one of schaefer-100, schaefer-200, schaefer-400\.$"),
    ],
)
def test_what_is_not_there_is_told_in_a_sentence(name: str, parcel: int | str, said: str) -> None:
    with pytest.raises(PackError, match=said):
        seed_values(load_atlas(name), parcel)


def test_a_parcel_is_found_by_its_17_network_name_too() -> None:
    atlas = load_atlas("schaefer-100")
    assert find_parcel(atlas, atlas.parcels[49].name17).index == 50
