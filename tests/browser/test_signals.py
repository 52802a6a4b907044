"""Where the lines come from: r grows as the recording goes by, and equals what nilearn found."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from neuroviz.atlas import load_atlas
from neuroviz.atlas.volunteer import load_volunteer, pearson
from tests.browser.helpers import Site, axe, open_page

SIGNALS = "/explore?beside=signals&tier=drawn"


@pytest.fixture
def still(new_page: Callable[..., Page]) -> Page:
    """A page of somebody who wants no motion."""
    return new_page(reduced_motion="reduce")


def printed(r: float) -> str:
    return f"{r:.2f}".replace("-", "−")


def seek(page: Page, name: str, value: int) -> None:
    page.locator(f"[data-seek={name}]").evaluate(
        "(el, v) => { el.value = v; el.dispatchEvent(new Event('input', {bubbles: true})) }", str(value)
    )


@pytest.mark.parametrize(("a", "b"), [(50, 44), (7, 23), (12, 61), (100, 1)])
def test_r_on_the_page_is_nilearns(still: Page, app_site: Site, a: int, b: int) -> None:
    open_page(still, app_site, f"{SIGNALS}&show=all&parcel={a}&pair={b}")
    expect(still.locator(".signals [data-slot=r]")).to_have_text(printed(load_volunteer().correlation[a - 1, b - 1]))
    group = load_atlas("schaefer-100").connectivity
    expect(still.locator(".signals [data-slot=group]")).to_have_text(printed(group[a - 1, b - 1]))


def test_r_so_far_and_in_the_window(still: Page, site: Site) -> None:
    open_page(still, site, f"{SIGNALS}&parcel=50&pair=44&moment=200")
    x, y = (load_volunteer().series[:, k - 1] for k in (50, 44))
    expect(still.locator(".signals [data-slot=r]")).to_have_text(printed(pearson(x[:200], y[:200])))
    expect(still.locator("[data-slot=recent]")).to_have_text(printed(pearson(x[170:200], y[170:200])))
    seek(still, "pair", 400)
    expect(still.locator(".signals [data-slot=r]")).to_have_text(printed(pearson(x[:400], y[:400])))
    still.wait_for_function("() => neuroviz.state().moment === 400")


def test_it_plays_by_itself_and_can_be_paused(page: Page, app_site: Site) -> None:
    open_page(page, app_site, SIGNALS)
    button = page.locator("[data-play=pair]")
    expect(button).to_have_text("Pause")
    button.click()
    expect(button).to_have_text("Play")
    at = page.locator("[data-seek=pair]").input_value()
    page.wait_for_timeout(300)
    assert page.locator("[data-seek=pair]").input_value() == at
    assert 0 <= int(at) < 652


def test_nothing_plays_by_itself_for_those_who_want_it_still(still: Page, app_site: Site) -> None:
    open_page(still, app_site, SIGNALS)
    expect(still.locator("[data-play=pair]")).to_have_text("Play")
    assert still.locator("[data-seek=pair]").input_value() == "652"


def test_what_is_left_stops_playing(page: Page, app_site: Site) -> None:
    open_page(page, app_site, SIGNALS)
    page.evaluate("neuroviz.set({beside: 'none'})")
    page.wait_for_timeout(100)
    frames = page.evaluate(
        "() => new Promise(done => { let n = 0; const real = requestAnimationFrame;"
        " window.requestAnimationFrame = f => { n++; return real(f) };"
        " setTimeout(() => { window.requestAnimationFrame = real; done(n) }, 400) })"
    )
    assert frames == 0


def test_the_line_lights_up_on_the_brain(still: Page, app_site: Site) -> None:
    open_page(still, app_site, f"{SIGNALS}&parcel=50&pair=44")
    expect(still.locator("[data-slot=becomes]")).to_contain_text("This r is the line")
    assert still.locator("g.links [data-link='44-50']").count() == 1


def test_the_matrix_grows_to_all_pairs(still: Page, app_site: Site) -> None:
    open_page(still, app_site, f"{SIGNALS}&lines=matrix")
    expect(still.locator("[data-slot=matrix-time]")).to_have_text("4,950 of 4,950 pairs")
    expect(still.locator("[data-picture=matrix]")).to_have_attribute("aria-label", re.compile("Highest r 0.95, lowest −0.45"))
    seek(still, "matrix", 1000)
    expect(still.locator("[data-slot=matrix-time]")).to_have_text("1,000 of 4,950 pairs")


def test_one_person_against_the_group(still: Page, app_site: Site) -> None:
    open_page(still, app_site, f"{SIGNALS}&lines=mean")
    expect(still.locator("[data-of-step=mean]")).to_contain_text("r = 0.52")
    expect(still.locator("[data-of-step=mean] canvas").first).to_be_visible()


def test_another_atlas_is_one_press_away(still: Page, app_site: Site) -> None:
    open_page(still, app_site, f"{SIGNALS}&atlas=yeo-7&show=all")
    expect(still.locator(".other-atlas p")).to_contain_text("Schaefer 100")
    still.get_by_role("button", name="Show Schaefer 100").click()
    expect(still.locator(".signals [data-slot=r]")).to_be_visible()


@pytest.mark.parametrize("step", ["pair", "matrix", "mean", "looks"])
def test_accessible(still: Page, site: Site, step: str) -> None:
    open_page(still, site, f"{SIGNALS}&lines={step}")
    expect(still.locator(f"[data-of-step={step}]")).to_be_visible()
    still.evaluate("document.querySelectorAll('.cautions details').forEach(d => { d.open = true })")
    axe(still)


def test_on_a_phone(new_page: Callable[..., Page], app_site: Site) -> None:
    page: Any = new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    open_page(page, app_site, SIGNALS)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("[data-play=pair]").bounding_box()["height"] >= 44
