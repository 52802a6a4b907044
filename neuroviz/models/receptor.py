"""One NMDA channel: the magnesium plug, ketamine's block, and the current that is left.

Everything here is a steady state. What the model leaves out: ketamine blocks better the more a channel is used, and its block
depends on voltage; the plug needs time to leave. Screens say so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from neuroviz.models.block import STRONGEST, WEAKEST, blocked

Array = npt.NDArray[np.float64]
Form = Literal["racemic", "s", "r"]
FORMS: Final[tuple[Form, ...]] = ("racemic", "s", "r")

MG_HALF: Final = 3.57
"""mM of Mg2+ that plugs half of the open channels at 0 mV (jahr1990; seen second-hand; others use 2.62)."""

MG_SLOPE: Final = 0.062
"""Per mV: how steeply the plug leaves as the cell is depolarised (jahr1990; seen second-hand)."""

REVERSAL: Final = 0.0
"""mV at which no net current flows through NMDA and AMPA receptors."""

REST: Final = -70.0
"""mV of a resting cell; currents are printed relative to an unplugged channel there."""


@dataclass(frozen=True)
class Estimate:
    """One published value of how much ketamine blocks half of the channels.

    Parameters
    ----------
    ic50
        Concentration in µM for half block: an IC50, or a Ki from binding.
    what
        ``"binding"`` (Ki, no Mg2+), ``"current"`` (IC50 without Mg2+) or ``"current-mg"`` (IC50 with 1 mM Mg2+).
    source
        Key of the reference, or None where the paper was seen only as cited by others.
    checked
        False for values from memory.
    """

    ic50: float
    what: Literal["binding", "current", "current-mg"]
    source: str | None
    checked: bool


ESTIMATES: Final[Mapping[str, tuple[Estimate, ...]]] = MappingProxyType(
    {
        "racemic": (
            Estimate(0.12, "binding", None, True),  # Sałat 2015, second-hand
            Estimate(0.5, "binding", None, False),
            *(Estimate(x, "current", "kotermanski2009", False) for x in (0.33, 0.31, 0.51, 0.83)),
            *(Estimate(x, "current-mg", "kotermanski2009", False) for x in (5.4, 5.1, 1.2, 2.9)),
        ),
        "s": (Estimate(0.3, "binding", "ebert1997", True),),
        "r": (Estimate(1.4, "binding", "ebert1997", True),),
    }
)
"""Published values by form, for the table on the screen; the four of each kind of current are GluN1 with GluN2A, 2B, 2C, 2D."""

MG_SHIFT: Final = 5.1 / 0.31
"""How much weaker racemic ketamine blocks GluN1/2B with 1 mM Mg2+ than without (kotermanski2009, from memory). No such pair
was found for S or R alone: their weak end *assumes* the same shift."""


def unblocked(voltage: npt.ArrayLike, mg: npt.ArrayLike = 1.0) -> Array:
    """Share of open NMDA channels that Mg2+ leaves free, B(V).

    Parameters
    ----------
    voltage
        Membrane voltage in mV; any shape.
    mg
        Mg2+ outside, in mM; broadcast against `voltage`.

    Returns
    -------
    numpy.ndarray
        0 (all plugged) to 1 (none).

    Raises
    ------
    ValueError
        If there is less than no Mg2+.

    Notes
    -----
    B = 1 / (1 + [Mg2+] / 3.57 mM · exp(−0.062 V)), Jahr and Stevens 1990 (jahr1990).
    """
    v, m = np.asarray(voltage, dtype=float), np.asarray(mg, dtype=float)
    if np.any(m < 0):
        raise ValueError("Mg2+ is a concentration in mM: give 0 or more.")
    return np.asarray(1.0 / (1.0 + m / MG_HALF * np.exp(-MG_SLOPE * v)))


def affinity(form: Form) -> tuple[float, float]:
    """The strongest and the weakest estimate of a form, as IC50 in µM.

    Parameters
    ----------
    form
        ``"racemic"``, ``"s"`` or ``"r"``.

    Notes
    -----
    For racemic ketamine these are the ends that the clock uses too (`neuroviz.models.block`). S and R were only measured by
    binding, without Mg2+ (ebert1997); their weak end is that value times `MG_SHIFT`.
    """
    if form == "racemic":
        return STRONGEST, WEAKEST
    (measured,) = ESTIMATES[form]
    return measured.ic50, measured.ic50 * MG_SHIFT


def block_range(concentration: npt.ArrayLike, form: Form = "racemic") -> tuple[Array, Array]:
    """Least and greatest share of channels that ketamine may block; the human value is unknown (vanderaart2018).

    Parameters
    ----------
    concentration
        Ketamine at the channel, in µM; any shape. Plasma levels count drug that is bound to proteins too, which never gets there.
    form
        ``"racemic"``, ``"s"`` or ``"r"``.
    """
    strong, weak = affinity(form)
    return blocked(concentration, weak), blocked(concentration, strong)


def nmda_current(
    voltage: npt.ArrayLike,
    mg: npt.ArrayLike = 1.0,
    glutamate: npt.ArrayLike = 1.0,
    blocked_share: npt.ArrayLike = 0.0,
) -> Array:
    """Mean current through NMDA receptors, as a share of what an unplugged channel passes at rest (−70 mV).

    Parameters
    ----------
    voltage
        Membrane voltage in mV.
    mg
        Mg2+ outside, in mM.
    glutamate
        Share of channels with glutamate bound, s, 0 to 1.
    blocked_share
        Share that ketamine blocks, K, 0 to 1.

    Returns
    -------
    numpy.ndarray
        Negative is inward. −1 is an unplugged channel at −70 mV.

    Notes
    -----
    I = g · s · B(V) · (1 − K) · (V − 0 mV), with g chosen so that the unplugged current at −70 mV is −1.
    """
    v, s, k = (np.asarray(x, dtype=float) for x in (voltage, glutamate, blocked_share))
    return np.asarray(s * unblocked(v, mg) * (1.0 - k) * (v - REVERSAL) / (REVERSAL - REST))


def ampa_current(voltage: npt.ArrayLike, glutamate: npt.ArrayLike = 1.0) -> Array:
    """Mean current through AMPA receptors, which nothing plugs: I = g · s · (V − 0 mV), in the unit of `nmda_current`."""
    v, s = np.asarray(voltage, dtype=float), np.asarray(glutamate, dtype=float)
    return np.asarray(s * (v - REVERSAL) / (REVERSAL - REST))
