"""Packs are written the same every time, read back as they were, and say in one sentence what is wrong."""

from __future__ import annotations

import copy
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from neuroviz.atlas import Manifest, list_packs, load_atlas, load_pack, verify_pack, write_pack
from neuroviz.atlas.build import BUILDERS
from neuroviz.atlas.licences import full_text, licence
from neuroviz.atlas.manifest import Citation, Source
from neuroviz.atlas.model import forget_atlases
from neuroviz.atlas.packs import SHIPPED
from neuroviz.atlas.report import verify_text
from neuroviz.atlas.shipped import pack_problems
from neuroviz.errors import PackError
from neuroviz.resources import atlas_root


def make(root: Path, id: str = "tiny-2", **changed: object) -> Manifest:
    given: dict[str, object] = {
        "kind": "surface",
        "title": "Tiny",
        "space": "MNI152, mm",
        "description": "For tests.",
        "source": [Source(package="nilearn", version="0.14.1", files=("a.gii",))],
        "processing": ["Nothing."],
        "licence": licence("MIT-CBIG"),
        "citations": [Citation(text="Somebody (2020).", doi="10.1/x")],
        "arrays": {"points": np.arange(6, dtype=">i2").reshape(3, 2).T},
        "units": {"points": (0.1, "mm")},
        "texts": {"parcels.json": "[]\n"},
    }
    return write_pack(root, id=id, **(given | changed))  # type: ignore[arg-type]


def test_what_is_written_is_read(tmp_path: Path) -> None:
    manifest = make(tmp_path)
    pack = load_pack("tiny-2", tmp_path)
    assert pack.manifest == manifest == verify_pack("tiny-2", tmp_path)
    assert pack.array("points").dtype == np.dtype("<i2")
    assert pack.array("points").tolist() == [[0, 2, 4], [1, 3, 5]]
    np.testing.assert_allclose(pack.values("points")[1], [0.1, 0.3, 0.5])
    assert pack.text("parcels.json") == "[]\n"
    assert "Permission is hereby granted" in pack.text("LICENSE.txt")


def test_writing_twice_gives_the_same_bytes_and_leaves_nothing_old(tmp_path: Path) -> None:
    make(tmp_path, texts={"old.json": "{}"})
    make(tmp_path)
    first = {f.name: f.read_bytes() for f in (tmp_path / "tiny-2").iterdir()}
    make(tmp_path)
    assert {f.name: f.read_bytes() for f in (tmp_path / "tiny-2").iterdir()} == first
    assert sorted(first) == ["LICENSE.txt", "manifest.json", "parcels.json", "points.npy"]
    assert first["manifest.json"].endswith(b"}\n")
    assert b"\r" not in first["manifest.json"]


def test_packs_are_listed_in_human_order(tmp_path: Path) -> None:
    for name in ("tiny-17", "tiny-7", "base"):
        make(tmp_path, id=name)
    assert list_packs(tmp_path) == ("base", "tiny-7", "tiny-17")


def test_the_packs_that_should_be_there_are_those_that_are_built() -> None:
    assert tuple(BUILDERS) == SHIPPED


def test_a_pack_that_is_not_there(tmp_path: Path) -> None:
    make(tmp_path)
    with pytest.raises(PackError, match=r"no atlas pack 'brodmann'; there are tiny-2\. Choose one of these\.$"):
        load_pack("brodmann", tmp_path)
    with pytest.raises(PackError, match="does not exist or cannot be read; run `neuroviz atlas build`"):
        list_packs(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        (
            "points.npy",
            b"\x93NUMPY",
            r"'tiny-2': the file points\.npy is damaged.*checksum.*atlas build tiny-2",
        ),
        ("parcels.json", b"[1]\n", r"'tiny-2': the file parcels\.json is damaged"),
        ("points.npy", None, r"'tiny-2': the file points\.npy is missing.*atlas build tiny-2"),
        ("manifest.json", None, r"'tiny-2': the file manifest\.json is missing"),
        ("manifest.json", b"id: tiny", r"'tiny-2': the file manifest\.json is not JSON"),
        ("manifest.json", b"\xff\xfe", r"'tiny-2': the file manifest\.json is not JSON"),
        ("manifest.json", b'{"id": 1}', r"'tiny-2': the file manifest\.json is not a manifest"),
    ],
)
def test_damage_is_named_in_one_sentence(tmp_path: Path, file: str, content: bytes | None, said: str) -> None:
    make(tmp_path)
    path = tmp_path / "tiny-2" / file
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(PackError, match=said) as error:
        verify_pack("tiny-2", tmp_path)
    assert "\n" not in str(error.value)


def test_one_flipped_bit_is_found(tmp_path: Path) -> None:
    make(tmp_path)
    file = tmp_path / "tiny-2" / "points.npy"
    raw = bytearray(file.read_bytes())
    raw[-1] ^= 1
    file.write_bytes(raw)
    with pytest.raises(PackError, match="damaged"):
        load_pack("tiny-2", tmp_path).array("points")


def test_a_manifest_that_lies_about_a_shape_or_a_name(tmp_path: Path) -> None:
    make(tmp_path)
    file = tmp_path / "tiny-2" / "manifest.json"
    data = json.loads(file.read_text())
    file.write_text(json.dumps(data | {"id": "tiny-3"}))
    with pytest.raises(PackError, match="belongs to another pack"):
        load_pack("tiny-2", tmp_path)
    data["arrays"]["points"]["shape"] = [6]
    file.write_text(json.dumps(data))
    with pytest.raises(PackError, match="type and shape"):
        verify_pack("tiny-2", tmp_path)


def test_unknown_array_and_text(tmp_path: Path) -> None:
    make(tmp_path)
    pack = load_pack("tiny-2", tmp_path)
    with pytest.raises(PackError, match="no array 'faces'; it has points"):
        pack.array("faces")
    with pytest.raises(PackError, match=r"no file 'notes\.txt'"):
        pack.text("notes.txt")


@pytest.mark.parametrize("file", ["../tiny-1/points.npy", "/etc/hostname", "..", "a/b.npy", ".hidden"])
def test_a_manifest_names_files_of_its_own_folder_only(tmp_path: Path, file: str) -> None:
    make(tmp_path)
    manifest = tmp_path / "tiny-2" / "manifest.json"
    good = json.loads(manifest.read_text())
    array, text = copy.deepcopy(good), copy.deepcopy(good)
    array["arrays"]["points"]["file"] = file
    text["files"][file] = text["files"].pop("parcels.json")
    for wrong in (array, text):
        manifest.write_text(json.dumps(wrong))
        with pytest.raises(PackError, match="is not a manifest that NeuroViz understands"):
            load_pack("tiny-2", tmp_path)


@pytest.mark.parametrize(("raw", "dtype"), [(None, "foo"), (b"garbage", "<i2"), (b"\x93NUMPY\x01\x00", "<i2"), (b"", "<i2")])
def test_an_array_that_is_none_is_told_though_its_checksum_fits(tmp_path: Path, raw: bytes | None, dtype: str) -> None:
    make(tmp_path)
    file, manifest = tmp_path / "tiny-2" / "points.npy", tmp_path / "tiny-2" / "manifest.json"
    raw = file.read_bytes() if raw is None else raw
    file.write_bytes(raw)
    data = json.loads(manifest.read_text())
    data["arrays"]["points"] |= {"dtype": dtype, "sha256": hashlib.sha256(raw).hexdigest()}
    manifest.write_text(json.dumps(data))
    with pytest.raises(PackError, match=r"points\.npy is not an array of a type"):
        verify_pack("tiny-2", tmp_path)


def test_packs_that_should_be_there_are_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is gone, one without its manifest, and a damaged one: all are told at once, and nothing is shown without."""
    shutil.copytree(atlas_root(), tmp_path / "packs")
    monkeypatch.setenv("NEUROVIZ_ATLASES", str(tmp_path / "packs"))
    assert pack_problems() == []
    shutil.rmtree(tmp_path / "packs" / "connectivity-schaefer-100")
    (tmp_path / "packs" / "yeo-7" / "manifest.json").unlink()
    (tmp_path / "packs" / "subcortex" / "landmarks.json").unlink()
    told = "\n".join(pack_problems())
    assert "'connectivity-schaefer-100' is missing" in told
    assert "'yeo-7': the file manifest.json is missing" in told
    assert "'subcortex': the file landmarks.json is missing" in told
    assert len(told.splitlines()) == 3
    forget_atlases()
    with pytest.raises(PackError, match=r"'connectivity-schaefer-100' is missing; run `neuroviz atlas build"):
        load_atlas("schaefer-100")
    forget_atlases()
    with pytest.raises(PackError, match="connectivity-schaefer-100") as told_all:
        verify_text()
    assert len(str(told_all.value).splitlines()) == 3


@pytest.mark.parametrize("name", list_packs())
def test_the_packs_that_come_along_are_whole(name: str) -> None:
    manifest = verify_pack(name)
    assert {f.name for f in (atlas_root() / name).iterdir()} == {
        "manifest.json",
        *manifest.files,
        *(entry.file for entry in manifest.arrays.values()),
    }
    assert load_pack(name).text("LICENSE.txt") == full_text(manifest.licence), "run `neuroviz atlas build`"
    assert manifest.source
    assert manifest.citations
    assert manifest.processing


def test_the_packs_stay_small() -> None:
    assert sum(f.stat().st_size for f in atlas_root().rglob("*") if f.is_file()) < 4_000_000
