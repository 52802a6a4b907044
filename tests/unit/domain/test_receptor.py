"""Slips in receptor.yaml are told with their place and remedy."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from neuroviz.errors import Problem

SLIPS = {
    "a part that is not drawn": ("- id: gate\n", "- id: gait\n", "The drawing has no part `gait`. Did you mean `gate`?"),
    "a part without words": ("- id: gate\n", "- id: gait\n", "Has no words for gate."),
    "steps out of order": ("- id: shut\n", "- id: trapped\n", "Step 1 should be `shut`."),
    "a step without sources": ("  level: in-vitro\n  sources: [jahr1990]", "  level: in-vitro\n  sources: []", "Has no sources."),
    "a level that runs backwards": ("  low: 0.15\n", "  low: 0.5\n", "Is below `low`."),
    "a reference that is not there": ("sources: [zanos2018, zarate2006]", "sources: [zanos2018, zarate2005]", "zarate2006"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_slip(slip: str, broken: Callable[[str, str, str], list[Problem]]) -> None:
    old, new, told = SLIPS[slip]
    found = [p for p in broken("receptor.yaml", old, new) if p.file.endswith("receptor.yaml") and told in str(p)]
    assert found
    assert found[0].line > 1
