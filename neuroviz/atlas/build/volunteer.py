"""Pack ``volunteer-schaefer-100``: a quarter of an hour of resting activity of one volunteer."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import numpy as np
import numpy.typing as npt

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
    return np.stack(
        [run[(labels == k) & alive].mean(axis=0, dtype=np.float64) for k in range(1, SCALE + 1)], axis=1
    )


def build(root: Path, sources: Sources) -> Manifest:
    """Write the pack ``volunteer-schaefer-100``."""
    from nilearn import signal

    means = parcel_means(read_run(sources), schaefer_labels(sources, SCALE, 7).fsaverage5)
    series = signal.clean(means, confounds=read_confounds(sources), detrend=True, standardize="zscore_sample")
    assert series.shape == (VOLUMES, SCALE)
    assert np.isfinite(series).all()
    return write_pack(
        root,
        id="volunteer-schaefer-100",
        kind="time-series",
        title="One volunteer at rest",
        space="parcels of schaefer-100, 7-network order",
        description="Resting activity of one volunteer, 652 volumes 1.4 s apart (15.2 minutes), mean of "
        "each parcel.",
        source=[
            source(BRAINSPACE, *(f"{_FOLDER}/*{end}" for end in ENDINGS)),  # no id of a person in a manifest
            source(CHIMERA, *annot_files(f"Schaefer2018_seg-7n_scale-{SCALE}")),
            source(NILEARN),
        ],
        processing=[
            "Vertices without a signal are left out, then the mean over the vertices of each parcel is "
            "taken.",
            "The confounds that come with the run are regressed out, the trend is removed, and each series "
            "is scaled to mean 0 and standard deviation 1; it is not band-pass filtered.",
            "The time between volumes is that of the study protocol, because the file header holds a "
            "placeholder.",
        ],
        licence=licence("CC0-1.0", "BSD-3-Clause-BrainSpace"),
        citations=[*CITATIONS, SCHAEFER],
        arrays={"series": series.astype(np.float16), "tr": np.array([TR_SECONDS])},
        units={"series": (1.0, "z-score"), "tr": (1.0, "s")},
    )
