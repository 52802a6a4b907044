"""The Explore page: one stage, one panel and one clock for all scales."""

from __future__ import annotations

from typing import Any, Final

from neuroviz.domain import Library
from neuroviz.film import make_film
from neuroviz.ui import icons, tour
from neuroviz.ui.clock import clock
from neuroviz.ui.frame import Page, Site
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.scales import SCALES, Scale
from neuroviz.ui.state import ViewState

SKIPS: Final = (("skip", "main"), ("skip_panel", "panel"), ("skip_clock", "clock"))
"""Ways past the bar on every page with a stage."""


def explore(library: Library, site: Site, state: ViewState) -> Page:
    """The page; the first picture follows the state, the scripts take it from there."""
    return Page(
        "explore",
        f"{library.words['pages']['explore']} – {library.words['frame']['brand']}",
        join([stage_and_clock(library, site, state, library.words["explore"]["title"]), tour.tour(library)]),
        config(library, site),
        data=data(state),
        skips=SKIPS,
        scripts=("tour.js",),
        ahead="stage.js",
    )


def config(library: Library, site: Site) -> dict[str, Any]:
    """What the scripts of the stage need; for every page that has one."""
    return {key: value for scale in SCALES for key, value in scale.config(library, site).items()}


def data(state: ViewState) -> tuple[str, ...]:
    """Data files that the stage needs at once."""
    return ("film", *next(s for s in SCALES if s.id == state["scale"]).data(state))


def stage_and_clock(library: Library, site: Site, state: ViewState, title: str, aside: Markup | None = None) -> Markup:
    """The ``main`` element with stage, panel and clock.

    Parameters
    ----------
    title
        The heading of the page, for those who do not see it.
    aside
        What stands in the panel before the words of the scales, which then are folded away; a lesson, for one.
    """
    return el(
        "main",
        el("h1", title, class_="sr"),
        _stage(library, site, state),
        _panel(library, site, state, aside),
        el(
            "section",
            [_of(s, "tools-of", "data_tools", s.tools(library, site, state), state) for s in SCALES],
            class_="toolrow",
            id="tools",
            aria_label=library.words["explore"]["controls"],
        ),
        el("section", class_="opened", id="opened", data_layer="time", aria_label=library.words["time"]["title"], hidden=True),
        clock(library, make_film(library), state),
        el("p", class_="summary sr", role="status"),
        id="main",
        class_="explore",
        tabindex="-1",
        data_island="explore",
        data_island_id="view",
        data_scale=str(state["scale"]),
        data_compare=str(state["compare"]),
        data_clock=str(state["clock"]),
    )


def _of(scale: Scale, name: str, attribute: str, inside: Markup, state: ViewState) -> Markup:
    """One part of a scale; only that of the present scale is shown."""
    return el("div", inside, class_=name, hidden=scale.id != state["scale"], **{attribute: scale.id})


def _stage(library: Library, site: Site, state: ViewState) -> Markup:
    return el(
        "section",
        [_of(s, "layer", "data_layer", s.layer(library, site, state), state) for s in SCALES],
        _rail(library, state),
        el(
            "button",
            icons.UI["tools"],
            type="button",
            class_="tools-button",
            popovertarget="tools",
            aria_label=library.words["explore"]["controls"],
        ),
        _notice(library),
        el("noscript", el("p", library.words["frame"]["no_script"], class_="no-script")),
        class_="stage",
        aria_label=library.words["explore"]["stage"],
    )


def _rail(library: Library, state: ViewState) -> Markup:
    """The scales that are there, from outside in; from under each lens a cone opens to the next."""
    words = library.words["scales"]
    lenses = [
        el(
            "button",
            el("span", s.icon, class_="lens"),
            el("span", el("b", words[s.id]["name"]), el("small", words[s.id]["size"]), class_="words"),
            type="button",
            data_to=s.id,
            aria_current="true" if s.id == state["scale"] else None,
        )
        for s in SCALES
    ]
    return el("nav", lenses, class_="rail", aria_label=words["rail"])


def _notice(library: Library) -> Markup:
    words = library.words["explore"]
    return el(
        "div",
        el("p"),
        el("button", words["notice_again"], type="button", class_="again", hidden=True),
        el("button", icons.UI["close"], type="button", data_do="dismiss", aria_label=words["notice_close"]),
        class_="notice",
        role="status",
        hidden=True,
    )


def _panel(library: Library, site: Site, state: ViewState, aside: Markup | None) -> Markup:
    """Where and when one is, what the scale says, and the marks."""
    words = library.words["explore"]
    grab = el("button", el("span"), type="button", class_="grab", data_do="grab", aria_expanded="false", aria_label=words["grab"])
    stop = library.clock.stops[round(float(state["t"] or 0))]
    where = el(
        "p",
        el("span", library.words["scales"][str(state["scale"])]["name"], data_slot="scale"),
        " ",
        el("em", stop.name, data_slot="time"),
        " ",
        el("span", stop.line, data_slot="line"),
        class_="where",
    )
    sides = [_of(s, "side-of", "data_side_of", s.side(library, site, state), state) for s in SCALES]
    inside = join([where, *sides, _legend(library, site)])
    if aside is not None:
        picture = el("summary", library.words["teach"]["lesson"]["picture"])
        inside = join([aside, el("details", picture, inside, class_="picture-words")])
    else:
        inside = join([tour.offer(library), inside])
    return el("aside", grab, inside, class_="panel", id="panel", aria_label=words["panel"], tabindex="0")


def _legend(library: Library, site: Site) -> Markup:
    """The three marks, each a link to what it means, and the line on medical advice."""
    href = f"{site.page('about')}#marks"
    marks = [el("a", icons.MARKS[m.mark], m.name, href=href, title=m.meaning) for m in library.about.marks]
    advice = el("span", library.words["frame"]["advice"], class_="advice")
    return el("div", marks, advice, class_="legend")
