"""What is committed and packaged: no address of a registry, no path of a machine, complete metadata."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from neuroviz import __version__

ROOT = Path(__file__).resolve().parents[2]
#: Written in two halves, so that this file does not contain what it forbids.
HOSTS = [
    "registry." + "npmjs",
    "python" + "hosted",
    "pypi." + "org",
    "deb." + "debian",
    "unpkg." + "com",
    "js" + "delivr",
    "cdn" + "js",
    "fonts." + "googleapis",
    "plotly." + "com",
]
PLACES = ["/wo" + "rk/", "/tmp/" + "build", "/ro" + "ot/", "/home/" + "[a-z]", "/Users/" + "[A-Za-z]"]


def committed() -> list[Path]:
    """Files that git has or would take."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / line for line in done.stdout.splitlines() if (ROOT / line).is_file()]


def test_nothing_names_a_download_host_or_a_machine() -> None:
    forbidden = re.compile("|".join([*map(re.escape, HOSTS), *(rf"(?<![\w.]){place}" for place in PLACES)]))
    found = []
    for file in committed():
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if hit := forbidden.search(line):
                found.append(f"{file.relative_to(ROOT)}:{number}: {hit[0]}")
    assert not found


def test_nothing_advises_to_install_a_stranger() -> None:
    """On the package index the name belongs to another project; only a folder may be installed."""
    stranger = re.compile(r"pip install[^`\n]*['\" ]neuro" + r"viz\b")
    told = [f for f in committed() if f.suffix in (".py", ".md", ".ipynb", ".yml", ".yaml", ".toml")]
    found = [str(f.relative_to(ROOT)) for f in told if stranger.search(f.read_text(encoding="utf-8"))]
    assert not found


def test_the_npm_lock_has_versions_and_checksums_only() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert not [name for name, entry in packages.items() if "resolved" in entry or "integrity" not in entry]
    # A lock that was written on one system may leave out the programs for the others.
    for platform in ("linux-x64", "linux-arm64", "darwin-arm64", "darwin-x64", "win32-x64"):
        assert f"node_modules/@esbuild/{platform}" in packages
        assert f"node_modules/@typescript/typescript-{platform}" in packages


def test_no_lock_of_another_tool_is_committed() -> None:
    names = {
        "uv.lock",
        "poetry.lock",
        "pdm.lock",
        "Pipfile.lock",
        "pylock.toml",
        "yarn.lock",
        "pnpm-lock.yaml",
    }
    assert not names & {file.name for file in committed()}


def test_what_is_built_is_not_committed() -> None:
    made = [file for file in committed() if {"node_modules", "dist", ".venv"} & set(file.relative_to(ROOT).parts)]
    assert not made


def test_every_document_tells_the_same_version() -> None:
    assert f"version: {__version__}\n" in (ROOT / "CITATION.cff").read_text()
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text()


def test_the_licence_is_named_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["license"] == "BSD-3-Clause"
    assert json.loads((ROOT / "package.json").read_text())["license"] == "BSD-3-Clause"
    assert "license: BSD-3-Clause\n" in (ROOT / "CITATION.cff").read_text()
    assert (ROOT / "LICENSE").read_text().startswith("BSD 3-Clause License\n")
