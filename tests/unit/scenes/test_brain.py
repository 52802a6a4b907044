"""The drawn brain: what is in it, that every word is escaped, and that a file needs nothing else."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from neuroviz import theme
from neuroviz.scenes.brain import draw_brain, draw_shell, draw_territory
from neuroviz.scenes.brain_file import Pane, draw_file
from neuroviz.scenes.labels import LabelSpace
from neuroviz.scenes.links import draw_links
from neuroviz.scenes.nodes import draw_nodes
from neuroviz.scenes.picture import DrawnNode, DrawnWords
from tests.unit.scenes.pictures import HOSTILE, WORDS, parcels, picture, view

SVG = "{http://www.w3.org/2000/svg}"


def tree(markup: str) -> ElementTree.Element:
    return ElementTree.fromstring(markup)


def by_class(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [e for e in root.iter() if name in e.get("class", "").split()]


def test_groups_stand_in_the_order_of_drawing():
    root = tree(draw_brain(view(), parcels(), picture()))
    assert [group.get("class") for group in root] == ["shell", "territory", "links", "nodes", "labels"]
    assert root.get("viewBox") == "-2000 -1786 4000 3571"
    assert root.get("class") == "drawn"


def test_marks_can_be_found_by_parcel_and_link():
    root = tree(draw_brain(view(), parcels(), picture()))
    assert {e.get("data-parcel") for e in root.iter() if e.get("data-parcel")} == {"50", "7"}
    assert [e.get("data-link") for e in by_class(root, "link")] == ["50-41", "50-96"]
    assert {e.get("data-node") for e in by_class(root, "node")} == {"50", "41", "49", "96"}


def test_only_tinted_parcels_carry_a_colour():
    root = tree(draw_territory(parcels(), {50: "--node-core"}))
    assert {e.get("data-parcel"): e.get("style") for e in root} == {"50": "--c:var(--node-core)", "7": None}


def test_shape_tells_the_subsystem():
    root = tree(draw_nodes(view(), picture()))
    solids = {n.get("data-node"): by_class(n, "solid")[0].tag for n in by_class(root, "node")}
    assert solids == {"50": "circle", "41": "path", "49": "rect", "96": "circle"}


def test_far_nodes_come_first_and_are_fainter():
    root = tree(draw_nodes(view("left"), picture()))
    nodes = by_class(root, "node")
    faint = [float(re.search(r"--f:([\d.]+)", n.get("style", ""))[1]) for n in nodes]
    assert [nodes[0].get("data-node"), nodes[-1].get("data-node")] == ["96", "41"]
    assert faint == sorted(faint)
    assert faint[0] < faint[-1]


def test_hidden_hemisphere_is_left_out():
    root = tree(draw_brain(view("medial-left"), parcels("medial-left"), picture()))
    assert "96" not in {e.get("data-node") for e in root.iter()}
    assert [e.get("data-link") for e in by_class(root, "link")] == ["50-41"]


def test_choice_dims_the_rest():
    chosen = dataclasses.replace(picture(), selected=1, bright=frozenset({0, 1}))
    nodes, links = tree(draw_nodes(view(), chosen)), tree(draw_links(view(), chosen))
    assert {n.get("data-node") for n in by_class(nodes, "is-dim")} == {"49", "96"}
    assert [n.get("data-node") for n in by_class(nodes, "is-selected")] == ["41"]
    assert [e.get("data-link") for e in by_class(links, "is-dim")] == ["50-96"]


def test_ids_begin_with_the_key_and_are_all_defined():
    first, second = (draw_brain(view(), parcels(), dataclasses.replace(picture(), key=k)) for k in "ab")
    ids = [set(re.findall(r' id="([^"]+)"', markup)) for markup in (first, second)]
    assert not ids[0] & ids[1]
    assert set(re.findall(r"url\(#([^)]+)\)", first)) == ids[0]
    assert '"a-sky"' in draw_shell(view(), "a")


@pytest.mark.parametrize("standalone", [False, True])
def test_every_word_is_escaped(standalone: bool):
    words = DrawnWords(HOSTILE, HOSTILE, HOSTILE)
    wide = dataclasses.replace(picture(HOSTILE, HOSTILE), space=LabelSpace(-9000, -1786, 9000, 1786))
    markup = draw_file(view(), parcels(), [Pane(wide, HOSTILE)], words) if standalone else draw_brain(view(), parcels(), wide)
    root = tree(markup)
    assert "<script" not in markup
    assert [e.text for e in by_class(root, "name")] == [HOSTILE]
    assert [e.text for e in by_class(root, "line")] == [HOSTILE]
    assert [n.get("aria-label") for n in by_class(root, "node") if n.get("data-node") == "50"] == [HOSTILE]
    if standalone:
        assert [root.find(f"{SVG}{tag}").text for tag in ("title", "desc")] == [HOSTILE, HOSTILE]


@pytest.mark.parametrize(
    ("node", "message"),
    [
        (DrawnNode(1, (0.0, 0.0, 0.0), "red;}"), "not a colour token"),
        (
            DrawnNode(1, (0.0, 0.0, 0.0), "--node-core", attributes={"a b": ""}),
            "not the name of an attribute",
        ),
    ],
)
def test_colours_and_attribute_names_are_checked(node: DrawnNode, message: str):
    with pytest.raises(ValueError, match=message):
        draw_nodes(view(), dataclasses.replace(picture(), nodes=(node,)))


@pytest.mark.parametrize("scheme", theme.SCHEMES)
def test_file_of_its_own_needs_nothing_else(scheme: str):
    markup = draw_file(view(), parcels(), [Pane(picture(), "24 h")], WORDS, scheme=scheme)
    root = tree(markup)
    assert not re.search(r"var\(|calc\(|<style|href|@import|--[a-z]+:", markup)
    assert (root.get("role"), root.get("aria-labelledby")) == ("group", "drawn-title drawn-desc")
    assert theme.value("node-core", scheme) in markup
    assert WORDS.source in [e.text for e in root.iter(f"{SVG}text")]
    left, top, width, height = (int(n) for n in root.get("viewBox").split())
    for text in root.iter(f"{SVG}text"):
        assert left <= int(text.get("x")) <= left + width
        assert top <= int(text.get("y")) <= top + height


@pytest.mark.parametrize("basis", ["data", "model", "schematic"])
def test_each_basis_has_its_own_mark(basis: str):
    marks = {
        b: draw_file(view(), parcels(), [Pane(picture())], dataclasses.replace(WORDS, basis=b))
        for b in ("data", "model", "schematic")
    }
    assert sum(marks[basis] == other for other in marks.values()) == 1


def test_same_input_gives_the_same_text():
    first, second = (draw_brain(view(), parcels(), picture()) for _ in range(2))
    assert first == second


def test_scenes_import_only_the_standard_library():
    modules = [p.stem for p in Path(sys.modules["neuroviz.scenes"].__path__[0]).glob("*.py")]
    names = ", ".join(f"neuroviz.scenes.{m}" for m in modules if m != "__init__")
    code = f"import sys, {names}; print(*{{m.split('.')[0] for m in sys.modules}} - sys.stdlib_module_names)"
    found = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert set(found.stdout.split()) - {"__main__"} == {"neuroviz"}
