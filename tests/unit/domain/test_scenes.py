"""Scenes and steps are content: a teacher adds a part and a step in YAML, and a slip comes back with its place and a remedy."""

import pytest

from neuroviz.domain import Library, check
from neuroviz.domain.scenes import Drawing, Ramp
from neuroviz.ui.scene_files import picture, scene_file, steps_file

PART = """parts:
- id: my-part
  name: Glycine site
  says: A second key that NMDA receptors need.
  draw:
  - {kind: shape, shape: gly, at: "600,240"}
  labels: {wide: {at: "664,400"}}
"""
STEP = """- title: "Healthy, at rest"
  steps:
  - id: my-step
    title: "A second key"
    says: "NMDA receptors need glycine beside glutamate."
    at: before
    when: "always"
    who: [in-vitro]
    confidence: high
    people: seen
    textbook: true
    synapse: {parts: [my-part], labels: [my-part]}
"""

SLIPS = {
    "a shape": ("scenes/synapse.yaml", "shape: eaat, on", "shape: eat, on", "There is no shape `eat`. Did you mean `eaat`?"),
    "a line": (
        "scenes/synapse.yaml",
        "on: astrocyte,",
        "on: astrocite,",
        "There is no line `astrocite`. Did you mean `astrocyte`?",
    ),
    "a quantity": (
        "scenes/synapse.yaml",
        "quantity: glutamate",
        "quantity: glutamat",
        "There is no quantity `glutamat`. Did you mean",
    ),
    "a stop": ("scenes/synapse.yaml", "{40min: ▲ opens}", "{41min: ▲ opens}", "There is no stop `41min`. Did you mean `40min`?"),
    "a glossary entry": (
        "scenes/synapse.yaml",
        "glossary: trkb",
        "glossary: trkc",
        "There is no glossary entry `trkc`. Did you mean `trkb`?",
    ),
    "a part in a step": (
        "cascade.yaml",
        "labels: [nmda2a, nmda2b]",
        "labels: [nmda2a, nmda3]",
        "There is no part `nmda3`. Did you mean",
    ),
    "a flow in a step": (
        "cascade.yaml",
        "flows: [uptake, glutamate]",
        "flows: [uptak, glutamate]",
        "no flow `uptak`. Did you mean `uptake`?",
    ),
    "a claim of a step": (
        "cascade.yaml",
        "claims: [glutamate-surge]",
        "claims: [glutamate-surg]",
        "no claim `glutamate-surg`. Did you mean",
    ),
    "a source of a step": (
        "cascade.yaml",
        "sources: [jahr1990]",
        "sources: [jahr1991]",
        "There is no reference `jahr1991` in references.yaml.",
    ),
    "a step without source": ("cascade.yaml", "    sources: [ebert1997]\n", "", "Has no source. Add `sources:`"),
    "a point": (
        "scenes/synapse.yaml",
        'at: "412,72"',
        'at: "412;72"',
        "Has `412;72` where a point should be. Write points as `x,y x,y`",
    ),
    "a key": ("scenes/synapse.yaml", "plane: cells", "plan: cells", "Unknown key `plan`. Did you mean `plane`?"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_file_line_and_remedy(slip, broken):
    file, old, new, message = SLIPS[slip]
    problems = [p for p in broken(file, old, new) if message in p.message]
    assert problems, [str(p) for p in broken(file, new, new)]
    assert problems[0].file.endswith(file)
    assert problems[0].line > 1


def test_a_teacher_adds_a_part_and_a_step_by_yaml_alone(root):
    for file, old, new in (
        ("scenes/synapse.yaml", "parts:\n", PART),
        ("cascade.yaml", '- title: "Healthy, at rest"\n  steps:\n', STEP),
    ):
        path = root / file
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert check(root) == []
    library = Library.load(root)
    assert 'data-part="my-part"' in picture(library.scenes["synapse"], library)
    assert "Glycine site" in [p["name"] for p in scene_file("synapse", library, str)["parts"]]
    step = steps_file(library, str)["main"][0]
    assert step["synapse"]["parts"] == ["my-part"]
    assert "NMDA receptors need glycine" in step["card"]


def test_a_shape_needs_a_place():
    with pytest.raises(ValueError, match="needs `at:` or `on:`"):
        Drawing(kind="shape", shape="ampa")


def test_a_ramp_goes_somewhere():
    with pytest.raises(ValueError, match="are the same"):
        Ramp(quantity="spines", start=1, full=1)
