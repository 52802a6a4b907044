"""How the drawn brain is inked: one table of rules, as a style sheet or as plain attributes.

In the app every colour is a CSS custom property, so that one SVG serves all schemes. Drawing programs know no
custom properties, and a style sheet inside a picture would leak into the page of a notebook: a file gets the
same rules as attributes, with the values of one scheme.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from neuroviz.scenes.svg import attributes


class Alpha(NamedTuple):
    """An opacity on the dark and on the white stage."""

    dark: float
    white: float


Value = str | Alpha
Rule = tuple[str, dict[str, Value]]

EVERYWHERE: Final[tuple[Rule, ...]] = (
    (".sky-high", {"stop-color": "var(--stage-rim-high)"}),
    (".sky-low", {"stop-color": "var(--stage-rim-low)"}),
    (".body-near", {"stop-color": "var(--stage-body)", "stop-opacity": Alpha(0.55, 0.5)}),
    (".body-far", {"stop-color": "var(--stage-body)", "stop-opacity": Alpha(0.12, 0.3)}),
    # Stacked, the rims grow like (1 - cos)^2.3, as the glass of the 3-D stage does.
    (".shell", {"fill-rule": "evenodd"}),
    (".back", {"fill-opacity": Alpha(0.09, 0.05)}),
    # Many large smooth outlines on top of each other make Chromium without a graphics card rasterise with multisampling,
    # which costs seconds; one that is not smoothed prevents it, and under the others its edge is not seen.
    (".deep", {"fill": "var(--stage-deep)", "fill-opacity": Alpha(0.14, 0.06), "shape-rendering": "crispEdges"}),
    (".lit", {"fill": "var(--stage-lit)", "fill-opacity": Alpha(0.05, 0.35)}),
    (".rim-1", {"fill-opacity": Alpha(0.045, 0.07)}),
    (".rim-2", {"fill-opacity": Alpha(0.07, 0.09)}),
    (".rim-3", {"fill-opacity": Alpha(0.13, 0.13)}),
    (".rim-4", {"fill-opacity": Alpha(0.34, 0.22)}),
    (".rim-5", {"fill-opacity": Alpha(0.55, 0.30)}),
    (".outline", {"fill": "none", "stroke-opacity": Alpha(0.85, 0.85), "stroke-width": "6"}),
    (
        ".territory",
        {"fill-opacity": Alpha(0.16, 0.14), "stroke-opacity": Alpha(0.4, 0.32), "stroke-linejoin": "round"},
    ),
    (".link", {"fill": "none", "stroke": "var(--edge-same)", "stroke-linecap": "round"}),
    (".is-up", {"stroke": "var(--increase)"}),
    (".is-down", {"stroke": "var(--decrease)", "stroke-linecap": "butt"}),
    (".rises", {"fill": "var(--increase)"}),
    (".falls", {"fill": "var(--decrease)"}),
    (
        ".hollow",
        {
            "fill": "var(--stage-bottom)",
            "fill-opacity": Alpha(0.6, 0.8),
            "stroke": "var(--stage-ink)",
            "stroke-width": "9",
        },
    ),
    (".casing", {"fill": "none", "stroke": "var(--edge-same)", "stroke-linecap": "round"}),
    (".arrow", {"stroke": "var(--stage-shadow)", "stroke-width": "10", "paint-order": "stroke", "stroke-linejoin": "round"}),
    (".edge", {"stroke": "var(--stage-ink)", "stroke-width": "5", "stroke-opacity": Alpha(0.5, 0.35)}),
    (".shine-top", {"stop-color": "#fff", "stop-opacity": Alpha(0.5, 0.22)}),
    (".shine-mid", {"stop-color": "#fff", "stop-opacity": Alpha(0.0, 0.0)}),
    (".shine-low", {"stop-color": "#000", "stop-opacity": Alpha(0.32, 0.16)}),
    (".halo", {"opacity": Alpha(0.78, 0.2)}),
    (".labels", {"font-family": "var(--sans)"}),
    (".line", {"fill": "var(--stage-dim)"}),
    (".name", {"fill": "var(--stage-ink)", "font-weight": "600"}),
    (".leader", {"fill": "none", "stroke": "var(--stage-line)", "stroke-opacity": Alpha(0.8, 0.8)}),
    (".anchor", {"fill": "none", "stroke": "var(--stage-ink)"}),
)

APP: Final[tuple[Rule, ...]] = (
    ("", {"overflow": "visible"}),
    (".shell", {"pointer-events": "none"}),
    # On the dark stage only the hue changes and the folds keep their light; files do without blending.
    (".territory", {"mix-blend-mode": "var(--stage-blend)", "fill-opacity": Alpha(0.44, 0.15)}),
    (
        ".territory path",
        {"fill": "var(--c, transparent)", "stroke": "var(--c, transparent)", "stroke-width": "1.2px"},
    ),
    (".territory path, .link, .casing, .outline, .leader, .anchor", {"vector-effect": "non-scaling-stroke"}),
    (".territory path.is-pointed", {"fill-opacity": "0.34"}),
    (".outline", {"stroke-width": "1.2px"}),
    (
        ".link",
        {
            "stroke-width": "calc((0.7 + 4.6 * var(--w)) * 1px)",
            "stroke-opacity": "calc((0.1 + 0.72 * var(--w)) * var(--f) * (1 + 0.5 * var(--stage-white)) * (1 - var(--quiet, 0)))",
            "pointer-events": "none",
        },
    ),
    (".link.is-other", {"stroke-opacity": "calc((0.1 + 0.72 * var(--w)) * var(--f) * (1 + 0.5 * var(--stage-white)))"}),
    (
        ".link.is-up, .link.is-down",
        {
            "--c": "var(--increase)",
            "stroke": "color-mix(in srgb, var(--c) calc(var(--k) * 100%), var(--edge-same))",
            "stroke-width": "calc((0.7 + 4.6 * var(--w) + 0.9 * var(--k)) * 1px)",
            "stroke-opacity": "calc((0.1 + 0.72 * var(--w) + 0.34 * var(--k)) * var(--f) * var(--s))",
        },
    ),
    (
        ".link.is-down",
        {
            "--c": "var(--decrease)",
            "stroke-dasharray": "9 6",
            "stroke-width": "calc(max(2 * var(--k), (0.7 + 4.6 * var(--w)) * (1 - 0.4 * var(--k))) * 1px)",
        },
    ),
    (".link.is-quiet", {"stroke-width": "0.8px", "stroke-opacity": "calc(0.07 * var(--f))"}),
    (
        ".casing",
        {
            "stroke-width": "calc((0.7 + 4.6 * var(--w)) * 1px)",
            "stroke-opacity": "calc(0.17 * var(--k) * var(--f) * var(--s))",
            "pointer-events": "none",
        },
    ),
    (".arrow", {"opacity": "var(--s)", "pointer-events": "none"}),
    (".node", {"opacity": "var(--f)", "cursor": "pointer", "outline": "none"}),
    (".solid", {"fill": "var(--c)"}),
    (".mark", {"transition": "transform var(--quick) var(--ease-out)"}),
    (".node:hover .mark, .node:focus-visible .mark, .node.is-selected .mark", {"transform": "scale(1.25)"}),
    (".ring", {"fill": "none", "stroke": "none"}),
    (".hit", {"fill": "transparent"}),
    (".node:focus-visible .ring", {"stroke": "var(--stage-ink)", "stroke-width": "3px"}),
    (".ring", {"vector-effect": "non-scaling-stroke"}),
    (".halo, .labels", {"pointer-events": "none"}),
    (".node.is-dim", {"opacity": "0.25"}),
    (".node.is-dim .halo", {"display": "none"}),
    (".link.is-dim", {"opacity": "0.16"}),
    (".labels text", {"paint-order": "stroke", "stroke": "var(--stage-shadow)", "stroke-opacity": "0.7"}),
    (".leader", {"stroke-width": "1.1px"}),
    (".anchor", {"stroke-width": "1.4px"}),
)


def stylesheet() -> str:
    """Write the rules for the app: ``python -m neuroviz.scenes.style > assets/css/20-drawn.css``."""
    head = "/* Generated by neuroviz/scenes/style.py; change it there. */\n"
    own = {
        "--stage-deep": "var(--stage-shadow)",
        "--stage-lit": "var(--stage-rim-high)",
        "--stage-blend": "color",
    }
    white = {"--stage-deep": "var(--stage-rim-low)", "--stage-lit": "#fff", "--stage-blend": "multiply"}
    still = "@media (prefers-reduced-motion: reduce) {\n  .drawn .mark { transition: none; }\n}\n"
    return (
        head
        + _rule(".drawn", {**own})
        + _rule(':root:is([data-scheme="projector"], [data-print]) .drawn', {**white})
        + "".join(_rule(_within(selector), values) for selector, values in (*EVERYWHERE, *APP))
        + still
    )


def inked(markup: str, tokens: Mapping[str, str]) -> str:
    """Write the rules into ``markup`` as attributes, with the tokens of one scheme (names without dashes)."""
    white = float(tokens["stage-white"])
    known = {
        **tokens,
        "stage-deep": tokens["stage-rim-low"] if white else tokens["stage-shadow"],
        "stage-lit": "#ffffff" if white else tokens["stage-rim-high"],
    }
    rules = {selector.removeprefix("."): values for selector, values in EVERYWHERE}

    def plain(value: Value) -> str:
        if isinstance(value, Alpha):
            return f"{value.white if white else value.dark:g}"
        return re.sub(r"var\(--([a-z0-9-]+)\)", lambda found: known[found[1]], value)

    def ink(found: re.Match[str]) -> str:
        values = {name: value for kind in found[1].split() for name, value in rules.get(kind, {}).items()}
        return found[0] + attributes({name: plain(value) for name, value in values.items()})

    return re.sub(r' class="([a-z0-9 -]+)"', ink, markup)


def _within(selector: str) -> str:
    return ", ".join(f".drawn {part}".strip() for part in selector.split(", "))


def _rule(selector: str, values: Mapping[str, Value]) -> str:
    return f"{selector} {{ " + " ".join(f"{name}: {_live(value)};" for name, value in values.items()) + " }\n"


def _live(value: Value) -> str:
    """Give an opacity that follows the scheme: ``--stage-white`` is 0 on the dark stage, 1 on the white."""
    if not isinstance(value, Alpha):
        return value
    if value.dark == value.white:
        return f"{value.dark:g}"
    step = value.white - value.dark
    return f"calc({value.dark:g} {'+' if step > 0 else '-'} {abs(step):.4g} * var(--stage-white))"


if __name__ == "__main__":
    print(stylesheet(), end="")
