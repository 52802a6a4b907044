"""One thing that can stand beside the brain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from neuroviz.domain import Library
from neuroviz.ui.frame import Site
from neuroviz.ui.markup import Markup


@dataclass(frozen=True)
class Plug:
    """A view beside the brain.

    Parameters
    ----------
    id
        Value of ``beside`` in the address, and key of its words in ``content/words/beside.yaml``.
    frame
        Its markup below the heading: small, since it is in the page from the start.
    """

    id: str
    frame: Callable[[Library, Site], Markup]
