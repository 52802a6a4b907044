"""Finding the browser of this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuroviz.chromium import find_chromium


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folder that is the whole path of commands."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("NEUROVIZ_CHROMIUM", raising=False)
    for name in ("google-chrome", "special"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    return tmp_path


def test_a_command_on_the_path_is_found(commands: Path) -> None:
    assert find_chromium() == commands / "google-chrome"


def test_the_named_one_comes_first(commands: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEUROVIZ_CHROMIUM", "special")
    assert find_chromium() == commands / "special"
    monkeypatch.setenv("NEUROVIZ_CHROMIUM", str(commands / "google-chrome"))
    assert find_chromium() == commands / "google-chrome"


def test_a_wrong_name_is_not_replaced_in_silence(commands: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEUROVIZ_CHROMIUM", "no-such-browser")
    assert find_chromium() is None


def test_programs_of_windows(commands: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (commands / "google-chrome").unlink()
    program = tmp_path / "Microsoft/Edge/Application/msedge.exe"
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    monkeypatch.setattr("shutil.which", lambda command: None)
    assert find_chromium() == program
