"""Mistakes in lessons and quizzes are found, with file, line and remedy."""

import re
from pathlib import Path

import pytest

from neuroviz.cli import main
from neuroviz.domain import Library
from neuroviz.ui.addresses import address_problems, view_state

LESSON, QUIZ = "lessons/ketamine.yaml", "quizzes/ketamine.yaml"

SLIPS = {
    "unknown claim": (LESSON, "claims: [glutamate-surge,", "claims: [glutamate-surges,", "Did you mean `glutamate-surge`?"),
    "no claim": (
        LESSON,
        "claims: [glutamate-surge, glutamate-most-abundant]",
        "claims: []",
        "needs at least 1. Add what is missing",
    ),
    "unknown reference": (LESSON, "sources: [homayoun2007,", "sources: [homayoun2008,", "no reference `homayoun2008`"),
    "dead glossary term": (
        LESSON,
        "terms: [interneuron,",
        "terms: [interneurons,",
        "There is no term `interneurons` in glossary.yaml",
    ),
    "too long an idea": (
        LESSON,
        "intro: Ketamine quiets",
        f"intro: {'Ketamine ' * 14}quiets",
        "more than the 130 that have room",
    ),
    "no alternative text": (LESSON, "  alt: A circuit of the cortex", "  alt_: A circuit of the cortex", "Did you mean `alt`?"),
    "unknown section": (LESSON, "section: Introduction", "section: Introductions", "Did you mean `Introduction`?"),
    "view that is no address": (
        LESSON,
        "view: /explore?scale=circuit",
        "view: explore?scale=circuit",
        "right form. Write /explore",
    ),
    "two right answers": (LESSON, "{text: PTSD, why", "{text: PTSD, right: true, why", "exactly one option"),
    "id and file": (LESSON, "id: ketamine\norder", "id: ketamin\norder", "Write `id: ketamine`, or rename the file"),
    "step twice": (LESSON, "- id: plug", "- id: promise", "is taken by an entry above"),
    "level": (LESSON, "levels: [standard, expert]", "levels: [standart, expert]", "Did you mean `standard`?"),
    "place in the list": ("lessons/nmda.yaml", "order: 3", "order: 2", "has the same place in the list"),
    "item without an answer": (QUIZ, "  direction: up\n", "", "Does not fit `kind: direction`. Add `direction:`"),
    "item with two answers": (QUIZ, "  direction: up\n", "  direction: up\n  sequence: [a, b, c]\n", "Remove `sequence:`"),
    "unknown hub": (QUIZ, "among: [anterior-mpfc, pcc, dmpfc,", "among: [anterior-mpfc, pcc, dmpfcc,", "Did you mean `dmpfc`?"),
    "answer outside": (
        QUIZ,
        "answer: pcc, among: [anterior-mpfc, pcc,",
        "answer: pcc, among: [anterior-mpfc,",
        "Leaves the answer",
    ),
    "item of no claim": (QUIZ, "claims: [acts-on-nmda-glutamate]", "claims: [acts-on-nmda]", "There is no claim `acts-on-nmda`"),
}


@pytest.mark.parametrize(("file", "old", "new", "said"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_explained(broken, file, old, new, said):
    problems = broken(file, old, new)
    assert any(said in p.message and p.file.endswith(file) and p.line > 1 for p in problems), "\n".join(map(str, problems))


VIEWS = {
    "unknown key": ("?t=24h&clock=strip", "?tt=24h&clock=strip", "No view has the key `tt`."),
    "unknown value": ("?t=24h&clock=strip", "?t=25hours&clock=strip", "`25hours` is not a value of `t`. It may be before,"),
    "key twice": ("?t=24h&clock=strip", "?t=24h&t=4h", "`t` stands in the view twice"),
}


@pytest.mark.parametrize(("old", "new", "said"), VIEWS.values(), ids=VIEWS)
def test_an_unknown_view_is_told_with_its_line(root: Path, capsys, old, new, said):
    path = root / LESSON
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert main(["check", str(root)]) == 1
    assert re.search(rf"ketamine\.yaml:\d\d+:\d+: .*{re.escape(said)}", capsys.readouterr().err)


def test_every_view_of_ours_is_understood():
    assert address_problems() == []


def test_a_view_becomes_a_state():
    assert view_state("/explore?t=24h&compare=side&nothing=1") == {"t": 5, "compare": "side"}


def test_a_new_lesson_is_a_new_file(root: Path):
    text = (root / "lessons/nmda.yaml").read_text("utf-8")
    (root / "lessons/mine.yaml").write_text(text.replace("id: nmda\norder: 3", "id: mine\norder: 4", 1), "utf-8")
    assert [lesson.id for lesson in Library.load(root).lessons] == ["ketamine", "default-mode-network", "nmda", "mine"]
