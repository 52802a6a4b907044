"""What a parcel is called in plain words, and which hub it belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from neuroviz.domain.library import Library
    from neuroviz.domain.places import Hub


class ParcelLike(Protocol):
    """The part of an atlas parcel that its plain name is made from."""

    @property
    def name(self) -> str:
        """Name in the atlas, such as ``7Networks_LH_Default_pCunPCC_2``."""

    @property
    def name17(self) -> str:
        """The same parcel's 17-network name, or an empty string."""

    @property
    def hemisphere(self) -> str:
        """``left``, ``right`` or ``both``."""

    @property
    def network7(self) -> str:
        """Its network among the seven, such as ``Default``."""

    @property
    def network17(self) -> str:
        """Its network among the seventeen, such as ``DefaultA``, or an empty string."""

    @property
    def centroid_mni(self) -> tuple[float, float, float]:
        """Centre in MNI152 mm; NaN for a whole network."""


P = TypeVar("P", bound=ParcelLike)


def stem(name: str) -> str:
    """Network and region of an atlas name: ``17Networks_LH_DefaultA_PFCm_1`` gives ``DefaultA_PFCm``."""
    parts = [part for part in name.split("_") if part]
    if parts and parts[0].endswith("Networks"):
        parts = parts[1:]
    if parts and parts[0] in ("LH", "RH"):
        parts = parts[1:]
    if parts and parts[-1].isdigit():
        parts = parts[:-1]
    return "_".join(parts)


def plain_name(parcel: ParcelLike, library: Library) -> str:
    """Side and place in plain words, without a number: ``Left posterior cingulate and precuneus``.

    The 17-network name is used where there is one, since it is the more precise. A whole network gets the
    name of the network. What is in no list is returned as it is.
    """
    words = _words(parcel, library)
    if not words:
        return parcel.name
    side = library.regions.sides[parcel.hemisphere]
    return f"{side} {words}" if side else words[0].upper() + words[1:]


def _words(parcel: ParcelLike, library: Library) -> str | None:
    regions = library.regions
    point, _, number = parcel.name.rpartition(" ")
    if point in regions.points:
        return regions.points[point].replace("{n}", number)
    if stem(parcel.name):
        return regions.seventeen.get(stem(parcel.name17)) or regions.seven.get(stem(parcel.name))
    if parcel.network17:
        return regions.networks17.get(parcel.network17)
    return next((f"{n.name} network" for n in library.networks if n.id == parcel.network7), None)


def plain_names(parcels: Sequence[ParcelLike], library: Library) -> tuple[str, ...]:
    """Plain names for a whole atlas, unique: a place that occurs more than once on a side is numbered."""
    names = [plain_name(parcel, library) for parcel in parcels]
    total, count = Counter(names), Counter[str]()
    unique = []
    for name in names:
        count[name] += 1
        unique.append(f"{name} {count[name]}" if total[name] > 1 else name)
    return tuple(unique)


def hubs_of(parcel: ParcelLike, library: Library) -> tuple[Hub, ...]:
    """Hubs that a parcel belongs to, in the order of hubs.yaml; empty for most of the cortex."""
    return tuple(hub for hub in library.hubs if belongs(parcel, hub))


def belongs(parcel: ParcelLike, hub: Hub) -> bool:
    """Whether a parcel's name is among the regions of a hub, or a point is one of the hub's points."""
    if any(point.mni == tuple(parcel.centroid_mni) for point in hub.coordinates):
        return True
    wide, narrow = stem(parcel.name17), stem(parcel.name)
    return any(region in (wide, f"{wide}/{narrow}") for region in hub.regions)


def hub_parcel(hub: Hub, parcels: Sequence[P], hemisphere: str = "left") -> P | None:
    """The parcel to which the label of a hub points: nearest to any of its published points.

    Parameters
    ----------
    hub
        The hub.
    parcels
        Parcels of one atlas to choose from, with centres in MNI152 mm; those on screen, for example.
    hemisphere
        ``left`` or ``right``; points of the other side are mirrored.

    Returns
    -------
    The parcel, or None where the atlas has none for this hub.
    """
    mine = [p for p in parcels if p.hemisphere == hemisphere and belongs(p, hub)]
    return min(mine, key=lambda p: _distance(p.centroid_mni, hub), default=None)


def _distance(centre: tuple[float, float, float], hub: Hub) -> float:
    """Squared distance (mm²) to the nearest published point, left and right folded together."""
    x, y, z = centre
    points = (point.mni for point in hub.coordinates)
    return min((abs(x) - abs(a)) ** 2 + (y - b) ** 2 + (z - c) ** 2 for a, b, c in points)
