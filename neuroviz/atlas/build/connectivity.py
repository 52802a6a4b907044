"""Packs ``connectivity-schaefer-*``: measured mean functional connectivity of a group, one matrix a scale."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import numpy.typing as npt

from neuroviz.atlas.build.sources import BRAINSPACE, Sources, source
from neuroviz.atlas.licences import licence
from neuroviz.atlas.manifest import Citation, Manifest
from neuroviz.atlas.packs import write_pack

R_SCALE = 1e-4
CITATIONS = (
    Citation(
        text="Vos de Wael R, Larivière S, Caldairou B, et al. (2018). Anatomical and microstructural "
        "determinants of hippocampal subfield functional connectome embedding. PNAS 115:10154-10159.",
        doi="10.1073/pnas.1803667115",
    ),
    Citation(
        text="Vos de Wael R, Benkarim O, Paquola C, et al. (2020). BrainSpace: a toolbox for the analysis of "
        "macroscale gradients in neuroimaging and connectomics datasets. Communications Biology 3:103.",
        doi="10.1038/s42003-020-0794-7",
    ),
)


def matrix_file(scale: int, group: str = "main_group") -> str:
    """Path in the brainspace wheel of the mean matrix of ``group``."""
    return f"brainspace/datasets/matrices/{group}/schaefer_{scale}_mean_connectivity_matrix.csv"


def read_matrix(sources: Sources, scale: int, group: str = "main_group") -> npt.NDArray[np.float64]:
    """Pearson r between parcels, (scale, scale), rows in 7-network order, diagonal 1."""
    raw = sources.read(BRAINSPACE, matrix_file(scale, group)).decode("ascii")
    matrix = np.loadtxt(io.StringIO(raw), delimiter=",")
    assert matrix.shape == (scale, scale)
    assert np.isfinite(matrix).all()
    assert np.allclose(matrix, matrix.T)
    assert np.allclose(np.diag(matrix), 1)
    return matrix


def build(root: Path, sources: Sources, scale: int) -> Manifest:
    """Write the pack ``connectivity-schaefer-<scale>``."""
    matrix = read_matrix(sources, scale)
    upper = matrix[np.triu_indices(scale, k=1)]
    assert np.abs(upper).max() < 1
    return write_pack(
        root,
        id=f"connectivity-schaefer-{scale}",
        kind="connectivity",
        title=f"Group-mean functional connectivity, {scale} parcels",
        space=f"parcels of schaefer-{scale}, 7-network order",
        description="How alike the slow activity of two parcels is at rest (Pearson r), averaged over "
        "healthy young adults of the Human Connectome Project. The mean over the whole brain "
        "was not removed.",
        source=[source(BRAINSPACE, matrix_file(scale))],
        processing=[
            "Only the values above the diagonal are kept, row by row, rounded to 0.0001 (error at most 0.00005).",
            "Values are Pearson r and are not transformed; whether r itself or its Fisher transform was "
            "averaged over people is not stated by the source.",
        ],
        licence=licence("HCP-Open-Access", "BSD-3-Clause-BrainSpace"),
        citations=CITATIONS,
        arrays={"upper": np.round(upper / R_SCALE).astype(np.int16)},
        units={"upper": (R_SCALE, "Pearson r")},
    )
