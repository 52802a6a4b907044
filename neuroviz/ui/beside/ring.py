"""The links as a ring of regions, left hemisphere on the left."""

from __future__ import annotations

from typing import Final

from neuroviz.domain import Library
from neuroviz.ui.beside.parts import basis, block_chooser, correlation_key, mean_switch, unmeasured
from neuroviz.ui.beside.plug import Plug
from neuroviz.ui.frame import Site
from neuroviz.ui.markup import Markup, el, join


def frame(library: Library, site: Site) -> Markup:
    """Words, an empty place for the ring, and what can be chosen."""
    words = library.words["beside"]
    circle = el(
        "div",
        el("span", words["ring"]["left"], class_="side left", aria_hidden="true"),
        el("span", words["ring"]["right"], class_="side right", aria_hidden="true"),
        el("div", class_="beside-plot"),
        class_="circle",
    )
    return join(
        [
            el("p", words["ring"]["lead"], class_="lead"),
            unmeasured(library),
            el(
                "div",
                el("div", circle, correlation_key(library, words["key"]["title"]), class_="with-key"),
                el("p", words["ring"]["hint"], class_="readout", data_slot="readout"),
                el("p", class_="groups", data_slot="groups"),
                block_chooser(library, "ring"),
                mean_switch(library),
                basis(library),
                el("p", class_="sr", data_slot="summary"),
                class_="measured",
            ),
        ]
    )


PLUG: Final = Plug("ring", frame)
