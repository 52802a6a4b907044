"""The notes window: what to say, the next step, the time; it follows the presenter and never shows on the projector."""

from __future__ import annotations

from neuroviz.domain import Library
from neuroviz.ui.frame import Page, Site
from neuroviz.ui.markup import Markup, el
from neuroviz.ui.pages.lesson import pages


def notes(library: Library, site: Site) -> Page:
    """The page; the presenter tells it where the class is."""
    words = library.words["teach"]["notes"]

    def button(do: str, name: str) -> Markup:
        return el("button", words[name], type="button", data_notes=do)

    head = el(
        "header",
        el("h1", words["title"], class_="sr"),
        el("p", el("span", data_slot="place"), el("b", data_slot="title"), class_="notes-where"),
        el(
            "div",
            el("b", "0:00", data_slot="time", role="timer", aria_label=words["time"]),
            el("span", data_slot="plan"),
            el("span", button("stop", "stop"), button("restart", "restart"), class_="notes-small"),
            class_="notes-time",
        ),
        class_="notes-head",
    )
    body = el(
        "main",
        head,
        el(
            "section",
            el("p", words["waiting"], data_slot="state", role="status"),
            el("p", data_slot="phase", class_="phase"),
            el("p", data_slot="idea", class_="idea"),
            el("div", data_slot="notes"),
            class_="notes-now",
        ),
        el(
            "section",
            el("h2", words["question"]),
            el("p", data_slot="question"),
            el("ol", data_slot="options"),
            el("p", data_slot="next", class_="notes-next"),
            class_="notes-side",
        ),
        el(
            "footer",
            button("back", "back"),
            button("next", "forward"),
            button("black", "black"),
            button("smaller", "smaller"),
            button("larger", "larger"),
            class_="notes-foot",
        ),
        id="main",
        class_="notes",
        tabindex="-1",
        data_island="notes",
    )
    title = f"{words['title']} – {library.words['frame']['brand']}"
    return Page("notes", title, body, {"teach": library.words["teach"], "pages": pages(site)}, scripts=("teach.js",), bar=False)
