"""The head of a page: what runs before the first paint."""

import re
from pathlib import Path

from neuroviz.domain import Library
from neuroviz.ui.frame import BOOT, Site, document
from neuroviz.ui.pages import build
from neuroviz.ui.state import read

SOURCES = Path(__file__).resolve().parents[3] / "assets" / "src"
SITE = Site(page=lambda name: f"/{name}", files="/nv/", suffix="?v=1")


def test_the_early_context_is_asked_for_as_the_stage_asks_for_it() -> None:
    """A canvas gives one context: whoever asks first decides what it is like."""
    [stage] = re.findall(r"CONTEXT: WebGLContextAttributes = (\{.*?\});", (SOURCES / "picture.ts").read_text(encoding="utf-8"))
    [early] = re.findall(r"getContext\('webgl2',(\{.*?\})\)", BOOT)
    assert early == re.sub(r"\s", "", stage)


def test_the_first_layout_has_the_limits_of_the_one_that_a_resize_gives() -> None:
    """The script before the first paint and prefs.ts have one rule; a phone begins with the drawn picture."""
    limit = re.compile(r"\b(innerWidth|innerHeight|n) ?([<>]=) ?(\d+)")
    prefs = limit.findall((SOURCES / "prefs.ts").read_text(encoding="utf-8"))
    assert prefs == [("innerWidth" if name == "n" else name, *rest) for name, *rest in limit.findall(BOOT)]
    assert re.findall(r"n>(\d+)", BOOT) == re.findall(r"n<=(\d+)\?'phone'", BOOT)


def test_no_page_counts_as_loading_for_its_scripts() -> None:
    """A script tag of the document holds up its load event; these are fetched early and started after it, in order."""
    library = Library.load()
    for name in ("explore", "lesson", "quiz", "home"):
        html = document(build(name, library, SITE, read({})), library, SITE)
        assert not re.search(r"<script[^>]* src=", html)
        started = re.findall(r'<link rel="preload" as="script" href="/nv/([^"?]+)\?v=1" data-run="([^"]*)">', html)
        assert started[-1] == ("shell.js", "")
        assert all(address == f"data/{data}.js" for address, data in started if data)


def test_only_the_page_that_begins_in_3d_fetches_the_stage_early() -> None:
    library = Library.load()
    pages = {name: build(name, library, SITE, read({})) for name in ("explore", "lesson", "quiz", "home")}
    ahead = {name: document(page, library, SITE).count("data-ahead") for name, page in pages.items()}
    assert ahead == {"explore": 1, "lesson": 0, "quiz": 0, "home": 0}
