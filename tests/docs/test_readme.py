"""The documents keep their word: commands parse, tasks exist, links lead somewhere."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from neuroviz.cli import parser
from tools.dev import EXTRAS, TASKS

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
BLOCK = re.compile(r"^```(?:sh|bat)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands(first: str) -> list[tuple[str, str]]:
    """Document and command for each line or `inline piece` that begins with the word `first`."""
    found = []
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        lines = [line for block in BLOCK.findall(text) for line in block.splitlines()]
        inline = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
        found += [(document.name, line) for line in [*lines, *inline] if re.match(rf"{first}\s", line)]
    # Once each: a document may name a command as often as it likes.
    return list(dict.fromkeys(found))


def test_the_readme_is_read() -> None:
    assert ("README.md", "make run") in commands("make")
    assert len(commands("neuroviz")) > 8


@pytest.mark.parametrize(("document", "line"), commands("neuroviz"))
def test_neuroviz_commands_parse(document: str, line: str) -> None:
    parser().parse_args(shlex.split(line, comments=True)[1:])


@pytest.mark.parametrize(("document", "line"), [*commands("make"), *commands("py"), *commands("python")])
def test_tasks_exist(document: str, line: str) -> None:
    words = shlex.split(line.replace("\\", "/"), comments=True)
    if words[0] == "make":
        assert words[1] in TASKS
        assert re.search(rf"^.*\b{words[1]}\b.*:$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    elif words[1] == "tools/dev.py":
        assert words[2] in TASKS
    elif words[1] != "-m":
        assert (ROOT / words[1]).is_file()


def test_tasks_install_extras_that_exist() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    assert {name for names in EXTRAS.values() for name in re.findall(r"\w+", names)} <= set(extras)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target]
    assert not [target for target in local if not (document.parent / target).exists()]


def test_pictures_have_words() -> None:
    for document in DOCUMENTS:
        assert "![](" not in document.read_text(encoding="utf-8")
