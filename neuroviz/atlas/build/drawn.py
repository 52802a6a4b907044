"""Pack ``drawn-views``: the cortex and its parcels as outlines from nine viewpoints, for the SVG picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from neuroviz.atlas.agreement import default_votes
from neuroviz.atlas.build.raster import Floats, Ints, Raster, camera_space, look, normals
from neuroviz.atlas.build.sources import Sources
from neuroviz.atlas.build.trace import Rings, contours, simplify
from neuroviz.atlas.drawn_views import AGREEMENT, DRAWN_ATLASES, LAYERS
from neuroviz.atlas.licences import licence
from neuroviz.atlas.manifest import Manifest, Source
from neuroviz.atlas.packs import load_pack, write_pack
from neuroviz.atlas.space import MNI305_TO_MNI152, apply_affine
from neuroviz.viewpoints import VIEWPOINTS, Viewpoint

MOST_POINTS = 3_900
"""Of the cortex from one viewpoint: about 14 kB as a compressed SVG path."""
COARSER = tuple(1.2**n for n in range(10))
"""Factors on the tolerance; the first one that keeps within MOST_POINTS is taken."""
MARGIN = 12
"""Pixels kept round a parcel while it is traced."""
SKY = np.array([-0.35, 0.85, 0.25]) / np.linalg.norm([-0.35, 0.85, 0.25])
"""Where the light of the stage comes from: right, up, towards the camera."""


class Cortex:
    """Folded cortex of the pack ``fsaverage5`` in MNI152 mm, with what is needed to light it."""

    def __init__(self, root: Path) -> None:
        pack = load_pack("fsaverage5", root)
        one = pack.array("faces").astype(np.int64)
        self.vertices = apply_affine(MNI305_TO_MNI152, pack.values("pial"))
        self.faces = {"left": one, "right": one + 10_242, "both": np.vstack([one, one + 10_242])}
        self.normals = normals(self.vertices, self.faces["both"])
        self.depth = (pack.values("sulc") + 1.0) / 2.2


def build(root: Path, sources: Sources) -> Manifest:
    """Write the pack ``drawn-views`` from the packs ``fsaverage5`` and those of the atlases in ``root``."""
    cortex = Cortex(root)
    labels = {atlas: load_pack(atlas, root).array("labels").astype(np.int64) for atlas in DRAWN_ATLASES}
    labels[AGREEMENT] = default_votes(root)
    arrays: dict[str, npt.NDArray[np.generic]] = {}
    for name, viewpoint in VIEWPOINTS.items():
        for kind, rings in draw(cortex, viewpoint, labels).items():
            points, index = pack_rings(rings)
            arrays |= {f"{name}.{kind}.points": points, f"{name}.{kind}.rings": index}
    manifests = [load_pack(pack, root).manifest for pack in ("fsaverage5", *DRAWN_ATLASES)]
    return write_pack(
        root,
        id="drawn-views",
        kind="outlines",
        title="Drawn views of the cortex",
        space="Projected from MNI152, mm; drawn units, 4000 for the height of the pane",
        description="Outlines of the average cortex, of light on its folds and of the parcels that "
        "can be seen, from nine viewpoints. For each view and kind: points (x, y) and rings (layer or "
        "parcel, first point).",
        source=_merged([source for manifest in manifests for source in manifest.source]),
        processing=[
            "The pial surface was moved from MNI305 to MNI152 and drawn in perspective, 470 mm from its centre.",
            "Levels of 1 - cos(angle between the surface and the line of sight), of the same lit from "
            "above, and of sulcal depth were smoothed, traced, and simplified to whole units; small pieces "
            "were left out.",
            "The outlines 'agreement' show where 1, 2, … of these atlases see the default network.",
            "A parcel's border runs half way between vertices of different parcels; only what faces the camera is drawn.",
            "This is a modified version of the FreeSurfer data.",
        ],
        licence=licence("MIT-CBIG", "FreeSurfer"),
        citations=list({c.text: c for manifest in manifests for c in manifest.citations}.values()),
        arrays=arrays,
        units={name: (1.0, "drawn unit") for name in arrays if name.endswith("points")},
    )


def draw(cortex: Cortex, viewpoint: Viewpoint, labels: dict[str, Ints]) -> dict[str, dict[int, Rings]]:
    """All outlines of one viewpoint: ``shell`` by layer number, each atlas by parcel index."""
    faces = cortex.faces[viewpoint.shown]
    front = look(cortex.vertices, faces, viewpoint)
    back = look(cortex.vertices, faces, viewpoint, inside=True)
    shell = draw_cortex(cortex, viewpoint, front, back)
    return {"shell": shell, **{atlas: draw_parcels(front, of) for atlas, of in labels.items()}}


def draw_cortex(cortex: Cortex, viewpoint: Viewpoint, front: Raster, back: Raster) -> dict[int, Rings]:
    """Rings of each layer, as fine as the budget of points allows."""
    fields = _fields(cortex, viewpoint, front, back)
    lines = {name: contours(field, level, smallest) for name, (field, level, _, smallest) in fields.items()}
    layers: dict[int, Rings] = {}
    for factor in COARSER:
        for name, (_, _, tolerance, smallest) in fields.items():
            within = tolerance if name == "silhouette" else tolerance * factor
            layers[LAYERS.index(name)] = simplify(lines[name], within, smallest)
        if sum(len(ring) for rings in layers.values() for ring in rings) <= MOST_POINTS:
            break
    return layers


def _fields(cortex: Cortex, viewpoint: Viewpoint, front: Raster, back: Raster) -> dict[str, tuple[Floats, float, float, float]]:
    """Layer to the picture it is a level of, the level, tolerance and smallest area."""
    edge_on, normal = _edge_on(cortex, viewpoint, front)
    sky = _picture(front, 0.5 + 0.5 * (normal * [1, 1, -1]) @ SKY, 0.0)
    lit_edge = np.where(front.hit, edge_on * (0.62 + 0.38 * _smoothstep(0.2, 0.75, sky)), 1.0)
    depth = _blur_inside(front.spread(cortex.depth, 0.0), front, 3)
    crown = _blur_inside(_smoothstep(0.62, 0.25, front.spread(cortex.depth, 1.0)) * sky, front, 3)
    behind, _ = _edge_on(cortex, viewpoint, back)
    return {
        "silhouette": (_blur(front.hit.astype(np.float64), 1.5), 0.5, 3, 2000),
        "back": (_blur(behind, 2), 0.55, 7, 2500),
        "deep": (_blur(np.where(front.hit, depth, -1.0), 2), 0.60, 7, 3000),
        "lit": (_blur(np.where(front.hit, crown, 0.0), 2), 0.42, 7, 4000),
        "rim-1": (_blur(edge_on, 3), 0.24, 6, 4000),
        "rim-2": (_blur(edge_on, 2), 0.40, 5, 2000),
        "rim-3": (_blur(edge_on, 1.5), 0.56, 5, 1200),
        "rim-4": (_blur(lit_edge, 1.2), 0.55, 4, 500),
        "rim-5": (_blur(lit_edge, 1.0), 0.70, 4, 300),
    }


def draw_parcels(front: Raster, labels: Ints) -> dict[int, Rings]:
    """Rings of every parcel that can be seen."""
    from scipy.ndimage import find_objects

    seen = _parcel_picture(front, labels)
    fine = len(np.unique(labels)) > 300
    found: dict[int, Rings] = {}
    # Only the neighbourhood of a parcel is blurred and traced: 400 whole pictures would take minutes.
    for parcel, box in enumerate(find_objects(seen), start=1):
        if box is None:
            continue
        rows, columns = box
        top, left = max(rows.start - MARGIN, 0), max(columns.start - MARGIN, 0)
        near = seen[top : rows.stop + MARGIN, left : columns.stop + MARGIN] == parcel
        lines = contours(_blur(near.astype(np.float64), 2), 0.5, 1200, (left, top))
        if rings := simplify(lines, 4.5 if fine else 3.5, 1200):
            found[parcel] = rings
    return found


def _parcel_picture(front: Raster, labels: Ints) -> Ints:
    """Parcel at each pixel, 0 outside: the one that holds most of the weight of the triangle's corners."""
    corner = labels[front.corners]
    same = corner[:, :, None] == corner[:, None, :]
    votes = (same * front.weights[:, None, :]).sum(axis=2)
    picture = np.zeros(front.hit.shape, dtype=np.int64)
    picture[front.hit] = np.take_along_axis(corner, votes.argmax(axis=1)[:, None], axis=1)[:, 0]
    return picture


def pack_rings(found: dict[int, Rings]) -> tuple[npt.NDArray[np.int16], npt.NDArray[np.int32]]:
    """All points (n, 2), and for each ring its layer or parcel and its first point (m, 2)."""
    points = [ring for rings in found.values() for ring in rings]
    starts = np.cumsum([0, *(len(ring) for ring in points)])[:-1]
    which = [key for key, rings in found.items() for _ in rings]
    flat = np.concatenate(points) if points else np.zeros((0, 2), np.int16)
    return flat.astype(np.int16), np.stack([which, starts], axis=1).astype(np.int32)


def _edge_on(cortex: Cortex, viewpoint: Viewpoint, raster: Raster) -> tuple[Floats, Floats]:
    """Picture of 1 - |cos(surface, line of sight)|, 1 outside; and the normals (n, 3) in camera axes."""
    axes = np.array(viewpoint.axes())
    normal = raster.vectors(cortex.normals @ axes.T)
    sight = raster.vectors(camera_space(cortex.vertices, viewpoint))
    facing = np.clip(np.abs((normal * sight).sum(axis=1)), 0, 1)
    return _picture(raster, 1 - facing, 1.0), normal


def _picture(raster: Raster, values: Floats, outside: float) -> Floats:
    picture = np.full(raster.hit.shape, outside)
    picture[raster.hit] = values
    return picture


def _blur(picture: Floats, sigma: float) -> Floats:
    from scipy.ndimage import gaussian_filter

    smooth: Floats = gaussian_filter(picture, sigma)
    return smooth


def _blur_inside(picture: Floats, raster: Raster, sigma: float) -> Floats:
    """Blur that does not take in what is outside of the cortex."""
    weight = _blur(raster.hit.astype(np.float64), sigma)
    inside = _blur(np.where(raster.hit, picture, 0.0), sigma)
    return np.where(raster.hit, inside / np.maximum(weight, 1e-6), 0.0)


def _smoothstep(low: float, high: float, x: Floats) -> Floats:
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def _merged(sources: list[Source]) -> list[Source]:
    """One entry a package, with all its files once."""
    files: dict[tuple[str, str], dict[str, None]] = {}
    for s in sources:
        files.setdefault((s.package, s.version), {}).update(dict.fromkeys(s.files))
    return [Source(package=p, version=v, files=tuple(f)) for (p, v), f in files.items()]
