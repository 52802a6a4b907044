"""What the panel says beside a picture, and what the About page says."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, StringConstraints

from neuroviz.domain.base import Many, Mark, ReferenceKey, Slug, Strict, Text

Show = Literal["dmn", "core", "dorsal-medial", "medial-temporal", "all"]
Confidence = Literal["low", "medium", "high"]

PLACEHOLDERS: Final[Mapping[str, str]] = {
    "atlas": "title of the atlas on show",
    "n_parcels": "number of parcels shown",
    "n_all": "number of parcels in the atlas",
    "within_r": "mean r among the parcels shown (among default parcels in the view of all networks)",
    "rest_r": "mean r between those parcels and all other parcels",
    "lowest_network": "network whose mean r with the default network is lowest",
    "lowest_r": "that mean r",
}

PACK_SOURCES: Final = ("atlas", "connectivity", "eeg")
"""Sources that stand for packs: the atlas on show, its measured connectivity, the electrode cap."""


def placeholders(text: str) -> frozenset[str]:
    """Names in curly braces in a text."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def _known(text: str) -> str:
    try:
        names = placeholders(text)
    except ValueError as error:
        raise ValueError("has a curly brace without its partner. Write {name}, or {{ and }} for braces") from error
    unknown = sorted(names - set(PLACEHOLDERS))
    if unknown:
        raise ValueError(f"has the unknown placeholder {{{unknown[0]}}}. Known are {', '.join(PLACEHOLDERS)}")
    return text


Template = Annotated[Text, AfterValidator(_known)]
"""Words that may hold placeholders such as ``{within_r}``."""

Source = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
"""A key of references.yaml, or one of `PACK_SOURCES`."""


class Statement(Strict):
    """One sentence about the picture, with what stands behind it."""

    mark: Mark = Field(description="data, model or schematic")
    text: Template = Field(description="one or two sentences; may hold placeholders such as {within_r}")
    sources: Many[Source] = Field(
        min_length=1, description="keys in references.yaml, or atlas or connectivity for the packs on show"
    )
    confidence: Confidence | None = Field(default=None, description="low, medium or high; null where it is not rated")
    checked: bool = Field(default=True, description="false if the statement was not re-checked")
    claims: Many[Slug] = Field(default=(), description="ids of the claims that it belongs to")

    def fill(self, values: Mapping[str, str]) -> str | None:
        """The sentence with its placeholders filled, or None if the picture has no value for one of them.

        Parameters
        ----------
        values
            Words for the names in `PLACEHOLDERS`; leave out what the atlas does not have.
        """
        if not placeholders(self.text) <= set(values):
            return None
        return self.text.format_map(values)


class View(Strict):
    """What the panel says in one state of the picture."""

    scale: Literal["network"] = Field(description="scale of the picture")
    show: Show = Field(description="what is shown: dmn, core, dorsal-medial, medial-temporal or all")
    headline: Annotated[Text, StringConstraints(max_length=55)] = Field(description="one short sentence")
    lead: Text = Field(description="one or two sentences")
    statements: Many[Statement] = Field(min_length=2, max_length=3, description="two or three statements")
    dissent: Many[Text] = Field(min_length=1, description="what to keep in mind, and who disagrees")
    not_shown: Many[Text] = Field(min_length=1, description="what this view does not show")


class MarkText(Strict):
    """One of the three marks, explained."""

    mark: Mark = Field(description="data, model or schematic")
    name: Text = Field(description="its name on the screen")
    meaning: Text = Field(description="what it says about a picture or a sentence")


class Cite(Strict):
    """How to cite, and what NeuroViz stands on."""

    text: Text = Field(description="how to cite NeuroViz")
    atlases: Text = Field(description="how to cite the atlases")
    references: Many[ReferenceKey] = Field(min_length=1, description="keys in references.yaml")


class About(Strict):
    """The About page."""

    headline: Text = Field(description="one short sentence")
    what: Many[Text] = Field(min_length=1, description="what NeuroViz is, one paragraph an item")
    marks: Many[MarkText] = Field(min_length=3, max_length=3, description="the three marks, explained")
    checks: Text = Field(description="how far sources were checked")
    limits: Many[Text] = Field(min_length=1, description="what NeuroViz cannot show")
    not_medical: Text = Field(description="that it is no medical advice")
    cite: Cite = Field(description="how to cite")
    privacy: Text = Field(description="what happens to data of visitors")
