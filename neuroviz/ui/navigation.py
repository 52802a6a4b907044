"""The top bar: the pages of the product, the menu of the rest, and the tools of a page.

A page that is not in `PAGES` is not linked to, so that no link leads nowhere. Adding a page takes its name here, its builder in
`neuroviz.ui.pages` and its name on the screen in ``interface.yaml`` (``pages``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from neuroviz.domain import Library
from neuroviz.ui import icons
from neuroviz.ui.markup import Markup, el, join

PAGES: Final = (
    "home",
    "lesson",
    "explore",
    "evidence",
    "quiz",
    "glossary",
    "safety",
    "about",
    "data",
    "sources",
    "check",
    "present",
    "notes",
)
"""Every page that is built."""

MAIN: Final = ("lesson", "explore", "evidence", "quiz", "glossary")
"""What stands in the bar, in this order, as far as it is built."""

MORE: Final = ("safety", "about", "data", "sources", "check")
"""What stands in the menu."""

PRESENTED: Final = ("explore", "lesson")
"""Pages from which a presentation can be started."""

HOME: Final = "home"


def built(names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the names that have a page."""
    return tuple(name for name in names if name in PAGES)


def bar(name: str, library: Library, page: Callable[[str], str]) -> Markup:
    """The top bar.

    Parameters
    ----------
    name
        The page that is on screen; ``""`` for a message.
    library
        The words.
    page
        Address of a page by name.
    """
    words = library.words["frame"]
    brand = el(
        "a",
        icons.BRAND,
        el("span", words["brand"]),
        class_="brand",
        href=page(HOME),
        aria_current="page" if name == HOME else None,
    )
    tools = el(
        "div",
        _display(library),
        _copy(library) if name in PRESENTED else None,
        _present(library, page) if name in PRESENTED and "present" in PAGES else None,
        class_="tools",
        data_island="display",
    )
    return el("header", brand, _pages(name, library, page), tools, class_="bar")


def _link(name: str, current: str, library: Library, page: Callable[[str], str]) -> Markup:
    text = library.words["pages"][name]
    return el("a", text, href=page(name), aria_current="page" if name == current else None)


def _pages(name: str, library: Library, page: Callable[[str], str]) -> Markup:
    """Links in the bar, and a menu that holds the rest; where there is no room for links, the menu holds all of them."""
    words = library.words["frame"]
    in_bar = [_link(n, name, library, page) for n in built(MAIN)]
    main = [el("li", _link(n, name, library, page), class_="in-menu") for n in built(MAIN)]
    more = [el("li", _link(n, name, library, page)) for n in built(MORE)]
    button = el(
        "button",
        el("span", words["more"], class_="in-bar"),
        icons.UI["more"],
        el("span", words["menu"], class_="in-menu"),
        type="button",
        class_="more-button" + (" is-here" if name in MORE else ""),
        popovertarget="pages-menu",
    )
    menu = el("ul", main, more, id="pages-menu", class_="menu pages-menu", popover=True)
    return el("nav", in_bar, button, menu, class_="pages", aria_label=words["pages"])


def _present(library: Library, page: Callable[[str], str]) -> Markup:
    words = library.words["frame"]
    return el("a", icons.UI["present"], el("span", words["present"]), class_="tool present", href=page("present"))


def _display(library: Library) -> Markup:
    words = library.words["frame"]
    schemes = [
        el("label", el("input", type="radio", name="scheme", value=s), el("span", words[f"scheme_{s}"]))
        for s in ("auto", "paper", "dark", "projector")
    ]
    menu = el(
        "div",
        el("fieldset", el("legend", words["scheme"]), schemes),
        el("label", el("input", type="checkbox", name="still"), el("span", words["motion"])),
        id="display-menu",
        class_="menu",
        popover=True,
    )
    button = el(
        "button",
        icons.UI["contrast"],
        el("span", words["display"]),
        type="button",
        class_="tool",
        popovertarget="display-menu",
    )
    return join([button, menu])


def _copy(library: Library) -> Markup:
    return el(
        "button",
        icons.UI["link"],
        el("span", library.words["script"]["copy_link"]),
        type="button",
        class_="tool",
        data_copy=True,
    )
