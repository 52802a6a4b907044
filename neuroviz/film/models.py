"""Quantities that are computed: from minutes since the start of the infusion to a value, by name in clock.yaml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

from neuroviz.models.block import block_range
from neuroviz.models.pharmacokinetics import STANDARD, concentration

Floats = npt.NDArray[np.float64]
Model = Callable[[Floats], tuple[Floats, Floats | None, Floats | None]]
"""Minutes (n,) to value, low and high (n,); low and high are None where the model gives no range."""


def plasma(minutes: Floats) -> tuple[Floats, Floats | None, Floats | None]:
    """Ketamine in plasma after the standard infusion, ng/mL."""
    return concentration(minutes, [STANDARD]), None, None


def block(minutes: Floats) -> tuple[Floats, Floats | None, Floats | None]:
    """Share of channels held, 0 to 1: the middle of the range of estimates, and its ends. Only the range has a meaning."""
    low, high = block_range(concentration(minutes, [STANDARD]))
    return (low + high) / 2, low, high


MODELS: Final[Mapping[str, Model]] = {"plasma": plasma, "block": block}
