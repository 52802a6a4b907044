"""Make an atlas pack of a person's own label file, or of an atlas that nilearn fetches."""

from __future__ import annotations

import hashlib
import importlib.metadata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from neuroviz.atlas.build import nilearn_atlases
from neuroviz.atlas.build.geometry import HEMISPHERES, PER_HEMISPHERE, Ints, centre, mesh_files, mid_surface, vertex_areas
from neuroviz.atlas.build.labels import majority
from neuroviz.atlas.build.own_files import check_readers, is_volume, name_of, read_table, suffix_of, title_of
from neuroviz.atlas.build.own_labels import MOST_LABELS, Side, read_surface, without_background
from neuroviz.atlas.build.own_volume import read_volume
from neuroviz.atlas.manifest import Licence, Manifest, Source
from neuroviz.atlas.model import load_atlas
from neuroviz.atlas.own import check_name, keep
from neuroviz.atlas.packs import LICENSE, write_pack
from neuroviz.atlas.table import PARCELS, subsystem_of, table_text
from neuroviz.errors import PackError

NOTICE = "Not stated; check before you share."
NOT_STATED = Licence(id="not-stated", name="Licence not known to NeuroViz", notice=NOTICE)
_SURFACE_STEP = "Labels are the first 10,242 vertices of each hemisphere, which are fsaverage5; nothing was resampled."
_VOLUME_STEP = (
    "Each vertex takes the most frequent label at five depths between white and pial surface (moved to MNI152), 0 on the medial "
    "wall; where less than a tenth of a label's vertices lie on one side, those are left out."
)
_STEPS = (
    "A label that lies in both hemispheres is two parcels; labels without cortex or named as background are left out. "
    "Parcels are numbered from 1, left then right, in the order of the labels.",
    "Networks are those of Yeo 2011 that cover most of a parcel's vertices.",
    "Centroids are area-weighted means of the mid surface, moved from MNI305 to MNI152 with FreeSurfer's affine.",
)


@dataclass(frozen=True)
class _Own:
    """All that goes into the pack of an added atlas."""

    name: str
    title: str
    description: str
    source: Source
    step: str
    sides: tuple[Side, Side]
    names: Mapping[int, str] | None


def add_files(
    files: Sequence[Path],
    *,
    name: str | None = None,
    title: str | None = None,
    space: str | None = None,
    table: Path | None = None,
    replace: bool = False,
) -> Manifest:
    """Add an atlas from a label volume in MNI152, or from surface labels.

    Parameters
    ----------
    files
        One ``.nii`` or ``.nii.gz`` volume; or ``.gii`` or ``.annot`` files on fsaverage5 or fsaverage: left and right, or
        one with both hemispheres.
    name, title
        Id and title; made from the file name when left out.
    space
        ``MNI152``, ``fsaverage5`` or ``fsaverage``, to be checked against the file.
    table
        CSV or TSV with the columns ``index`` and ``name``.
    replace
        Write over an atlas of the same name that the person added before.

    Raises
    ------
    PackError
        If anything is wrong; then nothing has been written.
    """
    volume = is_volume(files)
    title = title or title_of(files[0])
    name = name or name_of(title)
    check_name(name, replace)
    if table and suffix_of(files[0], (".annot",)):
        raise PackError(f"{files[0].name} names its labels itself; leave --labels out.")
    names = read_table(table) if table else None
    check_readers()
    sides = read_volume(files[0], space) if volume else read_surface(files, space)
    described = f"Added by the owner of this copy of NeuroViz from {' and '.join(file.name for file in files)}."
    return _write(_Own(name, title, described, _source(files), _VOLUME_STEP if volume else _SURFACE_STEP, sides, names))


def add_nilearn(atlas: str, *, name: str | None = None, title: str | None = None, replace: bool = False) -> Manifest:
    """Add a label atlas that nilearn fetches from the internet, such as ``harvard_oxford`` or ``schaefer_2018:200``.

    The parameters are those of `add_files`, and so is what is raised.
    """
    nilearn_atlases.check_atlas(atlas)
    name = name or name_of(atlas)
    check_name(name, replace)
    check_readers()
    got = nilearn_atlases.fetch(atlas)
    source = Source(package="nilearn", version=importlib.metadata.version("nilearn"), files=(got.function,))
    described = f"Fetched with {got.function} of nilearn by the owner of this copy of NeuroViz."
    step = _SURFACE_STEP if "surf" in got.function else _VOLUME_STEP
    # nilearn names the background, and some labels that no voxel has; a label without a name is numbered.
    sides = (Side(got.sides[0].values, got.names), Side(got.sides[1].values, got.names))
    return _write(_Own(name, title or got.title, described, source, step, sides, None))


def summary(manifest: Manifest) -> str:
    """What was added, in words for the terminal."""
    parcels = load_atlas(manifest.id).parcels
    left = sum(p.hemisphere == "left" for p in parcels)
    default = sum(p.network7 == "Default" for p in parcels)
    return (
        f"Added {manifest.id}: {len(parcels)} parcels ({left} left, {len(parcels) - left} right), {default} of them mostly in "
        f"the default network. It is in the atlas chooser when NeuroViz is started again.\nLicence: {NOTICE}"
    )


def _write(own: _Own) -> Manifest:
    labels, rows = _parcels(own)
    meshes = Source(package="nilearn", version=importlib.metadata.version("nilearn"), files=mesh_files("pial", "white"))

    def write(root: Path) -> Manifest:
        return write_pack(
            root,
            id=own.name,
            kind="parcellation",
            title=own.title,
            space="fsaverage5 vertices; centroids in MNI152, mm",
            description=own.description,
            source=[own.source, meshes],
            processing=[own.step, *_STEPS],
            licence=NOT_STATED,
            citations=[],
            arrays={"labels": labels.astype(np.uint16)},
            texts={PARCELS: table_text(rows), LICENSE: f"{NOTICE}\n"},
        )

    return keep(own.name, write)


def _parcels(own: _Own) -> tuple[Ints, list[dict[str, Any]]]:
    """Labels 1..n of all vertices, and the parcel table."""
    cortex = load_atlas("yeo-7").labels > 0
    labels = np.zeros(2 * PER_HEMISPHERE, dtype=np.int64)
    found: list[tuple[str, str]] = []
    for k, side in enumerate(HEMISPHERES):
        named = without_background(Side(own.sides[k].values, own.sides[k].names if own.names is None else own.names))
        part = slice(k * PER_HEMISPHERE, (k + 1) * PER_HEMISPHERE)
        values = np.setdiff1d(named.values[cortex[part]], [0])
        if own.names is not None:
            _check_named(values, own.names)
        for value in values:
            labels[part][named.values == value] = len(found) + 1
            found.append((side, _name(int(value), named.names)))
    if not found:
        raise PackError(f"No label of {own.source.files[0]} lies on the cortex; NeuroViz shows atlases of the cortex.")
    if len(found) > MOST_LABELS:
        raise PackError(f"{own.source.files[0]} makes {len(found):,} parcels, and at most {MOST_LABELS:,} can be shown.")
    return labels, list(_rows(labels, found))


def _name(value: int, names: Mapping[int, str]) -> str:
    """Name of a label; a bare number says no more than that there is none."""
    name = names.get(value, "").strip()
    return name if name and not name.isdigit() else f"Region {name or value}"


def _check_named(values: Ints, names: Mapping[int, str]) -> None:
    missing = [int(value) for value in values if int(value) not in names]
    if missing:
        more = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
        raise PackError(f"The table names no label {', '.join(map(str, missing[:3]))}{more}; add a row for each.")


def _rows(labels: Ints, found: Sequence[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    seven, seventeen = load_atlas("yeo-7"), load_atlas("yeo-17")
    best7, best17 = (majority(labels, yeo.labels.astype(np.int64)) for yeo in (seven, seventeen))
    both = {name for side, name in found if side == "left"} & {name for side, name in found if side == "right"}
    mid = mid_surface()
    area = vertex_areas(mid)
    for k, (side, name) in enumerate(found):
        inside = np.flatnonzero(labels == k + 1)
        centroid, nearest = centre(inside, mid, area)
        network17 = seventeen.parcels[best17[k] - 1].network17 if best17[k] else ""
        yield {
            "index": k + 1,
            "name": f"{name} ({side})" if name in both else name,
            "name17": "",
            "hemisphere": side,
            "network7": seven.parcels[best7[k] - 1].network7,
            "network17": network17,
            "region": "",
            "subsystem": subsystem_of(network17),
            "centroid_mni": [round(float(x), 2) for x in centroid],
            "vertex": nearest,
            "n_vertices": len(inside),
            "area_mm2": round(float(area[inside].sum()), 1),
        }


def _source(files: Sequence[Path]) -> Source:
    """The files, by name and checksum: where they lay is nobody's business."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return Source(package="own file", version=f"sha256 {digest.hexdigest()[:12]}", files=tuple(file.name for file in files))
