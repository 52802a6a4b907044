"""How much ketamine is in the blood: a three-compartment model, solved in closed form.

The body is a central room (blood and what follows it at once) that exchanges with a fast and a slow room and is cleared::

    dA1/dt = input − (k10 + k12 + k13)·A1 + k21·A2 + k31·A3
    dA2/dt = k12·A1 − k21·A2
    dA3/dt = k13·A1 − k31·A3          C = A1 / V1

The system is linear, so the answer to any schedule of doses is a sum of exponentials: the matrix is taken apart into its three
modes once, and each bolus, infusion or first-order absorption is an integral over them that can be written down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from neuroviz.errors import NeuroVizError

Array = NDArray[np.float64]

MOLAR_MASS: Final = 237.7
"""g/mol, ketamine free base; so 1 µM is 237.7 ng/mL."""

WEIGHTS: Final = (40, 120)
"""kg: body weights for which the model is drawn."""


@dataclass(frozen=True)
class Kinetics:
    """Constants of the three-compartment model.

    Parameters
    ----------
    v1
        Volume of the central compartment, L/kg.
    k10, k12, k13, k21, k31
        Rate constants, 1/min: first index from, second to; 0 is out of the body.
    sources
        Keys of references.
    """

    v1: float
    k10: float
    k12: float
    k13: float
    k21: float
    k31: float
    sources: tuple[str, ...] = ()

    @property
    def clearance(self) -> float:
        """Volume of blood that is cleared, L/min/kg."""
        return self.v1 * self.k10

    @property
    def volumes(self) -> tuple[float, float, float]:
        """Volumes of the three compartments, L/kg."""
        return self.v1, self.v1 * self.k12 / self.k21, self.v1 * self.k13 / self.k31

    @cached_property
    def _modes(self) -> tuple[Array, Array]:
        matrix = np.array(
            [
                [-(self.k10 + self.k12 + self.k13), self.k21, self.k31],
                [self.k12, -self.k21, 0.0],
                [self.k13, 0.0, -self.k31],
            ]
        )
        values, vectors = np.linalg.eig(matrix)
        order = np.argsort(values.real)
        weights = np.linalg.inv(vectors)[:, 0]
        return values.real[order], (vectors * weights).real[:, order]

    @property
    def decays(self) -> Array:
        """The three rates of change, 1/min, all negative, fastest first."""
        return self._modes[0]

    @property
    def shares(self) -> Array:
        """Answer to a unit bolus: row = compartment, column = mode; columns sum to the bolus (1, 0, 0)."""
        return self._modes[1]

    @property
    def half_lives(self) -> Array:
        """Half-lives of the three modes, min, shortest first."""
        half: Array = np.log(2) / -self.decays
        return half


SET_D: Final = Kinetics(0.063, 0.4381, 0.5921, 0.5900, 0.2470, 0.0146, sources=("domino1984",))
"""The set that infusion-pump software carries (domino1984, seen second-hand). It clears faster than the population average."""


@dataclass(frozen=True)
class Population:
    """Average of published studies, for statements only: no curve is drawn from it.

    Parameters
    ----------
    clearance, clearance_low, clearance_high
        L/h for 70 kg, with the ends of the interval.
    volume, volume_low, volume_high
        L for 70 kg, likewise.
    """

    clearance: float
    clearance_low: float
    clearance_high: float
    volume: float
    volume_low: float
    volume_high: float
    sources: tuple[str, ...] = ()

    def total_exposure(self, milligrams: float, weight: float = 70.0) -> float:
        """Area under the plasma curve of a dose that arrives in the blood, ng·h/mL: dose / clearance."""
        return milligrams * 1000 / (self.clearance * weight / 70)


SET_K: Final = Population(79, 69, 90, 252, 200, 304, sources=("kamp2020",))
"""Clearance and volume of the population average (Kamp 2020); its rate constants are not known to us."""


@dataclass(frozen=True)
class Dose:
    """One dose.

    Parameters
    ----------
    start
        min.
    amount
        mg/kg.
    duration
        min; 0 is a bolus. Not together with ``absorption``.
    absorption
        First-order rate at which it arrives in the blood, 1/min; ``None`` for a dose into a vein.
    bioavailability
        Share that arrives at all, 0 to 1.
    """

    start: float
    amount: float
    duration: float = 0.0
    absorption: float | None = None
    bioavailability: float = 1.0

    def __post_init__(self) -> None:
        if self.amount < 0 or self.duration < 0 or not 0 <= self.bioavailability <= 1:
            raise NeuroVizError("A dose has an amount and a duration of 0 or more, and a bioavailability between 0 and 1.")
        if self.duration and self.absorption is not None:
            raise NeuroVizError("A dose either runs into a vein for a time or is absorbed, not both.")


@dataclass(frozen=True)
class Amounts:
    """Where the drug is, mg/kg, at each moment; the six add up to what was given so far."""

    waiting: Array
    lost: Array
    central: Array
    fast: Array
    slow: Array
    cleared: Array


def amounts(minutes: ArrayLike, doses: Sequence[Dose], kinetics: Kinetics = SET_D) -> Amounts:
    """Where all drug is, so that the balance can be checked.

    Parameters
    ----------
    minutes
        Times, any shape.
    doses
        The schedule.
    kinetics
        The constants.

    Returns
    -------
    Each part in mg/kg, in the shape of ``minutes``: waiting to be absorbed, never absorbed, in the three compartments, cleared.
    For a drip, what has not run in yet is not counted.
    """
    t = np.asarray(minutes, dtype=float)
    parts = {name: np.zeros_like(t) for name in ("waiting", "lost", "central", "fast", "slow", "cleared")}
    for dose in doses:
        since = np.maximum(t - dose.start, 0.0)
        given = t >= dose.start
        response, gone = _response(since, dose, kinetics)
        for name, share in zip(("central", "fast", "slow"), kinetics.shares, strict=True):
            parts[name] += given * dose.amount * dose.bioavailability * (response @ share)
        cleared = gone @ (kinetics.k10 * kinetics.shares[0])
        parts["cleared"] += given * dose.amount * dose.bioavailability * cleared
        running = np.minimum(since / dose.duration, 1.0) if dose.duration else 1.0
        parts["lost"] += given * dose.amount * (1 - dose.bioavailability) * running
        if dose.absorption is not None:
            parts["waiting"] += given * dose.amount * dose.bioavailability * np.exp(-dose.absorption * since)
    return Amounts(**parts)


def concentration(minutes: ArrayLike, doses: Sequence[Dose], kinetics: Kinetics = SET_D) -> Array:
    """Ketamine in plasma.

    Parameters
    ----------
    minutes
        Times, any shape.
    doses
        The schedule.
    kinetics
        The constants.

    Returns
    -------
    ng/mL, in the shape of ``minutes``.
    """
    return amounts(minutes, doses, kinetics).central / kinetics.v1 * 1000


def micromolar(nanograms: ArrayLike) -> Array:
    """ng/mL of ketamine free base as µM."""
    return np.asarray(nanograms, dtype=float) / MOLAR_MASS


def absorption_for_peak(minutes: float, kinetics: Kinetics = SET_D) -> float:
    """Absorption rate that puts the peak in plasma at a time that was measured.

    Parameters
    ----------
    minutes
        Time from the dose to the peak.
    kinetics
        The constants.

    Returns
    -------
    1/min. Found by bisection of the slope at that time, which falls with the rate.

    Raises
    ------
    NeuroVizError
        If no rate between 0.0001 and 20 per minute has its peak there.
    """
    low, high = 1e-4, 20.0
    if _slope(minutes, low, kinetics) < 0 or _slope(minutes, high, kinetics) > 0:
        raise NeuroVizError(f"No first-order absorption has its peak {minutes:g} minutes after the dose.")
    for _ in range(80):
        middle = np.sqrt(low * high)
        if _slope(minutes, middle, kinetics) > 0:
            low = middle
        else:
            high = middle
    return float(np.sqrt(low * high))


def _slope(minutes: float, rate: float, kinetics: Kinetics) -> float:
    """Change of the central amount at a time, for a unit dose that is absorbed."""
    modes = kinetics.decays
    apart = _apart(rate, modes)
    change = rate * (modes * np.exp(modes * minutes) + rate * np.exp(-rate * minutes)) / apart
    return float(change @ kinetics.shares[0])


def _apart(rate: float, modes: Array) -> Array:
    """``rate + mode``, kept away from zero, where the formula has a removable gap."""
    apart: Array = rate + modes
    return np.where(np.abs(apart) < 1e-9, 1e-9, apart)


def _response(since: Array, dose: Dose, kinetics: Kinetics) -> tuple[Array, Array]:
    """What each mode holds of a unit dose at each time since, and its integral over time."""
    modes = kinetics.decays
    t = since[..., None]

    def integral(time: Array) -> Array:
        result: Array = np.expm1(modes * time) / modes
        return result

    if dose.absorption is not None:
        rate = dose.absorption
        scale = rate / _apart(rate, modes)
        return scale * (np.exp(modes * t) - np.exp(-rate * t)), scale * (integral(t) + np.expm1(-rate * t) / rate)
    if not dose.duration:
        return np.exp(modes * t), integral(t)
    after = np.maximum(t - dose.duration, 0.0)
    running = np.minimum(t, dose.duration)
    scale = -1 / (modes * dose.duration)
    held = scale * (np.exp(modes * after) - np.exp(modes * t))
    return held, scale * (running + integral(after) - integral(t))


STANDARD: Final = Dose(0.0, 0.5, duration=40.0)
"""The infusion that most trials gave: 0.5 mg/kg over 40 minutes. A test holds it to the first regimen of the content."""
