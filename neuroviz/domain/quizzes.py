"""Quiz items: choose, predict the direction, put in order, pick the place on the brain."""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field, StringConstraints, model_validator

from neuroviz.domain.base import Many, ReferenceKey, Slug, Strict, Text
from neuroviz.domain.lessons import (
    LEVELS,
    Choice,
    Level,
    Option,
    Question,
    Sentence,
    ViewAddress,
    one_right,
)

Kind: TypeAlias = Literal["choose", "direction", "order", "region"]
Direction: TypeAlias = Literal["up", "down", "same"]
DIRECTIONS: Final[tuple[Direction, ...]] = ("up", "same", "down")

_NEEDS: Final = {"choose": "options", "direction": "direction", "order": "sequence", "region": "region"}
"""The field that holds the answer, for each kind of item."""

Explanation = Annotated[Text, StringConstraints(max_length=420)]


class Region(Strict):
    """A place to pick on the drawn brain."""

    answer: Slug = Field(description="id in hubs.yaml of the place that is right")
    among: Many[Slug] = Field(min_length=3, max_length=6, description="ids in hubs.yaml of all places to pick from")
    view: Literal["left", "medial-left"] = Field(description="viewpoint: left (outer side) or medial-left (inner side)")

    @model_validator(mode="after")
    def _answer_is_among(self) -> Region:
        if self.answer not in self.among:
            raise ValueError(f"leaves the answer `{self.answer}` out of `among`. Add it there")
        return self


class Item(Strict):
    """One question with its answer and what to learn from it."""

    id: Slug = Field(description="id of the item")
    kind: Kind = Field(description="choose, direction, order or region")
    question: Question = Field(description="the question, one sentence")
    options: Many[Option] | None = Field(default=None, min_length=2, max_length=4, description="for choose: two to four answers")
    direction: Direction | None = Field(default=None, description="for direction: up, down or same")
    sequence: Many[Choice] | None = Field(
        default=None, min_length=3, max_length=6, description="for order: three to six steps in the right order"
    )
    region: Region | None = Field(default=None, description="for region: the places and the right one")
    explain: Explanation = Field(description="why, said after each answer")
    view: ViewAddress = Field(description="/explore and the query of the view that shows it")
    claims: Many[Slug] = Field(min_length=1, description="ids in claims.yaml, one or more")
    sources: Many[ReferenceKey] = Field(min_length=1, description="keys in references.yaml, one or more")
    levels: Many[Level] = Field(default=LEVELS, min_length=1, description="levels that have this item: intro, standard, expert")

    @model_validator(mode="after")
    def _answer_fits_kind(self) -> Item:
        for kind, field in _NEEDS.items():
            given = getattr(self, field) is not None
            if given != (kind == self.kind):
                advice = f"Add `{field}:`" if kind == self.kind else f"Remove `{field}:`, or write `kind: {kind}`"
                raise ValueError(f"does not fit `kind: {self.kind}`. {advice}")
        if self.options is not None:
            one_right(self.options)
        return self


class Quiz(Strict):
    """A set of questions; one file a quiz."""

    id: Slug = Field(description="id of the quiz; the name of its file")
    order: Annotated[int, Field(ge=1)] = Field(description="place in the list of quizzes")
    title: Annotated[Text, StringConstraints(max_length=60)] = Field(description="title of the quiz")
    summary: Sentence = Field(description="what it is about, in one sentence")
    items: Many[Item] = Field(min_length=1, description="the questions in order")

    def at(self, level: Level) -> tuple[Item, ...]:
        """The items of a level, in order."""
        return tuple(item for item in self.items if level in item.levels)
