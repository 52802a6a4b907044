"""The report on this machine: every failure comes with what to do."""

from __future__ import annotations

import shutil
import socket
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from neuroviz.cli import main
from neuroviz.doctor import BROWSER_FILES, Finding, examine
from neuroviz.resources import asset_root, atlas_root


def finding(what: str) -> Finding:
    return next(finding for finding in examine() if finding.what == what)


def test_a_finding_shows_its_remedy_only_when_needed() -> None:
    assert str(Finding("Port", True, "free.", "End it.")) == "ok    Port: free."
    assert str(Finding("Port", False, "taken.", "End it.")) == "FAIL  Port: taken. End it."
    assert str(Finding("Port", False, "taken.", "End it.", optional=True)) == "note  Port: taken. End it."


def test_missing_browser_files_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("neuroviz.resources.asset_root", lambda: tmp_path)
    assert "stage.js" in finding("Browser files").note
    assert "make run" in str(finding("Browser files"))


def test_every_browser_file_is_looked_for() -> None:
    built = {p.relative_to(asset_root()).as_posix() for p in asset_root().rglob("*") if p.is_file() and p.suffix != ".txt"}
    assert set(BROWSER_FILES) == built


@pytest.mark.parametrize(("page", "well"), [('<script id="nv-config">', True), ("<p>Something else</p>", False)])
def test_a_port_that_neuroviz_has_is_no_failure(monkeypatch: pytest.MonkeyPatch, page: str, well: bool) -> None:
    class Other(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Other) as server:
        Thread(target=server.handle_request, daemon=True).start()
        monkeypatch.setattr("neuroviz.doctor.PORT", server.server_port)
        found = finding("Port 8050")
    assert found.well is well
    assert ("NeuroViz runs there already" in found.note) is well


def test_missing_packs_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NEUROVIZ_ATLASES", str(tmp_path))
    assert not finding("Atlas packs").well
    assert "neuroviz atlas build" in str(finding("Atlas packs"))
    monkeypatch.setenv("NEUROVIZ_ATLASES", str(tmp_path / "nothing"))
    assert not finding("Atlas packs").well


def test_a_pack_that_should_be_there_is_missed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shutil.copytree(atlas_root(), tmp_path / "packs")
    monkeypatch.setenv("NEUROVIZ_ATLASES", str(tmp_path / "packs"))
    shutil.rmtree(tmp_path / "packs" / "fsaverage5")
    assert str(finding("Atlas packs")).startswith("FAIL  Atlas packs: The atlas pack 'fsaverage5' is missing; run `neuroviz")


def test_missing_chromium_is_only_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEUROVIZ_CHROMIUM", "no-such-browser")
    assert str(finding("Chromium")).startswith("note")


def test_taken_port_fails_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        from neuroviz.web import serve

        real = serve.listen
        monkeypatch.setattr(serve, "listen", lambda host, port: real(host, other.getsockname()[1]))
        assert main(["doctor"]) == 1
    assert "FAIL  Port 8050" in capsys.readouterr().out
