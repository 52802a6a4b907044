"""The stretched time of the clock: positions (0 for the first stop, 1 for the second, ...) and minutes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from neuroviz.domain.clock import Clock

Floats = npt.NDArray[np.float64]


class Timeline:
    """The mapping between positions on the clock and minutes from the start of the infusion; monotone, and data.

    Parameters
    ----------
    clock
        The stops. Before the infusion (from the first stop to the second) minutes are 0.
    """

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.minutes_at = np.array([0.0 if s.minutes is None else s.minutes for s in clock.stops])
        self._log = np.array([s.pace == "log" for s in clock.stops])

    @property
    def last(self) -> int:
        """Position of the last stop."""
        return len(self.clock.stops) - 1

    def minutes(self, position: npt.ArrayLike) -> Floats:
        """Minutes from the start of the infusion at positions on the clock.

        Parameters
        ----------
        position
            Any shape, 0 to `last`; values outside are clipped.
        """
        p = np.clip(np.asarray(position, dtype=float), 0, self.last)
        k = np.minimum(p.astype(int), self.last - 1)
        f, a, b = p - k, self.minutes_at[k], self.minutes_at[k + 1]
        with np.errstate(divide="ignore", invalid="ignore"):
            log = a * (b / a) ** f
        return np.asarray(np.where(self._log[k], log, a + f * (b - a)))

    def position(self, minutes: npt.ArrayLike) -> Floats:
        """Positions of minutes from the start of the infusion; 0 minutes is the second stop. The inverse of `minutes`."""
        m = np.clip(np.asarray(minutes, dtype=float), 0, self.minutes_at[-1])
        k = np.clip(np.searchsorted(self.minutes_at, m, side="right") - 1, 1, self.last - 1)
        a, b = self.minutes_at[k], self.minutes_at[k + 1]
        with np.errstate(divide="ignore", invalid="ignore"):
            log = np.log(m / a) / np.log(b / a)
        return np.asarray(k + np.where(self._log[k], log, (m - a) / (b - a)))

    def when(self, when: str | float) -> float:
        """Position of a stop by its id, or of minutes."""
        return float(self.clock.index(when)) if isinstance(when, str) else float(self.position(when))
