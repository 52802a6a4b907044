"""Before and after on the network, as data files and markup: what the browser blends, and the words beside it."""

from __future__ import annotations

from typing import Any

from neuroviz.atlas import Atlas
from neuroviz.domain import Library
from neuroviz.domain.scenarios import BASELINES, PEOPLE, ChangeSpec, Finding, Moment
from neuroviz.film import edges
from neuroviz.film.network import payload
from neuroviz.ui import icons
from neuroviz.ui.changed import film
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.state import SURE, ViewState
from neuroviz.ui.words import Link, statement


def change_data(library: Library, link: Link) -> dict[str, Any]:
    """The film of the network for every choice of people and before, with its words."""
    spec, stops = library.scenarios, [s.id for s in library.clock.stops]
    return {
        "pairs": [{"id": p.id, "name": p.name, "about": p.about, "said": p.said} for p in spec.pairs],
        "films": payload(spec, library.clock),
        "changes": [_change(change, library, link) for change in spec.changes],
        "unmeasured": spec.unmeasured_r,
        "moments": [moment_markup(m, library, link) for m in library.moments],
        "headlines": [m.headline for m in library.moments],
        "stops": {
            f"{people}/{baseline}": [library.moments.index(library.moment(stop, people, baseline)) for stop in stops]
            for people in PEOPLE
            for baseline in BASELINES
        },
        "words": library.words["change"],
    }


def edge_data(atlas: Atlas, library: Library) -> dict[str, Any]:
    """Which links of an atlas belong to which pair, and what is drawn outside the cortex."""
    return edges.payload(atlas, library)


def _change(change: ChangeSpec, library: Library, link: Link) -> dict[str, Any]:
    spec, words = library.scenarios, library.words["change"]
    support, against = ([spec.finding(f) for f in ids] for ids in (change.support, change.against))
    verdict = el("p", words["verdict"].format(verdict=change.verdict), f". {change.note}" if change.note else None, class_="note")
    return {
        "confidence": change.confidence,
        "measured": words[f"measured_{change.measured}"],
        "verdict": change.verdict,
        "short": _short(support[:2], library),
        "against": words["against_short"].format(studies=_short(against, library)),
        "studies": join([verdict, _findings(words["for"], support, library, link)]),
        "dissent": _findings(words["against"], against, library, link) if against else "",
    }


def _short(findings: list[Finding], library: Library) -> str:
    return ", ".join(dict.fromkeys(library.references[f.key].label for f in findings))


def _findings(head: str, findings: list[Finding], library: Library, link: Link) -> Markup:
    doubt = library.words["change"]["unchecked"]
    items = [
        el(
            "li",
            el("a", library.references[f.key].label, class_="src", href=f"{link('sources')}#{f.key}"),
            f" ({f.who}) ",
            f.found,
            None if f.checked else el("span", f" {doubt}", class_="doubt"),
        )
        for f in findings
    ]
    return el("div", el("b", head), el("ul", items), class_="findings")


def moment_markup(moment: Moment, library: Library, link: Link) -> Markup:
    """The panel at a moment: headline, lead, statements with marks, sources and confidence, and who disagrees."""
    says = [statement(s, s.text, library, link) for s in moment.statements]
    dissent = el("div", el("b", library.words["change"]["dissent"]), [el("p", t) for t in moment.dissent], class_="dissent")
    return join([el("h2", moment.headline), el("p", moment.lead, class_="lead"), el("ul", says, class_="says"), dissent])


def moves(library: Library) -> Markup:
    """The changes of the moment, largest first; the browser fills it."""
    return el("ul", class_="moves", hidden=True, aria_label=library.words["change"]["table"])


def moment_now(library: Library, state: ViewState, link: Link) -> Markup:
    """The panel in the state of the address."""
    stop = library.clock.stops[round(float(state["t"] or 0))].id
    return moment_markup(library.moment(stop, str(state["people"]), str(state["baseline"])), library, link)


def overlay(library: Library) -> Markup:
    """What stands on the stage beside the brains: titles of the panes, their seam, and the handle of the wipe."""
    words = library.words["change"]
    title = [el("p", el("b"), el("small"), el("span"), class_=f"pane-title {kind}") for kind in ("before", "now")]
    handle = el(
        "div",
        el("span", icons.UI["wipe"], class_="grip"),
        class_="wiper",
        role="slider",
        tabindex="0",
        aria_label=words["wipe"],
        aria_valuemin=5,
        aria_valuemax=95,
        aria_valuenow=50,
        hidden=True,
    )
    return join([el("div", title, el("i", class_="seam", hidden=True), class_="titles", aria_hidden="true"), handle])


def _seg(library: Library, state: ViewState, key: str, options: tuple[str, ...]) -> Markup:
    words = library.words["change"]
    chosen = [
        el(
            "label",
            el("input", type="radio", name=key, value=o, data_key=key, checked=state[key] == o),
            el("span", words[f"{key}_{o}"]),
        )
        for o in options
    ]
    return el("fieldset", el("legend", words[key]), el("span", chosen, class_="seg"), class_=f"switch {key}")


def switches(library: Library, state: ViewState) -> Markup:
    """Who is shown, that others were measured where so, and compared with which before."""
    words, people = library.words["change"], film(library, state).part(float(state["t"] or 0)).people
    others = people != state["people"]
    told = words["others"].format(people=words[f"measured_{people}"]) if others else None
    parts = [
        _seg(library, state, "people", PEOPLE),
        el("p", told, data_slot="others", class_="others-told", hidden=not others),
        _seg(library, state, "baseline", BASELINES),
    ]
    return el("div", parts, class_="switches")


def doubts(library: Library, state: ViewState) -> Markup:
    """How sure one wants to be, and who disagrees."""
    dissent = el(
        "label",
        el("input", type="checkbox", role="switch", data_key="dissent", checked=bool(state["dissent"])),
        el("span", library.words["change"]["dissent"]),
        class_="switch dissents",
    )
    return el("div", _seg(library, state, "sure", SURE), dissent, class_="switches doubts")


def table(library: Library) -> Markup:
    """The ranked table of changes; the browser fills it, so that it equals the picture."""
    words = library.words["change"]
    head = [el("th", words[f"col_{name}"], scope="col", role="columnheader") for name in ("what", "way", "sure", "studies")]
    return el(
        "div",
        el(
            "table",
            el("caption", words["table"]),
            el("thead", el("tr", head, role="row"), role="rowgroup"),
            el("tbody", data_slot="changes", role="rowgroup"),
            class_="changes",
            role="table",
        ),
        el("p", icons.MARKS["schematic"], el("span", words["line"], ". ", words["size_note"]), class_="basis"),
        class_="change-table",
    )
