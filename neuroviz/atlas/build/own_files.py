"""A person's own files before they are read: kind, size, side, and the table that names their labels."""

from __future__ import annotations

import csv
import importlib.util
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from neuroviz.errors import PackError
from neuroviz.resources import INSTALL_EXTRA

MOST_BYTES = 500_000_000
SURFACE = (".gii", ".gii.gz", ".annot")
VOLUME = (".nii", ".nii.gz")
TABLE = (".csv", ".tsv")
NEEDED = ("nibabel", "nilearn")

_SIDES: tuple[tuple[Literal["left", "right"], set[str]], ...] = (
    ("left", {"lh", "l", "left"}),
    ("right", {"rh", "r", "right"}),
)


def check_readers() -> None:
    """Say what to install when the packages that read label files are not there."""
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise PackError(f"Adding an atlas needs {' and '.join(missing)}; {INSTALL_EXTRA}.")


def check_file(file: Path, suffixes: Sequence[str]) -> None:
    """Say in one sentence why ``file`` is not even opened."""
    if file.is_dir():
        raise PackError(f"{file} is a folder; name the file with the labels.")
    if not file.is_file():
        raise PackError(f"There is no file {file}; check the path.")
    if not suffix_of(file, suffixes):
        raise PackError(f"{file.name} does not end in {', '.join(suffixes)}; save it as one of these.")
    size = file.stat().st_size
    if size == 0:
        raise PackError(f"{file.name} is empty; save or download it again.")
    if size > MOST_BYTES:
        raise PackError(
            f"{file.name} has {size / 1e6:,.0f} MB, and label files of at most {MOST_BYTES / 1e6:,.0f} MB are read; "
            "save the labels alone, as whole numbers."
        )


def suffix_of(file: Path, suffixes: Sequence[str]) -> str:
    """The longest of ``suffixes`` that the name ends in, or an empty string."""
    fitting = (s for s in suffixes if file.name.lower().endswith(s))
    return max(fitting, key=len, default="")


def is_volume(files: Sequence[Path]) -> bool:
    """Whether one volume was given, rather than one or two surface files; checks each file."""
    for file in files:
        check_file(file, (*SURFACE, *VOLUME))
    volumes = [file for file in files if suffix_of(file, VOLUME)]
    if len(files) > (1 if volumes else 2):
        raise PackError("Give one volume, or one surface file, or two: the left and the right hemisphere.")
    return bool(volumes)


def side_of(name: str) -> Literal["left", "right"] | None:
    """Hemisphere that a file name such as ``lh.mine.annot`` speaks of."""
    found = [side for side, tokens in _SIDES if tokens & set(_tokens(name.lower()))]
    return found[0] if len(found) == 1 else None


def title_of(file: Path) -> str:
    """What a file is called without its ending and its hemisphere."""
    endings = (".label.gii", ".func.gii", ".shape.gii", *SURFACE, *VOLUME)
    stem = file.name[: len(file.name) - len(suffix_of(file, endings))]
    aside = {"hemi", *(token for _, tokens in _SIDES for token in tokens)}
    return " ".join(token for token in _tokens(stem) if token.lower() not in aside)


def name_of(title: str) -> str:
    """Name for an atlas with this title."""
    return "-".join(re.findall(r"[a-z0-9]+", title.lower()))


def read_table(file: Path) -> dict[int, str]:
    """Names of labels from a table with the columns ``index`` and ``name``, as BIDS has them."""
    check_file(file, TABLE)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise PackError(f"{file.name} is not text in UTF-8; save it as CSV (UTF-8).") from error
    head = text.split("\n", 1)[0].lower()
    delimiter = "\t" if file.suffix.lower() == ".tsv" else ";" if ";" in head else ","
    columns = [cell.strip().strip('"') for cell in head.split(delimiter)]
    if "index" not in columns or "name" not in columns:
        raise PackError(f"{file.name} has no columns 'index' and 'name' in its first line; add them.")
    names: dict[int, str] = {}
    for cells in (rows := csv.reader(io.StringIO(text.split("\n", 1)[-1]), delimiter=delimiter)):
        if any(cell.strip() for cell in cells):
            index, name = _row(cells, columns, f"{file.name}, line {rows.line_num + 1}")
            if index in names:
                raise PackError(f"{file.name}, line {rows.line_num + 1}: index {index} is there twice; keep one.")
            names[index] = name
    return names


def _row(cells: Sequence[str], columns: Sequence[str], where: str) -> tuple[int, str]:
    given = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
    index, name = given.get("index", ""), given.get("name", "")
    if not re.fullmatch(r"\d{1,9}", index):
        raise PackError(f"{where}: the index '{index[:20]}' is not a whole number from 0; correct it.")
    if not name:
        raise PackError(f"{where}: label {index} has no name; add one.")
    return int(index), name


def _tokens(name: str) -> list[str]:
    return [token for token in re.split(r"[\s._-]+", name) if token]
