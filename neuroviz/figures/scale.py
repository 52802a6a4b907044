"""The colour bar of r, with zero marked."""

from __future__ import annotations

from typing import Any

import numpy as np

from neuroviz.figures.figure import words
from neuroviz.figures.palette import Ground


def bar(low: float, high: float, paint: Ground, step: float = 0.2) -> dict[str, Any]:
    """Colour bar of plotly for r from ``low`` to ``high``; the tick at zero is bold."""
    ticks = [k * step for k in range(int(np.ceil(low / step - 1e-9)), int(np.floor(high / step + 1e-9)) + 1)]
    return {
        "title": {"text": words()["r"], "side": "top", "font": {"size": paint.text_px}},
        "tickvals": [round(t, 6) for t in ticks],
        "ticktext": [words()["zero"] if abs(t) < 1e-9 else f"{t:.1f}".replace("-", "−") for t in ticks],
        "ticks": "outside",
        "ticklen": 6,
        "tickcolor": paint.ink_2,
        "outlinewidth": 0,
        "thickness": 14,
        "len": 0.62,
    }
