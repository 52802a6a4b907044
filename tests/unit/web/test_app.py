"""What the server answers, asked without a browser."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import brotli
import pytest
from flask.testing import FlaskClient

from neuroviz.atlas.model import forget_atlases
from neuroviz.resources import atlas_root
from neuroviz.ui import files, frame
from neuroviz.ui.pages import PAGES
from neuroviz.web.app import create_app


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app().server.test_client()


def test_a_page_is_painted_once_though_dash_signs_each_answer(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[str] = []

    def document(page: frame.Page, *rest: Any) -> str:
        painted.append(page.name)
        return real(page, *rest)

    real = frame.document
    monkeypatch.setattr(frame, "document", document)
    first, second = (client.get("/explore?r=0.37").text for _ in range(2))
    assert painted == ["explore"]
    assert first != second
    assert first.split('id="react-entry-point"')[0] == second.split('id="react-entry-point"')[0]
    assert all("_dash-config" in answer and answer.rstrip().endswith("</body>\n</html>") for answer in (first, second))


def test_documents_are_compressed(client: FlaskClient) -> None:
    answer = client.get("/explore", headers={"Accept-Encoding": "br"})
    assert answer.headers["Content-Encoding"] == "br"
    assert len(answer.data) < 60_000


def test_old_link_to_a_view_goes_to_explore(client: FlaskClient) -> None:
    answer = client.get("/?parcel=50")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/explore?parcel=50")


@pytest.mark.parametrize("page", PAGES)
def test_pages_have_their_text_in_the_document(client: FlaskClient, page: str) -> None:
    answer = client.get("/" if page == "home" else f"/{page}")
    assert answer.status_code == 200
    assert "<h1" in answer.text
    assert 'id="react-entry-point"' in answer.text


def test_unknown_path_is_a_404_with_a_sentence(client: FlaskClient) -> None:
    answer = client.get("/nowhere/<script>")
    assert answer.status_code == 404
    assert "There is no such page" in answer.text
    assert "<script>/" not in answer.text
    assert "nowhere/&lt;script&gt;" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        *("/_dashfoo", "/_dash-update-component", "/_reload", "/nv", "/nv/%2fetc/passwd", "////", "//explore", "/explore//"),
        *("/%00", "/nv/%00", f"/nv/{'a' * 300}", f"/nv/{'a/' * 1500}", "/nv/..", "/nv/fonts"),
        *("/_dash-component-suites/dash/nope.js", "/_dash-component-suites/nope/x.js"),
    ],
)
def test_what_is_not_there_is_a_404_without_a_trace(client: FlaskClient, path: str, caplog: pytest.LogCaptureFixture) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert not caplog.records


def test_a_page_may_end_in_a_slash(client: FlaskClient) -> None:
    assert client.get("/explore/").status_code == 200


def test_a_query_of_odd_bytes_is_no_error(client: FlaskClient) -> None:
    assert client.get("/", environ_overrides={"QUERY_STRING": "a=\xff"}).status_code == 302


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the packs in which one byte of an atlas is another."""
    folder = tmp_path / "packs"
    shutil.copytree(atlas_root(), folder)
    monkeypatch.setenv("NEUROVIZ_ATLASES", str(folder))
    labels = folder / "schaefer-100" / "labels.npy"
    labels.write_bytes(labels.read_bytes()[:-1] + b"\x07")
    forget_atlases()
    return folder


def test_a_damaged_pack_is_told_where_it_is_needed(damaged: Path, caplog: pytest.LogCaptureFixture) -> None:
    client = create_app().server.test_client()
    for path in ("/", "/explore"):
        answer = client.get(path)
        assert answer.status_code == 500
        assert "<h1>This page cannot be shown</h1>" in answer.text
        assert "the file labels.npy is damaged" in answer.text
        assert str(damaged) not in answer.text
    answer = client.get("/nv/data/atlas/schaefer-100.js")
    assert (answer.status_code, answer.mimetype) == (500, "text/plain")
    assert "labels.npy is damaged" in answer.text
    assert not any(record.exc_info for record in caplog.records)
    for path in ("/explore?atlas=schaefer-200", "/about", "/data"):
        assert client.get(path).status_code == 200


def test_no_path_of_the_machine_is_told(damaged: Path) -> None:
    client = create_app().server.test_client()
    shutil.rmtree(damaged)
    answer = client.get("/data")
    assert answer.status_code == 500
    assert "The atlas folder does not exist" in answer.text
    assert str(damaged.parent) not in answer.text


def test_a_mistake_of_ours_is_a_page_too(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("neuroviz.web.app.build", broken)
    answer = create_app().server.test_client().get("/about")
    assert answer.status_code == 500
    assert "Something went wrong inside NeuroViz" in answer.text
    assert "secret" not in answer.text
    assert "secret" in caplog.text, "the log has it"


def test_long_address_is_told_so(client: FlaskClient) -> None:
    answer = client.get("/explore?r=" + "1" * 100_000)
    assert answer.status_code == 414
    assert "too long" in answer.text


def test_first_picture_follows_the_address(client: FlaskClient) -> None:
    assert 'data-view="left"' in client.get("/explore?view=left").text
    assert 'data-view="hero"' in client.get("/explore?view=sideways").text


def test_files_are_kept_for_a_year_and_compressed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []

    def compressed(body: bytes, **how: int) -> bytes:
        sizes.append(len(body))
        return real(body, **how)

    real = brotli.compress
    monkeypatch.setattr(brotli, "compress", compressed)
    client = create_app().server.test_client()
    page = client.get("/explore").text
    version = page.split("shell.js?v=")[1].split('"')[0]
    first, second = (client.get(f"/nv/shell.js?v={version}", headers={"Accept-Encoding": "br"}) for _ in range(2))
    assert len(sizes) == 1
    assert first.data == second.data
    for answer in (first, second):
        assert answer.headers["Content-Encoding"] == "br"
        assert "max-age=31536000" in answer.headers["Cache-Control"]
    assert client.get("/nv/../pyproject.toml").status_code == 404
    assert client.get("/nv/data/nothing.js").status_code == 404


def test_content_types(client: FlaskClient) -> None:
    kinds = {"shell.js": "text/javascript", "neuroviz.css": "text/css", "fonts/inter.woff2": "font/woff2"}
    for name, kind in kinds.items():
        assert client.get(f"/nv/{name}").mimetype == kind


def test_every_file_can_be_made(client: FlaskClient) -> None:
    names = list(files.all_names())
    assert len(names) == len(set(names)) > 60
    for name in names:
        assert client.get(f"/nv/{name}").status_code == 200, name


def test_policy_lets_no_other_host_in(client: FlaskClient) -> None:
    policy = client.get("/explore").headers["Content-Security-Policy"]
    assert "http" not in policy
    assert "unsafe-eval" not in policy
    assert "script-src 'self' 'sha256-" in policy


def test_app_starts_without_the_builders_packages() -> None:
    """nilearn takes seconds to import; the app only reads packs."""
    code = (
        "import sys; from neuroviz.web.app import create_app; c = create_app().server.test_client(); c.get('/explore'); "
        "print([m for m in ('nilearn', 'mne', 'nibabel', 'scipy', 'pandas', 'matplotlib') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_dash_brings_no_more_than_its_renderer(client: FlaskClient) -> None:
    page = client.get("/explore").text
    assert "dash_renderer" in page
    assert "react-dom" in page
    assert "/dash/dcc/" not in page


def test_page_weight(client: FlaskClient) -> None:
    """kB gzip: at most 400 until the drawn picture can be used, at most 800 with the 3-D stage."""

    def weight(path: str) -> int:
        return len(gzip.compress(client.get(path).data, 6))

    page = client.get("/explore").text
    first = sum(weight(p) for p in ["/explore", *re.findall(r'(?:src|href)="(/(?:nv|_dash)[^"]+)"', page)])
    first += weight("/nv/fonts/source-serif.woff2")
    assert first < 400_000
    assert first + weight("/nv/stage.js") + weight("/nv/data/cortex.js") < 800_000
