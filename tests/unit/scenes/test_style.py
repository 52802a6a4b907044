"""The style sheet of the drawn brain."""

from __future__ import annotations

import re
from pathlib import Path

from neuroviz import theme
from neuroviz.scenes.style import inked, stylesheet

SHEET = Path(__file__).resolve().parents[3] / "assets" / "css" / "20-drawn.css"


def test_sheet_is_fresh():
    stale = "20-drawn.css is stale; run python -m neuroviz.scenes.style > assets/css/20-drawn.css"
    assert SHEET.read_text(encoding="utf-8") == stylesheet(), stale


def test_sheet_knows_only_tokens_of_the_theme():
    sheet = stylesheet()
    own = set(re.findall(r"(--[a-z-]+):", sheet)) | {"--c", "--f", "--w", "--k", "--s", "--quiet"}
    used = set(re.findall(r"var\((--[a-z0-9-]+)", sheet))
    assert used - own <= {f"--{name}" for name in theme.tokens("paper")}


def test_ink_gives_attributes_of_the_scheme():
    dark, white = (inked('<path class="rim-5"/>', theme.tokens(scheme)) for scheme in ("dark", "projector"))
    assert (dark, white) == (
        '<path class="rim-5" fill-opacity="0.55"/>',
        '<path class="rim-5" fill-opacity="0.3"/>',
    )
