"""The list of all publications, each with how far it was checked."""

from __future__ import annotations

from neuroviz.domain import Library
from neuroviz.domain.evidence import Reference
from neuroviz.ui.frame import Page, Site
from neuroviz.ui.markup import Markup, el


def sources(library: Library, site: Site) -> Page:
    """The page; every entry can be linked to by its key."""
    words = library.words["sources"]
    entries = sorted(library.references.values(), key=lambda r: r.label.casefold())
    body = el(
        "main",
        el("h1", words["title"]),
        el("p", words["lead"], class_="lead"),
        el("ul", [_entry(r, library) for r in entries], class_="references"),
        id="main",
        class_="text",
        tabindex="-1",
    )
    return Page("sources", f"{words['title']} – {library.words['frame']['brand']}", body)


def _entry(reference: Reference, library: Library) -> Markup:
    words = library.words["sources"]
    standing = words[reference.standing.replace(" ", "_").replace("-", "_")]
    link = (
        el("a", f"{words['doi']} {reference.doi}" if reference.doi else reference.url, href=reference.url)
        if reference.url
        else None
    )
    tag = el("span", standing, class_=f"standing {'good' if reference.checked else 'open'}")
    note = el("small", reference.note) if reference.note else None
    return el("li", el("p", reference.text, " ", link), tag, note, id=reference.key)
