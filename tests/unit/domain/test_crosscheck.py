"""Names across files must lead somewhere."""

from pathlib import Path

import pytest

FIRST = "intro-rapid-relief-many-conditions"

SLIPS = {
    "evidence without a reference": (
        "claims.yaml",
        "key: ferraro2025",
        "key: ferraro2024",
        "There is no reference `ferraro2024` in references.yaml. Did you mean `ferraro2025`?",
        f"{FIRST}.evidence.ferraro2024.key",
    ),
    "hub with an unknown source": (
        "hubs.yaml",
        "sources: [andrewshanna2010, zhou2020]",
        "sources: [qqq1, andrewshanna2010, zhou2020]",
        "There is no reference `qqq1` in references.yaml. Add it there",
        "anterior-mpfc.sources.1",
    ),
    "statement with an unknown source": (
        "views.yaml",
        "sources: [raichle2001]",
        "sources: [raichle2001, connectivty]",
        "There is no reference `connectivty`",
        "dmn.statements.3.sources.2",
    ),
    "network with an unknown source": (
        "networks.yaml",
        "[yeo2011]",
        "[yeo2012]",
        "Did you mean `yeo2011`?",
        "networks.Vis.sources.1",
    ),
    "claim id twice": (
        "claims.yaml",
        "- id: intro-helps-nonresponders",
        "- id: intro-rapid-relief-many-conditions",
        "is taken by an entry above",
        f"{FIRST}.id",
    ),
    "reference key twice": (
        "references.yaml",
        "- key: abdallah2018",
        "- key: abdallah2017",
        "is taken by an entry above",
        "abdallah2017.key",
    ),
    "network twice": (
        "networks.yaml",
        "- id: SomMot",
        "- id: Vis",
        "Each stands once",
        "networks.Vis.id",
    ),
    "colour": (
        "networks.yaml",
        "--net-visual",
        "--net-visuel",
        "There is no colour `--net-visuel`. Did you mean `--net-visual`?",
        "networks.Vis.token",
    ),
    "glossary entry": (
        "networks.yaml",
        "term: salience-network",
        "term: salience-netwrk",
        "Did you mean `salience-network`?",
        "networks.SalVentAttn.term",
    ),
    "alias of two terms": (
        "glossary.yaml",
        "aliases: []",
        "aliases: [BDNF]",
        "`BDNF` belongs to `agonist` already",
        "bdnf.aliases",
    ),
    "region of a hub": (
        "hubs.yaml",
        "regions: [DefaultA_PFCm]",
        "regions: [DefaultA_PFCmm]",
        "There is no region `DefaultA_PFCmm` in regions.yaml. Did you mean `DefaultA_PFCm`?",
        "anterior-mpfc.regions.1",
    ),
    "narrower region of a hub": (
        "hubs.yaml",
        "IPL, TempPar/Default_Par",
        "IPL, TempPar/Default_Parr",
        "There is no region `Default_Parr`",
        "tpj.regions.2",
    ),
    "label of an unknown hub": (
        "interface.yaml",
        "callouts:\n",
        "callouts:\n  pccc: {name: Posterior cingulate, line: inward attention}\n",
        "There is no hub `pccc` in hubs.yaml. Did you mean `pcc`?",
        "callouts.pccc",
    ),
    "claim better checked than its evidence": (
        "claims.yaml",
        "  checked: true\n- id: intro-helps",
        "  checked: false\n- id: intro-helps",
        "Does not fit the evidence.",
        f"{FIRST}.checked",
    ),
    "reference flag against what was seen": (
        "references.yaml",
        "seen: †\n  checked: false",
        "seen: †\n  checked: true",
        "Does not fit `seen`.",
        "clements1981.checked",
    ),
    "view missing": (
        "views.yaml",
        "show: core",
        "show: dmn",
        "The view `dmn` stands above already.",
        "dmn.show",
    ),
    "word for a side": ("regions.yaml", "left: Left, ", "", "The word for `left` is missing.", "sides"),
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_name_that_leads_nowhere(slip, root, broken):
    file, old, new, words, field = slip
    line = (root / file).read_text("utf-8").partition(old)[0].count("\n") + 1
    problems = [p for p in broken(file, old, new) if words in p.message]
    assert len(problems) == 1
    assert Path(problems[0].file).name == file
    assert problems[0].field == field
    assert problems[0].line >= line
    assert problems[0].line - line <= new.count("\n") or file == "glossary.yaml"


def test_a_reference_that_nothing_cites_must_say_so(broken):
    problems = broken("references.yaml", "  uncited: true\n", "")
    assert [p.field for p in problems] == ["arketamine_pilot.key"]
    assert "Nothing cites `arketamine_pilot`. Cite it, remove it, or add `uncited: true`" in problems[0].message


def test_evidence_is_not_better_checked_than_its_reference(broken):
    problems = broken("references.yaml", "seen: ✔\n  checked: true", "seen: †\n  checked: false")
    assert problems == []  # abdallah2017 supports no claim
    problems = broken("references.yaml", "seen: ✔\n  checked: true", "seen: †\n  checked: false")
    assert problems
    assert all("`abdallah2018` itself is not checked." in p.message for p in problems)


def test_checks_across_files_run_while_another_file_is_broken(broken):
    broken("interface.yaml", "  brand: NeuroViz\n", "  brand: 7\n")
    problems = broken("claims.yaml", "key: ferraro2025", "key: ferraro2024")
    assert {p.field.rpartition(".")[2] for p in problems} == {"brand", "key"}
