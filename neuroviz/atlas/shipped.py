"""The packs that come with NeuroViz, and whether all of them are there and as they were built."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from neuroviz.atlas.packs import known_packs, verify_pack
from neuroviz.errors import PackError
from neuroviz.resources import atlas_root, user_atlas_root


def pack_problems(names: Sequence[str] = (), root: Path | None = None) -> list[str]:
    """A sentence for each pack that is missing, damaged or not understood.

    Parameters
    ----------
    names
        Packs to look at; when none is given, all that there should be and all that there are.
    root
        Folder with packs; those that come with NeuroViz and those of this person when left out.
    """
    problems = []
    for name in names or _all(root):
        try:
            verify_pack(name, root)
        except PackError as error:
            problems.append(str(error))
    return problems


def _all(root: Path | None) -> tuple[str, ...]:
    """Every pack, also one that lost its manifest or that should be there and is not."""
    roots = (root,) if root else (atlas_root(), user_atlas_root())
    return tuple(dict.fromkeys((*known_packs(root), *(name for r in roots for name in _folders(r)))))


def _folders(root: Path) -> list[str]:
    """Names of the folders; one that begins with a dot or an underscore is no pack."""
    try:
        return sorted(folder.name for folder in root.iterdir() if folder.is_dir() and folder.name[0] not in "._")
    except OSError:
        return []
