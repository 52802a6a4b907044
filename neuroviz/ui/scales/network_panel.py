"""Beside the network: words, card of a parcel, tables."""

from __future__ import annotations

from neuroviz.atlas import load_atlas
from neuroviz.domain import Library
from neuroviz.ui import icons, network
from neuroviz.ui.beside.parts import mean_switch
from neuroviz.ui.change import doubts, moment_now, moves, switches, table
from neuroviz.ui.changed import changes, moving
from neuroviz.ui.frame import Site
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.state import ViewState
from neuroviz.ui.words import view_words


def side(library: Library, site: Site, state: ViewState) -> Markup:
    """Words of the view, card of a parcel, tables; card and tables are filled by the browser from templates."""
    words = library.words["explore"]
    atlas = load_atlas(str(state["atlas"]))
    show = network.shown(atlas, state)
    sides = el(
        "div",
        [
            el(
                "button",
                words[f"side_{name}"],
                type="button",
                data_do=name,
                data_side_button=name,
                aria_pressed="true" if name == "words" else "false",
            )
            for name in ("words", "tables")
        ],
        class_="sides seg",
        role="group",
        aria_label=words["sides"],
    )
    told = moving(state) and changes(atlas)
    unlinked = el("p", library.words["change"]["unlinked"], class_="unlinked others-told", hidden=told or not moving(state))
    text = view_words(atlas, show, library, site.page)
    return join(
        [
            el("div", sides, class_="panel-head"),
            unlinked,
            switches(library, state),
            el("div", moment_now(library, state, site.page), class_="moment", hidden=not told),
            el("div", text, class_="words", data_key=f"{atlas.id} {show}", hidden=told),
            doubts(library, state),
            moves(library),
            el("div", class_="card", hidden=True),
            _tables(library),
            _templates(library),
        ]
    )


def _templates(library: Library) -> Markup:
    words, seed = library.words["explore"], library.words["seed"]
    facts = [
        (words["card_where"], "coordinate"),
        (words["card_network"], "network"),
        (words["card_atlas"], "atlas-name"),
        (words["card_size"], "size"),
    ]
    rows = [el("div", el("dt", name), el("dd", data_slot=slot)) for name, slot in facts]
    card = el(
        "template",
        el("button", icons.UI["left"], words["card_back"], type="button", class_="back", data_do="clear"),
        el("h2", data_slot="title"),
        el("div", data_slot="does", class_="does"),
        el(
            "p",
            el("button", icons.UI["paint"], seed["paint"], type="button", data_do="seed", aria_pressed="false"),
            class_="seed",
        ),
        el("h3", data_slot="partners-head"),
        el(
            "p",
            el("b", seed["before"]),
            " ",
            seed["before_why"],
            data_slot="partners-before",
            class_="partners-before",
            hidden=True,
        ),
        el("ol", data_slot="partners", class_="partners"),
        el("button", type="button", data_do="ranked", data_slot="more", class_="more"),
        el(
            "p",
            icons.MARKS["data"],
            el("span", library.words["script"]["basis"], ". ", seed["in_whom"]),
            data_slot="partners-note",
            class_="basis",
        ),
        el("div", el("h3", seed["strips"]), el("ul", data_slot="strips", class_="strips"), class_="by-network"),
        el("p", seed["strips_note"], class_="by-network note"),
        el("div", mean_switch(library), class_="by-network"),
        el(
            "button",
            icons.UI["focus"],
            words["isolate"],
            type="button",
            class_="isolate",
            data_do="isolate",
            aria_pressed="false",
        ),
        el("dl", rows, class_="facts"),
        id="card-template",
    )
    partner = el(
        "template",
        el(
            "li",
            el(
                "button",
                el("span", data_slot="name"),
                el("small", data_slot="network"),
                el("b", data_slot="r"),
                el("i", class_="bar", aria_hidden="true"),
                type="button",
            ),
        ),
        id="partner-template",
    )
    return join([card, partner])


def _head(*names: str) -> Markup:
    return el("thead", el("tr", [el("th", n, scope="col") for n in names]))


def _tables(library: Library) -> Markup:
    words = library.words["explore"]
    links = el(
        "table",
        el("caption", words["table_links"]),
        _head(words["table_from"], words["table_to"], words["table_r"]),
        el("tbody", data_slot="links"),
        data_slot="links-table",
    )
    parcels = el(
        "table",
        el("caption", words["table_parcels"]),
        _head(words["table_from"], words["table_name"], words["table_network"], words["table_mni"]),
        el("tbody", data_slot="parcels"),
    )
    return el(
        "div",
        el("p", data_slot="summary", class_="lead"),
        table(library),
        links,
        el("p", data_slot="no-links", hidden=True),
        el("p", data_slot="cut", hidden=True),
        el("button", icons.UI["save"], words["csv"], type="button", data_do="csv", class_="csv"),
        parcels,
        class_="tables",
        hidden=True,
    )
