"""The head of a page: what runs before the first paint."""

import re

from neuroviz.domain import Library
from neuroviz.ui.bundles import boot
from neuroviz.ui.frame import Site, document
from neuroviz.ui.pages import build
from neuroviz.ui.state import read

SITE = Site(page=lambda name: f"/{name}", files="/nv/", suffix="?v=1")


def test_the_first_script_of_a_page_is_small_and_whole() -> None:
    """It is part of every page, so it is read before the first paint each time."""
    html = document(build("explore", Library.load(), SITE, read({})), Library.load(), SITE)
    first = re.search(r"<script[^>]*>(.*?)</script>", html, re.DOTALL)
    assert first is not None
    assert first[1] == boot()
    assert html.index(first[0]) < html.index("<link")
    assert len(boot()) < 4000


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
