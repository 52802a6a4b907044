"""A frozen copy: what is written, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from neuroviz.errors import ExportError
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


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(ExportError, match="is a file"):
        export_site(tmp_path / "a")
