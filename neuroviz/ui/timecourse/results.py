"""Rows of trial results: points with their trial, never joined, and the box on masking beside them."""

from __future__ import annotations

from typing import Final

from neuroviz.domain.trials import Fading, Row, Trial
from neuroviz.ui import icons
from neuroviz.ui.markup import Markup, el
from neuroviz.ui.timecourse.axis import SPANS
from neuroviz.ui.timecourse.rows import Setting, row

DAY: Final = 1440.0
"""Minutes."""

LATE: Final = 90.0
"""Days: a point later than this stands at the end of the axis, and its name before it."""

NAMES_APART: Final = 19.0
"""Per cent of the chart that two names keep between them."""

GAP_TOP, GAP_BOTTOM = 0.4, -1.45
"""Ends of the chart of the gap, Hedges' g."""


def _signed(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


def blinding(setting: Setting) -> Markup:
    """The box that has to stand beside every chart of results."""
    box = setting.library.trials.blinding
    points = [el("li", p.says, " ", setting.sources(p.sources, p.checked)) for p in box.points]
    return el(
        "aside", el("h4", box.title), el("ol", points), el("p", box.fair, class_="fair"), class_="blinding", aria_label=box.title
    )


def gap_row(setting: Setting) -> Markup:
    """The pooled difference from placebo after one infusion: one point, its interval, when it begins and when it has gone."""
    words, gap, axis = setting.words, setting.library.trials.gap, setting.axis

    def top(value: float) -> float:
        return 100 * (GAP_TOP - value) / (GAP_TOP - GAP_BOTTOM)

    left = [
        el("h4", icons.GLYPHS["symptom"], el("span", words["gap"]), el("small", words["gap_unit"]), setting.mark("data")),
        el("p", words["gap_says"].format(name=gap.name, design=gap.design), " ", setting.sources(gap.sources, gap.checked)),
    ]
    zero = f"top:{top(0):.1f}%"
    point, starts = axis.place(gap.day * DAY), axis.place(gap.starts)
    gone, over = axis.stretch(gap.gone[0] * DAY, gap.gone[1] * DAY), axis.place(gap.gone[1] * DAY)
    said = words["gap_point"].format(value=_signed(gap.value), low=_signed(gap.low), high=_signed(gap.high))
    plot = [
        el("span", words["gap_zero"], class_="level zero", style=zero),
        _pinned(
            {**starts, "data_not": "weeks"}, top(0), el("b", class_="tick"), el("span", words["gap_starts"]), class_="point event"
        ),
        _pinned(point, top(gap.high), class_="error", height=top(gap.low) - top(gap.high)),
        _pinned(point, top(gap.value), el("b", class_="drug"), el("span", said), class_="point"),
        _pinned(gone, top(0), class_="stretch gone"),
        _pinned(over, top(0), el("span", words["gap_gone"]), class_="point event before"),
    ]
    return row("gap", left, plot, height="var(--tall)", token="--symptom")


def _pinned(at: dict[str, str | None], top: float, *inside: object, class_: str, height: float | None = None) -> Markup:
    """An element at a moment and a height, per cent of the chart."""
    tall = "" if height is None else f";height:{height:.1f}%"
    return el("span", inside, class_=class_, data_x=True, data_not=at["data_not"], style=f"{at['style']};top:{top:.1f}%{tall}")


def response_rows(setting: Setting) -> list[Markup]:
    """One row for each way in which trials were masked."""
    return [_response_row(setting, r) for r in setting.library.trials.rows]


def _without(setting: Setting, trials: list[Trial]) -> str | None:
    """Spans in which none of the trials has a point."""
    days = [p.day for t in trials for p in t.response]
    away = [span for span in SPANS if span == "hours" or all(span in setting.axis.outside(d * DAY) for d in days)]
    return " ".join(away) or None


def _response_row(setting: Setting, held: Row) -> Markup:
    trials = [t for t in setting.library.trials.trials if t.row == held.id]
    named = [el("li", el("b", t.name), f", n = {t.n:,}. {t.design}. ", setting.sources(t.sources, t.checked)) for t in trials]
    left = [el("h4", el("span", held.name), setting.mark("data")), el("p", held.says), el("ul", named)]
    plot = [
        [el("span", f"{v}%", class_="level", style=f"top:{100 - v}%", aria_hidden="true") for v in (0, 50, 100)],
        [_outcome(setting, t, k) for t in trials for k in range(len(t.response))],
    ]
    return row(held.id, left, plot, height="var(--results)", without=_without(setting, trials), token="--symptom")


def _outcome(setting: Setting, trial: Trial, k: int) -> Markup:
    """The groups of one trial on one day; a line between them shows how far apart they are."""
    p = trial.response[k]
    at = setting.axis.place(p.day * DAY)
    parts = [el("b", class_="drug", style=f"top:{100 - p.drug}%")]
    if p.control is not None:
        high, low = max(p.drug, p.control), min(p.drug, p.control)
        parts.insert(0, el("i", class_="apart", style=f"top:{100 - high}%;height:{high - low}%"))
        parts.append(el("b", class_="control", style=f"top:{100 - p.control}%"))
    return el(
        "span",
        parts,
        _arms(setting, trial, k),
        class_="outcome ends" if p.day > LATE else "outcome",
        data_x=True,
        data_not=at["data_not"],
        style=str(at["style"]),
    )


def _arms(setting: Setting, trial: Trial, k: int) -> list[Markup]:
    """Names and values of the groups: before the first point on the clock, after the last one on the weeks."""
    words, p = setting.words, trial.response[k]
    shown = [span for span, at in (("clock", 0), ("weeks", len(trial.response) - 1)) if k == at]
    drug = words["until" if p.day > LATE else "arm"].format(name=trial.drug, value=f"{p.drug:g}")
    named = [(drug, p.drug, p.control)]
    if p.control is not None:
        named.append((words["arm"].format(name=trial.against, value=f"{p.control:g}"), p.control, p.drug))
    return [
        el("span", text, class_="arm", data_only=span, style=f"top:{100 - value - _push(value, other):.1f}%")
        for text, value, other in named
        for span in shown
    ]


def _push(value: float, other: float | None) -> float:
    """How far a name moves away from that of the other group, per cent of the chart."""
    return 0.0 if other is None else max(0.0, NAMES_APART - abs(value - other)) / 2 * (1 if value > other else -1)


def fading_rows(setting: Setting) -> list[Markup]:
    """How long an effect lasts, each counted from its own beginning."""
    return [_fading_row(setting, f) for f in setting.library.trials.fading]


def _fading_row(setting: Setting, f: Fading) -> Markup:
    words = setting.words
    left = [
        el("h4", el("span", f.name), el("small", f.counts), setting.mark("data")),
        el("p", f.says, " ", setting.sources(f.sources, f.checked)),
    ]
    at = setting.axis.stretch(0, f.day * DAY)
    beyond = setting.axis.outside(f.day * DAY)
    names = [
        el("span", words["beyond" if span in beyond else "lasts_days"].format(n=f"{f.day:g}"), data_only=span)
        for span in ("clock", "weeks")
    ]
    plot = el("i", names, class_="stretch fades", data_x=True, style=at["style"])
    return row("fading", left, plot, height="var(--thin)", without="hours", token="--symptom")
