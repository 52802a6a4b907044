"""What can stand beside the brain at the network scale: a frame, and plugs for what stands in it.

To add one:

1. Write a module here with ``PLUG = Plug(id, frame)``: ``frame(library, site)`` is its small markup (controls, an empty
   place for what is large). Add it to `PLUGS` and `VIEWS`, its id to ``BESIDES`` in ``neuroviz/ui/state.py``, and
   an icon to ``icons.BESIDE``.
2. Put its words under its id in ``content/words/beside.yaml``; ``name`` is what its button says, ``title`` its heading.
3. Write ``assets/src/beside/<id>/entry.ts``, which calls ``neuroviz.addBeside('<id>', make)`` (see ``assets/src/beside.ts``), and
   add ``beside-<id>.js`` to ``SCRIPTS`` in ``tools/build_assets.py``. The bundle, and every data file that it needs, is loaded
   when it is asked for, never before.
"""

from __future__ import annotations

from neuroviz.domain import Library
from neuroviz.ui import icons
from neuroviz.ui.beside import atlases, matrix, ring, signals, slices
from neuroviz.ui.beside.plug import Plug
from neuroviz.ui.frame import Site
from neuroviz.ui.markup import Markup, el
from neuroviz.ui.state import ViewState

PLUGS: tuple[Plug, ...] = (matrix.PLUG, ring.PLUG, slices.PLUG, signals.PLUG, atlases.PLUG)
"""In the order in which they stand in the page."""

VIEWS: dict[str, tuple[str, ...]] = {
    **{plug.id: (plug.id,) for plug in (matrix.PLUG, ring.PLUG)},
    "both": ("matrix", "ring"),
    **{plug.id: (plug.id,) for plug in (slices.PLUG, signals.PLUG, atlases.PLUG)},
}
"""What each value of ``beside`` brings, in the order of the buttons."""

__all__ = ["PLUGS", "VIEWS", "Plug", "buttons", "region"]


def buttons(library: Library, state: ViewState) -> Markup:
    """The buttons that open and close what stands beside the brain."""
    words = library.words["beside"]
    each = [
        el(
            "button",
            icons.BESIDE[id_],
            el("span", words[id_]["name"]),
            type="button",
            data_beside=id_,
            data_views=" ".join(views),
            aria_pressed="true" if state["beside"] == id_ else "false",
        )
        for id_, views in VIEWS.items()
    ]
    return el("div", each, class_="besides", role="group", aria_label=words["open"])


def region(library: Library, site: Site, state: ViewState) -> Markup:
    """The region of the stage in which one of them stands."""
    words = library.words["beside"]
    now = VIEWS.get(str(state["beside"]), ())
    close = el("button", icons.UI["close"], type="button", class_="close", data_beside="none", aria_label=words["close"])
    each = [
        el(
            "div",
            el("h2", words[plug.id]["title"], tabindex="-1"),
            plug.frame(library, site),
            class_="beside-of",
            data_beside_of=plug.id,
            hidden=plug.id not in now,
        )
        for plug in PLUGS
    ]
    return el("section", close, each, class_="beside-region on-stage", aria_label=words["region"], hidden=not now)
