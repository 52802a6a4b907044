"""Outlines of the cortex and of parcels, read from the pack ``drawn-views``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from neuroviz.atlas.packs import Pack, load_pack
from neuroviz.errors import PackError
from neuroviz.viewpoints import VIEWPOINTS, DrawnParcels, DrawnView, Ring

LAYERS = ("silhouette", "back", "deep", "lit", "rim-1", "rim-2", "rim-3", "rim-4", "rim-5")
"""Layers of a view in the order of drawing; the number of a layer in the pack is its place here."""
DRAWN_ATLASES = ("schaefer-100", "schaefer-200", "schaefer-400", "yeo-7", "yeo-17")
AGREEMENT = "agreement"
"""Drawn like an atlas: its parcel k is where exactly k of the atlases see the default network."""
PACK = "drawn-views"


@lru_cache(maxsize=16)
def load_drawn_view(name: str, root: Path | None = None) -> DrawnView:
    """Read the cortex from viewpoint ``name``, for example ``"hero"``."""
    rings = _rings(name, "shell", root)
    return DrawnView(name, {layer: rings.get(number, ()) for number, layer in enumerate(LAYERS)})


@lru_cache(maxsize=64)
def load_drawn_parcels(name: str, atlas_id: str, root: Path | None = None) -> DrawnParcels:
    """Read what is seen of the parcels of ``atlas_id`` from viewpoint ``name``; nothing for points."""
    known = atlas_id in (*DRAWN_ATLASES, AGREEMENT)
    return DrawnParcels(name, atlas_id, _rings(name, atlas_id, root) if known else {})


def _rings(view: str, kind: str, root: Path | None) -> dict[int, tuple[Ring, ...]]:
    if view not in VIEWPOINTS:
        raise PackError(f"There is no viewpoint '{view}'; choose one of {', '.join(VIEWPOINTS)}.")
    pack: Pack = load_pack(PACK, root)
    points = [(int(x), int(y)) for x, y in pack.array(f"{view}.{kind}.points").tolist()]
    index = pack.array(f"{view}.{kind}.rings").tolist()
    ends = [start for _, start in index[1:]] + [len(points)]
    found: dict[int, tuple[Ring, ...]] = {}
    for (key, start), end in zip(index, ends, strict=True):
        found[key] = (*found.get(key, ()), tuple(points[start:end]))
    return found
