"""Membranes seen close by and cells seen from afar: bodies with one light from the top left."""

from __future__ import annotations

from collections.abc import Sequence

from neuroviz.scenes.shapes.geometry import Point, curve, n, normals, offset, spline, thin, tube
from neuroviz.scenes.shapes.paint import colour, flat, g, tag

Box = tuple[float, float, float, float]


def membrane(line: Sequence[Point], family: str, uid: str, close: Sequence[Point] | None = None, band: float = 11) -> str:
    """A bilayer along a line walked with the outside on its left: glow, lipid texture, two fine lines, heads.

    Parameters
    ----------
    line
        Control points of the membrane.
    family
        Kind of tissue, see ``neuroviz.scene_colours``.
    uid
        An id for its clip path, once on a page.
    close
        Points that close the cytoplasm off; None when the line itself is closed.
    band
        Thickness in units.
    """
    shut = close is None
    dense = spline(line, shut, 5)
    body = (
        curve(thin([*dense, *(close or [])], 1), True)
        if shut
        else curve(line) + "L" + "L".join(f"{n(x)} {n(y)}" for x, y in close or ()) + "Z"
    )
    centre = curve(line, shut)
    out, inn = (curve(thin(offset(dense, k * band / 2), 2), shut) for k in (1, -1))
    glow = {"fill": "none", "stroke": colour(f"{family}-mid")}
    inner_glow = tag("path", d=centre, **glow, stroke_width=34, opacity=0.5, filter="url(#blur18)")
    halo = tag("path", d=centre, **glow, stroke_width=band, opacity=0.9, filter="url(#blur9)")
    rim = {"fill": "none", "stroke": f"url(#rim-{family})"}
    parts = (
        g(halo, opacity="var(--scene-halo)", class_="aura"),
        tag("path", d=body, style=f"fill:var(--hollow,url(#cyto-{family}))"),
        tag("clipPath", tag("path", d=body), id=f"clip-{uid}"),
        g(inner_glow, clip_path=f"url(#clip-{uid})", class_="aura"),
        tag("path", d=centre, fill="none", stroke=colour(f"{family}-deep"), stroke_width=band + 1),
        tag(
            "path",
            d=centre,
            fill="none",
            stroke=colour(f"{family}-line"),
            stroke_width=band - 3,
            opacity=0.34,
            stroke_dasharray="1 3.2",
        ),
        tag("path", d=inn, **rim, stroke_width=1.5, opacity=0.8),
        tag("path", d=out, **rim, stroke_width=2.1),
        tag("path", d=out, **rim, stroke_width=3.7, stroke_linecap="round", stroke_dasharray="0 4.6", opacity=0.95),
    )
    return "".join(parts)


def sheen(line: Sequence[Point], widths: tuple[float, float]) -> str:
    """Light along the upper left of a branch."""
    dense = spline(line, steps=4)
    ns = normals(dense)
    lit = sum(a * -0.6 + b * -0.8 for a, b in ns)
    k = 1 if lit > 0 else -1
    last = len(dense)
    grow = [(widths[0] + (widths[1] - widths[0]) * i / last) * 0.2 * k for i in range(last)]
    moved = [(x + a * w, y + b * w) for (x, y), (a, b), w in zip(dense, ns, grow, strict=True)]
    return tube(moved[1:-1:3] or moved, (widths[0] * 0.26, widths[1] * 0.2))


def cell(shapes: Sequence[str], family: str, uid: str, box: Box, rim: float = 2.2, lights: Sequence[str] = ()) -> str:
    """Several outlines as one body with one rim: outlines first, bodies over them, one gradient over all.

    Parameters
    ----------
    shapes
        Path data of soma and branches.
    family
        Kind of tissue.
    uid
        An id for its gradient, once on a page.
    box
        Where the gradient starts and ends: x1, y1, x2, y2.
    rim
        Width of the lit edge.
    lights
        Path data from `sheen`.
    """
    d = "".join(shapes)
    stops = tag("stop", offset=0, style=f"stop-color:{colour(f'{family}-b1')}") + tag(
        "stop", offset=1, style=f"stop-color:{colour(f'{family}-b2')}"
    )
    x1, y1, x2, y2 = box
    own = tag("linearGradient", stops, id=f"cell-{uid}", gradientUnits="userSpaceOnUse", x1=n(x1), y1=n(y1), x2=n(x2), y2=n(y2))
    halo = tag("path", d=d, fill=colour(f"{family}-mid"), opacity=0.62, filter="url(#blur9)")
    edge = tag("path", d=d, fill="none", stroke=f"url(#rim-{family})", stroke_width=rim * 2, stroke_linejoin="round")
    bodies = "".join(tag("path", d=shape, style=f"fill:var(--hollow,url(#cell-{uid}))") for shape in shapes)
    glint = (
        g("".join(tag("path", d=light) for light in lights), style=flat(f"{family}-hi"), opacity=0.3, class_="aura")
        if lights
        else ""
    )
    return own + g(halo, opacity="var(--scene-halo)", class_="aura") + edge + bodies + glint


def nucleus(x: float, y: float, rx: float, ry: float, family: str) -> str:
    """A nucleus with its nucleolus."""
    out = tag("ellipse", cx=n(x), cy=n(y), rx=n(rx), ry=n(ry), style=flat(f"{family}-deep"), opacity=0.8)
    out += tag(
        "ellipse", cx=n(x), cy=n(y), rx=n(rx), ry=n(ry), fill="none", stroke=colour(f"{family}-line"), stroke_width=1, opacity=0.5
    )
    return out + tag(
        "ellipse",
        cx=n(x - rx * 0.26),
        cy=n(y - ry * 0.26),
        rx=n(rx * 0.32),
        ry=n(ry * 0.32),
        style=flat(f"{family}-line"),
        opacity=0.6,
    )
