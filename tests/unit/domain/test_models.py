"""What references and statements say about themselves."""

import pytest
from pydantic import ValidationError

from neuroviz.domain.evidence import Reference
from neuroviz.domain.views import Statement


def reference(**changed):
    fields = {
        "key": "evans2018",
        "authors": "Evans JW, Szczepanik J, et al.",
        "year": 2018,
        "title": "Default mode",
        "journal": "Biological Psychiatry 84",
        "doi": None,
        "pmid": None,
        "seen": "✔",
        "checked": True,
    }
    return Reference(**{**fields, **changed})


@pytest.mark.parametrize(
    ("changed", "label"),
    [
        ({}, "Evans 2018"),
        ({"authors": "Zarate CA Jr, Singh JB"}, "Zarate 2018"),
        ({"authors": "de la Salle S, Choueiry J"}, "de la Salle 2018"),
        ({"authors": "Jelen L and colleagues, King's College London"}, "Jelen 2018"),
        ({"authors": "Authors not seen in the excerpt"}, "Default mode 2018"),
        ({"authors": None, "title": None, "printed": "Fonov 2009."}, "Fonov 2009"),
    ],
)
def test_label(changed, label):
    assert reference(**changed).label == label


def test_text_is_built_or_printed():
    assert reference().text == "Evans JW, Szczepanik J, et al. (2018). Default mode. Biological Psychiatry 84."
    assert reference(printed="As printed.").text == "As printed."


def test_address_comes_from_a_confirmed_number_only():
    assert reference().url is None
    assert reference(pmid=29580569).url == "https://pubmed.ncbi.nlm.nih.gov/29580569/"
    assert reference(doi="10.1016/j.biopsych.2018.01.027", pmid=1).url == "https://doi.org/10.1016/j.biopsych.2018.01.027"


def test_standing():
    assert reference().standing == "seen"
    assert reference(seen="✔ (second-hand)").standing == "second-hand"
    assert reference(seen="†", checked=False).standing == "not re-checked"


def test_a_statement_is_left_out_when_a_number_is_missing():
    statement = Statement(mark="data", text="Mean r is {within_r}, {atlas}.", sources=("connectivity",))
    assert statement.fill({"within_r": "0.41", "atlas": "Schaefer"}) == "Mean r is 0.41, Schaefer."
    assert statement.fill({"atlas": "Yeo"}) is None


def test_a_statement_needs_a_source():
    with pytest.raises(ValidationError, match="sources"):
        Statement(mark="data", text="So it is.", sources=())


def test_content_is_not_changed_after_loading():
    with pytest.raises(ValidationError, match="frozen"):
        reference().checked = False
