"""The arithmetic of the tables; no time is measured here."""

from __future__ import annotations

import pytest

from tests.bench.pages import MEASURES, NEUROVIZ, Bar, notes, pooled, table
from tests.bench.scene import HALF, LINKS, scene
from tests.bench.server import NAMED
from tests.bench.visit import Target, Visit, gzipped


def rows(markdown: str) -> dict[str, list[str]]:
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in markdown.splitlines()]
    return {row[0]: row[1:] for row in cells}


def test_bars_hold_or_not() -> None:
    ours = Visit(usable_bytes=399_000, all_bytes=801_000, picture=500, keys=[44, 44, 90], settled=True)
    niivue = Visit(picture=1000, keys=[60], settled=True)
    told = rows(table({NEUROVIZ: [ours], "niivue": [niivue]}))
    assert told["kB gzip until usable"][-1] == "yes"
    assert told["kB gzip in all"][-1] == "**no**"
    assert told["first 3-D picture, ms"] == [
        "500",
        "1,000 (0.50)",
        "≤ 0.6 × niivue, ≤ 0.25 × nilearn",
        "yes, as far as measured",
    ]
    assert told["slider to paint, ms, median"][-1] == "yes"
    assert told["slider to paint, ms, p95"][-1] == "**no**"
    assert told["rotation, ms, median"] == ["–", "–", "≤ 0.5 × niivue, ≤ 2 × webgl", ""]


def test_samples_of_all_visits_count_together() -> None:
    visits = [Visit(keys=[float(n) for n in range(1, 51)]), Visit(keys=[float(n) for n in range(51, 101)])]
    assert pooled(lambda v: v.keys, 0.5)(visits) == 50
    assert pooled(lambda v: v.keys, 0.95)(visits) == 95
    assert pooled(lambda v: v.keys, 0.95)([]) is None


def test_a_bar_of_a_peer_that_was_not_measured() -> None:
    assert Bar(0.5, "niivue").limit({"niivue": 200}) == 100
    assert Bar(0.5, "niivue").limit({}) is None
    assert str(Bar(0.5, "niivue")) == "≤ 0.5 × niivue"


def test_notes_name_what_spoils_a_figure() -> None:
    spoilt = Visit(keys_lost=2, settled=False, errors=["too bad"], others=1.5)
    told = " ".join(notes({"niivue": [spoilt]}))
    assert "2 keys" in told
    assert "1 of 1 visits never settled" in told
    assert "too bad" in told
    assert "1.5 cores" in told
    assert notes({"niivue": [Visit(settled=True)]}) == []


def test_every_bar_names_a_page_that_is_served() -> None:
    from tests.bench.peers import entries

    names = {Target.read(entry).name for entry in entries("http://127.0.0.1:1")}
    assert {bar.peer for measure in MEASURES for bar in measure.bars} - {""} <= names


def test_a_misspelt_key_in_peers_json() -> None:
    with pytest.raises(ValueError, match="unknown keys: sliders"):
        Target.read({"name": "a", "url": "b", "sliders": "#t"})


def test_the_scene_of_the_peers() -> None:
    shown = scene()
    assert len(shown.nodes) == 24
    assert len(shown.r) == LINKS
    assert (shown.r[:-1] >= shown.r[1:]).all()
    assert shown.light.max() < 2 * HALF
    # The light mesh is a mesh over the same vertices: no side of a face is longer than a few of the fine one.
    a, b = shown.vertices[shown.light[:, 0]], shown.vertices[shown.light[:, 1]]
    assert ((a - b) ** 2).sum(1).max() < 30**2


def test_what_a_page_names() -> None:
    page = '<script src="/a.js" defer></script><link rel="stylesheet" href="/b.css"><a href="/c">c</a>'
    assert NAMED.findall(page) == ["/a.js", "/b.css"]


def test_sizes_are_those_of_gzip_6() -> None:
    assert gzipped(b"a" * 100_000) < 200
