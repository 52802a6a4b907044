"""The parcel table of a pack (``parcels.json``) and what is read out of parcel names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

PARCELS = "parcels.json"
NETWORKS7 = ("Vis", "SomMot", "DorsAttn", "SalVentAttn", "Limbic", "Cont", "Default")
SUBSYSTEMS = {"DefaultA": "core", "DefaultB": "dorsal-medial", "DefaultC": "medial-temporal"}


def region_of(name: str) -> str:
    """``pCunPCC`` of ``7Networks_LH_Default_pCunPCC_2``; empty where the name gives no region."""
    fields = name.split("_")
    return fields[3] if len(fields) > 4 else ""


def subsystem_of(network17: str) -> str | None:
    """Subsystem of the default network that one of the 17 networks stands for, else None."""
    return SUBSYSTEMS.get(network17)


def table_text(rows: Iterable[Mapping[str, Any]]) -> str:
    """Rows as JSON, one parcel a line, so that a difference between two builds can be read."""
    lines = (json.dumps(row, ensure_ascii=False, allow_nan=False) for row in rows)
    return "[\n " + ",\n ".join(lines) + "\n]\n"
