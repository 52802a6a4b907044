"""The report on this machine: every failure comes with what to do."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from neuroviz.cli import main
from neuroviz.doctor import Finding, examine


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


def test_missing_packs_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NEUROVIZ_ATLASES", str(tmp_path))
    assert not finding("Atlas packs").well
    assert "neuroviz atlas build" in str(finding("Atlas packs"))
    monkeypatch.setenv("NEUROVIZ_ATLASES", str(tmp_path / "nothing"))
    assert not finding("Atlas packs").well


def test_missing_chromium_is_only_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEUROVIZ_CHROMIUM", "no-such-browser")
    assert str(finding("Chromium")).startswith("note")


def test_taken_port_fails_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        from neuroviz.web import serve

        real = serve.listen
        monkeypatch.setattr(serve, "listen", lambda host, port: real(host, other.getsockname()[1]))
        assert main(["doctor"]) == 1
    assert "FAIL  Port 8050" in capsys.readouterr().out
