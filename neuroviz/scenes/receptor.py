"""The receptor scene: one NMDA channel in its membrane, as a drawing whose state is told by attributes of the root.

All states are in the markup; ``data-gate``, ``data-glu``, ``data-pore``, ``data-flow``, ``data-ket`` and ``data-mg`` choose what
is seen, so that the browser moves from one to the next by style alone. What each means is decided in
`neuroviz.ui.scales.receptor_lab`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from neuroviz.scenes.channel import AXIS, CAVITY_Y, FILTER_Y, SITE_Y, bilayer, group, lumen, path, subunit
from neuroviz.scenes.shapes.geometry import Point, curve, n
from neuroviz.scenes.shapes.molecules import molecules
from neuroviz.scenes.svg import element, text

WIDTH, HEIGHT = 640, 532
HALF = "134 8 372 528"
"""What one pane of two shows: the channel alone."""


@dataclass(frozen=True)
class Label:
    """Name beside a part: where it stands, what it points at, and in which states it is seen."""

    part: str
    at: Point
    anchor: str
    points: Point
    when: str = ""


LABELS: Final = (
    Label("glun1", (152, 62), "end", (AXIS - 82, 78)),
    Label("glun2", (488, 62), "start", (AXIS + 82, 78)),
    Label("glycine", (152, 186), "end", (AXIS - 112, SITE_Y)),
    Label("glutamate", (488, 186), "start", (AXIS + 114, SITE_Y)),
    Label("gate", (488, 268), "start", (AXIS + 22, 297)),
    Label("magnesium", (488, 452), "start", (AXIS + 14, 350), "mg"),
    Label("ketamine", (488, 452), "start", (AXIS + 16, 350), "ket"),
    Label("filter", (152, 452), "end", (AXIS - 24, FILTER_Y + 2), "none"),
)

ION_PATHS: Final[Mapping[str, tuple[tuple[Point, ...], ...]]] = {
    "ca": tuple(
        (
            (AXIS + 11 * d, 256),
            (AXIS + 5 * d, 276),
            (AXIS, 300),
            (AXIS + d, 340),
            (AXIS, FILTER_Y),
            (AXIS + d, 404),
            (AXIS + 8 * d, 450),
            (AXIS + 15 * d, 512),
        )
        for d in (-5, 5)
    ),
    "na": (
        (
            (AXIS - 30, 252),
            (AXIS - 8, 290),
            (AXIS - 8, 336),
            (AXIS, FILTER_Y),
            (AXIS - 5, 404),
            (AXIS - 34, 462),
            (AXIS - 78, 514),
        ),
    ),
    "k": (
        (
            (AXIS + 92, 514),
            (AXIS + 40, 462),
            (AXIS + 7, 412),
            (AXIS, FILTER_Y),
            (AXIS + 9, 334),
            (AXIS + 7, 290),
            (AXIS + 26, 254),
        ),
    ),
}
ION_LOOK: Final[Mapping[str, tuple[int, float, float]]] = {
    "ca": (8, 3.1, 1.7),
    "na": (6, 2.5, 1.8),
    "k": (6, 3.0, 1.6),
}
"""Ion: how many are drawn at most, seconds of one passage, size."""


USED: Final = ("glu", "gly", "mg", "ca", "na", "k", "ket")
"""Molecules of this scene, by the names of the shared shapes."""


def defs() -> str:
    """Gradients, symbols and arrow tips under ids of this scene's own, for one hidden drawing on the page."""

    def stops(*colours: tuple[float, str, float]) -> str:
        return "".join(element("stop", {"offset": o, "style": f"stop-color:{c};stop-opacity:{a}"}) for o, c, a in colours)

    def radial(name: str, inside: str, cx: float, cy: float, r: float) -> str:
        return element("radialGradient", {"id": f"rc-{name}", "cx": cx, "cy": cy, "r": r}, inside)

    bodies = {p: stops((0, f"var(--{p}-1)", 1), (0.55, f"var(--{p}-2)", 1), (1, f"var(--{p}-3)", 1)) for p in ("glun1", "glun2")}
    out = [radial(p, inside, 0.36, 0.26, 0.95) for p, inside in bodies.items()]
    balls = {m: stops((0, f"var(--{m}-1)", 1), (1, f"var(--{m}-2)", 1)) for m in USED}
    out += [radial(f"m-{m}", inside, 0.34, 0.28, 0.85) for m, inside in balls.items()]
    out += [element("g", {"id": f"rc-{m}"}, molecules()[m].replace("url(#", "url(#rc-")) for m in USED]
    out.append(radial("shade", stops((0.62, "#000", 0), (1, "var(--scene-edge)", 0.5)), 0.4, 0.34, 0.72))
    out.append(radial("water", stops((0, "var(--scene-oil)", 1), (1, "var(--scene-lumen)", 1)), 0.5, 0.45, 0.6))
    out.append(radial("light", stops((0, "var(--scene-light)", 0.42), (1, "var(--scene-light)", 0)), 0.5, 0.5, 0.5))
    fade = stops((0, "#fff", 0), (0.12, "#fff", 1), (0.88, "#fff", 1), (1, "#fff", 0))
    out.append(element("linearGradient", {"id": "rc-fade"}, fade))
    box: dict[str, object] = {"x": -40, "y": 260, "width": 720, "height": 190}
    cover = element("rect", {**box, "fill": "url(#rc-fade)"})
    out.append(element("mask", {"id": "rc-mask", "maskUnits": "userSpaceOnUse", **box}, cover))
    for name in ("in", "out"):
        size = {"refX": 7, "refY": 5, "markerWidth": 5, "markerHeight": 5, "orient": "auto"}
        tip = path("M1 1L9 5L1 9L3.4 5Z", class_=f"tip-{name}")
        out.append(element("marker", {"id": f"rc-tip-{name}", "viewBox": "0 0 10 10", **size}, tip))
    return "".join(out)


def use(kind: str, x: float, y: float, scale: float) -> str:
    """A molecule at a place; `defs` has to be on the page."""
    move = f"translate({n(x)} {n(y)}) scale({n(scale)})"
    return element("use", {"href": f"#rc-{kind}", "transform": move})


def draw(names: Mapping[str, tuple[str, str]], state: Mapping[str, str], words: Mapping[str, str]) -> str:
    """The channel.

    Parameters
    ----------
    names
        By the id of each part its short name, and what is read out.
    state
        Attributes of the root: ``gate`` (open, shut), ``glu`` (0, 1), ``pore`` (none, mg, ket), ``flow`` (none, in, out),
        ``ket`` and ``mg`` (0, 1).
    words
        ``title``, ``outside``, ``inside``, ``in``, ``out`` and what is in the pore: ``plugs``, ``inside_pore``,
        ``trapped``, ``ions_pass``, ``gate_shut``.

    Returns
    -------
    str
        An `<svg>`; `defs` has to be on the page.
    """

    def part(part_id: str, inside: str) -> str:
        return group(inside, class_="part", role="button", tabindex="-1", data_part=part_id, aria_label=names[part_id][1])

    x = AXIS
    far = group(subunit(-1, "glun2", True), transform="translate(-22 -9)") + group(
        subunit(1, "glun1", True), transform="translate(22 -9)"
    )
    layers = [
        element("ellipse", {"cx": x, "cy": 230, "rx": 300, "ry": 215, "fill": "url(#rc-light)", "class": "glow"}),
        group(_haze(), class_="haze", aria_hidden="true"),
        part("membrane", group(bilayer(-36, 676), mask="url(#rc-mask)")),
        part("behind", far),
        group(lumen(False), class_="shut-only") + group(lumen(True), class_="open-only"),
        part("ions", _ions()),
        part("magnesium", _plug("mg", 3.3)),
        part("ketamine", _plug("ket", 2.1)),
        part("glun1", subunit(-1, "glun1")),
        part("glun2", subunit(1, "glun2")),
        part("gate", element("rect", {"x": x - 46, "y": 278, "width": 92, "height": 36, "class": "target"})),
        part("filter", element("rect", {"x": x - 40, "y": 358, "width": 80, "height": 34, "class": "target"})),
        part("glycine", _target(x - 101) + use("gly", x - 101, SITE_Y, 1.75)),
        part("glutamate", _glutamate()),
        group(_free(), class_="free", aria_hidden="true"),
        group(_arrows(words), class_="arrows", aria_hidden="true"),
        group(_labels(names, words), class_="labels", aria_hidden="true"),
    ]
    root = {f"data-{k}": v for k, v in state.items()}
    return element(
        "svg",
        {
            "class": "channel",
            "viewBox": f"0 0 {WIDTH} {HEIGHT}",
            "data-half": HALF,
            "role": "group",
            "aria-label": words["title"],
            **root,
        },
        "".join(layers),
    )


def _haze() -> str:
    """Molecules far behind, out of focus."""
    spots = (
        (60, 120, 9),
        (112, 52, 6),
        (560, 128, 8),
        (604, 60, 5),
        (40, 232, 6),
        (598, 236, 7),
        (90, 490, 7),
        (560, 480, 8),
        (250, 26, 5),
    )
    return "".join(element("circle", {"cx": a, "cy": b, "r": r}) for a, b, r in spots)


def _plug(kind: str, size: float) -> str:
    y = CAVITY_Y + 3
    halo = element("circle", {"cx": n(AXIS), "cy": n(y), "r": 32, "class": f"halo {kind}"})
    return group(halo + use(kind, AXIS, y, size), class_=f"plug {kind}")


def _target(x: float) -> str:
    """Something to hit around a small ligand."""
    return element("circle", {"cx": n(x), "cy": n(SITE_Y), "r": 20, "class": "target"})


def _glutamate() -> str:
    x = AXIS + 101
    empty = element("circle", {"cx": n(x + 2), "cy": n(SITE_Y), "r": 13, "class": "empty"})
    return _target(x) + empty + group(use("glu", x, SITE_Y, 2.3), class_="bound")


def _free() -> str:
    """What drifts outside: it can only enter when the state lets it."""
    glu = "".join(use("glu", a, b, 1.8) for a, b in ((AXIS + 172, 112), (AXIS + 226, 232), (AXIS - 182, 122)))
    mg = "".join(use("mg", a, b, 2.1) for a, b in ((AXIS - 216, 226), (AXIS + 266, 274)))
    out = group(use("mg", AXIS - 146, 258, 2.3), class_="mg-out")
    ket = "".join(use("ket", a, b, 1.5) for a, b in ((AXIS - 250, 96), (AXIS + 262, 88)))
    near = group(use("ket", AXIS, 262, 1.6), class_="ket-near")
    return group(glu, class_="free-glu") + group(mg + out, class_="free-mg") + group(ket + near, class_="free-ket")


def _ions() -> str:
    """Ions on their way through the pore; the browser shows as many as pass, and reduced motion shows arrows instead."""
    out = []
    for kind, (count, seconds, size) in ION_LOOK.items():
        ways = ION_PATHS[kind]
        for i in range(count):
            way = curve(ways[i % len(ways)])
            delay = n(-seconds * (i + 0.37 * (i % 2)) / count)
            style = f"offset-path:path('{way}');animation-duration:{seconds}s;animation-delay:{delay}s"
            out.append(element("g", {"class": f"mol {kind}", "data-n": i, "style": style}, use(kind, 0, 0, size)))
    return group("".join(out), class_="moving")


def _arrows(words: Mapping[str, str]) -> str:
    """Which way the ions go, in words and as arrows."""
    left, right = AXIS - 124, AXIS + 126
    return group(path(f"M{left} 424V486", class_="go in") + _line(words["in"], left - 10, 512, "end"), class_="with-in") + group(
        path(f"M{right} 486V424", class_="go out") + _line(words["out"], right + 10, 512, "start"), class_="with-out"
    )


def _line(words: str, x: float, y: float, anchor: str, class_: str = "flow") -> str:
    return element("text", {"x": n(x), "y": n(y), "text-anchor": anchor, "class": class_}, text(words))


def _short(names: Mapping[str, tuple[str, str]], words: Mapping[str, str]) -> str:
    """One line under the channel instead of all labels: what is in the pore."""
    lines = (
        ("when-mg", f"{names['magnesium'][0]} {words['plugs']}"),
        ("when-ket open-only", f"{names['ketamine'][0]} {words['inside_pore']}"),
        ("when-ket shut-only", f"{names['ketamine'][0]} {words['trapped']}"),
        ("when-none open-only", words["ions_pass"]),
        ("when-none shut-only", words["gate_shut"]),
    )
    return "".join(_line(line, AXIS, HEIGHT - 4, "middle", f"name {when}") for when, line in lines)


def _labels(names: Mapping[str, tuple[str, str]], words: Mapping[str, str]) -> str:
    second = {
        "magnesium": (("", words["plugs"]),),
        "ketamine": (("open-only", words["inside_pore"]), ("shut-only", words["trapped"])),
    }
    out = [group(_short(names, words), class_="half-only")]
    out += [_line(words["outside"], 8, 284, "start", "side"), _line(words["inside"], 8, 436, "start", "side")]
    for label in LABELS:
        (x, y), (px, py) = label.at, label.points
        start = x + (8 if label.anchor == "end" else -8)
        inner = path(f"M{n(start)} {n(y - 5)}L{n(px)} {n(py)}", class_="leader")
        inner += element("circle", {"cx": n(px), "cy": n(py), "r": 3, "class": "dot"})
        inner += _line(names[label.part][0], x, y, label.anchor, "name")
        for when, line in second.get(label.part, ()):
            inner += group(_line(line, x, y, label.anchor, "more"), class_=when or None)
        out.append(group(inner, class_=f"label{f' when-{label.when}' if label.when else ''}", data_label=label.part))
    return "".join(out)
