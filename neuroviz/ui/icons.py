"""Small drawings. Every one fits a 24 by 24 box and takes its colour from the text around it."""

from __future__ import annotations

from typing import Final

from neuroviz.ui.markup import Markup


def _svg(inner: str, cls: str = "icon") -> Markup:
    return Markup(f'<svg class="{cls}" viewBox="0 0 24 24" aria-hidden="true">{inner}</svg>')


NETWORK: Final = _svg(
    '<path d="M5.5 8 12 15.5 18.5 7M12 15.5v4M5.5 8 18.5 7" opacity=".7"/><g class="fill"><circle cx="5.5" cy="8" r="2.1"/>'
    '<circle cx="18.5" cy="7" r="2.1"/><circle cx="12" cy="15.5" r="2.5"/><circle cx="12" cy="20" r="1.5"/></g>'
)

MARKS: Final[dict[str, Markup]] = {
    "data": _svg('<circle class="fill" cx="12" cy="12" r="8.5"/>', "mark"),
    "model": _svg('<circle cx="12" cy="12" r="8.5"/><path d="M6 12c1.5-4.5 4.5-4.5 6 0s4.5 4.5 6 0"/>', "mark"),
    "schematic": _svg('<circle cx="12" cy="12" r="8.5" stroke-dasharray="3.6 3.08"/>', "mark"),
}

SHAPES: Final[dict[str, str]] = {
    "circle": '<circle class="fill" cx="12" cy="12" r="7.5"/>',
    "diamond": '<path class="fill" d="M12 2.5 21.5 12 12 21.5 2.5 12z"/>',
    "square": '<rect class="fill" x="4.5" y="4.5" width="15" height="15" rx="3"/>',
    "dot": '<circle class="fill" cx="12" cy="12" r="4.6"/>',
}

UI: Final[dict[str, Markup]] = {
    "link": _svg(
        '<path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.700l1-1"/>'
    ),
    "contrast": _svg('<circle cx="12" cy="12" r="8.5"/><path class="fill" d="M12 3.500a8.5 8.5 0 0 1 0 17z"/>'),
    "turn": _svg(
        '<ellipse cx="12" cy="12" rx="9" ry="3.6"/><path d="M12 3v18M8.5 17.5c-1.5-3.5-1.5-7.5 0-11" opacity=".55"/>'
        '<circle cx="12" cy="12" r="9"/>'
    ),
    "left": _svg('<path d="m14.5 6-6 6 6 6"/>'),
    "right": _svg('<path d="m9.5 6 6 6-6 6"/>'),
    "up": _svg('<path d="m6 14.5 6-6 6 6"/>'),
    "down": _svg('<path d="m6 9.5 6 6 6-6"/>'),
    "plus": _svg('<path d="M12 5v14M5 12h14"/>'),
    "minus": _svg('<path d="M5 12h14"/>'),
    "close": _svg('<path d="m6 6 12 12M18 6 6 18"/>'),
    "focus": _svg('<circle class="fill" cx="12" cy="12" r="3.4"/><path d="M12 2.500v4M12 17.500v4M2.500 12h4M17.500 12h4"/>'),
    "save": _svg('<path d="M12 4v11M7 10.500l5 5 5-5M5 20h14"/>'),
}

BRAND: Final = Markup(
    '<svg viewBox="0 0 32 32" aria-hidden="true"><path d="M6 20C6 10 12 5 19 6s8 8 6 13"/>'
    '<path d="M6 20c5 3 13 3 19-1" class="two"/>'
    '<circle cx="6" cy="20" r="3"/><circle cx="19" cy="6" r="3"/><circle cx="25" cy="19" r="3"/></svg>'
)

FAVICON: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="#b83a22" stroke-width="2.4" '
    'stroke-linecap="round"><path d="M6 20C6 10 12 5 19 6s8 8 6 13"/><path d="M6 20c5 3 13 3 19-1" opacity=".45"/>'
    '<g fill="#b83a22" stroke="none"><circle cx="6" cy="20" r="3"/>'
    '<circle cx="19" cy="6" r="3"/><circle cx="25" cy="19" r="3"/></g></svg>'
)
"""The brand as a picture of its own; it stands in the head of each page, so that no file has to be fetched for it."""


def shape(kind: str, token: str) -> Markup:
    """The silhouette of a node in the legend, in the colour of a token such as ``--node-core``."""
    return Markup(f'<svg class="sub" style="color:var({token})" viewBox="0 0 24 24" aria-hidden="true">{SHAPES[kind]}</svg>')
