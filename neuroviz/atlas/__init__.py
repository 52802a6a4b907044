"""Atlases of the cortex and what lies under it, read from packs of plain arrays (numpy and pydantic only)."""

from __future__ import annotations

from neuroviz.atlas.landmarks import Landmark, load_landmarks
from neuroviz.atlas.manifest import Manifest
from neuroviz.atlas.model import (
    Atlas,
    Parcel,
    Surface,
    atlas_names,
    light_vertices,
    load_atlas,
    load_surface,
    own_atlases,
    sulcal_depth,
)
from neuroviz.atlas.packs import Pack, list_packs, load_pack, user_packs, verify_pack, write_pack

__all__ = [
    "Atlas",
    "Landmark",
    "Manifest",
    "Pack",
    "Parcel",
    "Surface",
    "atlas_names",
    "light_vertices",
    "list_packs",
    "load_atlas",
    "load_landmarks",
    "load_pack",
    "load_surface",
    "own_atlases",
    "sulcal_depth",
    "user_packs",
    "verify_pack",
    "write_pack",
]
