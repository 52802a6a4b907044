"""What stands around the claims: conditions, safety, and where a claim can be seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from neuroviz.domain.base import Many, ReferenceKey, Slug, Strict, Text
from neuroviz.domain.clock import StopId
from neuroviz.domain.explain import did_you_mean
from neuroviz.domain.yaml_source import Loc

Grade = Annotated[int, Field(ge=0, le=5)]
Percent = Annotated[float, Field(ge=0, le=100, strict=False)]
ScaleId = Literal["scalp", "network", "circuit", "synapse", "receptor"]


class Condition(Strict):
    """How strong the evidence is for one condition: a teaching judgement."""

    id: Slug = Field(description="id of the condition")
    name: Text = Field(description="its name")
    low: Grade = Field(description="lower end of the judgement, 0 to 5")
    high: Grade = Field(description="upper end of the judgement, 0 to 5")
    why: Text = Field(description="why it is that high")
    sources: Many[ReferenceKey] = Field(description="keys in references.yaml, [] where it is from memory")
    checked: bool = Field(default=True, description="false if it was not re-checked")
    claim: Slug = Field(description="id of the claim that it belongs to")


class Fact(Strict):
    """One statement with its sources."""

    text: Text = Field(description="one or a few sentences")
    sources: Many[ReferenceKey] = Field(min_length=1, description="keys in references.yaml")
    checked: bool = Field(default=True, description="false if it was not re-checked")
    claim: Slug | None = Field(default=None, description="id of the claim that it belongs to")


class Care(Strict):
    """One reason to take care."""

    item: Text = Field(description="who, or what condition")
    status: Text = Field(description="what the label says about it")
    sources: Many[ReferenceKey] = Field(min_length=1, description="keys in references.yaml")
    checked: bool = Field(default=True, description="false if it was not re-checked")


class CareTable(Strict):
    """Who should not have it, or with care."""

    intro: Text = Field(description="where the table comes from")
    rows: Many[Care] = Field(min_length=1, description="the rows")


class Group(Strict):
    """One group of a trial."""

    name: Text = Field(description="what they got")
    n: Annotated[int, Field(ge=1)] = Field(description="number of people")


class Effect(Strict):
    """How often an unwanted effect was reported, in percent of each group."""

    name: Text = Field(description="the effect in plain words")
    drug: Percent = Field(description="percent of those on the drug")
    control: Percent = Field(description="percent of the comparison group")


class Effects(Strict):
    """Unwanted effects of a drug against those of a comparison."""

    intro: Text = Field(description="what was counted, and in whom")
    drug: Group = Field(description="the group on the drug")
    control: Group = Field(description="the comparison group")
    sources: Many[ReferenceKey] = Field(min_length=1, description="keys in references.yaml")
    rows: Many[Effect] = Field(min_length=1, description="the effects")
    more: Many[Fact] = Field(description="what else was counted")


class Help(Strict):
    """Where to turn in a crisis."""

    title: Text = Field(description="its heading")
    text: Text = Field(description="what to do; a local number may stand here")


class Safety(Strict):
    """The safety page."""

    headline: Text = Field(description="one short sentence")
    lead: Text = Field(description="one or two sentences")
    advice: Text = Field(description="that it is education, not medical advice")
    help: Help = Field(description="where to turn in a crisis")
    care: CareTable = Field(description="who should not have it, or with care")
    effects: Effects = Field(description="short-term effects, counted")
    courses: Many[Fact] = Field(min_length=1, description="how long each short-term effect lasts")
    watching: Many[Fact] = Field(min_length=1, description="what is watched for")
    later: Many[Fact] = Field(min_length=1, description="risks of longer use")

    def facts(self) -> Iterator[tuple[Loc, Fact]]:
        """Every statement with its place in the file."""
        for group in ("courses", "watching", "later"):
            yield from (((group, i), fact) for i, fact in enumerate(getattr(self, group)))
        yield from ((("effects", "more", i), fact) for i, fact in enumerate(self.effects.more))


class Question(Strict):
    """A question that many people come with."""

    ask: Text = Field(description="the question")
    claim: Slug = Field(description="id of the claim that answers it")


class Shown(Strict):
    """Where a claim can be seen."""

    claim: Slug = Field(description="id of the claim")
    page: Literal["explore", "safety"] = Field(default="explore", description="explore or safety")
    scale: ScaleId | None = Field(default=None, description="scale of the view")
    t: StopId | None = Field(default=None, description="stop of the clock")
    compare: Literal["now", "side", "wipe", "difference"] | None = Field(default=None, description="compared how")
    clock: Literal["open"] | None = Field(default=None, description="open for the time courses")

    @property
    def place(self) -> str:
        """What it counts as when claims are filtered: the scale, ``time`` or ``safety``."""
        if self.page == "safety":
            return "safety"
        return "time" if self.clock else self.scale or "network"

    @property
    def query(self) -> dict[str, str]:
        """Keys and values of the address, in its order."""
        values = {"scale": self.scale, "t": self.t, "compare": self.compare, "clock": self.clock}
        return {k: str(v) for k, v in values.items() if v is not None}


class EvidencePage(Strict):
    """What the evidence page adds to the claims."""

    questions: Many[Question] = Field(min_length=1, description="questions that many people come with")
    shown: Many[Shown] = Field(description="where claims can be seen")


def fact_citations(content: Mapping[str, Any]) -> Iterator[tuple[str, Loc, str]]:
    """Every place in conditions.yaml and safety.yaml that names a reference."""

    def each(file: str, loc: Loc, keys: tuple[str, ...]) -> Iterator[tuple[str, Loc, str]]:
        return ((file, (*loc, "sources", j), key) for j, key in enumerate(keys))

    for i, condition in enumerate(content.get("conditions.yaml", ())):
        yield from each("conditions.yaml", (i,), condition.sources)
    safety: Safety | None = content.get("safety.yaml")
    if safety:
        yield from each("safety.yaml", ("effects",), safety.effects.sources)
        for i, row in enumerate(safety.care.rows):
            yield from each("safety.yaml", ("care", "rows", i), row.sources)
        for loc, fact in safety.facts():
            yield from each("safety.yaml", loc, fact.sources)


def named_claims(content: Mapping[str, Any]) -> Iterator[tuple[str, Loc, str]]:
    """Every place outside claims.yaml that names a claim."""
    for i, condition in enumerate(content.get("conditions.yaml", ())):
        yield "conditions.yaml", (i, "claim"), condition.claim
    if "safety.yaml" in content:
        facts = content["safety.yaml"].facts()
        yield from (("safety.yaml", (*loc, "claim"), fact.claim) for loc, fact in facts if fact.claim)
    for group in ("questions", "shown") if "evidence.yaml" in content else ():
        for i, entry in enumerate(getattr(content["evidence.yaml"], group)):
            yield "evidence.yaml", (group, i, "claim"), entry.claim
    for i, view in enumerate(content.get("views.yaml", ())):
        for j, statement in enumerate(view.statements):
            named = enumerate(statement.claims)
            yield from (("views.yaml", (i, "statements", j, "claims", k), claim) for k, claim in named)


def fact_problems(content: Mapping[str, Any]) -> Iterator[tuple[str, Loc, str]]:
    """Claims and stops that do not exist, and ranges that run backwards."""
    if "claims.yaml" in content:
        known = {claim.id for claim in content["claims.yaml"]}
        for file, loc, claim in named_claims(content):
            if claim not in known:
                hint, _ = did_you_mean(claim, known)
                yield file, loc, f"There is no claim `{claim}` in claims.yaml. {hint}"
    for i, condition in enumerate(content.get("conditions.yaml", ())):
        if condition.low > condition.high:
            yield "conditions.yaml", (i, "low"), "Is above `high`. Swap the two numbers."
    if {"clock.yaml", "evidence.yaml"} <= set(content):
        stops = {stop.id for stop in content["clock.yaml"].stops}
        for i, shown in enumerate(content["evidence.yaml"].shown):
            if shown.t is not None and shown.t not in stops:
                hint, _ = did_you_mean(shown.t, stops)
                yield "evidence.yaml", ("shown", i, "t"), f"The clock has no stop `{shown.t}`. {hint}"
