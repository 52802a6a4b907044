"""Packs ``yeo-7`` and ``yeo-17``: whole networks, vertex by vertex."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from neuroviz.atlas.build.labels import Labels, annot_files, majority, schaefer_labels, yeo_labels
from neuroviz.atlas.build.schaefer import SCHAEFER, YEO
from neuroviz.atlas.build.sources import CHIMERA, Sources, source
from neuroviz.atlas.licences import licence
from neuroviz.atlas.manifest import Manifest
from neuroviz.atlas.packs import write_pack
from neuroviz.atlas.table import NETWORKS7, PARCELS, subsystem_of, table_text

NAMING_SCALE = 400
"""The finest Schaefer scale names the 17 networks, whose own files only number them."""


def build(root: Path, sources: Sources, networks: int) -> Manifest:
    """Write the pack ``yeo-<networks>``."""
    yeo = yeo_labels(sources, networks)
    files = list(annot_files(f"Yeo2011_seg-{networks}n"))
    processing = [
        "Labels are the first 10,242 vertices of each hemisphere of the fsaverage files; 0 is the medial wall.",
        "The files only number the networks; 1 to 7 are visual, somatomotor, dorsal attention, salience and "
        "ventral attention, limbic, control and default.",
    ]
    if networks == 17:
        files += [*annot_files("Yeo2011_seg-7n"), *annot_files(f"Schaefer2018_seg-17n_scale-{NAMING_SCALE}")]
        processing[1] = (
            "The files only number the networks; the names are those of the Schaefer parcels that cover most "
            "of each, and the network of the seven is the one that covers most of it."
        )
    return write_pack(
        root,
        id=f"yeo-{networks}",
        kind="parcellation",
        title=f"Yeo 2011, {networks} networks",
        space="fsaverage5 vertices",
        description=f"The {networks} networks of the cortex found in the resting activity of 1,000 people.",
        source=[source(CHIMERA, *files)],
        processing=processing,
        licence=licence("MIT-CBIG"),
        citations=[YEO] if networks == 7 else [YEO, SCHAEFER],
        arrays={"labels": yeo.fsaverage5.astype(np.uint8)},
        texts={PARCELS: table_text(_rows(sources, yeo, networks))},
    )


def network_names17(sources: Sources) -> list[str]:
    """Names of the 17 numbered networks in order, such as ``DefaultA`` for 16."""
    parcels = schaefer_labels(sources, NAMING_SCALE, 17)
    of_parcel = np.array(["", *(name.split("_")[2] for name in parcels.names[1:])])
    known, number = np.unique(of_parcel, return_inverse=True)
    names = [str(known[k]) for k in majority(yeo_labels(sources, 17).full, number[parcels.full])]
    assert len(set(names)) == 17
    assert names[13:] == ["TempPar", "DefaultC", "DefaultA", "DefaultB"]
    assert names[10:13] == ["ContC", "ContA", "ContB"]
    return names


def _rows(sources: Sources, yeo: Labels, networks: int) -> list[dict[str, Any]]:
    names17 = network_names17(sources) if networks == 17 else [""] * networks
    if networks == 17:
        names7 = [NETWORKS7[k - 1] for k in majority(yeo.full, yeo_labels(sources, 7).full)]
    else:
        names7 = list(NETWORKS7)
    labels = yeo.fsaverage5
    return [
        {
            "index": index,
            "name": yeo.names[index],
            "name17": yeo.names[index] if networks == 17 else "",
            "hemisphere": "both",
            "network7": names7[index - 1],
            "network17": names17[index - 1],
            "region": "",
            "subsystem": subsystem_of(names17[index - 1]),
            "centroid_mni": None,
            "vertex": -1,
            "n_vertices": int((labels == index).sum()),
            "area_mm2": None,
        }
        for index in range(1, networks + 1)
    ]
