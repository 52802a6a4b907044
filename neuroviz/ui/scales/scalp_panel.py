"""Beside the head: what one sees, what EEG can and cannot tell, the recordings, the settings, and the numbers as a table."""

from __future__ import annotations

from neuroviz.atlas.eeg import load_cap
from neuroviz.domain import Library
from neuroviz.ui import icons
from neuroviz.ui.frame import Site
from neuroviz.ui.markup import Markup, el
from neuroviz.ui.state import ViewState
from neuroviz.ui.words import sources, statement


def side(library: Library, site: Site, state: ViewState) -> Markup:
    """Words of the scale."""
    view, words, explore = library.scalp, library.words["scalp"]["panel"], library.words["explore"]
    says = [statement(s, s.text, library, site.page) for s in view.statements]
    tells = [
        el("div", el("h3", words[name]), el("ul", [el("li", t) for t in texts]), class_=f"sc-{name}")
        for name, texts in (("can", view.can), ("cannot", view.cannot))
    ]
    studies = [
        el("tr", el("th", sources([s.key], library, site.page), scope="row"), el("td", s.who), el("td", s.found))
        for s in view.studies
    ]
    return el(
        "div",
        el("h2", view.headline),
        el("p", view.lead, class_="lead"),
        el("ul", says, class_="says"),
        tells,
        el("div", el("b", explore["dissent"]), [el("p", t) for t in view.dissent], class_="dissent"),
        el(
            "table",
            el("caption", words["studies"]),
            _head(words["study"], words["who"], words["found"]),
            el("tbody", studies),
            class_="sc-table",
        ),
        _settings(library),
        _numbers(library),
        el("div", el("b", explore["not_shown"]), [el("p", t) for t in view.not_shown], class_="not-shown"),
        class_="words",
    )


def _head(*names: str) -> Markup:
    return el("thead", el("tr", [el("th", n, scope="col") for n in names]))


def _settings(library: Library) -> Markup:
    """What was set, not measured."""
    words = library.words["scalp"]["panel"]
    rows = [
        el("tr", el("th", words[f"setting_{name}"], scope="row"), el("td", f"{before:g}"), el("td", f"{during:g}"))
        for name, (before, during) in load_cap().settings.items()
    ]
    table = el(
        "table",
        el("caption", words["settings"]),
        _head(words["setting"], words["before"], words["during"]),
        el("tbody", rows),
        class_="sc-table",
    )
    return el("div", table, el("p", icons.MARKS["schematic"], el("span", words["settings_note"]), class_="basis"))


def _numbers(library: Library) -> Markup:
    words = library.words["scalp"]["panel"]
    columns = ("electrode", "alpha_before", "alpha_now", "gamma_before", "gamma_now")
    return el(
        "details",
        el("summary", words["table"]),
        el("p", class_="lead", data_slot="summary"),
        el(
            "table",
            el("caption", words["numbers"]),
            _head(*(words[c] for c in columns)),
            el("tbody", data_slot="numbers"),
            class_="sc-table",
        ),
        el("button", icons.UI["save"], words["csv"], type="button", data_do="sc-csv", class_="csv"),
        class_="tables rc-tables",
    )
