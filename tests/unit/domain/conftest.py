"""A copy of the content in which one thing is wrong."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from neuroviz.domain import check
from neuroviz.errors import Problem
from neuroviz.resources import content_root

Break = Callable[[str, str, str], list[Problem]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(content_root(), tmp_path / "content"))


@pytest.fixture
def broken(root: Path) -> Break:
    """Replace the first occurrence of a text in a file, and check the whole folder."""

    def change(file: str, old: str, new: str) -> list[Problem]:
        path = root / file
        text = path.read_text("utf-8")
        assert old in text, f"{file} no longer holds {old!r}; choose another text for this test"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return check(root)

    return change
