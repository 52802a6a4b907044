"""Pack ``subcortex``: what the views show outside the cortex, as small meshes and as cited centres."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from neuroviz.atlas.build.geometry import Floats, Ints, signed_volume
from neuroviz.atlas.build.points import SEITZMAN, hemisphere_of, seitzman
from neuroviz.atlas.build.sources import NILEARN, SUBCORTEX, Sources, source
from neuroviz.atlas.build.volumes import Volume, label_file, label_volume
from neuroviz.atlas.landmarks import LANDMARKS
from neuroviz.atlas.licences import licence
from neuroviz.atlas.manifest import Citation, Manifest
from neuroviz.atlas.packs import write_pack
from neuroviz.atlas.space import apply_affine

TENTH_MM = 0.1
MARGIN = 4
SGACC = ((-4.0, 24.0, -10.0), (4.0, 24.0, -10.0))
SGACC_RADIUS, HABENULA_RADIUS, POINT_RADIUS = 6.0, 3.0, 4.0
PLAIN = {
    "basalGanglia": "caudate",
    "cerebellum": "cerebellum",
    "hippocampus": "hippocampus",
    "thalamus": "thalamus",
}
PAULI = Citation(
    text="Pauli WM, Nili AN, Tyszka JM (2018). A high-resolution probabilistic in vivo atlas of human "
    "subcortical brain nuclei. Scientific Data 5:180063.",
    doi="10.1038/sdata.2018.63",
)
NO_CONNECTIVITY = "It has no parcel and no measured connectivity here: a line drawn to it is schematic."


@dataclass(frozen=True)
class Structure:
    """One structure of a label volume: labels (left, right), smoothing in voxels, level and step of mesh."""

    name: str
    atlas: str
    labels: tuple[int, int]
    sigma: float = 1.0
    level: float = 0.5
    step: int = 2
    radius: float | None = None
    source: str = "FreeSurfer aseg labels in MNI152"
    note: str = NO_CONNECTIVITY


STRUCTURES = (
    Structure("hippocampus", "aseg_subcortex", (17, 53)),
    Structure("amygdala", "aseg_subcortex", (18, 54)),
    Structure("thalamus", "aseg_subcortex", (10, 49)),
    Structure("accumbens", "aseg_subcortex", (26, 58)),
    Structure(
        "habenula",
        "CIT168_subcortex",
        (13, 113),
        sigma=0.6,
        level=0.4,
        step=1,
        radius=HABENULA_RADIUS,
        source="CIT168 atlas (Pauli 2018)",
        note="About 60 cubic millimetres a side, so a 3 mm ball marks it; the mesh is for a close view. " + NO_CONNECTIVITY,
    ),
)


def build(root: Path, sources: Sources) -> Manifest:
    """Write the pack ``subcortex``."""
    rows, vertices, faces = _meshes(sources)
    rows += _spheres() + _points()
    return write_pack(
        root,
        id="subcortex",
        kind="landmarks",
        title="Landmarks outside the cortex",
        space="MNI152, mm",
        description="Hippocampus, amygdala, thalamus, accumbens and habenula as small meshes, the subgenual "
        "cingulate as a ball, and the published points of the default network outside the "
        "cortex.",
        source=[
            source(SUBCORTEX, label_file("aseg_subcortex"), label_file("CIT168_subcortex")),
            source(NILEARN, "nilearn/datasets/data/seitzman_2018_ROIs_300inVol_MNI_allInfo.txt"),
        ],
        processing=[
            "Each label is cut out with a margin of 4 voxels, smoothed with a Gaussian of 1 voxel (habenula "
            "0.6) and meshed by marching cubes at 0.5 with step 2 (habenula 0.4, step 1); coordinates are "
            "rounded to 0.1 mm.",
            "Centres of meshes are the means of the voxels of the label.",
            "Vertices and triangles of all meshes follow one another; landmarks.json names the part of each.",
            "The labels are in the 2009c asymmetric variant of MNI152, which differs from the others by 1 to 3 mm.",
            "This is a modified version of the FreeSurfer and CIT168 data.",
        ],
        licence=licence("FreeSurfer", "CC-BY-4.0", "LicenseRef-Cited-Facts"),
        citations=[PAULI, SEITZMAN],
        arrays={
            "vertices": np.round(np.vstack(vertices) / TENTH_MM).astype(np.int16),
            "faces": np.vstack(faces).astype(np.uint16),
        },
        units={"vertices": (TENTH_MM, "mm")},
        texts={LANDMARKS: json.dumps(rows, indent=1, ensure_ascii=False, allow_nan=False) + "\n"},
    )


def mesh_of(volume: Volume, structure: Structure, label: int) -> tuple[Floats, Ints]:
    """Smooth closed mesh of one label: vertices in mm, triangles that wind outward."""
    from scipy.ndimage import gaussian_filter
    from skimage.measure import marching_cubes

    inside = np.argwhere(volume.data == label)
    low, high = inside.min(axis=0) - MARGIN, inside.max(axis=0) + MARGIN + 1
    cut = volume.data[tuple(slice(a, b) for a, b in zip(low, high, strict=True))] == label
    smooth = gaussian_filter(cut.astype(np.float64), structure.sigma)
    corners, triangles, _, _ = marching_cubes(smooth, level=structure.level, step_size=structure.step)
    vertices = apply_affine(volume.affine, corners.astype(np.float64) + low)
    faces: Ints = triangles.astype(np.int64)
    if signed_volume(vertices, faces) < 0:
        faces = faces[:, ::-1]
    assert 130 <= len(vertices) <= 1_008, "meshes are meant to be small"
    return vertices, faces


def _meshes(sources: Sources) -> tuple[list[dict[str, Any]], list[Floats], list[Ints]]:
    rows: list[dict[str, Any]] = []
    vertices: list[Floats] = []
    faces: list[Ints] = []
    v = f = 0
    volumes = {atlas: label_volume(sources, atlas) for atlas in {s.atlas for s in STRUCTURES}}
    for structure in STRUCTURES:
        volume = volumes[structure.atlas]
        for side, label in zip(("left", "right"), structure.labels, strict=True):
            points, triangles = mesh_of(volume, structure, label)
            centre = apply_affine(volume.affine, np.argwhere(volume.data == label)).mean(axis=0)
            row = _row(structure.name, "mesh", side, centre, structure.radius, structure.source, structure.note)
            row |= {"vertices": [v, v + len(points)], "faces": [f, f + len(triangles)]}
            rows.append(row)
            vertices.append(points)
            faces.append(triangles + v)
            v, f = v + len(points), f + len(triangles)
    return rows, vertices, faces


def _spheres() -> list[dict[str, Any]]:
    note = "Part of area 25, which straddles the default and the limbic network: no single parcel may be called by this name."
    return [
        _row(
            "subgenual cingulate",
            "sphere",
            hemisphere_of(at[0]),
            at,
            SGACC_RADIUS,
            "position chosen for display",
            note,
        )
        for at in SGACC
    ]


def _points() -> list[dict[str, Any]]:
    note = "Assigned to the default network by the paper. " + NO_CONNECTIVITY
    rows = []
    for label, region, at in seitzman(cortical=False):
        name = f"{PLAIN[region]} point of the default network"
        row = _row(name, "point", hemisphere_of(at[0]), at, POINT_RADIUS, f"Seitzman 2020, {label}", note)
        rows.append(row | {"id": f"seitzman-{label.split()[1]}"})
    assert len(rows) == 12
    return rows


def _row(name: str, kind: str, side: str, centre: Any, radius: float | None, origin: str, note: str) -> dict[str, Any]:
    return {
        "id": f"{name.replace(' ', '-')}-{side}",
        "name": f"{side} {name}",
        "kind": kind,
        "hemisphere": side,
        "centre_mni": [round(float(x), 2) for x in centre],
        "radius_mm": radius,
        "source": origin,
        "note": note,
        "vertices": None,
        "faces": None,
    }
