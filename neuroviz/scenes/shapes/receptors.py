"""Receptors and channels: membrane centre at y = 0, the outside up (negative y), the cytoplasm down.

One silhouette each, everywhere: AMPA a wide Y, NMDA a closed balloon, TrkB two slim chains, the Ca²⁺ channel a squat barrel.
"""

from __future__ import annotations

from typing import Literal

from neuroviz.scenes.shapes.geometry import n
from neuroviz.scenes.shapes.paint import EDGE, colour, g, lobes, rim, rod, shine, solid, tag, use

Plug = Literal["", "mg", "ket"]


def ampa(open_: bool = True, glutamate: bool = True) -> str:
    """AMPA receptor: two arms spread apart at the top, ligand lobes close together, short pore. 32 wide, 33 up."""
    gap = 2.8 if open_ else 0.8
    out = rod("ampa", -9.4, -9, 9.4 - gap / 2, 19.5) + rod("ampa", gap / 2, -9, 9.4 - gap / 2, 19.5)
    out += lobes("ampa", (-5.8, -14.6, 6.6, 6.6, 0), (5.8, -14.6, 6.6, 6.6, 0))
    out += lobes("ampa", (-10, -26.4, 6.8, 8.6, -24), (10, -26.4, 6.8, 8.6, 24))
    out += shine((-12.3, -29.6, 1.9, 2.7), (7.2, -29.6, 1.9, 2.7), (-7.6, -16.6, 1.5, 1.3))
    if glutamate:
        out += use("glu", -6.4, -15, 0.54) + use("glu", 6.4, -15, 0.54)
    return out


def nmda(protein: str = "nmda", plug: Plug = "", glutamate: bool = True, open_: bool = True, tails: bool = True) -> str:
    """NMDA receptor: bulky lobes pressed together, one pore, long tails inside. 30 wide, 38 up.

    Parameters
    ----------
    protein
        ``"nmda"`` with GluN2A (indigo) or ``"nmdb"`` with GluN2B (violet).
    plug
        What sits in the pore: ``""`` nothing, ``"mg"`` magnesium, ``"ket"`` ketamine.
    glutamate
        Whether glutamate is bound.
    open_
        Whether the gate stands open.
    tails
        Whether the long tails are drawn.
    """
    gap = 6 if open_ or plug else 1.4
    out = ""
    if tails:
        d = "M-7 11C-11 20-4 24-8 33M7 11C11 20 4 24 8 33"
        out += tag("path", d=d, fill="none", stroke=colour(f"{protein}-2"), stroke_width=2.6, stroke_linecap="round", opacity=0.8)
    out += rod(protein, -13.4, -9, 13.4 - gap / 2, 21, 4) + rod(protein, gap / 2, -9, 13.4 - gap / 2, 21, 4)
    out += lobes(protein, (-7.8, -15.4, 8.8, 7.2, 0), (7.8, -15.4, 8.8, 7.2, 0))
    out += lobes(protein, (-7, -28.8, 8.4, 9.8, 10), (7, -28.8, 8.4, 9.8, -10))
    out += shine((-9.8, -33, 2.3, 3), (4.2, -33, 2.3, 3), (-10.6, -17.6, 1.9, 1.4))
    if glutamate:
        out += use("glu", 9.8, -15.4, 0.58)
    if plug == "mg":
        out += use("mg", 0, 1.5, 0.95)
    if plug == "ket":
        out += use("ket", 0, 1, 0.88)
    return out


def trkb(active: bool = False) -> str:
    """TrkB: two one-pass chains, hooked heads outside, kinases inside. Active: a closed pair with BDNF on top and kinases lit."""
    gap = 5 if active else 9.5
    out = ""
    for side in (-1, 1):
        x = side * gap
        chain = f"M{n(x)} 13V-14"
        out += tag("path", d=chain, stroke=EDGE, stroke_width=5.6, stroke_linecap="round", fill="none")
        out += tag("path", d=chain, stroke=colour("trkb-2"), stroke_width=4.2, stroke_linecap="round", fill="none")
        out += rim(f"M{n(x - 0.9)} 11V-13", 1.3)
        heads = ((x, -17, 5.3, 4.7, 0), (x + side * 2.6, -25.2, 5, 5.5, 0), (x + side * 0.6, -34, 4.7, 5.2, 0))
        out += lobes("trkb", *heads, (x, 19.5, 6.4, 8.2, 0))
        if active:
            out += tag("circle", cx=n(x), cy=27, r=6, fill=colour("scene-up"), opacity=0.3)
            out += tag("circle", cx=n(x), cy=27, r=3.1, fill=colour("scene-up"))
    return out + (use("bdnf", 0, -37, 0.85) if active else "")


def calcium_channel(open_: bool = False) -> str:
    """L-type Ca²⁺ channel: a squat barrel of four bundles with one companion lobe outside; no ligand arms."""
    gap = 6.4 if open_ else 1
    bundles = ((-17.4, 8), (-9.6, 9.6 - gap / 2), (gap / 2, 9.6 - gap / 2), (9.4, 8))
    out = "".join(rod("vgcc", x, -11, width, 23) for x, width in bundles)
    return out + lobes("vgcc", (-13, -17, 7.6, 6.4, 0), (0, 18, 9.4, 5.2, 0)) + shine((-15.2, -19.2, 2.1, 1.7))


def burst_channel(open_: bool = False) -> str:
    """T-type Ca²⁺ channel: the same barrel without its companion lobe, in its own colour."""
    gap = 6.4 if open_ else 1
    bundles = ((-17.4, 8), (-9.6, 9.6 - gap / 2), (gap / 2, 9.6 - gap / 2), (9.4, 8))
    return "".join(rod("tchan", x, -11, width, 23) for x, width in bundles) + lobes("tchan", (0, 17, 8, 4.4, 0))


def transporter() -> str:
    """Glutamate transporter: a bowl open to the cleft."""
    d = "M-13.5-11C-14.5 4-9 13.5 0 13.5C9 13.5 14.5 4 13.5-11C9-12.4 7-9 5.4-4C3.6 1-3.6 1-5.4-4C-7-9-9-12.4-13.5-11Z"
    body = tag("path", d=d, style=solid("d-eaat"), stroke=EDGE, stroke_width=0.8)
    return body + shine((-9.8, -4, 1.6, 4))


def gaba_receptor(active: bool = True) -> str:
    """GABA-A receptor: a straight crown of five bundles around one pore."""
    out = "".join(rod("gaar", x, -20, 6.4, 32, 3) for x in (-12.8, 6.4)) + "".join(
        rod("gaar", x, -22, 6.4, 34, 3) for x in (-6.6, 0.2)
    )
    return out + (use("gaba", -9.6, -18, 0.5) + use("gaba", 9.6, -18, 0.5) if active else "")


def coupled_receptor(protein: str, ligand: str = "") -> str:
    """A receptor with seven passes (opioid, adenosine): a row of seven helices joined by loops, and a partner inside."""
    xs = [-15 + i * 5 for i in range(7)]
    loops = "".join(f"M{n(a)} {y}q2.5 {d} 5 0" for i, a in enumerate(xs[:-1]) for y, d in (((-11, -7) if i % 2 else (11, 7)),))
    out = tag("path", d=loops, fill="none", stroke=colour(f"{protein}-2"), stroke_width=1.8)
    out += "".join(rod(protein, x - 2.3, -11 - (i % 2) * 1.5, 4.6, 23, 2.2) for i, x in enumerate(xs))
    out += lobes(protein, (1, 21, 10, 6.4, 8))
    return out + (use(ligand, 0, -13, 0.8) if ligand else "")


def receptors() -> dict[str, str]:
    """Shared shapes by id, each in all the looks that scenes ask for."""
    out: dict[str, str] = {}
    for bound in (False, True):
        out["ampa" if bound else "ampa-shut"] = ampa(bound, bound)
    for name, protein in (("nmda2a", "nmda"), ("nmda2b", "nmdb")):
        out[f"{name}-mg"] = nmda(protein, "mg")
        out[f"{name}-open"] = nmda(protein, "")
        out[f"{name}-ket"] = nmda(protein, "ket")
        out[f"{name}-shut"] = nmda(protein, "", glutamate=False, open_=False)
        out[f"{name}-small"] = nmda(protein, "", glutamate=False, tails=False)
        out[f"{name}-small-ket"] = nmda(protein, "ket", glutamate=False, tails=False)
    out |= {"trkb": trkb(False), "trkb-active": trkb(True), "vgcc": calcium_channel(False), "vgcc-open": calcium_channel(True)}
    out |= {"tchannel": burst_channel(False), "tchannel-open": burst_channel(True), "eaat": transporter()}
    out |= {"gaba-a": gaba_receptor(True), "gaba-a-free": gaba_receptor(False)}
    out |= {"mor": coupled_receptor("mor"), "mor-bound": coupled_receptor("mor", "opi")}
    out |= {"adora": coupled_receptor("ador"), "adora-bound": coupled_receptor("ador", "ado")}
    return {key: g(inner) for key, inner in out.items()}
