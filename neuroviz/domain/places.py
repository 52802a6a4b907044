"""Places in the brain: hubs, regions in plain words, and networks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from neuroviz.domain.base import Many, ReferenceKey, Slug, Strict, Subsystem, Text, Token

Millimetres = Annotated[tuple[float, float, float], Field(strict=False)]
NetworkId = Literal["Vis", "SomMot", "DorsAttn", "SalVentAttn", "Limbic", "Cont", "Default"]


class Coordinate(Strict):
    """A published point in MNI space (mm)."""

    source: ReferenceKey = Field(description="key in references.yaml of the paper that gives the point")
    roi: Annotated[int, Field(ge=1)] | None = Field(
        default=None, description="number of the point in that paper's list, counted from 1"
    )
    mni: Millimetres = Field(description="x, y, z in mm, x negative on the left")
    mirror: bool = Field(default=False, description="true if the right side is the same point with x turned positive")
    checked: bool = Field(description="true if the numbers were seen, false if they are from memory")


class Hub(Strict):
    """A hub of the default mode network and what it does."""

    id: Slug = Field(description="id of the hub, used in addresses")
    label: Text = Field(description="short name for labels in the picture")
    name: Text = Field(description="full name in plain words")
    subsystem: Subsystem = Field(description="part of the default mode network")
    subsystem_note: Text | None = Field(default=None, description="what is uncertain about that part")
    job: Text = Field(description="what it does, in one sentence")
    coordinates: Many[Coordinate] = Field(min_length=1, description="published points, one or more")
    regions: Many[Text] = Field(
        description="stems of 17-network parcel names that belong to the hub, such as DefaultA_PFCm; "
        "TempPar/Default_Par narrows one to parcels with that 7-network stem; [] if no parcel does"
    )
    sources: Many[ReferenceKey] = Field(min_length=1, description="keys in references.yaml, one or more")
    checked: bool = Field(description="true if the job was seen in a looked-up page")
    note: Text | None = Field(default=None, description="what a reader should know, such as what was not re-checked")


class Regions(Strict):
    """Plain words for the places in atlas names."""

    sides: dict[str, str] = Field(description="words for left, right and both (both may be empty)")
    seventeen: dict[str, Text] = Field(description="stem of a 17-network name, such as DefaultA_PFCm: plain words")
    seven: dict[str, Text] = Field(description="stem of a 7-network name, such as Default_PFC: plain words")
    networks17: dict[str, Text] = Field(description="network of the 17-network atlas, such as DefaultA: plain words")
    points: dict[str, Text] = Field(description="point of a coordinate atlas, such as vmPFC without its number {n}: plain words")


class Network(Strict):
    """One of the seven networks."""

    id: NetworkId = Field(description="short name in the atlas")
    number: int = Field(ge=1, le=7, description="number in the atlas, 1 to 7")
    name: Text = Field(description="name in plain words")
    token: Token = Field(description="name of its colour, such as --net-default")
    meaning: Text | None = Field(description="what it is, in one sentence; null if no source says so")
    term: Slug | None = Field(default=None, description="id of the glossary entry that says it")
    sources: Many[ReferenceKey] = Field(min_length=1, description="keys in references.yaml, one or more")


class Part(Strict):
    """One of the three subsystems of the default mode network."""

    id: Subsystem = Field(description="core, dorsal-medial or medial-temporal")
    name: Text = Field(description="name in plain words")
    token: Token = Field(description="name of its colour, such as --node-core")
    shape: Literal["circle", "diamond", "square"] = Field(description="shape of its nodes")
    network17: Literal["DefaultA", "DefaultB", "DefaultC"] = Field(description="its name in the 17-network atlas")
    meaning: Text | None = Field(description="what it is, in one sentence; null if no source says so")
    sources: Many[ReferenceKey] = Field(min_length=1, description="keys in references.yaml, one or more")


class NetworkFile(Strict):
    """networks.yaml."""

    networks: Many[Network] = Field(min_length=7, max_length=7, description="the seven networks")
    subsystems: Many[Part] = Field(min_length=3, max_length=3, description="the three parts of the default network")
