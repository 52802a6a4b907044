"""Pack ``volunteer-schaefer-100``: a quarter of an hour of resting activity of one volunteer."""

from __future__ import annotations

import gzip
import io
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from neuroviz.atlas.build.connectivity import matrix_file, read_matrix
from neuroviz.atlas.build.geometry import PER_HEMISPHERE, Floats, Ints
from neuroviz.atlas.build.labels import annot_files, schaefer_labels
from neuroviz.atlas.build.schaefer import SCHAEFER
from neuroviz.atlas.build.sources import BRAINSPACE, CHIMERA, NILEARN, Sources, source
from neuroviz.atlas.licences import licence
from neuroviz.atlas.manifest import Citation, Manifest
from neuroviz.atlas.packs import write_pack

TR_SECONDS = 1.4
"""Time between volumes in the study protocol (Mendes 2019, Babayan 2019); the header has a placeholder."""
VOLUMES = 652
SCALE = 100
LOW_PASS, HIGH_PASS = 0.09, 0.008
"""Band in Hz that resting activity is often filtered to."""
CLEANINGS = ("none", "confounds", "band-pass", "global-signal")
CLOSE, R_STEP, DECIMALS = 1e-3, 1e-4, 4
_FOLDER = "brainspace/datasets/preprocessing"
_RUN = f"{_FOLDER}/sub-010188_ses-02_task-rest_acq-AP_run-01"
ENDINGS = (".fsa5.lh.mgz", ".fsa5.rh.mgz", "_confounds.txt")
CITATIONS = (
    Citation(
        text="Mendes N, Oligschläger S, Lauckner ME, et al. (2019). A functional connectome phenotyping "
        "dataset including cognitive state and personality measures. Scientific Data 6:180307.",
        doi="10.1038/sdata.2018.307",
    ),
    Citation(
        text="Babayan A, Erbey M, Kumral D, et al. (2019). A mind-brain-body dataset of MRI, EEG, "
        "cognition, emotion, and peripheral physiology in young and old adults. Scientific Data "
        "6:180308.",
        doi="10.1038/sdata.2018.308",
    ),
)


def read_run(sources: Sources) -> npt.NDArray[np.float32]:
    """Activity of every vertex, (20484, 652), already centred, left then right."""
    import nibabel

    parts = []
    for ending in ENDINGS[:2]:
        image = nibabel.MGHImage.from_bytes(gzip.decompress(sources.read(BRAINSPACE, _RUN + ending)))
        data = np.asarray(image.dataobj, dtype=np.float32)
        assert data.shape == (PER_HEMISPHERE, 1, 1, VOLUMES)
        parts.append(data.reshape(PER_HEMISPHERE, VOLUMES))
    return np.vstack(parts)


def read_confounds(sources: Sources) -> Floats:
    """What is taken out of the signals, (652, 29)."""
    raw = sources.read(BRAINSPACE, _RUN + ENDINGS[2]).decode("ascii")
    confounds = np.loadtxt(io.StringIO(raw))
    assert confounds.shape == (VOLUMES, 29)
    return confounds


def parcel_means(run: npt.NDArray[np.float32], labels: Ints) -> Floats:
    """Mean over the vertices of each parcel that have a signal, (652, parcels)."""
    alive = run.std(axis=1) > 0
    return np.stack([run[(labels == k) & alive].mean(axis=0, dtype=np.float64) for k in range(1, SCALE + 1)], axis=1)


def cleaned(sources: Sources) -> dict[str, Floats]:
    """Series of all parcels, (652, 100) z-scores, cleaned in each of `CLEANINGS`."""
    from nilearn import signal

    run, confounds = read_run(sources), read_confounds(sources)
    means = parcel_means(run, schaefer_labels(sources, SCALE, 7).fsaverage5)
    alive = np.asarray(run.std(axis=1)) > 0
    brain = run[alive].mean(axis=0, dtype=np.float64)
    band: dict[str, Any] = {"low_pass": LOW_PASS, "high_pass": HIGH_PASS, "t_r": TR_SECONDS}
    ways: dict[str, tuple[Floats | None, dict[str, Any]]] = {
        "none": (None, {}),
        "confounds": (confounds, {}),
        "band-pass": (confounds, band),
        "global-signal": (np.column_stack([confounds, brain]), {}),
    }
    assert tuple(ways) == CLEANINGS
    return {
        name: signal.clean(means, confounds=regressors, detrend=True, standardize="zscore_sample", **options)
        for name, (regressors, options) in ways.items()
    }


def correlation(series: Floats) -> Floats:
    """Pearson r of every pair of parcels by nilearn, (100, 100).

    nilearn's own default shrinks the covariance (Ledoit and Wolf), which moves r by up to 0.015 here; with the empirical
    covariance it is Pearson's r.
    """
    from nilearn.connectome import ConnectivityMeasure
    from sklearn.covariance import EmpiricalCovariance

    measure = ConnectivityMeasure(kind="correlation", cov_estimator=EmpiricalCovariance(store_precision=False), standardize=False)
    matrix: Floats = measure.fit_transform([series])[0]
    return matrix


def build(root: Path, sources: Sources) -> Manifest:
    """Write the pack ``volunteer-schaefer-100``."""
    ways = cleaned(sources)
    series = ways["confounds"]
    assert series.shape == (VOLUMES, SCALE)
    assert np.isfinite(series).all()
    upper = np.triu_indices(SCALE, 1)
    group = read_matrix(sources, SCALE)[upper]
    pairs = {name: correlation(way)[upper] for name, way in ways.items()}
    stored = series.astype(np.float16)
    again: Floats = np.atleast_2d(np.corrcoef(stored.T.astype(np.float64)))
    assert np.abs(again[upper] - pairs["confounds"]).max() < CLOSE
    return write_pack(
        root,
        id="volunteer-schaefer-100",
        kind="time-series",
        title="One volunteer at rest",
        space="parcels of schaefer-100, 7-network order",
        description="Resting activity of one volunteer, 652 volumes 1.4 s apart (15.2 minutes), mean of each parcel.",
        source=[
            # no id of a person in a manifest
            source(BRAINSPACE, *(f"{_FOLDER}/*{end}" for end in ENDINGS), matrix_file(SCALE)),
            source(CHIMERA, *annot_files(f"Schaefer2018_seg-7n_scale-{SCALE}")),
            source(NILEARN),
        ],
        processing=[
            "Vertices without a signal are left out, then the mean over the vertices of each parcel is taken.",
            "The confounds that come with the run are regressed out, the trend is removed, and each series "
            "is scaled to mean 0 and standard deviation 1; it is not band-pass filtered.",
            "The time between volumes is that of the study protocol, because the file header holds a placeholder.",
            "correlation: Pearson r of the 4,950 pairs (upper triangle by rows), by nilearn's ConnectivityMeasure with the "
            "empirical covariance, from the series before rounding; r from the stored series differs by less than 0.001.",
            "agreement: Pearson r of these 4,950 values with those of the group mean; mean_r and negative: their mean, and the "
            "share below zero. For the series with the trend removed only, with the confounds taken out too (the ones stored "
            f"here), with a band-pass ({HIGH_PASS} to {LOW_PASS} Hz) besides, with the global signal taken out instead of it.",
        ],
        licence=licence("CC0-1.0", "BSD-3-Clause-BrainSpace"),
        citations=[*CITATIONS, SCHAEFER],
        arrays={
            "series": stored,
            "tr": np.array([TR_SECONDS]),
            "correlation": np.round(pairs["confounds"] / R_STEP).astype(np.int16),
            "agreement": np.array([np.corrcoef(r, group)[0, 1] for r in pairs.values()]).round(DECIMALS),
            "mean_r": np.array([r.mean() for r in pairs.values()]).round(DECIMALS),
            "negative": np.array([(r < 0).mean() for r in pairs.values()]).round(DECIMALS),
        },
        units={
            "series": (1.0, "z-score"),
            "tr": (1.0, "s"),
            "correlation": (R_STEP, "Pearson r"),
            "agreement": (1.0, "Pearson r"),
            "mean_r": (1.0, "Pearson r"),
        },
    )
