"""How much of a thing is there, from what a quantity is: the one rule that drawings and scripts share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from neuroviz.scenes.shapes.geometry import n

Values: TypeAlias = Callable[[str], float]
"""The value of a quantity now, by id."""

Ramp: TypeAlias = Mapping[str, Any]
"""``quantity``, ``start`` and ``full``, see ``neuroviz.domain.scenes.Ramp``."""


def amount(ramps: Sequence[Ramp], values: Values) -> float:
    """Share, 0 to 1, of something whose presence follows quantities; the product when there are several."""
    out = 1.0
    for ramp in ramps:
        share = (values(ramp["quantity"]) - ramp["start"]) / (ramp["full"] - ramp["start"])
        out *= min(1.0, max(0.0, share))
    return out


def written(ramps: Sequence[Ramp]) -> str:
    """Ramps as an attribute, for the browser: ``glutamate 0 0.5;stress 1 0``."""
    return ";".join(f"{r['quantity']} {_number(r['start'])} {_number(r['full'])}" for r in ramps)


def _number(x: float) -> str:
    return f"{x:.3f}".rstrip("0").rstrip(".")


def shown(inner: str, ramps: Sequence[Ramp], values: Values) -> str:
    """Markup that follows quantities: as much of it as there is now, and what the browser needs to go on."""
    if not ramps:
        return inner
    now = amount(ramps, values)
    look = "" if now >= 0.995 else f' opacity="{_number(now)}"'
    return f'<g data-show="{written(ramps)}"{look}>{inner}</g>'


def at(point: Sequence[float]) -> str:
    """A point as text."""
    return f"{n(point[0])} {n(point[1])}"
