"""Colours: the generated sheet is up to date, and text can be read on its ground."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuroviz import theme

SHEET = Path(__file__).parents[2] / "assets" / "css" / "00-tokens.css"
NETWORKS = ("visual", "somatomotor", "dan", "salience", "limbic", "control", "default")


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_sheet_is_what_theme_gives() -> None:
    assert SHEET.read_text() == theme.css(), "run `python -m neuroviz.theme > assets/css/00-tokens.css`"


@pytest.mark.parametrize("scheme", theme.SCHEMES)
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("ink", "paper", 7),
        ("ink-2", "paper-2", 4.5),
        ("accent", "paper-2", 4.5),
        ("stage-ink", "stage-top", 7),
        ("stage-dim", "stage-panel", 4.5),
        ("stage-dim", "stage-top", 4.5),
        *((f"net-{n}", "stage-top", 4.5) for n in NETWORKS),
        *((f"node-{n}", "stage-top", 3) for n in ("core", "dm", "mt", "other")),
    ],
)
def test_contrast(scheme: str, ink: str, ground: str, least: float) -> None:
    assert contrast(theme.value(ink, scheme), theme.value(ground, scheme)) >= least


def test_every_scheme_has_every_token() -> None:
    assert len({frozenset(theme.tokens(s)) for s in theme.SCHEMES}) == 1


def test_no_colour_takes_the_name_of_a_size() -> None:
    """A scheme changes values of its own names; sizes and radii stay what they are."""
    assert not set(theme.BASE) & {*theme.STAGE_DARK, *theme.STAGE_WHITE, *theme.TEXT["paper"]}
