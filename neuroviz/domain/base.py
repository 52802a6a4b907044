"""What all content models share: strict types, no unknown keys, and the small text types."""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

T = TypeVar("T")

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Words for people; never empty."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""An id: small letters, digits and single hyphens."""

ReferenceKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
"""A key of references.yaml: small letters, digits and underscores, such as ``kishimoto2016``."""

Token = Annotated[str, StringConstraints(pattern=r"^--[a-z0-9]+(-[a-z0-9]+)*$")]
"""Name of a colour in neuroviz/theme.py, written as in CSS: ``--net-default``."""

Many = Annotated[tuple[T, ...], Field(strict=False)]
"""A list in YAML, a tuple in Python."""

Mark = Literal["data", "model", "schematic"]
"""What stands behind something drawn or said: measured, computed, or direction only."""

Subsystem = Literal["core", "dorsal-medial", "medial-temporal"]
"""The three parts of the default mode network."""


class Strict(BaseModel):
    """Base of every content model: no unknown keys, no silent conversions, not changed after loading."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)
