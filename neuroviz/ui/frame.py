"""The frame around every page: head, top bar, display menu; the same document in the app and in a frozen copy."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from neuroviz.domain import Library
from neuroviz.ui import icons, navigation
from neuroviz.ui.bundles import boot
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.navigation import PAGES
from neuroviz.ui.state import described

__all__ = ["PAGES", "Page", "Site", "document", "message"]


@dataclass(frozen=True)
class Site:
    """Where a page finds its files and its sisters.

    Parameters
    ----------
    page
        Address of a page by name.
    files
        Start of the address of every file.
    suffix
        End of the address of every file: the version, so that a browser may keep it for a year.
    """

    page: Callable[[str], str]
    files: str
    suffix: str = ""

    def file(self, name: str) -> str:
        """Address of a file such as ``shell.js`` or ``data/cortex.js``."""
        return f"{self.files}{name}{self.suffix}"


@dataclass(frozen=True)
class Page:
    """What is particular to one page.

    Parameters
    ----------
    name
        One of `PAGES`, or ``""`` for a message.
    title
        Title of the window.
    body
        What stands below the top bar: one ``main`` element.
    config
        What the scripts need beyond words and parameters.
    data
        Data files that are needed at once.
    skips
        The links that lead past the bar: key of the words, and id of the place.
    scripts
        Bundles that this page needs beside the shell, such as ``teach.js``.
    bar
        False for a window that has nothing but its own content.
    ahead
        Bundle of the 3-D picture with which this page begins.
    """

    name: str
    title: str
    body: Markup
    config: Mapping[str, Any] = field(default_factory=dict)
    data: tuple[str, ...] = ()
    skips: tuple[tuple[str, str], ...] = (("skip_text", "main"),)
    scripts: tuple[str, ...] = ()
    bar: bool = True
    ahead: str = ""


def document(page: Page, library: Library, site: Site) -> str:
    """The whole HTML document of a page."""
    words = library.words["frame"]
    config = {
        "page": page.name or "message",
        "files": {"base": site.files, "suffix": site.suffix},
        "parameters": described(),
        "words": dict(library.words["script"]),
        **page.config,
    }
    head = join(
        [
            el("meta", charset="utf-8"),
            el("meta", name="viewport", content="width=device-width, initial-scale=1, viewport-fit=cover"),
            el("title", page.title),
            el("script", Markup(boot()), data_ahead=site.file(page.ahead) if page.ahead else None),
            # The first frame is the whole page, in its own font: half of it would be drawn twice.
            el("link", rel="expect", href="#nv-config", blocking="render"),
            _font(site),
            el("link", rel="stylesheet", href=site.file("neuroviz.css")),
            el("link", rel="icon", href=icons.FAVICON, type="image/png"),
            [_later(site.file(f"data/{name}.js"), name) for name in page.data],
            [_later(site.file(name)) for name in (*page.scripts, "shell.js")],
        ]
    )
    skips = [el("a", words[key], class_="skip", href=f"#{place}") for key, place in page.skips]
    text = json.dumps(config, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    data = el("script", Markup(text), type="application/json", id="nv-config")
    body = join([skips, navigation.bar(page.name, library, site.page) if page.bar else None, page.body, data])
    return (
        f'<!doctype html>\n<html lang="en" data-scheme="paper" data-tier="drawn" data-layout="desk" data-page="{page.name}">\n'
        f"<head>{head}</head>\n<body>{body}</body>\n</html>\n"
    )


def _font(site: Site) -> Markup | None:
    """The font of the page, asked for early; from a folder a browser does not allow that."""
    if not site.suffix:
        return None
    return el("link", rel="preload", href=f"{site.files}fonts/inter.woff2", as_="font", type="font/woff2", crossorigin="")


def _later(address: str, data: str = "") -> Markup:
    """A script that is fetched with the document and started by `boot`: one with data in any order, others as they stand."""
    return el("link", rel="preload", as_="script", href=address, data_run=data)


def message(title: str, text: str, library: Library) -> Page:
    """A page with one message, such as an address that leads nowhere."""
    body = el("main", el("h1", title), el("p", text), id="main", class_="text", tabindex="-1")
    return Page("", f"{title} – {library.words['frame']['brand']}", body)
