"""The current-voltage chart beside the channel: axes, curves and legend as markup; the browser moves the curves."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from neuroviz.domain import Library
from neuroviz.models import receptor
from neuroviz.ui import icons
from neuroviz.ui.markup import Markup, el
from neuroviz.ui.scales.receptor_lab import VOLTAGES, Setting

LOW_V, HIGH_V = -90.0, 40.0
LOW_I, HIGH_I = -1.1, 0.62
"""Ends of the axes: mV, and shares of an unplugged channel at rest."""

UNITS: Final = 1000
"""Width and height of the drawing, stretched to its box."""


def across(v: float) -> float:
    """Share of the width at a voltage."""
    return (v - LOW_V) / (HIGH_V - LOW_V)


def down(i: float) -> float:
    """Share of the height at a current."""
    return (HIGH_I - i) / (HIGH_I - LOW_I)


def line(values: npt.NDArray[np.float64]) -> str:
    """Path data of a curve over `VOLTAGES`."""
    points = (f"{UNITS * across(v):.0f} {UNITS * down(i):.0f}" for v, i in zip(VOLTAGES, values, strict=True))
    return "M" + "L".join(points)


def area(upper: npt.NDArray[np.float64], lower: npt.NDArray[np.float64]) -> str:
    """Path data of the band between two curves."""
    back = (f"{UNITS * across(v):.0f} {UNITS * down(i):.0f}" for v, i in zip(VOLTAGES[::-1], lower[::-1], strict=True))
    return line(upper) + "L" + "L".join(back) + "Z"


def chart(library: Library, setting: Setting) -> Markup:
    """The chart in a setting."""
    words, readout = library.words["receptor"]["chart"], library.words["receptor"]["readout"]
    least, most = (float(x) for x in receptor.block_range(setting.ket, setting.form))
    s = float(setting.glu)
    plain = receptor.nmda_current(VOLTAGES, setting.mg, s)
    strong, weak = plain * (1 - most), plain * (1 - least)
    shown = setting.ket > 0 and setting.glu
    curves = [
        el("path", class_="iv-free", d=line(receptor.ampa_current(VOLTAGES))),
        el("path", class_="iv-band", d=area(weak, strong) if shown else ""),
        el("path", class_="iv-mg", d=line(plain)),
        el("path", class_="iv-edge", d=line(weak) + line(strong) if shown else ""),
    ]
    svg = el(
        "svg",
        el("path", class_="axis", d=f"M0 {UNITS * down(0):.0f}H{UNITS}M{UNITS * across(0):.0f} 0V{UNITS}"),
        curves,
        viewBox=f"0 0 {UNITS} {UNITS}",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
    v_ticks = [el("span", _minus(v), class_="tick-v", style=f"left:{100 * across(v):.1f}%") for v in (-80, -40, 40)]
    i_ticks = [el("span", _minus(100 * i), class_="tick-i", style=f"top:{100 * down(i):.1f}%") for i in (0.5, -0.5, -1.0)]
    sides = [el("span", words[key], class_=f"side-{key}", style=f"left:{100 * across(0):.1f}%") for key in ("outward", "inward")]
    plot = el(
        "div",
        svg,
        v_ticks,
        i_ticks,
        sides,
        el("i", class_="iv-drop"),
        el("i", class_="iv-range"),
        el("i", class_="iv-dot"),
        class_="plot",
        style=f"--zero:{100 * down(0):.2f}%",
        data_box=f"{LOW_V} {HIGH_V} {LOW_I} {HIGH_I}",
    )
    key = [
        el("li", el("i", class_=f"swatch {name}"), el("span", text, data_slot=f"key-{name}"), data_of=name)
        for name, text in (
            ("free", words["free"]),
            ("mg", words["plugged"].format(mg=f"{setting.mg:g}")),
            ("band", words["band"]),
        )
    ]
    head = el("p", el("b", words["name"]), el("span", icons.MARKS["model"], words["mark"], class_="mark-word"), class_="iv-name")
    return el(
        "section",
        head,
        el("p", words["y"], class_="axis-name"),
        el("div", plot, role="img", aria_label=words["name"], class_="plot-box"),
        el("p", words["x"], class_="axis-name x"),
        el("ul", key, class_="iv-key"),
        el("p", el("b", data_slot="passes"), el("span", data_slot="blocked"), class_="iv-read"),
        el("p", readout["mean"], class_="iv-mean", data_slot="mean", hidden=not shown),
        class_="iv",
        aria_label=words["name"],
    )


def _minus(value: float) -> str:
    return f"{value:.0f}".replace("-", "−")
