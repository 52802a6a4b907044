"""The film of the network: levels between the moments at which somebody looked, breaks, and the golden vectors for the browser.

Run this file as a script to write the vectors again after a deliberate change.
"""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from neuroviz.atlas import load_atlas
from neuroviz.domain import Library
from neuroviz.domain.scenarios import BASELINES, PEOPLE
from neuroviz.film import edges
from neuroviz.film.network import network_film, payload
from neuroviz.film.time import Timeline
from neuroviz.ui.files import content

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "network.json"
MOMENTS = (0, 0.3, 0.6, 1, 1.5, 2, 2.4, 2.6, 3, 4, 4.5, 5, 5.3, 5.631, 6, 7, 7.5, 7.515, 8)
LIBRARY = Library.load()
SPEC, CLOCK = LIBRARY.scenarios, LIBRARY.clock
FILMS = [(people, baseline) for people in PEOPLE for baseline in BASELINES]


def film(people: str = "patients", baseline: str = "textbook"):
    return network_film(SPEC, CLOCK, people, baseline)


def golden() -> dict[str, object]:
    """Before, now and status of every pair at some moments, as the browser has to get them."""
    return {
        f"{people}/{baseline}": [
            {
                "t": t,
                "pairs": [[round(s.before, 6), round(s.now, 6), s.status, s.change] for s in film(people, baseline).state(t)],
            }
            for t in MOMENTS
        ]
        for people, baseline in FILMS
    }


def written(vectors: dict[str, object]) -> str:
    return json.dumps(vectors, separators=(",", ":")).replace('{"t"', '\n{"t"') + "\n"


def test_golden_vectors_are_fresh():
    assert GOLDEN.read_text(encoding="utf-8") == written(golden()), f"{GOLDEN.name} is stale; run python {Path(__file__).name}"


@pytest.mark.parametrize(("people", "baseline"), FILMS)
def test_every_drawn_level_is_that_of_the_content(people, baseline):
    """At each phase each pair has the level of the content, or stays where it was, for the people who are on screen."""
    timeline, found = Timeline(CLOCK), film(people, baseline)
    for phase in SPEC.phases:
        when = timeline.when(phase.at)
        part = found.part(when)
        for k, pair in enumerate(SPEC.pairs):
            said = [
                c.level
                for c in SPEC.changes
                if (c.pair, c.phase, c.people) == (pair.id, phase.id, part.people) and c.baseline in (None, baseline)
            ]
            state = found.state(when)[k]
            if said and part.measured:
                assert state.now == pytest.approx(said[0], abs=1e-9)
                assert state.status == "seen"
            elif part.measured:
                assert state.status != "seen"
            else:
                assert state.now == state.before == 0


def test_nothing_moves_before_the_infusion():
    for people, baseline in FILMS:
        for t in (0, 0.25, 0.75, 1):
            assert all(s.delta == 0 for s in film(people, baseline).state(t))


def test_a_break_jumps_to_other_people_and_to_their_before():
    found = film()
    assert found.breaks == (0.5, 2.5)
    ahead, after = found.state(2.499)[0], found.state(2.5)[0]
    assert (ahead.before, after.before) == (0.0, 0.4)
    assert ahead.now < 0 < after.now
    assert [found.part(t).people for t in (0.49, 0.5, 2.49, 2.5)] == ["patients", "healthy", "healthy", "patients"]


def test_between_two_scans_levels_go_straight():
    found = film()
    start, middle, end = (found.state(t)[0].now for t in (2.5, 3.75, 5))
    assert middle == pytest.approx((start + end) / 2)
    assert found.state(3.75)[0].status == "between"


def test_what_nobody_measured_is_held_and_told():
    found = film()
    core = [s.id for s in CLOCK.stops].index("14d")
    assert found.state(core)[0].now == found.state(5)[0].now
    assert found.state(core)[0].status == "none"
    assert film(baseline="large-samples").state(5)[0].now == -0.2


def test_the_sedative_is_drawn_during_the_infusion_only():
    found = film("midazolam")
    assert found.state(2)[0].now < 0
    assert all(s.delta == 0 for t in (3, 5, 8) for s in found.state(t))


def test_healthy_before_is_what_was_measured():
    assert all(s.now == 0 and s.status == "reference" for s in film("healthy").state(0))


def test_the_payload_holds_every_film():
    sent = payload(SPEC, CLOCK)
    assert set(sent) == {f"{p}/{b}" for p, b in FILMS}
    for people, baseline in FILMS:
        for part, own in zip(sent[f"{people}/{baseline}"], film(people, baseline).parts, strict=True):
            assert part["start"] == own.start
            assert np.allclose(part["level"][0], own.level[0])


@pytest.mark.parametrize("name", ["schaefer-100", "schaefer-400"])
def test_links_belong_to_the_pair_that_the_content_says(name):
    atlas = load_atlas(name)
    bits, n = edges.ends(atlas, SPEC.pairs), len(SPEC.pairs)
    ids = [p.id for p in SPEC.pairs]

    def pair(a, b):
        k = edges.pair_of(bits[a.index - 1], bits[b.index - 1], n)
        return ids[k] if k >= 0 else None

    core = [p for p in atlas.parcels if p.subsystem == "core"]
    dorsal = [p for p in atlas.parcels if p.subsystem == "dorsal-medial"]
    default = next(p for p in atlas.parcels if p.network7 == "Default")
    assert {pair(a, b) for a in core for b in core if a is not b} <= {"core"}
    assert {pair(a, b) for a in core for b in dorsal} == {"dorsal"}
    assert {pair(a, b) for a in dorsal for b in dorsal if a is not b} == {None}
    for network, expected in (("Cont", "control"), ("DorsAttn", "attention")):
        assert pair(default, next(p for p in atlas.parcels if p.network7 == network)) == expected
    salience = [p for p in atlas.parcels if p.network7 == "SalVentAttn"]
    assert {pair(default, p) for p in salience if "Ins" in p.name} == {"salience"}
    assert {pair(default, p) for p in salience if "Ins" not in p.name} == {None}


def test_guests_are_measured_links_of_their_pair():
    atlas = load_atlas("schaefer-100")
    bits, n = edges.ends(atlas, SPEC.pairs), len(SPEC.pairs)
    found = edges.guests(atlas, SPEC.pairs, SPEC.guests)
    assert {SPEC.pairs[k].id for _, _, k in found} == {"control", "salience", "attention", "prefrontal"}
    for a, b, k in found:
        assert a < b
        assert edges.pair_of(bits[a - 1], bits[b - 1], n) == k
        assert not np.isnan(atlas.connectivity[a - 1, b - 1])


def test_places_outside_the_cortex_have_lines_to_the_cortex():
    found = edges.anchors(load_atlas("schaefer-100"), LIBRARY)
    assert len(found) == 6
    assert all(a.to for a in found)
    assert {SPEC.pairs[a.pair].id for a in found} == {"subgenual", "hippocampus", "striatum"}


def test_the_film_is_light():
    """Both files that an atlas needs, compressed as they are sent, in bytes."""
    names = ("data/film/network.js", "data/film/network/schaefer-400.js")
    assert sum(len(gzip.compress(content(name, LIBRARY, lambda page: page), 9)) for name in names) < 60_000


if __name__ == "__main__":
    GOLDEN.write_text(written(golden()), encoding="utf-8")
