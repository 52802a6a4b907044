"""For every test: no test reads the settings of the person who runs it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

# Before any test file is read: some of them list the packs there.
os.environ["NEUROVIZ_USER_ATLASES"] = str(Path(__file__).parent / "no-such-folder")


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other atlas folders and real browser windows stay out of the tests."""
    monkeypatch.delenv("NEUROVIZ_ATLASES", raising=False)
    monkeypatch.setattr("webbrowser.open", lambda *_, **__: pytest.fail("a test opened a browser window"))
