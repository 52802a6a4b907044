"""A person's own labels, from a surface file or a volume, on the vertices of fsaverage5."""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from neuroviz.atlas.build.geometry import HEMISPHERES, PER_HEMISPHERE, Ints
from neuroviz.atlas.build.labels import FULL_HEMISPHERE
from neuroviz.atlas.build.own_files import side_of, suffix_of
from neuroviz.errors import PackError

MOST_LABELS = 2_000
LARGEST_LABEL = 2**31 - 1
SPACES = {"fsaverage5": PER_HEMISPHERE, "fsaverage": FULL_HEMISPHERE}
_NO_CORTEX = {"", "???", "unknown", "background", "none", "corpuscallosum"}


@dataclass(frozen=True)
class Side:
    """Labels of one hemisphere as they are in the file.

    Parameters
    ----------
    values
        (10242,), 0 = no label.
    names
        Name of a label, where the file has one.
    """

    values: Ints
    names: Mapping[int, str] = field(default_factory=dict)


def read_surface(files: Sequence[Path], space: str | None) -> tuple[Side, Side]:
    """Labels of GIFTI or FreeSurfer files, left and right: one file with both hemispheres, or one for each.

    Parameters
    ----------
    space
        ``fsaverage5`` or ``fsaverage`` if the person said so; the number of vertices tells as well.
    """
    if space == "MNI152":
        raise PackError(f"{files[0].name} lies on a surface, not in MNI152; leave --space out, or say fsaverage5 or fsaverage.")
    if len(files) == 1:
        values, names, _ = _read(files[0])
        if len(values) in SPACES.values():
            raise PackError(f"{files[0].name} is one hemisphere; give the files of the left and of the right one.")
        halves = np.split(values, 2) if len(values) % 2 == 0 else [values]
        return _side(halves[0], names, files[0], space, 2), _side(halves[-1], names, files[0], space, 2)
    read = [_read(file) for file in files]
    told = [side or side_of(file.name) for file, (_, _, side) in zip(files, read, strict=True)]
    if told[0] and told[0] == told[1]:
        raise PackError(f"{files[0].name} and {files[1].name} are both of the {told[0]} hemisphere; give one of each.")
    sides = [_side(values, names, file, space, 1) for file, (values, names, _) in zip(files, read, strict=True)]
    if told[0] == "right" or told[1] == "left":
        sides.reverse()
    return sides[0], sides[1]


def whole(values: npt.NDArray[Any], name: str) -> Ints:
    """Values as labels: whole numbers from 0, not all of them 0, and not too many different ones."""
    if values.dtype.kind not in "buif":
        raise PackError(f"{name} holds no numbers that could be labels; save whole numbers from 0.")
    flat = values[values != 0]
    odd = flat[~np.isfinite(flat) | (flat != np.round(flat))] if values.dtype.kind == "f" else flat[:0]
    if len(odd):
        raise PackError(f"{name} holds {odd[0]:.4g}, which is no label; labels are whole numbers from 0.")
    if not len(flat):
        raise PackError(f"{name} has no labels, every value in it is 0; save the map with its labels.")
    low, high = flat.min(), flat.max()
    if low < 0 or high > LARGEST_LABEL:
        raise PackError(f"{name} holds {low if low < 0 else high:.0f}, which is no label; labels are whole numbers from 0.")
    count = len(np.unique(flat))
    if count > MOST_LABELS:
        raise PackError(f"{name} has {count:,} labels, and at most {MOST_LABELS:,} can be shown; save a coarser map of labels.")
    return values.astype(np.int64)


def without_background(side: Side) -> Side:
    """The same hemisphere with 0 where the name of the label says that there is no cortex."""
    nothing = [value for value, name in side.names.items() if _no_cortex(name)]
    return Side(np.where(np.isin(side.values, nothing), 0, side.values), side.names)


def _no_cortex(name: str) -> bool:
    plain = name.strip().lower().replace("_", " ")
    return plain in _NO_CORTEX or "medial wall" in plain


def _side(values: Ints, names: Mapping[int, str], file: Path, space: str | None, per_file: int) -> Side:
    """One hemisphere, cut to fsaverage5: its vertices are the first of fsaverage."""
    fitting = [count for name, count in SPACES.items() if space in (None, name)]
    if len(values) not in fitting:
        takes = " or ".join(f"{per_file * count:,}" for count in fitting)
        has = len(values) * per_file if per_file == 1 or len(values) % 2 == 0 else len(values)
        raise PackError(
            f"{file.name} has {has:,} vertices, and {takes} are needed ({' or '.join(space_names(space))}); "
            "map the labels to fsaverage5 first."
        )
    return Side(values[:PER_HEMISPHERE], names)


def space_names(space: str | None) -> tuple[str, ...]:
    """Surface spaces that are taken, given what the person said."""
    return tuple(name for name in SPACES if space in (None, name))


def _read(file: Path) -> tuple[Ints, dict[int, str], str | None]:
    """Values, names and hemisphere of a surface file, as far as it tells."""
    if suffix_of(file, (".annot",)):
        return (*_read_annot(file), None)
    return _read_gifti(file)


def _read_annot(file: Path) -> tuple[Ints, dict[int, str]]:
    from nibabel.freesurfer import read_annot

    try:
        with warnings.catch_warnings():  # the sentence below says it better
            warnings.simplefilter("ignore")
            index, _, names = read_annot(str(file))
    except Exception as error:  # whatever the parser stumbles over
        raise PackError(f"{file.name} is not a FreeSurfer annotation that can be read; save it again.") from error
    # Entries count from 0 and -1 is none; here 0 is none.
    found = {k: name.decode("utf-8", "replace") for k, name in enumerate(names, start=1)}
    return whole(index.astype(np.int64) + 1, file.name), found


def _read_gifti(file: Path) -> tuple[Ints, dict[int, str], str | None]:
    import nibabel

    try:
        image = nibabel.load(file)
        arrays = [np.squeeze(array.data) for array in image.darrays]
    except Exception as error:
        raise PackError(f"{file.name} is not a GIFTI file that can be read; save it again as .label.gii.") from error
    if len(arrays) != 1 or arrays[0].ndim != 1:
        raise PackError(f"{file.name} is a mesh, or holds more than one map; save one number for each vertex.")
    names = {int(label.key): str(label.label or "") for label in image.labeltable.labels}
    metas = itertools.chain(dict(image.meta).items(), dict(image.darrays[0].meta).items())
    told = {value for key, value in metas if key == "AnatomicalStructurePrimary"}
    side = next((side for side in HEMISPHERES if f"Cortex{side.capitalize()}" in told), None)
    return whole(arrays[0], file.name), names, side
