"""Every colour, size and duration of NeuroViz, named for what it means; three schemes are three sets of values.

``css()`` is what the browser loads (``assets/css/00-tokens.css``; a test fails when that file is stale), ``value()`` is what
Python uses for standalone pictures. A scheme changes values, never names.
"""

from __future__ import annotations

from typing import Final

from neuroviz.colour import agreement, correlations
from neuroviz.scene_colours import colours

SCHEMES: Final = ("paper", "dark", "projector")

SANS: Final = '"Inter", "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "Noto Sans", sans-serif'
SERIF: Final = '"Source Serif 4", "Iowan Old Style", "Charter", "Georgia", "Noto Serif", serif'

BASE: Final[dict[str, str]] = {
    "sans": SANS,
    "serif": SERIF,
    "fs-1": "14px",
    "fs-2": "15px",
    "fs-3": "17px",
    "fs-4": "20px",
    "fs-5": "25px",
    "fs-6": "30px",
    "lh-tight": "1.18",
    "lh-text": "1.5",
    "s-1": "4px",
    "s-2": "8px",
    "s-3": "12px",
    "s-4": "16px",
    "s-5": "24px",
    "s-6": "32px",
    "s-7": "48px",
    "r-1": "6px",
    "r-2": "10px",
    "r-3": "16px",
    "r-full": "999px",
    "target": "44px",
    "hair": "1px",
    "bar-h": "56px",
    "rail-w": "148px",
    "panel-w": "364px",
    "clock-h": "166px",
    "tools-h": "52px",
    "curve": "1.9px",
    "fit": "1.62",
    "fit-side": "1.14",
    "quick": "120ms",
    "calm": "240ms",
    "move": "420ms",
    "ease-out": "cubic-bezier(.2, .7, .2, 1)",
    "ease-in-out": "cubic-bezier(.65, 0, .35, 1)",
}

STAGE_DARK: Final[dict[str, str]] = {
    **colours(white=False),
    "stage-top": "#17213f",
    "stage-bottom": "#060a16",
    "stage-ink": "#eef2ff",
    "stage-dim": "#a9b4d0",
    "stage-line": "#8fa0c8",
    "stage-panel": "#0f1629",
    "stage-hair": "#ffffff1f",
    "stage-fill": "#ffffff12",
    "stage-shadow": "#05070e",
    "stage-rim-high": "#cfdcff",
    "stage-rim-low": "#4a5fc4",
    "stage-body": "#22305c",
    "stage-white": "0",
    "rim-power": "2.3",
    "rim-gain": ".80",
    "body-gain": ".135",
    "tint-gain": ".11",
    "line-gain": ".5",
    "halo-gain": ".78",
    "glow-gain": ".32",
    "dmn": "#ff7a59",
    "node-core": "#ff7a59",
    "node-dm": "#ff9fc0",
    "node-mt": "#ffdcb8",
    "node-other": "#93a1c4",
    "net-visual": "#a583d6",
    "net-somatomotor": "#6ea3d8",
    "net-dan": "#5ec27d",
    "net-salience": "#dd8cff",
    "net-limbic": "#cfe39a",
    "net-control": "#e0a04a",
    "net-default": "#ff7a59",
    "edge-same": "#e9e3e6",
    "deep": "#9fe3cf",
    "slice-ground": "#070c19",
    "slice-dark": "#121a33",
    "slice-bright": "#a9b5db",
    "signal-a": "#ff7a59",
    "signal-b": "#e9e3e6",
    "increase": "#ffb454",
    "decrease": "#6fb7ff",
    **correlations("#2b3557", ("#8a63f0", "#e6dcff"), ("#f0623f", "#ffe3d3")),
    **agreement(5, "#4d3a5c", "#ff9a7d"),
    "before": "#7aa2ff",
    "now": "#ffb454",
    "on-accent": "#14100a",
    "mol-ketamine": "#ff4d8d",
    "mol-glutamate": "#ffd166",
    "mol-gaba": "#8ecae6",
    "mol-magnesium": "#b8b8d1",
    "mol-calcium": "#80ed99",
    "mol-bdnf": "#c77dff",
    "spine": "#7be0c3",
    "symptom": "#e6ebf7",
}

STAGE_WHITE: Final[dict[str, str]] = {
    **colours(white=True),
    "stage-top": "#ffffff",
    "stage-bottom": "#f3f5fa",
    "stage-ink": "#0c1120",
    "stage-dim": "#3b4357",
    "stage-line": "#3b4357",
    "stage-panel": "#ffffff",
    "stage-hair": "#0c112040",
    "stage-fill": "#0c11200d",
    "stage-shadow": "#ffffff",
    "stage-rim-high": "#4f5f86",
    "stage-rim-low": "#18233f",
    "stage-body": "#b9c3da",
    "stage-white": "1",
    "rim-power": "1.9",
    "rim-gain": ".80",
    "body-gain": ".30",
    "tint-gain": ".07",
    "line-gain": ".42",
    "halo-gain": ".16",
    "glow-gain": ".10",
    "dmn": "#b8361f",
    "node-core": "#c8442a",
    "node-dm": "#a8326b",
    "node-mt": "#7d4a12",
    "node-other": "#5a6478",
    "net-visual": "#6a1f86",
    "net-somatomotor": "#2b6391",
    "net-dan": "#17693a",
    "net-salience": "#8d1fc4",
    "net-limbic": "#5f6b12",
    "net-control": "#8a5200",
    "net-default": "#b8361f",
    "edge-same": "#565f75",
    "deep": "#12566b",
    "slice-ground": "#ffffff",
    "slice-dark": "#5a6480",
    "slice-bright": "#f2f4fa",
    "signal-a": "#c8442a",
    "signal-b": "#3b4357",
    "increase": "#a34700",
    "decrease": "#0b57c2",
    **correlations("#edf0f6", ("#9a77e6", "#31137a"), ("#ef7455", "#6f1404")),
    **agreement(5, "#f3ddd6", "#a32f19"),
    "before": "#1f4fc0",
    "now": "#a34700",
    "on-accent": "#ffffff",
    "mol-ketamine": "#c2135a",
    "mol-glutamate": "#8a6100",
    "mol-gaba": "#1f6f94",
    "mol-magnesium": "#5a5a86",
    "mol-calcium": "#1c7a3c",
    "mol-bdnf": "#7a2fb8",
    "spine": "#0b6e57",
    "symptom": "#2b3346",
}

TEXT: Final[dict[str, dict[str, str]]] = {
    "paper": {
        "paper": "#faf8f4",
        "paper-2": "#f1ede5",
        "ink": "#1b1f2a",
        "ink-2": "#4d5464",
        "rule": "#ddd6c9",
        "accent": "#b83a22",
        "accent-soft": "#fbe7e0",
        "focus": "#1d5fd1",
        "paper-hover": "#ece6da",
    },
    "dark": {
        "paper": "#0f1526",
        "paper-2": "#182036",
        "ink": "#eef1fa",
        "ink-2": "#aeb8d0",
        "rule": "#2a3450",
        "accent": "#ff8a6c",
        "accent-soft": "#3a2226",
        "focus": "#9cc0ff",
        "paper-hover": "#1f2944",
    },
    "projector": {
        "paper": "#ffffff",
        "paper-2": "#eef1f6",
        "ink": "#0c1120",
        "ink-2": "#3b4357",
        "rule": "#b9c1d0",
        "accent": "#a32f19",
        "accent-soft": "#fdeae4",
        "focus": "#0b57c2",
        "paper-hover": "#e2e7f0",
    },
}

PROJECTOR_SIZES: Final[dict[str, str]] = {
    "fs-1": "22px",
    "fs-2": "22px",
    "fs-3": "24px",
    "fs-4": "27px",
    "fs-5": "33px",
    "fs-6": "42px",
    "bar-h": "68px",
    "rail-w": "186px",
    "panel-w": "480px",
    "fit-side": "1.34",
    "clock-h": "236px",
    "tools-h": "64px",
    "curve": "3px",
    "hair": "2px",
    "fit": "1.72",
}

# Media query, selector, values: sizes that follow the window. The last rule that fits wins.
WINDOW: Final[tuple[tuple[str, str, dict[str, str]], ...]] = (
    (
        "(min-width: 1500px)",
        ":root:not([data-scheme='projector'])",
        {"fit": "1.38", "fit-side": "1.02"},
    ),
    (
        "(min-width: 1700px)",
        ":root:not([data-scheme='projector'])",
        {
            "fs-1": "15px",
            "fs-2": "16px",
            "fs-3": "18px",
            "fs-4": "22px",
            "fs-5": "28px",
            "fs-6": "36px",
            "bar-h": "64px",
            "rail-w": "172px",
            "panel-w": "420px",
            "clock-h": "194px",
        },
    ),
    (
        "(max-width: 1500px)",
        ":root[data-scheme='projector']",
        {"rail-w": "92px", "fs-5": "30px", "fs-6": "36px", "fit": "1.5"},
    ),
    ("(max-height: 820px)", ":root:not([data-layout='phone'])", {"fit-side": "1.3"}),
    ("(max-width: 1100px)", ":root:root", {"rail-w": "84px", "panel-w": "320px"}),
    ("(max-width: 900px)", ":root:root", {"fit": "1.12"}),
    (
        "(max-width: 720px)",
        ":root:root",
        {"bar-h": "52px", "rail-w": "0px", "clock-h": "148px", "fit": "1.06", "fit-side": "1.06"},
    ),
)


def value(name: str, scheme: str = "paper") -> str:
    """CSS value of a token in a scheme.

    Parameters
    ----------
    name
        Token without the leading dashes, for example ``"node-core"``.
    scheme
        ``"paper"``, ``"dark"`` or ``"projector"``.

    Raises
    ------
    KeyError
        If there is no such token or scheme.
    """
    return tokens(scheme)[name]


def tokens(scheme: str) -> dict[str, str]:
    """All tokens of one scheme at laptop size."""
    stage = STAGE_WHITE if scheme == "projector" else STAGE_DARK
    sizes = PROJECTOR_SIZES if scheme == "projector" else {}
    return {**BASE, **stage, **TEXT[scheme], **sizes}


def _block(selector: str, values: dict[str, str], indent: str = "") -> str:
    lines = "".join(f"{indent}  --{k}: {v};\n" for k, v in values.items())
    return f"{indent}{selector} {{\n{lines}{indent}}}\n"


def css() -> str:
    """The style sheet of tokens, generated: ``python -m neuroviz.theme > assets/css/00-tokens.css``."""
    out = ["/* Generated by neuroviz/theme.py; change it there. */\n"]
    out.append(_block(":root", {**BASE, **STAGE_DARK, **TEXT["paper"]}))
    out.append(_block(':root[data-scheme="dark"]', TEXT["dark"]))
    out.append(_block(':root[data-scheme="projector"], :root[data-print]', STAGE_WHITE))
    out.append(_block(':root[data-scheme="projector"]', {**TEXT["projector"], **PROJECTOR_SIZES}))
    out.append(_block(":root[data-print]", TEXT["paper"]))
    for query, selector, values in WINDOW:
        out.append(f"@media {query} {{\n{_block(selector, values, '  ')}}}\n")
    return "".join(out)


if __name__ == "__main__":
    print(css(), end="")
