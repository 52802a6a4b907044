"""The receptor scale: one NMDA channel, the current through it, and what may be set by hand."""

from __future__ import annotations

from typing import Any, Final, cast

from neuroviz.domain import Library
from neuroviz.film import make_film
from neuroviz.models.receptor import FORMS, Form
from neuroviz.scenes import receptor as scene
from neuroviz.ui import icons
from neuroviz.ui.frame import Site
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.scales.base import Scale, seam
from neuroviz.ui.scales.receptor_chart import chart
from neuroviz.ui.scales.receptor_lab import CONCENTRATIONS, MAGNESIUM, MICROMOLAR, Setting, drawn, moment, payload
from neuroviz.ui.scales.receptor_panel import side
from neuroviz.ui.state import ViewState


def setting(library: Library, state: ViewState) -> Setting:
    """What an address asks for; ketamine that is not given is the plasma level on the clock."""
    ket = state["ket"]
    if ket is None:
        level = make_film(library).quantities["plasma"](float(cast("float", state["t"]))) * MICROMOLAR
    else:
        level = float(cast("float", ket))
    return Setting(
        v=float(cast("float", state["v"])),
        mg=float(cast("float", state["mg"])),
        glu=bool(state["glu"]),
        ket=level,
        form=cast("Form", state["form"]),
        held=state["step"] == 5,
    )


def layer(library: Library, site: Site, state: ViewState) -> Markup:
    """The channel, its current, and the step that is shown; at another scale the drawing waits in the data file."""
    words = library.words["receptor"]
    now = setting(library, state)
    here = state["scale"] == "receptor"
    before = el(
        "figure",
        el("figcaption", el("b", words["before"]), " ", el("span", words["before_note"])),
        class_="pane before",
        data_pane="before",
        hidden=True,
    )
    present = el(
        "figure",
        el(
            "figcaption",
            el("b", words["now"], data_slot="when"),
            " ",
            el("span", data_slot="what"),
            data_difference=words["difference"],
        ),
        picture(library, now) if here else None,
        class_="pane now",
        data_pane="now",
    )
    tip = el("p", el("b"), " ", el("span"), class_="rc-tip", hidden=True, aria_hidden="true")
    return el(
        "div",
        defs() if here else None,
        el("p", words["description"], class_="sr"),
        el("div", before, present, seam(library), tip, class_="channels"),
        chart(library, now),
        _stepper(library, now),
        el("p", icons.MARKS["schematic"], el("span", words["basis"]), class_="rc-basis"),
        class_="receptor",
    )


def defs() -> Markup:
    """What the drawing refers to, in a hidden drawing of its own."""
    return Markup(f'<svg class="defs" width="0" height="0" aria-hidden="true"><defs>{scene.defs()}</defs></svg>')


def data(library: Library) -> dict[str, Any]:
    """The data file of the scale: the lab, and the drawing for pages that began at another scale."""
    return {**payload(library), "defs": defs(), "picture": picture(library, Setting(-70, 1, True, 0))}


def picture(library: Library, now: Setting) -> Markup:
    """The channel as a drawing."""
    words = library.words["receptor"]
    names = {p.id: (p.name, f"{p.spoken or p.name}: {p.says}") for p in library.receptor.parts}
    labels = {
        k: words[k] for k in ("outside", "inside", "in", "out", "plugs", "inside_pore", "trapped", "ions_pass", "gate_shut")
    }
    return Markup(scene.draw(names, drawn(now), {"title": words["picture"], **labels}))


def _stepper(library: Library, now: Setting) -> Markup:
    """Which of the five steps is on show, with its sentence, and the way to the next."""
    words = library.words["receptor"]["controls"]
    steps = library.receptor.steps
    at = next(i for i, s in enumerate(steps) if s.id == moment(now))

    def button(do: str, icon: str, name: str) -> Markup:
        return el("button", icons.UI[icon], type="button", data_do=do, aria_label=name)

    return el(
        "div",
        button("step-back", "left", words["previous"]),
        el("span", str(at + 1), class_="number", data_slot="number", aria_hidden="true"),
        el("p", el("b", steps[at].title, data_slot="title"), " ", el("span", steps[at].says, data_slot="says")),
        button("step-on", "right", words["next"]),
        class_="stepper",
        role="group",
        aria_label=words["steps"],
    )


def tools(library: Library, site: Site, state: ViewState) -> Markup:
    """Voltage, magnesium, ketamine and its form, glutamate."""
    words = library.words["receptor"]["controls"]
    now = setting(library, state)

    def slider(name: str, low: float, high: float, step: float, value: float, **more: str) -> Markup:
        return el(
            "p",
            el("label", words[name], for_=f"set-{name}"),
            el("b", data_slot=f"out-{name}", aria_hidden="true"),
            el("input", type="range", id=f"set-{name}", min=low, max=high, step=step, value=value, data_rc=name, **more),
            class_=f"rc-slider {name}",
        )

    nearest = min(range(len(CONCENTRATIONS)), key=lambda i: abs(CONCENTRATIONS[i] - now.ket))
    marks = [
        el("i", style=f"--from:{_place(a.low):.3f};--to:{_place(a.high):.3f}", class_=f"mark-{a.id}", title=f"{a.name}. {a.says}")
        for a in library.receptor.anchors
    ]
    follow = el(
        "label",
        el("input", type="checkbox", data_rc="follow", checked=state["ket"] is None),
        el("span", words["follow"]),
        class_="rc-follow",
        title=words["follow_help"],
    )
    ket = el(
        "div",
        slider("ket", 0, len(CONCENTRATIONS) - 1, 1, nearest),
        el("span", marks, class_="rc-marks", aria_hidden="true"),
        class_="rc-ket",
    )
    forms = [
        el(
            "label",
            el("input", type="radio", name="rc-form", value=f, data_key="form", checked=f == now.form),
            el("span", words[f], title=words[f"{f}_help"]),
        )
        for f in FORMS
    ]
    glutamate = el(
        "label",
        el("input", type="checkbox", role="switch", data_rc="glu", checked=now.glu),
        el("span", words["glu"]),
        class_="rc-switch",
    )
    return join(
        [
            slider("v", -90, 40, 5, now.v),
            slider("mg", float(MAGNESIUM[0]), float(MAGNESIUM[-1]), 0.1, now.mg),
            glutamate,
            ket,
            follow,
            el("fieldset", el("legend", words["form"], class_="sr"), el("span", forms, class_="seg"), class_="rc-form"),
        ]
    )


def _place(concentration: float) -> float:
    """Share of the way along the ketamine slider."""
    for i in range(1, len(CONCENTRATIONS)):
        low, high = CONCENTRATIONS[i - 1], CONCENTRATIONS[i]
        if concentration <= high:
            return (i - 1 + (concentration - low) / (high - low)) / (len(CONCENTRATIONS) - 1)
    return 1.0


def config(library: Library, site: Site) -> dict[str, Any]:
    """Nothing beyond the data file of the scale."""
    return {}


SCALE: Final = Scale("receptor", icons.SCALES["receptor"], layer, side, tools, config, data=lambda _: ("receptor",))
