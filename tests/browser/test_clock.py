"""The clock strip: drag, keys, play, address; the same in the app and the frozen copy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from neuroviz.domain import Library
from neuroviz.film import make_film
from tests.browser.helpers import Site, axe, open_page

DRAWN = "/explore?tier=drawn"


def t(page: Page) -> float:
    return float(page.evaluate("neuroviz.state().t"))


def place(page: Page, position: float) -> tuple[float, float]:
    box = page.locator(".film").bounding_box()
    return box["x"] + box["width"] * (position + 0.5) / 9, box["y"] + box["height"] * 0.7


def test_drag_moves_time_and_snaps_to_a_stop(page: Page, site: Site) -> None:
    open_page(page, site, DRAWN)
    page.mouse.move(*place(page, 0))
    page.mouse.down()
    page.mouse.move(*place(page, 3.4), steps=4)
    page.wait_for_function("() => Math.abs(neuroviz.state().t - 3.4) < 0.03", timeout=8000)
    page.mouse.move(*place(page, 4.9))
    page.mouse.up()
    page.wait_for_function("() => neuroviz.state().t === 5")
    page.wait_for_function("() => location.search.includes('t=24h')")
    expect(page.locator(".where [data-slot=time]")).to_have_text("24 h")


def test_keys_go_from_stop_to_stop_and_in_fine_steps(page: Page, site: Site) -> None:
    open_page(page, site, DRAWN)
    film = page.get_by_role("slider", name="Time")
    film.focus()
    presses = {"ArrowRight": 1, "Shift+ArrowRight": 1.1, "ArrowUp": 2, "End": 8, "ArrowLeft": 7, "Home": 0}
    for key, expected in presses.items():
        page.keyboard.press(key)
        assert t(page) == pytest.approx(expected), key
    assert film.get_attribute("aria-valuetext") == "before treatment: before treatment"


def test_values_in_the_browser_are_those_of_the_film(page: Page, site: Site) -> None:
    film = make_film(Library.load())
    open_page(page, site, DRAWN)
    for position in (1.3, 2.0, 2.71, 5.5):
        page.evaluate("t => neuroviz.set({t})", position)
        read = "els => els.map(e => [e.dataset.quantity, e.querySelector('.dot').style.getPropertyValue('--v')])"
        shown = page.locator(".lane").evaluate_all(read)
        for name, value in shown:
            quantity = film.quantities[name]
            assert float(value) == pytest.approx(quantity(position) / quantity.value.max(), abs=2e-3), (name, position)


def test_plays_and_pauses(page: Page, site: Site) -> None:
    open_page(page, site, f"{DRAWN}&t=4h")
    page.get_by_role("button", name="Play", exact=True).click()
    page.wait_for_function("() => neuroviz.state().t > 4.2")
    page.get_by_role("button", name="Pause").click()
    at = t(page)
    page.wait_for_timeout(250)
    assert t(page) == at


def test_shared_link_and_back(page: Page, site: Site) -> None:
    open_page(page, site, f"{DRAWN}&t=2h")
    assert t(page) == 3
    page.get_by_role("slider", name="Time").press("ArrowRight")
    assert t(page) == 4
    page.go_back()
    page.wait_for_function("() => neuroviz.state().t === 3")


def test_folded_away_and_back(page: Page, site: Site) -> None:
    open_page(page, site, DRAWN)
    page.get_by_role("button", name="Fold the curves away").click()
    expect(page.locator(".lane").first).to_be_hidden()
    axe(page)
    page.get_by_role("button", name="Show the curves").click()
    expect(page.locator(".lane").first).to_be_visible()


def test_reduced_motion_plays_in_steps(new_page: Callable[..., Any], app_site: Site) -> None:
    page = new_page(reduced_motion="reduce")
    open_page(page, app_site, DRAWN)
    assert t(page) == 0, "nothing moves without being asked"
    page.get_by_role("button", name="Play", exact=True).click()
    assert t(page) == 1
