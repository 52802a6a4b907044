"""What docs/interfaces.md shows runs as it stands, and a type checker has nothing to say against it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = "\n".join(
    re.findall(r"^```python\n(.*?)^```", (ROOT / "docs/interfaces.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
)
FIGURE = 'neuroviz.figures.connectome("schaefer-100")'


def test_the_example_runs_in_a_new_python() -> None:
    code = f"{EXAMPLE}\nprint(type({FIGURE}).__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert re.fullmatch(r"7Networks_LH_Default_pCunPCC_2 moves most closely with \S+\nFigure\n", done.stdout)


def test_importing_costs_nothing() -> None:
    code = "import neuroviz, sys; print([m for m in ('numpy', 'plotly', 'pydantic') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "[]\n"


def test_types_are_known_and_mistakes_are_found(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    right = ["reveal_type(atlas)", f"reveal_type({FIGURE})"]
    wrong = ["neuroviz.load_atlas(7)", "neuroviz.load_atla", "neuroviz.figures.matrix(atlas, order=7)"]
    file = tmp_path / "example.py"
    code = "\n".join([EXAMPLE, *right, *wrong])
    file.write_text(code, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--no-color-output", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert 'Revealed type is "neuroviz.atlas.model.Atlas"' in done.stdout
    assert 'Revealed type is "neuroviz.figures.figure.Figure"' in done.stdout
    errors = [code.splitlines()[int(number) - 1] for number in re.findall(r"example\.py:(\d+): error", done.stdout)]
    assert errors == wrong, done.stdout
