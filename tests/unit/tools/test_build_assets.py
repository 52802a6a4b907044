"""The build of the browser files: when it runs, what it says, what comes out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tools import build_assets
from tools.build_assets import CHARACTERS, SCRIPTS, VENDORED, BuildError, build

ROOT = Path(__file__).resolve().parents[3]
DIST = ROOT / "assets" / "dist"


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the programs that a build would have run."""
    made: list[str] = []

    def run(program: str, root: Path, *arguments: str, stdin: str | None = None) -> str:
        made.append(program)
        (root / "node_modules").mkdir(exist_ok=True)
        for argument in arguments:
            if argument.startswith("--outfile="):
                Path(argument.removeprefix("--outfile=")).write_text("0")
        return stdin or ""

    def fonts(root: Path, out: Path) -> None:
        made.append("fonts")
        (out / "fonts").mkdir(exist_ok=True)
        (out / "fonts" / "inter.woff2").touch()

    monkeypatch.setattr(build_assets, "run", run)
    monkeypatch.setattr(build_assets, "build_fonts", fonts)
    monkeypatch.setattr(build_assets, "VENDORED", {})
    return made


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Small sources of all three parts."""
    entries = [f"assets/src/{entry}" for entry in SCRIPTS.values()]
    for name in ("package-lock.json", "tsconfig.json", "tools/build_assets.py", *entries):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("{}")
    (tmp_path / "assets/css").mkdir()
    (tmp_path / "assets/css/10-b.css").write_text("b{}")
    (tmp_path / "assets/css/00-a.css").write_text("a{}")
    return tmp_path


def test_only_what_changed_is_built_again(checkout: Path, calls: list[str]) -> None:
    assert build(checkout) == ["scripts", "styles", "fonts"]
    assert calls == ["npm", *["node"] * len(SCRIPTS), "node", "fonts"]
    assert build(checkout) == []
    (checkout / "assets/css/10-b.css").write_text("c{}")
    assert build(checkout) == ["styles"]
    (checkout / "assets/src/stage/entry.ts").write_text("1")
    assert build(checkout) == ["scripts"]
    assert calls.count("npm") == 1


def test_new_versions_build_everything_again(checkout: Path, calls: list[str]) -> None:
    build(checkout)
    (checkout / "package-lock.json").write_text('{"new": 1}')
    assert build(checkout) == ["scripts", "styles", "fonts"]
    assert calls.count("npm") == 2


def test_removed_files_are_built_again(checkout: Path, calls: list[str]) -> None:
    build(checkout)
    (checkout / "assets/dist/neuroviz.css").unlink()
    assert build(checkout) == ["styles"]


def test_sheets_are_joined_by_name(checkout: Path, calls: list[str]) -> None:
    build(checkout)
    assert (checkout / "assets/dist/neuroviz.css").read_text() == "a{}\nb{}"


def test_missing_entry_is_named(checkout: Path, calls: list[str]) -> None:
    (checkout / "assets/src/stage/entry.ts").unlink()
    with pytest.raises(BuildError, match=r"assets/src/stage/entry\.ts is missing"):
        build(checkout)


def test_without_a_network_the_sentence_says_what_to_do(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def offline(program: str, root: Path, *arguments: str, stdin: str | None = None) -> str:
        raise BuildError("npm error code ENOTFOUND\nnpm error network request failed")

    monkeypatch.setattr(build_assets, "run", offline)
    with pytest.raises(BuildError, match=r"^The npm registry, .* cannot be reached: connect to the internet[^\n]*$"):
        build(checkout)


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_are_classic_and_make_no_code(name: str) -> None:
    script = (DIST / name).read_text(encoding="utf-8")
    assert not re.search(r"\beval\(|\bnew Function\(|^\s*(?:import|export)\b", script, re.MULTILINE)


@pytest.mark.parametrize("name", VENDORED)
def test_what_is_served_as_it_is_brings_its_licence(name: str) -> None:
    assert "Permission is hereby granted" in (DIST / f"{Path(name).stem}-LICENSE.txt").read_text(encoding="utf-8")


def test_the_stage_carries_the_licence_of_three() -> None:
    assert "Three.js Authors" in (DIST / "stage.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "weights", "characters"),
    [
        ("inter", (400, 700), CHARACTERS),
        # The Latin file of Source Serif has neither Greek nor most signs; it is for headlines only.
        ("source-serif", (400, 600), "".join(map(chr, range(0x20, 0x7F))) + "–—‘’“”…·−×±°²éöüßç"),
    ],
)
def test_fonts_are_small_and_complete(name: str, weights: tuple[int, int], characters: str) -> None:
    file = DIST / "fonts" / f"{name}.woff2"
    assert file.stat().st_size <= 30_000
    font = TTFont(file)
    assert not set(characters) - set(map(chr, font.getBestCmap()))
    (axis,) = font["fvar"].axes
    assert (axis.axisTag, axis.minValue, axis.maxValue) == ("wght", *weights)
    assert "SIL OPEN FONT LICENSE" in (DIST / "fonts" / f"{name}-OFL.txt").read_text(encoding="utf-8").upper()
