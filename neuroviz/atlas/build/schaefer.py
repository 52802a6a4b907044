"""Packs ``schaefer-100``, ``-200`` and ``-400``: parcels and their names in the 7- and 17-network schemes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from neuroviz.atlas.build.geometry import Ints, centre, mesh_files, mid_surface, vertex_areas
from neuroviz.atlas.build.labels import Labels, annot_files, schaefer_labels
from neuroviz.atlas.build.sources import CHIMERA, NILEARN, Sources, source
from neuroviz.atlas.licences import licence
from neuroviz.atlas.manifest import Citation, Manifest
from neuroviz.atlas.packs import write_pack
from neuroviz.atlas.table import PARCELS, region_of, subsystem_of, table_text

SCALES = (100, 200, 400)
SCHAEFER = Citation(
    text="Schaefer A, Kong R, Gordon EM, et al. (2018). Local-global parcellation of the human cerebral "
    "cortex from intrinsic functional connectivity MRI. Cerebral Cortex 28:3095-3114.",
    doi="10.1093/cercor/bhx179",
)
YEO = Citation(
    text="Yeo BTT, Krienen FM, Sepulcre J, et al. (2011). The organization of the human cerebral cortex "
    "estimated by intrinsic functional connectivity. Journal of Neurophysiology 106:1125-1165.",
    doi="10.1152/jn.00338.2011",
)


def build(root: Path, sources: Sources, scale: int) -> Manifest:
    """Write the pack ``schaefer-<scale>``."""
    seven, seventeen = (schaefer_labels(sources, scale, networks) for networks in (7, 17))
    labels = seven.fsaverage5
    files = (
        *annot_files(f"Schaefer2018_seg-7n_scale-{scale}"),
        *annot_files(f"Schaefer2018_seg-17n_scale-{scale}"),
    )
    return write_pack(
        root,
        id=f"schaefer-{scale}",
        kind="parcellation",
        title=f"Schaefer 2018, {scale} parcels",
        space="fsaverage5 vertices; centroids in MNI152, mm",
        description=f"{scale} cortical parcels of similar function, ordered by seven networks. Parcels of "
        "another scale are other areas, even where the names are alike.",
        source=[source(CHIMERA, *files), source(NILEARN, *mesh_files("pial", "white"))],
        processing=[
            "Labels are the first 10,242 vertices of each hemisphere of the fsaverage files; nothing was resampled.",
            "The right hemisphere continues the numbers of the left; 0 is the medial wall.",
            "The 17-network name is that of the parcel with the same vertices.",
            "Centroids are area-weighted means of the mid surface, moved from MNI305 to MNI152 with FreeSurfer's affine.",
        ],
        licence=licence("MIT-CBIG", "FreeSurfer"),
        citations=[SCHAEFER, YEO],
        arrays={"labels": labels.astype(np.uint8 if scale < 256 else np.uint16)},
        texts={PARCELS: table_text(_rows(seven, seventeen, same_parcel(seven, seventeen)))},
    )


def same_parcel(seven: Labels, seventeen: Labels) -> Ints:
    """For each 7-network parcel 1..n the 17-network label with exactly the same vertices, (n,)."""
    pairs = np.unique(np.stack([seven.full, seventeen.full]), axis=1)
    assert pairs.shape[1] == len(seven.names), "both schemes must cut the cortex into the same parcels"
    assert np.array_equal(np.sort(pairs[1]), np.arange(len(seventeen.names)))
    assert pairs[1, 0] == 0
    return pairs[1, 1:]


def _rows(seven: Labels, seventeen: Labels, same: Ints) -> list[dict[str, Any]]:
    mid = mid_surface()
    area = vertex_areas(mid)
    labels = seven.fsaverage5
    rows = []
    for index, name in enumerate(seven.names[1:], start=1):
        inside = np.flatnonzero(labels == index)
        centroid, nearest = centre(inside, mid, area)
        name17 = seventeen.names[same[index - 1]]
        rows.append(
            {
                "index": index,
                "name": name,
                "name17": name17,
                "hemisphere": {"LH": "left", "RH": "right"}[name.split("_")[1]],
                "network7": name.split("_")[2],
                "network17": name17.split("_")[2],
                "region": region_of(name),
                "subsystem": subsystem_of(name17.split("_")[2]),
                "centroid_mni": [round(float(x), 2) for x in centroid],
                "vertex": nearest,
                "n_vertices": len(inside),
                "area_mm2": round(float(area[inside].sum()), 1),
            }
        )
    return rows
