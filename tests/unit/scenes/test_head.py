"""The drawn head: every electrode named, at its place, inside or at the rim."""

from __future__ import annotations

from xml.etree import ElementTree

from neuroviz.scenes import head


def drawn() -> ElementTree.Element:
    svg = head.over(["Cz", "T7"], [(0.0, 0.0), (-0.66, 0.0)], ["Electrode Cz", "Electrode T7"], "L", "R", "Head")
    return ElementTree.fromstring(svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1))


def test_electrodes_are_options_with_names() -> None:
    options = [g for g in drawn().iter() if g.get("role") == "option"]
    assert [g.get("aria-label") for g in options] == ["Electrode Cz", "Electrode T7"]
    assert [g.get("data-site") for g in options] == ["cz", "t7"]


def test_left_is_left() -> None:
    assert head.place(-1, 0)[0] < head.MIDDLE[0] < head.place(1, 0)[0]
    assert head.place(0, 1)[1] < head.MIDDLE[1]


def test_ids_begin_with_the_prefix() -> None:
    assert 'id="a-skin"' in head.under("a")
    assert "url(#a-skin)" in head.under("a")
