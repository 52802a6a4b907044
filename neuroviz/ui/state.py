"""The state of a view: the keys of its address, what each may be, and what happens to a value that it may not be.

The browser reads the same table (it is written into the page), so there is one description of the address.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from neuroviz.atlas import user_packs
from neuroviz.atlas.drawn_views import DRAWN_ATLASES
from neuroviz.atlas.selection import SHOWS
from neuroviz.viewpoints import VIEWPOINTS

Value = str | int | float | bool | None

SURFACE_ATLASES: Final = DRAWN_ATLASES
POINT_ATLASES: Final = ("dosenbach-default", "seitzman-default", "power-default")
ATLASES: Final = SURFACE_ATLASES + POINT_ATLASES
VIEWS: Final = tuple(VIEWPOINTS)


@dataclass(frozen=True)
class Parameter:
    """One key of the address.

    Parameters
    ----------
    key
        Name in the address.
    kind
        ``"choice"``, ``"number"``, ``"whole"``, ``"flag"`` or ``"camera"`` (azimuth, elevation in degrees and distance in mm).
    default
        Value that is left out of the address; ``None`` means that the atlas decides.
    """

    key: str
    kind: str
    default: Value
    options: tuple[str, ...] = ()
    min: float | None = None
    max: float | None = None
    step: float | None = None


PARAMETERS: Final[tuple[Parameter, ...]] = (
    Parameter("atlas", "choice", "schaefer-100", options=ATLASES),
    Parameter("show", "choice", "dmn", options=SHOWS),
    Parameter("r", "number", None, min=0.0, max=0.95, step=0.01),
    Parameter("parcel", "whole", 0, min=0, max=2000),
    Parameter("isolate", "flag", False),
    Parameter("view", "choice", "hero", options=VIEWS),
    Parameter("camera", "camera", None),
    Parameter("cortex", "choice", "glass", options=("glass", "matte")),
    Parameter("inflate", "whole", 0, min=0, max=100, step=1),
    Parameter("tier", "choice", "auto", options=("auto", "drawn", "3d")),
    Parameter("embed", "flag", False),
)

_NUMBER: Final = re.compile(r"-?\d{1,6}(\.\d{1,6})?")
_CAMERA: Final = re.compile(r"-?\d{1,3},-?\d{1,2},\d{3}")


def parameters() -> tuple[Parameter, ...]:
    """`PARAMETERS`, with the atlases that this person added among the options."""
    return tuple(replace(p, options=p.options + user_packs()) if p.key == "atlas" else p for p in PARAMETERS)


@dataclass(frozen=True)
class ViewState:
    """A view as it is asked for by an address; ``ignored`` names the keys that were not understood."""

    values: dict[str, Value]
    ignored: tuple[str, ...] = ()

    def __getitem__(self, key: str) -> Value:
        return self.values[key]


def _accept(p: Parameter, raw: str) -> tuple[bool, Value]:
    if p.kind == "choice":
        return raw in p.options, raw
    if p.kind == "flag":
        return raw in ("0", "1"), raw == "1"
    if p.kind == "camera":
        return bool(_CAMERA.fullmatch(raw)), raw
    if not _NUMBER.fullmatch(raw):
        return False, None
    number = float(raw)
    inside = (p.min is None or number >= p.min) and (p.max is None or number <= p.max)
    if p.kind == "whole":
        return inside and number == int(number), int(number)
    return inside, number


def read(query: Mapping[str, str]) -> ViewState:
    """State of a query; a key that is unknown, or a value that is out of range, is ignored and named.

    Parameters
    ----------
    query
        Keys and values of the query string.
    """
    by_key = {p.key: p for p in parameters()}
    values: dict[str, Value] = {p.key: p.default for p in by_key.values()}
    ignored = []
    for key, raw in query.items():
        p = by_key.get(key)
        good, value = _accept(p, raw) if p else (False, None)
        if good:
            values[key] = value
        else:
            ignored.append(key)
    return ViewState(values, tuple(ignored))


def described() -> list[dict[str, Any]]:
    """The parameters as the browser reads them."""
    return [{k: v for k, v in asdict(p).items() if k == "default" or v not in (None, ())} for p in parameters()]
