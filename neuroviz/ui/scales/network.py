"""The network scale: the cortex with the network on it, its controls and its words."""

from __future__ import annotations

from typing import Any, Final

from neuroviz.atlas import Atlas, load_atlas, load_pack, own_atlases, selection
from neuroviz.colour import R_STEP
from neuroviz.domain import Library
from neuroviz.ui import beside, icons, network
from neuroviz.ui.beside.parts import correlation_key, mean_switch
from neuroviz.ui.change import overlay
from neuroviz.ui.changed import departs
from neuroviz.ui.first_picture import MOST_LINKS, OUTSIDE, first_picture
from neuroviz.ui.frame import Site
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.scales.base import Scale
from neuroviz.ui.scales.network_panel import side
from neuroviz.ui.state import POINT_ATLASES, SURFACE_ATLASES, VIEWS, ViewState
from neuroviz.ui.words import basis, hub_markup

LIMITS: Final = {"links": 1500, "rows": 200, "drawnLinks": MOST_LINKS}
"""At most this many links in the 3-D picture, rows in a table, links in the drawn picture; the strongest are kept."""


GATE: Final = "anterior-mpfc"
"""The hub in which the circuit lies: going deeper enters there."""


def config(library: Library, site: Site) -> dict[str, Any]:
    """Names, colours and limits that the browser needs."""
    return {
        "networks": {n.id: {"name": n.name, "token": n.token} for n in library.networks},
        "subsystems": {
            **{p.id: {"name": p.name, "token": p.token, "shape": p.shape} for p in library.subsystems},
            "none": {"token": OUTSIDE[0], "shape": OUTSIDE[1]},
        },
        "hubs": {h.id: hub_markup(h.id, library, site.page) for h in library.hubs},
        "gate": GATE,
        "weight": {"low": selection.WEIGHT[0], "high": selection.WEIGHT[1]},
        "limits": LIMITS,
        "correlation": {"step": R_STEP},
        "seed": dict(library.words["seed"]),
    }


def layer(library: Library, site: Site, state: ViewState) -> Markup:
    """The brain with all that stands on it."""
    words = library.words["explore"]
    atlas = load_atlas(str(state["atlas"]))
    return join(
        [
            el("p", words["picture_description"], class_="sr"),
            el("div", first_picture(library, state, atlas, network.shown(atlas, state)), class_="tier-drawn"),
            el("canvas", aria_hidden="true"),
            overlay(library),
            Markup('<svg class="leaders" aria-hidden="true"></svg>'),
            el("div", class_="callouts", aria_hidden="true"),
            el("div", class_="tip", hidden=True, aria_hidden="true"),
            el("div", class_="parcels", role="listbox", aria_label=words["parcels"]),
            el("div", class_="deeps", role="listbox", aria_label=library.words["slices"]["deep_list"], hidden=True),
            el("div", class_="tip deep-tip", hidden=True, aria_hidden="true"),
            _view_menu(library, state),
            _foot(library, atlas, departs(library, atlas, state)),
            Markup('<div class="compass" aria-hidden="true"><svg viewBox="-40 -40 80 80"></svg></div>'),
            beside.buttons(library, state),
            beside.region(library, site, state),
        ]
    )


def _icon_button(do: str, icon: str, name: str, needs_3d: bool = True) -> Markup:
    return el(
        "button",
        icons.UI[icon],
        type="button",
        data_do=do,
        aria_label=name,
        class_="needs-3d" if needs_3d else None,
    )


def _view_menu(library: Library, state: ViewState) -> Markup:
    words, choices = library.words["explore"], library.words["choices"]
    turns = [
        _icon_button("turn-left", "left", words["turn_left"], False),
        _icon_button("turn-right", "right", words["turn_right"], False),
        _icon_button("turn-up", "up", words["turn_up"], False),
        _icon_button("turn-down", "down", words["turn_down"], False),
        _icon_button("zoom-in", "plus", words["zoom_in"]),
        _icon_button("zoom-out", "minus", words["zoom_out"]),
    ]
    views = [_choice(state, "view", v, choices["view"][v]) for v in VIEWS]
    cortex = [_choice(state, "cortex", c, words[f"cortex_{c}"]) for c in ("glass", "matte")]
    tiers = [_choice(state, "tier", t, words[f"tier_{t}"]) for t in ("auto", "drawn")]
    inflate = el("input", type="range", id="inflate", min=0, max=100, step=1, value=0, data_key="inflate")
    deep = el("input", type="checkbox", data_key="deep", checked=state["deep"] is True)
    menu = el(
        "div",
        el("div", turns, class_="pad", role="group", aria_label=words["turning"]),
        el("fieldset", el("legend", words["viewpoints"]), views, class_="list"),
        el(
            "div",
            el("fieldset", el("legend", words["cortex"]), el("span", cortex, class_="seg"), class_="needs-3d"),
            el("fieldset", el("legend", words["tier"]), el("span", tiers, class_="seg")),
            class_="pair",
        ),
        el("p", el("label", words["inflate"], for_="inflate"), inflate, class_="needs-3d"),
        el("p", words["tier_less"], class_="needs-drawn"),
        el("p", words["tier_missing"], class_="needs-drawn", data_missing=True, hidden=True),
        el("label", deep, el("span", library.words["slices"]["deep_show"])),
        id="view-menu",
        class_="menu on-stage",
        popover=True,
    )
    button = el(
        "button",
        icons.UI["turn"],
        el("span", words["view_menu"]),
        type="button",
        class_="view-button",
        popovertarget="view-menu",
    )
    return join([button, menu])


def _choice(state: ViewState, key: str, value: str, name: str) -> Markup:
    """One radio of a choice that is part of the address."""
    chosen = state[key] == value
    return el(
        "label",
        el("input", type="radio", name=key, value=value, data_key=key, checked=chosen),
        el("span", name),
    )


def _foot(library: Library, atlas: Atlas, schematic: bool) -> Markup:
    """Legend of colours and shapes, and the basis of the picture: measured links, and what is drawn on them."""
    parts = [el("span", icons.shape(p.shape, p.token), p.name, data_look=f"{p.token} {p.shape}") for p in library.subsystems]
    nets = [
        el(
            "span",
            icons.shape(shape := "circle" if n.id == "Default" else "dot", n.token),
            n.name,
            data_look=f"{n.token} {shape}",
            hidden=True,
        )
        for n in library.networks
    ]
    words = library.words["explore"]
    token, kind = OUTSIDE
    parts.append(el("span", icons.shape(kind, token), words["outside"], data_look=f"{token} {kind}"))
    parts.append(el("span", el("i", class_="deep-swatch"), library.words["slices"]["deep_key"], class_="deep-key"))
    key = correlation_key(library, library.words["seed"]["key"])
    seed = el("div", key, mean_switch(library, "mean_short"), class_="seed-key")
    change = library.words["change"]
    ring = el("span", icons.shape("ring", "--stage-ink"), change["outside"], data_look=f"{token} ring", hidden=True)
    measured = el("span", icons.MARKS["data"], el("span", basis(atlas, library), data_slot="basis"), class_="measured")
    drawn = el("span", icons.MARKS["schematic"], el("span", change["line"]), class_="drawn-line", hidden=not schematic)
    others = el("span", icons.UI["people"], el("span"), class_="others", hidden=True)
    line = el("div", others, measured, drawn, class_="line")
    return el("div", el("div", parts, nets, ring, class_="key"), seed, line, class_="foot")


def tools(library: Library, site: Site, state: ViewState) -> Markup:
    """Atlas, what is shown, and the threshold of the links."""
    atlas = load_atlas(str(state["atlas"]))
    words, choices = library.words["explore"], library.words["choices"]
    groups = [
        el("optgroup", [_option(a, atlas.id) for a in ids], label=words[label])
        for ids, label in ((SURFACE_ATLASES, "atlas_cortex"), (POINT_ATLASES, "atlas_points"), (own_atlases(), "atlas_own"))
        if ids
    ]
    picker = el(
        "p",
        el("label", words["atlas"], for_="atlas"),
        el("select", groups, id="atlas", data_key="atlas"),
        class_="pick",
    )
    shows = [_choice(state, "show", s, choices["show"][s]) for s in selection.SHOWS]
    show = el("fieldset", el("legend", words["show"]), el("span", shows, class_="seg"), class_="show")
    histogram = Markup(
        '<svg class="histogram" viewBox="0 0 95 20" preserveAspectRatio="none" aria-hidden="true"><path class="all"/>'
        '<path class="kept"/></svg>'
    )
    slider = el(
        "input",
        type="range",
        id="r",
        min=0,
        max=0.95,
        step=0.01,
        value=0.5,
        data_key="r",
        aria_describedby="r-help",
    )
    threshold = el(
        "div",
        el("p", el("b", data_slot="links"), el("span", data_slot="r"), class_="read"),
        el("label", words["threshold_label"], for_="r", class_="sr"),
        el("div", histogram, slider, class_="track"),
        el("p", words["threshold_help"], id="r-help", class_="help"),
        class_="threshold",
    )
    return join([el("div", picker, show, class_="choices"), threshold])


def _option(atlas_id: str, chosen: str) -> Markup:
    return el("option", load_pack(atlas_id).manifest.title, value=atlas_id, selected=atlas_id == chosen)


def data(state: ViewState) -> tuple[str, ...]:
    """The atlas, and what the clock does to its links."""
    atlas = str(state["atlas"])
    change = ("film/network", f"film/network/{atlas}") if atlas in SURFACE_ATLASES else ()
    return (f"atlas/{atlas}", *change)


SCALE: Final = Scale("network", icons.SCALES["network"], layer, side, tools, config, data=data)
