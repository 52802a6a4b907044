"""Evidence, glossary, safety and the start page, as they are before any script runs."""

import re
from html import unescape

import pytest

from neuroviz.domain import Library
from neuroviz.ui import navigation
from neuroviz.ui.claims import claim_links, seen
from neuroviz.ui.frame import Site, document
from neuroviz.ui.pages import PAGES, build
from neuroviz.ui.state import read
from neuroviz.ui.terms import prose

SITE = Site(page=lambda name: f"{name}.html", files="nv/")


@pytest.fixture(scope="module")
def library():
    return Library.load()


@pytest.fixture(scope="module")
def pages(library):
    return {name: document(build(name, library, SITE, read({})), library, SITE) for name in PAGES}


def ids(text: str) -> set[str]:
    return set(re.findall(r'\bid="([^"]+)"', text))


def test_every_claim_stands_whole_on_the_evidence_page(library, pages):
    there = re.sub(r"<[^>]+>", "", pages["evidence"])
    plain = unescape(there)
    for claim in library.claims:
        assert claim.id in ids(pages["evidence"])
        assert claim.claim in plain
        assert claim.why in plain
        for evidence in claim.evidence:
            assert evidence.finding in plain
            reference = library.references[evidence.key]
            assert not reference.doi or f"https://doi.org/{reference.doi}" in unescape(pages["evidence"])


def test_links_inside_the_product_lead_somewhere(pages):
    """With their anchors: a claim, a term and a source that is linked to is there."""
    for name, text in pages.items():
        for page, anchor in re.findall(r'<a [^>]*?href="(\w*)(?:\.html)?(?:\?[^"#]*)?#([^"]+)"', text):
            if anchor == "tour":
                continue
            assert anchor in ids(pages[page or name]), f"{name} → {page}#{anchor}"


def test_ids_are_unique(pages):
    for name, text in pages.items():
        found = re.findall(r'\bid="([^"]+)"', text)
        assert len(found) == len(set(found)), name


def test_glossary_has_every_term(library, pages):
    assert {t.id for t in library.glossary} <= ids(pages["glossary"])


def test_safety_says_what_it_is_and_where_to_turn(library, pages):
    text = unescape(re.sub(r"<[^>]+>", "", pages["safety"]))
    assert "not medical advice" in text
    assert library.safety.help.text in text


def test_own_help_line_takes_the_place_of_ours(library, monkeypatch):
    monkeypatch.setenv("NEUROVIZ_HELP_LINE", "Call <b>116 123</b>, day and night.")
    text = build("safety", library, SITE, read({})).body
    assert "Call &lt;b&gt;116 123&lt;/b&gt;, day and night." in text
    assert library.safety.help.text not in text


def test_bar_links_to_built_pages_only(pages):
    for text in pages.values():
        if '<header class="bar"' not in text:
            continue
        bar = text[text.index('<header class="bar"') : text.index("</header>")]
        linked = set(re.findall(r'href="(\w+)\.html"', bar)) - {"present"}
        assert linked == {navigation.HOME, *navigation.built(navigation.MAIN), *navigation.built(navigation.MORE)}


def test_claims_lead_only_to_views_that_are_built(library):
    for claim in library.claims:
        for shown in seen(claim, library):
            assert shown.page == "safety" or not read(shown.query).ignored


def test_a_term_is_marked_once_in_a_block(library):
    text = prose("A synapse meets a synapse & BDNF.", library, SITE.page, leave=["bdnf"])
    assert text.count("<a ") == 1
    assert 'href="glossary.html#synapse" data-term="synapse"' in text
    assert text.endswith("synapse &amp; BDNF.")


def test_statements_lead_to_their_claims(library):
    text = claim_links(["ketamine-regrows-synapses"], library, SITE.page)
    assert 'href="evidence.html#ketamine-regrows-synapses"' in text
    assert "Oversimplified" in text
    assert claim_links([], library, SITE.page) is None
    assert "dmn-definition-self-focus" in build("explore", library, SITE, read({})).body
