"""The receptor lab in numbers: grids for the browser, and what the one channel is doing in a state.

The browser blends between the samples of these grids; it knows no equation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from neuroviz.domain import Library
from neuroviz.models import receptor
from neuroviz.models.pharmacokinetics import MOLAR_MASS

VOLTAGES: Final = np.linspace(-90.0, 40.0, 53)
"""mV; samples of the curve."""

MAGNESIUM: Final = np.array([0.0, 0.005, 0.01, 0.02, 0.03, 0.05, 0.07, *(k / 10 for k in range(1, 21))])
"""mM; samples of the curve: the positions of the slider, and more where little changes much."""

CONCENTRATIONS: Final = (
    *(0.0, 0.02, 0.03, 0.05, 0.07, 0.1, 0.13, 0.16, 0.19, 0.23, 0.28, 0.34, 0.42, 0.5, 0.6, 0.7, 0.78, 0.88, 1.0, 1.1, 1.3, 1.6),
    *(2.0, 2.4, 3.0, 3.6, 4.3, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0),
)
"""µM; positions of the ketamine slider, about equal steps of the logarithm."""

MICROMOLAR: Final = 1 / MOLAR_MASS
"""µM in one ng/mL of ketamine."""

PLUG_DRAWN: Final = 0.5
"""The plug is drawn in the pore where it leaves less than this share of channels free."""

KETAMINE_DRAWN: Final = 1 / 3
"""Ketamine is drawn in the pore where its strongest estimate blocks at least this share."""


@dataclass(frozen=True)
class Setting:
    """What may be set: voltage in mV, Mg2+ in mM, glutamate, ketamine in µM and its form, and whether ketamine is shut in."""

    v: float
    mg: float
    glu: bool
    ket: float
    form: receptor.Form = "racemic"
    held: bool = False


def moment(setting: Setting) -> str:
    """What the one channel that is drawn is doing: ``shut``, ``plugged``, ``open``, ``enters`` or ``trapped``."""
    if not setting.glu:
        return "trapped" if setting.held and setting.ket > 0 else "shut"
    if float(receptor.unblocked(setting.v, setting.mg)) < PLUG_DRAWN:
        return "plugged"
    most = float(receptor.block_range(setting.ket, setting.form)[1])
    return "enters" if most >= KETAMINE_DRAWN else "open"


def drawn(setting: Setting) -> dict[str, str]:
    """Attributes of the drawing in a setting."""
    now = moment(setting)
    flows = now == "open" and setting.v != receptor.REVERSAL
    return {
        "gate": "shut" if now in ("shut", "trapped") else "open",
        "glu": "1" if setting.glu else "0",
        "pore": {"plugged": "mg", "enters": "ket", "trapped": "ket"}.get(now, "none"),
        "flow": ("in" if setting.v < receptor.REVERSAL else "out") if flows else "none",
        "ket": "1" if setting.ket > 0 else "0",
        "mg": "1" if setting.mg > 0 else "0",
    }


def payload(library: Library) -> dict[str, Any]:
    """Everything that the browser needs: grids, steps, words.

    Returns
    -------
    dict
        ``current`` and ``free`` are [Mg2+][voltage]; currents are shares of an unplugged channel at rest, negative inward.
    """
    lab = library.receptor
    mg, v = MAGNESIUM[:, None], VOLTAGES[None, :]
    c = np.array(CONCENTRATIONS)
    return {
        "v": VOLTAGES.tolist(),
        "mg": np.round(MAGNESIUM, 3).tolist(),
        "ket": list(CONCENTRATIONS),
        "current": np.round(receptor.nmda_current(v, mg), 4).tolist(),
        "free": np.round(receptor.unblocked(v, mg), 4).tolist(),
        "ampa": np.round(receptor.ampa_current(VOLTAGES), 4).tolist(),
        "block": {f: [np.round(x, 4).tolist() for x in receptor.block_range(c, f)] for f in receptor.FORMS},
        "perNanogram": round(MICROMOLAR, 8),
        "reversal": receptor.REVERSAL,
        "drawn": {"plug": PLUG_DRAWN, "ketamine": round(KETAMINE_DRAWN, 4)},
        "steps": [{"id": s.id, "v": s.v, "glu": s.glu, "ket": s.ket, "says": s.says} for s in lab.steps],
        "parts": {p.id: {"name": p.spoken or p.name, "says": p.says} for p in lab.parts},
        "words": {k: library.words["receptor"][k] for k in ("chart", "readout", "controls", "spoken", "moments", "panel")},
    }
