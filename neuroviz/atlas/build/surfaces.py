"""Pack ``fsaverage5``: the folded and the inflated cortex, full and light."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from neuroviz.atlas.build.geometry import (
    HEMISPHERES,
    PER_HEMISPHERE,
    Ints,
    coordinates,
    faces,
    mesh_files,
    read_gifti,
    signed_volume,
)
from neuroviz.atlas.build.sources import MNE, NILEARN, Sources, installed_file, source
from neuroviz.atlas.licences import licence
from neuroviz.atlas.manifest import Citation, Manifest
from neuroviz.atlas.packs import write_pack

LIGHT = 2_562
TENTH_MM = 0.1
SULC_LIMIT = 1.85
SPACE = "MNI305 (FreeSurfer fsaverage), mm; apply the stated affine for MNI152"
FISCHL = Citation(
    text="Fischl B, Sereno MI, Tootell RBH, Dale AM (1999). High-resolution intersubject averaging and a "
    "coordinate system for the cortical surface. Human Brain Mapping 8:272-284.",
    doi="10.1002/(SICI)1097-0193(1999)8:4<272::AID-HBM10>3.0.CO;2-4",
)


def build(root: Path, sources: Sources) -> Manifest:
    """Write the pack ``fsaverage5``."""
    triangles = faces()
    pial = coordinates("pial")
    _check(pial, triangles)
    sulc = np.concatenate([read_gifti("sulc", side)[0] for side in HEMISPHERES])
    return write_pack(
        root,
        id="fsaverage5",
        kind="surface",
        title="Average cortex (fsaverage5)",
        space=SPACE,
        description="The average folded cortex of FreeSurfer and its inflated form, 20,484 vertices, left then right.",
        source=[
            source(NILEARN, *mesh_files("pial", "infl", "sphere", "sulc")),
            source(MNE, "mne/data/icos.fif.gz"),
        ],
        processing=[
            "Coordinates are rounded to 0.1 mm (worst error 0.05 mm).",
            "Triangles are stored once: the right hemisphere uses the same plus 10,242.",
            "The light level is the first 2,562 vertices of each hemisphere with the triangles of the "
            "order-4 icosahedron, matched on the sphere; no vertex is moved.",
            "Depth of the folds is stored as one signed byte, 127 = 1.85.",
            "This is a modified version of the FreeSurfer data.",
        ],
        licence=licence("FreeSurfer"),
        citations=[FISCHL],
        arrays={
            "pial": _tenths(pial),
            "inflated": _tenths(coordinates("infl")),
            "faces": triangles.astype(np.uint16),
            "faces_light": light_faces().astype(np.uint16),
            "sulc": np.round(np.clip(sulc / SULC_LIMIT, -1, 1) * 127).astype(np.int8),
        },
        units={
            "pial": (TENTH_MM, "mm"),
            "inflated": (TENTH_MM, "mm"),
            "sulc": (SULC_LIMIT / 127, "FreeSurfer sulc"),
        },
    )


def light_faces() -> Ints:
    """Triangles of the order-4 icosahedron on the first 2,562 vertices of one hemisphere, (5120, 3).

    fsaverage5 is the order-5 icosahedron with the coarser orders as its first vertices, so this is exact;
    a general mesh decimation would lose the labels.
    """
    import mne
    from scipy.spatial import cKDTree

    ico = mne.read_bem_surfaces(installed_file(MNE, "data/icos.fif.gz"), s_id=9004, verbose="error")
    sphere = coordinates("sphere")[:PER_HEMISPHERE] / 100
    distance, match = cKDTree(sphere).query(ico["rr"] / np.linalg.norm(ico["rr"], axis=1, keepdims=True))
    assert distance.max() < 1e-3, "the order-4 icosahedron must lie on the vertices of fsaverage5"
    assert np.array_equal(np.sort(match), np.arange(LIGHT)), "the light level must be the first 2,562 vertices"
    carried: Ints = match[ico["tris"]].astype(np.int64)
    assert signed_volume(sphere, carried) > 0, "triangles must wind outward"
    return carried


def _tenths(vertices: npt.NDArray[np.float64]) -> npt.NDArray[np.int16]:
    return np.round(vertices / TENTH_MM).astype(np.int16)


def _check(pial: npt.NDArray[np.float64], triangles: Ints) -> None:
    assert pial.shape == (2 * PER_HEMISPHERE, 3)
    for start in (0, PER_HEMISPHERE):
        assert signed_volume(pial, triangles + start) > 0, "triangles must wind outward"
    edges = np.unique(np.sort(np.vstack([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])), axis=0)
    assert PER_HEMISPHERE - len(edges) + len(triangles) == 2, "each hemisphere must be one closed sphere"
