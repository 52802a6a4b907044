"""Colours of the figures, all made from the tokens of the theme; even steps to the eye, told apart by the colour-blind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from neuroviz import theme
from neuroviz.colour import lab
from neuroviz.colour import mix as mix

Scale = list[tuple[float, str]]

SCHEMES: Final = theme.SCHEMES


@dataclass(frozen=True)
class Ground:
    """What a figure stands on in one scheme: colours as CSS, text size in px."""

    scheme: str
    paper: str
    panel: str
    rule: str
    ink: str
    ink_2: str
    glass: str
    edge: str
    wall: str
    sans: str
    text_px: int

    @property
    def dark(self) -> bool:
        """Whether ink is lighter than paper."""
        return lightness(self.ink) > lightness(self.paper)

    def token(self, name: str) -> str:
        """Colour of a token such as ``--node-core`` that can be seen on this ground."""
        return _token(name.removeprefix("--"), self.dark)


def ground(scheme: str) -> Ground:
    """The ground of ``paper``, ``dark`` or ``projector``; brains stand on the paper itself, not on a stage."""
    text = theme.TEXT[scheme]
    dark = scheme == "dark"
    glass = _token("stage-rim-high" if dark else "stage-body", dark)
    return Ground(
        scheme=scheme,
        paper=text["paper"],
        panel=text["paper-2"],
        rule=text["rule"],
        ink=text["ink"],
        ink_2=text["ink-2"],
        glass=glass,
        edge=_token("edge-same", dark),
        wall=mix(text["ink-2"], text["paper"], 0.35),
        sans=theme.SANS,
        text_px=20 if scheme == "projector" else 14,
    )


def _token(name: str, dark: bool) -> str:
    return (theme.STAGE_DARK if dark else theme.STAGE_WHITE)[name]


def lightness(colour: str) -> float:
    """Oklab lightness, 0 black to 1 white."""
    return lab(colour)[0]


def colour_of(r: float, ground: Ground) -> str:
    """Colour of a correlation, the same in every figure: blue below zero, orange above, paper at zero."""
    side = "decrease" if r < 0 else "increase"
    middle, end = _token(side, not ground.dark), _token(side, ground.dark)
    size = min(1.0, abs(r))
    if size < 0.5:
        return mix(middle, _neutral(ground), size / 0.5)
    return mix(end, middle, (size - 0.5) / 0.5)


def _neutral(ground: Ground) -> str:
    return mix(ground.paper, ground.ink, 0.97)


@cache
def smooth(low: float, high: float, ground: Ground) -> Scale:
    """Plotly colour scale for r from ``low`` to ``high``."""
    stops = np.unique(np.concatenate([np.linspace(low, high, 33), [0.0]] if low < 0 < high else [np.linspace(low, high, 33)]))
    return [(float((r - low) / (high - low)), colour_of(float(r), ground)) for r in stops]


@cache
def stepped(low: float, high: float, ground: Ground, step: float = 0.1) -> Scale:
    """Plotly colour scale in steps of r; zero, a whole number of steps from ``low``, is the border between two colours."""
    n = round((high - low) / step)
    scale: Scale = []
    for k in range(n):
        colour = colour_of(low + (k + 0.5) * step, ground)
        scale += [(k / n, colour), ((k + 1) / n, colour)]
    return scale


def span(values: npt.NDArray[np.floating], step: float = 0.1) -> tuple[float, float]:
    """Range of r to show, in whole steps: all values, and zero with two steps on either side of it."""
    low = np.floor(np.nanmin(values) / step + 1e-9) * step
    high = np.ceil(np.nanmax(values) / step - 1e-9) * step
    return round(min(float(low), -2 * step), 6), round(max(float(high), 2 * step), 6)
