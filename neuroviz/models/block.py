"""How many open NMDA channels ketamine would hold: a range, because the human value is not known."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from neuroviz.models.pharmacokinetics import Array, micromolar

STRONGEST: Final = 0.3
"""µM: Ki of S-ketamine in rat brain (Ebert 1997), the upper edge of the range that is drawn. Not the smallest that is reported:
0.12 for the racemate was seen second-hand."""

WEAKEST: Final = 5.1
"""µM: IC50 at channels of the GluN2B kind with 1 mM magnesium (from memory, not re-checked), the lower edge; 5.4 for GluN2A."""


def blocked(micromoles: ArrayLike, half: float) -> Array:
    """Share of channels that are held, by the Hill form with n = 1: C / (C + half).

    Parameters
    ----------
    micromoles
        Concentration at the channel, µM, any shape.
    half
        Concentration that holds half of them, µM.

    Returns
    -------
    0 to 1, in the shape of ``micromoles``.

    Notes
    -----
    A simplification: real block needs an open channel and depends on the voltage, it is not a simple scale factor.
    """
    c = np.asarray(micromoles, dtype=float)
    return c / (c + half)


def block_range(nanograms: ArrayLike) -> tuple[Array, Array]:
    """Lowest and highest estimate of the share of channels that a plasma level would hold.

    Parameters
    ----------
    nanograms
        Ketamine in plasma, ng/mL, any shape. All of it is taken as free, which makes both ends too high.

    Returns
    -------
    Low and high, each 0 to 1.
    """
    c = micromolar(nanograms)
    return blocked(c, WEAKEST), blocked(c, STRONGEST)
