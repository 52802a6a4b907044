"""What all scenes share, once on a page: gradients, filters, arrow tips and shapes to `use`."""

from __future__ import annotations

from neuroviz.scene_colours import FAMILIES, MOLECULES, PROTEINS
from neuroviz.scenes.shapes.inside import insides
from neuroviz.scenes.shapes.molecules import molecules
from neuroviz.scenes.shapes.paint import g, tag
from neuroviz.scenes.shapes.receptors import receptors


def _stops(*pairs: tuple[float, str]) -> str:
    return "".join(tag("stop", offset=at, style=f"stop-color:var(--{token})") for at, token in pairs)


def gradients() -> str:
    """Light on tissue (``cyto-``, ``rim-``, ``body-``), proteins (``b-`` ball, ``c-`` rod, ``d-`` disc), molecules (``m-``)."""
    out = []
    for f in FAMILIES:
        out.append(tag("radialGradient", _stops((0, f"{f}-c1"), (1, f"{f}-c2")), id=f"cyto-{f}", cx=0.36, cy=0.22, r=0.95))
        out.append(
            tag(
                "linearGradient",
                _stops((0, f"{f}-hi"), (0.45, f"{f}-line"), (1, f"{f}-lo")),
                id=f"rim-{f}",
                x1=0.1,
                y1=0,
                x2=0.8,
                y2=1,
            )
        )
        out.append(tag("linearGradient", _stops((0, f"{f}-b1"), (1, f"{f}-b2")), id=f"body-{f}", x1=0, y1=0, x2=0.9, y2=1))
    for p in PROTEINS:
        three = ((0, f"{p}-1"), (0.55, f"{p}-2"), (1, f"{p}-3"))
        out.append(tag("radialGradient", _stops(*three), id=f"b-{p}", cx=0.32, cy=0.26, r=0.86))
        across = ((0, f"{p}-2"), (0.3, f"{p}-1"), (0.62, f"{p}-2"), (1, f"{p}-3"))
        out.append(tag("linearGradient", _stops(*across), id=f"c-{p}"))
        out.append(tag("linearGradient", _stops(*three), id=f"d-{p}", x1=0, y1=0, x2=0.85, y2=1))
    out += [tag("radialGradient", _stops((0, f"{m}-1"), (1, f"{m}-2")), id=f"m-{m}", cx=0.34, cy=0.28, r=0.85) for m in MOLECULES]
    out.append(
        tag(
            "radialGradient",
            _stops((0, "scene-1"), (0.55, "scene-2"), (1, "scene-3")),
            id="scene-ground",
            cx=0.5,
            cy=0.36,
            r=0.82,
        )
    )
    fade = tag("stop", offset=0, style="stop-color:var(--scene-light)") + tag(
        "stop", offset=1, style="stop-color:var(--scene-light);stop-opacity:0"
    )
    out.append(tag("radialGradient", fade, id="scene-glow"))
    for name, token in (("up", "scene-up"), ("coral", "coral-mid"), ("teal", "teal-mid"), ("amber", "amber-mid")):
        soft = "".join(
            tag("stop", offset=at, style=f"stop-color:var(--{token});stop-opacity:{o}")
            for at, o in ((0, 0.85), (0.35, 0.38), (0.7, 0.1), (1, 0))
        )
        out.append(tag("radialGradient", soft, id=f"glow-{name}"))
    return "".join(out)


def filters() -> str:
    """Blurs for what stands far behind; nothing that changes with the clock uses one."""
    return "".join(
        tag("filter", tag("feGaussianBlur", stdDeviation=size), id=f"blur{size}", x="-50%", y="-50%", width="200%", height="200%")
        for size in (3, 9, 18)
    )


def tips() -> str:
    """Arrow heads: ``tip-up`` warm, ``tip-down`` cool, ``tip-ink``."""
    out = ""
    for name, token in (("up", "scene-up"), ("down", "scene-down"), ("ink", "scene-dim-ink")):
        head = tag("path", d="M1 1L9 5L1 9L3 5Z", style=f"fill:var(--{token})")
        out += tag(
            "marker",
            head,
            id=f"tip-{name}",
            viewBox="0 0 10 10",
            refX=7.5,
            refY=5,
            markerWidth=5.2,
            markerHeight=5.2,
            orient="auto",
        )
    return out


def shapes() -> dict[str, str]:
    """Every shape that can be used by id."""
    return {**{key: g(inner) for key, inner in molecules().items()}, **receptors(), **insides()}


def defs(only: set[str] | None = None) -> str:
    """The ``<defs>`` of a page or file; ``only`` names the shapes to write, all when left out."""
    known = shapes()
    wanted = known if only is None else {key: known[key] for key in closure(only, known)}
    bodies = "".join(f'<g id="{key}">{inner}</g>' for key, inner in wanted.items())
    return tag("defs", gradients() + filters() + tips() + bodies)


def closure(names: set[str], known: dict[str, str]) -> list[str]:
    """The named shapes and those that stand inside them, in the order of the table."""
    need = set(names)
    for key in known:
        if key in names:
            need |= {other for other in known if f'href="#{other}"' in known[key]}
    return [key for key in known if key in need]
