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


@pytest.mark.parametrize("scheme", ["paper", "projector"])
def test_a_picture_of_a_change_says_that_it_is_schematic(scheme: str) -> None:
    text = svg("t=40min", scheme)
    root = ET.fromstring(text)
    assert "Schematic: direction from studies, size chosen for teaching" in text
    assert root.find("{*}title").text.endswith(", 40 min, healthy volunteers")
    kinds = {k for e in root.iter() for k in e.get("class", "").split()}
    assert {"is-up", "is-down", "casing", "rises", "falls", "hollow"} <= kinds
    weaker = next(e for e in root.iter() if e.get("class") == "link is-down")
    assert weaker.get("stroke-dasharray"), "weaker is dashed, not only blue"
    assert "Schematic" not in svg("people=healthy", scheme), "healthy people before are as they were measured"


def test_a_difference_shows_what_changed_and_fades_the_rest() -> None:
    text = svg("t=24h&compare=difference")
    assert "24 h minus before" in text
    root = ET.fromstring(text)
    assert all(e.get("stroke-opacity") == "0.07" for e in root.iter() if "is-quiet" in e.get("class", ""))
    assert "casing" not in text


def links(group: ET.Element) -> dict[str, tuple[str, str]]:
    """Link to its value and the difference from before that is drawn."""
    found = [e for e in group.iter() if e.get("data-value")]
    return {e.get("data-link"): (e.get("data-value"), e.get("data-delta")) for e in found}


@pytest.mark.parametrize("compare", ["side", "wipe"])
def test_a_comparison_is_two_brains(compare: str) -> None:
    text = svg(f"t=24h&compare={compare}&wipe=30")
    root = ET.fromstring(text)
    heads = [e.text for e in root.iter() if e.get("font-weight") == "700"]
    assert heads == ["Before", "24 h"]
    assert root.find("{*}title").text.endswith("24 h, compared with before, patients")
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    groups = [e for e in root if e.tag.endswith("}g") and e.get("clip-path" if compare == "wipe" else "transform")]
    before, now = (links(g) for g in groups)
    assert before.keys() == now.keys()
    assert {delta for _, delta in before.values()} == {"0.000"}
    alone = links(ET.fromstring(svg("t=24h")))
    assert now == alone
    assert len({key for key in now if now[key][0] != before[key][0]}) > 5
    kinds = {k for e in groups[0].iter() for k in e.get("class", "").split()}
    assert not {"is-up", "is-down", "rises", "falls"} & kinds


def test_the_wipe_is_parted_where_the_address_says() -> None:
    at = [int(re.search(r'class="seam" d="M(-?\d+) ', svg(f"t=24h&compare=wipe&wipe={w}"))[1]) for w in (30, 50, 70)]
    assert at == [-800, 0, 800]


def test_a_whole_address_will_do() -> None:
    for before, after in (
        ("http://127.0.0.1:8050/explore?", ""),
        ("/explore?", "#main"),
        ("file:///a/explore.html?", ""),
        ("?", "#x"),
    ):
        assert svg(f"{before}r=0.7{after}") == svg("r=0.7")
    assert svg("http://127.0.0.1:8050/explore") == svg("/explore#main") == svg()
    assert svg("r=0.7").count('class="link') < svg("r=0.5").count('class="link')


@pytest.mark.parametrize(
    ("name", "address", "told"),
    [
        ("brain.png", "", "should end in .svg"),
        ("brain.svg", "atlas=atlantis", "Not understood in the address: atlas"),
        ("brain.svg", "atlas=yeo-7&show=core", "cannot show 'core'"),
        ("brain.svg", "scale=synapse&t=24h", "not the scale 'synapse'"),
        ("brain.svg", "/explore?scale=receptor", "not the scale 'receptor'"),
        ("brain.svg", "http://127.0.0.1:8050/lesson?lesson=ketamine", "not the page 'lesson'"),
        ("brain.svg", "http://[/explore?r=0.7", "is not an address"),
        ("nowhere/brain.svg", "", "choose another folder"),
    ],
)
def test_mistakes_get_a_sentence(tmp_path: Path, name: str, address: str, told: str) -> None:
    with pytest.raises(ExportError, match=re.escape(told)):
        export_picture(tmp_path / name, address)
    assert not list(tmp_path.iterdir())
