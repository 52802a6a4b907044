"""Conditions, safety and the evidence page: mistakes are told with their place."""

from pathlib import Path

import pytest

SLIPS = {
    "condition of an unknown claim": ("conditions.yaml", "claim: ptsd", "claim: ptds", "There is no claim `ptds`", "ptsd.claim"),
    "range that runs backwards": ("conditions.yaml", "low: 4", "low: 5", "Is above `high`.", "trd-short.low"),
    "height above the top": ("conditions.yaml", "low: 4", "low: 6", "above the largest value allowed, 5", "trd-short.low"),
    "safety fact with an unknown source": (
        "safety.yaml",
        "sources: [janik2025]",
        "sources: [janik2026]",
        "There is no reference `janik2026`",
        "effects.more.5.sources.1",
    ),
    "safety fact of an unknown claim": (
        "safety.yaml",
        "claim: addictive-if-misused",
        "claim: addictive",
        "There is no claim `addictive`",
        "later.1.claim",
    ),
    "more than all people": ("safety.yaml", "drug: 41", "drug: 141", "above the largest value allowed", "effects.rows.1.drug"),
    "question about an unknown claim": (
        "evidence.yaml",
        "claim: ketamine-regrows-synapses",
        "claim: ketamine-regrows",
        "There is no claim `ketamine-regrows`",
        "questions.1.claim",
    ),
    "view at a stop that is not there": ("evidence.yaml", "t: 40min", "t: 45min", "The clock has no stop `45min`", "shown.3.t"),
    "view at no scale": ("evidence.yaml", "scale: receptor", "scale: receptr", "Did you mean `receptor`", "shown.1.scale"),
    "statement with an unknown claim": (
        "views.yaml",
        "claims: [dmn-definition-self-focus]",
        "claims: [dmn-definition]",
        "There is no claim `dmn-definition`",
        "dmn.statements.2.claims.1",
    ),
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_with_file_line_and_remedy(slip, root, broken):
    file, old, new, words, field = slip
    line = (root / file).read_text("utf-8").partition(old)[0].count("\n") + 1
    problems = [p for p in broken(file, old, new) if words in p.message]
    assert [(Path(p.file).name, p.field) for p in problems] == [(file, field)]
    assert problems[0].line == line
