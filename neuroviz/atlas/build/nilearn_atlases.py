"""Label atlases that nilearn fetches by name, for a person with internet."""

from __future__ import annotations

import importlib
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from neuroviz.atlas.build.own_labels import Side, whole
from neuroviz.atlas.build.own_volume import from_image
from neuroviz.errors import PackError


@dataclass(frozen=True)
class Fetcher:
    """A function ``nilearn.datasets.fetch_atlas_<name>`` and the one thing about it that a person chooses.

    Parameters
    ----------
    title
        Title of the atlas.
    argument
        Argument that takes what stands after the colon, as in ``schaefer_2018:200``; empty where there is no choice.
    start
        What is taken without a colon.
    fixed
        Arguments that are always the same.
    """

    title: str
    argument: str = ""
    start: str | int = ""
    fixed: dict[str, Any] = field(default_factory=dict)


FETCHERS = {
    "aal": Fetcher("AAL", "version", "3v2"),
    "basc_multiscale_2015": Fetcher("BASC multiscale 2015", "resolution", 122),
    "destrieux_2009": Fetcher("Destrieux 2009"),
    "harvard_oxford": Fetcher("Harvard-Oxford", "atlas_name", "cort-maxprob-thr25-2mm"),
    "juelich": Fetcher("Juelich", "atlas_name", "maxprob-thr25-2mm"),
    "schaefer_2018": Fetcher("Schaefer 2018", "n_rois", 400),
    "surf_destrieux": Fetcher("Destrieux 2010, on the surface"),
    "yeo_2011": Fetcher("Yeo 2011", "n_networks", 7),
}
"""Those that give each place of the cortex one label in MNI152 or on fsaverage5."""


@dataclass(frozen=True)
class Fetched:
    """An atlas that nilearn fetched: labels of both hemispheres, and the names of the labels."""

    title: str
    function: str
    sides: tuple[Side, Side]
    names: dict[int, str]


def check_atlas(name: str) -> tuple[str, Fetcher, str | int]:
    """Function, its entry and the choice in ``name``, such as ``schaefer_2018:200``; nothing is fetched."""
    plain, _, choice = name.strip().partition(":")
    plain = plain.lower().replace("-", "_").removeprefix("fetch_atlas_")
    if plain not in FETCHERS:
        raise PackError(f"There is no label atlas '{name}' of nilearn that can be added; there are {', '.join(FETCHERS)}.")
    fetcher = FETCHERS[plain]
    if choice and not fetcher.argument:
        raise PackError(f"The atlas {plain} comes in one form only; leave ':{choice}' out.")
    if isinstance(fetcher.start, int) and choice and not choice.isdigit():
        raise PackError(f"After '{plain}:' stands a number ({fetcher.argument}), for example {plain}:{fetcher.start}.")
    return plain, fetcher, type(fetcher.start)(choice) if choice else fetcher.start


def fetch(name: str) -> Fetched:
    """Fetch the atlas ``name`` with nilearn and bring it onto the cortex."""
    plain, fetcher, choice = check_atlas(name)
    datasets = importlib.import_module("nilearn.datasets")
    arguments = {fetcher.argument: choice} if fetcher.argument else {}
    try:
        bunch = getattr(datasets, f"fetch_atlas_{plain}")(**arguments)
    except ValueError as error:
        raise PackError(f"nilearn has no atlas '{name}' ({_first(error)}); choose another form of {plain}.") from error
    except Exception as error:  # whatever the network does
        raise PackError(f"nilearn could not fetch '{name}' ({_first(error)}); check the network and try again.") from error
    title = f"{fetcher.title}, {choice}" if choice else fetcher.title
    return Fetched(title, f"fetch_atlas_{plain}", _sides(bunch, name), _names(bunch))


def _sides(bunch: Any, name: str) -> tuple[Side, Side]:
    if "map_left" in bunch:
        left, right = (whole(np.asarray(bunch[f"map_{side}"]), name) for side in ("left", "right"))
        return Side(left), Side(right)
    import nibabel

    template = str(bunch.get("template") or "MNI")
    if not template.startswith("MNI"):
        raise PackError(f"The atlas '{name}' is in the space {template}, not in MNI152; take another one.")
    maps = bunch["maps"]
    return from_image(nibabel.load(maps) if not hasattr(maps, "affine") else maps, name)


def _names(bunch: Any) -> dict[int, str]:
    """Names by label: from nilearn's table, else its list of indices, else in order."""
    table = bunch.get("lut")
    if table is not None:
        return {int(index): str(name) for index, name in zip(table["index"], table["name"], strict=True)}
    names = [label.decode() if isinstance(label, bytes) else str(label) for label in bunch.get("labels") or ()]
    indices = [int(index) for index in bunch.get("indices") or range(len(names))]
    return dict(zip(indices, names, strict=True))


def _first(error: Exception) -> str:
    """First line of what an error says, without its full stop."""
    lines = str(error).strip().splitlines()
    return (lines[0] if lines else type(error).__name__).rstrip(".:")[:200]
