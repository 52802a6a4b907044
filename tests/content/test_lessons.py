"""The lessons and the quiz as they are shipped: complete, in order, readable, within their time."""

import itertools

import pytest
import textstat

from neuroviz.domain import Library
from neuroviz.domain.lessons import LEVELS
from neuroviz.ui.pages.quiz import answer_text, shuffled

GRADE = 9
"""Highest school grade that the plain words may ask for."""


@pytest.fixture(scope="module")
def library():
    return Library.load()


def test_every_claim_is_reached_from_a_step(library):
    reached = {claim for lesson in library.lessons for step in lesson.steps for claim in step.claims}
    assert {claim.id for claim in library.claims} == reached


def test_every_step_stands_on_a_claim_and_a_source(library):
    assert all(step.claims and step.sources for lesson in library.lessons for step in lesson.steps)


def test_the_long_lesson_follows_the_article(library):
    sections = list(dict.fromkeys(claim.section for claim in library.claims))
    places = [sections.index(step.section) for step in library.lesson("ketamine").steps]
    assert places == sorted(places)
    assert len(set(places)) >= len(sections) - 1


@pytest.mark.parametrize("level", LEVELS)
def test_lengths(library, level):
    long, network, receptor = (library.lesson(i) for i in ("ketamine", "default-mode-network", "nmda"))
    assert 12 <= len(long.at(level)) <= 14
    assert 20 <= long.minutes(level) <= 40
    assert network.minutes(level) <= 10.01
    assert receptor.minutes(level) <= 10.01


def plain(step) -> str:
    return " ".join([step.idea.intro, step.ask.question, step.ask.reveal, step.explain.intro])


@pytest.mark.parametrize("measure", [textstat.automated_readability_index, textstat.coleman_liau_index])
def test_plain_words_stay_plain(library, measure):
    for lesson in library.lessons:
        steps = {step.id: measure(plain(step)) for step in lesson.at("intro")}
        assert max(steps.values()) <= GRADE, steps
        assert measure(" ".join(map(plain, lesson.at("intro")))) <= GRADE - 2


def test_levels_differ_in_words(library):
    for step in itertools.chain.from_iterable(lesson.steps for lesson in library.lessons):
        said = {getattr(step.explain, level) for level in LEVELS}
        assert len(said) == len({getattr(step.idea, level) for level in LEVELS}) == 3, step.id


def test_the_quiz_has_all_kinds(library):
    items = [item for quiz in library.quizzes for item in quiz.items]
    assert len(items) >= 24
    assert {item.kind for item in items} == {"choose", "direction", "order", "region"}
    for quiz in library.quizzes:
        assert all(len(quiz.at(level)) >= 24 for level in LEVELS)


def test_an_order_never_starts_out_right(library):
    for item in (item for quiz in library.quizzes for item in quiz.items if item.sequence):
        assert shuffled(item) != sorted(shuffled(item))
        assert answer_text(item, library).startswith(item.sequence[0])


def test_right_answers_are_not_always_at_the_same_place(library):
    places = [[o.right for o in s.ask.options].index(True) for lesson in library.lessons for s in lesson.steps]
    assert all(places.count(k) < 0.6 * len(places) for k in set(places))
