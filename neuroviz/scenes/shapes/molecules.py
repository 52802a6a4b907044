"""What moves: one shape and one colour each, told apart by shape alone. About 10 units across."""

from __future__ import annotations

import math

from neuroviz.scenes.shapes.geometry import n
from neuroviz.scenes.shapes.paint import solid, tag

_HEXAGON = " ".join(f"{n(math.cos(a) * 9)},{n(math.sin(a) * 9)}" for a in (math.pi / 6 + i * math.pi / 3 for i in range(6)))


def _ball(name: str, r: float) -> str:
    return tag("circle", r=r, style=solid(f"m-{name}"))


def _shape(name: str, d: str, width: float = 1) -> str:
    return tag("path", d=d, style=solid(f"m-{name}"), stroke=f"var(--{name}-3)", stroke_width=width, stroke_linejoin="round")


def _hexagon(name: str) -> str:
    return tag(
        "polygon", points=_HEXAGON, style=solid(f"m-{name}"), stroke=f"var(--{name}-3)", stroke_width=1.4, stroke_linejoin="round"
    )


def _magnesium() -> str:
    cross = tag("path", d="M-2.8 0H2.8M0-2.8V2.8", stroke="var(--mg-3)", stroke_width=1.5, stroke_linecap="round")
    return tag("circle", r=5.2, style=solid("m-mg"), stroke="var(--mg-3)", stroke_width=0.8) + cross


def _calcium() -> str:
    return _ball("ca", 5.2) + tag("circle", r=5.2, fill="none", stroke="var(--ca-3)", stroke_width=1.2)


def _pulse() -> str:
    soft = "".join(tag("circle", r=r, fill="var(--scene-pulse)", opacity=o) for r, o in ((15, 0.07), (10.5, 0.13), (7, 0.25)))
    return soft + tag("circle", r=3.8, fill="var(--scene-pulse)")


def _protein() -> str:
    pair = ((-3, 0.6), (3, -1.2))
    return "".join(
        tag("circle", cx=x, cy=y, r=4.2, style=solid("b-psd"), stroke="var(--psd-3)", stroke_width=0.7) for x, y in pair
    )


def molecules() -> dict[str, str]:
    """Markup of every molecule, centred on 0, 0, by name.

    ``glu`` glutamate, ``gaba``, ``ca`` Ca²⁺, ``mg`` Mg²⁺, ``na`` Na⁺, ``k`` K⁺, ``ket`` ketamine, ``hnk`` hydroxynorketamine,
    ``bdnf``, ``gly`` glycine, ``ado`` adenosine, ``opi`` opioid, ``cyt`` cytokine, ``pulse`` action potential, ``protein``.
    """
    return {
        "glu": _ball("glu", 5),
        "gaba": tag("rect", x=-5, y=-5, width=10, height=10, rx=3, style=solid("m-gaba")),
        "ca": _calcium(),
        "mg": _magnesium(),
        "na": _ball("na", 4),
        "k": _ball("k", 4.6),
        "gly": _shape("gly", "M0-7L6.6 4.6H-6.6Z"),
        "ket": _hexagon("ket"),
        "hnk": _hexagon("hnk") + tag("circle", cx=9.5, cy=-6.5, r=3, style=solid("m-hnk"), stroke="var(--hnk-3)", stroke_width=1),
        "bdnf": _shape("bdnf", "M0-7.5L6.4 0L0 7.5L-6.4 0Z"),
        "ado": _shape("ado", "M0-6.6L6.3-2L3.9 5.4H-3.9L-6.3-2Z"),
        "opi": _shape("opi", "M-6-2.6Q0-8 6-2.6Q7.5 0 6 2.6Q0 8-6 2.6Q-7.5 0-6-2.6Z"),
        "cyt": _shape("cyt", "M-5-4L0-6.5L5-4L6 1.5L1.5 6L-4.5 5L-6.5 0Z"),
        "pulse": _pulse(),
        "protein": _protein(),
    }
