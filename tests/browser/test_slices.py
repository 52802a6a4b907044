"""Slices through the head: crosshair, keys, convention, the same colours and regions as on the brain."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page, Route, expect

from neuroviz.atlas import load_atlas
from neuroviz.atlas.head import load_head
from tests.browser.helpers import Site, axe, open_page

SLICES = "/explore?beside=slices&tier=drawn"


def state(page: Page) -> dict[str, Any]:
    return page.evaluate("neuroviz.state()")


def plane(page: Page, name: str) -> Any:
    return page.locator(f"[data-plane={name}] .slice-picture")


def files(page: Page) -> list[str]:
    """Data files that were asked for."""
    return page.evaluate("[...document.scripts].map(s => s.src.split('?')[0].split('/data/')[1]).filter(Boolean)")


def test_nothing_is_loaded_before_it_is_asked_for(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?tier=drawn")
    assert not [f for f in files(page) if f.startswith("slices") or f == "deep.js"]
    page.locator("button[data-beside=slices]").click()
    expect(plane(page, "axial")).to_be_visible()
    assert {f for f in files(page) if f.startswith("slices")} == {"slices.js", "slices/schaefer-100.js"}


def test_keys_move_the_crosshair_by_a_millimetre(page: Page, site: Site) -> None:
    open_page(page, site, f"{SLICES}&mni=-6,-52,30")
    place = page.locator(".slices [data-slot=place]")
    axial = plane(page, "axial")
    axial.focus()
    for key, where in (
        ("ArrowRight", "−5, −52, 30 mm"),
        ("Shift+ArrowRight", "0, −52, 30 mm"),
        ("ArrowUp", "0, −51, 30 mm"),
        ("PageUp", "0, −51, 31 mm"),
        ("Shift+PageDown", "0, −51, 26 mm"),
    ):
        page.keyboard.press(key)
        expect(place).to_have_text(where)
    assert state(page)["mni"] == "0,-51,26"
    expect(page.locator("[data-plane=axial] [data-slot=mm]")).to_have_text("z = 26")


def test_left_changes_sides_and_the_keys_with_it(page: Page, site: Site) -> None:
    open_page(page, site, f"{SLICES}&mni=-20,-52,30")
    left = page.locator("[data-plane=axial] .letter.left")
    expect(left).to_have_text("L")
    expect(page.locator("[data-slot=said]")).to_contain_text("Neurological view")
    page.get_by_label("Left is right").check(force=True)
    expect(left).to_have_text("R")
    expect(page.locator("[data-slot=said]")).to_contain_text("Radiological view")
    assert state(page)["sides"] == "radiological"
    plane(page, "axial").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".slices [data-slot=place]")).to_have_text("−21, −52, 30 mm")


@pytest.mark.parametrize("parcel", [50, 96])
def test_choosing_a_region_moves_the_crosshair_into_it(page: Page, app_site: Site, parcel: int) -> None:
    open_page(page, app_site, f"{SLICES}&mni=20,-90,0")
    page.evaluate(f"neuroviz.set({{parcel: {parcel}}})")
    page.wait_for_function("() => neuroviz.state().mni !== '20,-90,0'")
    x, y, z = (float(k) for k in state(page)["mni"].split(","))
    i, j, k = load_head().voxel((x, y, z))
    assert load_head().labels(load_atlas("schaefer-100"))[i, j, k] == parcel


def test_a_click_chooses_the_region_under_it(page: Page, site: Site) -> None:
    """The pixel of a place in the slice is computed here, from the box of the picture alone."""
    open_page(page, site, f"{SLICES}&mni=-6,-52,30")
    head, atlas = load_head(), load_atlas("schaefer-100")
    parcel = atlas.parcels[40]
    labels = head.labels(atlas)
    level = round((30 - head.origin[2]) / head.step)
    inside = np.argwhere(labels[:, :, level] == parcel.index)
    middle = (np.array(parcel.centroid_mni[:2]) - head.origin[:2]) / head.step
    target = inside[np.linalg.norm(inside - middle, axis=1).argmin()]
    box = plane(page, "axial").bounding_box()
    scale = box["height"] / (2 * labels.shape[1])
    x = box["x"] + (10 + 2 * target[0] + 1) * scale
    y = box["y"] + box["height"] - (2 * target[1] + 1) * scale
    page.mouse.click(x, y)
    page.wait_for_function(f"() => neuroviz.state().parcel === {parcel.index}")
    assert state(page)["mni"].endswith(",30")
    expect(page.locator(".slices [data-slot=what]")).to_contain_text("chosen")


def test_landmarks_are_named(page: Page, app_site: Site) -> None:
    open_page(page, app_site, f"{SLICES}&mni=-26,-20,-15")
    expect(page.locator(".slices [data-slot=what]")).to_contain_text("left hippocampus, a landmark")
    assert page.locator("[data-plane=sagittal] .deep path").count() >= 1


def test_the_text_says_what_the_slices_cut(page: Page, app_site: Site) -> None:
    open_page(page, app_site, f"{SLICES}&mni=-6,-52,30")
    expect(plane(page, "sagittal")).to_have_attribute(
        "aria-label", re.compile(r"^Sagittal slice at x = −6 mm\. It cuts .*Left posterior cingulate")
    )
    expect(page.locator("[data-cuts=axial]")).to_contain_text("Left posterior cingulate")


def test_points_and_networks_too(page: Page, app_site: Site) -> None:
    open_page(page, app_site, f"{SLICES}&atlas=dosenbach-default&mni=-6,-52,17")
    assert page.locator(".plane .tint").count() > 2
    open_page(page, app_site, f"{SLICES}&atlas=yeo-7&show=all")
    assert page.locator("[data-plane=axial] .tint").count() >= 6


def test_ready_waits_for_slices_where_the_address_is_set_right(page: Page, app_site: Site) -> None:
    """These points are of one network only: `show` is set right while the page starts, which asks for the slices early."""

    def late(route: Route) -> None:
        page.wait_for_timeout(1000)
        route.continue_()

    page.route(re.compile(r"/beside-slices\.js"), late)
    open_page(page, app_site, f"{SLICES}&atlas=dosenbach-default&show=all&mni=-6,-52,17")
    assert page.locator(".plane .tint").count() > 2
    expect(page.locator(".notice")).to_contain_text("show")


def test_accessible(page: Page, site: Site) -> None:
    open_page(page, site, SLICES)
    axe(page)


def test_on_a_phone_all_three_are_there(new_page: Callable[..., Page], app_site: Site) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    open_page(page, app_site, SLICES)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for name in ("coronal", "sagittal", "axial"):
        assert plane(page, name).bounding_box()["width"] > 120
