"""Steps as states and as markup."""

from __future__ import annotations

import pytest

from neuroviz.domain import Library
from neuroviz.domain.lessons import LEVELS
from neuroviz.ui.frame import PAGES, Site, document
from neuroviz.ui.lessons import ask_markup, claim_link, laid_over, lesson_data, lesson_views, see_markup, step_address
from neuroviz.ui.pages import build
from neuroviz.ui.state import read

SITE = Site(page=lambda name: f"/{name}", files="/nv/")


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load()


def test_people_predict_from_before_treatment(library):
    step = lesson_views(library)["ketamine"]["burst"]
    assert step["view"]["t"] == 2
    assert step["start"] == {"scale": "circuit", "track": "a"}


def test_the_view_lies_under_what_the_address_names(library):
    asked = {"lesson": "ketamine", "at": "fades", "seen": "1"}
    assert laid_over(library, read(asked))["t"] == 8
    assert laid_over(library, read({**asked, "t": "4h"}))["t"] == 4
    assert laid_over(library, read({"lesson": "nothing"}))["t"] == 0


def test_the_question_does_not_give_the_answer_away(library):
    for lesson in library.lessons:
        for step in lesson.steps:
            asked = ask_markup(step, library)
            assert step.ask.reveal not in asked
            assert all(getattr(step.idea, level) not in asked for level in LEVELS)


def test_an_answer_names_its_claims_with_their_verdicts(library):
    step = library.lesson("ketamine").steps[0]
    shown = see_markup(step, "intro", library, SITE.page)
    claims = {claim.id: claim for claim in library.claims}
    assert all(claim_link(SITE.page, claims[c]) in shown for c in step.claims)
    assert shown.count('class="verdict ') == len(step.claims)


def test_notes_are_not_on_the_slide(library):
    page = document(build("present", library, SITE, read({"lesson": "nmda"})), library, SITE)
    assert not any(sentence in page for step in library.lesson("nmda").steps for sentence in step.notes.say)


def test_data_holds_every_step_and_level(library):
    data = lesson_data(library.lesson("ketamine"), library, SITE.page)
    assert len(data["levels"]["intro"]) == 13
    assert set(data["steps"]) >= set(data["levels"]["expert"])
    assert all(set(step["see"]) == set(LEVELS) for step in data["steps"].values())


def test_addresses_of_steps():
    assert step_address("/lesson", "nmda", "calcium", "intro") == "/lesson?lesson=nmda&at=calcium"
    assert step_address("lesson.html", "nmda", "calcium", "expert", seen=True).endswith(
        "?lesson=nmda&at=calcium&level=expert&seen=1"
    )


@pytest.mark.parametrize("name", ["lesson", "quiz"])
def test_the_pages_are_listed(name):
    assert name in PAGES


def test_an_unknown_lesson_shows_the_list(library):
    page = document(build("lesson", library, SITE, read({"lesson": "nothing-of-the-kind"})), library, SITE)
    assert library.words["teach"]["lesson"]["no_lesson"] in page
