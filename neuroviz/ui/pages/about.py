"""The About page: what NeuroViz is, its three marks, its limits."""

from __future__ import annotations

from neuroviz import __version__
from neuroviz.domain import Library
from neuroviz.ui import icons
from neuroviz.ui.frame import Page, Site
from neuroviz.ui.markup import Markup, el


def about(library: Library, site: Site) -> Page:
    """The page, all of it from ``about.yaml``."""
    text, words = library.about, library.words["about"]
    marks = [el("li", icons.MARKS[m.mark], el("div", el("b", m.name), " ", m.meaning)) for m in text.marks]
    cited = [el("li", el("a", library.references[k].label, href=f"{site.page('sources')}#{k}")) for k in text.cite.references]

    def section(key: str, *children: object) -> Markup:
        return el("section", el("h2", words[key]), *children, id=key)

    body = el(
        "main",
        el("h1", text.headline),
        section("what_is", [el("p", p) for p in text.what]),
        section("marks", el("ul", marks, class_="marks")),
        section("limits", el("ul", [el("li", p) for p in text.limits])),
        section("advice", el("p", text.not_medical)),
        section("checks", el("p", text.checks)),
        section("privacy", el("p", text.privacy)),
        section("cite", el("p", text.cite.text), el("p", text.cite.atlases), el("ul", cited)),
        el("p", f"NeuroViz {__version__}", class_="version"),
        id="main",
        class_="text",
        tabindex="-1",
    )
    return Page("about", f"{words['title']} – {library.words['frame']['brand']}", body)
