"""The example notebook runs and prints what it says that it prints; pictures are small and stand where figures are made."""

from __future__ import annotations

import ast
import base64
import contextlib
import io
import json
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

NOTEBOOK = Path(__file__).resolve().parents[2] / "docs" / "example.ipynb"


def code_cells() -> list[dict[str, Any]]:
    return [c for c in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"] if c["cell_type"] == "code"]


def run(source: str, names: dict[str, Any]) -> tuple[str, Any]:
    """What a cell prints, and the value of its last line if that is an expression."""
    body = ast.parse(source).body
    last = ast.Expression(body[-1].value) if isinstance(body[-1], ast.Expr) else None
    body = body[:-1] if last else body
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(ast.Module(body, []), "cell", "exec"), names)
        value = eval(compile(last, "cell", "eval"), names) if last else None
    return printed.getvalue(), value


def test_every_cell_gives_what_is_committed() -> None:
    names: dict[str, Any] = {}
    for cell in code_cells():
        printed, value = run("".join(cell["source"]), names)
        committed = "".join(line for out in cell["outputs"] if out["output_type"] == "stream" for line in out["text"])
        pictures = [out for out in cell["outputs"] if out["output_type"] == "display_data"]
        assert printed == committed
        assert isinstance(value, go.Figure) == (len(pictures) == 1)


def test_pictures_are_still_and_the_file_is_small() -> None:
    assert NOTEBOOK.stat().st_size < 300_000
    pictures = [out["data"] for c in code_cells() for out in c["outputs"] if "data" in out]
    assert len(pictures) == 4
    for picture in pictures:
        assert list(picture) == ["image/png"]
        assert base64.b64decode("".join(picture["image/png"])).startswith(b"\x89PNG")
