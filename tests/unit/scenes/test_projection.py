"""The camera, the curve of a link, and the golden vectors for the browser's copy of the rule.

Run this file as a script to write the vectors again after a deliberate change.
"""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from neuroviz.scenes.projection import bend, link_path, nearness, project, scale_at
from neuroviz.viewpoints import CENTRE, DISTANCE, VIEWPOINTS, Vec3

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "projection.json"
POINTS: tuple[Vec3, ...] = (
    (-6.0, -52.0, 33.0),
    (7.5, 55.25, -4.5),
    (-52.0, -61.0, 29.0),
    (58.0, -9.0, -22.0),
    (-17.9, 30.0, 48.0),
    (18.0, -33.0, -17.0),
)


def golden() -> dict[str, object]:
    """Points, controls and paths from every viewpoint, as the browser has to get them."""
    pairs = [(a, c) for i, a in enumerate(POINTS) for c in POINTS[i + 1 :]]
    return {
        "points": POINTS,
        "project": {v: [[round(n, 6) for n in project(p, v)] for p in POINTS] for v in VIEWPOINTS},
        "links": [
            {
                "a": a,
                "c": c,
                "bend": [round(n, 6) for n in bend(a, c)],
                "path": {v: link_path(a, c, v) for v in VIEWPOINTS},
            }
            for a, c in pairs
        ],
    }


def written(vectors: dict[str, object]) -> str:
    return json.dumps(vectors, indent=1, sort_keys=True) + "\n"


def test_golden_vectors_are_fresh():
    assert GOLDEN.read_text(encoding="utf-8") == written(golden()), f"{GOLDEN.name} is stale; run python {Path(__file__).name}"


@pytest.mark.parametrize("view", VIEWPOINTS)
def test_centre_is_in_the_middle(view: str):
    x, y, depth = project(CENTRE, view)
    assert (x, y, depth) == pytest.approx((0, 0, DISTANCE), abs=1e-9)


def test_left_is_left_and_up_is_up():
    cx, cy, cz = CENTRE
    left, anterior, superior = (cx - 10, cy, cz), (cx, cy + 10, cz), (cx, cy, cz + 10)
    mm = scale_at(DISTANCE)
    assert project(anterior, "left")[0] == pytest.approx(-10 * mm)
    assert project(anterior, "right")[0] == pytest.approx(10 * mm)
    assert project(superior, "left")[1] == pytest.approx(-10 * mm)
    assert project(left, "top")[0] < 0 < project(left, "front")[0]
    assert project(anterior, "top")[1] < 0
    assert project(left, "left")[2] == pytest.approx(DISTANCE - 10)


def test_half_the_pane_is_the_field_of_view():
    edge = DISTANCE * math.tan(math.radians(12))
    assert project((0.0, CENTRE[1], CENTRE[2] + edge), "left")[1] == pytest.approx(-2000)


def test_bend_arches_the_midline_and_pulls_the_rest_inwards():
    arch = bend((-5.0, 50.0, 0.0), (5.0, -50.0, 0.0))
    assert arch == pytest.approx((0, 0, 0.42 * math.dist((-5, 50), (5, -50))))
    pulled = bend((-50.0, 0.0, 0.0), (-50.0, -40.0, 0.0))
    assert pulled == pytest.approx((-33.0, -20 + 0.34 * 3, 0.34 * 12 + 0.16 * 40))


def test_near_half_is_clear_and_the_far_side_fades():
    assert nearness(DISTANCE - 60) == 1
    assert nearness(DISTANCE + 80) == 0
    assert 0 < nearness(DISTANCE) < 1


if __name__ == "__main__":
    GOLDEN.write_text(written(golden()), encoding="utf-8")
