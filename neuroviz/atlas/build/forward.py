"""The lead field: what each parcel of the cortex, active by itself, makes 64 electrodes measure. By MNE-Python."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from neuroviz.atlas.build.geometry import FOLDER, PER_HEMISPHERE, Floats, Ints, read_gifti
from neuroviz.atlas.build.sources import MNE, NILEARN, installed_file

SUBJECT = "fsaverage5"
SHORT = {"left": "lh", "right": "rh"}
SOURCES_PER_HEMISPHERE = 2_562
CONDUCTIVITY = (0.3, 0.006, 0.3)
"""S/m of brain, skull and scalp: MNE's own defaults."""
SKULL, SKIN = 0.005, 0.011
"""m outside the inner skull."""
BEM_ORDER = 3
"""Order of the icosahedron of each layer; 642 vertices."""
DATA = "data/fsaverage"


def montage() -> Any:
    """The 64 sites of a common cap, by name, where fsaverage has them."""
    import mne

    names = mne.channels.make_standard_montage("biosemi64").ch_names
    known = mne.channels.make_standard_montage("fsaverage_1005")
    assert set(names) <= set(known.ch_names)
    return names, known


def info() -> Any:
    """Channels with their places, at 200 Hz."""
    import mne

    names, known = montage()
    made = mne.create_info(names, 200.0, "eeg", verbose="error")
    made.set_montage(known, verbose="error")
    return made


def shells() -> list[dict[str, Any]]:
    """Scalp, skull and brain as three nested closed surfaces in MRI coordinates (m), from outside in.

    The inner skull is sampled along the rays of an icosahedron about the middle of its box (the mean radius of the four nearest
    directions), and the other two lie 5 and 11 mm outside it.
    """
    import mne
    from scipy.spatial import cKDTree

    inner = mne.read_bem_surfaces(installed_file(MNE, f"{DATA}/fsaverage-inner_skull-bem.fif"), s_id=1, verbose="error")
    centre = (inner["rr"].min(axis=0) + inner["rr"].max(axis=0)) / 2
    rays = inner["rr"] - centre
    radius = np.linalg.norm(rays, axis=1)
    ico = mne.read_bem_surfaces(installed_file(MNE, "data/icos.fif.gz"), s_id=9000 + BEM_ORDER, verbose="error")
    ways = ico["rr"] / np.linalg.norm(ico["rr"], axis=1, keepdims=True)
    _, near = cKDTree(rays / radius[:, None]).query(ways, k=4)
    reach = radius[near].mean(axis=1)
    layers = []
    for kind, more in ((4, SKIN), (3, SKULL), (1, 0.0)):
        surface = {"rr": centre + ways * (reach + more)[:, None], "tris": ico["tris"], "id": kind, "coord_frame": 5}
        surface.update(ntri=len(ico["tris"]), np=len(ways), use_tris=np.empty((0, 3), int), nuse_tri=0, nuse=0)
        surface.update(sigma=dict(zip((1, 3, 4), CONDUCTIVITY, strict=True))[kind])
        layers.append(mne.surface.complete_surface_info(surface, copy=False, verbose="error"))
    return layers


def source_space(folder: Path) -> Any:
    """5,124 places on the white surface: the first 2,562 vertices of each hemisphere."""
    import mne

    (folder / SUBJECT / "surf").mkdir(parents=True)
    for side, short in SHORT.items():
        for ours, theirs in (("white", "white"), ("pial", "pial"), ("infl", "inflated"), ("sphere", "sphere")):
            vertices, faces = read_gifti(ours, side)
            mne.write_surface(
                folder / SUBJECT / "surf" / f"{short}.{theirs}", vertices.astype(float), faces, overwrite=True, verbose="error"
            )
    made = mne.setup_source_space(SUBJECT, spacing="ico4", surface="white", subjects_dir=folder, add_dist=False, verbose="error")
    assert all(np.array_equal(half["vertno"], np.arange(SOURCES_PER_HEMISPHERE)) for half in made)
    return made


def forward() -> Floats:
    """V at each electrode for 1 A·m at each of the 5,124 sources, along the cortex's normal; (64, 5124), average reference."""
    import mne

    trans = installed_file(MNE, f"{DATA}/fsaverage-trans.fif")
    with tempfile.TemporaryDirectory() as name:
        sources = source_space(Path(name))
        bem = mne.make_bem_solution(shells(), solver="mne", verbose="error")
        solved = mne.make_forward_solution(
            info(), trans=trans, src=sources, bem=bem, eeg=True, meg=False, mindist=0.0, verbose="error"
        )
    fixed = mne.convert_forward_solution(solved, surf_ori=True, force_fixed=True, use_cps=False, verbose="error")
    gain: Floats = fixed["sol"]["data"]
    assert gain.shape == (64, 2 * SOURCES_PER_HEMISPHERE)
    referenced: Floats = gain - gain.mean(axis=0)
    return referenced


def parcel_gain(gain: Floats, labels: Ints, parcels: int) -> Floats:
    """Mean over the sources of each parcel, (64, parcels)."""
    at = np.concatenate([labels[:SOURCES_PER_HEMISPHERE], labels[PER_HEMISPHERE : PER_HEMISPHERE + SOURCES_PER_HEMISPHERE]])
    return np.stack([gain[:, at == k].mean(axis=1) for k in range(1, parcels + 1)], axis=1)


def files() -> tuple[str, ...]:
    """Files of MNE that are read."""
    names = ("fsaverage-inner_skull-bem.fif", "fsaverage-trans.fif")
    return (*(f"mne/{DATA}/{n}" for n in names), "mne/data/icos.fif.gz", "mne/channels/data/montages/fsaverage_1005.tsv")


__all__ = ["CONDUCTIVITY", "FOLDER", "NILEARN", "files", "forward", "info", "montage", "parcel_gain"]
