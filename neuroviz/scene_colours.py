"""Colours of the drawn scenes, one table for the dark stage and the white one.

``theme`` merges them into its schemes, so each is a custom property in the app (``coral-hi`` is ``--coral-hi``) and a value in
Python. A family is a kind of tissue with ten tones; a protein has three, from its lit side to its shade; a molecule has two, and
a third for its rim.
"""

from __future__ import annotations

from typing import Final

_TONES: Final = ("hi", "line", "lo", "mid", "deep", "c1", "c2", "b1", "b2", "tick")

_FAMILIES: Final[dict[str, tuple[str, str]]] = {
    "coral": (
        "#ffe6da #ff9f84 #a3483a #ff8a6b #3d1a20 #5a2d33 #1a1020 #e57758 #6d2b30 #ff9f84",
        "#e3674a #cf5438 #8f2e1c #f6a48d #ffdccf #fff6f1 #ffdfd2 #ffbda8 #e27a60 #c2452a",
    ),
    "teal": (
        "#e3f7ff #8ad6ef #22627e #5bc0de #0f3446 #1f4b60 #0b1c2b #4fb2d2 #174a61 #7fd4f0",
        "#2f9cc0 #1f83a6 #0e5470 #8fd3e8 #c9ecf7 #f0fafe #d2eef8 #a6def0 #58b1d0 #0f6f93",
    ),
    "astro": (
        "#e6f2e8 #a9bfae #55607c #8fa6a0 #232c3a #3a4a48 #181a2b #68826f #353a56 #a9bfae",
        "#7d9a86 #66806f #4f4a76 #bccac0 #dfe8e0 #f5f9f5 #e2e3ee #c6d6ca #a9a6c6 #4f6a58",
    ),
    "amber": (
        "#f8e7c2 #d6b679 #6e5428 #b08f52 #3a2d15 #4a3b20 #221b10 #a5854a #4f3d20 #d6b679",
        "#b98f3f #957024 #5f4614 #e2cd9c #8a6a2c #faf3e2 #eee0bf #ecd9ad #cda95e #7a5a14",
    ),
    "mute": (
        "#d4dbee #8e99bb #3d486a #6f7ba3 #1d2440 #2f3a5e #141a2d #6370a0 #303a5c #aab4d2",
        "#7481a8 #5e6b92 #3a4568 #aeb8d4 #dfe4f2 #f4f6fc #e0e5f2 #cfd6e8 #9da9cb #4a567c",
    ),
    "violet": (
        "#efe4ff #bda2ee #57408a #9a7bd6 #241a3c #3b2c5e #171128 #8f70cf #43316e #c9b2f4",
        "#8a62cf #7048b8 #46257f #c9b4ec #e9e0f8 #faf7ff #e9dffa #d9c9f5 #a98be0 #5c33a8",
    ),
}

_PROTEINS: Final[dict[str, tuple[str, str]]] = {
    "ampa": ("#ffe6c6 #f0a35e #8a4a1e", "#ffe3bf #dd8d3f #9c5716"),
    "nmda": ("#cfdaff #6d84ea #2b3a94", "#ccd6ff #5c73dd #2c3c9c"),
    "nmdb": ("#e2d6ff #9276de #4a3196", "#ddd0ff #7e5cd6 #4a2ea0"),
    "trkb": ("#f6e2ff #b983e2 #623790", "#f0d9fd #a56bd0 #6a2f9c"),
    "vgcc": ("#cdf6e0 #52b488 #1d5f43", "#c8f0da #3f9a72 #17583c"),
    "eaat": ("#e8f3dc #92b38a #46604a", "#dcebd0 #7d9a78 #3d5a40"),
    "mtor": ("#fff3d6 #d7ac69 #79582a", "#fbe7bd #c49a5a #7a5620"),
    "eefk": ("#e8d0d4 #a07a86 #553c48", "#e3ccd1 #8a6a74 #553c48"),
    "psd": ("#ffd2c0 #cf735b #7a3527", "#dd8e78 #c46a54 #8a3a28"),
    "ribo": ("#f8e1ec #b788a5 #684660", "#ecd0e0 #a77a96 #6a4560"),
    "gaar": ("#d2f0ff #5fa9d0 #22577a", "#c6e8f8 #3f8fba #174f70"),
    "mor": ("#ffe9b0 #cf9a3a #7a521a", "#f9dfa0 #b98420 #704a10"),
    "ador": ("#d9f7ef #4db39b #1c6354", "#ccefe5 #2f937c #115144"),
    "tchan": ("#fde2ee #d27ba6 #7d3561", "#f8d6e5 #c1608f #742a55"),
    "glun1": ("#bdd0ff #5873db #24358a", "#bccdfb #4c66cf #26378e"),
    "glun2": ("#ddd2ff #8a6fe0 #43308f", "#d6c9fb #7d60d2 #422d92"),
}

_MOLECULES: Final[dict[str, tuple[str, str]]] = {
    "glu": ("#fff0bd #f5bd3a #a8690c", "#ffd76a #c98a00 #7d5400"),
    "gaba": ("#d9f2ff #66b7e0 #2a6a90", "#9fd6ee #1f7fae #0e4e70"),
    "mg": ("#ececf8 #9a9abf #2b2b45", "#c9c9e0 #70709a #1f1f38"),
    "ca": ("#c9ffd6 #4fd574 #1f7f3f", "#86e89f #1f9a48 #0b5a25"),
    "ket": ("#ff8fba #e82a78 #ffd0e2", "#f4508f #b80f57 #72043a"),
    "bdnf": ("#e8c6ff #a64df0 #f0daff", "#cf9af5 #7d22c7 #46097a"),
    "na": ("#ffd2b0 #ef7d3c #8f3f14", "#f7bd95 #c2652a #7a3608"),
    "k": ("#fbf9ee #b0ac98 #66634f", "#d3bc86 #7d6530 #4c3a12"),
    "gly": ("#eef6cb #a9bd63 #5a6b22", "#d4e696 #6f8a20 #405208"),
    "hnk": ("#ffd9c9 #e8714f #ffe7dc", "#f28a68 #b0421c #6b2206"),
    "ado": ("#c9fff1 #37c7a8 #0f6f5a", "#7fe0cb #128a72 #06503f"),
    "opi": ("#ffedba #dca22c #fff4d6", "#efc14e #94690a #5a3d00"),
    "cyt": ("#f7d9a8 #c98f3e #6e4410", "#e3b263 #97650f #5c3a02"),
}

_OTHER: Final[dict[str, tuple[str, str]]] = {
    "scene-1": ("#1b2950", "#ffffff"),
    "scene-2": ("#0d1429", "#fbfcff"),
    "scene-3": ("#060a16", "#edf1fa"),
    "scene-edge": ("#0a0d1f", "#3f4463"),
    "scene-halo": (".5", ".2"),
    "scene-shine": (".42", ".62"),
    "scene-haze": (".17", ".09"),
    "scene-glow": (".38", ".2"),
    "scene-light": ("#3f5db0", "#dbe6ff"),
    "scene-cleft": ("#1c2749", "#f4f6ff"),
    "scene-lens": ("#0d1a2b", "#f3f9fd"),
    "scene-oil": ("#141b30", "#f3efe3"),
    "scene-tail": ("#5d6890", "#a9a383"),
    "scene-head-1": ("#aab6d8", "#d9d3b6"),
    "scene-head-2": ("#414c72", "#b7b08c"),
    "scene-lumen": ("#070c1a", "#eef2ff"),
    "scene-ghost": ("#8f9dc6", "#6d7898"),
    "scene-card": ("#101a31e6", "#ffffffee"),
    "scene-rule": ("#33416a", "#bcc6dc"),
    "scene-pulse": ("#fff3c9", "#d97a00"),
    "scene-ink": ("#eef2ff", "#0c1120"),
    "scene-dim-ink": ("#a9b4d0", "#3b4357"),
    "scene-halo-ink": ("#080c18", "#ffffff"),
    "scene-up": ("#ffb454", "#a34700"),
    "scene-down": ("#7fbfff", "#0b57c2"),
    "scene-ves": ("#241420", "#fffaf6"),
    "mito-1": ("#d98468", "#b05a42"),
    "mito-2": ("#4c2630", "#ffd5c8"),
}


def _spread(table: dict[str, tuple[str, str]], names: tuple[str, ...], scheme: int) -> dict[str, str]:
    return {
        f"{key}-{name}": colour for key, both in table.items() for name, colour in zip(names, both[scheme].split(), strict=True)
    }


def colours(white: bool) -> dict[str, str]:
    """All colours of scenes by token, on the white stage or on the dark one."""
    scheme = int(white)
    steps = ("1", "2", "3")
    return {
        **_spread(_FAMILIES, _TONES, scheme),
        **_spread(_PROTEINS, steps, scheme),
        **_spread(_MOLECULES, steps, scheme),
        **{key: both[scheme] for key, both in _OTHER.items()},
    }


FAMILIES: Final = tuple(_FAMILIES)
"""Kinds of tissue: pyramidal cell, interneuron, astrocyte, microglia, what is far, other cells."""

PROTEINS: Final = tuple(_PROTEINS)
"""Receptors, channels, enzymes."""

MOLECULES: Final = tuple(_MOLECULES)
"""What moves."""
