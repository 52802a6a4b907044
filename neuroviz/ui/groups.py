"""The groups in which regions stand in matrix and ring: networks where all are shown, else parts of the default network."""

from __future__ import annotations

from dataclasses import dataclass

from neuroviz.atlas import Atlas, Parcel
from neuroviz.atlas.selection import members
from neuroviz.domain import Library

OTHER = "none"
"""Id of the group of what belongs to no network, or to none of the three parts."""


@dataclass(frozen=True)
class Group:
    """Regions that stand together.

    Parameters
    ----------
    id, name, token
        Short name in addresses, name in plain words, CSS custom property of its colour.
    parcels
        Parcel indices: left hemisphere, then right, each in the order of the atlas.
    """

    id: str
    name: str
    token: str
    parcels: tuple[int, ...]


def groups(atlas: Atlas, show: str, library: Library) -> tuple[Group, ...]:
    """Groups of a selection in the order in which they are drawn; those without regions are left out."""
    indices = members(atlas, show)
    chosen = [atlas.parcels[i - 1] for i in indices]
    known: list[tuple[str, str, str]]
    if show == "all":
        known = [(n.id, n.name, n.token) for n in library.networks]
    else:
        known = [(p.id, p.name, p.token) for p in library.subsystems]
    known.append((OTHER, library.words["explore"]["outside"], "--node-other"))
    ids = {key for key, *_ in known}

    def key(parcel: Parcel) -> str:
        found = parcel.network7 if show == "all" else parcel.subsystem or OTHER
        return found if found in ids else OTHER

    out = []
    for name, words, token in known:
        inside = sorted((p for p in chosen if key(p) == name), key=lambda p: (p.hemisphere, p.index))
        if inside:
            out.append(Group(name, words, token, tuple(p.index for p in inside)))
    return tuple(out)
