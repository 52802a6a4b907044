"""A frozen copy: what is written, and what is refused."""

from __future__ import annotations

import errno
import re
from pathlib import Path
from typing import Any

import pytest

from neuroviz.atlas.model import forget_atlases
from neuroviz.errors import ExportError, PackError
from neuroviz.export.site import _page as file
from neuroviz.export.site import export_site
from neuroviz.ui.files import all_names
from neuroviz.ui.pages import PAGES


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    export_site(folder)
    return folder


def test_every_page_and_file_is_there(frozen: Path) -> None:
    names = {p.relative_to(frozen).as_posix() for p in frozen.rglob("*") if p.is_file()}
    assert names == {*(file(p) for p in PAGES), *(f"nv/{n}" for n in all_names())}


def test_pages_name_only_files_that_are_there(frozen: Path) -> None:
    for page in PAGES:
        text = (frozen / file(page)).read_text()
        for address in re.findall(r'(?:src|href)="([^"#?]+)', text):
            outside = address.startswith(("https://doi.org/", "https://pubmed.", "data:"))
            assert outside or (frozen / address).is_file(), address


def test_writing_again_is_fine(frozen: Path) -> None:
    assert len(export_site(frozen)) == len(list(frozen.rglob("*.*")))


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("mine")
    with pytest.raises(ExportError, match="holds other files"):
        export_site(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.docx"]


def test_pages_of_others_are_left_alone(tmp_path: Path) -> None:
    for name in ("explore.html", "index.html", "data.html"):
        (tmp_path / name).write_text("mine")
    with pytest.raises(ExportError, match="holds other files"):
        export_site(tmp_path)
    assert {p.read_text() for p in tmp_path.iterdir()} == {"mine"}


@pytest.mark.parametrize("refusing", ["iterdir", "is_file", "mkdir", "write_bytes"])
def test_a_folder_that_may_not_be_used_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusing: str) -> None:
    real = getattr(Path, refusing)

    def refused(path: Path, *words: Any, **options: Any) -> Any:
        if path.is_relative_to(tmp_path):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, *words, **options)

    monkeypatch.setattr(Path, refusing, refused)
    with pytest.raises(ExportError, match=r"cannot be written \(Permission denied\): choose another folder"):
        export_site(tmp_path)


def test_a_pack_that_cannot_be_read_is_not_said_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_text

    def refused(path: Path, *words: Any, **options: Any) -> str:
        if path.parent.name == "schaefer-100":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, *words, **options)

    monkeypatch.setattr(Path, "read_text", refused)
    forget_atlases()
    with pytest.raises(PackError, match=r"'schaefer-100': the file manifest\.json cannot be read \(Permission denied\)"):
        export_site(tmp_path)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(ExportError, match="is a file"):
        export_site(tmp_path / "a")
