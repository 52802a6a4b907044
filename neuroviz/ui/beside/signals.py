"""Where the lines come from: the recording of one volunteer, and the markup of the view."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from neuroviz.atlas import load_atlas
from neuroviz.atlas.volunteer import CLEANINGS, Volunteer, agreement, load_volunteer, nearest_pair
from neuroviz.domain import Library
from neuroviz.ui import icons
from neuroviz.ui.beside.parts import correlation_key
from neuroviz.ui.beside.plug import Plug
from neuroviz.ui.codec import pack
from neuroviz.ui.frame import Site
from neuroviz.ui.groups import groups
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.words import Link, hub_parcels, names

ATLAS: Final = "schaefer-100"
"""The regions that the recording was made into."""

STEPS: Final = ("pair", "matrix", "mean", "looks")

Z_STEP: Final = 0.005
"""z in a unit of the numbers that are sent: r of any pair moves by less than 0.0005."""

WINDOW: Final = 30
"""Moments in the window that slides along."""

PART: Final = 90
"""Moments in the part of the signals that goes by."""

EXAMPLES: Final = (0.2, 0.5, 0.8)
"""Values of r that pairs of this volunteer stand for."""


def signals_data(library: Library, link: Link) -> dict[str, Any]:
    """The recording in whole numbers, the order of its matrix, and markup and words of the view."""
    volunteer, atlas = load_volunteer(), load_atlas(ATLAS)
    found = groups(atlas, "all", library)
    moments, regions = volunteer.series.shape
    return {
        "atlas": ATLAS,
        "moments": moments,
        "regions": regions,
        "scale": Z_STEP,
        "tr": volunteer.tr,
        "series": pack(np.round(volunteer.series / Z_STEP)),
        "order": [i for g in found for i in g.parcels],
        "blocks": [{"token": g.token, "n": len(g.parcels)} for g in found],
        "start": _start(library),
        "examples": [{"r": r, "a": a, "b": b} for r, (a, b) in _examples(volunteer)],
        "window": WINDOW,
        "part": PART,
        "html": view(library, link),
        "words": _spoken(library),
    }


def _start(library: Library) -> list[int]:
    """The two hubs that come first among the callouts, on the left."""
    return [p.index for p in hub_parcels(load_atlas(ATLAS), library)[:2]]


def _examples(volunteer: Volunteer) -> list[tuple[float, tuple[int, int]]]:
    return [(r, nearest_pair(volunteer.correlation, r)) for r in EXAMPLES]


def _spoken(library: Library) -> dict[str, Any]:
    words = library.words["signals"]
    return {key: words[key] for key in ("first", "second", "play", "pause", "time", "other_atlas")} | {
        "pair": {key: words["pair"][key] for key in ("becomes", "no_line", "picture")},
        "matrix": {key: words["matrix"][key] for key in ("picture", "done")},
    }


def halves(volunteer: Volunteer) -> float:
    """Pearson r of the values of the first half of the recording with those of the second, over all pairs."""
    middle = len(volunteer.series) // 2
    first, second = (np.atleast_2d(np.corrcoef(part.T)) for part in (volunteer.series[:middle], volunteer.series[middle:]))
    return agreement(first, second)


def numbers(volunteer: Volunteer) -> dict[str, str]:
    """Values for the sentences of signals.yaml, as printed."""
    used, without = volunteer.cleanings["confounds"], volunteer.cleanings["global-signal"]
    n = volunteer.series.shape[1]
    return {
        "minutes": f"{volunteer.minutes:.0f}",
        "tr": f"{volunteer.tr:.1f}",
        "n": str(n),
        "pairs": f"{n * (n - 1) // 2:,}",
        "s": f"{WINDOW * volunteer.tr:.0f}",
        "part": f"{PART * volunteer.tr / 60:.0f}",
        "r": _r(used.agreement),
        "halves": _r(halves(volunteer)),
        "before": f"{100 * used.negative:.0f}",
        "after": f"{100 * without.negative:.0f}",
        "mean_before": _r(used.mean_r),
        "mean_after": _r(without.mean_r),
        "agree_before": _r(used.agreement),
        "agree_after": _r(without.agreement),
    }


def _r(value: float) -> str:
    """A correlation with two decimals and a true minus sign; no minus before zero."""
    text = f"{value:.2f}".replace("-", "−")
    return "0.00" if text == "−0.00" else text


def frame(library: Library, site: Site) -> Markup:
    """An empty room: all of the view comes when it is asked for."""
    return el("div", class_="room")


def view(library: Library, link: Link) -> Markup:
    """All of it; the browser fills in pictures and values."""
    words, values = library.words["signals"], numbers(load_volunteer())
    switch = el("button", words["switch"], type="button", data_atlas=ATLAS)
    other = el("div", el("p"), switch, class_="unmeasured-note other-atlas", hidden=True)
    steps = [
        el("label", el("input", type="radio", name="lines", value=step, data_step=step), el("span", words["steps"][step]))
        for step in STEPS
    ]
    chooser = el("fieldset", el("legend", words["steps_label"], class_="sr"), el("span", steps, class_="seg"), class_="steps-of")
    makers = {"pair": _pair, "matrix": _matrix, "mean": _mean, "looks": _looks}
    parts = [el("div", makers[step](library, values), data_of_step=step, hidden=True) for step in STEPS]
    sources = [
        _source("source", "volunteer-schaefer-100", library, link),
        " ",
        _source("source_group", f"connectivity-{ATLAS}", library, link),
    ]
    basis = el("p", icons.MARKS["data"], el("span", words["basis"]), ". ", sources, class_="basis")
    return el(
        "div",
        other,
        el("div", chooser, parts, _cautions(library, values, link), basis, class_="measured"),
        class_="signals",
    )


def _source(key: str, pack_id: str, library: Library, link: Link) -> Markup:
    return el("a", library.words["signals"][key], class_="src", href=f"{link('data')}#{pack_id}")


def _chart(name: str) -> Markup:
    return el("canvas", data_chart=name, aria_hidden="true")


def _transport(name: str, length: int, library: Library) -> Markup:
    """Play and pause, the place, and the time in words."""
    words = library.words["signals"]
    button = el(
        "button",
        Markup('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path class="fill go" d="M8 5.500v13l11-6.500z"/>'),
        Markup('<path class="fill stop" d="M7 5.500h3.500v13H7zM13.500 5.500H17v13h-3.500z"/></svg>'),
        el("span", words["play"], class_="sr"),
        type="button",
        class_="go-stop",
        data_play=name,
    )
    slider = el("input", type="range", min=0, max=length, step=1, value=length, data_seek=name, aria_label=words["time_label"])
    picture = el("div", _chart("whole") if name == "pair" else None, slider, class_="along")
    return el("div", button, picture, el("span", data_slot=f"{name}-time", class_="clocked"), class_="deck")


def _pair(library: Library, values: Mapping[str, str]) -> Markup:
    words = library.words["signals"]
    own = words["pair"]
    lists = [
        el(
            "p",
            el("i", class_=f"key-{side}", aria_hidden="true"),
            el("select", data_region=side, aria_label=words[name]),
            class_="pick-signal",
        )
        for side, name in (("a", "first"), ("b", "second"))
    ]
    readout = el(
        "dl",
        el("div", el("dt", own["so_far"]), el("dd", data_slot="r", class_="big")),
        el("div", el("dt", own["recent"].format(**values)), el("dd", data_slot="recent")),
        el("div", el("dt", own["group"]), el("dd", data_slot="group")),
        class_="values",
    )
    moments = len(load_volunteer().series)
    axis = el("span", words["signal_axis"], class_="axis", aria_hidden="true")
    return join(
        [
            el("div", lists, class_="regions"),
            el(
                "div",
                el("div", axis, _chart("passing"), class_="passing"),
                el("div", _chart("scatter"), class_="scatter"),
                class_="pictures",
                role="img",
                data_picture="pair",
                aria_label=own["headline"],
            ),
            _transport("pair", moments, library),
            readout,
            el("p", data_slot="becomes", class_="becomes"),
            el("p", words["lead"].format(**values), class_="lead"),
            el("h3", own["headline"]),
            el("p", own["text"]),
        ]
    )


def _matrix(library: Library, values: Mapping[str, str]) -> Markup:
    words = library.words["signals"]["matrix"]
    n = int(values["n"])
    return join(
        [
            _transport("matrix", n * (n - 1) // 2, library),
            el("div", _chart("matrix"), class_="cells", role="img", data_picture="matrix", aria_label=words["headline"]),
            correlation_key(library, words["scale"]),
            el("h3", words["headline"]),
            el("p", words["text"].format(**values)),
            el("p", words["check"]),
        ]
    )


def _mean(library: Library, values: Mapping[str, str]) -> Markup:
    words = library.words["signals"]["mean"]
    scatter = el(
        "div",
        el("span", words["up"], class_="up", aria_hidden="true"),
        _chart("agreement"),
        el("span", words["across"], class_="across", aria_hidden="true"),
        class_="person",
        role="img",
        aria_label=words["picture"].format(**values),
    )
    return join(
        [
            el("h3", words["headline"]),
            el("p", words["text"].format(**values)),
            el("div", el("div", _chart("both"), class_="cells", role="img", aria_label=words["both"]), scatter, class_="two"),
            el("p", words["halves"].format(**values)),
        ]
    )


def _looks(library: Library, values: Mapping[str, str]) -> Markup:
    words = library.words["signals"]["looks"]
    plain = names(load_atlas(ATLAS), library)
    volunteer = load_volunteer()
    rows = []
    for k, (r, (a, b)) in enumerate(_examples(volunteer)):
        found = volunteer.correlation[a - 1, b - 1]
        told = words["picture"].format(a=plain[a - 1], b=plain[b - 1], r=_r(found))
        picture = el("div", _chart(f"traces-{k}"), _chart(f"scatter-{k}"), class_="pictures", role="img", aria_label=told)
        share = el("span", words["share"].format(share=round(100 * r * r)))
        which = el("small", words["names"].format(a=plain[a - 1], b=plain[b - 1]))
        caption = el("p", el("b", words["example"].format(r=_r(found))), " ", share, which)
        rows.append(el("div", caption, picture, class_="example"))
    return join([el("h3", words["headline"]), el("p", words["text"].format(**values)), rows])


def _cautions(library: Library, values: Mapping[str, str], link: Link) -> Markup:
    words = library.words["signals"]
    study = library.references["kraus2020"]
    source = el("a", study.label, class_="src", href=f"{link('sources')}#{study.key}")
    after = {"global": [" ", source]}
    each = [
        el(
            "details",
            el("summary", words[f"{key}_title"]),
            el("p", words[key].format(**values), after.get(key)),
            _ways(library) if key == "global" else None,
            open=key == "wire",
        )
        for key in ("wire", "motion", "global")
    ]
    return el("div", el("h3", words["caution"]), each, class_="cautions")


def _ways(library: Library) -> Markup:
    words, cleanings = library.words["signals"], load_volunteer().cleanings
    head = [el("th", words[key], scope="col") for key in ("clean_way", "clean_agreement", "clean_mean", "clean_negative")]
    rows = []
    for name in CLEANINGS:
        found = cleanings[name]
        cells = (_r(found.agreement), _r(found.mean_r), f"{100 * found.negative:.0f} %")
        rows.append(el("tr", el("th", words["ways"][name], scope="row"), [el("td", cell) for cell in cells]))
    return el("table", el("caption", words["clean_title"]), el("thead", el("tr", head)), el("tbody", rows))


PLUG: Final = Plug("signals", frame)
