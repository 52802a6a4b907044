"""Callouts never lie on one another or on the brain, and stay in the pane, from every viewpoint."""

from __future__ import annotations

import itertools
import random

import pytest

from neuroviz.atlas.drawn_views import load_drawn_view
from neuroviz.scenes.labels import Anchored, Box, LabelSpace, place, spread
from neuroviz.viewpoints import VIEWPOINTS

NAMES = (
    ("Posterior cingulate", "inward attention"),
    ("Medial prefrontal", "“does this matter to me?”"),
    ("Angular gyrus", "memory meets meaning"),
    ("Dorsal medial prefrontal", "thinking about minds"),
    ("Lateral temporal", "the meaning of words"),
    ("Parahippocampal", "place and context"),
)
SPACES = {
    "laptop": LabelSpace(),
    "narrow": LabelSpace(-2400, -1786, 2400, 1786),
    "phone": LabelSpace(-1950, -2500, 1950, 2500, unit=10.3, most=3),
    "projector": LabelSpace(-3600, -1786, 3600, 1786, unit=9.0, most=5),
}


def crossing(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@pytest.mark.parametrize("space", SPACES.values(), ids=SPACES)
@pytest.mark.parametrize("view", VIEWPOINTS)
def test_no_label_lies_on_another(view: str, space: LabelSpace):
    brain = load_drawn_view(view).box()
    seeds = random.Random(7)
    for _ in range(60):
        labels = [Anchored(seeds.uniform(brain[0], brain[2]), seeds.uniform(brain[1], brain[3]), *words) for words in NAMES]
        placed = place(labels, brain, space)
        assert len(placed) <= space.most
        for a, b in itertools.combinations([p.box for p in placed], 2):
            assert not crossing(a, b)
        for p in placed:
            assert space.left - 1 <= p.box[0] < p.box[2] <= space.right + 1
            assert space.top - 1 <= p.box[1] < p.box[3] <= space.bottom + 1
            assert not crossing(p.box, brain)


def test_wide_pane_has_room_for_all_six():
    brain = (-1758, -1434, 1614, 1422)
    labels = [Anchored(-900 + 360 * i, -800 + 300 * i, *words) for i, words in enumerate(NAMES)]
    placed = place(labels, brain, LabelSpace())
    assert len(placed) == 6
    assert {p.side for p in placed} == {"left", "right"}


def test_least_important_label_gives_way():
    brain = (-1700, -1400, 1700, 1400)
    labels = [Anchored(-1500, 0, *words) for words in NAMES]
    short = LabelSpace(top=-400, bottom=400)
    kept = [p.label.name for p in place(labels, brain, short)]
    assert set(kept) < {name for name, _ in NAMES}
    assert NAMES[0][0] in kept


def test_leader_ends_short_of_its_anchor():
    label = Anchored(1000, -200, *NAMES[0])
    leader = place([label], (-1700, -1400, 1700, 1400), LabelSpace())[0].leader
    x, y = leader[-1]
    assert ((x - 1000) ** 2 + (y + 200) ** 2) ** 0.5 == pytest.approx(5 * 6.5)


def test_spread_keeps_order_and_bounds():
    starts = spread([5, 4, 90], [10, 10, 20], 0, 100, 5)
    assert starts == [5, 20, 80]
    assert place([], (0, 0, 1, 1), LabelSpace()) == ()
