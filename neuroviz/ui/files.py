"""Every file that a page loads, by name: built bundles as they are, data files made from the packs.

The names are the same in the app and in a frozen copy.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import numpy as np

from neuroviz import __version__
from neuroviz.atlas import Atlas, load_atlas, load_pack, own_atlases, selection
from neuroviz.atlas.drawn_views import AGREEMENT, load_drawn_parcels, load_drawn_view
from neuroviz.domain import Library
from neuroviz.domain.bibliography import bibtex, ris
from neuroviz.domain.evidence import Reference
from neuroviz.domain.regions import hubs_of, stem
from neuroviz.errors import NeuroVizError
from neuroviz.film import make_film
from neuroviz.resources import asset_root, atlas_root, content_root, user_atlas_root
from neuroviz.scenes.brain import draw_shell, draw_territory
from neuroviz.ui import network
from neuroviz.ui.beside import data as beside
from neuroviz.ui.beside.signals import signals_data
from neuroviz.ui.beside.slices import head_data, labels_data
from neuroviz.ui.change import change_data, edge_data
from neuroviz.ui.codec import pack
from neuroviz.ui.deep import deep_data
from neuroviz.ui.lessons import lesson_data
from neuroviz.ui.scales import receptor as receptor_scale
from neuroviz.ui.scales import scalp as scalp_scale
from neuroviz.ui.scene_files import DRAWN, scene_file, shapes_file, steps_file
from neuroviz.ui.state import ATLASES, SURFACE_ATLASES, VIEWS
from neuroviz.ui.terms import tips
from neuroviz.ui.timecourse import time_file
from neuroviz.ui.words import Link, basis, names, places, view_words

Maker = Callable[[Library, Link], dict[str, Any]]

LISTS: Final[dict[str, Callable[[Iterable[Reference]], str]]] = {"neuroviz.bib": bibtex, "neuroviz.ris": ris}
"""The list of literature for reference managers, by name of the file."""

PIAL_STEP: Final = 0.1
"""mm in a unit of a vertex position; the worst error is half of it."""

SULC_LEVELS: Final = 63
SULC_RANGE: Final = (-1.2, 1.2)
"""Sulcal depth that is drawn as crown and as deepest fold (cm, FreeSurfer's sulc)."""


def all_names() -> Iterator[str]:
    """Names of all files, bundles first."""
    root = asset_root()
    yield from sorted(str(p.relative_to(root).as_posix()) for p in root.rglob("*") if p.is_file())
    yield from (f"data/{name}.js" for name in _makers())
    yield from LISTS


def content(name: str, library: Library, link: Link) -> bytes:
    """Bytes of a file.

    Parameters
    ----------
    name
        One of `all_names`.
    library
        The words.
    link
        Address of a page by name, for links inside markup.

    Raises
    ------
    KeyError
        If there is no file of that name.
    """
    key = name.removeprefix("data/").removesuffix(".js")
    if name == f"data/{key}.js" and key in (makers := _makers()):
        value = json.dumps(makers[key](library, link), ensure_ascii=False, separators=(",", ":"))
        return f"neuroviz.give({json.dumps(key)},{value})".encode()
    if name in LISTS:
        return LISTS[name](library.references.values()).encode()
    path = asset_root() / name
    try:
        there = path.resolve().is_relative_to(asset_root().resolve()) and path.is_file()
    except (OSError, ValueError):  # a name that no file can have
        there = False
    if not there:
        raise KeyError(name)
    try:
        return path.read_bytes()
    except OSError as error:
        why = f"{error.strerror}): check its permissions, or install NeuroViz again from its folder."
        raise NeuroVizError(f"The browser file {name} cannot be read ({why}") from error


_TYPES: Final = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".txt": "text/plain",
    ".bib": "application/x-bibtex",
    ".ris": "application/x-research-info-systems",
}


def mimetype(name: str) -> str:
    """Content type of a file, by the end of its name."""
    return _TYPES.get(Path(name).suffix, "application/octet-stream")


def version() -> str:
    """Short checksum of everything a page may load, and of the code that makes some of it: it changes when any of it does."""
    digest = hashlib.sha256(__version__.encode())
    packs = [(root, "manifest.json") for root in (atlas_root(), user_atlas_root())]
    code = Path(__file__).parents[1]
    for root, pattern in ((asset_root(), "*"), *packs, (content_root(), "*.yaml"), (code, "*.py")):
        with suppress(OSError):  # what may not be read is not sent either
            for path in sorted(p for p in root.rglob(pattern) if p.is_file()):
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def atlas_data(atlas: Atlas, library: Library, link: Link) -> dict[str, Any]:
    """All that the browser needs to know of an atlas."""
    at = np.round(selection.positions(atlas), 1)
    upper = np.triu_indices(len(atlas.parcels), 1)
    fc = None if atlas.connectivity is None else pack(np.round(atlas.connectivity[upper] * 1e4))
    plain = names(atlas, library)
    parcels = [
        {
            "i": p.index,
            "name": p.name,
            "plain": plain[k],
            "h": p.hemisphere,
            "n7": p.network7,
            "n17": stem(p.name17) or p.network17,
            "sub": p.subsystem or "",
            "mni": None if np.isnan(p.centroid_mni[0]) else [round(x, 1) for x in p.centroid_mni],
            "at": at[k].tolist(),
            "v": selection.anchor(atlas, p),
            "n": p.n_vertices,
            "hubs": [h.id for h in hubs_of(p, library)],
        }
        for k, p in enumerate(atlas.parcels)
    ]
    shows = {
        name: {
            "parcels": show.parcels,
            "strength": show.strength,
            "r": show.threshold,
            "words": view_words(atlas, name, library, link),
        }
        for name, show in network.selections(atlas).items()
    }
    return {
        "id": atlas.id,
        "title": atlas.title,
        "kind": selection.kind(atlas),
        "basis": basis(atlas, library),
        "parcels": parcels,
        "labels": None if selection.kind(atlas) == "points" else pack(atlas.labels),
        "connectivity": fc,
        "shows": shows,
        "places": places(atlas, library),
    }


def _cortex() -> dict[str, Any]:
    surface = load_atlas(SURFACE_ATLASES[0]).surface("pial")
    light = load_atlas(SURFACE_ATLASES[0]).surface("pial", level="light")
    half, half_light = len(surface.vertices) // 2, len(light.vertices) // 2
    return {
        "pial": pack(np.round(selection.cortex("pial") / PIAL_STEP)),
        "scale": PIAL_STEP,
        "sulc": pack(_sulcal_depth()),
        "faces": pack(surface.faces[(surface.faces < half).all(axis=1)]),
        "facesLight": pack(light.faces[(light.faces < half_light).all(axis=1)]),
    }


def _sulcal_depth() -> np.ndarray[Any, np.dtype[np.int64]]:
    low, high = SULC_RANGE
    return np.clip(np.round((load_pack("fsaverage5").values("sulc") - low) / (high - low) * SULC_LEVELS), 0, SULC_LEVELS).astype(
        np.int64
    )


def _inflated() -> dict[str, Any]:
    return {"inflated": pack(np.round(selection.cortex("inflated") / PIAL_STEP)), "scale": PIAL_STEP}


def _atlas(name: str) -> Maker:
    return lambda library, link: atlas_data(load_atlas(name), library, link)


def _beside(name: str, make: Callable[[Atlas, Library], dict[str, Any]]) -> Maker:
    return lambda library, link: make(load_atlas(name), library)


def _slices(name: str) -> Maker:
    return lambda *_: labels_data(load_atlas(name))


def _shell(view: str) -> Maker:
    return lambda *_: {"shell": draw_shell(load_drawn_view(view))}


def _territory(view: str, atlas: str) -> Maker:
    return lambda *_: {"territory": draw_territory(load_drawn_parcels(view, atlas))}


def _edges(name: str) -> Maker:
    return lambda library, _: edge_data(load_atlas(name), library)


def _scene(name: str) -> Maker:
    return lambda library, link: scene_file(name, library, link)


def _film(library: Library) -> dict[str, Any]:
    return {**make_film(library).payload(), "words": dict(library.words["clock"])}


def _lesson(name: str) -> Maker:
    def make(library: Library, link: Link) -> dict[str, Any]:
        lesson = library.lesson(name)
        return lesson_data(lesson, library, link) if lesson else {}

    return make


_MAKERS: Final[dict[str, Maker]] = {
    "film": lambda library, _: _film(library),
    "scalp": lambda library, _: scalp_scale.data(library),
    "receptor": lambda library, _: receptor_scale.data(library),
    "film/network": change_data,
    **{f"film/network/{a}": _edges(a) for a in SURFACE_ATLASES},
    "shapes": lambda library, _: shapes_file(library),
    "steps": steps_file,
    **{f"scene/{name}": _scene(name) for name in DRAWN},
    "time": time_file,
    "cortex": lambda *_: _cortex(),
    "terms": lambda library, _: {"terms": tips(library)},
    "inflated": lambda *_: _inflated(),
    "deep": lambda library, _: deep_data(library),
    "slices": head_data,
    "signals": signals_data,
    **{f"slices/{a}": _slices(a) for a in SURFACE_ATLASES},
    **{f"atlas/{a}": _atlas(a) for a in ATLASES},
    "beside": lambda library, link: dict(library.words["beside"]),
    "places": lambda library, link: beside.places_data(library),
    **{f"mean/{a}": _beside(a, lambda atlas, library: beside.mean_data(atlas)) for a in beside.MEASURED},
    **{f"matrix/{a}": _beside(a, beside.matrix_data) for a in beside.MEASURED},
    **{f"ring/{a}": _beside(a, beside.ring_data) for a in beside.MEASURED},
    **{f"drawn/{v}": _shell(v) for v in VIEWS},
    **{f"drawn/{v}/{a}": _territory(v, a) for v in VIEWS for a in (*SURFACE_ATLASES, AGREEMENT)},
}


def _makers() -> dict[str, Maker]:
    """Every data file by name; parcels of an atlas that somebody added are not drawn: their layer is empty."""
    own = own_atlases()
    lessons = sorted(path.stem for path in (content_root() / "lessons").glob("*.yaml"))
    return {
        **_MAKERS,
        **{f"lesson/{name}": _lesson(name) for name in lessons},
        **{f"atlas/{a}": _atlas(a) for a in own},
        **{f"slices/{a}": _slices(a) for a in own},
        **{f"drawn/{v}/{a}": _territory(v, a) for v in VIEWS for a in own},
    }
