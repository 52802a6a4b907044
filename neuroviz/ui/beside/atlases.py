"""Find a place by words or by coordinate, and compare what atlases make of it."""

from __future__ import annotations

from typing import Final

from neuroviz.atlas import load_pack
from neuroviz.domain import Library
from neuroviz.ui import icons
from neuroviz.ui.beside.plug import Plug
from neuroviz.ui.frame import Site
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.state import POINT_ATLASES, SURFACE_ATLASES

SHAPES: Final = ("circle", "diamond", "square")
"""Silhouettes of the published points, in the order of the atlases; `assets/src/overlay.ts` draws the same."""


def frame(library: Library, site: Site) -> Markup:
    """A search, what each atlas calls the place, where they disagree, and published points."""
    words = library.words["beside"]["atlases"]
    search = el(
        "div",
        el("label", words["search"], for_="find-place"),
        el("input", type="search", id="find-place", placeholder=words["placeholder"], autocomplete="off", spellcheck="false"),
        el("p", class_="count", data_slot="count", role="status"),
        el("ul", class_="results", data_slot="results"),
        class_="find",
    )
    here = el(
        "div",
        el("h3", words["here"]),
        el("p", words["nowhere"], data_slot="here"),
        el("ul", class_="calls", data_slot="calls"),
        el("p", data_slot="default-of"),
        class_="here",
    )
    agree = el(
        "div",
        el("h3", words["agree"]),
        el(
            "label",
            el("input", type="checkbox", data_agree=True),
            el("span", words["agree_lead"].format(n=len(SURFACE_ATLASES))),
            class_="tickbox",
        ),
        el("ul", class_="shares", data_slot="shares"),
        class_="agree",
    )
    points = el(
        "fieldset",
        el("legend", words["points"]),
        el("p", words["points_lead"]),
        [
            el(
                "label",
                el("input", type="checkbox", data_points=str(k)),
                icons.shape(SHAPES[k - 1], "--stage-ink"),
                el("span", load_pack(a).manifest.title),
                class_="tickbox",
            )
            for k, a in enumerate(POINT_ATLASES, start=1)
        ],
        class_="points",
    )
    return join([search, here, agree, points])


PLUG: Final = Plug("atlases", frame)
