"""What the network scale shows of an atlas beyond its selections: which there are, and the numbers that its words need."""

from __future__ import annotations

import numpy as np

from neuroviz.atlas import Atlas
from neuroviz.atlas.selection import SHOWS, Selection, members, select
from neuroviz.ui.state import ViewState


def selections(atlas: Atlas) -> dict[str, Selection]:
    """Every selection that this atlas can show; one without parcels, or the same as another, is left out."""
    out: dict[str, Selection] = {}
    for name in SHOWS:
        parcels = members(atlas, name)
        if parcels and not (name == "all" and len(parcels) == len(members(atlas, "dmn"))):
            out[name] = select(atlas, name)
    return out


def shown(atlas: Atlas, state: ViewState) -> str:
    """Selection that a state asks for, or the nearest one that this atlas has."""
    have = selections(atlas)
    return next(s for s in (str(state["show"]), "dmn", "all") if s in have)


def threshold(state: ViewState, chosen: Selection) -> float:
    """Pearson r from which on links are drawn: as the state asks, or the one to start with."""
    return float(state["r"]) if isinstance(state["r"], float) else chosen.threshold or 0.0


def numbers(atlas: Atlas, show: str, names: dict[str, str]) -> dict[str, str]:
    """Values for the placeholders of views.yaml, as printed; only those that this atlas has.

    Parameters
    ----------
    names
        Plain names of the networks by their short name.
    """
    parcels = members(atlas, show)
    values = {"atlas": atlas.title, "n_parcels": str(len(parcels)), "n_all": str(len(atlas.parcels))}
    if atlas.connectivity is None:
        return values
    inside = np.asarray(members(atlas, "dmn") if show == "all" else parcels) - 1
    outside = np.setdiff1d(np.arange(len(atlas.parcels)), inside)
    within = float(np.nanmean(atlas.connectivity[np.ix_(inside, inside)]))
    rest = float(np.mean(atlas.connectivity[np.ix_(inside, outside)]))
    means = _network_means(atlas)
    lowest = min(means, key=lambda k: means[k])
    return {
        **values,
        "within_r": f"{within:.2f}",
        "rest_r": f"{rest:.2f}",
        "lowest_network": names[lowest].lower(),
        "lowest_r": f"{means[lowest]:.2f}",
    }


def _network_means(atlas: Atlas) -> dict[str, float]:
    """Mean r of the default network with each other network."""
    assert atlas.connectivity is not None
    default = np.asarray(members(atlas, "dmn")) - 1
    others = sorted({p.network7 for p in atlas.parcels} - {"Default"})
    rows = {n: np.array([p.index - 1 for p in atlas.parcels if p.network7 == n]) for n in others}
    return {n: float(np.mean(atlas.connectivity[np.ix_(default, rows[n])])) for n in others}
