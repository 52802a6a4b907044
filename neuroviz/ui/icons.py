"""Small drawings. Every one fits a 24 by 24 box and takes its colour from the text around it."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import Final

from neuroviz.ui.markup import Markup


def _svg(inner: str, cls: str = "icon") -> Markup:
    return Markup(f'<svg class="{cls}" viewBox="0 0 24 24" aria-hidden="true">{inner}</svg>')


SCALES: Final[dict[str, Markup]] = {
    "scalp": _svg(
        '<path d="M4 15a8 8.4 0 0 1 16 0"/><path d="M4 15c0 2 1.2 3 3 3h10c1.8 0 3-1 3-3" opacity=".55"/><g class="fill">'
        '<circle cx="7.2" cy="11" r="1.3"/><circle cx="12" cy="8.7" r="1.3"/><circle cx="16.8" cy="11" r="1.3"/></g>'
    ),
    "network": _svg(
        '<path d="M5.5 8 12 15.5 18.5 7M12 15.5v4M5.5 8 18.5 7" opacity=".7"/><g class="fill">'
        '<circle cx="5.5" cy="8" r="2.1"/><circle cx="18.5" cy="7" r="2.1"/><circle cx="12" cy="15.5" r="2.5"/>'
        '<circle cx="12" cy="20" r="1.5"/></g>'
    ),
    "circuit": _svg(
        '<path class="fill" d="M12 9.5 8.4 16h7.2z"/>'
        '<path d="M12 9.5V3M12 5.5 8.8 3M12 6.5l3-2.6M8.4 16 5 18.5M15.6 16l3.4 2.5M12 16v5.5"/>'
    ),
    "synapse": _svg(
        '<path d="M6 3.5v2.7C4.8 7 5.4 10 12 10s7.2-3 6-3.8V3.5"/><path d="M8.5 21v-3C4.5 17.5 5.5 14 12 14s7.5 3.5 3.5 4v3"/>'
        '<g class="fill"><circle cx="9.5" cy="12" r=".9"/><circle cx="12" cy="12" r=".9"/><circle cx="14.5" cy="12" r=".9"/></g>'
    ),
    "receptor": _svg(
        '<path d="M2.5 9.5h4M17.5 9.5h4M2.5 15h4M17.5 15h4" opacity=".55"/>'
        '<path d="M10.3 5.5c-3.2.2-3.8 2.5-3.3 6.5s.8 6.3 3.3 6.5zM13.7 5.5c3.2.2 3.8 2.5 3.3 6.5s-.8 6.3-3.3 6.5z"/>'
        '<circle class="fill" cx="12" cy="3.6" r="1.1"/>'
    ),
}
"""What stands in the lens of each scale."""

GLYPHS: Final[dict[str, Markup]] = {
    "ketamine": _svg('<path class="fill" d="M12 4.5 18.5 8.25v7.5L12 19.5l-6.5-3.75v-7.5z"/>', "glyph"),
    "glutamate": _svg('<circle class="fill" cx="12" cy="12" r="6.5"/>', "glyph"),
    "bdnf": _svg(
        '<circle class="fill" cx="8.8" cy="12" r="5"/><circle class="fill" cx="15.2" cy="12" r="5" opacity=".7"/>', "glyph"
    ),
    "spine": _svg(
        '<path class="fill" d="M12 4.5c4.2 0 6 2.3 6 4.6 0 2.2-2 3.5-3.7 3.9V19h5v1.5H4.7V19h5v-6C8 12.6 6 11.3 6 9.1'
        'c0-2.3 1.8-4.6 6-4.6z"/>',
        "glyph",
    ),
    "symptom": _svg('<path class="fill" d="M4.5 6.5h3.2v11H4.500zM10.4 9.5h3.2v8h-3.2zM16.3 12.5h3.2v5h-3.2z"/>', "glyph"),
    "channel": _svg(
        '<path class="fill" d="M10.6 4.5C6 4.5 5 8 5 12s1 7.5 5.6 7.5zM13.4 4.5C18 4.5 19 8 19 12s-1 7.5-5.6 7.5z"/>', "glyph"
    ),
    "interneuron": _svg(
        '<circle class="fill" cx="12" cy="12" r="4.6"/><path d="M12 3v18M3 12h18" stroke="currentColor" stroke-width="1.6"/>',
        "glyph",
    ),
    "ring": _svg('<circle cx="12" cy="12" r="5.6" fill="none" stroke="currentColor" stroke-width="3.2"/>', "glyph"),
    "synapse": _svg('<path class="fill" d="M4 8.5h16v2.6H4zM6.5 13h11v2.6h-11z"/>', "glyph"),
    "apart": _svg('<path class="fill" d="M10.5 5a7 7 0 0 0 0 14zM14.5 5a7 7 0 0 1 0 14z"/>', "glyph"),
    "pulse": _svg('<path d="M3 13h4.5l2-6 4 11 2.2-5H21" fill="none" stroke="currentColor" stroke-width="2.2"/>', "glyph"),
}
"""Molecules and measures: one shape each, everywhere."""

COMPARE: Final[dict[str, Markup]] = {
    "now": _svg('<rect x="3.5" y="5" width="17" height="14" rx="2.5"/><circle class="fill" cx="12" cy="12" r="3.2"/>'),
    "side": _svg(
        '<rect x="3" y="5" width="8" height="14" rx="2"/><rect x="13" y="5" width="8" height="14" rx="2"/>'
        '<circle class="fill" cx="7" cy="12" r="1.7"/><circle class="fill" cx="17" cy="12" r="2.5"/>'
    ),
    "wipe": _svg(
        '<rect x="3.5" y="5" width="17" height="14" rx="2.5"/><path d="M12 3v18"/>'
        '<path class="fill" d="M12 9.5a2.7 2.7 0 0 1 0 5z"/><path d="M12 9.5a2.7 2.7 0 0 0 0 5"/>'
    ),
    "difference": _svg(
        '<rect x="3.5" y="5" width="17" height="14" rx="2.5"/><path class="fill" d="M8.5 8.7 11 13H6zM15.5 15.3 13 11h5z"/>'
    ),
}

MARKS: Final[dict[str, Markup]] = {
    "data": _svg('<circle class="fill" cx="12" cy="12" r="8.5"/>', "mark"),
    "model": _svg('<circle cx="12" cy="12" r="8.5"/><path d="M6 12c1.5-4.5 4.5-4.5 6 0s4.5 4.5 6 0"/>', "mark"),
    "schematic": _svg('<circle cx="12" cy="12" r="8.5" stroke-dasharray="3.6 3.08"/>', "mark"),
}

VERDICTS: Final[dict[str, Markup]] = {
    "established": _svg(
        '<rect class="fill" x="3" y="3" width="18" height="18" rx="4.5"/><path class="cut" d="m7.5 12.4 3.1 3.1 6-6.6"/>', "stamp"
    ),
    "supported": _svg('<rect x="3" y="3" width="18" height="18" rx="4.5"/><path d="m7.5 12.4 3.1 3.1 6-6.6"/>', "stamp"),
    "mixed": _svg(
        '<rect x="3" y="3" width="18" height="18" rx="4.5"/><path class="fill" d="M21 7.500V16.500A4.5 4.5 0 0 1 16.5 21H7.5'
        'A4.5 4.5 0 0 1 4.3 19.700L19.7 4.300A4.5 4.5 0 0 1 21 7.500z"/>',
        "stamp",
    ),
    "contested": _svg(
        '<rect x="3" y="3" width="18" height="18" rx="4.5"/><path d="M7 9.300h9.500m-2.5-2.5 2.5 2.5-2.5 2.500M17 14.700H7.5'
        'm2.5-2.5-2.5 2.5 2.5 2.5"/>',
        "stamp",
    ),
    "oversimplified": _svg(
        '<rect x="3" y="3" width="18" height="18" rx="4.5"/><g class="fill"><circle cx="7.7" cy="12" r="1.5"/>'
        '<circle cx="12" cy="12" r="1.5"/><circle cx="16.3" cy="12" r="1.5"/></g>',
        "stamp",
    ),
    "outdated": _svg('<rect x="3" y="3" width="18" height="18" rx="4.5"/><path d="m5.5 18.5 13-13"/>', "stamp"),
}
"""Verdicts on claims: stamps, told apart by what is in them."""

SHAPES: Final[dict[str, str]] = {
    "circle": '<circle class="fill" cx="12" cy="12" r="7.5"/>',
    "diamond": '<path class="fill" d="M12 2.5 21.5 12 12 21.5 2.5 12z"/>',
    "square": '<rect class="fill" x="4.5" y="4.5" width="15" height="15" rx="3"/>',
    "dot": '<circle class="fill" cx="12" cy="12" r="4.6"/>',
    "ring": '<circle cx="12" cy="12" r="5.6" fill="none" stroke="currentColor" stroke-width="2.6"/>',
}

UI: Final[dict[str, Markup]] = {
    "pair": _svg('<rect x="3.500" y="5" width="7" height="14" rx="2"/><rect x="13.500" y="5" width="7" height="14" rx="2"/>'),
    "grid": _svg('<path d="M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z"/>'),
    "notes": _svg('<path d="M6 3.500h12v17H6zM9 8.500h6M9 12h6M9 15.500h4"/>'),
    "black": _svg('<rect class="fill" x="3.500" y="5.500" width="17" height="12" rx="1.500"/><path d="M9 21h6"/>'),
    "full": _svg('<path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"/>'),
    "help": _svg(
        '<circle cx="12" cy="12" r="9.500"/>'
        '<path d="M8.500 9a3.500 3.500 0 1 1 5 3.100c-1.200.6-1.500 1.200-1.500 2.400M12 18.200v.3"/>'
    ),
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
    "focus": _svg('<circle class="fill" cx="12" cy="12" r="3.4"/><path d="M12 2.500v4M12 17.500v4M2.5 12h4M17.5 12h4"/>'),
    "more": _svg(
        '<g class="fill"><circle cx="6" cy="12" r="1.7"/><circle cx="12" cy="12" r="1.7"/><circle cx="18" cy="12" r="1.7"/></g>'
    ),
    "present": _svg('<rect x="3.5" y="4.5" width="17" height="11.5" rx="2"/><path d="M12 16v4M8 20h8"/>'),
    "tools": _svg('<path d="M4 7h8M17 7h3M4 17h3M12 17h8"/><circle cx="14.5" cy="7" r="2.5"/><circle cx="9.5" cy="17" r="2.5"/>'),
    "charts": _svg('<path d="M4 4v16h16"/><path d="M7.5 16c2 0 2.5-9 4.5-9s2.5 6 4 6 2-1 3.5-1"/>'),
    "play": _svg('<path class="fill" d="M8 5.5v13l10.5-6.500z"/>'),
    "pause": _svg('<path class="fill" d="M7.5 5.5h3.2v13H7.500zM13.3 5.5h3.2v13h-3.2z"/>'),
    "paint": _svg(
        '<path d="M5 14.500 14 5.500l4.500 4.500-9 9c-1.500 1.500-5.500 1-5.500 1s-.500-4 1-5.500zM14 5.500l2-2 4.500 4.5-2 2"/>'
    ),
    "wipe": _svg('<path d="m9.500 7.500-4.500 4.500 4.500 4.500M14.500 7.500l4.500 4.500-4.500 4.500"/>'),
    "people": _svg(
        '<circle cx="9" cy="8.500" r="3.200"/><path d="M3 19c0-4 2.500-5.500 6-5.500s6 1.500 6 5.500"/>'
        '<path d="M15.500 5.800a3.200 3.200 0 0 1 0 5.400M17.500 14c2.200.600 3.500 2.200 3.500 5"/>'
    ),
    "search": _svg('<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5 5"/>'),
    "save": _svg('<path d="M12 4v11M7 10.500l5 5 5-5M5 20h14"/>'),
}

BESIDE: Final[dict[str, Markup]] = {
    "matrix": _svg(
        '<path d="M4 4h16v16H4z" opacity=".5"/>'
        '<path class="fill" d="M4 4h5.300v5.300H4zM9.300 9.300h5.400v5.400H9.300zM14.700 14.700H20V20h-5.300z"/>'
    ),
    "ring": _svg(
        '<circle cx="12" cy="12" r="8.500"/>'
        '<path d="M6 6c5 5 4 7 0 11.800M18 6.200c-5 5-5 7-1 12.400M4 10c7 2.500 10 2.500 16.300 1.500" opacity=".65"/>'
    ),
    "both": _svg(
        '<path d="M7 2.500h10v8H7z" opacity=".5"/><path class="fill" d="M7 2.500h5v4H7zM12 6.500h5v4h-5z"/>'
        '<circle cx="12" cy="17.500" r="4.500"/><path d="M9 15.500c2.500 1.500 3.500 1 6 4" opacity=".65"/>'
    ),
    "slices": _svg(
        '<path d="M4.500 13c0-5 3.300-8.500 7.500-8.500s7.500 3.500 7.500 8.500-3 6.500-7.500 6.500-7.500-1.500-7.500-6.500z"/>'
        '<path d="M2.500 12h6.500M15 12h6.500M12 2.500v6M12 15.500v6" opacity=".65"/>'
    ),
    "signals": _svg(
        '<path d="M3 9.500c2-5 4-5 6 0s4 4 6 0 4-3 6 0"/><path d="M3 16.500c2-5 4-4 6 0s4 3 6-.500 4-3 6 .500" opacity=".6"/>'
    ),
    "atlases": _svg(
        '<circle cx="10.500" cy="10.500" r="6.500"/><path d="m15.500 15.500 5 5"/>'
        '<path d="M10.500 4v13M4.500 8.500c3 2 9 2 12 0" opacity=".55"/>'
    ),
}

BRAND: Final = Markup(
    '<svg viewBox="0 0 32 32" aria-hidden="true"><path d="M6 20C6 10 12 5 19 6s8 8 6 13"/>'
    '<path d="M6 20c5 3 13 3 19-1" class="two"/>'
    '<circle cx="6" cy="20" r="3"/><circle cx="19" cy="6" r="3"/><circle cx="25" cy="19" r="3"/></svg>'
)

FAVICON: Final = "data:image/png;base64," + b64encode(Path(__file__).with_name("icon.png").read_bytes()).decode()
"""The brand as a picture of its own; it stands in the head of each page, so that no file has to be fetched for it. Not an SVG:
a browser makes the small picture anew at each change of the address, and an SVG is a document of its own each time."""


def shape(kind: str, token: str) -> Markup:
    """The silhouette of a node in the legend, in the colour of a token such as ``--node-core``."""
    return Markup(f'<svg class="sub" style="color:var({token})" viewBox="0 0 24 24" aria-hidden="true">{SHAPES[kind]}</svg>')
