"""A label file of one's own becomes an atlas, or one sentence says why not and nothing is written.

What needs nibabel and nilearn is marked ``rebuild``: they come with the extra ``atlas``, not with ``test``.
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from neuroviz.atlas import Manifest, list_packs, load_atlas, load_pack, user_packs, verify_pack
from neuroviz.atlas.build import add, nilearn_atlases
from neuroviz.atlas.build.own_files import name_of, read_table, side_of, title_of
from neuroviz.atlas.head import load_head
from neuroviz.atlas.own import keep, remove
from neuroviz.atlas.space import apply_affine
from neuroviz.cli import main
from neuroviz.errors import PackError

reads = [pytest.mark.rebuild, pytest.mark.filterwarnings("default")]
HALF = 10_242
BOX = np.array([[2.0, 0, 0, -90], [0, 2, 0, -126], [0, 0, 2, -72], [0, 0, 0, 1]])
SHAPE = (91, 109, 91)

Refused = Callable[..., str]


@pytest.fixture(autouse=True)
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "mine"
    monkeypatch.setenv("NEUROVIZ_USER_ATLASES", str(folder))
    return folder


@pytest.fixture
def refused(mine: Path, capsys: pytest.CaptureFixture[str]) -> Refused:
    """Run `neuroviz atlas add`, which has to end in one sentence and leave the folder as it was."""

    def run(*arguments: object) -> str:
        before = sorted(mine.rglob("*"))
        assert main(["atlas", "add", *map(str, arguments)]) == 2
        said = capsys.readouterr().err
        assert said.startswith("error: ")
        assert said.endswith(".\n")
        assert said.count("\n") == 1
        assert sorted(mine.rglob("*")) == before
        return said

    return run


def gifti(path: Path, *values: Any, names: dict[int, str] | None = None, side: str = "") -> Path:
    from nibabel.gifti import GiftiDataArray, GiftiImage, GiftiLabel, GiftiLabelTable, GiftiMetaData

    table = GiftiLabelTable()
    for key, name in (names or {}).items():
        label = GiftiLabel(key)
        label.label = name
        table.labels.append(label)
    meta = GiftiMetaData({"AnatomicalStructurePrimary": side} if side else {})
    kinds = {"f": "NIFTI_TYPE_FLOAT32", "i": "NIFTI_TYPE_INT32"}
    arrays = [
        GiftiDataArray(v.astype(v.dtype.kind + "4"), intent="NIFTI_INTENT_LABEL", datatype=kinds[v.dtype.kind], meta=meta)
        for v in map(np.asarray, values)
    ]
    GiftiImage(darrays=arrays, labeltable=table).to_filename(path)
    return path


def nifti(path: Path, data: Any, affine: Any = BOX) -> Path:
    import nibabel

    nibabel.Nifti1Image(data, affine).to_filename(path)
    return path


def blocks() -> Any:
    """The average brain with label 10 on the left, 20 on the right, and 7 in front on both sides."""
    head = load_pack("mni152-head")
    inside = np.argwhere(head.array("t1"))
    x, y, _ = at = apply_affine(head.array("affine"), inside).T
    data = np.zeros(SHAPE, np.int16)
    index = np.round(apply_affine(np.linalg.inv(BOX), at.T)).astype(int)
    data[tuple(index.T)] = np.where(y > 30, 7, np.where(x < 0, 10, 20))
    return data


def schaefer() -> Any:
    return load_atlas("schaefer-100").labels.astype(np.int32)


# ---- what is refused before anything is read


def test_missing_folder_suffix_empty(tmp_path: Path, refused: Refused) -> None:
    assert "There is no file" in refused(tmp_path / "nothing.nii")
    assert "is a folder" in refused(tmp_path)
    for name, content in (("labels.mgz", b"x"), ("labels.nii", b"")):
        (tmp_path / name).write_bytes(content)
    assert ".nii.gz" in refused(tmp_path / "labels.mgz")
    assert "is empty" in refused(tmp_path / "labels.nii")


def test_three_gigabytes_are_not_read(tmp_path: Path, refused: Refused) -> None:
    with (tmp_path / "huge.nii").open("wb") as stream:
        stream.truncate(3_000_000_000)
    assert "3,000 MB, and label files of at most 500 MB" in refused(tmp_path / "huge.nii")


def test_file_or_nilearn(tmp_path: Path, refused: Refused) -> None:
    file = tmp_path / "a.gii"
    file.write_text("x")
    assert "either a label file or" in refused()
    assert "either a label file or" in refused(file, "--nilearn", "aal")
    assert "leave --space and --labels out" in refused("--nilearn", "aal", "--space", "MNI152")
    assert "one volume, or one surface file, or two" in refused(file, file, file)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("schaefer-100", "belongs to a pack of NeuroViz"),
        ("drawn-views", "belongs to a pack of NeuroViz"),
        ("connectivity-mine", "belongs to a pack of NeuroViz"),
        ("My Atlas", "cannot name an atlas"),
        ("../up", "cannot name an atlas"),
        ("a" * 61, "cannot name an atlas"),
    ],
)
def test_names(name: str, said: str, tmp_path: Path, refused: Refused) -> None:
    (tmp_path / "a.gii").write_text("x")
    assert said in refused(tmp_path / "a.gii", "--name", name)


def test_a_name_that_is_taken(tmp_path: Path, mine: Path, refused: Refused) -> None:
    (mine / "a").mkdir(parents=True)
    (tmp_path / "a.gii").write_text("x")
    assert "You have an atlas 'a' already" in refused(tmp_path / "a.gii")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("number,label\n1,A\n", "no columns 'index' and 'name'"),
        ("index,name\n1,A\n2,\n", "line 3: label 2 has no name"),
        ("index,name\none,A\n", "the index 'one' is not a whole number"),
        ("index,name\n1,A\n1,B\n", "index 1 is there twice"),
        ("index,name\n1,\xe9".encode("latin-1"), "not text in UTF-8"),
        ("", "is empty"),
    ],
)
def test_tables(text: str | bytes, said: str, tmp_path: Path, refused: Refused) -> None:
    (tmp_path / "a.gii").write_text("x")
    (tmp_path / "t.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    assert said in refused(tmp_path / "a.gii", "--labels", tmp_path / "t.csv")


def test_tables_as_programs_write_them(tmp_path: Path) -> None:
    for name, text in (("a.tsv", "index\tname\tr\n3\tA, B\t1\n"), ("b.csv", '\ufeffName;Index\r\n"A, B";3\r\n\r\n')):
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
        assert read_table(tmp_path / name) == {3: "A, B"}


def test_without_the_extra(tmp_path: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.gii").write_text("x")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    for arguments in ([tmp_path / "a.gii"], ["--nilearn", "aal"]):
        assert 'pip install ".[atlas]"' in refused(*arguments)


def test_names_from_files() -> None:
    assert (title_of(Path("lh.My_parcels.annot")), name_of("My parcels")) == ("My parcels", "my-parcels")
    assert title_of(Path("sub_hemi-L_desc-x.label.gii")) == "sub desc x"
    assert [side_of(n) for n in ("lh.a.annot", "a_hemi-R.gii", "left.right.gii", "relay.gii")] == ["left", "right", None, None]


# ---- the person's folder


def stored(folder: Path, name: str = "own-2") -> Manifest:
    from neuroviz.atlas.packs import LICENSE, write_pack

    parcels = load_pack("yeo-7").text("parcels.json")
    return write_pack(
        folder,
        id=name,
        kind="parcellation",
        title="Own",
        space="",
        description="",
        source=[],
        processing=[],
        licence=add.NOT_STATED,
        citations=[],
        arrays={"labels": load_atlas("yeo-7").labels.astype(np.uint16)},
        texts={"parcels.json": parcels, LICENSE: add.NOTICE},
    )


def test_kept_packs_are_found_after_those_of_neuroviz(mine: Path) -> None:
    shipped = list_packs()
    for name in ("yeo-own", "own-10", "own-2"):
        keep(name, partial(stored, name=name))
    assert user_packs() == ("own-2", "own-10", "yeo-own")
    assert set(list_packs()) == {*shipped, *user_packs()}
    assert load_atlas("own-2").labels.max() == 7
    assert verify_pack("own-2").licence.notice == "Not stated; check before you share."
    stored(mine, "schaefer-100")  # one of this name came with a later NeuroViz
    assert "schaefer-100" not in user_packs()
    assert len(load_atlas("schaefer-100").parcels) == 100


def test_half_a_pack_is_never_there(mine: Path) -> None:
    def broken(folder: Path) -> Manifest:
        stored(folder)
        raise OSError(28, "No space left on device")

    with pytest.raises(PackError, match=r"cannot be written \(No space left on device\)"):
        keep("own-2", broken)
    assert list(mine.iterdir()) == []
    keep("own-2", stored)
    before = {f.name: f.read_bytes() for f in (mine / "own-2").iterdir()}
    with pytest.raises(PackError):
        keep("own-2", broken)
    assert {f.name: f.read_bytes() for f in (mine / "own-2").iterdir()} == before


def test_the_old_one_comes_back_when_the_new_one_cannot_be_put_there(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep("own-2", stored)
    rename = Path.rename

    def fails(self: Path, target: Path) -> Path:
        if self.parent.name.startswith(".adding-") and self.name == "own-2":
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(PackError, match="Permission denied"):
        keep("own-2", stored)
    assert [p.name for p in mine.iterdir()] == ["own-2"]
    assert verify_pack("own-2").id == "own-2"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everybody may write there")
def test_a_folder_that_cannot_be_written(mine: Path) -> None:
    mine.mkdir(mode=0o500)
    with pytest.raises(PackError, match="set NEUROVIZ_USER_ATLASES"):
        keep("own-2", stored)


def test_remove(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["atlas", "remove", "own-2"]) == 2
    keep("own-2", stored)
    assert main(["atlas", "remove", "own-2"]) == 0
    assert list(mine.iterdir()) == []
    with pytest.raises(PackError, match="no atlas 'own-2'"):
        load_atlas("own-2")
    with pytest.raises(PackError, match="comes with NeuroViz and stays"):
        remove("schaefer-100")


def test_a_damaged_pack_says_what_to_do(mine: Path) -> None:
    keep("own-2", stored)
    (mine / "own-2" / "labels.npy").write_bytes(b"x")
    with pytest.raises(PackError, match="run `neuroviz atlas remove own-2` and add it again"):
        load_atlas("own-2")
    (mine / "own-2" / "manifest.json").unlink()
    with pytest.raises(PackError, match=r"manifest\.json is missing; run `neuroviz atlas remove own-2` and add it again"):
        load_pack("own-2")
    remove("own-2")
    assert list(mine.iterdir()) == []


# ---- what is read


@pytest.mark.rebuild
class TestSurface:
    pytestmark = reads

    def test_schaefer_again(self, tmp_path: Path) -> None:
        """Labels, networks and centroids are those of the pack that was made from the published files."""
        old = load_atlas("schaefer-100")
        names = {p.index: p.name for p in old.parcels}
        add.add_files([gifti(tmp_path / "again.label.gii", schaefer(), names=names)])
        new = load_atlas("again")
        assert np.array_equal(new.labels, old.labels)
        assert new.connectivity is None
        assert [p.name for p in new.parcels] == [p.name for p in old.parcels]
        for field in ("hemisphere", "centroid_mni", "vertex", "n_vertices", "area_mm2", "network17", "subsystem"):
            assert [getattr(p, field) for p in new.parcels] == [getattr(p, field) for p in old.parcels], field
        assert sum(a.network7 == b.network7 for a, b in zip(new.parcels, old.parcels, strict=True)) == 99
        assert verify_pack("again").arrays["labels"].dtype == "<u2"
        assert str(tmp_path) not in (tmp_path / "mine/again/manifest.json").read_text()

    @pytest.mark.parametrize("size", [HALF, 163_842])
    def test_two_files_in_any_order(self, size: int, tmp_path: Path) -> None:
        left, right = np.zeros(size, np.int32), np.zeros(size, np.int32)
        left[2000:2300], right[2000:2300], right[3000:3300] = 5, 5, 90
        first = gifti(tmp_path / "b.gii", right, names={5: "Spot"}, side="CortexRight")
        second = gifti(tmp_path / "a.gii", left, names={5: "Spot"}, side="CortexLeft")
        add.add_files([first, second], name="spots")
        found = [(p.name, p.hemisphere, p.n_vertices) for p in load_atlas("spots").parcels]
        assert found == [("Spot (left)", "left", 300), ("Spot (right)", "right", 300), ("Region 90", "right", 300)]
        assert [p.centroid_mni[0] < 0 for p in load_atlas("spots").parcels] == [True, False, False]
        assert set(np.flatnonzero(load_atlas("spots").labels == 2)) == set(range(HALF + 2000, HALF + 2300))

    def test_annotations(self, tmp_path: Path) -> None:
        from nibabel.freesurfer import write_annot

        files = []
        for side in ("rh", "lh"):
            index = np.full(HALF, -1)
            index[1000:1500], index[4000:4600], index[6000:6100] = 0, 1, 2
            table = np.array([[10, 20, 30, 0, 0], [40, 50, 60, 0, 0], [70, 80, 90, 0, 0]])
            files.append(tmp_path / f"{side}.two.annot")
            write_annot(str(files[-1]), index, table, ["Front", "Medial_wall", "Back"], fill_ctab=True)
        add.add_files(files)
        assert [p.name for p in load_atlas("two").parcels] == ["Front (left)", "Back (left)", "Front (right)", "Back (right)"]

    def test_the_largest_atlas(self, tmp_path: Path) -> None:
        cortex = np.flatnonzero(load_atlas("yeo-7").labels)
        values = np.zeros(2 * HALF, np.int32)
        values[cortex] = np.arange(len(cortex)) % 1000 + 1
        add.add_files([gifti(tmp_path / "many.gii", values)])
        atlas = load_atlas("many")
        assert len(atlas.parcels) == atlas.labels.max() == 2000
        assert [p.index for p in atlas.parcels] == list(range(1, 2001))

    def test_table_and_title(self, tmp_path: Path, refused: Refused, capsys: pytest.CaptureFixture[str]) -> None:
        values = np.zeros(2 * HALF, np.int32)
        values[2000:2300], values[2600:2900] = 4, 9
        file, table = gifti(tmp_path / "t.gii", values), tmp_path / "t.csv"
        table.write_text("index,name\n0,Unknown\n4,Angular\n")
        assert "names no label 9; add a row" in refused(file, "--labels", table)
        table.write_text("index,name\n4,Angular\n9,Unknown\n")
        assert main(["atlas", "add", str(file), "--labels", str(table), "--title", "My map", "--space", "fsaverage5"]) == 0
        assert capsys.readouterr().out.startswith("Added my-map: 1 parcels (1 left, 0 right)")
        assert (load_atlas("my-map").title, load_atlas("my-map").parcels[0].name) == ("My map", "Angular")

    @pytest.mark.parametrize(
        ("values", "said"),
        [
            (np.arange(32_492), "has 32,492 vertices, and 20,484 or 327,684 are needed"),
            (np.arange(HALF), "is one hemisphere"),
            (np.zeros(2 * HALF, int), "every value in it is 0"),
            (np.full(2 * HALF, 0.25), "holds 0.25, which is no label"),
            (np.full(2 * HALF, np.nan), "holds nan, which is no label"),
            (np.full(2 * HALF, -3), "holds -3, which is no label"),
            (np.arange(2 * HALF), "has 20,483 labels, and at most 2,000"),
        ],
    )
    def test_values(self, values: Any, said: str, tmp_path: Path, refused: Refused) -> None:
        assert said in refused(gifti(tmp_path / "a.func.gii", values % 1000 if "vertices" in said or "hemis" in said else values))

    def test_other_mistakes(self, tmp_path: Path, refused: Refused) -> None:
        good = np.ones(2 * HALF, int)
        assert "more than one map" in refused(gifti(tmp_path / "two.gii", good, good))
        a, b = (gifti(tmp_path / f"lh.{n}.gii", good[:HALF]) for n in "ab")
        assert "both of the left hemisphere" in refused(a, b)
        assert "163,842 are needed (fsaverage)" in refused(a, gifti(tmp_path / "rh.a.gii", good[:HALF]), "--space", "fsaverage")
        assert "lies on a surface" in refused(a, "--space", "MNI152")
        for name in ("text.gii", "lh.text.annot"):
            (tmp_path / name).write_text("Dear teacher")
            assert "can be read" in refused(tmp_path / name)

    def test_replace(self, tmp_path: Path, refused: Refused) -> None:
        values = np.zeros(2 * HALF, np.int32)
        values[2000:2300] = 1
        file = gifti(tmp_path / "a.gii", values)
        add.add_files([file])
        assert len(load_atlas("a").parcels) == 1
        assert "already" in refused(file)
        values[2600:2900] = 2
        add.add_files([gifti(file, values)], replace=True)
        assert len(load_atlas("a").parcels) == 2


@pytest.mark.rebuild
class TestVolume:
    pytestmark = reads

    def test_blocks(self, tmp_path: Path) -> None:
        add.add_files([nifti(tmp_path / "blocks.nii.gz", blocks())])
        parcels = load_atlas("blocks").parcels
        assert [(p.name, p.hemisphere) for p in parcels] == [
            ("Region 7 (left)", "left"),
            ("Region 10", "left"),
            ("Region 7 (right)", "right"),
            ("Region 20", "right"),
        ]
        assert all(p.centroid_mni[1] > 30 for p in parcels if "7" in p.name)
        labels = load_atlas("blocks").labels
        assert not labels[load_atlas("yeo-7").labels == 0].any()
        # A vertex well inside a block has its label.
        at = load_atlas("blocks").surface("pial").to_mni152().vertices
        inside = (at[:, 0] < -10) & (at[:, 1] < 20) & (load_atlas("yeo-7").labels > 0)
        assert (labels[inside] == 2).mean() > 0.99

    def test_a_ribbon_comes_back(self, tmp_path: Path) -> None:
        """The Yeo networks in the grey matter of the head, put back on the surface."""
        head = load_pack("mni152-head")
        wide = load_head().labels(load_atlas("yeo-7")).astype(np.uint8)
        add.add_files([nifti(tmp_path / "ribbon.nii", wide, head.array("affine"))])
        yeo, new = load_atlas("yeo-7"), load_atlas("ribbon")
        number = np.array([0, *(int(p.name.split()[1]) for p in new.parcels)])[new.labels]
        both = (number > 0) & (yeo.labels > 0)
        assert both.sum() > 13_000
        assert (number[both] == yeo.labels[both]).mean() > 0.95

    def test_a_flipped_box_and_a_fourth_axis_of_one(self, tmp_path: Path) -> None:
        flip = np.diag([-2.0, 2, 2, 1])
        flip[:3, 3] = 90, -126, -72
        add.add_files([nifti(tmp_path / "a.nii", blocks())])
        add.add_files([nifti(tmp_path / "b.nii", blocks()[::-1, :, :, None].astype(np.float32), flip)])
        assert np.array_equal(load_atlas("a").labels, load_atlas("b").labels)

    def test_labels_that_only_touch_a_part(self, tmp_path: Path) -> None:
        """A box round one patch, smaller than the cortex, is enough."""
        part = BOX.copy()
        part[:3, 3] = -60, -80, 20
        add.add_files([nifti(tmp_path / "patch.nii", np.full((20, 20, 20), 3, np.uint8), part)])
        assert [p.name for p in load_atlas("patch").parcels] == ["Region 3"]

    @pytest.mark.parametrize(
        ("data", "affine", "said"),
        [
            (blocks(), np.diag([1.0, 1, 1, 1]), "is not in MNI152: "),
            (blocks(), np.diag([0.01, 0.01, 0.01, 1]), "voxels that are not 0.4 to 8 mm wide"),
            (blocks(), None, "does not say where its voxels are"),
            (np.zeros((9, 9, 9, 4), np.int16), BOX, "not one 3-D volume (9 × 9 × 9 × 4)"),
            (np.ones((9, 9), np.int16), BOX, "not one 3-D volume (9 × 9)"),
            (np.zeros(SHAPE, np.int16), BOX, "every value in it is 0"),
            (np.full(SHAPE, 0.5, np.float32), BOX, "holds 0.5, which is no label"),
            (-blocks(), BOX, "holds -20, which is no label"),
            (np.arange(np.prod(SHAPE), dtype=np.int32).reshape(SHAPE), BOX, "labels, and at most 2,000"),
        ],
    )
    def test_volumes_that_are_refused(self, data: Any, affine: Any, said: str, tmp_path: Path, refused: Refused) -> None:
        assert said in refused(nifti(tmp_path / "a.nii.gz", data, affine))

    def test_files_that_are_no_volumes(self, tmp_path: Path, refused: Refused) -> None:
        (tmp_path / "text.nii").write_text("Dear teacher")
        (tmp_path / "text.nii.gz").write_text("Dear teacher")
        assert "not a NIfTI file" in refused(tmp_path / "text.nii")
        assert "not a NIfTI file" in refused(tmp_path / "text.nii.gz")
        whole = nifti(tmp_path / "a.nii.gz", blocks())
        (tmp_path / "cut.nii.gz").write_bytes(whole.read_bytes()[:3000])
        assert "cut off or damaged" in refused(tmp_path / "cut.nii.gz")
        assert "have to be in MNI152, not fsaverage" in refused(whole, "--space", "fsaverage")

    def test_deep_labels_are_no_cortex(self, tmp_path: Path, refused: Refused) -> None:
        data = np.zeros(SHAPE, np.int16)
        data[38:41, 52:55, 38:41] = 1  # about (-12, -20, 6): thalamus
        assert "lies on the cortex" in refused(nifti(tmp_path / "a.nii", data))

    def test_a_small_file_that_unpacks_to_a_huge_one(self, tmp_path: Path, refused: Refused) -> None:
        import nibabel

        header = nibabel.Nifti1Header()
        header.set_data_shape((1500, 1500, 1500))
        header.set_sform(BOX, code=4)
        with (tmp_path / "bomb.nii").open("wb") as stream:
            header.write_to(stream)
            stream.write(bytes(4))
        assert "unpacks to more than 500 MB" in refused(tmp_path / "bomb.nii")


# ---- atlases that nilearn fetches


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("msdl", "There is no label atlas 'msdl'"),
        ("schaefer_2018:many", "stands a number (n_rois)"),
        ("destrieux_2009:2", "comes in one form only"),
    ],
)
def test_nilearn_names(name: str, said: str, refused: Refused) -> None:
    assert said in refused("--nilearn", name, "--name", "x")


@pytest.mark.rebuild
class TestNilearn:
    pytestmark = reads

    def test_every_fetcher_is_there_and_takes_what_it_is_given(self) -> None:
        import inspect

        import nilearn.datasets

        for name, fetcher in nilearn_atlases.FETCHERS.items():
            parameters = inspect.signature(getattr(nilearn.datasets, f"fetch_atlas_{name}")).parameters
            assert not fetcher.argument or fetcher.argument in parameters

    def test_a_volume_with_names(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        from sklearn.utils import Bunch

        asked: list[object] = []
        lut = {"index": [0, 7, 10, 20], "name": ["Background", "Front", "Left", "Right"]}

        def fetched(atlas_name: str) -> object:
            asked.append(atlas_name)
            return Bunch(maps=str(nifti(tmp_path / "m.nii.gz", blocks())), lut=lut, template="MNI152NLin6Asym")

        monkeypatch.setattr("nilearn.datasets.fetch_atlas_harvard_oxford", fetched)
        assert main(["atlas", "add", "--nilearn", "harvard-oxford:cort-maxprob-thr0-1mm", "--name", "ho"]) == 0
        assert asked == ["cort-maxprob-thr0-1mm"]
        atlas = load_atlas("ho")
        assert [p.name for p in atlas.parcels] == ["Front (left)", "Left", "Front (right)", "Right"]
        assert atlas.title == "Harvard-Oxford, cort-maxprob-thr0-1mm"
        assert atlas.manifest.source[0].files == ("fetch_atlas_harvard_oxford",)
        assert atlas.manifest.licence.notice == "Not stated; check before you share."

    def test_a_surface_and_lists_of_names(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from sklearn.utils import Bunch

        left = np.zeros(HALF, int)
        left[2000:2300], left[2600:2800] = 1, 2
        names = [b"Unknown", b"Gyrus", b"Medial_wall"]
        monkeypatch.setattr(
            "nilearn.datasets.fetch_atlas_surf_destrieux", lambda: Bunch(map_left=left, map_right=left, labels=names)
        )
        add.add_nilearn("surf_destrieux")
        assert [p.name for p in load_atlas("surf-destrieux").parcels] == ["Gyrus (left)", "Gyrus (right)"]

    def test_names_by_index(self) -> None:
        bunch = {"labels": ["Background", "A"], "indices": ["0", "2001"]}
        assert nilearn_atlases._names(bunch) == {0: "Background", 2001: "A"}

    @pytest.mark.parametrize(
        ("error", "said"),
        [(OSError("no route to host\nmore"), "(no route to host); check the network"), (ValueError("9 no"), "(9 no); choose")],
    )
    def test_no_network(self, error: Exception, said: str, monkeypatch: pytest.MonkeyPatch, refused: Refused) -> None:
        def fails(**_: object) -> None:
            raise error

        monkeypatch.setattr("nilearn.datasets.fetch_atlas_aal", fails)
        assert said in refused("--nilearn", "aal")

    def test_another_space(self, monkeypatch: pytest.MonkeyPatch, refused: Refused) -> None:
        monkeypatch.setattr("nilearn.datasets.fetch_atlas_aal", lambda version: {"template": "Talairach", "maps": "a.nii"})
        assert "is in the space Talairach" in refused("--nilearn", "aal")
