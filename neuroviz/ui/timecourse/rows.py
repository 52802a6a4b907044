"""Rows of the opened clock: words on the left, a chart on the right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from neuroviz.domain import Library
from neuroviz.domain.base import Mark
from neuroviz.film import Film, Quantity
from neuroviz.film.time import Floats
from neuroviz.ui import icons
from neuroviz.ui.markup import Markup, el
from neuroviz.ui.timecourse.axis import SPANS, WIDTH, Axis
from neuroviz.ui.words import Link
from neuroviz.ui.words import sources as linked

STEP: Final = 0.05
"""Stops between two samples of a curve that is bent by a linear axis."""


@dataclass(frozen=True)
class Setting:
    """What every row needs."""

    library: Library
    film: Film
    axis: Axis
    link: Link

    @property
    def words(self) -> dict[str, str]:
        """Words of the opened clock."""
        return dict(self.library.words["time"])

    def mark(self, mark: Mark) -> Markup:
        """The glyph of a basis, with its name."""
        name = next(m.name for m in self.library.about.marks if m.mark == mark)
        return Markup(icons.MARKS[mark].replace('aria-hidden="true"', f'role="img" aria-label="{name}"'))

    def sources(self, keys: Iterable[str], checked: bool = True) -> Markup:
        """Links to sources, and a word where something was not re-checked."""
        told = any(not self.library.references[key].checked for key in keys)
        doubt = None if checked or told else el("span", self.words["not_recheck"], class_="doubt")
        return el("span", linked(keys, self.library, self.link), doubt, class_="from")


def row(name: str, left: object, plot: object, *, height: str, without: str | None = None, token: str = "--stage-ink") -> Markup:
    """One row.

    Parameters
    ----------
    name
        Id of the chart.
    left, plot
        Words, and what is inside the chart.
    height
        A CSS length.
    without
        Spans in which the row is left out.
    token
        Colour of the chart.
    """
    return el(
        "div",
        el("div", left, class_="what"),
        el("div", plot, class_="chart", data_plot=name, style=f"--h:{height}"),
        class_="row",
        data_row=name,
        data_not=without,
        style=f"--c:var({token})",
    )


def heading(setting: Setting, key: str, species: str) -> Markup:
    """Title of a group of rows, with the species to which its time belongs."""
    words = setting.words
    return el(
        "header",
        el("h3", words[f"group_{key}"], " ", el("span", words[species], class_="tag")),
        el("p", words[f"group_{key}_says"]),
        class_="group",
    )


def drawing(inside: str, height: int = 100) -> Markup:
    """An SVG that fills its chart, whatever its shape; lines keep their width."""
    return Markup(f'<svg viewBox="0 0 {WIDTH} {height}" preserveAspectRatio="none" aria-hidden="true">{inside}</svg>')


def path(x: Floats, y: Floats) -> str:
    """SVG path through points."""
    return "M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in zip(x, y, strict=True))


def quantity_paths(axis: Axis, q: Quantity, *, floor: float, ceiling: float) -> Markup:
    """Curve and area of a quantity of the film, once for each span.

    Parameters
    ----------
    floor, ceiling
        Values at the bottom and the top of the chart.
    """
    out = []
    for span in SPANS:
        ends = axis.timeline.position([axis.ends[s] for s in SPANS])
        more = np.concatenate([np.arange(q.at[0], q.at[-1], STEP), ends[ends <= q.at[-1]]])
        at = q.at if span == "clock" else np.unique(np.concatenate([q.at, more]))
        steps = at if span == "clock" else axis.steps(span, axis.timeline.minutes(at))
        keep = steps <= axis.timeline.last + 1e-9 if span == "clock" else (steps <= axis.timeline.last + 1e-6) & (at >= 1)
        x = axis.units(steps[keep])
        y = 100 * (ceiling - np.interp(at, q.at, q.value)[keep]) / (ceiling - floor)
        base = 100 * ceiling / (ceiling - floor)
        line = path(x, y)
        out.append(
            f'<g data-only="{span}"><path class="area" d="{line}L{x[-1]:.1f} {base:.1f}L{x[0]:.1f} {base:.1f}z"/>'
            f'<path class="curve" d="{line}" vector-effect="non-scaling-stroke"/></g>'
        )
    return drawing("".join(out))


def quantity_row(setting: Setting, name: str, *, without: str | None = None) -> Markup:
    """A thin row for one schematic quantity of the film."""
    q = setting.film.quantities[name]
    left = el(
        "h4",
        icons.GLYPHS[q.glyph],
        el("span", q.label),
        setting.mark(q.mark),
        el("span", class_="now", data_now=name),
    )
    floor, ceiling = (-1.15, 0.15) if q.value.min() < 0 else (-0.06, 1.12)
    plot = [quantity_paths(setting.axis, q, floor=floor, ceiling=ceiling), el("i", class_="dot", data_dot=name)]
    return row(name, left, plot, height="var(--thin)", without=without, token=q.token)


def notes(setting: Setting, names: Iterable[str]) -> Markup:
    """Notes and sources of some quantities, folded away."""
    items = []
    for name in names:
        q = setting.film.quantities[name]
        items.append(el("li", el("b", q.label), " ", q.note or "", " ", setting.sources(q.sources, q.checked)))
    return el("details", el("summary", setting.words["details"]), el("ul", items), class_="notes")
