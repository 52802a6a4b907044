"""Spines along a branch: those that stand, those that stress took (dotted), those that come back (warm edge)."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Mapping
from typing import Any

from neuroviz.scenes.shapes.geometry import n, normals, spline
from neuroviz.scenes.shapes.paint import use
from neuroviz.scenes.values import Ramp, Values, shown

HEALTHY: Mapping[str, Any] = {"quantity": "healthy", "start": 0, "full": 1}
STRESSED: Mapping[str, Any] = {"quantity": "healthy", "start": 1, "full": 0}


def _slots(d: Mapping[str, Any]) -> Iterator[tuple[float, float, float, float]]:
    """x, y, turn and length along the branch of each place for a spine, on both sides in turn."""
    dense = spline(d["points"], steps=24)
    ns = normals(dense)
    length = last = 0.0
    side = 1
    for i in range(1, len(dense)):
        length += math.dist(dense[i], dense[i - 1])
        if length - last < d["width"]:
            continue
        last, side = length, -side
        (x, y), (a, b) = dense[i], ns[i]
        yield x + a * side * d["band"], y + b * side * d["band"], math.degrees(math.atan2(a * side, -b * side)), length


def spines(d: Mapping[str, Any], values: Values) -> str:
    """Markup of a row of spines.

    Parameters
    ----------
    d
        A drawing with ``points`` (the branch), ``width`` (gap), ``band`` (how far from the centre line they stand), ``scale``,
        ``keep`` (share that stands after stress), ``new`` (share that comes back as the quantity ``spines`` rises), ``seed``.
    values
        Values now.
    """
    rng = random.Random(d["seed"])
    slots = list(_slots(d))
    order = list(range(len(slots)))
    rng.shuffle(order)
    kept, back = round(len(slots) * d["keep"]), round(len(slots) * d["new"])
    out = ""
    for rank, k in enumerate(order):
        x, y, turn, _ = slots[k]
        size = d["scale"] * rng.uniform(0.88, 1.12)
        if rank < kept:
            out += use("spine", x, y, size, turn)
            continue
        out += shown(use("spine", x, y, size, turn), [HEALTHY], values)
        ramps: list[Ramp] = [STRESSED]
        if rank < kept + back:
            step = (rank - kept) / back
            ramp = {"quantity": "spines", "start": float(n(step * 8)) / 10 + 0.1, "full": float(n(step * 8)) / 10 + 0.2}
            out += shown(use("spine-new", x, y, size * 1.04, turn), [ramp], values)
            ramps.append({"quantity": "spines", "start": ramp["full"], "full": ramp["start"]})
        out += shown(use("spine-ghost", x, y, size * 0.95, turn), ramps, values)
    return out
