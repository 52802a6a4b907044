"""The pages of NeuroViz, by name."""

from __future__ import annotations

from neuroviz.domain import Library
from neuroviz.ui.frame import PAGES, Page, Site
from neuroviz.ui.pages.about import about
from neuroviz.ui.pages.data import data
from neuroviz.ui.pages.explore import explore
from neuroviz.ui.pages.sources import sources
from neuroviz.ui.state import ViewState

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
        What the address asks for; only Explore heeds it.

    Raises
    ------
    KeyError
        If there is no page of that name.
    """
    if name == "explore":
        return explore(library, site, state)
    return {"about": about, "data": data, "sources": sources}[name](library, site)
