"""From a published schedule to the curve of ketamine in plasma."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from neuroviz.domain.regimens import Regimen, Regimens
from neuroviz.errors import NeuroVizError
from neuroviz.film.time import Floats
from neuroviz.models.pharmacokinetics import WEIGHTS, Dose, absorption_for_peak, concentration

DAY: Final = 1440.0
"""Minutes."""

USUAL_WEIGHT: Final = 70.0
"""kg: the weight for which volumes and clearances are usually quoted, and for which curves are sent to the browser."""

FIRST: Final = np.concatenate(
    [np.arange(0, 40, 1.0), np.arange(40, 60, 0.5), np.arange(60, 240, 4.0), np.geomspace(240, 5760, 40)]
)
"""Minutes after the first dose at which its curve is computed: close together where it bends."""

ENDS: Final = np.array([360.0, 20160.0])
"""Minutes at which an axis ends: every curve is computed there too."""

LATER: Final = np.concatenate([[0, 5, 12, 20, 30, 40, 41, 43, 46, 52, 60, 80, 110, 160, 240], np.geomspace(360, 4320, 8)])
"""The same for later doses, which are only seen from afar."""


def doses(regimen: Regimen, regimens: Regimens, weight: float = USUAL_WEIGHT) -> tuple[Dose, ...]:
    """The doses of a schedule for a body weight.

    Parameters
    ----------
    regimen, regimens
        The schedule, and the file with its route.
    weight
        kg; 40 to 120.

    Raises
    ------
    NeuroVizError
        If the weight is outside the range for which the model is drawn.
    """
    if not WEIGHTS[0] <= weight <= WEIGHTS[1]:
        raise NeuroVizError(f"The model is drawn for body weights from {WEIGHTS[0]} to {WEIGHTS[1]} kg, not {weight:g}.")
    route, given = regimens.route(regimen.route), regimen.given
    amount = given.amount if given.unit == "mg/kg" else given.amount / weight
    rate = None if route.peak is None else absorption_for_peak(route.peak.value)
    return tuple(
        Dose(day * DAY, amount, duration=given.minutes, absorption=rate, bioavailability=route.bioavailability.value)
        for day in regimen.days
    )


@dataclass(frozen=True)
class Course:
    """Ketamine in plasma along a schedule.

    Attributes
    ----------
    minutes, value
        (n,) minutes from the first dose, and ng/mL.
    peak, peak_at
        Highest level after the first dose, ng/mL, and its time, min.
    """

    minutes: Floats
    value: Floats
    peak: float
    peak_at: float


def course(regimen: Regimen, regimens: Regimens, weight: float = USUAL_WEIGHT) -> Course:
    """The plasma curve of a schedule.

    Parameters
    ----------
    regimen, regimens, weight
        As for `doses`.
    """
    given = doses(regimen, regimens, weight)
    times = [FIRST, ENDS, *(dose.start + LATER for dose in given[1:]), np.array([dose.start for dose in given])]
    minutes = np.unique(np.concatenate(times))
    value = concentration(minutes, given)
    first = minutes <= FIRST[-1] if len(given) == 1 else minutes <= given[1].start
    top = int(np.argmax(np.where(first, value, -1)))
    return Course(minutes, value, float(value[top]), float(minutes[top]))


def weight_factors(regimen: Regimen) -> Floats:
    """How the curve for 70 kg changes with the weight, one factor for each whole kg of the range.

    The model is linear and its volumes go with the weight: a fixed amount gives a level that goes with one over the weight, an
    amount for each kilogram gives the same level in everybody.
    """
    weights = np.arange(WEIGHTS[0], WEIGHTS[1] + 1, dtype=float)
    return np.ones_like(weights) if regimen.given.unit == "mg/kg" else USUAL_WEIGHT / weights
