"""The landmarks under the cortex: brought by a switch, named on hover and focus, in both tiers."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import Site, axe, open_page


def loaded(page: Page) -> list[str]:
    """Names of the files that came for the landmarks."""
    files: list[str] = page.evaluate("[...document.scripts].map(s => s.src.split('/').pop().split('?')[0])")
    return [name for name in files if name == "deep.js"]


def test_a_switch_brings_them_and_nothing_before(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?tier=drawn")
    assert loaded(page) == []
    expect(page.get_by_role("listbox", name="Deep landmarks on screen.")).to_be_hidden()
    page.get_by_role("button", name="View", exact=True).click()
    page.get_by_label("Deep landmarks", exact=True).check()
    expect(page.locator(".deeps [role=option]")).to_have_count(12)
    assert "deep=1" in page.evaluate("location.search")
    assert len(loaded(page)) == 2
    page.get_by_label("Deep landmarks", exact=True).uncheck()
    expect(page.locator(".deeps")).to_be_hidden()


@pytest.mark.parametrize("tier", ["drawn", "3d"])
def test_keyboard_names_them(page: Page, app_site: Site, tier: str) -> None:
    open_page(page, app_site, f"/explore?deep=1&tier={tier}")
    assert page.evaluate("document.documentElement.dataset.tier") == tier
    page.locator(".deeps [tabindex='0']").focus()
    tip = page.locator(".deep-tip")
    expect(tip).to_contain_text("left hippocampus")
    expect(tip).to_contain_text("no measured connectivity")
    page.keyboard.press("ArrowRight")
    expect(tip).to_contain_text("right hippocampus")
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert label.startswith("right hippocampus, at 27, −21, −14 mm.")


def test_enter_shows_one_in_the_slices(page: Page, app_site: Site) -> None:
    open_page(page, app_site, "/explore?deep=1&tier=drawn")
    page.locator(".deeps [tabindex='0']").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".slices [data-slot=what]")).to_contain_text("left hippocampus, a landmark")
    assert page.evaluate("neuroviz.state().mni") == "-26,-23,-14"


def test_pointer_names_them(page: Page, app_site: Site) -> None:
    open_page(page, app_site, "/explore?deep=1&tier=drawn&view=left")
    box = page.locator(".deeps [role=option]").nth(4).bounding_box()
    page.mouse.move(box["x"] + 16, box["y"] + 16)
    expect(page.locator(".deep-tip")).to_contain_text("thalamus")


def test_solids_are_painted_where_there_is_no_3d(page: Page, app_site: Site) -> None:
    open_page(page, app_site, "/explore?deep=1&tier=drawn")
    painted = page.evaluate(
        """() => { const c = document.querySelector('.deep-drawn canvas');
          return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.filter((v, i) => i % 4 === 3 && v > 0).length }"""
    )
    assert painted > 4000


def test_accessible(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?deep=1&tier=drawn")
    axe(page)
