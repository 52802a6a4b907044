"""The steps of the mechanism in order, and the rival explanations."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from neuroviz.domain.base import Many, ReferenceKey, Slug, Strict, Text
from neuroviz.domain.scenes import Number, Seen, Statement, StopId
from neuroviz.domain.views import Confidence

Who = Literal["human", "human-indirect", "rodent", "in-vitro", "hypothesis"]
"""In whom a step was seen."""

Sentence = Annotated[Text, Field(max_length=170)]


class Stage(Strict):
    """What a step lights in one scene."""

    parts: Many[Slug] = Field(min_length=1, description="parts in full light")
    labels: Many[Slug] = Field(default=(), max_length=8, description="parts with a label; those in light if left out")
    flows: Many[Slug] = Field(default=(), description="what moves")
    values: dict[Slug, Number] = Field(default={}, description="values that hold at this step, whatever the clock says")


class Step(Strict):
    """One step, in one sentence."""

    id: Slug = Field(description="id of the step")
    title: Text = Field(description="two to five words")
    says: Sentence = Field(description="one sentence")
    at: StopId | Number = Field(description="a stop of the clock, or minutes from the start of the infusion")
    when: Text = Field(description="when it happens, as it is printed")
    who: Many[Who] = Field(min_length=1, description="human, human-indirect, rodent, in-vitro or hypothesis")
    confidence: Confidence = Field(description="low, medium or high")
    people: Seen = Field(description="what was seen in people: seen, indirect, none or conflict")
    sources: Many[ReferenceKey] = Field(default=(), description="keys in references.yaml")
    textbook: bool = Field(default=False, description="true for what stands in every textbook, and needs no source of its own")
    claims: Many[Slug] = Field(default=(), description="claims of the article that it is behind")
    note: Text | None = Field(default=None, description="a second sentence: numbers, limits")
    circuit: Stage | None = Field(default=None, description="what it lights at the circuit")
    synapse: Stage | None = Field(default=None, description="what it lights at the synapse")


class Group(Strict):
    """Steps that belong to one time."""

    title: Text = Field(description="name of the group")
    steps: Many[Step] = Field(min_length=1, description="its steps, in order")


class Track(Strict):
    """One explanation, with what speaks for and against it."""

    id: Annotated[str, Field(pattern=r"^[a-z]$")] = Field(description="one letter")
    name: Text = Field(description="its name")
    short: Text = Field(description="its name in a menu")
    says: Text = Field(description="the idea in one sentence")
    species: Many[Who] = Field(min_length=1, description="in whom it was seen")
    supports: Many[Statement] = Field(min_length=1, description="what speaks for it")
    against: Many[Statement] = Field(default=(), description="what speaks against it")
    open: Many[Text] = Field(default=(), description="what is open")
    meets: bool = Field(description="true where blocking AMPA receptors was shown to stop the effect")
    steps: Many[Step] = Field(min_length=1, description="its steps, in order")


class Cascade(Strict):
    """The main line in groups, and the tracks."""

    groups: Many[Group] = Field(min_length=1, description="the main line")
    tracks: Many[Track] = Field(min_length=1, description="the explanations")
    meeting: Statement = Field(description="where they meet")

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the main line, in order."""
        return tuple(step for group in self.groups for step in group.steps)
