"""Nothing is asked of the server while a person explores, however long."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

import pytest
from playwright.sync_api import Page

from tests.browser.helpers import Site, open_whole

MINUTES = 5
EACH = 20_000
"""ms that pass after everything that a hand does."""

VIEWS = {
    "two brains, matrix and ring": "/explore?t=40min&compare=side&beside=both",
    "synapse": "/explore?scale=synapse&t=40min",
}


def drag(page: Page, css: str, by: float) -> None:
    """Press near the left of an element, move to the right by a share of its width, and let go."""
    box = page.locator(css).bounding_box()
    assert box
    x, y = box["x"] + 0.2 * box["width"], box["y"] + 0.6 * box["height"]
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by * box["width"], y, steps=6)
    page.mouse.up()


def hands(page: Page) -> Iterator[None]:
    """One thing after the other that a person may do in any of the views, for ever."""
    layer = page.locator(".layer:visible").first
    name = layer.get_attribute("data-layer")
    for k in cycle(range(1, 9)):
        drag(page, ".film", 0.08 * k)
        yield
        drag(page, f"[data-layer={name}]", 0.03 * k)
        yield
        page.locator(".film").press(("ArrowLeft", "ArrowRight", "Home", "End")[k % 4])
        yield
        page.locator(".play").click()
        page.locator(".play").click()
        yield
        page.locator(f".clock input[name=compare][value={('now', 'side', 'wipe', 'difference')[k % 4]}]").check(force=True)
        yield


@pytest.mark.parametrize("view", VIEWS)
def test_five_minutes_of_clicking_and_dragging_ask_for_nothing(page: Page, app_site: Site, view: str) -> None:
    """The five minutes pass on the page's own clock, so that all timers of the page come due."""
    page.clock.install()
    open_whole(page, app_site, VIEWS[view])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    began = page.evaluate("Date.now()")
    for _, _ in zip(hands(page), range(MINUTES * 60_000 // EACH), strict=False):
        page.clock.fast_forward(EACH)
    assert page.evaluate("Date.now()") - began >= MINUTES * 60_000
    assert [url for url in asked if not url.startswith(("blob:", "data:"))] == []
