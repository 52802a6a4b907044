"""The film: every quantity at every moment of the clock, ready to be drawn and to be sent."""

from __future__ import annotations

from neuroviz.film.film import Film, Quantity, make_film
from neuroviz.film.time import Timeline

__all__ = ["Film", "Quantity", "Timeline", "make_film"]
