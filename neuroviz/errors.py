"""Errors that a person can act on: each says what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class NeuroVizError(Exception):
    """Base of every error that is shown to a person as one sentence, never as a trace."""


class PackError(NeuroVizError):
    """An atlas pack is missing, damaged or not understood."""


class ServeError(NeuroVizError):
    """The app could not be started, for example because the port is taken."""


class ExportError(NeuroVizError):
    """A frozen copy could not be written."""


@dataclass(frozen=True)
class Problem:
    """One mistake in a content file.

    Parameters
    ----------
    file, line, column
        Where it is; line and column count from 1.
    field
        Dotted path of the field, for example ``steps.1.text``.
    message
        What is wrong and what to do.
    """

    file: str
    line: int
    column: int
    field: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}"
        return f"{where}: {self.field}: {self.message}" if self.field else f"{where}: {self.message}"


class ContentError(NeuroVizError):
    """Content files with mistakes; carries all of them at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(p) for p in self.problems))
