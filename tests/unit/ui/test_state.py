"""The address: what is understood, what is ignored."""

from __future__ import annotations

import pytest

from neuroviz.ui.state import PARAMETERS, described, read


def test_nothing_asked_gives_the_defaults() -> None:
    state = read({})
    assert state.ignored == ()
    assert state.values == {p.key: p.default for p in PARAMETERS}


@pytest.mark.parametrize(
    ("key", "raw", "value"),
    [
        ("r", "0.55", 0.55),
        ("parcel", "50", 50),
        ("isolate", "1", True),
        ("view", "top", "top"),
        ("camera", "-90,4,470", "-90,4,470"),
    ],
)
def test_understood(key: str, raw: str, value: object) -> None:
    assert read({key: raw})[key] == value


@pytest.mark.parametrize(
    ("key", "raw"),
    [
        ("r", "2"),
        ("r", "nan"),
        ("r", "1e3"),
        ("parcel", "-1"),
        ("parcel", "1.5"),
        ("parcel", "2001"),
        ("view", "sideways"),
        ("isolate", "yes"),
        ("camera", "1,2"),
        ("<script>", "1"),
    ],
)
def test_ignored_and_named(key: str, raw: str) -> None:
    state = read({key: raw, "show": "all"})
    assert state.ignored == (key,)
    assert state["show"] == "all"


def test_browser_reads_the_same_table() -> None:
    assert [p["key"] for p in described()] == [p.key for p in PARAMETERS]
    assert all("default" in p for p in described())
