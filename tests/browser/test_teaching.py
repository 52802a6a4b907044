"""Lesson, presenter, notes and quiz as a class uses them: walked forwards, backwards, by jump, by reload and by link."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from neuroviz.domain import Library
from neuroviz.domain.lessons import Lesson
from neuroviz.ui.addresses import view_state
from tests.browser.helpers import Site, Watch, axe, open_page, open_whole, wait_ready, without_webgl

LESSONS = {lesson.id: lesson for lesson in Library.load().lessons}
SETTLED = "() => !document.querySelector('[data-step-do=\"return\"]:not([hidden])')"


def state(page: Page) -> dict[str, Any]:
    return page.evaluate("neuroviz.state()")


def until(page: Page, holds: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for what the page's policy lets no expression of ours wait for."""
    for _ in range(int(seconds * 20)):
        if holds():
            return
        page.wait_for_timeout(50)
    pytest.fail("it did not come true in time", pytrace=False)


def go_on(page: Page) -> None:
    page.locator(".step-next").click()


def at(page: Page, lesson: Lesson, k: int, seen: bool) -> None:
    """The page is at a step: address, words, and the state of its view."""
    step = lesson.at("intro")[k]
    expect(page.locator("#step-head")).to_have_text(step.idea.intro if seen else step.ask.question)
    expect(page.locator("[data-slot=place]")).to_have_text(f"Step {k + 1} of {len(lesson.at('intro'))}")
    assert f"at={step.id}" in page.url
    assert ("seen=1" in page.url) == seen
    if seen:
        wanted = view_state(step.view)
        until(page, lambda: wanted.items() <= state(page).items())


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_every_step_is_walked_and_clean(new_page: Callable[..., Page], app_site: Site, lesson_id: str) -> None:
    """One page, all steps: question, answer, on; axe in each state; without motion, so that each view is there at once."""
    lesson = LESSONS[lesson_id]
    page = new_page(reduced_motion="reduce")
    without_webgl(page)
    open_page(page, app_site, f"/lesson?lesson={lesson_id}&at={lesson.steps[0].id}")
    for k in range(len(lesson.at("intro"))):
        at(page, lesson, k, seen=False)
        if k < 2:
            axe(page)
        page.locator(".options label").first.click()
        go_on(page)
        at(page, lesson, k, seen=True)
        axe(page)
        assert page.evaluate(SETTLED)
        go_on(page)
    page.wait_for_url("**/quiz*")


def test_back_jump_reload_and_link(page: Page, site: Site) -> None:
    lesson = LESSONS["default-mode-network"]
    open_page(page, site, "/lesson?lesson=default-mode-network&at=what-it-is&tier=drawn")
    page.locator(".options label").nth(2).click()
    go_on(page)
    at(page, lesson, 0, seen=True)
    expect(page.locator(".reveal")).to_contain_text("You had it right")
    go_on(page)
    at(page, lesson, 1, seen=False)
    page.go_back()
    at(page, lesson, 0, seen=True)
    page.go_forward()
    at(page, lesson, 1, seen=False)
    page.locator(".dots button").nth(4).click()
    at(page, lesson, 4, seen=False)
    page.locator(".step-back").click()
    at(page, lesson, 3, seen=True)
    page.reload()
    wait_ready(page)
    at(page, lesson, 3, seen=True)


def test_what_a_hand_changes_is_in_the_link(page: Page, app_site: Site) -> None:
    open_page(page, app_site, "/lesson?lesson=ketamine&at=fades&seen=1&tier=drawn")
    assert state(page)["t"] == 8
    page.evaluate("neuroviz.set({t: 0})")
    expect(page.locator("[data-step-do=return]")).to_be_visible()
    page.reload()
    wait_ready(page)
    assert state(page)["t"] == 0
    page.locator("[data-step-do=return]").click()
    until(page, lambda: state(page)["t"] == 8)
    assert "t=" not in page.url.replace("at=", "")
    expect(page.locator("[data-step-do=return]")).to_be_hidden()


def test_an_answer_is_locked_before_it_is_shown(page: Page, app_site: Site) -> None:
    open_page(page, app_site, "/lesson?lesson=nmda&tier=drawn")
    next_button = page.locator(".step-next")
    expect(next_button).to_have_text("Look without guessing")
    page.locator(".options label").nth(2).click()
    expect(next_button).to_have_text("Lock it in and look")
    assert not state(page)["seen"]
    next_button.click()
    expect(page.locator(".reveal")).to_contain_text("Not quite")
    assert page.locator(".options").count() == 0


def test_levels_change_words_and_steps(page: Page, app_site: Site) -> None:
    open_page(page, app_site, "/lesson?lesson=ketamine&at=burst&seen=1&tier=drawn")
    step = next(s for s in LESSONS["ketamine"].steps if s.id == "burst")
    for level in ("standard", "expert"):
        page.locator("[data-do-level]").select_option(level)
        expect(page.locator("#step-head")).to_have_text(getattr(step.idea, level))
        expect(page.locator(".explain")).to_have_text(getattr(step.explain, level))
        expect(page.locator("[data-slot=place]")).to_have_text("Step 4 of 14")


def test_no_request_once_the_lesson_is_up(page: Page, app_site: Site) -> None:
    """Steps at one scale ask the server for nothing."""
    open_whole(page, app_site, "/lesson?lesson=default-mode-network&tier=drawn")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for _ in range(2 * len(LESSONS["default-mode-network"].steps) - 1):
        go_on(page)
        page.wait_for_timeout(120)
    assert not [url for url in asked if "/nv/data/drawn" not in url], asked


def test_presenter_by_keys(page: Page, site: Site) -> None:
    steps = LESSONS["nmda"].at("intro")
    open_page(page, site, "/present?lesson=nmda&tier=drawn")
    sentence = page.locator("[data-slot=sentence]")
    expect(sentence).to_have_text(steps[0].ask.question)
    page.keyboard.press("2")
    expect(page.locator(".slide-options [aria-pressed=true]")).to_contain_text(steps[0].ask.options[1].text)
    page.keyboard.press("PageDown")
    expect(sentence).to_have_text(steps[0].idea.intro)
    page.keyboard.press("n")
    expect(sentence).to_have_text(steps[1].ask.question)
    page.keyboard.press("ArrowLeft")
    expect(sentence).to_have_text(steps[0].idea.intro)
    page.keyboard.press("End")
    expect(sentence).to_have_text(steps[-1].ask.question)
    page.keyboard.press("Home")
    expect(sentence).to_have_text(steps[0].ask.question)
    page.keyboard.press("b")
    expect(page.locator(".black")).to_be_visible()
    page.keyboard.press(".")
    expect(page.locator(".black")).to_be_hidden()
    page.keyboard.press("g")
    page.locator("#goto-n").fill("3")
    page.keyboard.press("Enter")
    expect(sentence).to_have_text(steps[2].ask.question)
    page.keyboard.press("o")
    expect(page.locator("#overview .cards button")).to_have_count(len(steps))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(sentence).to_have_text(steps[3].ask.question)
    page.keyboard.press("c")
    assert state(page)["compare"] == "side"
    page.keyboard.press("0")
    assert state(page)["compare"] == "now"
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    axe(page)
    page.locator("[data-letters]").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    expect(sentence).to_have_text(steps[3].ask.question)
    page.keyboard.press("ArrowRight")
    expect(sentence).to_have_text(steps[3].idea.intro)


def test_bar_of_the_presenter_comes_and_goes(page: Page, site: Site) -> None:
    open_page(page, site, "/present?lesson=nmda&tier=drawn")
    bar = page.locator(".present-bar")
    expect(bar).to_have_css("opacity", "1")
    expect(bar.get_by_role("button", name="Full screen")).to_contain_text("Full screen")
    page.keyboard.press("ArrowRight")
    expect(bar).to_have_css("opacity", "0")
    page.mouse.move(300, 300)
    page.mouse.move(320, 320)
    expect(bar).to_have_css("opacity", "1")
    bar.get_by_role("button", name="Full screen").click()
    assert page.evaluate("document.activeElement === document.body")
    expect(bar).to_have_css("opacity", "0")
    page.keyboard.press("Tab")
    page.locator(".present-bar button").first.focus()
    expect(bar).to_have_css("opacity", "1")


@pytest.mark.parametrize("height", [768, 1080])
def test_curves_and_picture_have_room(new_page: Callable[..., Page], app_site: Site, height: int) -> None:
    page = new_page(viewport={"width": 1366 if height == 768 else 1920, "height": height})
    open_page(page, app_site, "/present?lesson=ketamine&at=promise&seen=1&tier=drawn")
    rows = page.evaluate(
        """() => [...document.querySelectorAll('.lane-names li')]
            .map(row => [...row.children].map(e => e.getBoundingClientRect()).filter(box => box.width > 2))
            .map(boxes => [Math.min(...boxes.map(b => b.top)), Math.max(...boxes.map(b => b.bottom))])"""
    )
    assert all(below[0] >= above[1] - 0.5 for above, below in pairwise(rows)), rows
    assert page.evaluate("document.querySelector('.stage').getBoundingClientRect().height") > 0.45 * height


def test_projector_type_is_large(new_page: Callable[..., Page], app_site: Site) -> None:
    page = new_page(viewport={"width": 1920, "height": 1080})
    open_page(page, app_site, "/present?lesson=ketamine&at=network&seen=1&tier=drawn")
    small = page.evaluate(
        """() => [...document.querySelectorAll('body *')]
            .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length)
            .filter(e => !e.closest('.sr, script, noscript, svg') && parseFloat(getComputedStyle(e).fontSize) < 24)
            .map(e => e.className + ' ' + e.textContent.slice(0, 40) + ' ' + getComputedStyle(e).fontSize)"""
    )
    assert not small


def test_notes_follow_and_lead(page: Page, context: BrowserContext, watch: Watch, site: Site) -> None:
    steps = LESSONS["nmda"].at("intro")
    open_page(page, site, "/present?lesson=nmda&tier=drawn")
    with context.expect_page() as opened:
        page.keyboard.press("s")
    notes = opened.value
    watch.follow(notes)
    wait_ready(notes)
    expect(notes.locator("[data-slot=state]")).to_have_text("Linked with the presenter")
    expect(notes.locator("[data-slot=title]")).to_have_text(steps[0].title)
    axe(notes)
    # A word in the colour of its ground is no violation to axe.
    colours = "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    ink, ground = notes.locator("[data-notes=next]").evaluate(colours)
    assert ink != ground
    notes.locator("[data-notes=next]").click()
    expect(page.locator("[data-slot=sentence]")).to_have_text(steps[0].idea.intro)
    expect(notes.locator("[data-slot=phase]")).to_have_text("The answer is shown")
    page.keyboard.press("ArrowRight")
    expect(notes.locator("[data-slot=title]")).to_have_text(steps[1].title)
    page.reload()
    wait_ready(page)
    page.keyboard.press("ArrowRight")
    expect(notes.locator("[data-slot=phase]")).to_have_text("The answer is shown")
    notes.reload()
    wait_ready(notes)
    expect(notes.locator("[data-slot=state]")).to_have_text("Linked with the presenter")
    expect(notes.locator("[data-slot=title]")).to_have_text(steps[1].title)
    assert notes.locator("[data-slot=time]").inner_text() != ""
    assert page.get_by_text(steps[1].notes.say[0]).count() == 0


def test_room_check_decides(page: Page, app_site: Site) -> None:
    open_page(page, app_site, "/check")
    page.wait_for_selector("[data-done=yes]", timeout=20_000)
    assert page.locator("[data-found=good]").count() >= 3
    with page.expect_popup():
        page.locator("[data-check=window]").click()
    expect(page.locator("[data-slot=window]")).to_contain_text("Notes will work", timeout=15_000)
    axe(page)


def test_quiz_is_answered_and_remembered(page: Page, site: Site) -> None:
    open_page(page, site, "/quiz")
    item = page.locator(".item.is-now")
    item.get_by_role("button", name="Check").click()
    expect(item.locator(".need")).to_have_text("Choose an answer first.")
    item.get_by_label("It blocks it").check()
    item.get_by_label("Sure", exact=True).check(force=True)
    item.get_by_role("button", name="Check").click()
    expect(item.locator("[data-slot=verdict]")).to_have_text("Right.")
    expect(item.get_by_role("link", name="See it in the picture")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Next question").click()
    pick = page.locator(".item.is-now .brain-pick input").first
    pick.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.locator(".item.is-now").get_by_role("button", name="Check").click()
    expect(page.locator(".item.is-now [data-slot=verdict]")).to_have_text("Right.")
    axe(page)
    page.wait_for_timeout(500)  # Chromium writes what a page from a folder keeps a moment later
    page.reload()
    wait_ready(page)
    expect(page.locator("[data-slot=place]").first).to_have_text("Question 3 of 27")


def test_quiz_order_by_keyboard(page: Page, app_site: Site) -> None:
    open_page(page, app_site, "/quiz#cascade-order")
    item = page.locator("#cascade-order")
    expect(item).to_be_visible()
    for value in range(5):
        row = item.locator(f".order > li[data-value='{value}']")
        while row.evaluate("e => [...e.parentElement.children].indexOf(e)") > value:
            row.locator("[data-move='-1']").focus()
            page.keyboard.press("Enter")
    axe(page)
    item.get_by_role("button", name="Check").click()
    expect(item.locator("[data-slot=verdict]")).to_have_text("Right.")


def test_quiz_stands_without_scripts(new_page: Callable[..., Page], site: Site) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site.address("/quiz"))
    assert page.locator(".item h2:visible").count() == 30
    assert page.locator(".key:visible").count() == 30


def test_lesson_on_a_phone(new_page: Callable[..., Page], app_site: Site) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    open_page(page, app_site, "/lesson?lesson=ketamine")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for locator in (".step-next", ".options label >> nth=0", ".stage"):
        expect(page.locator(locator)).to_be_in_viewport()
    axe(page)
