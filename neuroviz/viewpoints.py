"""Where the brain is looked at from, and the outlines drawn from there; the same in every tier.

Drawn units: 4000 are the height of the pane at zoom 1, x to the right, y down, 0, 0 what the camera looks at.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

Vec3 = tuple[float, float, float]
Ring = tuple[tuple[int, int], ...]
"""Corners of a closed outline in drawn units, all even, so that points half way between are whole numbers."""

CENTRE: Final[Vec3] = (0.0, -17.0, 12.0)
"""What the camera looks at, MNI152 mm."""
DISTANCE: Final = 470.0
"""From the camera to the centre, mm."""
FOV: Final = 24.0
"""Height of the field of view, degrees."""
HALF_HEIGHT: Final = 2000
"""Drawn units from the centre to the edge of the pane at zoom 1."""


@dataclass(frozen=True)
class Viewpoint:
    """A standard place to look from.

    Parameters
    ----------
    azimuth
        Degrees from anterior, left is positive.
    elevation
        Degrees above the horizontal.
    shown
        Hemispheres that are drawn.
    """

    azimuth: float
    elevation: float
    shown: Literal["both", "left", "right"] = "both"

    def position(self) -> Vec3:
        """Where the camera stands, MNI152 mm."""
        az, el = math.radians(self.azimuth), math.radians(self.elevation)
        out = (-math.sin(az) * math.cos(el), math.cos(az) * math.cos(el), math.sin(el))
        x, y, z = (c + DISTANCE * o for c, o in zip(CENTRE, out, strict=True))
        return x, y, z

    def axes(self) -> tuple[Vec3, Vec3, Vec3]:
        """Give the unit vectors to the right, up and away from the camera, in MNI152 axes."""
        fx, fy, fz = ((c - p) / DISTANCE for c, p in zip(CENTRE, self.position(), strict=True))
        flat = math.hypot(fx, fy)
        right = (fy / flat, -fx / flat, 0.0)
        up = (-fx * fz / flat, -fy * fz / flat, flat)
        return right, up, (fx, fy, fz)

    def shows(self, x: float) -> bool:
        """Whether a point at ``x`` mm (left is negative) lies in a hemisphere that is drawn."""
        return self.shown == "both" or x == 0 or (x < 0) == (self.shown == "left")


VIEWPOINTS: Final[Mapping[str, Viewpoint]] = MappingProxyType(
    {
        "hero": Viewpoint(57, 17),
        "left": Viewpoint(90, 0),
        "right": Viewpoint(-90, 0),
        "medial-left": Viewpoint(-90, 4, "left"),
        "medial-right": Viewpoint(90, 4, "right"),
        "top": Viewpoint(180, 89.9),
        "below": Viewpoint(0, -89.9),
        "front": Viewpoint(0, 6),
        "back": Viewpoint(180, 6),
    }
)


@dataclass(frozen=True)
class DrawnView:
    """The cortex from one viewpoint as outlines.

    Parameters
    ----------
    name
        Key of :data:`VIEWPOINTS`.
    layers
        Layer name (``silhouette``, ``back``, ``deep``, ``lit``, ``rim-1`` .. ``rim-5``) to its
        rings. The rings of the rims and of the back are the *holes* of the layer, whose outer edge is the
        silhouette: fill both with the even-odd rule.
    """

    name: str
    layers: Mapping[str, tuple[Ring, ...]]

    @property
    def viewpoint(self) -> Viewpoint:
        """Where this is seen from."""
        return VIEWPOINTS[self.name]

    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of the silhouette, drawn units."""
        points = [p for ring in self.layers["silhouette"] for p in ring]
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True)
class DrawnParcels:
    """What can be seen of each parcel of an atlas from one viewpoint.

    Parameters
    ----------
    view, atlas
        Key of :data:`VIEWPOINTS`; id of the atlas, for example ``schaefer-100``.
    rings
        Parcel index to its rings; parcels that cannot be seen are left out.
    """

    view: str
    atlas: str
    rings: Mapping[int, tuple[Ring, ...]]
