"""An atlas that a person added, in the app and in a frozen copy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from neuroviz.atlas import load_atlas, load_pack
from neuroviz.atlas.build.add import NOT_STATED, NOTICE
from neuroviz.atlas.model import _readable, forget_atlases
from neuroviz.atlas.own import keep
from neuroviz.atlas.packs import LICENSE, write_pack
from neuroviz.domain import Library
from neuroviz.export.site import export_site
from neuroviz.ui import files, network
from neuroviz.ui.state import described, read
from neuroviz.web.app import create_app


def own(name: str, title: str, networks: tuple[str, ...]) -> None:
    """Keep those parcels of Schaefer-100 that lie in ``networks`` as an atlas of one's own."""
    old = load_atlas("schaefer-100")
    rows = [r for r in json.loads(load_pack("schaefer-100").text("parcels.json")) if r["network7"] in networks]
    labels = np.zeros(20_484, np.uint16)
    for k, row in enumerate(rows, start=1):
        labels[old.labels == row["index"]] = k
        row.update(index=k, name17="", name=f"Region {k}")
    given: dict[str, Any] = {"kind": "parcellation", "space": "", "description": "", "source": [], "processing": []}
    texts = {"parcels.json": json.dumps(rows), LICENSE: NOTICE}
    more: dict[str, Any] = {"licence": NOT_STATED, "citations": [], "arrays": {"labels": labels}, "texts": texts}
    keep(name, lambda folder: write_pack(folder, id=name, title=title, **given, **more))


@pytest.fixture(autouse=True)
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEUROVIZ_USER_ATLASES", str(tmp_path / "mine"))
    own("yeo-class", "Our <class> map", ("Default", "Vis"))
    own("seen", "Visual only", ("Vis",))


def test_the_address_and_the_browser_know_it() -> None:
    assert read({"atlas": "yeo-class"})["atlas"] == "yeo-class"
    assert read({"atlas": "nothing"}).ignored == ("atlas",)
    options = next(p["options"] for p in described() if p["key"] == "atlas")
    assert options[-2:] == ("seen", "yeo-class")
    assert read({"parcel": "2000"})["parcel"] == 2000


def test_the_page_lists_and_shows_it() -> None:
    client = create_app().server.test_client()
    page = client.get("/explore?atlas=yeo-class").text
    assert '<optgroup label="Added by you">' in page
    assert "Our &lt;class&gt; map</option>" in page
    assert 'data-atlas="yeo-class"' in page
    drawn = page.split('data-atlas="yeo-class"')[1].split("</svg>")[0]
    assert drawn.count("data-node=") == 24  # the default parcels of Schaefer-100
    assert "Visual only" in client.get("/data").text
    assert NOTICE in client.get("/data").text


def test_without_a_default_network_all_is_shown() -> None:
    atlas = load_atlas("seen")
    assert "dmn" not in network.selections(atlas)
    assert create_app().server.test_client().get("/explore?atlas=seen").status_code == 200


def test_its_files_have_territory_in_3d_and_an_empty_drawn_layer() -> None:
    library = Library.load()
    text = files.content("data/atlas/yeo-class.js", library, str).decode()
    data = json.loads(text.removeprefix('neuroviz.give("atlas/yeo-class",').removesuffix(")"))
    assert (data["kind"], data["connectivity"]) == ("parcels", None)
    assert data["labels"]
    assert [p["v"] for p in data["parcels"]] == [p.vertex for p in load_atlas("yeo-class").parcels]
    drawn = files.content("data/drawn/left/yeo-class.js", library, str).decode()
    assert 'class=\\"territory\\"' in drawn
    assert "<path" not in drawn


def test_a_frozen_copy_takes_it_along(tmp_path: Path) -> None:
    export_site(tmp_path / "site")
    assert (tmp_path / "site/nv/data/atlas/yeo-class.js").is_file()
    assert (tmp_path / "site/nv/data/drawn/hero/seen.js").is_file()
    assert "Visual only" in (tmp_path / "site/explore.html").read_text(encoding="utf-8")


def test_a_damaged_one_is_left_out_and_told_in_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name, damage in (("seen", b"\0"), ("yeo-class", b"")):
        file = tmp_path / "mine" / name / ("labels.npy" if damage else "manifest.json")
        file.write_bytes(damage)
    forget_atlases()
    _readable.cache_clear()
    client = create_app().server.test_client()
    pages = [client.get(path) for path in ("/explore", "/explore?atlas=yeo-7&beside=atlases", "/explore?atlas=seen", "/data")]
    assert [page.status_code for page in pages] == [200] * 4
    assert not any("Our &lt;class&gt; map" in page.text or "Visual only" in page.text for page in pages)
    assert client.get("/nv/data/places.js").status_code == 200
    assert client.get("/nv/data/atlas/seen.js").status_code == 404
    told = [message for message in caplog.messages if message.startswith("Left out: ")]
    assert len(told) == 2
    assert "neuroviz atlas remove seen" in told[0]


def test_files_are_fetched_again_when_an_atlas_is_added() -> None:
    before = files.version()
    own("third", "Third", ("Limbic",))
    assert files.version() != before


def test_files_are_fetched_again_when_the_code_that_makes_them_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "__file__", str(tmp_path / "ui" / "files.py"))
    made = tmp_path / "film.py"
    made.write_text("LEVEL = 1")
    before = files.version()
    made.write_text("LEVEL = 2")
    assert files.version() != before
