"""Make the atlas packs again from pinned public packages. Nothing here is imported by the app."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from neuroviz.atlas.build import (
    connectivity,
    drawn,
    eeg,
    head,
    points,
    schaefer,
    subcortex,
    surfaces,
    volunteer,
    yeo,
)
from neuroviz.atlas.build.sources import Sources, check_tools
from neuroviz.atlas.manifest import Manifest
from neuroviz.atlas.report import write_notice
from neuroviz.errors import PackError

Builder = Callable[[Path, Sources], Manifest]

BUILDERS: dict[str, Builder] = {
    "fsaverage5": surfaces.build,
    **{f"schaefer-{n}": partial(schaefer.build, scale=n) for n in schaefer.SCALES},
    **{f"connectivity-schaefer-{n}": partial(connectivity.build, scale=n) for n in schaefer.SCALES},
    **{f"yeo-{n}": partial(yeo.build, networks=n) for n in (7, 17)},
    **{name: partial(points.build, name=name) for name in points.POINT_ATLASES},
    "subcortex": subcortex.build,
    "mni152-head": head.build,
    "volunteer-schaefer-100": volunteer.build,
    "eeg-forward": eeg.build,
    "drawn-views": drawn.build,  # last: it reads the packs above
}
"""Pack to builder, in the order in which they are made: a builder may read the packs before it."""


def build(
    names: Sequence[str],
    root: Path,
    sources: Path | None = None,
    progress: Callable[[str], None] = print,
) -> tuple[Manifest, ...]:
    """Write the packs ``names`` (none: all) and the notice file into ``root``, and return the manifests.

    Parameters
    ----------
    sources
        Folder with the pinned wheels; what is missing is fetched with pip, without dependencies.
    progress
        Called with one line of text for each pack.
    """
    unknown = [name for name in names if name not in BUILDERS]
    if unknown:
        raise PackError(f"There is no pack '{unknown[0]}' to build; there are {', '.join(BUILDERS)}.")
    check_tools()
    todo = [name for name in BUILDERS if not names or name in names]
    opened = Sources(sources, progress)
    manifests = []
    for count, name in enumerate(todo, start=1):
        start = time.perf_counter()
        manifest = BUILDERS[name](root, opened)
        size = sum(f.stat().st_size for f in (root / name).iterdir())
        took = time.perf_counter() - start
        progress(f"[{count}/{len(todo)}] {name}: {size / 1000:,.0f} kB in {took:.1f} s")
        manifests.append(manifest)
    write_notice(root)
    return tuple(manifests)
