"""Terms are found where they stand, in the sense that they have."""

import pytest

from neuroviz.domain import Library
from neuroviz.domain.lexicon import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Library.load().lexicon


def found(lexicon: Lexicon, text: str) -> dict[str, str]:
    return {text[f.start : f.end]: f.term for f in lexicon.find(text)}


def test_plural_and_small_letters(lexicon: Lexicon) -> None:
    text = "Dendritic spines hold NMDA receptors; synapses grow."
    assert found(lexicon, text) == {
        "Dendritic spines": "dendritic-spine",
        "NMDA receptors": "nmda-receptor",
        "synapses": "synapse",
    }


def test_longest_way_of_writing_wins(lexicon: Lexicon) -> None:
    assert found(lexicon, "the subgenual ACC") == {"subgenual ACC": "subgenual-acc"}


def test_capitals_of_short_forms_count(lexicon: Lexicon) -> None:
    assert found(lexicon, "My pet has a PET scan") == {"PET": "pet"}


def test_not_inside_other_words(lexicon: Lexicon) -> None:
    assert found(lexicon, "antiglutamatergic, glutamate-like, PETs") == {"PETs": "pet"}


def test_terms_without_tips_are_left_alone(lexicon: Lexicon) -> None:
    assert found(lexicon, "In response, they plant a seed.") == {}
