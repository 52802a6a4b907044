"""Read, write and check atlas packs: a folder with a manifest, plain ``.npy`` arrays and small text files.

Arrays are stored uncompressed, little endian and in C order, so that a rebuild gives the same bytes on every
machine and with every version of a compression library.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from pydantic import ValidationError

from neuroviz.atlas.licences import full_text
from neuroviz.atlas.manifest import ArrayEntry, Citation, Licence, Manifest, Source
from neuroviz.errors import PackError
from neuroviz.resources import atlas_root, user_atlas_root

MANIFEST = "manifest.json"
LICENSE = "LICENSE.txt"
SHIPPED = (
    "fsaverage5",
    *(f"{kind}{n}" for kind in ("schaefer-", "connectivity-schaefer-") for n in (100, 200, 400)),
    *("yeo-7", "yeo-17", "dosenbach-default", "seitzman-default", "power-default"),
    *("subcortex", "mni152-head", "volunteer-schaefer-100", "eeg-forward", "drawn-views"),
)
"""The packs that come with NeuroViz; the app needs all of them."""

Array = npt.NDArray[Any]
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Pack:
    """An opened pack; each file is compared with its checksum when it is read."""

    manifest: Manifest
    folder: Path

    def array(self, name: str) -> Array:
        """Array ``name`` as it is stored (multiply by the manifest's scale for values in its unit)."""
        entry = self.manifest.arrays.get(name)
        if entry is None:
            raise PackError(f"Pack '{self.manifest.id}' has no array '{name}'; it has {', '.join(self.manifest.arrays)}.")
        raw = _read(self.folder, entry.file, entry.sha256)
        try:
            array: Array = np.load(io.BytesIO(raw), allow_pickle=False)
            stated = np.dtype(entry.dtype)
        except (ValueError, TypeError, SyntaxError, EOFError, OSError, MemoryError) as error:
            raise _broken(self.folder, entry.file, "is not an array of a type that NeuroViz understands") from error
        if array.dtype != stated or array.shape != entry.shape:
            raise _broken(self.folder, entry.file, "does not have the type and shape that the manifest states")
        return array

    def values(self, name: str) -> npt.NDArray[np.float64]:
        """Array ``name`` in the unit of its manifest entry, float64."""
        return self.array(name).astype(np.float64) * self.manifest.arrays[name].scale

    def text(self, file: str) -> str:
        """Content of a text file of the pack, for example ``parcels.json``."""
        if file not in self.manifest.files:
            raise PackError(f"Pack '{self.manifest.id}' has no file '{file}'; it has {', '.join(self.manifest.files)}.")
        try:
            return _read(self.folder, file, self.manifest.files[file]).decode("utf-8")
        except UnicodeDecodeError as error:
            raise self.broken(file, "is not text in UTF-8") from error

    def broken(self, file: str, why: str) -> PackError:
        """The error that says what is wrong with a file of this pack, and what to do."""
        return _broken(self.folder, file, why)


def list_packs(root: Path | None = None) -> tuple[str, ...]:
    """List the packs in ``root`` (default: those that come with NeuroViz and those of this person), in order."""
    folder = root or atlas_root()
    try:
        next(folder.iterdir(), None)
    except OSError as error:
        raise PackError(
            f"The atlas folder {folder} does not exist or cannot be read; "
            "run `neuroviz atlas build` or install NeuroViz again from its folder."
        ) from error
    return _named(folder, () if root else user_packs())


def known_packs(root: Path | None = None) -> tuple[str, ...]:
    """`list_packs`, and those that come with NeuroViz and are missing, which `load_pack` then tells."""
    return tuple(dict.fromkeys((*list_packs(root), *(() if root else SHIPPED))))


def user_packs() -> tuple[str, ...]:
    """Names of the packs that this person added, in order; one that came with NeuroViz since then goes first."""
    shipped = set(_named(atlas_root()))
    return tuple(name for name in _named(user_atlas_root()) if name not in shipped)


def load_pack(name: str, root: Path | None = None) -> Pack:
    """Open pack ``name``; only its manifest is read now, arrays when they are asked for."""
    folder = (root or (user_atlas_root() if name in user_packs() else atlas_root())) / name
    if name not in (known := list_packs(root)):
        if _NAME.fullmatch(name) and is_folder(user := user_atlas_root() / name) and root is None:
            raise _broken(user, MANIFEST, "is missing")
        if _NAME.fullmatch(name) and is_folder(folder):
            raise _broken(folder, MANIFEST, "is missing")
        if name in SHIPPED:
            raise PackError(f"The atlas pack '{name}' is missing; {_rebuild(name)}.")
        raise PackError(f"There is no atlas pack '{name}'; there are {', '.join(known) or 'none'}. Choose one of these.")
    try:
        data = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        manifest = Manifest.model_validate(data)
    except OSError as error:
        raise _broken(folder, MANIFEST, f"cannot be read ({error.strerror})") from error
    except (ValueError, RecursionError) as error:
        why = "is not JSON" if not isinstance(error, ValidationError) else "is not a manifest that NeuroViz understands"
        raise _broken(folder, MANIFEST, why) from error
    if manifest.id != name:
        raise _broken(folder, MANIFEST, f"belongs to another pack ('{manifest.id}')")
    return Pack(manifest, folder)


def verify_pack(name: str, root: Path | None = None) -> Manifest:
    """Compare every file of pack ``name`` with its checksum, type and shape; PackError says what is wrong."""
    pack = load_pack(name, root)
    for array in pack.manifest.arrays:
        pack.array(array)
    for file in pack.manifest.files:
        pack.text(file)
    return pack.manifest


def write_pack(
    root: Path,
    *,
    id: str,
    kind: str,
    title: str,
    space: str,
    description: str,
    source: Sequence[Source],
    processing: Sequence[str],
    licence: Licence,
    citations: Sequence[Citation],
    arrays: Mapping[str, Array],
    units: Mapping[str, tuple[float, str]] | None = None,
    texts: Mapping[str, str] | None = None,
) -> Manifest:
    """Write the pack ``root/id`` and return its manifest; files of an earlier build are removed.

    Parameters
    ----------
    arrays
        Name to array; stored as ``<name>.npy``, little endian, C order.
    units
        Name to (scale, unit): stored number × scale = value in unit. Default: (1.0, "").
    texts
        File name to content (UTF-8). ``LICENSE.txt`` is added from ``licence`` unless it is given.
    licence
        From :func:`neuroviz.atlas.licences.licence`, which knows names, notices and full texts.
    """
    contents: dict[str, bytes] = {}
    entries: dict[str, ArrayEntry] = {}
    for name, array in arrays.items():
        scale, unit = (units or {}).get(name, (1.0, ""))
        raw, file = _npy(array), f"{name}.npy"
        contents[file] = raw
        entries[name] = ArrayEntry(
            file=file,
            dtype=np.dtype(array.dtype).newbyteorder("<").str,
            shape=array.shape,
            scale=scale,
            unit=unit,
            sha256=_sha256(raw),
        )
    full = dict(texts or {})
    if LICENSE not in full:
        full = {LICENSE: full_text(licence), **full}
    contents |= {file: text.encode("utf-8") for file, text in full.items()}
    manifest = Manifest(
        id=id,
        kind=kind,
        title=title,
        space=space,
        description=description,
        source=tuple(source),
        processing=tuple(processing),
        licence=licence,
        citations=tuple(citations),
        arrays=entries,
        files={file: _sha256(contents[file]) for file in full},
    )
    text = json.dumps(manifest.model_dump(mode="json"), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    _replace(root / id, contents | {MANIFEST: text.encode("utf-8")})
    return manifest


def _named(folder: Path, more: Sequence[str] = ()) -> tuple[str, ...]:
    """Names of the packs in ``folder``, and ``more``, with numbers in the order of their values."""
    try:
        found = {*more, *(p.parent.name for p in folder.glob(f"*/{MANIFEST}"))}
    except OSError:  # a folder that may not be read holds nothing for us
        found = {*more}
    return tuple(sorted(found, key=lambda name: [(not w.isdigit(), int(w) if w.isdigit() else 0, w) for w in _words(name)]))


def is_folder(path: Path) -> bool:
    """Whether there is a folder that may be looked at."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _words(name: str) -> list[str]:
    return name.replace("-", " - ").split()


def _npy(array: Array) -> bytes:
    stream = io.BytesIO()
    np.save(stream, np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<")), allow_pickle=False)
    return stream.getvalue()


def _sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _replace(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Make ``folder`` hold exactly ``contents``."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        if old.is_file() and old.name not in contents:
            old.unlink()
    for file, raw in contents.items():
        (folder / file).write_bytes(raw)


def _read(folder: Path, file: str, sha256: str) -> bytes:
    try:
        raw = (folder / file).read_bytes()
    except OSError as error:
        raise _broken(folder, file, "is missing or cannot be read") from error
    if _sha256(raw) != sha256:
        raise _broken(folder, file, "is damaged (its checksum is not the one in the manifest)")
    return raw


def _broken(folder: Path, file: str, why: str) -> PackError:
    remedy = _rebuild(folder.name)
    if folder.parent == user_atlas_root():
        remedy = f"run `neuroviz atlas remove {folder.name}` and add it again"
    return PackError(f"Atlas pack '{folder.name}': the file {file} {why}; {remedy}.")


def _rebuild(name: str) -> str:
    return f"run `neuroviz atlas build {name}` or install NeuroViz again from its folder"
