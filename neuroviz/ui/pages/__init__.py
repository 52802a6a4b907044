"""The pages of NeuroViz, by name."""

from __future__ import annotations

from typing import Final

from neuroviz.domain import Library
from neuroviz.ui.frame import PAGES as LISTED
from neuroviz.ui.frame import Page, Site
from neuroviz.ui.pages.about import about
from neuroviz.ui.pages.check import check
from neuroviz.ui.pages.data import data
from neuroviz.ui.pages.explore import explore
from neuroviz.ui.pages.lesson import lesson
from neuroviz.ui.pages.notes import notes
from neuroviz.ui.pages.present import present
from neuroviz.ui.pages.quiz import quiz
from neuroviz.ui.pages.sources import sources
from neuroviz.ui.state import ViewState

PAGES: Final = (*LISTED, "present", "notes", "check")
"""Every page; the last ones are not in the list at the top of a page."""

WITH_STAGE: Final = {"explore": explore, "lesson": lesson, "present": present}

__all__ = ["PAGES", "build"]


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
    return {
        "about": about,
        "check": check,
        "data": data,
        "notes": notes,
        "quiz": quiz,
        "sources": sources,
    }[name](library, site)
