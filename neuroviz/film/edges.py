"""Which links of an atlas belong to which pair of networks, and what is drawn where nothing was measured."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np

from neuroviz.atlas import Atlas, Parcel, selection
from neuroviz.atlas.landmarks import load_landmarks
from neuroviz.domain import Library
from neuroviz.domain.regions import hub_parcel
from neuroviz.domain.scenarios import End, Pair

SIDES: Final = ("left", "right")
INSIDE: Final = "Default"


@dataclass(frozen=True)
class Anchor:
    """A place outside the cortex whose links are schematic: no connectivity was measured for it here.

    Parameters
    ----------
    at
        MNI152 mm.
    pair
        Position of its pair in the content.
    to
        Parcel indices that lines are drawn to.
    """

    id: str
    name: str
    at: tuple[float, float, float]
    pair: int
    to: tuple[int, ...]


def fits(parcel: Parcel, end: End) -> bool:
    """Whether a parcel belongs to an end of a pair; none does to a landmark."""
    if end.landmark or end.hubs:
        return False
    named = end.part is not None or end.network is not None or end.place is not None
    return (
        named
        and (end.part is None or parcel.subsystem == end.part)
        and (end.network is None or parcel.network7 in end.network)
        and (end.place is None or end.place in parcel.name)
    )


def ends(atlas: Atlas, pairs: tuple[Pair, ...]) -> list[int]:
    """For each parcel, bit 2k when it fits end a of pair k, and bit 2k + 1 when it fits end b."""
    return [
        sum((fits(p, pair.a) << (2 * k)) | (fits(p, pair.b) << (2 * k + 1)) for k, pair in enumerate(pairs))
        for p in atlas.parcels
    ]


def pair_of(first: int, second: int, n: int) -> int:
    """Position of the first of ``n`` pairs that a link belongs to, from the bits of its parcels (see `ends`); -1 for none."""
    for k in range(n):
        a, b = 1 << (2 * k), 2 << (2 * k)
        if (first & a and second & b) or (first & b and second & a):
            return k
    return -1


@lru_cache(maxsize=32)
def guests(atlas: Atlas, pairs: tuple[Pair, ...], most: int) -> tuple[tuple[int, int, int], ...]:
    """Strongest measured links of pairs that lead out of the default network, ``most`` a hemisphere.

    Returned as (a, b, pair) with parcel indices a < b. No parcel stands in two of a pair, so that they spread over the network.
    """
    if atlas.connectivity is None:
        return ()
    bits = ends(atlas, pairs)
    out: list[tuple[int, int, int]] = []
    taken: set[tuple[int, int]] = set()
    count: dict[tuple[int, str], int] = {}
    for a, b, _r in selection.links(atlas, tuple(p.index for p in atlas.parcels), -1.0):
        first, second = atlas.parcels[a - 1], atlas.parcels[b - 1]
        k, side = pair_of(bits[a - 1], bits[b - 1], len(pairs)), first.hemisphere
        inside = first.network7 == second.network7 == INSIDE
        full = count.get((k, side), 0) >= most or (k, a) in taken or (k, b) in taken
        if k < 0 or inside or side != second.hemisphere or full:
            continue
        out.append((a, b, k))
        taken |= {(k, a), (k, b)}
        count[k, side] = count.get((k, side), 0) + 1
    return tuple(sorted(out, key=lambda link: link[2]))


def anchors(atlas: Atlas, library: Library) -> list[Anchor]:
    """Places outside the cortex with the parcels that lines are drawn to, left then right."""
    places = {p.id: p for p in load_landmarks()}
    out = []
    for k, pair in enumerate(library.scenarios.pairs):
        if pair.a.landmark is None or atlas.connectivity is None:
            continue
        for side in SIDES:
            place = places[f"{pair.a.landmark}-{side}"]
            to = _partners(atlas, library, pair.b, side, place.centre_mni)
            x, y, z = (round(float(c), 1) for c in place.centre_mni)
            out.append(Anchor(place.id, place.name[0].upper() + place.name[1:], (x, y, z), k, to))
    return out


def _partners(atlas: Atlas, library: Library, end: End, side: str, at: tuple[float, float, float]) -> tuple[int, ...]:
    if end.hubs:
        found = (hub_parcel(library.hub(hub), atlas.parcels, side) for hub in end.hubs)
        return tuple(dict.fromkeys(p.index for p in found if p is not None))
    near = sorted(
        (p for p in atlas.parcels if p.hemisphere == side and fits(p, end)),
        key=lambda p: float(np.linalg.norm(np.asarray(p.centroid_mni) - np.asarray(at))),
    )
    return tuple(p.index for p in near[: end.most])


def payload(atlas: Atlas, library: Library) -> dict[str, Any]:
    """What the browser needs to draw changes on an atlas."""
    spec = library.scenarios
    return {
        "ends": ends(atlas, spec.pairs) if selection.kind(atlas) == "parcels" else [],
        "guests": guests(atlas, spec.pairs, spec.guests) if selection.kind(atlas) == "parcels" else [],
        "anchors": [
            {"id": a.id, "name": a.name, "at": a.at, "pair": a.pair, "to": a.to}
            for a in (anchors(atlas, library) if selection.kind(atlas) == "parcels" else [])
        ],
    }
