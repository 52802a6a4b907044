"""Terms in a text become links to the glossary; where scripts run, a tip says what they mean (``assets/src/tips.ts``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from neuroviz.domain import Library
from neuroviz.ui.markup import Markup, el, join

Link = Callable[[str], str]
"""Address of a page by name."""


def prose(text: str, library: Library, link: Link, leave: Iterable[str] = ()) -> Markup:
    """A text in which the first occurrence of each term is a link with a tip.

    Parameters
    ----------
    text
        One block: a paragraph, a sentence, an item of a list.
    library
        The glossary.
    link
        Address of a page by name.
    leave
        Ids of terms that are not marked, such as the entry that is being read.
    """
    seen = set(leave)
    out: list[object] = []
    end = 0
    for found in library.lexicon.find(text):
        if found.term in seen:
            continue
        seen.add(found.term)
        word = text[found.start : found.end]
        href = f"{link('glossary')}#{found.term}"
        out += [text[end : found.start], el("a", word, class_="term", href=href, data_term=found.term)]
        end = found.end
    return join([*out, text[end:]])


def tips(library: Library) -> dict[str, list[str]]:
    """Name, meaning and pronunciation of every term by id, as the browser reads them."""
    return {t.id: [t.term, t.meaning, t.say or ""] for t in library.glossary}
