"""The matrix of all pairs, ordered by network."""

from __future__ import annotations

from typing import Final

from neuroviz.domain import Library
from neuroviz.ui.beside.parts import basis, block_chooser, correlation_key, mean_switch, unmeasured
from neuroviz.ui.beside.plug import Plug
from neuroviz.ui.frame import Site
from neuroviz.ui.markup import Markup, el, join


def frame(library: Library, site: Site) -> Markup:
    """Words, an empty square for the heatmap with the pair that is pointed at over it, and what can be chosen."""
    words = library.words["beside"]
    cell = el("div", role="gridcell", tabindex="0", class_="at")
    grid = el("div", el("div", cell, role="row"), role="grid", aria_label=words["matrix"]["grid"])
    square = el(
        "div",
        el("div", class_="beside-plot", aria_hidden="true"),
        [el("i", class_=f"band {name}", aria_hidden="true", hidden=True) for name in ("row", "column", "brush")],
        grid,
        class_="square",
    )
    return join(
        [
            el("p", words["matrix"]["lead"], class_="lead"),
            unmeasured(library),
            el(
                "div",
                el("div", square, correlation_key(library, words["key"]["title"]), class_="with-key"),
                el("p", words["matrix"]["hint"], class_="readout", data_slot="readout"),
                block_chooser(library, "matrix"),
                mean_switch(library),
                basis(library),
                el("p", class_="sr", data_slot="summary"),
                class_="measured",
            ),
        ]
    )


PLUG: Final = Plug("matrix", frame)
