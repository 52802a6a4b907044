"""The presenter: the stage full screen, one sentence, and keys as a clicker sends them."""

from __future__ import annotations

from typing import Final

from neuroviz.domain import Library
from neuroviz.domain.lessons import LEVELS, Level
from neuroviz.ui import icons
from neuroviz.ui.frame import Page, Site
from neuroviz.ui.lessons import chosen, laid_over, lesson_views, step_address
from neuroviz.ui.markup import Markup, el
from neuroviz.ui.pages.explore import SKIPS, config, data, stage_and_clock
from neuroviz.ui.pages.lesson import pages
from neuroviz.ui.state import ViewState

TOOLS: Final = (
    ("back", "left", "←"),
    ("next", "right", "→"),
    ("overview", "grid", "O"),
    ("notes", "notes", "S"),
    ("black", "black", "B"),
    ("spot", "focus", "X"),
    ("compare", "pair", "C"),
    ("white", "contrast", "W"),
    ("full", "full", "F"),
    ("help", "help", "?"),
)
"""Buttons of the bar at the top, their icons, and the key of each."""


def present(library: Library, site: Site, state: ViewState) -> Page:
    """The page; without a lesson it lists them."""
    words = library.words["teach"]["present"]
    at = chosen(library, state)
    below = laid_over(library, state)
    level: Level = next(v for v in LEVELS if v == state["level"])
    aside = el(
        "div",
        _slide(library, at is not None, getattr(at[1].idea, level) if at and state["seen"] else at[1].ask.question if at else ""),
        _pick(library, site, hidden=at is not None),
        _bar(library, site),
        _layers(library),
        class_="presenter",
        data_island="present",
    )
    title = at[0].title if at else words["pick"]
    return Page(
        "present",
        f"{words['title']}: {title} – {library.words['frame']['brand']}",
        stage_and_clock(library, site, below, title, aside),
        {**config(library, site), "lessons": lesson_views(library), "teach": library.words["teach"], "pages": pages(site)},
        data=(*data(below), *([f"lesson/{at[0].id}"] if at else [])),
        skips=SKIPS,
        scripts=("teach.js",),
        bar=False,
    )


def _slide(library: Library, shown: bool, sentence: str) -> Markup:
    """What the class sees over the stage."""
    return el(
        "div",
        el("p", el("span", data_slot="place"), el("b", data_slot="title"), el("em", data_slot="when"), class_="slide-top"),
        el("h2", sentence, data_slot="sentence", tabindex="-1"),
        el("ol", class_="slide-options", data_slot="options"),
        el("p", data_slot="reveal", class_="slide-reveal"),
        class_="slide",
        hidden=not shown,
        aria_live="polite",
    )


def _pick(library: Library, site: Site, *, hidden: bool) -> Markup:
    words = library.words["teach"]
    rows = [
        el(
            "li",
            el("a", one.title, href=step_address(site.page("present"), one.id, one.steps[0].id, "intro")),
            [
                el("a", words["levels"][v], href=step_address(site.page("present"), one.id, one.steps[0].id, v), class_="small")
                for v in LEVELS[1:]
            ],
        )
        for one in library.lessons
    ]
    return el("nav", el("h2", words["present"]["pick"]), el("ul", rows), class_="pick-lesson", hidden=hidden)


def _bar(library: Library, site: Site) -> Markup:
    words = library.words["teach"]["present"]
    buttons = [
        el(
            "button",
            icons.UI[icon],
            el("kbd", key, aria_hidden="true"),
            el("span", words["answer"], class_="when-asked") if do == "next" else None,
            el("span", words["bar"][do], class_="when-told" if do == "next" else None),
            type="button",
            data_present=do,
            title=words[f"tool_{do}"],
        )
        for do, icon, key in TOOLS
    ]
    leave = el("a", icons.UI["close"], el("span", words["tool_leave"]), href=site.page("lesson"), data_present="leave")
    return el("div", buttons, leave, class_="present-bar", role="toolbar", aria_label=words["keys"])


def _layers(library: Library) -> list[Markup]:
    """What opens over the slide: overview, go to, keys; and the black screen and the pointer light."""
    words = library.words["teach"]["present"]

    def dialog(name: str, heading: str, *inside: object) -> Markup:
        close = el("button", icons.UI["close"], type="button", data_close=True, aria_label=words["close"], class_="close")
        return el("dialog", el("h2", heading, id=f"{name}-head"), *inside, close, id=name, aria_labelledby=f"{name}-head")

    keys = [el("li", el("b", keys), " ", says) for keys, _, says in (row.partition(": ") for row in words["keylist"].values())]
    letters = el(
        "p",
        el("label", el("input", type="checkbox", checked=True, data_letters=True), el("span", words["letters"])),
        el("small", words["letters_help"]),
        class_="letters",
    )
    goto = el(
        "form",
        el("label", words["goto"], for_="goto-n", class_="sr"),
        el("input", type="number", id="goto-n", min=1, inputmode="numeric"),
        el("button", words["go"], type="submit"),
        method="dialog",
    )
    return [
        dialog("overview", words["overview"], el("ol", class_="cards")),
        dialog("goto", words["goto"], goto),
        dialog("keys", words["keys"], el("ul", keys, class_="keys"), letters),
        el("button", el("span", words["black"], class_="sr"), type="button", class_="black", hidden=True),
        el("div", class_="spot", hidden=True, aria_hidden="true"),
        el("p", role="status", class_="present-status"),
    ]
