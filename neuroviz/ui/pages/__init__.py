"""The pages of NeuroViz, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from neuroviz.domain import Library
from neuroviz.ui.frame import PAGES, Page, Site
from neuroviz.ui.pages.about import about
from neuroviz.ui.pages.check import check
from neuroviz.ui.pages.data import data
from neuroviz.ui.pages.evidence import evidence
from neuroviz.ui.pages.explore import explore
from neuroviz.ui.pages.glossary import glossary
from neuroviz.ui.pages.home import home
from neuroviz.ui.pages.lesson import lesson
from neuroviz.ui.pages.notes import notes
from neuroviz.ui.pages.present import present
from neuroviz.ui.pages.quiz import quiz
from neuroviz.ui.pages.safety import safety
from neuroviz.ui.pages.sources import sources
from neuroviz.ui.state import ViewState

WITH_STAGE: Final[Mapping[str, Callable[[Library, Site, ViewState], Page]]] = {
    "explore": explore,
    "lesson": lesson,
    "present": present,
}

__all__ = ["PAGES", "build"]

BUILDERS: Final[Mapping[str, Callable[[Library, Site], Page]]] = {
    "home": home,
    "evidence": evidence,
    "glossary": glossary,
    "safety": safety,
    "about": about,
    "check": check,
    "data": data,
    "notes": notes,
    "quiz": quiz,
    "sources": sources,
}
"""Every page that has no stage."""


def build(name: str, library: Library, site: Site, state: ViewState) -> Page:
    """One page.

    Parameters
    ----------
    name
        One of `PAGES`.
    library
        All words and sources.
    site
        Where files and other pages are.
    state
        What the address asks for; pages with a stage heed it.

    Raises
    ------
    KeyError
        If there is no page of that name.
    """
    if name in WITH_STAGE:
        return WITH_STAGE[name](library, site, state)
    return BUILDERS[name](library, site)
