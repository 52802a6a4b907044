"""The scientific content is all there, word for word, with its flags."""

import hashlib
import json
import re
from pathlib import Path
from time import process_time

import pytest

from neuroviz import theme
from neuroviz.domain import Library
from neuroviz.domain.crosscheck import citations
from neuroviz.domain.views import PACK_SOURCES

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def library():
    return Library.load()


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def whole_claim(claim, references) -> str:
    """A claim with the details of its studies put back in, as one text."""
    # Where the list of literature prints more than the claims do.
    shorter = {"jelen2025": {"journal": "Nature Medicine"}}
    evidence = []
    for item in claim.evidence:
        reference = references[item.key]
        details = {k: getattr(reference, k) for k in ("authors", "year", "title", "journal", "doi", "pmid")}
        evidence.append({**item.model_dump(), **details, **shorter.get(item.key, {})})
    whole = {**claim.model_dump(), "evidence": evidence}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_every_claim_is_as_it_was_written(library):
    expected = json.loads((HERE / "claims_checksums.json").read_text())
    assert len(library.claims) == len(expected) == 66
    assert {c.id: digest(whole_claim(c, library.references)) for c in library.claims} == expected


def test_every_reference_is_as_it_was_printed(library):
    expected = json.loads((HERE / "references_checksums.json").read_text())
    assert len(expected) == 161
    assert {key: digest(library.references[key].text) for key in expected} == expected


def test_flags_of_evidence_are_kept(library):
    evidence = [e for c in library.claims for e in c.evidence]
    assert len(evidence) == 162
    assert sum(not e.checked for e in evidence) == 5
    assert all(c.checked for c in library.claims)


def test_flags_of_references_are_kept(library):
    listed = [r for r in library.references.values() if r.seen]
    assert len(listed) == 161
    standings = [r.standing for r in listed]
    assert {s: standings.count(s) for s in set(standings)} == {
        "seen": 143,
        "second-hand": 4,
        "not re-checked": 14,
    }
    assert all(not r.checked for r in library.references.values() if r.seen is None)


def test_no_claim_without_verdict_and_study(library):
    for claim in library.claims:
        assert claim.verdict
        assert claim.evidence
        assert {e.key for e in claim.evidence} <= set(library.references)


def test_the_flag_for_references_nothing_cites_is_true(library):
    content = {
        "claims.yaml": library.claims,
        "hubs.yaml": library.hubs,
        "views.yaml": library.views,
        "about.yaml": library.about,
        "clock.yaml": library.clock,
        "scenarios.yaml": library.scenarios,
        "moments.yaml": library.moments,
        "cascade.yaml": library.cascade,
        **{f"scenes/{name}.yaml": scene for name, scene in library.scenes.items()},
    }
    used = {key for _, _, key in citations(content)}
    used |= {key for n in (*library.networks, *library.subsystems) for key in n.sources}
    assert {r.key for r in library.references.values() if r.uncited} == set(library.references) - used


def test_glossary(library):
    assert len(library.glossary) == 88
    assert library.terms["dmn"].id == "default-mode-network"
    assert library.terms["sgacc"].meaning.startswith("A region below the front of the corpus callosum")
    assert library.terms["hedges' g"] is library.terms["cohen's d"]
    for term in library.glossary:
        short = re.search(r"\((.+)\)", term.term)
        if short:
            assert short[1] in term.aliases


def test_hubs(library):
    assert [h.id for h in library.hubs] == [
        "anterior-mpfc", "vmpfc", "dmpfc", "pcc", "precuneus", "angular-gyrus", "tpj", "lateral-temporal",
        "temporal-pole", "retrosplenial", "parahippocampal", "hippocampal-formation",
    ]  # fmt: skip
    points = [p for h in library.hubs for p in h.coordinates]
    seen = {s: {p.checked for p in points if p.source == s} for s in ("andrewshanna2010", "dosenbach2010", "power2011")}
    assert seen == {"andrewshanna2010": {False}, "dosenbach2010": {True}, "power2011": {True}}
    assert all(p.roi for p in points if p.checked)
    for hub in library.hubs:
        assert hub.job.endswith(".")
        assert not hub.checked
        assert "not re-checked" in (hub.note or "")


def test_dosenbach_and_power_points_are_those_of_the_packs(library):
    from neuroviz.atlas import load_atlas

    for source, atlas in (("dosenbach2010", "dosenbach-default"), ("power2011", "power-default")):
        there = {tuple(p.centroid_mni) for p in load_atlas(atlas).parcels}
        here = {p.mni for h in library.hubs for p in h.coordinates if p.source == source}
        assert here <= there


def test_networks_and_parts(library):
    assert [n.number for n in library.networks] == [1, 2, 3, 4, 5, 6, 7]
    tokens = {f"--{name}" for scheme in theme.SCHEMES for name in theme.tokens(scheme)}
    assert {n.token for n in library.networks} | {p.token for p in library.subsystems} <= tokens
    assert {p.network17: p.id for p in library.subsystems} == {
        "DefaultA": "core",
        "DefaultB": "dorsal-medial",
        "DefaultC": "medial-temporal",
    }
    meanings = {t.id: t.meaning for t in library.glossary}
    assert all(n.meaning == meanings[n.term] for n in library.networks if n.term)
    assert all(n.term for n in library.networks if n.meaning)


def test_views(library):
    assert {v.show for v in library.views} == {"dmn", "core", "dorsal-medial", "medial-temporal", "all"}
    for view in library.views:
        assert len(view.headline) <= 55
        # An atlas without a matrix must still have something to say.
        assert any(s.fill({}) for s in view.statements)
        for statement in view.statements:
            for source in statement.sources:
                assert source in PACK_SOURCES or source in library.references
            if not statement.checked:
                continue
            known = [library.references[s] for s in statement.sources if s not in PACK_SOURCES]
            assert statement.mark != "schematic" or any(r.checked for r in known)


def test_words_can_be_read_as_nested_texts(library):
    assert library.words["frame"]["brand"] == "NeuroViz"


def test_the_library_loads_quickly():
    def seconds() -> float:
        start = process_time()
        Library.load()
        return process_time() - start

    best = min(seconds() for _ in range(3))
    assert best < 0.4, f"{best:.2f} s of processor time; is ruamel.yaml.clib installed?"
