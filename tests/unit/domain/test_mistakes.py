"""Each kind of mistake in a content file comes back with its place, its field and what to do."""

import re
from pathlib import Path

import pytest

from neuroviz.domain import Library, check, report
from neuroviz.errors import ContentError
from neuroviz.resources import content_root

FIRST = "intro-rapid-relief-many-conditions"
SPECIES = "    species: meta-analysis\n    n: 234\n"

# file, text to replace, its replacement, what stands at the place reported, field, words of the message
MISTAKES = {
    "unknown key": (
        "claims.yaml",
        "  verdict: mixed\n",
        "  verdit: mixed\n",
        "verdit",
        f"{FIRST}.verdit",
        "Unknown key `verdit`. Did you mean `verdict`?",
    ),
    "unknown key, nothing near": (
        "claims.yaml",
        "  verdict: mixed\n",
        "  verdict: mixed\n  zzz: 1\n",
        "zzz",
        f"{FIRST}.zzz",
        "Unknown key `zzz`. Remove it.",
    ),
    "missing key": (
        "claims.yaml",
        "  verdict: mixed\n",
        "",
        "id: intro-rapid",
        f"{FIRST}.verdict",
        "Is missing. Add `verdict:` (how well the claim holds).",
    ),
    "word not in the list": (
        "claims.yaml",
        "verdict: mixed",
        "verdict: suported",
        "suported",
        f"{FIRST}.verdict",
        "`suported` is not allowed here. Did you mean `supported`?",
    ),
    "word far from the list": (
        "claims.yaml",
        "verdict: mixed",
        "verdict: perhaps",
        "perhaps",
        f"{FIRST}.verdict",
        "`perhaps` is not allowed here. Write one of: established, supported, mixed, contested",
    ),
    "number in quotes": (
        "claims.yaml",
        SPECIES,
        SPECIES.replace("234", "'234'"),
        "'234'",
        f"{FIRST}.evidence.kishimoto2016.n",
        "Should be a whole number, not `234`.",
    ),
    "number too small": (
        "claims.yaml",
        SPECIES,
        SPECIES.replace("234", "0"),
        "0\n",
        f"{FIRST}.evidence.kishimoto2016.n",
        "Is `0`, below the smallest value allowed, 1.",
    ),
    "not true or false": (
        "claims.yaml",
        "    checked: true\n",
        "    checked: yes\n",
        "yes",
        f"{FIRST}.evidence.kishimoto2016.checked",
        "Should be true or false, not `yes`.",
    ),
    "number where a text belongs": (
        "glossary.yaml",
        "meaning: A drug that switches a receptor on.",
        "meaning: 5",
        "5",
        "agonist.meaning",
        "Should be text, not `5`. Put it in quotes.",
    ),
    "no value": (
        "glossary.yaml",
        "meaning: A drug that switches a receptor on.",
        "meaning:",
        "- id: ampa",
        "agonist.meaning",
        "Has no value. Write what it means in plain words after the colon.",
    ),
    "empty text": (
        "glossary.yaml",
        "meaning: A drug that switches a receptor on.",
        "meaning: ' '",
        "' '",
        "agonist.meaning",
        "Is empty. Write the text",
    ),
    "text where a list belongs": (
        "glossary.yaml",
        "aliases: []",
        "aliases: none",
        "none",
        "agonist.aliases",
        "Should be a list, not `none`. Write one entry a line",
    ),
    "list where a group belongs": (
        "networks.yaml",
        "- id: Vis\n",
        "- [Vis]\n- id: Vis\n",
        "[Vis]",
        "networks.1",
        "Should be a group of `key: value` lines, not a list.",
    ),
    "list too short": (
        "networks.yaml",
        "  sources: [yeo2011]",
        "  sources: []",
        "[]",
        "networks.Vis.sources",
        "Has 0 entries and needs at least 1.",
    ),
    "headline too long": (
        "views.yaml",
        "headline: Seven networks",
        "headline: " + "Very " * 11 + "many networks",
        "Very",
        "all.headline",
        "more than the 55 that have room. Shorten it.",
    ),
    "form of a key": (
        "claims.yaml",
        "key: kishimoto2016",
        "key: Kishimoto 2016",
        "Kishimoto 2016",
        f"{FIRST}.evidence.Kishimoto 2016.key",
        "`Kishimoto 2016` does not have the right form. Write key of the study in references.yaml.",
    ),
    "form of a DOI": (
        "references.yaml",
        "doi: 10.1038/npp.2016.186",
        "doi: https://doi.org/10.1038/npp.2016.186",
        "https:",
        "abdallah2017.doi",
        "Write DOI without https://doi.org/",
    ),
    "unknown placeholder": (
        "views.yaml",
        "(mean r = {within_r})",
        "(mean r = {within})",
        '"In the group mean, regions',
        "dmn.statements.1.text",
        "Has the unknown placeholder {within}. Known are atlas,",
    ),
    "brace without a partner": (
        "views.yaml",
        "(mean r = {within_r})",
        "(mean r = {within_r)",
        '"In the group mean, regions',
        "dmn.statements.1.text",
        "Has a curly brace without its partner.",
    ),
    "double key": (
        "hubs.yaml",
        "  label: PCC\n",
        "  label: PCC\n  label: PCC again\n",
        "label: PCC again",
        "pcc.label",
        "The key `label` stands here twice, first in line",
    ),
    "text of the interface missing": (
        "interface.yaml",
        "  brand: NeuroViz\n",
        "  brand:\n",
        "skip:",
        "frame.brand",
        "Should be text, not nothing.",
    ),
    "indented with a tab": (
        "hubs.yaml",
        "  label: PCC\n",
        "\tlabel: PCC\n",
        "\tlabel",
        "",
        "This line is indented with a tab. Use spaces",
    ),
    "second colon": (
        "glossary.yaml",
        "meaning: A drug that switches",
        "meaning: A drug: that switches",
        ": that switches",
        "",
        "This colon is one too many. Put the text in quotes",
    ),
    "quotation mark not closed": (
        "glossary.yaml",
        "term: Volume of distribution",
        'term: "Volume of distribution',
        '"Volume',
        "",
        "A quotation mark opens here and is never closed.",
    ),
    "bracket not closed": (
        "glossary.yaml",
        "aliases: []",
        "aliases: [one",
        "[one",
        "",
        "A square bracket opens here and is never closed.",
    ),
    "indentation": (
        "glossary.yaml",
        "  term: Agonist\n",
        "   term: Agonist\n",
        ": Agonist",
        "",
        "check the indentation",
    ),
    "character that starts no text": (
        "glossary.yaml",
        "meaning: A drug that switches",
        "meaning: @A drug that switches",
        "@A",
        "",
        "Text cannot start with this character. Put the text in quotes.",
    ),
    "two documents": (
        "glossary.yaml",
        "- id: antagonist\n",
        "---\n- id: antagonist\n",
        "---",
        "",
        "Remove the line with ---.",
    ),
}


def place(text: str, found: str, after: int) -> tuple[int, int]:
    """Line and column of the occurrence that is nearest to a position."""
    at = min((m.start() for m in re.finditer(re.escape(found), text)), key=lambda start: abs(start - after))
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_reported_at_its_place(mistake, root, broken):
    file, old, new, found, field, words = mistake
    after = (root / file).read_text("utf-8").index(old)
    problems = broken(file, old, new)
    text = (root / file).read_text("utf-8")

    assert len(problems) == 1, "\n".join(map(str, problems))
    problem = problems[0]
    assert Path(problem.file).name == file
    if words:
        assert words in problem.message
    assert problem.field == field
    if problem.message.startswith("Has no value") or "not nothing" in problem.message:
        assert problem.line in {place(text, found, after)[0] - 1, place(text, found, after)[0]}
    else:
        assert (problem.line, problem.column) == place(text, found, after)


def test_all_problems_of_all_files_come_at_once(root, broken):
    broken("claims.yaml", "verdict: mixed", "verdict: perhaps")
    broken("hubs.yaml", "subsystem: core", "subsystem: kernel")
    broken("glossary.yaml", "  meaning: A drug that blocks", "  meening: A drug that blocks")
    problems = broken("views.yaml", "mark: data", "mark: fact")
    assert [Path(p.file).name for p in problems] == [
        "claims.yaml",
        "glossary.yaml",
        "hubs.yaml",
        "views.yaml",
    ]
    with pytest.raises(ContentError) as caught:
        Library.load(root)
    assert list(caught.value.problems) == problems
    assert str(caught.value).count("\n") == 3


def test_a_double_key_does_not_hide_other_problems(broken):
    broken("hubs.yaml", "  label: PCC\n", "  label: PCC\n  label: PCC again\n")
    problems = broken("hubs.yaml", "subsystem: core", "subsystem: kernel")
    assert {p.field for p in problems} == {"anterior-mpfc.subsystem", "pcc.label"}


def test_a_problem_reads_as_one_line(root, broken):
    problem = str(broken("claims.yaml", "verdict: mixed", "verdict: perhaps")[0])
    assert problem.startswith(f"{root / 'claims.yaml'}:")
    assert "\n" not in problem
    assert ": intro-rapid-relief-many-conditions.verdict: `perhaps`" in problem


@pytest.mark.parametrize(
    ("content", "line", "column", "words"),
    [
        (b"", 1, 1, "The file is empty."),
        (b"# only a comment\n", 1, 1, "The file is empty."),
        (b"- id: a\n  claim: caf\xe9\n", 2, 13, "0xe9 is not UTF-8. Save the file with the encoding UTF-8."),
        (b"just words\n", 1, 1, "Should be a list, not `just words`."),
        (b"a: b\n", 1, 1, "Should be a list, not a group of `key: value` lines."),
        (b"- id: a\x07b\n", 1, 8, "There is a character here that YAML does not allow."),
    ],
)
def test_a_file_that_is_something_else(content, line, column, words, root):
    (root / "claims.yaml").write_bytes(content)
    problems = [p for p in check(root) if Path(p.file).name == "claims.yaml"]
    assert [(p.line, p.column) for p in problems] == [(line, column)]
    assert words in problems[0].message


def test_a_missing_file(root):
    (root / "glossary.yaml").unlink()
    (problem,) = check(root)
    assert "The file is missing." in problem.message
    assert problem.file.endswith("glossary.yaml")


def test_a_file_with_a_slip_in_its_name(root):
    (root / "claims.yaml").rename(root / "claim.yaml")
    messages = {Path(p.file).name: p.message for p in check(root)}
    assert "Did you mean `claims.yaml`?" in messages["claim.yaml"]
    assert "The file is missing." in messages["claims.yaml"]


def test_a_folder_that_is_not_there(tmp_path):
    (problem,) = check(tmp_path / "nowhere")
    assert "There is no such folder." in problem.message


def test_a_byte_order_mark_does_no_harm(root):
    path = root / "glossary.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert check(root) == []


def test_the_report_counts(root, broken):
    assert report(content_root()) == report()
    assert report().startswith("66 claims, 88 terms, ")
    assert report().endswith("no problem found")
    broken("claims.yaml", "verdict: mixed", "verdict: perhaps")
    assert report(root).endswith("\n1 problem found")


def test_what_only_the_slower_parser_understands_is_no_mistake(broken):
    assert broken("interface.yaml", "callouts:\n", "callouts:\n  tpj: {name: is it?, line: no}\n") == []


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2026-02-30", "`2026-02-30` looks like a number or a date and is none. Correct it, or put it in quotes."),
        ("!!int abc", "`abc` looks like a number or a date and is none."),
        ("9" * 5000, "looks like a number or a date and is none."),
        ("&a {b: *a}", "This entry holds itself, by an alias (*). Write out what is meant."),
        ("&a [*a]", "This entry holds itself"),
        ("[" * 60 + "]" * 60, "Too many entries stand in each other here."),
        ("[" * 5000, "Too many entries stand in each other here."),
        ('"\\ud83d"', "`\\ud83d` is half of a character"),
    ],
)
def test_values_that_yaml_allows_and_no_file_needs(broken, value, told):
    problems = broken("references.yaml", "year: 2016", f"year: {value}")
    assert len(problems) == 1
    assert problems[0].message.startswith(told) or told in problems[0].message
    assert problems[0].file.endswith("references.yaml")


def test_aliases_that_grow_without_end_are_told(broken):
    layers = "".join(f"a{k}: &a{k} [*a{k - 1}, *a{k - 1}]\n" for k in range(1, 30))
    problems = broken("about.yaml", "", f"a0: &a0 [x, x]\n{layers}")
    assert [p.message for p in problems] == ["Too many entries stand in each other here. Write them out, without aliases (*)."]
