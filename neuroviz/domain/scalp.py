"""The scalp scale: what an electrode cap sees of the default network, and what it cannot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from neuroviz.domain.base import Many, ReferenceKey, Slug, Strict, Text
from neuroviz.domain.views import PACK_SOURCES, Statement
from neuroviz.domain.yaml_source import Loc

FILE = "scalp.yaml"


class EegSite(Strict):
    """A place of the network whose map on the scalp is shown by itself."""

    id: Slug = Field(description="id of the place in the pack eeg-forward")
    name: Text = Field(description="its name in the chooser")


class EegStudy(Strict):
    """One recording during or after ketamine."""

    key: ReferenceKey = Field(description="key in references.yaml")
    who: Text = Field(description="how many of whom, and the method")
    found: Text = Field(description="directions: ▲ up, ▼ down")


class ScalpView(Strict):
    """All words of the scalp scale that are no interface."""

    headline: Annotated[Text, StringConstraints(max_length=55)] = Field(description="one short sentence")
    lead: Text = Field(description="one or two sentences")
    statements: Many[Statement] = Field(min_length=2, description="what the panel says")
    dissent: Many[Text] = Field(min_length=1, description="what to keep in mind, and who disagrees")
    not_shown: Many[Text] = Field(min_length=1, description="what the scale does not show")
    can: Many[Text] = Field(min_length=1, description="what EEG can tell")
    cannot: Many[Text] = Field(min_length=1, description="what EEG cannot tell")
    sites: Many[EegSite] = Field(min_length=1, description="places, in the order of the pack")
    studies: Many[EegStudy] = Field(min_length=1, description="recordings behind the directions")


def scalp_citations(content: Mapping[str, Any]) -> Iterator[tuple[str, Loc, str]]:
    """Every place where the file names a reference."""
    if FILE not in content:
        return
    view: ScalpView = content[FILE]
    for k, said in enumerate(view.statements):
        for i, key in enumerate(said.sources):
            if key not in PACK_SOURCES:
                yield FILE, ("statements", k, "sources", i), key
    for k, study in enumerate(view.studies):
        yield FILE, ("studies", k, "key"), study.key
