"""The room check: what the machine and the screen in the room can do, and what to use there."""

from __future__ import annotations

from typing import Final

from neuroviz.domain import Library
from neuroviz.ui.frame import Page, Site
from neuroviz.ui.lessons import step_address
from neuroviz.ui.markup import Markup, el
from neuroviz.ui.pages.lesson import pages

TESTS: Final = ("webgl", "speed", "screen", "storage", "window")
"""What is looked at, in order."""


def check(library: Library, site: Site) -> Page:
    """The page; nothing is measured before its script runs."""
    words = library.words["teach"]["check"]

    def row(name: str) -> Markup:
        button = el("button", words["window_test"], type="button", data_check="window") if name == "window" else None
        said = words["window_wait"] if name == "window" else words["running"]
        return el("li", el("b", words[name]), el("span", said, data_slot=name), button, data_test=name, data_found="")

    doors = [
        el(
            "a",
            words["start"].format(title=one.title),
            class_="door",
            href=step_address(site.page("present"), one.id, one.steps[0].id, "intro"),
            data_door=True,
        )
        for one in library.lessons
    ]
    body = el(
        "main",
        el("h1", words["title"]),
        el("p", words["lead"], class_="lead"),
        el("ul", [row(name) for name in TESTS], class_="checks"),
        el("section", el("h2", words["result"]), el("p", words["running"], data_slot="result", role="status"), class_="result"),
        el("p", doors, class_="doors"),
        el("p", el("button", words["run"], type="button", data_check="run")),
        id="main",
        class_="text check",
        tabindex="-1",
        data_island="check",
    )
    title = f"{words['title']} – {library.words['frame']['brand']}"
    return Page("check", title, body, {"teach": library.words["teach"], "pages": pages(site)}, scripts=("teach.js",))
