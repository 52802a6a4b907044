"""The layout of the ring is that of MNE, and its segments stand where they should."""

from __future__ import annotations

import itertools

import pytest

from neuroviz.scenes.ring import RingPlace, arrange, circular_layout, draw_ring


def test_groups_are_parted_and_the_circle_is_full() -> None:
    angles = circular_layout([2, 3, 1], start=90, separation=6)
    step = (360 - 3 * 6) / 6
    assert [round(b - a, 6) for a, b in itertools.pairwise(angles)] == [step, step + 6, step, step, step + 6]
    assert angles[0] == pytest.approx(90 + 3 + step / 2)
    assert angles[-1] + step / 2 + 3 == pytest.approx(450)


def test_twins_face_each_other() -> None:
    pairs = itertools.product(("left", "right"), "abc")
    places = [RingPlace(i, side, group, "--net-visual") for i, (side, group) in enumerate(pairs, 1)]
    angles = {place.index: angle for place, angle in arrange(places, "abc")}
    for left, right in ((1, 4), (2, 5), (3, 6)):
        assert (angles[left] - 90) == pytest.approx(450 - angles[right])


def test_a_colour_is_a_token() -> None:
    with pytest.raises(ValueError, match="not a colour token"):
        draw_ring([RingPlace(1, "left", "a", "red"), RingPlace(2, "right", "a", "red")], "a")


@pytest.mark.rebuild
def test_layout_equals_the_one_of_mne() -> None:
    import numpy as np
    from mne.viz import circular_layout as theirs

    sizes = [9, 7, 3, 12, 1, 5]
    names = [str(k) for k in range(sum(sizes))]
    starts = np.cumsum([0, *sizes[:-1]])
    wanted = theirs(names, names, start_pos=90, group_boundaries=starts, group_sep=4)
    assert np.allclose(circular_layout(sizes), wanted)
