"""What one parcel moves with, as measured and after removing the mean of all parcels."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from neuroviz.atlas.model import Atlas, Parcel
from neuroviz.atlas.packs import list_packs
from neuroviz.errors import PackError

Floats = npt.NDArray[np.float64]


def mean_removed(connectivity: Floats) -> Floats:
    """Correlations that are left when the mean of all parcels is taken out of every one of them.

    Regressing the mean of the (standardised, unweighted) parcels out of each needs no time series: with the
    correlation matrix C and g = C 1, what is left has the covariance C - g gᵀ / (1ᵀ C 1). Values below zero
    come out by construction.

    Parameters
    ----------
    connectivity
        (n, n) Pearson r; the diagonal is not read.

    Returns
    -------
    (n, n) partial correlation, NaN on the diagonal.
    """
    c = np.array(connectivity, dtype=np.float64)
    np.fill_diagonal(c, 1.0)
    g = c.sum(axis=1)
    left: Floats = c - np.outer(g, g) / g.sum()
    spread = np.sqrt(np.diag(left))
    left /= np.outer(spread, spread)
    np.fill_diagonal(left, np.nan)
    return left


def measured(atlas: Atlas) -> Floats:
    """The group connectivity of an atlas, (n, n) Pearson r with NaN on the diagonal.

    Raises
    ------
    PackError
        If none was measured for it.
    """
    if atlas.connectivity is None:
        known = ", ".join(_with_connectivity(atlas))
        raise PackError(f"No group connectivity was measured for the atlas '{atlas.id}'; take one of {known}.")
    return atlas.connectivity


def find_parcel(atlas: Atlas, parcel: int | str) -> Parcel:
    """Parcel of an atlas by its index (from 1) or its name in the atlas."""
    if isinstance(parcel, str):
        found = next((p for p in atlas.parcels if parcel in (p.name, p.name17)), None)
        if found is None:
            raise PackError(
                f"The atlas '{atlas.id}' has no parcel '{parcel}'; take a number from 1 to {len(atlas.parcels)} "
                f"or a name such as '{atlas.parcels[0].name}'."
            )
        return found
    if not 1 <= parcel <= len(atlas.parcels):
        raise PackError(f"The atlas '{atlas.id}' has no parcel {parcel}; its parcels are numbered 1 to {len(atlas.parcels)}.")
    return atlas.parcels[parcel - 1]


def seed_values(atlas: Atlas, parcel: int | str, mean_removed: bool = False) -> Floats:
    """R of one parcel with every parcel of its atlas.

    Parameters
    ----------
    atlas
        One with group connectivity.
    parcel
        Index (from 1) or name in the atlas.
    mean_removed
        After removing the mean of all parcels, see :func:`mean_removed`.

    Returns
    -------
    (n,) Pearson r in the order of the parcels, NaN for the parcel itself.
    """
    row = find_parcel(atlas, parcel).index - 1
    matrix = measured(atlas)
    values: Floats = (_mean_removed(matrix) if mean_removed else matrix)[row]
    return values.copy()


_mean_removed = mean_removed


def _with_connectivity(atlas: Atlas) -> list[str]:
    packs = list_packs(atlas.root)
    return [name for name in packs if f"connectivity-{name}" in packs]
