"""Quantities that are computed: from minutes since the start of the infusion to a value, by name in clock.yaml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Model = Callable[[Floats], tuple[Floats, Floats | None, Floats | None]]
"""Minutes (n,) to value, low and high (n,); low and high are None where the model gives no range."""

MODELS: Final[Mapping[str, Model]] = {}
