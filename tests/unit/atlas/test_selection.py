"""What is shown of an atlas, and where."""

from __future__ import annotations

import numpy as np

from neuroviz.atlas import load_atlas
from neuroviz.atlas import selection as s

SURFACES = ("schaefer-100", "schaefer-400", "yeo-17")


def test_inflated_hemispheres_lie_side_by_side() -> None:
    x = s.cortex("inflated")[:, 0]
    assert x[:10242].max() < x[10242:].min()


def test_points_have_no_place_on_the_inflated_cortex() -> None:
    assert np.isnan(s.positions(load_atlas("power-default"), "inflated")).all()
