"""The scales of the one picture, from outside in: what each puts on the stage, beside it and under it."""

from __future__ import annotations

from typing import Final

from neuroviz.ui.scales.base import Scale
from neuroviz.ui.scales.circuit import SCALE as CIRCUIT
from neuroviz.ui.scales.network import SCALE as NETWORK
from neuroviz.ui.scales.receptor import SCALE as RECEPTOR
from neuroviz.ui.scales.scalp import SCALE as SCALP
from neuroviz.ui.scales.synapse import SCALE as SYNAPSE

SCALES: Final[tuple[Scale, ...]] = (SCALP, NETWORK, CIRCUIT, SYNAPSE, RECEPTOR)
"""Every scale that is built, in the order of the rail."""

__all__ = ["SCALES", "Scale"]
