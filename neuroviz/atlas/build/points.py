"""Packs ``dosenbach-default``, ``seitzman-default``, ``power-default``: published default-network points.

Only these points are taken, as cited facts: the licence of the whole tables is not known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from neuroviz.atlas.build.sources import NILEARN, Sources, source
from neuroviz.atlas.licences import licence
from neuroviz.atlas.manifest import Citation, Manifest
from neuroviz.atlas.packs import write_pack
from neuroviz.atlas.table import PARCELS, table_text

Point = tuple[str, str, tuple[float, float, float]]
"""Name, region in the atlas's words (or empty), position in MNI mm."""

POWER_DEFAULT = (*range(74, 84), *range(86, 132), 137, 139)
"""Published numbers of the default network among the 264 points, counted from 1."""


def dosenbach() -> list[Point]:
    """The 34 points with the label 'default'."""
    from nilearn.datasets import fetch_coords_dosenbach_2010

    table = fetch_coords_dosenbach_2010()
    rows = zip(table.labels, table.networks, table.rois.to_numpy(), strict=True)
    return [(label, label.rsplit(" ", 1)[0], _mm(at)) for label, network, at in rows if network == "default"]


def seitzman(cortical: bool = True) -> list[Point]:
    """The 55 points of the network 'DefaultMode' in the cortex, or the 12 outside it."""
    from nilearn.datasets import fetch_coords_seitzman_2018

    table = fetch_coords_seitzman_2018()
    rows = zip(table.rois.index, table.networks, table.regions, table.rois.to_numpy(), strict=True)
    return [
        (f"ROI {number + 1}", "" if cortical else str(region), _mm(at))
        for number, network, region, at in sorted(rows, key=lambda row: int(row[0]))
        if network == "DefaultMode" and region.startswith("cortex") == cortical
    ]


def power() -> list[Point]:
    """The 58 points whose numbers are published as the default network; the table has no network names."""
    from nilearn.datasets import fetch_coords_power_2011

    table = fetch_coords_power_2011().rois.set_index("roi")
    return [(f"ROI {number}", "", _mm(table.loc[number].to_numpy())) for number in POWER_DEFAULT]


@dataclass(frozen=True)
class PointAtlas:
    """What is particular to one of the three packs."""

    title: str
    file: str
    read: Callable[[], list[Point]]
    count: int
    chosen: str
    citation: Citation


SEITZMAN = Citation(
    text="Seitzman BA, Gratton C, Marek S, et al. (2020). A set of functionally-defined brain regions with "
    "improved representation of the subcortex and cerebellum. NeuroImage 206:116290.",
    doi="10.1016/j.neuroimage.2019.116290",
)
POINT_ATLASES = {
    "dosenbach-default": PointAtlas(
        "Dosenbach 2010, default network points",
        "nilearn/datasets/data/dosenbach_2010.csv",
        dosenbach,
        34,
        "Only the 34 of 160 points with the published label 'default' are taken.",
        Citation(
            text="Dosenbach NUF, Nardos B, Cohen AL, et al. (2010). Prediction of individual brain maturity "
            "using fMRI. Science 329:1358-1361.",
            doi="10.1126/science.1194144",
        ),
    ),
    "seitzman-default": PointAtlas(
        "Seitzman 2020, default network points",
        "nilearn/datasets/data/seitzman_2018_ROIs_300inVol_MNI_allInfo.txt",
        seitzman,
        55,
        "Only the 55 cortical points of the published network 'DefaultMode' are taken; the 12 outside the "
        "cortex are landmarks of the pack subcortex.",
        SEITZMAN,
    ),
    "power-default": PointAtlas(
        "Power 2011, default network points",
        "nilearn/datasets/data/power_2011.csv",
        power,
        58,
        "Only the 58 of 264 points with the published numbers 74-83, 86-131, 137 and 139 (counted from 1) are taken.",
        Citation(
            text="Power JD, Cohen AL, Nelson SM, et al. (2011). Functional network organization of the "
            "human brain. Neuron 72:665-678.",
            doi="10.1016/j.neuron.2011.09.006",
        ),
    ),
}


def build(root: Path, sources: Sources, name: str) -> Manifest:
    """Write the pack ``name``, one of ``POINT_ATLASES``."""
    atlas = POINT_ATLASES[name]
    points = atlas.read()
    assert len(points) == atlas.count == len({label for label, _, _ in points})
    return write_pack(
        root,
        id=name,
        kind="points",
        title=atlas.title,
        space="MNI152, mm",
        description=f"{len(points)} points of the default network from the literature. They are places, not "
        "areas: no vertex of the cortex is assigned to them.",
        source=[source(NILEARN, atlas.file)],
        processing=[atlas.chosen, "Positions are as published."],
        licence=licence("LicenseRef-Cited-Facts"),
        citations=[atlas.citation],
        arrays={},
        texts={PARCELS: table_text(_rows(points))},
    )


def hemisphere_of(x: float) -> str:
    """Side of a point by its x in MNI mm; a point in the midline belongs to both."""
    return "left" if x < 0 else "right" if x > 0 else "both"


def _mm(at: Any) -> tuple[float, float, float]:
    x, y, z = (round(float(v), 2) for v in np.asarray(at))
    return x, y, z


def _rows(points: list[Point]) -> list[dict[str, Any]]:
    return [
        {
            "index": index,
            "name": label,
            "name17": "",
            "hemisphere": hemisphere_of(at[0]),
            "network7": "Default",
            "network17": "",
            "region": region,
            "subsystem": None,
            "centroid_mni": at,
            "vertex": -1,
            "n_vertices": 0,
            "area_mm2": None,
        }
        for index, (label, region, at) in enumerate(points, start=1)
    ]
