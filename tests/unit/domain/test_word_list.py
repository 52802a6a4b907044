"""What pages ask for by key is there, and what is filled into a text can be."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from neuroviz.domain import Library, check
from neuroviz.domain.word_list import LIST, OPEN, wanted, word_problems
from neuroviz.domain.yaml_source import Source
from neuroviz.ui import files
from neuroviz.ui.frame import Site, document
from neuroviz.ui.pages import PAGES, build
from neuroviz.ui.state import read
from tools.list_words import lines


def test_the_list_is_that_of_our_content() -> None:
    assert LIST.read_text("utf-8").splitlines() == list(lines()), "run `python -m tools.list_words`"


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("words/evidence.yaml", "ask:", "askk:", "evidence.yaml:5:1: askk: Unknown key `askk`. Did you mean `ask`?"),
        (
            "words/evidence.yaml",
            "ask: People often ask\n",
            "",
            "ask: Is missing. Add `ask:`, as it stands in the original content.",
        ),
        ("words/evidence.yaml", "ask: People", "zzz: 1\nask: People", "zzz: Unknown key `zzz`. Remove it."),
        ("words/evidence.yaml", "ask: People", "ask: {x: y}\nasks: People", "ask: Should be text, not a group"),
        ("words/clock.yaml", "{n} min", "{m} min", "minutes: Nothing is filled in for {m} here. Write {n}."),
        ("words/clock.yaml", "{n} min", "{n min", "minutes: A curly bracket has no partner."),
        ("words/clock.yaml", "play: Play", "play: Play {it}", "play: Nothing is filled in for {it} here. Remove the curly"),
        ("interface.yaml", "brand: NeuroViz", "brand: 7", "frame.brand: Should be text, not `7`."),
        ("interface.yaml", "pcc: {name:", "pcc: {nam:", "callouts.pcc.nam: Unknown key `nam`. Did you mean `name`?"),
    ],
)
def test_what_a_page_would_stumble_over_is_told_once(broken: Any, file: str, old: str, new: str, told: str) -> None:
    found = [str(problem) for problem in broken(file, old, new) if "asks" not in str(problem)]
    assert len(found) == 1
    assert told in found[0]


@pytest.mark.parametrize("name", ["words/scales.yaml", "words", "scenes/circuit.yaml", "scenes"])
def test_files_that_pages_need_are_missed(root: Path, name: str) -> None:
    gone = root / name
    for path in [gone] if gone.is_file() else list(gone.glob("*")):
        path.unlink()
    found = check(root)
    assert found
    assert all(p.message.startswith("The file is missing.") for p in found if name.split("/")[0] in p.file)


def test_a_stray_file_of_words_is_told(root: Path) -> None:
    (root / "words" / "scale.yaml").write_text("a: b")
    assert [p.message for p in check(root)] == ["Nothing reads a file of this name. Did you mean `scales.yaml`?"]


def groups(words: dict[str, Any], loc: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Each text and group, and where it is."""
    for key, value in words.items():
        yield (*loc, key), value
        if isinstance(value, dict):
            yield from groups(value, (*loc, key))


def slips(value: Any) -> list[Any]:
    """What may become of a text or group; None takes it away."""
    if isinstance(value, dict):
        return [None, "x", ["x"]]
    first = [value.replace("{", "{q", 1), value.replace("}", "", 1), value.replace("{", "", 1), value.replace("}", "[0]}", 1)]
    return [None, 5, {"x": "y"}, f"{value} {{", f"{value} {{}}", *(first if "{" in value else [])]


def test_no_single_slip_in_the_words_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some 6,000 of them; where they are told is tested above, and would take long here."""
    monkeypatch.setattr(Source, "place", lambda *_, **__: (1, 1))
    library, passed = Library.load(), []
    for file in wanted():
        words = library.words if file == "interface.yaml" else library.words[Path(file).stem]
        told = {k: v for k, v in words.items() if file != "interface.yaml" or k in wanted()[file]}
        for loc, value in groups(told):
            for slip in slips(value):
                changed = copy.deepcopy(told)
                group = changed
                for key in loc[:-1]:
                    group = group[key]
                if slip is None:
                    del group[loc[-1]]
                else:
                    group[loc[-1]] = slip
                may_go = slip is None and (file, *loc[:-1]) in OPEN
                if not may_go and not word_problems(Source(file, "", changed), file):
                    passed.append((file, loc, slip))
    assert not passed


def rendered(library: Library) -> None:
    site = Site(page=str, files="nv/")
    for name in PAGES:
        document(build(name, library, site, read({})), library, site)
    for name in files.all_names():
        if name.startswith("data/") and not name.startswith(("data/drawn/", "data/slices/")):
            files.content(name, library, str)


@pytest.mark.parametrize("text", ["", "x", None])
def test_what_the_list_lets_pass_breaks_no_page(text: str | None) -> None:
    """Texts without what could be filled in, other texts, no callout, no lesson."""

    def every(words: Any) -> Any:
        if isinstance(words, dict):
            return {key: every(value) for key, value in words.items()}
        return re.sub(r"\{\w+\}", "", words) if text is None else text

    library = Library.load()
    words = every(library.words) | ({"callouts": {}} if text is None else {})
    lessons = () if text is None else library.lessons
    rendered(replace(library, words=words, lessons=lessons))
