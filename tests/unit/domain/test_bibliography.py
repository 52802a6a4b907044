"""The list of literature as reference managers read it: complete, well formed, nothing made up."""

import re

import pytest

from neuroviz.domain import Library
from neuroviz.domain.bibliography import bibtex, people, place, ris


@pytest.fixture(scope="module")
def references():
    return Library.load().references


def entries(text: str) -> dict[str, dict[str, str]]:
    out = {}
    for _, key, body in re.findall(r"@(\w+)\{(\w+),\n(.*?)\n\}\n", text, re.DOTALL):
        out[key] = dict(re.findall(r"^  (\w+) = \{(.*)\},$", body, re.MULTILINE))
    return out


def test_bibtex_has_every_reference_with_its_doi(references):
    found = entries(bibtex(references.values()))
    assert set(found) == set(references)
    assert {k: f.get("doi") for k, f in found.items()} == {k: r.doi for k, r in references.items()}
    assert all(f["title"] for f in found.values())


def test_bibtex_braces_are_balanced(references):
    for reference in references.values():
        text = re.sub(r"\\[{}]", "", bibtex([reference]))
        assert text.count("{") == text.count("}"), reference.key


def test_what_was_not_re_checked_says_so(references):
    found = entries(bibtex(references.values()))
    assert {k for k, f in found.items() if "note" in f} == {k for k, r in references.items() if r.standing != "seen"}


def test_a_printed_line_is_taken_apart(references):
    at = place(references["kishimoto2016"])
    assert (at.journal, at.volume, at.pages) == ("Psychological Medicine", "46", "1459-1472")
    assert people(references["kishimoto2016"]) == (["Kishimoto, T", "Chawla, J M", "Hagi, K"], True)
    assert place(references["dean2021"]).number == "9"


def test_a_body_is_one_author(references):
    assert people(references["fda2023"]) == (["US Food and Drug Administration"], False)
    assert "author = {{US Food and Drug Administration}}" in bibtex([references["fda2023"]])


def test_authors_that_nobody_saw_are_left_out(references):
    assert people(references["taiwan2019"]) == ([], False)


def test_ris_is_framed_and_complete(references):
    records = ris(references.values()).split("ER  - \r\n")[:-1]
    assert len(records) == len(references)
    for record, reference in zip(records, references.values(), strict=True):
        lines = record.rstrip("\r\n").split("\r\n")
        assert re.fullmatch(r"TY  - (JOUR|GEN)", lines[0])
        assert lines[1] == f"ID  - {reference.key}"
        assert all(re.match(r"[A-Z][A-Z0-9]  - \S", line) for line in lines)
        assert (f"DO  - {reference.doi}" in lines) == bool(reference.doi)
