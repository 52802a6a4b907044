"""Data files of what stands beside the brain: each is asked for when it is first wanted."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from neuroviz.atlas import Atlas, load_atlas, own_atlases, selection
from neuroviz.atlas.agreement import COMPARED, default_votes, shares
from neuroviz.atlas.seed import mean_removed
from neuroviz.domain import Library
from neuroviz.scenes.ring import RingPlace, draw_ring
from neuroviz.ui import network
from neuroviz.ui.codec import pack
from neuroviz.ui.groups import groups
from neuroviz.ui.state import POINT_ATLASES, SURFACE_ATLASES
from neuroviz.ui.words import names, places

MEASURED: Final = tuple(a for a in SURFACE_ATLASES if a.startswith("schaefer"))
"""Atlases whose regions have measured connectivity."""


def mean_data(atlas: Atlas) -> dict[str, Any]:
    """Connectivity after removing the mean of all parcels, and the thresholds that views start with then."""
    assert atlas.connectivity is not None
    left = mean_removed(atlas.connectivity)
    upper = np.triu_indices(len(left), 1)
    starts = {}
    for show in network.selections(atlas):
        rows = np.asarray(selection.members(atlas, show)) - 1
        starts[show] = selection.start(left[np.ix_(rows, rows)])
    return {"connectivity": pack(np.round(left[upper] * 1e4)), "thresholds": starts}


def matrix_data(atlas: Atlas, library: Library) -> dict[str, Any]:
    """Order and blocks of each selection, and the figure for either stage; the values are those of the atlas."""
    from neuroviz.figures.panel import PANEL_CONFIG, STAGES, STRIP, panel_matrix  # plotly is slow to import

    shows = {}
    for show in network.selections(atlas):
        found = groups(atlas, show, library)
        blocks = [(g.token, len(g.parcels)) for g in found]
        shows[show] = {
            "order": [i for g in found for i in g.parcels],
            "groups": _described(found),
            "figures": {s: panel_matrix(blocks, s).to_plotly_json() for s in STAGES},
        }
    return {"shows": shows, "config": dict(PANEL_CONFIG), "strip": STRIP}


def ring_data(atlas: Atlas, library: Library) -> dict[str, Any]:
    """The ring of each selection, without its links."""
    shows = {}
    for show in network.selections(atlas):
        found = groups(atlas, show, library)
        places = [RingPlace(i, atlas.parcels[i - 1].hemisphere, g.id, g.token) for g in found for i in g.parcels]
        shows[show] = {"svg": draw_ring(places, [g.id for g in found]), "groups": _described(found)}
    return {"shows": shows}


def _described(found: Any) -> list[dict[str, Any]]:
    return [{"id": g.id, "name": g.name, "token": g.token, "n": len(g.parcels)} for g in found]


def places_data(library: Library) -> dict[str, Any]:
    """Every atlas at every vertex, and what it calls its regions there; the points of the coordinate atlases."""
    areas = [_area(load_atlas(a), library) for a in (*SURFACE_ATLASES, *own_atlases())]
    points = [_points(load_atlas(a), library) for a in POINT_ATLASES]
    votes = default_votes()
    return {
        "areas": areas,
        "points": points,
        "agreement": pack(votes),
        "shares": [round(share, 4) for share in shares(votes)],
        "compared": len(COMPARED),
    }


def _area(atlas: Atlas, library: Library) -> dict[str, Any]:
    plain = names(atlas, library)
    return {
        "id": atlas.id,
        "title": atlas.title,
        "labels": pack(atlas.labels),
        "names": [p.name for p in atlas.parcels],
        "plain": list(plain),
        "n7": [p.network7 for p in atlas.parcels],
        "hubs": places(atlas, library),
    }


def _points(atlas: Atlas, library: Library) -> dict[str, Any]:
    plain = names(atlas, library)
    return {
        "id": atlas.id,
        "title": atlas.title,
        "names": [p.name for p in atlas.parcels],
        "plain": list(plain),
        "at": [[round(x, 1) for x in p.centroid_mni] for p in atlas.parcels],
    }
