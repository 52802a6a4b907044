"""Before and after as content: every change says what it rests on, and a mistake comes back with its place."""

from pathlib import Path

import pytest

from neuroviz.domain import Library

# file, text to replace, its replacement, words of the message, field
SLIPS = {
    "a change without a study": (
        "scenarios.yaml",
        "support: [kaiser-within]",
        "support: []",
        "Has 0 entries and needs at least 1.",
        "changes.1.support",
    ),
    "a change without a verdict": (
        "scenarios.yaml",
        "confidence: low, verdict: contested,",
        "confidence: low,",
        "Add `verdict:`",
        "changes.1.verdict",
    ),
    "a change without a confidence": (
        "scenarios.yaml",
        "confidence: low, verdict: contested,",
        "verdict: contested,",
        "Add `confidence:`",
        "changes.1.confidence",
    ),
    "a finding that is not there": (
        "scenarios.yaml",
        "support: [kaiser-within]",
        "support: [kaiser-withn]",
        "Did you mean `kaiser-within`?",
        "changes.1.support.1",
    ),
    "a study that is not there": (
        "scenarios.yaml",
        "key: kaiser2015",
        "key: kaiser2051",
        "There is no reference `kaiser2051`",
        "kaiser-within.key",
    ),
    "a level out of range": (
        "scenarios.yaml",
        "level: 0.4",
        "level: 1.4",
        "above the largest value allowed, 1",
        "changes.1.level",
    ),
    "a level twice": (
        "scenarios.yaml",
        "baseline: large-samples, level: -0.2",
        "baseline: textbook, level: -0.2",
        "has a level at this phase already",
        "changes.2.pair",
    ),
    "a finding better checked than its study": (
        "scenarios.yaml",
        "fell for weeks.\n  checked: false",
        "fell for weeks.\n  checked: true",
        "`siegel2021` itself is not checked.",
        "siegel-subgenual.checked",
    ),
    "a stop without words": ("moments.yaml", "stops: [7d]", "stops: [3d]", "`3d` has words for these people above.", "9.stops.1"),
    "a break at no stop": (
        "scenarios.yaml",
        "after: before, people: healthy",
        "after: befor, people: healthy",
        "Did you mean `before`?",
        "after",
    ),
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_mistake_has_a_place_and_a_remedy(slip, broken):
    file, old, new, words, field = slip
    problems = [p for p in broken(file, old, new) if words in p.message]
    assert problems, "the mistake was not found"
    assert Path(problems[0].file).name == file
    assert problems[0].line > 1
    assert problems[0].field.endswith(field)


@pytest.mark.parametrize("index", range(33))
def test_no_change_stands_without_its_studies(index, root, broken):
    """Take the studies of each change away in turn: `neuroviz check` names the file and a line."""
    text = (root / "scenarios.yaml").read_text("utf-8")
    places = text.split("support: [")
    assert len(places) == 34
    head, rest = "support: [".join(places[: index + 1]), "support: [".join(places[index + 1 :])
    whole = head + "support: [" + rest.partition("]")[0] + "]"
    problems = broken("scenarios.yaml", whole, head + "support: []")
    assert any("support" in p.field and p.line > 1 and p.file.endswith("scenarios.yaml") for p in problems)


def test_levels_are_those_of_the_dossier():
    spec = Library.load().scenarios
    levels = {(c.pair, c.phase, c.people, c.baseline): c.level for c in spec.changes}
    expected = {
        ("core", "before", "patients", "textbook"): 0.4,
        ("core", "before", "patients", "large-samples"): -0.2,
        ("core", "infusion", "healthy", None): -0.5,
        ("core", "h24", "patients", "textbook"): 0.1,
        ("dorsal", "before", "patients", "textbook"): 0.5,
        ("dorsal", "before", "patients", "large-samples"): -0.15,
        ("subgenual", "before", "patients", None): 0.5,
        ("control", "infusion", "healthy", None): 0.3,
        ("attention", "infusion", "healthy", None): 0.5,
        ("salience", "d2", "patients", None): 0.0,
        ("salience", "d10", "patients", None): -0.3,
        ("prefrontal", "d2", "patients", None): -0.3,
        ("striatum", "d2", "patients", None): 0.0,
    }
    assert expected.items() <= levels.items()
    assert ("core", "h24", "patients", "large-samples") not in levels, "no patient study shows a change from this before"


def test_healthy_people_move_the_other_way_where_a_study_says_so():
    spec = Library.load().scenarios
    moved = {(c.people, c.phase): c.level for c in spec.changes if c.pair == "striatum"}
    assert moved["patients", "d2"] > moved["patients", "before"]
    assert moved["healthy", "d2"] < 0
