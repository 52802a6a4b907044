"""Atlases that a person added: what they may be called, where they are kept, how they are taken away."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from neuroviz.atlas.manifest import Manifest
from neuroviz.atlas.model import forget_atlases
from neuroviz.atlas.packs import is_folder, list_packs, user_packs
from neuroviz.errors import PackError
from neuroviz.resources import atlas_root, user_atlas_root

LONGEST_NAME = 60
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RESERVED = "connectivity-"


def check_name(name: str, replace: bool = False) -> None:
    """Say in one sentence why an atlas cannot be called ``name``.

    Parameters
    ----------
    replace
        Whether an atlas of this name that the person added before may go.
    """
    if not _NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        raise PackError(
            f"'{name[:LONGEST_NAME]}' cannot name an atlas: take small letters a to z, digits and single hyphens, "
            f"at most {LONGEST_NAME}, for example --name my-atlas."
        )
    if name in list_packs(atlas_root()) or name.startswith(_RESERVED):
        raise PackError(f"The name '{name}' belongs to a pack of NeuroViz; choose another one, for example --name my-{name}.")
    if is_folder(user_atlas_root() / name) and not replace:
        raise PackError(f"You have an atlas '{name}' already; choose another --name, or give --replace to write over it.")


def keep(name: str, write: Callable[[Path], Manifest]) -> Manifest:
    """Put the pack ``name`` into the person's folder, all of it or nothing.

    Parameters
    ----------
    write
        Writes the pack into the folder that it is given.
    """
    root = user_atlas_root()
    try:
        root.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=root, prefix=".adding-") as folder:
            manifest = write(Path(folder))
            _swap(Path(folder) / name, root / name, Path(folder) / ".before")
    except OSError as error:
        raise PackError(f"{root} cannot be written ({error.strerror}); set NEUROVIZ_USER_ATLASES to another folder.") from error
    forget_atlases()
    return manifest


def remove(name: str) -> None:
    """Delete the atlas ``name``, which the person added."""
    # What is left of one that lost its manifest can go, too; a name that is a path cannot.
    if name not in user_packs() and not (_NAME.fullmatch(name) and is_folder(user_atlas_root() / name)):
        if name in list_packs(atlas_root()):
            raise PackError(f"'{name}' comes with NeuroViz and stays; only atlases that you added can be removed.")
        known = ", ".join(user_packs())
        raise PackError(f"You have no atlas '{name}'; " + (f"you added {known}." if known else "you added none so far."))
    root = user_atlas_root()
    try:
        with tempfile.TemporaryDirectory(dir=root, prefix=".removing-") as folder:
            (root / name).rename(Path(folder) / name)
    except OSError as error:
        raise PackError(f"{root / name} cannot be removed ({error.strerror}); close what uses it and try again.") from error
    forget_atlases()


def _swap(new: Path, place: Path, before: Path) -> None:
    """Put ``new`` in its place; what was there comes back if that fails."""
    if place.exists():
        place.rename(before)
    try:
        new.rename(place)
    except OSError:
        if before.exists():
            before.rename(place)
        raise
