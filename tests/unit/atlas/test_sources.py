"""The builders read pinned archives and say what to do when one is not what it should be."""

from __future__ import annotations

import hashlib
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from neuroviz.atlas.build import BUILDERS, build, sources
from neuroviz.atlas.build.sources import BRAINSPACE, Sources, Wheel
from neuroviz.errors import PackError

INSIDE = "brainspace/data.csv"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small stand-in for the brainspace wheel."""
    file = tmp_path / "brainspace-0.3.0-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(INSIDE, "1,2\n")
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    monkeypatch.setitem(sources.WHEELS, BRAINSPACE, Wheel("0.3.0", file.name, digest))
    sources._sha256.cache_clear()
    return tmp_path


def test_a_file_is_read_out_of_its_wheel(folder: Path) -> None:
    assert Sources(folder).read(BRAINSPACE, INSIDE) == b"1,2\n"
    with pytest.raises(PackError, match=r"brainspace 0\.3\.0 should hold nothing\.csv"):
        Sources(folder).read(BRAINSPACE, "nothing.csv")


def test_the_environment_names_the_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(sources.ENVIRONMENT, str(folder))
    assert Sources().read(BRAINSPACE, INSIDE) == b"1,2\n"


def test_another_wheel_of_the_same_name_is_refused(folder: Path) -> None:
    with (folder / sources.WHEELS[BRAINSPACE].file).open("ab") as stream:
        stream.write(b"\0")
    with pytest.raises(PackError, match="delete it and build again"):
        Sources(folder).read(BRAINSPACE, INSIDE)


def test_what_is_missing_is_fetched_without_dependencies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []

    def pip(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        calls.append(command)
        return subprocess.CompletedProcess(command, 1, "", "WARNING\nERROR: no network\n")

    monkeypatch.setattr(subprocess, "run", pip)
    said: list[str] = []
    with pytest.raises(PackError, match=r"Could not fetch brainspace==0\.3\.0 \(ERROR: no network\)"):
        Sources(tmp_path / "new", said.append).read(BRAINSPACE, INSIDE)
    assert said == ["fetching brainspace 0.3.0"]
    assert "--no-deps" in calls[0]
    assert calls[0][-1] == "brainspace==0.3.0"


def test_only_known_packs_can_be_built(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no pack 'brodmann' to build; there are fsaverage5"):
        build(["brodmann"], tmp_path)


def test_building_needs_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "NEEDED", ("a_package_that_is_not_there",))
    with pytest.raises(
        PackError, match=r'needs a_package_that_is_not_there; run `pip install "\.\[atlas\]"` in the NeuroViz folder'
    ):
        build(["yeo-7"], tmp_path)


def test_every_pack_that_comes_along_has_a_builder() -> None:
    from neuroviz.atlas import list_packs

    assert set(list_packs()) == set(BUILDERS)
    assert list(BUILDERS)[-1] == "drawn-views"
