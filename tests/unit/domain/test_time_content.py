"""Regimens and trials: numbers of the dossier, and what is said about a mistake in their files."""

from __future__ import annotations

import pytest

from neuroviz.domain import Library


@pytest.fixture(scope="module")
def trials():
    return Library.load().trials


def of(trials, trial):
    return next(t for t in trials.trials if t.id == trial)


def test_the_masked_trial_is_there_day_by_day(trials):
    lii = of(trials, "lii2023")
    assert [(p.day, p.drug, p.control) for p in lii.response] == [
        (1, 60.0, 50.0), (2, 50.0, 60.0), (3, 45.0, 50.0), (5, 36.8, 42.1), (7, 31.6, 36.8), (14, 42.1, 57.9),
    ]  # fmt: skip
    remission = [(50, 35), (55, 40), (40, 40), (36.8, 31.6), (31.6, 57.9), (42.1, 47.4)]
    assert [(p.drug, p.control) for p in lii.remission] == remission


def test_the_gap_has_its_interval_and_its_end(trials):
    gap = trials.gap
    assert (gap.value, gap.low, gap.high, gap.gone) == (-1.0, -1.28, -0.73, (10, 12))


def test_the_standard_antidepressant_is_marked_as_different_patients(trials):
    row = next(r for r in trials.rows if r.id == of(trials, "stard").row)
    assert "different patients, not resistant" in row.name


def test_the_box_on_masking_ends_with_the_fair_sentence(trials):
    assert trials.blinding.fair == "Ketamine probably works, but part of the effect seen in trials is expectation."


MISTAKES = {
    "route that does not exist": (
        "regimens.yaml",
        "route: sublingual",
        "route: sublingal",
        "There is no route `sublingal`. Did you mean",
    ),
    "drip without minutes": (
        "regimens.yaml",
        "minutes: 40}\n  days: [0]",
        "minutes: 0}\n  days: [0]",
        "A drip runs for some minutes",
    ),
    "days that run backwards": (
        "regimens.yaml",
        "days: [0, 2.33, 4.67",
        "days: [0, 4.67, 2.33",
        "List the days from the first dose on.",
    ),
    "two of one id": (
        "regimens.yaml",
        "id: nasal-84",
        "id: nasal-56",
        "is taken by an entry above",
    ),
    "row that does not exist": (
        "trials.yaml",
        "row: masked",
        "row: maskd",
        "There is no row `maskd`. Did you mean `masked`?",
    ),
    "comparison without a name": (
        "trials.yaml",
        "against: saline",
        "against: null",
        "Name the group.",
    ),
    "hill without a peak": (
        "trials.yaml",
        "  peak: 40\n  end: 120",
        "  end: 120",
        "a hill has no peak",
    ),
    "value outside its interval": (
        "trials.yaml",
        "value: -1.0",
        "value: -2.0",
        "not between its low and high ends",
    ),
    "share above a hundred": (
        "trials.yaml",
        "drug: 60.0",
        "drug: 160",
        "above the largest value allowed",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_remedy(name, broken):
    file, old, new, said = MISTAKES[name]
    assert any(said in problem.message for problem in broken(file, old, new))
