"""Beside the channel: what one sees, the steps, measured levels of ketamine, and the picture as tables."""

from __future__ import annotations

from neuroviz.domain import Library
from neuroviz.domain.receptor import ChannelStep
from neuroviz.ui import icons
from neuroviz.ui.frame import Site
from neuroviz.ui.markup import Markup, el
from neuroviz.ui.state import ViewState
from neuroviz.ui.words import sources, statement


def side(library: Library, site: Site, state: ViewState) -> Markup:
    """Words of the scale."""
    lab, words = library.receptor, library.words["receptor"]
    says = [statement(s, s.text, library, site.page) for s in lab.statements]
    views = library.words["explore"]
    aside = [
        el("div", el("b", views[key]), [el("p", t) for t in texts], class_=key.replace("_", "-"))
        for key, texts in (("dissent", lab.dissent), ("not_shown", lab.not_shown))
    ]
    levels = [
        el(
            "li",
            el("b", _level(a.low, a.high)),
            el("p", el("strong", f"{a.name}. "), a.says, " ", sources(a.sources, library, site.page)),
        )
        for a in lab.anchors
    ]
    return el(
        "div",
        [
            el("h2", lab.headline),
            el("p", lab.lead, class_="lead"),
            el("h3", words["panel"]["steps"]),
            el("ol", [_step(k, s, library, site) for k, s in enumerate(lab.steps)], class_="rc-steps"),
            el("ul", says, class_="says"),
            aside[0],
            el("h3", words["panel"]["levels"]),
            el("p", words["controls"]["anchors_note"], class_="basis"),
            el("ul", levels, class_="rc-levels"),
            _tables(library),
            aside[1],
        ],
        class_="words",
    )


def _level(low: float, high: float) -> str:
    return f"{low:g} µM" if low == high else f"{low:g}–{high:g} µM"


def _step(k: int, step: ChannelStep, library: Library, site: Site) -> Markup:
    """One step as a button, with its sentence, what it rests on and where it was seen."""
    words = library.words["receptor"]
    mark = next(m for m in library.about.marks if m.mark == step.mark)
    glyph = Markup(icons.MARKS[step.mark].replace('aria-hidden="true"', f'role="img" aria-label="{mark.name}"'))
    return el(
        "li",
        el("button", step.title, type="button", data_step=k + 1),
        el("p", step.says),
        el("span", glyph, el("span", words["levels"][step.level]), " ", sources(step.sources, library, site.page), class_="from"),
    )


def _tables(library: Library) -> Markup:
    """The parts with what each is, and the numbers of the curve; the browser fills the numbers."""
    words = library.words["receptor"]["panel"]

    def head(*names: str) -> Markup:
        return el("thead", el("tr", [el("th", n, scope="col") for n in names]))

    parts = [el("tr", el("th", p.spoken or p.name, scope="row"), el("td", p.says)) for p in library.receptor.parts]
    return el(
        "details",
        el("summary", words["table"]),
        el("p", class_="lead", data_slot="summary"),
        el(
            "table",
            el("caption", words["numbers"]),
            head(words["voltage"], words["free"], words["with_mg"], words["least"], words["most"]),
            el("tbody", data_slot="numbers"),
        ),
        el("button", icons.UI["save"], words["csv"], type="button", data_do="rc-csv", class_="csv"),
        el("table", el("caption", words["parts"]), head(words["part"], words["is"]), el("tbody", parts)),
        class_="tables rc-tables",
    )
