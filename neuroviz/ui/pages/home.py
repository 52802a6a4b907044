"""The start page: what this is, three doors, and the questions that people come with."""

from __future__ import annotations

from typing import Final

from neuroviz.atlas import load_atlas
from neuroviz.atlas.drawn_views import load_drawn_parcels, load_drawn_view
from neuroviz.domain import Library
from neuroviz.scenes.brain import VIEWBOX, draw_brain
from neuroviz.scenes.nodes import gradients
from neuroviz.ui import claims, icons
from neuroviz.ui.first_picture import OUTSIDE, picture
from neuroviz.ui.frame import Page, Site
from neuroviz.ui.markup import Markup, el
from neuroviz.ui.navigation import built
from neuroviz.ui.state import read

MARGIN: Final = 60
"""Around the brain, in units of the drawing; on Explore there are labels there."""

DOORS: Final = {"teach": ("lesson", "explore"), "learn": ("evidence",), "explore": ("explore",)}
"""Where each door leads: to the first page that is built."""


def home(library: Library, site: Site) -> Page:
    """The page."""
    words = library.words["home"]
    body = el(
        "main",
        _hero(library, site),
        el("section", [_door(name, library, site) for name in DOORS], class_="ways", aria_label=words["doors"]),
        _asked(library, site),
        _honest(library, site),
        el("p", words["advice"], class_="advice"),
        id="main",
        class_="text reading home",
        tabindex="-1",
    )
    return Page("home", str(library.words["frame"]["brand"]), body)


def _hero(library: Library, site: Site) -> Markup:
    words = library.words["home"]
    says = el(
        "div",
        el("h1", words["title"]),
        el("p", words["lead"], class_="lead"),
        el(
            "p",
            el("a", words["explore"]["go"], href=site.page("explore"), class_="button first"),
            el("a", words["tour"], href=f"{site.page('explore')}#tour", class_="button scripted"),
            class_="buttons",
        ),
        class_="said",
    )
    caption = el("figcaption", icons.MARKS["data"], el("span", words["caption"]))
    brain = el("div", _brain(library), role="img", aria_label=words["picture"], class_="brain")
    return el("section", says, el("figure", brain, caption), class_="hero")


def _brain(library: Library) -> Markup:
    """The network as it is drawn on Explore, without labels: the words stand beside it."""
    state, atlas = read({}), load_atlas("schaefer-100")
    drawn = picture(library, state, atlas, "dmn")
    still = type(drawn)(drawn.nodes, drawn.links, (), drawn.territory, space=drawn.space, attributes={"aria-hidden": "true"})
    view = load_drawn_view("hero")
    x0, y0, x1, y1 = view.box()
    close = " ".join(f"{v:.0f}" for v in (x0 - MARGIN, y0 - MARGIN, x1 - x0 + 2 * MARGIN, y1 - y0 + 2 * MARGIN))
    svg = draw_brain(view, load_drawn_parcels("hero", atlas.id), still)
    tokens = [OUTSIDE[0], *(p.token for p in library.subsystems)]
    cut = svg.replace(f'viewBox="{" ".join(map(str, VIEWBOX))}"', f'viewBox="{close}"', 1)
    return Markup(f'<svg class="drawn defs" width="0" height="0" aria-hidden="true">{gradients("live", tokens)}</svg>{cut}')


def _door(name: str, library: Library, site: Site) -> Markup:
    words = library.words["home"][name]
    page = built(DOORS[name])[0]
    go = words["go"] if page == DOORS[name][0] else words["early"]
    return el(
        "a",
        el("h2", words["name"]),
        el("p", words["text"]),
        el("span", go, icons.UI["right"], class_="go"),
        href=site.page(page),
        class_="way",
    )


def _asked(library: Library, site: Site) -> Markup:
    words = library.words["home"]
    rows = []
    for question in library.evidence.questions:
        claim = library.claim(question.claim)
        href = claims.address(claim.id, site.page)
        rows.append(el("li", el("a", el("span", question.ask), claims.verdict(claim.verdict, library), href=href)))
    every = el("a", words["asked_all"].format(n=len(library.claims)), href=site.page("evidence"))
    return el("section", el("h2", words["asked"]), el("ul", rows), el("p", every), class_="ask")


def _honest(library: Library, site: Site) -> Markup:
    marks = [el("li", icons.MARKS[m.mark], el("div", el("b", m.name), " ", m.meaning)) for m in library.about.marks]
    return el("section", el("h2", library.words["home"]["honest"]), el("ul", marks, class_="marks"), class_="honest")
