"""Slices through the average head: the files that the browser loads for them, and their markup."""

from __future__ import annotations

import base64
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from neuroviz.atlas import Atlas, load_atlas
from neuroviz.atlas.head import TISSUES, load_head, quarters
from neuroviz.domain import Library
from neuroviz.ui import icons
from neuroviz.ui.beside.plug import Plug
from neuroviz.ui.codec import pack
from neuroviz.ui.frame import Site
from neuroviz.ui.markup import Markup, el
from neuroviz.ui.words import Link, hub_parcels

PLANES: Final = ("coronal", "sagittal", "axial")
"""In the order in which they stand, first row first."""

T1_BITS: Final = 6
"""The eye sees no more steps than these, and the file gets a quarter smaller."""

SIDES: Final = ("neurological", "radiological")


def head_data(library: Library, link: Link) -> dict[str, Any]:
    """The average brain as voxels, and the markup and words of the view.

    ``tissue`` is two bits a voxel, ``t1`` the brightness of those in the brain, ``ribbon`` one bit a voxel for the cortex.
    """
    head = load_head()
    words = library.words["slices"]
    return {
        "shape": list(head.t1.shape),
        "origin": list(head.origin),
        "step": head.step,
        "tissue": _text(quarters(head.tissue)),
        "t1": pack(head.t1[head.tissue > 0] >> (8 - T1_BITS)),
        "top": 2**T1_BITS - 1,
        "ribbon": _text(np.packbits(head.vertex > 0)),
        "tissues": [words["tissue"][name] for name in TISSUES],
        "start": _start(library),
        "html": view(library, link),
        "words": _spoken(library),
    }


def _text(values: npt.NDArray[np.uint8]) -> str:
    return base64.b64encode(values.tobytes()).decode("ascii")


def _start(library: Library) -> list[int]:
    """Where the crosshair is when nothing was chosen: the hub that comes first among the callouts."""
    first = hub_parcels(load_atlas("schaefer-100"), library)[:1]
    return [round(x) for parcel in first for x in parcel.centroid_mni] or [0, 0, 0]


def _spoken(library: Library) -> dict[str, Any]:
    words = library.words["slices"]
    return {key: words[key] for key in ("planes", "axes", "letters", "said")} | {
        key: words[key]
        for key in (
            *("slice", "picture", "cuts_nothing", "more", "place", "region", "landmark", "spoken", "chosen"),
            *("basis", "basis_points"),
        )
    }


def labels_data(atlas: Atlas) -> dict[str, Any]:
    """Parcel of an atlas at each voxel of the ribbon of `head_data`, in their order."""
    head = load_head()
    return {"labels": pack(head.labels(atlas)[head.vertex > 0])}


def frame(library: Library, site: Site) -> Markup:
    """An empty room: all of the view comes when it is asked for."""
    return el("div", class_="room")


def view(library: Library, link: Link) -> Markup:
    """Three slices, and beside them what is at the crosshair; the browser fills in pictures and values."""
    words = library.words["slices"]
    return el(
        "div",
        [_plane(name, library) for name in PLANES],
        el("div", _readout(library), _sides(library), class_="beside-planes"),
        el("p", words["keys_short"], class_="slice-keys"),
        _notes(library, link),
        el("p", words["keys"], id="slice-keys-help", class_="sr"),
        class_="slices",
    )


def _plane(name: str, library: Library) -> Markup:
    words = library.words["slices"]
    overlay = Markup(
        '<svg aria-hidden="true"><g class="tints"></g><g class="deep"></g>'
        '<g class="cross"><path class="casing"></path><path class="line"></path></g></svg>'
    )
    letters = [el("span", class_=f"letter {side}", aria_hidden="true") for side in ("left", "right", "top", "bottom")]
    return el(
        "div",
        el("p", el("b", words["planes"][name]), " ", el("span", data_slot="mm"), class_="name", aria_hidden="true"),
        el(
            "div",
            el("canvas", aria_hidden="true"),
            overlay,
            letters,
            class_="slice-picture",
            tabindex="0",
            role="application",
            aria_describedby="slice-keys-help",
        ),
        class_=f"plane {name}",
        data_plane=name,
    )


def _readout(library: Library) -> Markup:
    words = library.words["slices"]
    return el(
        "div",
        el("h3", words["here"]),
        el("p", el("b", data_slot="place"), " ", el("small", words["space"]), class_="place"),
        el("p", data_slot="what", class_="what"),
        class_="slice-here",
    )


def _sides(library: Library) -> Markup:
    """Which side of the picture the left of the brain is on, as a choice and in words."""
    words = library.words["slices"]
    choices = [
        el("label", el("input", type="radio", name="sides", value=side, data_sides=side), el("span", words[side]))
        for side in SIDES
    ]
    return el(
        "div",
        el("fieldset", el("legend", words["sides"], class_="sr"), el("span", choices, class_="seg"), class_="sides-of"),
        el("p", data_slot="said", class_="said"),
        class_="convention",
    )


def _notes(library: Library, link: Link) -> Markup:
    words = library.words["slices"]
    table = el(
        "table",
        el("caption", words["cut_title"], class_="sr"),
        el("thead", el("tr", el("th", words["cut_plane"], scope="col"), el("th", words["cut_regions"], scope="col"))),
        el("tbody", [el("tr", el("th", words["planes"][p], scope="row"), el("td", data_cuts=p)) for p in PLANES]),
    )
    basis = [icons.MARKS["data"], el("span", data_slot="basis"), ". ", _source(words["source"], "mni152-head", link)]
    swatch = el("i", class_="deep-swatch", aria_hidden="true")
    deep = [swatch, el("b", words["deep_title"]), ": ", words["deep_note"], " ", _source(words["source_deep"], "subcortex", link)]
    return el(
        "div",
        el("p", basis, class_="basis"),
        el("p", deep, class_="deep-note"),
        el("p", words["caution"], class_="caution"),
        el("details", el("summary", words["cut_title"]), table),
        class_="slice-notes",
    )


def _source(name: str, pack_id: str, link: Link) -> Markup:
    return el("a", name, class_="src", href=f"{link('data')}#{pack_id}")


PLUG: Final = Plug("slices", frame)
