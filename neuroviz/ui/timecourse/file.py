"""The file of the opened clock: its markup, and the numbers from which the browser draws what is chosen."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from neuroviz.domain import Library
from neuroviz.domain.regimens import Regimen
from neuroviz.film import make_film
from neuroviz.film.courses import course, weight_factors
from neuroviz.models.block import block_range
from neuroviz.models.pharmacokinetics import MOLAR_MASS
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.state import REGIMENS, WEIGHT
from neuroviz.ui.timecourse.axis import HOURS, SPANS, WEEKS, WIDTH, Axis, lines, ticks
from neuroviz.ui.timecourse.drug import BLOCK_TOP, PLASMA_TOP, block_row, day_rows, plasma_row
from neuroviz.ui.timecourse.results import blinding, fading_rows, gap_row, response_rows
from neuroviz.ui.timecourse.rows import Setting, heading, notes, quantity_row
from neuroviz.ui.words import Link

RODENT: Final = ("interneuron", "glutamate", "bdnf", "mtor", "proteins", "spines")
"""Quantities of the cascade, in the order in which they happen."""

LEVELS: Final = np.concatenate([[0.0], np.geomspace(0.5, 600, 90)])
"""ng/mL at which the block is told to the browser; in between it is blended."""


def time_file(library: Library, link: Link) -> dict[str, Any]:
    """All that the opened clock needs.

    Parameters
    ----------
    library
        Words, regimens, trials.
    link
        Address of a page by name.
    """
    film = make_film(library)
    axis = Axis(film.timeline)
    setting = Setting(library, film, axis, link)
    low, high = block_range(LEVELS)
    t = np.arange(0, film.timeline.last + 0.01, 0.05)
    return {
        "markup": _markup(setting),
        "words": dict(setting.words),
        "regimens": {r.id: _regimen(r, library, axis) for r in library.regimens.regimens},
        "weights": {"from": WEIGHT[0]},
        "molar": MOLAR_MASS,
        "block": {"at": np.round(LEVELS, 3).tolist(), "low": np.round(low, 4).tolist(), "high": np.round(high, 4).tolist()},
        "clock": {"t": np.round(t, 2).tolist(), "minutes": np.round(film.timeline.minutes(t), 3).tolist()},
        "ends": {"hours": HOURS * 60, "weeks": WEEKS * 7 * 1440},
        "width": WIDTH,
        "tops": {"plasma": PLASMA_TOP, "block": BLOCK_TOP},
        "quantities": [*RODENT, "dissociation", "pressure"],
        "trials": [_trial_rows(t) for t in library.trials.trials],
    }


def _regimen(regimen: Regimen, library: Library, axis: Axis) -> dict[str, Any]:
    held = course(regimen, library.regimens)
    return {
        "name": regimen.name,
        "said": regimen.said,
        "who": regimen.who,
        "note": regimen.note or "",
        "minutes": np.round(held.minutes, 1).tolist(),
        "steps": np.round(axis.steps("clock", held.minutes), 3).tolist(),
        "value": np.round(held.value, 2).tolist(),
        "factors": np.round(weight_factors(regimen), 4).tolist() if regimen.given.unit == "mg" else None,
        "peak": round(held.peak, 2),
        "peakAt": round(held.peak_at, 1),
    }


def _trial_rows(trial: Any) -> dict[str, Any]:
    """Results of a trial for the saved table."""
    return {
        "name": trial.name,
        "drug": trial.drug,
        "against": trial.against,
        "rows": [[measure, p.day, p.drug, p.control] for measure in ("response", "remission") for p in getattr(trial, measure)],
    }


def _markup(setting: Setting) -> Markup:
    words = setting.words
    drug = [heading(setting, "drug", "people"), plasma_row(setting), block_row(setting), _about_drug(setting)]
    day = [heading(setting, "day", "people"), *day_rows(setting)]
    early, late = RODENT[:4], RODENT[4:]
    rodent = [
        heading(setting, "rodent", "rodents"),
        [quantity_row(setting, q, without="weeks") for q in early],
        [quantity_row(setting, q) for q in late],
        notes(setting, RODENT),
    ]
    trials = [
        heading(setting, "trials", "people"),
        el(
            "div",
            blinding(setting),
            el("div", gap_row(setting), response_rows(setting), fading_rows(setting), class_="rows"),
            class_="beside-box",
        ),
    ]
    groups = [
        el("section", group, class_="rows", data_group=name, data_not=without)
        for name, group, without in (
            ("drug", drug, None),
            ("day", day, "weeks"),
            ("rodent", rodent, None),
            ("trials", trials, None),
        )
    ]
    charts = el("div", ticks(setting.axis, words), lines(setting.axis), groups, _tables(setting), class_="charts")
    return join(
        [
            el("h2", words["title"], class_="sr"),
            el("div", charts, class_="scroll", tabindex="0", role="region", aria_label=words["charts"]),
            _controls(setting),
        ]
    )


def _about_drug(setting: Setting) -> Markup:
    """What the model is, what the routes do and what is left out, folded away."""
    words, held = setting.words, setting.library.regimens
    routes = [el("li", el("b", r.name), ". ", r.says, " ", setting.sources(r.sources, r.checked)) for r in held.routes]
    left_out = [el("li", el("b", n.name), ". ", n.why, " ", setting.sources(n.sources)) for n in held.not_drawn]
    return el(
        "details",
        el("summary", words["details"]),
        el("p", words["about_model"], " ", setting.sources(("domino1984", "kamp2020", "spravato"))),
        el("p", words["about_weight"]),
        el("ul", routes),
        el("h5", words["not_drawn"]),
        el("ul", left_out),
        class_="notes",
    )


def _controls(setting: Setting) -> Markup:
    words = setting.words
    span = [
        el("label", el("input", type="radio", name="span", value=s, data_key="span"), el("span", words[f"span_{s}"]))
        for s in SPANS
    ]
    weight = el(
        "p",
        el("label", words["weight"], for_="weight"),
        el("input", type="range", id="weight", min=WEIGHT[0], max=WEIGHT[1], step=1, data_key="weight"),
        el("output", for_="weight"),
        class_="weigh",
    )
    return el(
        "section",
        el("p", words["guard"], class_="guard"),
        el(
            "div",
            _choice(setting, "regimen", none=False),
            _choice(setting, "regimen2", none=True),
            weight,
            el("fieldset", el("legend", words["span"], class_="sr"), span, class_="seg"),
            el("button", words["csv"], type="button", data_do="time-csv", class_="save"),
            class_="line",
        ),
        class_="time-tools",
        aria_label=words["controls"],
    )


def _choice(setting: Setting, key: str, *, none: bool) -> Markup:
    words, held = setting.words, setting.library.regimens
    groups = [
        el(
            "optgroup",
            [el("option", r.name, value=r.id) for r in held.regimens if r.kind == kind and r.id in REGIMENS],
            label=words[f"kind_{kind}"],
        )
        for kind in ("trial", "label", "route")
    ]
    first = el("option", words["none"], value="none") if none else None
    return el("p", el("label", words[key], for_=key), el("select", first, groups, id=key, data_key=key), class_="pick")


def _tables(setting: Setting) -> Markup:
    """What is drawn, as tables: levels follow the choice, trial results do not."""
    words = setting.words
    head = el(
        "tr", [el("th", words[k], scope="col") for k in ("trial", "people_n", "day", "drug", "responded", "remitted", "control")]
    )
    rows = []
    for t in setting.library.trials.trials:
        remitted = {p.day: p for p in t.remission}
        for p in t.response:
            r = remitted.get(p.day)
            control = "–" if p.control is None else f"{t.against}: {p.control:g}%" + ("" if r is None else f", {r.control:g}%")
            cells = (t.name, f"{t.n:,}", f"{p.day:g}", t.drug, f"{p.drug:g}%", "–" if r is None else f"{r.drug:g}%", control)
            rows.append(el("tr", el("th", cells[0], scope="row"), [el("td", c) for c in cells[1:]]))
    return el(
        "details",
        el("summary", words["table"]),
        _wide(words["table_levels"], el("thead"), el("tbody"), data_table="levels"),
        _wide(words["table_trials"], el("thead", head), el("tbody", rows)),
        class_="notes tables-of-time",
    )


def _wide(caption: str, head: Markup, body: Markup, **attrs: str) -> Markup:
    """A table that may be wider than its place: it scrolls there, by keyboard too."""
    table = el("table", el("caption", caption), head, body, **attrs)
    return el("div", table, class_="wide", role="group", tabindex="0", aria_label=caption)
