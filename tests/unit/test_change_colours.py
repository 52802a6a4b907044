"""Increase and decrease can be told apart by anybody: three kinds of colour vision, and without colour by their form."""

from __future__ import annotations

import pytest

from neuroviz import theme
from neuroviz.scenes.style import stylesheet

# Machado, Oliveira and Fernandes 2009, full severity, for linear RGB.
VISION = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)


def linear(colour: str) -> list[float]:
    """Linear RGB of ``#rrggbb``."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def times(matrix: tuple[tuple[float, ...], ...], vector: list[float]) -> list[float]:
    return [sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix]


def lab(rgb: list[float]) -> tuple[float, float, float]:
    """CIELAB of linear RGB."""
    f = [
        t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116
        for t in (max(v, 0) / w for v, w in zip(times(XYZ, rgb), WHITE, strict=True))
    ]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def distance(a: str, b: str, vision: str) -> float:
    """How different two colours look (CIE 1976)."""
    seen = [lab([min(max(v, 0), 1) for v in times(VISION[vision], linear(c))]) for c in (a, b)]
    return sum((p - q) ** 2 for p, q in zip(*seen, strict=True)) ** 0.5


@pytest.mark.parametrize("scheme", theme.SCHEMES)
@pytest.mark.parametrize("vision", VISION)
def test_more_and_less_differ_for_every_kind_of_colour_vision(scheme: str, vision: str) -> None:
    tokens = theme.tokens(scheme)
    assert distance(tokens["increase"], tokens["decrease"], vision) > 45
    for name in ("increase", "decrease"):
        assert distance(tokens[name], tokens["edge-same"], vision) > 18, f"{name} looks like no change"


def test_without_colour_less_is_dashed_and_thinner() -> None:
    rules = {line.split(" {")[0]: line for line in stylesheet().splitlines()}
    assert "stroke-dasharray" in rules[".drawn .link.is-down"]
    assert "stroke-dasharray" not in rules[".drawn .link.is-up, .drawn .link.is-down"]
    assert "* (1 - 0.4 * var(--k))" in rules[".drawn .link.is-down"]
