"""The scalp scale: a head with an electrode cap, the map between the electrodes, and the spectrum at one of them."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from neuroviz.atlas.eeg import Cap, load_cap
from neuroviz.domain import Library
from neuroviz.scenes import head
from neuroviz.ui import icons
from neuroviz.ui.codec import pack
from neuroviz.ui.frame import Site
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.scales.base import Scale, seam
from neuroviz.ui.scales.scalp_panel import side
from neuroviz.ui.state import ViewState

WAVES: Final = ("alpha", "gamma")
DB_STEP, FIELD_STEP = 0.1, 1e-3
LOW_DB, HIGH_DB = -26.0, 8.0
LOW_HZ, HIGH_HZ = 1.0, 48.0
BANDS: Final = {"alpha": (8.0, 12.0), "gamma": (30.0, 45.0)}


def layer(library: Library, site: Site, state: ViewState) -> Markup:
    """Head and spectrum."""
    words = library.words["scalp"]
    cap = load_cap()
    panes = [_pane(library, cap, name) for name in ("before", "now")]
    basis = el(
        "p",
        el("span", icons.MARKS["schematic"], words["simulated"], data_of="wave"),
        el("span", icons.MARKS["model"], words["computed"], data_of="field", hidden=True),
        class_="sc-basis",
    )
    return el(
        "div",
        el("p", words["description"], class_="sr"),
        el("div", panes, seam(library), class_="heads"),
        _scale_bar(library),
        _chart(library, cap),
        basis,
        class_="scalp",
    )


def _pane(library: Library, cap: Cap, name: str) -> Markup:
    words = library.words["scalp"]
    spoken = [words["script"]["sensor"].format(sensor=n) for n in cap.electrodes]
    places = [(float(x), float(y)) for x, y in cap.flat]
    over = head.over(cap.electrodes, places, spoken, words["left"], words["right"], words["picture"])
    return el(
        "figure",
        el("figcaption", el("b", words[name], data_slot="when" if name == "now" else None)),
        el(
            "div",
            Markup(head.under(f"sc-{name}")),
            el("canvas", width=64, height=64, aria_hidden="true"),
            el("div", Markup(over), class_="over-box", aria_hidden=None if name == "now" else "true", inert=name != "now"),
            class_="head-box",
        ),
        class_=f"pane {name}",
        data_pane=name,
        hidden=name == "before",
        data_difference=words["difference"],
    )


def _scale_bar(library: Library) -> Markup:
    return el("p", el("span", data_slot="low"), el("i"), el("span", data_slot="high"), class_="sc-scale", aria_hidden="true")


def across(hz: float) -> float:
    """Share of the width of the chart at a frequency."""
    return (hz - LOW_HZ) / (HIGH_HZ - LOW_HZ)


def _chart(library: Library, cap: Cap) -> Markup:
    words, script = library.words["scalp"]["chart"], library.words["scalp"]["script"]
    bands = [
        el(
            "i",
            el("span", script[name], el("small", script[f"{name}_range"])),
            class_="band",
            data_band=name,
            style=f"left:{100 * across(low):.1f}%;width:{100 * (across(high) - across(low)):.1f}%",
        )
        for name, (low, high) in BANDS.items()
    ]
    ticks = [el("span", f"{hz:g}", class_="tick-x", style=f"left:{100 * across(hz):.1f}%") for hz in (10, 20, 30, 40)]
    levels = [
        el("span", f"{db:g}".replace("-", "−"), class_="tick-y", style=f"top:{100 * (HIGH_DB - db) / (HIGH_DB - LOW_DB):.1f}%")
        for db in (0, -10, -20)
    ]
    svg = Markup(
        '<svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">'
        '<path class="sp-before"/><path class="sp-now"/></svg>'
    )
    name = el("p", el("b", words["name"], " ", el("span", data_slot="sensor")), class_="iv-name")
    key = [
        el("li", el("i", class_=f"swatch {k}"), el("span", words[k], data_slot=f"key-{k}"), data_of=k) for k in ("before", "now")
    ]
    return el(
        "section",
        name,
        el("p", words["y"], class_="axis-name"),
        el("div", el("div", bands, svg, ticks, levels, class_="plot"), class_="plot-box", role="img", aria_label=words["name"]),
        el("p", el("span", script["theta_range"], class_="theta"), " ", el("span", words["x"]), class_="axis-name x"),
        el("ul", key, class_="iv-key"),
        el("p", el("b", data_slot="reads"), el("span", data_slot="reads-more"), class_="iv-read"),
        class_="iv spectrum",
        aria_label=words["name"],
        data_box=f"{LOW_HZ} {HIGH_HZ} {LOW_DB} {HIGH_DB}",
    )


def tools(library: Library, site: Site, state: ViewState) -> Markup:
    """Rhythm, one place by itself, electrode."""
    words, script = library.words["scalp"]["controls"], library.words["scalp"]["script"]
    cap = load_cap()
    waves = [
        el(
            "label",
            el("input", type="radio", name="wave", value=w, data_key="wave", checked=state["wave"] == w),
            el("span", script[w], " ", el("small", script[f"{w}_range"])),
        )
        for w in WAVES
    ]
    places = [el("option", words["show_all"], value="none", selected=state["from"] == "none")]
    places += [el("option", s.name, value=s.id, selected=state["from"] == s.id) for s in library.scalp.sites]
    electrodes = [el("option", n, value=n.lower(), selected=state["site"] == n.lower()) for n in cap.electrodes]
    return join(
        [
            el("fieldset", el("legend", words["wave"], class_="sr"), el("span", waves, class_="seg"), class_="sc-wave"),
            el(
                "p",
                el("label", words["from"], for_="sc-from"),
                el("select", places, id="sc-from", data_key="from"),
                class_="sc-pick",
            ),
            el(
                "p",
                el("label", words["site"], for_="sc-site"),
                el("select", electrodes, id="sc-site", data_key="site"),
                class_="sc-pick",
            ),
        ]
    )


def data(library: Library) -> dict[str, Any]:
    """The data file of the scale."""
    cap = load_cap()

    def grids(values: Any, step: float) -> list[dict[str, int | str]]:
        return [pack(np.round(grid / step).astype(np.int64)) for grid in values]

    words = library.words["scalp"]
    return {
        "electrodes": list(cap.electrodes),
        "flat": np.round(cap.flat, 3).tolist(),
        "hz": cap.hz.tolist(),
        "spectra": grids(cap.spectra, DB_STEP),
        "maps": {"alpha": grids(cap.alpha, DB_STEP), "gamma": grids(cap.gamma, DB_STEP)},
        "fields": dict(zip(cap.sites, grids(cap.fields, FIELD_STEP), strict=True)),
        "steps": {"db": DB_STEP, "field": FIELD_STEP},
        "bands": BANDS,
        "sites": {s.id: s.name for s in library.scalp.sites},
        "words": {
            **words["script"],
            **{k: words[k] for k in ("weak", "strong", "less", "more", "negative", "positive", "now", "difference")},
        },
        "table": words["panel"],
    }


SCALE: Final = Scale("scalp", icons.SCALES["scalp"], layer, side, tools, data=lambda _: ("scalp",))
