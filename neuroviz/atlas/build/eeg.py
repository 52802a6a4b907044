"""Pack ``eeg-forward``: what an electrode cap would measure of the cortex, and a simulation of it before and during ketamine.

The lead field is computed from anatomy. The simulation is not a measurement: its settings are written down here and in the pack,
and only the direction of its two changes comes from studies.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from neuroviz.atlas import load_atlas
from neuroviz.atlas.build import forward
from neuroviz.atlas.build.geometry import Floats, mesh_files
from neuroviz.atlas.build.sources import MNE, NILEARN, Sources, source
from neuroviz.atlas.build.surfaces import FISCHL
from neuroviz.atlas.licences import licence
from neuroviz.atlas.manifest import Citation, Manifest
from neuroviz.atlas.packs import write_pack

ATLAS = "schaefer-100"
SEED = 20
RATE, SECONDS = 200, 60
ALPHA, GAMMA = (8.0, 12.0), (30.0, 45.0)
LOW_HZ, HIGH_HZ, BIN_HZ = 1.0, 48.0, 0.5
SETTINGS: dict[str, tuple[float, float]] = {"alpha": (1.0, 0.45), "gamma": (0.25, 0.6), "coupling": (0.8, 0.35)}
"""Before and during: amplitude of the two rhythms in each parcel (background 1), and how much of the slow waxing and waning of
alpha the default network shares. Chosen to be seen; no study gave these numbers."""
VISUAL_ALPHA = 2.0
"""Alpha of the visual parcels beside the others, because alpha is strongest at the back of the head. A setting too."""
ENVELOPE_HZ = 0.4
GRID = 64
FIELD_STEP, DB_STEP, MM_STEP, FLAT_STEP = 1e-3, 0.1, 0.1, 1e-4
SITES: dict[str, tuple[str, str]] = {
    "pcc-both": ("Default_pCunPCC", "both"),
    "pcc-left": ("Default_pCunPCC", "left"),
    "medial-prefrontal": ("Default_PFC", "both"),
    "angular-left": ("Default_Par", "left"),
    "angular-right": ("Default_Par", "right"),
    "temporal-left": ("Default_Temp", "left"),
}
"""Places that are shown one at a time: their parcels, and the side."""
GRAMFORT = Citation(
    text="Gramfort A, Luessi M, Larson E, et al. (2013). MEG and EEG data analysis with MNE-Python. "
    "Frontiers in Neuroscience 7:267.",
    doi="10.3389/fnins.2013.00267",
)


PROCESSING = (
    "Boundary element model with three layers: the inner skull of fsaverage sampled along the 642 rays of an "
    "icosahedron, skull and scalp 5 and 11 mm outside it, 0.3, 0.006 and 0.3 S/m.",
    "5,124 sources on the white surface, along its normal; gain is the mean over the sources of each parcel, minus the "
    "mean of all electrodes.",
    f"Simulation (settings, no measurements; seed {SEED}): {SECONDS} s of 1/f noise in each parcel, alpha {ALPHA[0]:g}-"
    f"{ALPHA[1]:g} Hz with amplitude {SETTINGS['alpha'][0]:g} before and {SETTINGS['alpha'][1]:g} during (twice that in "
    f"the visual parcels), gamma {GAMMA[0]:g}-{GAMMA[1]:g} Hz {SETTINGS['gamma'][0]:g} and {SETTINGS['gamma'][1]:g}; the "
    f"default network shares {SETTINGS['coupling'][0]:g} and {SETTINGS['coupling'][1]:g} of the slow changes of alpha.",
    "spectra: Welch's method, 2 s windows, half overlapping; dB relative to the mean alpha power before. alpha and "
    "gamma: mean power of the band between the electrodes by MNE's interpolation, before and during.",
    "fields: the map that a place of the default network makes by itself, largest value 1.",
)


def band_noise(rng: np.random.Generator, parcels: int, low: float, high: float) -> Floats:
    """Noise between two frequencies, (parcels, samples), standard deviation 1."""
    n = RATE * SECONDS
    hz = np.fft.rfftfreq(n, 1 / RATE)
    spectrum = np.fft.rfft(rng.standard_normal((parcels, n))) * ((hz >= low) & (hz <= high))
    out: Floats = np.fft.irfft(spectrum, n)
    scaled: Floats = out / out.std(axis=1, keepdims=True)
    return scaled


def background(rng: np.random.Generator, parcels: int) -> Floats:
    """Noise whose power falls with 1 / f, (parcels, samples), standard deviation 1."""
    n = RATE * SECONDS
    hz = np.maximum(np.fft.rfftfreq(n, 1 / RATE), 0.5)
    out: Floats = np.fft.irfft(np.fft.rfft(rng.standard_normal((parcels, n))) / np.sqrt(hz), n)
    scaled: Floats = out / out.std(axis=1, keepdims=True)
    return scaled


def simulate() -> tuple[Floats, Floats]:
    """Activity of every parcel before and during, (100, 12000); the same noise in both, so that only the settings differ."""
    parcels = load_atlas(ATLAS).parcels
    default = np.array([p.network7 == "Default" for p in parcels])
    weight = np.where([p.network7 == "Vis" for p in parcels], VISUAL_ALPHA, 1.0)[:, None]
    rng = np.random.default_rng(SEED)
    noise = background(rng, len(parcels))
    alpha, gamma = (band_noise(rng, len(parcels), *band) for band in (ALPHA, GAMMA))
    own, shared = band_noise(rng, len(parcels), 0.0, ENVELOPE_HZ), band_noise(rng, 1, 0.0, ENVELOPE_HZ)
    made = []
    for k in (0, 1):
        a, g, c = (SETTINGS[name][k] for name in ("alpha", "gamma", "coupling"))
        wax = np.where(default[:, None], np.sqrt(c) * shared + np.sqrt(1 - c) * own, own)
        made.append(noise + a * weight * np.exp(0.5 * wax) * alpha + g * gamma)
    return made[0], made[1]


def spectra(signals: Floats) -> tuple[Floats, Floats]:
    """Hz, and power of each channel by Welch's method, (channels, bins)."""
    from mne.time_frequency import psd_array_welch

    size = int(RATE / BIN_HZ)
    power, hz = psd_array_welch(signals, RATE, fmin=LOW_HZ, fmax=HIGH_HZ, n_fft=size, n_overlap=size // 2, verbose="error")
    return hz, power


def flat_places(info: Any) -> Floats:
    """Place of each electrode on the flat head, (64, 2): right and forward of the middle, as MNE unrolls the fitted sphere."""
    from mne.bem import fit_sphere_to_headshape
    from mne.channels.layout import _find_topomap_coords

    radius, centre, _ = fit_sphere_to_headshape(info, dig_kinds=("eeg",), units="m", verbose="error")
    sphere = np.r_[centre, radius]
    flat = _find_topomap_coords(info, picks=list(range(len(info.ch_names))), sphere=sphere)
    places: Floats = np.asarray(flat, dtype=float) - centre[:2]
    return places


def scalp_map(values: Floats, places: Floats, rim: float) -> Floats:
    """Values between the electrodes by MNE's interpolation, (64, 64), row 0 at the back; the square about the rim."""
    import matplotlib as mpl

    mpl.use("agg")
    import matplotlib.pyplot as plt
    import mne
    from scipy.ndimage import distance_transform_edt

    figure, axes = plt.subplots()
    image, _ = mne.viz.plot_topomap(
        values, places, res=GRID, contours=0, sensors=False, outlines="head", sphere=(0.0, 0.0, 0.0, rim), extrapolate="head",
        axes=axes, show=False,
    )  # fmt: skip
    out = np.asarray(image.get_array(), dtype=float)
    plt.close(figure)
    assert out.shape == (GRID, GRID)
    # Outside the circle MNE leaves nothing; the nearest value there lets a smoothed picture reach the rim.
    nearest = distance_transform_edt(~np.isfinite(out), return_distances=False, return_indices=True)
    filled: Floats = out[tuple(nearest)]
    return filled


def build(root: Path, sources: Sources) -> Manifest:
    """Write the pack ``eeg-forward``."""
    atlas = load_atlas(ATLAS)
    gain = forward.parcel_gain(forward.forward(), atlas.labels.astype(np.int64), len(atlas.parcels))
    info = forward.info()
    where = np.array([info["chs"][k]["loc"][:3] for k in range(len(info.ch_names))]) * 1000
    places = flat_places(info)
    rim = float(np.linalg.norm(places, axis=1).max())
    before, during = (gain @ signals for signals in simulate())
    hz, first = spectra(before)
    _, second = spectra(during)
    level = 10 * np.log10(first[:, (hz >= ALPHA[0]) & (hz <= ALPHA[1])].mean())
    decibels = np.stack([10 * np.log10(p) - level for p in (first, second)])
    maps = {}
    for name, (low, high) in (("alpha", ALPHA), ("gamma", GAMMA)):
        inside = (hz >= low) & (hz <= high)
        powers = [10 * np.log10(p[:, inside].mean(axis=1)) - level for p in (first, second)]
        maps[name] = np.stack([scalp_map(p, places, rim) for p in powers])
    fields = []
    for stem, side in SITES.values():
        own = [p.index - 1 for p in atlas.parcels if stem in p.name and side in ("both", p.hemisphere)]
        assert own
        topography = gain[:, own].mean(axis=1)
        fields.append(np.clip(scalp_map(topography / np.abs(topography).max(), places, rim), -1, 1))
    step = float(np.abs(gain).max()) / 32_000
    return write_pack(
        root,
        id="eeg-forward",
        kind="eeg",
        title="Electrodes over the average head, and a simulated EEG",
        space="head coordinates of fsaverage, mm; parcels of schaefer-100, 7-network order",
        description="What 64 electrodes would measure of each of 100 cortical parcels, and a simulation before and during "
        "ketamine.",
        source=[
            source(MNE, *forward.files()),
            source(NILEARN, *mesh_files("white", "pial", "infl", "sphere")),
        ],
        processing=PROCESSING,
        licence=licence("FreeSurfer", "MIT-CBIG"),
        citations=[GRAMFORT, FISCHL],
        arrays={
            "gain": np.round(gain / step).astype(np.int16),
            "sensors": np.round(where / MM_STEP).astype(np.int16),
            "flat": np.round(places / rim / FLAT_STEP).astype(np.int16),
            "hz": hz,
            "spectra": np.round(decibels / DB_STEP).astype(np.int16),
            "alpha": np.round(maps["alpha"] / DB_STEP).astype(np.int16),
            "gamma": np.round(maps["gamma"] / DB_STEP).astype(np.int16),
            "fields": np.round(np.stack(fields) / FIELD_STEP).astype(np.int16),
        },
        units={
            "gain": (step, "V / (A·m)"),
            "sensors": (MM_STEP, "mm"),
            "flat": (FLAT_STEP, "radius of the head"),
            "hz": (1.0, "Hz"),
            "spectra": (DB_STEP, "dB"),
            "alpha": (DB_STEP, "dB"),
            "gamma": (DB_STEP, "dB"),
            "fields": (FIELD_STEP, "share of the largest"),
        },
        texts={
            "cap.json": json.dumps({"electrodes": info.ch_names, "sites": list(SITES), "settings": SETTINGS}, indent=1) + "\n",
        },
    )
