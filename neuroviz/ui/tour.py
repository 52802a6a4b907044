"""The tour of the Explore page: an offer on the first visit, and at most five stops."""

from __future__ import annotations

from typing import Final

from neuroviz.domain import Library
from neuroviz.ui import icons
from neuroviz.ui.markup import Markup, el

PLACES: Final = {
    "stage": "[data-layer=network]:not([hidden])",
    "rail": ".rail",
    "clock": ".clock .film",
    "compare": ".clock .compare",
    "panel": ".panel",
}
"""Where each stop of ``content/words/tour.yaml`` points, as a selector; a stop whose place is not on screen is left out."""


def offer(library: Library) -> Markup:
    """A line at the top of the panel, shown on the first visit and never again once it was answered."""
    words = library.words["tour"]
    return el(
        "p",
        el("span", words["offer"]),
        el("button", words["start"], type="button", data_tour="start"),
        el("button", words["skip"], type="button", data_tour="skip"),
        class_="tour-offer",
    )


def tour(library: Library) -> Markup:
    """The stops, hidden until the tour starts; the browser shows one at a time beside its place."""
    words = library.words["tour"]
    stops = [
        el(
            "li",
            el("h2", stop["title"], tabindex="-1"),
            el("p", stop["text"]),
            data_at=PLACES[name],
            hidden=True,
        )
        for name, stop in words["stops"].items()
    ]
    foot = el(
        "div",
        el("span", data_slot="count", data_words=words["count"]),
        el("button", words["back"], type="button", data_tour="back"),
        el("button", words["next"], type="button", data_tour="next", data_last=words["done"], data_more=words["next"]),
        class_="tour-foot",
    )
    close = el("button", icons.UI["close"], type="button", data_tour="skip", aria_label=words["close"], class_="close")
    return el(
        "div",
        close,
        el("ol", stops),
        foot,
        class_="tour",
        role="dialog",
        aria_label=words["label"],
        hidden=True,
    )
