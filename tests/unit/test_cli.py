"""The command line: what it understands, and errors as sentences."""

from __future__ import annotations

import errno
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from neuroviz import __version__
from neuroviz.cli import main, parser
from neuroviz.errors import PackError
from neuroviz.resources import content_root


@pytest.mark.parametrize(
    "line",
    [
        "serve",
        "serve --host 0.0.0.0 --port 9000 --no-browser",
        "atlas list",
        "atlas info schaefer-100",
        "atlas verify",
        "atlas verify yeo-7 yeo-17",
        "atlas build",
        "atlas build fsaverage5",
        "check",
        "check my-content",
        "export site course",
        "doctor",
    ],
)
def test_commands_are_understood(line: str) -> None:
    assert callable(parser().parse_args(line.split()).run)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"NeuroViz {__version__}\n"


def test_an_error_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(host: str, port: int, open_browser: bool) -> None:
        raise PackError("atlases/yeo-7 is damaged: run `neuroviz atlas build yeo-7`.")

    monkeypatch.setattr("neuroviz.web.serve.serve", broken)
    assert main(["serve"]) == 2
    printed = capsys.readouterr()
    assert printed.err == "error: atlases/yeo-7 is damaged: run `neuroviz atlas build yeo-7`.\n"
    assert not printed.out


def test_ctrl_c_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(host: str, port: int, open_browser: bool) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("neuroviz.web.serve.serve", interrupted)
    assert main(["serve"]) == 130
    assert capsys.readouterr() == ("", "")


def test_serve_hands_on_its_options(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    monkeypatch.setattr("neuroviz.web.serve.serve", lambda *words, **options: calls.append((words, options)))
    assert main(["serve", "--host", "0.0.0.0", "--port", "81", "--no-browser"]) == 0
    assert main(["serve"]) == 0
    assert calls == [
        (("0.0.0.0", 81), {"open_browser": False}),
        (("127.0.0.1", 8050), {"open_browser": True}),
    ]


def test_app_py_heeds_its_options() -> None:
    command = [sys.executable, str(Path(__file__).parents[2] / "app.py"), "--port", "70000"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, "Port 70000 does not exist" in done.stderr) == (2, True)


def test_check_lists_every_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Slips in two files and in a view come back together, each with its place."""
    folder = tmp_path / "content"
    shutil.copytree(content_root(), folder)
    for name, old, new in (
        ("claims.yaml", "verdict: mixed", "verdict: mixd"),
        ("glossary.yaml", "term: Agonist", "trem: Agonist"),
        ("lessons/ketamine.yaml", "scale=", "scael="),
    ):
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert main(["check", str(folder)]) == 1
    told = capsys.readouterr().err
    assert re.search(r"claims\.yaml:\d+:\d+: .*verdict: .*mixd", told)
    assert re.search(r"glossary\.yaml:\d+:\d+: .*trem", told)
    assert re.search(r"ketamine\.yaml:\d+:\d+: steps.*`scael`", told)
    assert told.endswith("\n3 problems found\n")


def test_check_of_a_folder_that_may_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(content_root(), tmp_path / "locked")

    def refused(folder: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(folder))

    monkeypatch.setattr(Path, "iterdir", refused)
    assert main(["check", str(tmp_path / "locked")]) == 1
    assert re.search(r"locked.*:1:1: The folder cannot be read \(Permission denied\)\. Check", capsys.readouterr().err)


def test_check_says_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert "66 claims, 88 terms" in capsys.readouterr().out


def test_check_of_no_folder_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nothing")]) == 1
    assert "no such folder" in capsys.readouterr().err


def test_check_of_our_own_content() -> None:
    assert main(["check"]) == 0


def test_unknown_pack_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["atlas", "info", "brodmann"]) == 2
    assert re.fullmatch(r"error: .*'brodmann'.*schaefer-100.*\n", capsys.readouterr().err)


def test_a_reader_that_leaves_is_no_error() -> None:
    command = [sys.executable, "-m", "neuroviz", "atlas", "info", "schaefer-100"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as told:
        assert told.stdout
        assert told.stderr
        told.stdout.close()
        assert told.wait(30) == 0
        assert told.stderr.read() == b""


def test_help_needs_nothing_heavy() -> None:
    probe = "import sys; from neuroviz.cli import parser; parser().format_help(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout.split()
    assert not {"dash", "flask", "numpy", "plotly", "pydantic", "waitress"} & set(loaded)
