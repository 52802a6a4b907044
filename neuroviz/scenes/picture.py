"""What a drawn brain is made from: plain data, the same fields as the browser's ``Picture``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from neuroviz.scenes.labels import LabelSpace
from neuroviz.viewpoints import Vec3

Shape = Literal["circle", "diamond", "square", "dot", "ring"]
Basis = Literal["data", "model", "schematic"]


@dataclass(frozen=True)
class DrawnNode:
    """A place that is drawn: a parcel, or a point of a coordinate atlas.

    Parameters
    ----------
    index
        Parcel index of the atlas, from 1; becomes ``data-node``.
    at
        Where it is on the pial surface, MNI152 mm.
    colour
        CSS custom property, for example ``--node-core``.
    shape
        Silhouette that tells the subsystem apart without colour; ``dot`` is a small plain disc, ``ring`` a hollow one:
        nothing was measured there.
    strength
        0..1, drives size and halo.
    attributes
        More attributes of the node's group, for example ``{"role": "option", "aria-label": "..."}``.
    """

    index: int
    at: Vec3
    colour: str
    shape: Shape = "circle"
    strength: float = 0.5
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class DrawnLink:
    """A link between positions ``a`` and ``b`` in ``nodes``.

    Parameters
    ----------
    weight
        0..1, drives width and opacity.
    was
        The weight before.
    delta
        How far its level is from before; see :mod:`neuroviz.scenes.links`.
    change
        By how much its r has changed.
    shown
        0..1, how much of the change is shown; less where it rests on little.
    value
        What the weight was made from: r now.
    """

    a: int
    b: int
    weight: float
    was: float = 0.0
    delta: float = 0.0
    change: float = 0.0
    shown: float = 1.0
    value: float | None = None


@dataclass(frozen=True)
class DrawnLabel:
    """A callout: ``node`` is a position in the picture's nodes, ``line`` says in a few words what it does."""

    node: int
    name: str
    line: str = ""


@dataclass(frozen=True)
class DrawnPicture:
    """All that changes between two pictures of the same brain.

    Parameters
    ----------
    nodes, links
        What is drawn; those of a hemisphere that the viewpoint hides are left out.
    labels
        In order of importance; at most as many as ``space`` says.
    territory
        Parcel index to the CSS custom property of its tint; parcels that are not named stay clear.
    selected
        Position in ``nodes`` of the chosen node, or -1.
    bright
        Positions in ``nodes`` that stay bright while something is chosen; None when nothing is dimmed.
    difference
        True where only the differences from before are drawn.
    space
        Where labels may stand.
    key
        Begins the ids inside the SVG; give each picture on a page its own.
    attributes
        More attributes of the root.
    """

    nodes: Sequence[DrawnNode] = ()
    links: Sequence[DrawnLink] = ()
    labels: Sequence[DrawnLabel] = ()
    territory: Mapping[int, str] = field(default_factory=dict)
    selected: int = -1
    bright: frozenset[int] | None = None
    difference: bool = False
    space: LabelSpace = field(default_factory=LabelSpace)
    key: str = "drawn"
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class DrawnWords:
    """The words of a picture that stands on its own.

    Parameters
    ----------
    title, description
        Become ``<title>`` and ``<desc>``.
    source
        Printed under the picture: where the data come from.
    basis
        Which of the three marks stands before the source.
    """

    title: str
    description: str
    source: str = ""
    basis: Basis = "data"
