"""A view as a vector picture of its own."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from neuroviz.errors import ExportError
from neuroviz.export.picture import export_picture, svg


def test_picture_says_what_it_is() -> None:
    text = svg("show=core&view=left")
    root = ET.fromstring(text)
    assert root.find("{*}title").text == "Core of the default mode network (Schaefer 2018, 100 parcels)"
    assert "Human Connectome Project" in text
    assert not re.search(r"var\(|https?://(?!www\.w3\.org)", text), "no colour from elsewhere, no other host"


def test_a_map_without_connectivity_names_itself_as_its_source() -> None:
    text = svg("atlas=yeo-7&show=all")
    assert "Published map: Yeo 2011" in text
    assert "Human Connectome Project" not in text


def test_a_whole_address_will_do() -> None:
    assert svg("http://127.0.0.1:8050/explore?r=0.7") == svg("r=0.7")
    assert svg("r=0.7").count('class="link') < svg("r=0.5").count('class="link')


@pytest.mark.parametrize(
    ("name", "address", "told"),
    [
        ("brain.png", "", "should end in .svg"),
        ("brain.svg", "atlas=atlantis", "Not understood in the address: atlas"),
        ("brain.svg", "atlas=yeo-7&show=core", "cannot show 'core'"),
        ("nowhere/brain.svg", "", "choose another folder"),
    ],
)
def test_mistakes_get_a_sentence(tmp_path: Path, name: str, address: str, told: str) -> None:
    with pytest.raises(ExportError, match=re.escape(told)):
        export_picture(tmp_path / name, address)
    assert not list(tmp_path.iterdir())
