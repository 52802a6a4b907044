"""The electrode cap: its lead field, and the simulated recording before and during ketamine."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from neuroviz.atlas.packs import load_pack

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Cap:
    """What the pack ``eeg-forward`` holds.

    Attributes
    ----------
    electrodes
        64 names.
    sites
        Places that are shown by themselves, in the order of ``fields``.
    settings
        Of the simulation: name to its value before and during.
    gain
        (64, 100), V at each electrode for 1 A·m in each parcel of schaefer-100, average reference.
    flat
        (64, 2), right and forward on the flat head, in its radius.
    hz, spectra
        (95,) Hz, and (2, 64, 95) dB before and during, from the mean alpha before.
    alpha, gamma
        (2, 64, 64) dB on a grid over the head, row 0 at the back, before and during.
    fields
        (places, 64, 64) potential, largest 1.
    """

    electrodes: tuple[str, ...]
    sites: tuple[str, ...]
    settings: dict[str, tuple[float, float]]
    gain: Floats
    flat: Floats
    hz: Floats
    spectra: Floats
    alpha: Floats
    gamma: Floats
    fields: Floats


@lru_cache(maxsize=1)
def load_cap() -> Cap:
    """Read the pack ``eeg-forward``; PackError in one sentence where it is damaged."""
    pack = load_pack("eeg-forward")
    about = json.loads(pack.text("cap.json"))
    names = ("gain", "flat", "hz", "spectra", "alpha", "gamma", "fields")
    settings = {name: (float(a), float(b)) for name, (a, b) in about["settings"].items()}
    return Cap(tuple(about["electrodes"]), tuple(about["sites"]), settings, *(pack.values(name) for name in names))


def twins(gain: Floats, inside: npt.NDArray[np.bool_], least: float = 0.9) -> int:
    """How many parcels inside a network have one outside it whose map on the scalp is nearly the same.

    Parameters
    ----------
    gain
        (electrodes, parcels), average reference.
    inside
        (parcels,) which of them belong to the network.
    least
        Least absolute correlation of two maps that counts.
    """
    shapes = gain / np.linalg.norm(gain, axis=0)
    alike = np.abs(shapes.T @ shapes)
    return int((alike[np.ix_(inside, ~inside)].max(axis=1) > least).sum())
