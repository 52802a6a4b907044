"""Parts that several views beside the brain share."""

from __future__ import annotations

from neuroviz.colour import R_STEP, r_token
from neuroviz.domain import Library
from neuroviz.ui import icons
from neuroviz.ui.markup import Markup, el


def correlation_key(library: Library, title: str) -> Markup:
    """The colours of r as a bar, in the steps of the pictures, with zero marked; the browser hides steps that do not occur.

    Parameters
    ----------
    title
        What stands over it.
    """
    n = round(2 / R_STEP)
    steps = []
    for k in range(n):
        low = round(k * R_STEP - 1, 6)
        mark = "zero" if abs(low) < 1e-9 else "tick" if round(low / R_STEP) % 2 == 0 else None
        name = library.words["seed"]["zero"] if mark == "zero" else f"{low:.1f}".replace("-", "−")
        text = el("b", name) if mark else None
        steps.append(el("span", text, class_=mark, style=f"background:var(--{r_token(low + R_STEP / 2)})", data_low=f"{low:.1f}"))
    head = el("p", title, data_slot="key-title")
    return el("div", head, el("div", steps, class_="steps"), class_="r-key", aria_hidden="true")


def block_chooser(library: Library, prefix: str) -> Markup:
    """Two lists of groups: only links between the two are shown. The browser fills them."""
    words = library.words["beside"]["blocks"]
    return el(
        "p",
        el("label", words["label"], for_=f"{prefix}-block-a"),
        el("select", id=f"{prefix}-block-a", data_block="a"),
        el("label", words["with"], for_=f"{prefix}-block-b"),
        el("select", id=f"{prefix}-block-b", data_block="b"),
        el("button", words["clear"], type="button", data_block="clear", hidden=True),
        class_="blocks",
        data_all=words["all"],
    )


def unmeasured(library: Library) -> Markup:
    """One sentence instead of a picture that an atlas has no values for, and the control that brings it."""
    words = library.words["beside"]
    return el(
        "div",
        el("p", words["unmeasured"]),
        el("button", words["take_measured"], type="button", data_set='{"atlas":"schaefer-100","parcel":0,"r":null}'),
        class_="unmeasured-note",
        hidden=True,
    )


def mean_switch(library: Library, note: str = "mean_note") -> Markup:
    """Whether the mean of all parcels is removed, and what that does to the sign; the browser shows the words that are true."""
    words = library.words["seed"]
    return el(
        "div",
        el("label", el("input", type="checkbox", data_do="mean"), el("span", words["mean"]), class_="tickbox"),
        el("p", words[note], class_="note", data_mean="on", hidden=True),
        class_="mean",
    )


def basis(library: Library) -> Markup:
    """The marks and what the values rest on: measured, and schematic changes along the clock; the browser keeps it true."""
    said = el("span", library.words["script"]["basis"], data_slot="basis")
    drawn = el("span", library.words["change"]["line"])
    return el(
        "div",
        el("p", icons.MARKS["data"], said, class_="basis"),
        el("p", icons.MARKS["schematic"], drawn, class_="basis", data_slot="drawn", hidden=True),
        class_="bases",
    )
