"""What the server answers, asked without a browser."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
from typing import Any

import brotli
import pytest
from flask.testing import FlaskClient

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
