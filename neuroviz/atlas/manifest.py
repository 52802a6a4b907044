"""What a pack says about itself: where it comes from, what was done to it, and what may be done with it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

FileName = Annotated[str, Field(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.-]*$")]
"""A file of the pack's own folder: a manifest that somebody passed on must not lead to any other."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(_Entry):
    """A package at one exact version, and the files inside it that were read."""

    package: str
    version: str
    files: tuple[str, ...] = ()


class Licence(_Entry):
    """Terms of the data, not of the program.

    ``id`` is an SPDX expression (several licences joined by `` AND ``), ``notice`` the words that have to be
    shown with the data. The full text lies beside the arrays in ``LICENSE.txt``.
    """

    id: str
    name: str
    notice: str


class Citation(_Entry):
    """A paper to cite; ``doi`` without the address in front of it."""

    text: str
    doi: str | None = None


class ArrayEntry(_Entry):
    """One stored array; stored number × ``scale`` = value in ``unit``."""

    file: FileName
    dtype: str
    shape: tuple[int, ...]
    scale: float = 1.0
    unit: str = ""
    sha256: str


class Manifest(_Entry):
    """The whole of ``manifest.json``."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    kind: str
    title: str
    space: str
    description: str
    source: tuple[Source, ...]
    processing: tuple[str, ...]
    licence: Licence
    citations: tuple[Citation, ...]
    arrays: dict[str, ArrayEntry]
    files: dict[FileName, str]
