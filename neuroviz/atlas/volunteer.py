"""One volunteer at rest: the signals that a connectivity value is computed from, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from neuroviz.atlas.packs import load_pack

Floats = npt.NDArray[np.float64]

CLEANINGS: Final = ("none", "confounds", "band-pass", "global-signal")
"""Ways to clean the signals, in the order of the pack; ``confounds`` is that of `Volunteer.series`."""


@dataclass(frozen=True)
class Cleaning:
    """What comes out of one way to clean the signals.

    Parameters
    ----------
    agreement
        Pearson r of this person's values with those of the group mean, over all pairs of parcels.
    mean_r
        Mean of this person's values.
    negative
        Share of them below zero, 0 to 1.
    """

    agreement: float
    mean_r: float
    negative: float


@dataclass(frozen=True)
class Volunteer:
    """A quarter of an hour of one person at rest, in the parcels of ``schaefer-100``.

    Parameters
    ----------
    series
        (652, 100) z-scores, confounds and trend taken out, not filtered.
    tr
        Seconds from one volume to the next.
    correlation
        (100, 100) Pearson r as nilearn computed it when the pack was made, NaN on the diagonal.
    cleanings
        By the names in `CLEANINGS`.
    """

    series: Floats = field(repr=False)
    tr: float
    correlation: Floats = field(repr=False)
    cleanings: Mapping[str, Cleaning]

    @property
    def minutes(self) -> float:
        """Length of the recording."""
        return len(self.series) * self.tr / 60


@lru_cache(maxsize=2)
def load_volunteer(root: Path | None = None) -> Volunteer:
    """Read the pack ``volunteer-schaefer-100``; the same object each time."""
    pack = load_pack("volunteer-schaefer-100", root)
    series = pack.values("series")
    n = series.shape[1]
    matrix = np.full((n, n), np.nan)
    matrix[np.triu_indices(n, 1)] = pack.values("correlation")
    lower = np.tril_indices(n, -1)
    matrix[lower] = matrix.T[lower]
    for array in (series, matrix):
        array.setflags(write=False)
    columns = [pack.values(name).tolist() for name in ("agreement", "mean_r", "negative")]
    cleanings = {name: Cleaning(*values) for name, *values in zip(CLEANINGS, *columns, strict=True)}
    return Volunteer(series, float(pack.values("tr")[0]), matrix, cleanings)


def pearson(x: npt.ArrayLike, y: npt.ArrayLike) -> float:
    """Pearson's r of two series of the same length: the mean of the products of their z-scores.

    Raises
    ------
    ValueError
        If one of them does not vary.
    """
    a, b = (np.asarray(v, dtype=np.float64) for v in (x, y))
    a, b = a - a.mean(), b - b.mean()
    spread = float(np.sqrt((a @ a) * (b @ b)))
    if not spread:
        raise ValueError("a series that does not vary has no correlation")
    return float(a @ b) / spread


def nearest_pair(values: Floats, r: float) -> tuple[int, int]:
    """Pair of parcels (indices from 1, the smaller first) whose value is nearest to ``r``; the first of several.

    Parameters
    ----------
    values
        (n, n) Pearson r; what is above the diagonal is read.
    """
    rows, columns = np.triu_indices(len(values), 1)
    k = int(np.abs(values[rows, columns] - r).argmin())
    return int(rows[k]) + 1, int(columns[k]) + 1


def agreement(a: Floats, b: Floats) -> float:
    """Pearson r of two (n, n) matrices over the values above the diagonal."""
    upper = np.triu_indices(len(a), 1)
    return pearson(a[upper], b[upper])
