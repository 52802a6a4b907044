"""Pack ``mni152-head``: an average brain in slices, and the seven networks filled into its cortex."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from neuroviz.atlas.build.geometry import coordinates, mesh_files
from neuroviz.atlas.build.labels import annot_files, yeo_labels
from neuroviz.atlas.build.schaefer import YEO
from neuroviz.atlas.build.sources import CHIMERA, NILEARN, Sources, source
from neuroviz.atlas.head import quarters
from neuroviz.atlas.licences import licence
from neuroviz.atlas.manifest import Citation, Manifest
from neuroviz.atlas.packs import write_pack
from neuroviz.atlas.space import MNI305_TO_MNI152, apply_affine

DEPTHS = (0.1, 0.3, 0.5, 0.7, 0.9)
NUMBERS_MM, DISPLAY_MM = 3.0, 4.0
SHAPE = (73, 90, 78)
FONOV = (
    Citation(
        text="Fonov VS, Evans AC, McKinstry RC, Almli CR, Collins DL (2009). Unbiased nonlinear average "
        "age-appropriate brain templates from birth to adulthood. NeuroImage 47:S102.",
        doi="10.1016/S1053-8119(09)70884-5",
    ),
    Citation(
        text="Fonov V, Evans AC, Botteron K, Almli CR, McKinstry RC, Collins DL (2011). Unbiased average "
        "age-appropriate atlases for pediatric studies. NeuroImage 54:313-327.",
        doi="10.1016/j.neuroimage.2010.07.033",
    ),
)


def build(root: Path, sources: Sources) -> Manifest:
    """Write the pack ``mni152-head``."""
    from nilearn.datasets import load_mni152_gm_mask, load_mni152_template

    template = load_mni152_template(resolution=2)
    image = template.get_fdata()
    grey = load_mni152_gm_mask(resolution=2)
    assert image.shape == (99, 117, 95)
    assert np.allclose(template.affine, grey.affine)
    t1 = np.round(image * 255).astype(np.uint8)
    low, box = _box(t1 > 0)
    affine = template.affine.copy()
    affine[:3, 3] = apply_affine(template.affine, low[None].astype(float))[0]
    vertex, distance = _nearest_vertex(grey.get_fdata() > 0, grey.affine)
    near = np.where(vertex > 0, np.concatenate([[0], yeo_labels(sources, 7).fsaverage5])[vertex], 0)
    ribbon = distance[box] <= DISPLAY_MM
    return write_pack(
        root,
        id="mni152-head",
        kind="volume",
        title="Average brain in slices (MNI152)",
        space="MNI152 (2009a symmetric), mm; index to mm by the array affine",
        description="T1-weighted average brain at 2 mm, and the seven Yeo networks in its grey matter.",
        source=[
            source(
                NILEARN,
                "nilearn/datasets/data/mni_icbm152_t1_tal_nlin_sym_09a_converted.nii.gz",
                "nilearn/datasets/data/mni_icbm152_gm_tal_nlin_sym_09a_converted.nii.gz",
                "nilearn/datasets/data/mni_icbm152_wm_tal_nlin_sym_09a_converted.nii.gz",
                *mesh_files("pial", "white"),
            ),
            source(CHIMERA, *annot_files("Yeo2011_seg-7n")),
        ],
        processing=[
            "The template is resampled to 2 mm by nilearn, stored as 0 to 255 and cropped to the brain.",
            "networks: each grey-matter voxel takes the network of the nearest point of the cortical ribbon "
            "(depths 0.1 to 0.9 between white and pial surface, moved to MNI152) if that is at most 3 mm "
            "away, else 0.",
            "ribbon: the same grey matter, of any network or none, with 4 mm, which closes gaps in thin cortex; for "
            "pictures, never for numbers. One bit a voxel.",
            "vertex: for the voxels of ribbon, in their order, the vertex of fsaverage5 that is nearest; so that the "
            "labels of any atlas of this cortex can be read in the volume.",
            "tissue: the most probable of fluid (1), grey matter (2) and white matter (3) by the template's own "
            "maps; 0 outside the brain. Two bits a voxel, the first voxel in the lowest bits.",
            "This is a modified version of the template and of the FreeSurfer data.",
        ],
        licence=licence("ICBM-McGill", "FreeSurfer", "MIT-CBIG"),
        citations=[*FONOV, YEO],
        arrays={
            "t1": t1[box],
            "networks": np.where(distance <= NUMBERS_MM, near, 0).astype(np.uint8)[box],
            "ribbon": np.packbits(ribbon),
            "vertex": (vertex[box][ribbon] - 1).astype(np.uint16),
            "tissue": quarters(_tissue()[box]),
            "affine": affine,
        },
        units={"affine": (1.0, "mm")},
    )


def _box(brain: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[np.int64], tuple[slice, ...]]:
    """First corner of the brain and the slices that cut it out."""
    inside = np.argwhere(brain)
    low, high = inside.min(axis=0), inside.max(axis=0) + 1
    assert tuple(high - low) == SHAPE
    return low, tuple(slice(int(a), int(b)) for a, b in zip(low, high, strict=True))


def _tissue() -> npt.NDArray[np.uint8]:
    """1 fluid, 2 grey matter, 3 white matter, whichever is most probable; 0 outside the brain."""
    from nilearn.datasets import load_mni152_brain_mask, load_mni152_gm_template, load_mni152_wm_template

    loaders = (load_mni152_gm_template, load_mni152_wm_template, load_mni152_brain_mask)
    grey, white, brain = (load(resolution=2).get_fdata() for load in loaders)
    most = np.stack([1 - grey - white, grey, white]).argmax(axis=0) + 1
    return np.where(brain > 0, most, 0).astype(np.uint8)


def _nearest_vertex(
    grey: npt.NDArray[np.bool_], affine: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """1 + vertex and distance in mm of the nearest point of the cortical ribbon, for each grey-matter voxel."""
    from scipy.spatial import cKDTree

    white, pial = coordinates("white"), coordinates("pial")
    ribbon = np.vstack([apply_affine(MNI305_TO_MNI152, white + (pial - white) * depth) for depth in DEPTHS])
    found, index = cKDTree(ribbon).query(apply_affine(affine, np.argwhere(grey)))
    vertex = np.zeros(grey.shape, dtype=np.int64)
    distance = np.full(grey.shape, np.inf)
    vertex[grey], distance[grey] = 1 + index % len(pial), found
    assert 0.57 < (distance[grey] <= NUMBERS_MM).mean() < 0.59
    return vertex, distance
