"""Arithmetic on colours in Oklab, even steps of which look even: standard library only, for tokens and figures alike."""

from __future__ import annotations

from typing import Final

Three = tuple[float, float, float]
Matrix = tuple[Three, Three, Three]

# Oklab (Ottosson 2020): linear sRGB to cone answers, their cube roots to lightness and two hues, and both ways back.
_TO_LMS: Final[Matrix] = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB: Final[Matrix] = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB: Final[Matrix] = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_LMS: Final[Matrix] = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def lab(colour: str) -> Three:
    """Oklab lightness (0 black to 1 white) and hues of a colour such as ``#ff7a59``."""
    srgb = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in srgb)
    x, y, z = _times(_TO_LMS, (r, g, b))
    return _times(_TO_LAB, (_root(x), _root(y), _root(z)))


def from_lab(value: Three) -> str:
    """The nearest colour that a screen can show, as ``#rrggbb``."""
    x, y, z = _times(_FROM_LAB, value)
    linear = (min(1.0, max(0.0, c)) for c in _times(_FROM_LMS, (x**3, y**3, z**3)))
    srgb = (12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in linear)
    return "#" + "".join(f"{round(255 * c):02x}" for c in srgb)


def mix(colour: str, other: str, share: float) -> str:
    """``share`` of a colour and the rest of another, half way to the eye at 0.5."""
    (l1, a1, b1), (l2, a2, b2) = lab(colour), lab(other)
    rest = 1 - share
    return from_lab((share * l1 + rest * l2, share * a1 + rest * a2, share * b1 + rest * b2))


R_STEP: Final = 0.1
"""Correlations are drawn in steps of this size; zero is the border between two of them."""


def r_token(r: float) -> str:
    """Token of the colour that a correlation has in every picture of the app, ``fc-0`` (-1) to ``fc-19`` (+1)."""
    steps = round(2 / R_STEP)
    return f"fc-{min(steps - 1, max(0, int((r + 1) / R_STEP + 1e-9)))}"


def correlations(zero: str, below: tuple[str, str], above: tuple[str, str]) -> dict[str, str]:
    """Colours of r from -1 to 1 by token: away from the colour of zero, over that of a half, to that of one.

    Parameters
    ----------
    zero
        Colour of zero, as ``#rrggbb``.
    below, above
        Colours of half and of all, on either side.
    """
    out = {"fc-zero": zero}
    for k in range(round(2 / R_STEP)):
        r = (k + 0.5) * R_STEP - 1
        half, one = above if r > 0 else below
        size = abs(r)
        out[f"fc-{k}"] = mix(half, zero, size / 0.5) if size < 0.5 else mix(one, half, (size - 0.5) / 0.5)
    return out


def agreement(most: int, rim: str, core: str) -> dict[str, str]:
    """Colours of the number of maps that agree, ``agree-1`` to ``agree-<most>``, from that of the rim to that of the core."""
    return {f"agree-{k}": mix(core, rim, (k - 1) / (most - 1)) for k in range(1, most + 1)}


def _times(matrix: Matrix, v: Three) -> Three:
    x, y, z = (a * v[0] + b * v[1] + c * v[2] for a, b, c in matrix)
    return x, y, z


def _root(x: float) -> float:
    return float(abs(x) ** (1 / 3)) * (1 if x >= 0 else -1)
