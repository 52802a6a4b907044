"""What a scale is to the Explore page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from neuroviz.domain import Library
from neuroviz.ui.frame import Site
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.state import ViewState

Part = Callable[[Library, Site, ViewState], Markup]


def nothing(*_: object) -> Markup:
    """For a scale that has no such part."""
    return Markup("")


def seam(library: Library) -> Markup:
    """The line between the halves of a wipe and the slider that moves it, for a scale that shows them while it is wiped."""
    slider = el(
        "input",
        type="range",
        min=5,
        max=95,
        step=5,
        value=50,
        class_="wipe-handle",
        data_key="wipe",
        aria_label=library.words["clock"]["wipe"],
        hidden=True,
    )
    return join([el("i", class_="wipe-line", hidden=True), slider])


@dataclass(frozen=True)
class Scale:
    """One scale of the picture.

    Parameters
    ----------
    id
        Its value in the address; its words are in ``content/words/scales.yaml``, its behaviour is the bundle ``<id>.js``
        (the network's is in the shell).
    icon
        What stands in its lens on the rail.
    layer
        What it puts on the stage.
    side
        What it says beside the stage.
    tools
        Its row of controls between stage and clock.
    config
        What its scripts need beyond words and parameters.
    data
        Data files that it needs at once, given the state.
    """

    id: str
    icon: Markup
    layer: Part
    side: Part
    tools: Part = nothing
    config: Callable[[Library, Site], dict[str, Any]] = lambda *_: {}
    data: Callable[[ViewState], tuple[str, ...]] = lambda _: ()
