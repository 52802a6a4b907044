"""Rows on the drug itself: plasma level, channel block, and the day of the treatment."""

from __future__ import annotations

from typing import Final

from neuroviz.domain.regimens import Anchor
from neuroviz.domain.trials import Band
from neuroviz.ui import icons
from neuroviz.ui.markup import Attribute, Markup, el, join
from neuroviz.ui.timecourse.axis import WIDTH
from neuroviz.ui.timecourse.rows import Setting, drawing, quantity_paths, row

PLASMA_TOP: Final = 280.0
"""ng/mL at the top of the chart: the same for every schedule, so that they can be compared by eye."""

VOLUNTEERS: Final = (100.0, 250.0)
"""ng/mL at which healthy volunteers dissociated (Zanos 2018, table 1)."""

BLOCK_TOP: Final = 100.0
"""Per cent of channels at the top of the chart."""


MOST: Final = 75.0
"""Per cent of the axis: a band that ends beyond has its sentence inside."""


def plasma_row(setting: Setting) -> Markup:
    """Curves of one or two schedules, with the levels that were measured beside them."""
    words = setting.words
    left = [
        el("h4", icons.GLYPHS["ketamine"], el("span", words["plasma"]), el("small", words["plasma_unit"]), setting.mark("model")),
        el("p", class_="say", data_say="a"),
        el("p", class_="say", data_say="b"),
        el("p", words["volunteers"], class_="when-narrow"),
        el("p", setting.sources(("domino1984", "zanos2018"))),
    ]
    low, high = (100 * (1 - v / PLASMA_TOP) for v in VOLUNTEERS)
    band = f'<rect class="zone" x="0" width="{WIDTH}" y="{high:.1f}" height="{low - high:.1f}"/>'
    plot = [
        drawing(band + _two_curves()),
        _levels((0, 100, 200), PLASMA_TOP),
        el("span", setting.mark("data"), words["volunteers"], class_="in-plot zone-name", style=f"top:{high:.1f}%"),
        [_anchor(setting, a) for a in setting.library.regimens.anchors],
        _moving(),
    ]
    return row("plasma", left, plot, height="var(--tall)", token="--mol-ketamine")


def _two_curves() -> str:
    """Empty paths of schedules B and A; the browser draws them."""
    return "".join(
        f'<g data-series="{s}"><path class="area"/><path class="curve" vector-effect="non-scaling-stroke"/></g>' for s in "ba"
    )


def _moving() -> list[Markup]:
    """What follows the playhead or a curve: dots and direct labels."""
    return [el("i", class_="dot", data_dot=s) for s in ("b", "a")] + [
        el("span", class_="direct", data_label=s) for s in ("b", "a")
    ]


def _levels(values: tuple[float, ...], top: float, unit: str = "") -> list[Markup]:
    """Fine lines across with their values at the left end."""
    return [
        el("span", f"{v:g}{unit}", class_="level", style=f"top:{100 * (1 - v / top):.1f}%", aria_hidden="true") for v in values
    ]


def _anchor(setting: Setting, anchor: Anchor) -> Markup:
    """A measured level, shown with the schedule to which it belongs."""
    at = setting.axis.place(anchor.minutes)
    pinned: dict[str, Attribute] = {"data_x": True, "data_of": anchor.regimen, "data_not": at["data_not"], "hidden": True}

    def top(value: float) -> float:
        return 100 * (1 - value / PLASMA_TOP)

    point = el(
        "span",
        el("b", icons.MARKS["data"], class_="measured"),
        el("span", anchor.says),
        class_="point anchor",
        style=f"{at['style']};top:{top(anchor.value):.1f}%",
        **pinned,
    )
    if anchor.low is None or anchor.high is None:
        return point
    reach = f"{at['style']};top:{top(anchor.high):.1f}%;height:{top(anchor.low) - top(anchor.high):.1f}%"
    return join([el("i", class_="error", style=reach, **pinned), point])


def block_row(setting: Setting) -> Markup:
    """The range of estimates of channel block; no line in its middle, because none of them is known to be right."""
    words = setting.words
    left = [
        el("h4", icons.GLYPHS["channel"], el("span", words["block"]), el("small", words["block_unit"]), setting.mark("model")),
        el("p", el("span", class_="say", data_now="block"), " ", words["block_says"]),
        el("p", setting.sources(("ebert1997", "vanderaart2018"), checked=False)),
    ]
    bands = "".join(f'<path class="band" data-series="{s}" vector-effect="non-scaling-stroke"/>' for s in "ba")
    plot = [drawing(bands), _levels((0, 50, 100), BLOCK_TOP)]
    return row("block", left, plot, height="var(--middle)", without="weeks", token="--mol-ketamine")


def day_rows(setting: Setting) -> list[Markup]:
    """The session, what is felt, the pressure, the watch and the way home, on the axis of the drug."""
    return [_day_row(setting, band) for band in setting.library.trials.day]


def _day_row(setting: Setting, band: Band) -> Markup:
    left = el("h4", el("span", band.name), setting.mark("schematic" if band.shape == "hill" else "data"))
    if band.shape == "hill":
        quantity = setting.film.quantities[band.id]
        plot: object = [
            quantity_paths(setting.axis, quantity, floor=-0.06, ceiling=1.12),
            el("i", class_="dot", data_dot=band.id),
        ]
    else:
        at = setting.axis.stretch(band.start, band.end)
        plot = el("i", class_="stretch", data_x=True, style=at["style"], data_not=at["data_not"])
    says = [_beside(setting, band, span) for span in ("clock", "hours")]
    sources = setting.sources(band.sources, band.checked)
    narrow = el("p", band.says, class_="when-narrow")
    return row(
        band.id, [left, narrow, el("p", sources)], [plot, says], height="var(--day)", without="weeks", token="--stage-line"
    )


def _beside(setting: Setting, band: Band, span: str) -> Markup:
    """The sentence after the end of a band, or inside it where there is no room after it."""
    end = setting.axis.percent(span, min(band.end, setting.axis.ends[span]))
    place = end if end < MOST else setting.axis.percent(span, band.start)
    return el("span", band.says, class_="band-says", data_only=span, style=f"left:calc({place:.2f}% + 12px)")
