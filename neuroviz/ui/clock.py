"""The clock: compare, play, and a film strip with a frame for each stop and curves through it."""

from __future__ import annotations

from typing import Final

import numpy as np

from neuroviz.domain import Library
from neuroviz.film import Film, Quantity
from neuroviz.ui import icons
from neuroviz.ui.markup import Markup, el
from neuroviz.ui.state import ViewState

FRAME: Final = 100
"""Units of the drawn strip in one frame; a stop is in the middle of its frame."""

CEILING: Final = 0.88
"""How much of its lane the largest value of a curve fills."""


def clock(library: Library, film: Film, state: ViewState) -> Markup:
    """The section under the stage; the same at every scale."""
    words = library.words["clock"]
    return el(
        "section",
        el("div", _compare(library, state), _transport(library, film, state), class_="transport"),
        _opener(library, state),
        _names(library, film),
        _strip(library, film, float(state["t"] or 0)),
        _fold(library, state),
        class_="clock",
        id="clock",
        tabindex="-1",
        aria_label=words["clock"],
    )


def _compare(library: Library, state: ViewState) -> Markup:
    words = library.words["clock"]
    modes = [
        el(
            "label",
            el("input", type="radio", name="compare", value=mode, data_key="compare", checked=state["compare"] == mode),
            el("span", icons.COMPARE[mode], el("b", words[mode])),
        )
        for mode in icons.COMPARE
    ]
    return el("fieldset", el("legend", words["compare"], class_="sr"), modes, class_="compare")


def _transport(library: Library, film: Film, state: ViewState) -> Markup:
    words = library.words["clock"]
    stop = film.timeline.clock.stops[round(float(state["t"] or 0))]
    play = el(
        "button",
        el("span", icons.UI["play"], class_="when-still"),
        el("span", icons.UI["pause"], class_="when-playing"),
        type="button",
        class_="play",
        data_do="play",
        aria_label=words["play"],
    )
    read = el("p", el("b", stop.name, data_slot="time"), el("span", stop.line, data_slot="line"), class_="read")
    return el("div", play, read, class_="time")


def _opener(library: Library, state: ViewState) -> Markup:
    """Opens the clock into the time course, and closes it again."""
    words = library.words["time"]
    opened = state["clock"] == "open"
    return el(
        "button",
        el("span", icons.UI["charts"], el("span", words["open"]), class_="when-shut"),
        el("span", icons.UI["close"], words["close"], el("span", words["close_what"], class_="sr"), class_="when-open"),
        type="button",
        class_="open-clock",
        data_do="open-clock",
        aria_expanded="true" if opened else "false",
        aria_controls="opened",
    )


def _names(library: Library, film: Film) -> Markup:
    """Glyph, name, species and mark of each curve."""
    words = library.words["clock"]
    marks = {m.mark: m for m in library.about.marks}
    rows = []
    for name in film.timeline.clock.strip:
        q = film.quantities[name]
        mark = Markup(icons.MARKS[q.mark].replace('aria-hidden="true"', f'role="img" aria-label="{marks[q.mark].name}"'))
        species = el("small", words[q.species])
        rows.append(el("li", icons.GLYPHS[q.glyph], el("span", q.label), species, mark, style=f"--c:var({q.token})"))
    return el("ul", rows, class_="lane-names", aria_label=words["curves"])


def curve(q: Quantity, ceiling: float = CEILING) -> str:
    """SVG path of a quantity in a lane of `FRAME` units a stop and 100 units height, its largest value at `ceiling`."""
    top = float(np.max(q.value)) or 1.0
    points = zip(q.at, q.value, strict=True)
    return "M" + "L".join(f"{FRAME * (0.5 + a):.1f} {100 - 100 * ceiling * v / top:.1f}" for a, v in points)


def _lane(q: Quantity, stops: int) -> Markup:
    d = curve(q)
    start, end = FRAME * (0.5 + q.at[0]), FRAME * (0.5 + q.at[-1])
    drawn = (
        f'<svg viewBox="0 0 {FRAME * stops} 100" preserveAspectRatio="none" aria-hidden="true">'
        f'<path class="area" d="{d}L{end:.0f} 100L{start:.0f} 100z"/>'
        f'<path class="curve" d="{d}" vector-effect="non-scaling-stroke"/></svg>'
    )
    return el("div", Markup(drawn), el("i", class_="dot"), class_="lane", data_quantity=q.id, style=f"--c:var({q.token})")


def _strip(library: Library, film: Film, t: float) -> Markup:
    """The strip itself, one slider; stops, curves and playhead are its picture."""
    words, stops = library.words["clock"], film.timeline.clock.stops
    stop = stops[round(t)]
    lanes = [_lane(film.quantities[name], len(stops)) for name in film.timeline.clock.strip]
    frames = [el("i", class_="frame") for _ in stops]
    names = [el("span", s.name, class_="stop") for s in stops]
    return el(
        "div",
        el("div", names, class_="stops"),
        el("div", el("div", frames, class_="frames"), lanes, class_="lanes"),
        el("div", el("b", stop.name, class_="pill", data_slot="time"), class_="head"),
        class_="film",
        role="slider",
        tabindex="0",
        aria_label=words["slider"],
        aria_valuemin=0,
        aria_valuemax=len(stops) - 1,
        aria_valuenow=f"{t:g}",
        aria_valuetext=str(words["spoken"]).format(time=stop.spoken, line=stop.line),
        style=f"--t:{t:g};--n:{len(stops)}",
    )


def _fold(library: Library, state: ViewState) -> Markup:
    words = library.words["clock"]
    closed = state["clock"] == "closed"
    return el(
        "button",
        icons.UI["up" if closed else "down"],
        type="button",
        class_="fold",
        data_do="fold",
        aria_expanded="false" if closed else "true",
        aria_label=words["open" if closed else "close"],
    )
