"""The scales of the one picture, from outside in: what each puts on the stage, beside it and under it."""

from __future__ import annotations

from typing import Final

from neuroviz.ui.scales.base import Scale
from neuroviz.ui.scales.network import SCALE as NETWORK
from neuroviz.ui.scales.receptor import SCALE as RECEPTOR

SCALES: Final[tuple[Scale, ...]] = (NETWORK, RECEPTOR)
"""Every scale that is built, in the order of the rail."""

__all__ = ["SCALES", "Scale"]
