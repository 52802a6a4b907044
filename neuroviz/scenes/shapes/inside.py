"""What is inside cells: vesicles, scaffold, enzymes, messages, mitochondria; and small spines."""

from __future__ import annotations

import math
import random

from neuroviz.scenes.shapes.geometry import Point, curve, n
from neuroviz.scenes.shapes.paint import EDGE, colour, flat, g, lobes, rim, shine, solid, tag, use


def mtorc1() -> str:
    """mTORC1: a flat ring of two halves with a hole."""
    half = "M-27 2C-27-12-14-17-2-16C2-15.5 3-12 0-9C-9-7-14-3-13 3C-12 9-7 11-1 12C3 13 3 17-1 18C-15 19-27 14-27 2Z"
    one = tag("path", d=half, style=solid("d-mtor"), stroke=EDGE, stroke_width=0.9)
    return one + g(one, transform="rotate(180 0 .5)") + shine((-20.5, -5, 2.6, 4.2), (14, -11.6, 4, 2.2))


def eef2k() -> str:
    """eEF2 kinase: a small two-lobed kinase."""
    d = "M-15-5C-15-14-4-15 1-10C6-14 16-11 15-2C14 6 7 6 4 7C3 14-13 14-13 5C-14 2-15-1-15-5Z"
    return tag("path", d=d, style=solid("d-eefk"), stroke=EDGE, stroke_width=0.9) + shine((-9, -8, 3, 2.3))


def mrna(translating: bool = False) -> str:
    """BDNF messenger RNA: a wavy strand with a two-part ribosome; translating: three of them, with growing chains."""
    strand = curve([(-46, 4), (-34, -4), (-22, 5), (-8, -4), (6, 5), (20, -4), (34, 4), (46, -2)])
    out = tag("path", d=strand, fill="none", stroke=colour("bdnf-2"), stroke_width=2.6, stroke_linecap="round")
    for i, x in enumerate((-22, 4, 28) if translating else (-14,)):
        if translating:
            d = f"M{x}-9c5-5-6-8 1-{12 + i * 5}"
            out += tag("path", d=d, stroke=colour("bdnf-1"), stroke_width=2.2, fill="none", stroke_linecap="round")
        out += lobes("ribo", (x, -4, 8.6, 7, 0), (x, 5.6, 6.8, 4.6, 0))
    return out


def vesicle(cargo: str = "glu", family: str = "coral", r: float = 13.5, count: int = 6, seed: int = 1) -> str:
    """A vesicle: one fine bilayer, its load inside, a light at the top left."""
    rng = random.Random(seed)
    out = tag("circle", r=r + 1.4, style=flat("scene-ves"), stroke=colour(f"{family}-lo"), stroke_width=2.6)
    out += tag("circle", r=r + 1.4, fill="none", stroke=f"url(#rim-{family})", stroke_width=1.5)
    out += tag("circle", r=r - 1.8, fill="none", stroke=colour(f"{family}-line"), stroke_width=0.8, opacity=0.6)
    for i in range(count):
        a, q = i * 2.4 + rng.random(), (r - 5.6) * math.sqrt((i + 0.3) / count)
        out += use(cargo, math.cos(a) * q, math.sin(a) * q, 0.54 if cargo == "glu" else 0.46)
    return out + rim(f"M{n(-r * 0.8)} {n(-r * 0.45)}A{n(r)} {n(r)} 0 0 1-{n(r * 0.24)}-{n(r * 0.9)}", 1.7)


def fused(cargo: str = "glu", family: str = "coral") -> str:
    """A vesicle open to the outside (an omega): the mouth at y = 4, the load leaving."""
    d = "M-11 4C-7 2-7-2-10-6A14.5 14.5 0 1 1 10-6C7-2 7 2 11 4"
    out = tag("path", d=d + "Z", style=flat("scene-cleft"))
    out += tag("path", d=d, fill="none", stroke=colour(f"{family}-deep"), stroke_width=5)
    out += tag("path", d=d, fill="none", stroke=f"url(#rim-{family})", stroke_width=1.8)
    spots = ((-6, -20), (5, -21), (0, -14), (-2, -5), (3, 1))
    return out + "".join(use(cargo, x, y, 0.58 if cargo == "glu" else 0.6) for x, y in spots)


def scaffold(half: float = 92, rows: int = 4, seed: int = 4) -> str:
    """PSD-95 under the receptors: beaded chains joined by a mesh; x from -half to half, y from 10 to 32."""
    rng = random.Random(seed)
    count = round(half / 9)
    out = ""
    for i in range(count):
        x = -half + 2 * half * (i + 0.5) / count
        for j in range(rows):
            out += tag("circle", cx=n(x + rng.uniform(-1.2, 1.2)), cy=n(11 + j * 6.2), r=2.6, style=solid("b-psd"))
    mesh = f"M{n(-half)} 20H{n(half)}M{n(-half + 5)} 29H{n(half - 5)}"
    return out + tag("path", d=mesh, stroke=colour("psd-1"), stroke_width=1, opacity=0.45, stroke_dasharray="5 3")


def mitochondrion() -> str:
    """A mitochondrion, 72 by 40, tilted."""
    outline = [(-36.0, 9.0), (-26.0, -12.0), (10.0, -20.0), (34.0, -11.0), (26.0, 10.0), (-14.0, 20.0)]
    folds = "M-27 8q4-20 9-5q4 17 9-5q4-17 9 0q4 17 9-7q4-13 8-2"
    out = tag("path", d=curve(outline, True), style=flat("mito-2"), stroke=colour("mito-1"), stroke_width=2)
    return out + tag(
        "path", d=folds, fill="none", stroke=colour("mito-1"), stroke_width=1.7, opacity=0.85, stroke_linecap="round"
    )


def spine(height: float, head: float, neck: float, look: str = "") -> str:
    """A small mushroom spine standing on a dendrite at y = 0; ``look`` is ``""``, ``"ghost"`` (lost) or ``"new"``."""
    h, a, k = height, head, neck
    d = (
        f"M{n(-k * 1.7)} 3C{n(-k)} 0 {n(-k)} {n(-h * 0.3)} {n(-k)} {n(-h * 0.45)}"
        f"C{n(-a * 1.15)} {n(-h * 0.6)} {n(-a * 1.1)} {n(-h)} 0 {n(-h)}"
        f"C{n(a * 1.1)} {n(-h)} {n(a * 1.15)} {n(-h * 0.6)} {n(k)} {n(-h * 0.45)}C{n(k)} {n(-h * 0.3)} {n(k)} 0 {n(k * 1.7)} 3Z"
    )
    if look == "ghost":
        return tag(
            "path",
            d=d,
            fill="none",
            stroke=colour("scene-ghost"),
            stroke_width=1.5,
            stroke_dasharray="1.4 3.2",
            stroke_linecap="round",
        )
    light = rim(f"M{n(-a * 0.62)} {n(-h * 0.72)}Q{n(-a * 0.5)} {n(-h * 0.93)} {n(-a * 0.05)} {n(-h * 0.94)}", max(1.0, a * 0.16))
    edge = colour("scene-up") if look == "new" else "url(#rim-coral)"
    body = tag("path", d=d, style=solid("body-coral"), stroke=edge, stroke_width=2.2 if look == "new" else 1.4)
    return body + light


def strands(lines: list[list[Point]], family: str, width: float = 1.2, opacity: float = 0.28) -> str:
    """Filaments in the cytoplasm."""
    return tag(
        "path",
        d="".join(curve(line) for line in lines),
        fill="none",
        stroke=colour(f"{family}-line"),
        stroke_width=width,
        opacity=opacity,
    )


def insides() -> dict[str, str]:
    """Shared shapes by id."""
    out = {"mtorc1": mtorc1(), "eef2k": eef2k(), "mrna": mrna(), "mrna-read": mrna(True), "mitochondrion": mitochondrion()}
    out |= {f"vesicle-{i}": vesicle(seed=i) for i in (1, 2, 3)}
    out |= {"vesicle-bdnf": vesicle("bdnf", count=4, seed=3), "vesicle-gaba": vesicle("gaba", "teal", seed=2)}
    out |= {"fused": fused(), "fused-bdnf": fused("bdnf")}
    out |= {"scaffold-1": scaffold(rows=3), "scaffold-2": scaffold(110, 4, 7)}
    out |= {"spine": spine(27, 7.6, 2.4), "spine-new": spine(29, 8, 2.4, "new"), "spine-ghost": spine(27, 7.6, 2.6, "ghost")}
    return {key: g(inner) for key, inner in out.items()}
