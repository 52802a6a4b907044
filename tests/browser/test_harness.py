"""The browser fixtures themselves: a page that misbehaves is noticed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.helpers import Site, Watch, axe, open_page, without_webgl

QUIET = "<!doctype html><html lang=en><title>Quiet</title><main><h1>Quiet</h1></main>"


@pytest.mark.parametrize(
    ("script", "heard"),
    [
        ("console.error('too bad')", "console error: too bad"),
        ("console.warn('mind')", "console warning: mind"),
        ("setTimeout(() => { throw new Error('thrown') })", "page error: thrown"),
        ("fetch('http://192.0.2.1/').catch(() => 0)", "request to another host: http://192.0.2.1/"),
    ],
)
def test_watch_hears_what_goes_wrong(page: Page, watch: Watch, script: str, heard: str) -> None:
    page.route("http://192.0.2.1/", lambda route: route.abort())
    page.set_content(QUIET)
    page.evaluate(script)
    page.wait_for_timeout(50)
    assert heard in watch.unexpected()
    watch.forgive(".")


def test_axe_fails_with_the_place(page: Page) -> None:
    page.set_content(QUIET)
    axe(page)
    page.set_content(QUIET + "<button></button>")
    with pytest.raises(AssertionError, match=r"button-name.*<button></button>"):
        axe(page)


def test_a_page_that_is_never_ready_is_noticed(page: Page, tmp_path) -> None:
    (tmp_path / "explore.html").write_text(QUIET)
    with pytest.raises(Exception, match="data-ready"):
        open_page(page, Site(tmp_path.as_uri(), frozen=True), "/explore?a=1", timeout=300)


def test_webgl_is_there_and_can_be_taken_away(page: Page) -> None:
    probe = "!!document.createElement('canvas').getContext('webgl2')"
    page.goto("about:blank")
    assert page.evaluate(probe)
    without_webgl(page)
    page.goto("about:blank")
    assert not page.evaluate(probe)


def test_frozen_addresses() -> None:
    frozen = Site("file:///a", frozen=True)
    assert frozen.address("/") == "file:///a/index.html"
    assert frozen.address("/explore?t=0.5#x") == "file:///a/explore.html?t=0.5#x"
    assert Site("http://h", frozen=False).address("/explore?t=1") == "http://h/explore?t=1"
