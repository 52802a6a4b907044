"""What differs from mark to mark: custom properties for the app, plain attributes for a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from neuroviz.scenes.picture import DrawnLink
from neuroviz.scenes.svg import token

Attributes = dict[str, object]


class Ink(Protocol):
    """Attributes for the marks of a picture; ``far`` is 0.45 (far side) .. 1."""

    @property
    def interactive(self) -> bool:
        """Whether marks are drawn that only matter to a pointer."""

    def colour(self, name: str) -> str:
        """Give the colour of a token such as ``--node-core``."""

    def territory(self, tint: str) -> Attributes:
        """Tint a parcel."""

    def link(self, link: DrawnLink, grown: float, far: float, dim: bool, unit: float) -> Attributes:
        """Width, opacity and colour of a link; ``grown``: 0..1, how much of the colour of change it has."""

    def casing(self, link: DrawnLink, grown: float, far: float, dim: bool, unit: float) -> Attributes:
        """What a link was before, pale around it."""

    def arrow(self, shown: float) -> Attributes:
        """How much of an arrow is shown."""

    def node(self, colour: str, far: float, dim: bool) -> Attributes:
        """Colour and opacity of a node."""


class AppInk:
    """For the app: the style sheet does the rest."""

    interactive = True

    def colour(self, name: str) -> str:
        """Refer to the custom property."""
        return f"var({token(name)})"

    def territory(self, tint: str) -> Attributes:
        """Set ``--c``."""
        return {"style": f"--c:{self.colour(tint)}"}

    def link(self, link: DrawnLink, grown: float, far: float, dim: bool, unit: float) -> Attributes:
        """Set ``--w`` and ``--f``, and for a change ``--k`` and ``--s``."""
        change = f";--k:{grown:.2f};--s:{link.shown:.2f}" if grown else ""
        return {"style": f"--w:{link.weight:.2f};--f:{far:.2f}{change}"}

    def casing(self, link: DrawnLink, grown: float, far: float, dim: bool, unit: float) -> Attributes:
        """Set ``--w``, ``--f``, ``--k`` and ``--s``."""
        return {"style": f"--w:{link.was:.2f};--f:{far * (0.16 if dim else 1):.2f};--k:{grown:.2f};--s:{link.shown:.2f}"}

    def arrow(self, shown: float) -> Attributes:
        """Set ``--s``."""
        return {"style": f"--s:{shown:.2f}"}

    def node(self, colour: str, far: float, dim: bool) -> Attributes:
        """Set ``--c`` and ``--f``."""
        return {"style": f"--c:{self.colour(colour)};--f:{far:.2f}"}


class PlainInk:
    """For a file of its own: drawing programs know neither custom properties nor calc()."""

    interactive = False

    def __init__(self, tokens: Mapping[str, str]) -> None:
        self._tokens = tokens

    def colour(self, name: str) -> str:
        """Give the value of the token in this scheme."""
        return self._tokens[token(name).removeprefix("--")]

    def territory(self, tint: str) -> Attributes:
        """Fill and stroke in the tint."""
        return {"fill": self.colour(tint), "stroke": self.colour(tint), "stroke-width": 8}

    def link(self, link: DrawnLink, grown: float, far: float, dim: bool, unit: float) -> Attributes:
        """Scale the width with the picture, since a file has no CSS px."""
        width, alpha = 0.7 + 4.6 * link.weight, 0.10 + 0.72 * link.weight
        if not grown:
            return {"stroke-width": round(width * unit), "stroke-opacity": f"{alpha * far * (0.16 if dim else 1):.2f}"}
        up = link.delta > 0
        width = width + 0.9 * grown if up else max(1.7 * grown, width * (1 - 0.4 * grown))
        alpha = min(0.96, alpha + (0.34 if up else 0.42) * grown) * far * (0.16 if dim else 1) * link.shown
        dash = {} if up else {"stroke-dasharray": f"{round(9 * unit)} {round(6 * unit)}"}
        return {"stroke-width": round(width * unit), "stroke-opacity": f"{alpha:.2f}", **dash}

    def casing(self, link: DrawnLink, grown: float, far: float, dim: bool, unit: float) -> Attributes:
        """A pale line as wide as the link was."""
        alpha = 0.22 * grown * far * (0.16 if dim else 1) * link.shown
        return {"stroke-width": round((0.7 + 4.6 * link.was) * unit), "stroke-opacity": f"{alpha:.2f}"}

    def arrow(self, shown: float) -> Attributes:
        """Fade it."""
        return {"fill-opacity": f"{shown:.2f}"}

    def node(self, colour: str, far: float, dim: bool) -> Attributes:
        """Fill and fade."""
        return {"fill": self.colour(colour), "opacity": f"{0.25 if dim else far:.2f}"}
