"""The panel of the Explore page: words, card of a parcel, tables, marks."""

from __future__ import annotations

from neuroviz.atlas import Atlas
from neuroviz.domain import Library
from neuroviz.ui import icons
from neuroviz.ui.frame import Site
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.words import view_words


def panel(library: Library, site: Site, atlas: Atlas, show: str) -> Markup:
    """The panel; the card and the tables are filled by the browser from templates."""
    words = library.words["explore"]
    grab = el(
        "button",
        el("span"),
        type="button",
        class_="grab",
        data_do="grab",
        aria_expanded="false",
        aria_label=words["grab"],
    )
    where = el("p", words["where_scale"], " ", el("em", words["where_what"]), class_="where")
    sides = el(
        "div",
        [
            el(
                "button",
                words[f"side_{side}"],
                type="button",
                data_do=side,
                data_side_button=side,
                aria_pressed="true" if side == "words" else "false",
            )
            for side in ("words", "tables")
        ],
        class_="sides seg",
        role="group",
        aria_label=words["sides"],
    )
    text = view_words(atlas, show, library, site.page)
    return el(
        "aside",
        grab,
        el("div", where, sides, class_="panel-head"),
        el("div", text, class_="words", data_key=f"{atlas.id} {show}"),
        el("div", class_="card", hidden=True),
        _tables(library),
        _legend(library, site),
        _templates(library),
        class_="panel",
        aria_label=words["panel"],
        data_side="words",
        tabindex="0",
    )


def _legend(library: Library, site: Site) -> Markup:
    """The three marks, each a link to what it means, and the line on medical advice."""
    href = f"{site.page('about')}#marks"
    marks = [el("a", icons.MARKS[m.mark], m.name, href=href, title=m.meaning) for m in library.about.marks]
    advice = el("span", library.words["frame"]["advice"], class_="advice")
    return el("div", marks, advice, class_="legend")


def _templates(library: Library) -> Markup:
    words = library.words["explore"]
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
        el("dl", rows, class_="facts"),
        el("h3", words["card_does"]),
        el("div", data_slot="does", class_="does"),
        el("h3", data_slot="partners-head"),
        el("ol", data_slot="partners", class_="partners"),
        el("p", icons.MARKS["data"], library.words["script"]["basis"], data_slot="partners-note", class_="basis"),
        el(
            "button",
            icons.UI["focus"],
            words["isolate"],
            type="button",
            class_="isolate",
            data_do="isolate",
            aria_pressed="false",
        ),
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
        links,
        el("p", data_slot="no-links", hidden=True),
        el("p", data_slot="cut", hidden=True),
        el("button", icons.UI["save"], words["csv"], type="button", data_do="csv", class_="csv"),
        parcels,
        class_="tables",
        hidden=True,
    )
