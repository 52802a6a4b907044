"""What differs from mark to mark: custom properties for the app, plain attributes for a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

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

    def link(self, weight: float, far: float, dim: bool, unit: float) -> Attributes:
        """Width and opacity of a link."""

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

    def link(self, weight: float, far: float, dim: bool, unit: float) -> Attributes:
        """Set ``--w`` and ``--f``."""
        return {"style": f"--w:{weight:.2f};--f:{far:.2f}"}

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

    def link(self, weight: float, far: float, dim: bool, unit: float) -> Attributes:
        """Scale the width with the picture, since a file has no CSS px."""
        width, alpha = (0.7 + 4.6 * weight) * unit, (0.10 + 0.72 * weight) * far * (0.16 if dim else 1)
        return {"stroke-width": round(width), "stroke-opacity": f"{alpha:.2f}"}

    def node(self, colour: str, far: float, dim: bool) -> Attributes:
        """Fill and fade."""
        return {"fill": self.colour(colour), "opacity": f"{0.25 if dim else far:.2f}"}
