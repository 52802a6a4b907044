"""Lessons: one file a lesson, steps that predict, show and explain, in three levels of words."""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field, StringConstraints, model_validator

from neuroviz.domain.base import Many, ReferenceKey, Slug, Strict, Text

Level: TypeAlias = Literal["intro", "standard", "expert"]

LEVELS: Final[tuple[Level, ...]] = ("intro", "standard", "expert")
"""From plain words to numbers and doubts."""

Title = Annotated[Text, StringConstraints(max_length=46)]
Idea = Annotated[Text, StringConstraints(max_length=130)]
"""The one sentence of a step; it stands on the projector in the largest type."""

Question = Annotated[Text, StringConstraints(max_length=150)]
Choice = Annotated[Text, StringConstraints(max_length=90)]
Sentence = Annotated[Text, StringConstraints(max_length=240)]
Passage = Annotated[Text, StringConstraints(max_length=700)]

ViewAddress = Annotated[str, StringConstraints(pattern=r"^/explore(\?[a-z][a-z0-9]*=[^&=#\s]+(&[a-z][a-z0-9]*=[^&=#\s]+)*)?$")]
"""A view: ``/explore`` and a query, as the link of that view has it."""


class Ideas(Strict):
    """The one sentence of a step, for each level."""

    intro: Idea = Field(description="the idea in the plainest words")
    standard: Idea = Field(description="the idea with its terms")
    expert: Idea = Field(description="the idea as one would say it to a colleague")


class Passages(Strict):
    """An explanation, for each level."""

    intro: Passage = Field(description="short sentences without jargon")
    standard: Passage = Field(description="terms, who was studied, what was found")
    expert: Passage = Field(description="numbers, methods, who disagrees")


class Lists(Strict):
    """A list of sentences, for each level."""

    intro: Many[Sentence] = Field(min_length=1, description="sentences in the plainest words, one or more")
    standard: Many[Sentence] = Field(min_length=1, description="sentences with terms, one or more")
    expert: Many[Sentence] = Field(min_length=1, description="sentences with numbers and doubts, one or more")


Time = Annotated[float, Field(gt=0, le=15, strict=False)]


class Minutes(Strict):
    """Minutes that a step takes in class, for each level."""

    intro: Time = Field(description="minutes, at most 15")
    standard: Time = Field(description="minutes, at most 15")
    expert: Time = Field(description="minutes, at most 15")


class Option(Strict):
    """One answer to choose from."""

    text: Choice = Field(description="the answer, a few words")
    right: bool = Field(default=False, description="true for the one right answer")
    why: Sentence | None = Field(default=None, description="what to say to somebody who chose it, in one sentence")


def one_right(options: tuple[Option, ...]) -> None:
    """Refuse a list of options without exactly one right answer."""
    right = sum(option.right for option in options)
    if right != 1:
        raise ValueError(
            f"has {right or 'no'} right answer{'s' if right > 1 else ''}. Write `right: true` below exactly one option"
        )


class Ask(Strict):
    """The question of a step: predict first, then see."""

    question: Question = Field(description="what the class predicts, one question")
    options: Many[Option] = Field(min_length=2, max_length=4, description="two to four answers")
    reveal: Sentence = Field(description="what the picture then shows, in one sentence")

    @model_validator(mode="after")
    def _one_right(self) -> Ask:
        one_right(self.options)
        return self


class Notes(Strict):
    """What only the person who teaches sees."""

    say: Many[Sentence] = Field(min_length=1, max_length=5, description="what to say, one to five sentences")
    listen: Sentence | None = Field(default=None, description="the misunderstanding to listen for")
    deeper: Sentence | None = Field(default=None, description="what to answer when somebody asks for more")


class Step(Strict):
    """One step of a lesson: one idea, one view, one question."""

    id: Slug = Field(description="id of the step, used in addresses")
    title: Title = Field(description="a few words")
    section: Text = Field(description="section of the article that the step belongs to")
    idea: Ideas = Field(description="the one idea, for each level")
    view: ViewAddress = Field(description="/explore and the query of the view")
    start: ViewAddress | None = Field(
        default=None,
        description="what is on screen while people predict; left out, the view at the time before treatment",
    )
    alt: Sentence = Field(description="what the picture shows, for those who do not see it")
    ask: Ask = Field(description="the question that is answered before the picture moves")
    explain: Passages = Field(description="the explanation, for each level")
    claims: Many[Slug] = Field(min_length=1, description="ids in claims.yaml, one or more")
    sources: Many[ReferenceKey] = Field(min_length=1, description="keys in references.yaml of what the words rest on")
    terms: Many[Slug] = Field(description="ids in glossary.yaml, [] if none")
    notes: Notes = Field(description="for the speaker")
    minutes: Minutes = Field(description="how long it takes, for each level")
    levels: Many[Level] = Field(default=LEVELS, min_length=1, description="levels that have this step: intro, standard, expert")


class Guide(Strict):
    """The teacher guide of a lesson."""

    before: Many[Sentence] = Field(min_length=1, description="what to do before the class")
    during: Many[Sentence] = Field(min_length=1, description="how to run it")
    discuss: Many[Sentence] = Field(min_length=1, description="open questions for the class")
    care: Many[Sentence] = Field(min_length=1, description="what to be careful with")
    after: Many[Sentence] = Field(min_length=1, description="what to do after the class")


class Lesson(Strict):
    """A guided path through the views of NeuroViz."""

    id: Slug = Field(description="id of the lesson, used in addresses; the name of its file")
    order: Annotated[int, Field(ge=1)] = Field(description="place in the list of lessons")
    title: Annotated[Text, StringConstraints(max_length=60)] = Field(description="title of the lesson")
    summary: Sentence = Field(description="what it is about, in one or two sentences")
    objectives: Lists = Field(description="what a student can do afterwards, for each level")
    guide: Guide = Field(description="the teacher guide")
    steps: Many[Step] = Field(min_length=1, description="the steps in order")

    def at(self, level: Level) -> tuple[Step, ...]:
        """The steps of a level, in order."""
        return tuple(step for step in self.steps if level in step.levels)

    def minutes(self, level: Level) -> float:
        """Minutes that the whole lesson takes at a level."""
        return sum(float(getattr(step.minutes, level)) for step in self.at(level))
