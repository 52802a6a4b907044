"""The receptor lab: one channel, its parts, the steps through which it goes, and what may be set by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from neuroviz.domain.base import Many, Mark, ReferenceKey, Slug, Strict, Text
from neuroviz.domain.explain import did_you_mean
from neuroviz.domain.views import Statement
from neuroviz.domain.yaml_source import Loc

Number = Annotated[float, Field(strict=False)]
Level = Literal["human", "animal", "in-vitro", "textbook"]

PARTS = ("membrane", "glun1", "glun2", "behind", "glycine", "glutamate", "gate", "filter", "magnesium", "ketamine", "ions")
"""Parts that the drawing has (neuroviz/scenes/receptor.py); each needs its words."""

MOMENTS = ("shut", "plugged", "open", "enters", "trapped")
"""What the one channel may be doing, in the order of the steps."""


class ChannelPart(Strict):
    """One part of the drawing, named and explained."""

    id: Slug = Field(description="id of the part in the drawing")
    name: Text = Field(description="short name beside it")
    spoken: Text | None = Field(default=None, description="its name as it is read out, where that differs")
    says: Annotated[Text, StringConstraints(max_length=125)] = Field(description="what it is or does, in one sentence")


class ChannelStep(Strict):
    """One step, with the settings that show it."""

    id: Literal["shut", "plugged", "open", "enters", "trapped"] = Field(description="what the channel does then")
    title: Text = Field(description="two to five words")
    says: Annotated[Text, StringConstraints(max_length=125)] = Field(description="one sentence")
    v: Number = Field(description="membrane voltage in mV")
    glu: bool = Field(description="whether glutamate is bound")
    ket: Number = Field(description="ketamine in µM")
    mark: Mark = Field(description="data, model or schematic")
    level: Level = Field(description="in whom or in what this was seen")
    sources: Many[ReferenceKey] = Field(description="keys in references.yaml; none for textbook knowledge")


class Anchor(Strict):
    """A level of ketamine that was measured, as a mark on the slider."""

    id: Slug = Field(description="id of the mark")
    name: Text = Field(description="a few words")
    says: Text = Field(description="what was given, and in what setting")
    low: Number = Field(description="µM in plasma")
    high: Number = Field(description="µM in plasma; the same for a single value")
    sources: Many[ReferenceKey] = Field(min_length=1, description="keys in references.yaml")


class ReceptorLab(Strict):
    """All words and settings of the receptor scale."""

    headline: Annotated[Text, StringConstraints(max_length=55)] = Field(description="one short sentence")
    lead: Text = Field(description="one or two sentences")
    statements: Many[Statement] = Field(min_length=2, description="what the panel says")
    dissent: Many[Text] = Field(min_length=1, description="what to keep in mind, and who disagrees")
    not_shown: Many[Text] = Field(min_length=1, description="what the scale does not show")
    steps: Many[ChannelStep] = Field(min_length=5, max_length=5, description="the five steps in order")
    parts: Many[ChannelPart] = Field(description="every part of the drawing")
    anchors: Many[Anchor] = Field(min_length=1, description="marks on the ketamine slider, from low to high")

    def part(self, part_id: str) -> ChannelPart:
        """One part by id."""
        return next(p for p in self.parts if p.id == part_id)


FILE = "receptor.yaml"


def receptor_problems(content: Mapping[str, Any]) -> Iterator[tuple[str, Loc, str]]:
    """Parts that the drawing does not have or that are missing, steps out of order, marks that run backwards."""
    if FILE not in content:
        return
    lab: ReceptorLab = content[FILE]
    for k, part in enumerate(lab.parts):
        if part.id not in PARTS:
            hint, _ = did_you_mean(part.id, PARTS)
            yield FILE, ("parts", k, "id"), f"The drawing has no part `{part.id}`. {hint}"
    missing = [p for p in PARTS if p not in {q.id for q in lab.parts}]
    if missing:
        yield FILE, ("parts",), f"Has no words for {', '.join(missing)}. Add an entry for each."
    for k, (step, moment) in enumerate(zip(lab.steps, MOMENTS, strict=True)):
        if step.id != moment:
            yield FILE, ("steps", k, "id"), f"Step {k + 1} should be `{moment}`. Keep the five steps in their order."
        if not step.sources and step.level != "textbook":
            yield FILE, ("steps", k), "Has no sources. Name one, or set the level to textbook."
    for k, anchor in enumerate(lab.anchors):
        if anchor.high < anchor.low:
            yield FILE, ("anchors", k, "high"), "Is below `low`. Write the lower level first."


def receptor_citations(content: Mapping[str, Any]) -> Iterator[tuple[str, Loc, str]]:
    """Every place where the lab names a reference."""
    if FILE not in content:
        return
    lab: ReceptorLab = content[FILE]
    listed: list[tuple[str, tuple[tuple[str, ...], ...]]] = [
        ("statements", tuple(e.sources for e in lab.statements)),
        ("steps", tuple(e.sources for e in lab.steps)),
        ("anchors", tuple(e.sources for e in lab.anchors)),
    ]
    for group, entries in listed:
        for k, keys in enumerate(entries):
            for i, key in enumerate(keys):
                yield FILE, (group, k, "sources", i), key
