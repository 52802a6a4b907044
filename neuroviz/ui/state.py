"""The state of a view: the keys of its address, what each may be, and what happens to a value that it may not be.

The browser reads the same table (it is written into the page), so there is one description of the address.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from neuroviz.atlas import own_atlases
from neuroviz.atlas.drawn_views import DRAWN_ATLASES
from neuroviz.atlas.selection import SHOWS
from neuroviz.domain.lessons import LEVELS
from neuroviz.domain.scenarios import BASELINES, PEOPLE
from neuroviz.models.pharmacokinetics import WEIGHTS
from neuroviz.viewpoints import VIEWPOINTS

Value = str | int | float | bool | None

SURFACE_ATLASES: Final = DRAWN_ATLASES
POINT_ATLASES: Final = ("dosenbach-default", "seitzman-default", "power-default")
ATLASES: Final = SURFACE_ATLASES + POINT_ATLASES
VIEWS: Final = tuple(VIEWPOINTS)
BESIDES: Final = ("matrix", "ring", "both", "slices", "signals", "atlases")
"""What can stand beside the brain at the network scale; ``both`` is the matrix with the ring under it."""


@dataclass(frozen=True)
class Parameter:
    """One key of the address.

    Parameters
    ----------
    key
        Name in the address.
    kind
        ``"choice"``, ``"number"``, ``"whole"``, ``"flag"``, ``"camera"`` (azimuth, elevation in degrees and distance in mm),
        ``"clock"`` (position on the clock; in the address the id of a stop where it is on one), ``"point"`` (x, y, z in mm,
        MNI152), ``"block"`` (the numbers of two groups) or ``"id"`` (an id of the content).
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


STOPS: Final = ("before", "0min", "40min", "2h", "4h", "24h", "3d", "7d", "14d")
"""Ids of the stops of the clock, in order; a test holds them to clock.yaml."""

SURE: Final = ("all", "medium", "high")
"""The least confidence of a change that is drawn in full."""

SCALES: Final = ("scalp", "network", "circuit", "synapse", "receptor")
"""The scales that are built, from outside in."""

REGIMENS: Final = ("iv-single", "iv-six-weekly", "nasal-56", "nasal-84", "route-im", "route-sublingual", "route-oral")
"""Ids of the published schedules, the standard one first; a test holds them to regimens.yaml."""

WEIGHT: Final = WEIGHTS
"""kg: body weights for which the model is drawn."""

SCALP_SITES: Final = (
    *("none", "pcc-both", "pcc-left", "medial-prefrontal"),
    *("angular-left", "angular-right", "temporal-left"),
)
"""Places of the cortex that the scalp scale shows by themselves; a test holds them to the pack."""

PARAMETERS: Final[tuple[Parameter, ...]] = (
    # where, when, compared how: the same at every scale
    Parameter("scale", "choice", "network", options=SCALES),
    Parameter("t", "clock", 0, options=STOPS, min=0, max=len(STOPS) - 1),
    Parameter("compare", "choice", "now", options=("now", "side", "wipe", "difference")),
    Parameter("wipe", "whole", 50, min=5, max=95, step=5),
    Parameter("clock", "choice", "strip", options=("strip", "closed", "open")),
    # the opened clock
    Parameter("span", "choice", "clock", options=("clock", "hours", "weeks")),
    Parameter("regimen", "choice", REGIMENS[0], options=REGIMENS),
    Parameter("regimen2", "choice", "none", options=("none", *REGIMENS)),
    Parameter("weight", "whole", 70, min=WEIGHT[0], max=WEIGHT[1], step=1),
    # the network
    Parameter("baseline", "choice", "textbook", options=BASELINES),
    Parameter("people", "choice", "patients", options=PEOPLE),
    Parameter("sure", "choice", "all", options=SURE),
    Parameter("dissent", "flag", False),
    Parameter("atlas", "choice", "schaefer-100", options=ATLASES),
    Parameter("show", "choice", "dmn", options=SHOWS),
    Parameter("r", "number", None, min=0.0, max=0.95, step=0.01),
    Parameter("parcel", "whole", 0, min=0, max=2000),
    Parameter("isolate", "flag", False),
    Parameter("map", "choice", "none", options=("none", "seed", "agree")),
    Parameter("mean", "flag", False),
    Parameter("block", "block", None),
    Parameter("beside", "choice", "none", options=("none", *BESIDES)),
    Parameter("points", "choice", "none", options=("none", "1", "2", "3", "12", "13", "23", "123")),
    Parameter("mni", "point", None),
    Parameter("sides", "choice", "neurological", options=("neurological", "radiological")),
    Parameter("lines", "choice", "pair", options=("pair", "matrix", "mean", "looks")),
    Parameter("pair", "whole", 0, min=0, max=2000),
    Parameter("moment", "whole", None, min=0, max=10000),
    Parameter("view", "choice", "hero", options=VIEWS),
    Parameter("camera", "camera", None),
    Parameter("cortex", "choice", "glass", options=("glass", "matte")),
    Parameter("inflate", "whole", 0, min=0, max=100, step=1),
    Parameter("tier", "choice", "auto", options=("auto", "drawn", "3d")),
    Parameter("deep", "flag", False),
    # the scalp
    Parameter("wave", "choice", "alpha", options=("alpha", "gamma")),
    Parameter("site", "id", "pz"),
    Parameter("from", "choice", "none", options=SCALP_SITES),
    # the receptor
    Parameter("v", "number", -70, min=-90, max=40, step=5),
    Parameter("mg", "number", 1, min=0, max=2, step=0.1),
    Parameter("glu", "flag", True),
    Parameter("ket", "number", None, min=0, max=10),
    Parameter("form", "choice", "racemic", options=("racemic", "s", "r")),
    # drawn scenes: circuit, synapse and, with steps of its own, the receptor
    Parameter("step", "whole", 0, min=0, max=40),
    Parameter("track", "choice", "main", options=("main", *"abcdefgh", "all")),
    Parameter("species", "choice", "rodent", options=("rodent", "human")),
    Parameter("part", "id", None),
    # the lesson: which, its step, the level of its words, whether the answer was shown
    Parameter("lesson", "id", None),
    Parameter("at", "id", None),
    Parameter("level", "choice", "intro", options=LEVELS),
    Parameter("seen", "flag", False),
    # the page
    Parameter("embed", "flag", False),
)

_NUMBER: Final = re.compile(r"-?\d{1,6}(\.\d{1,6})?")
_SHAPES: Final = {
    "camera": re.compile(r"-?\d{1,3},-?\d{1,2},\d{3}"),
    "point": re.compile(r"-?\d{1,3}(,-?\d{1,3}){2}"),
    "block": re.compile(r"[1-8]-[1-8]"),
    "id": re.compile(r"[a-z0-9][a-z0-9-]{0,59}"),
}
"""Kinds that are text of a certain form; the browser has the same in assets/src/state.ts."""


def parameters() -> tuple[Parameter, ...]:
    """`PARAMETERS`, with the atlases that this person added among the options."""
    return tuple(replace(p, options=p.options + own_atlases()) if p.key == "atlas" else p for p in PARAMETERS)


@dataclass(frozen=True)
class ViewState:
    """A view as it is asked for by an address; ``ignored`` names the keys that were not understood."""

    values: dict[str, Value]
    ignored: tuple[str, ...] = ()

    def __getitem__(self, key: str) -> Value:
        return self.values[key]


def _accept(p: Parameter, raw: str) -> tuple[bool, Value]:
    if raw == "" and p.default is None:
        return True, None
    if p.kind == "choice":
        return raw in p.options, raw
    if p.kind == "flag":
        return raw in ("0", "1"), raw == "1"
    if p.kind in _SHAPES:
        return bool(_SHAPES[p.kind].fullmatch(raw)), raw
    if p.kind == "clock" and raw in p.options:
        return True, p.options.index(raw)
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
