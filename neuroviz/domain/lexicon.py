"""Finds the terms of the glossary in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from neuroviz.domain.evidence import Term


@dataclass(frozen=True)
class Found:
    """A term in a text: where it starts and ends, and the id of its entry."""

    start: int
    end: int
    term: str


class Lexicon:
    """All ways in which the terms of a glossary are written, as one expression.

    Parameters
    ----------
    glossary
        The entries; those with ``tip: false`` are not looked for.
    """

    def __init__(self, glossary: Iterable[Term]) -> None:
        self._ids: dict[str, str] = {}
        parts = []
        for word, term in sorted(((w, t.id) for t in glossary for w in written(t)), key=lambda pair: -len(pair[0])):
            self._ids[word.casefold()] = term
            parts.append(" ".join(re.escape(w) if exactly(w) else f"(?i:{re.escape(w)})" for w in word.split()))
        self._pattern = re.compile(rf"(?<![\w-])({'|'.join(parts) or '(?!)'})(?:es|s)?(?![\w-])")

    def find(self, text: str) -> Iterator[Found]:
        """Every occurrence of every term, from left to right; the longest way of writing wins."""
        for match in self._pattern.finditer(text):
            yield Found(match.start(), match.end(), self._ids[match[1].casefold()])


def written(term: Term) -> Iterator[str]:
    """Ways in which a term may stand in a sentence."""
    if term.tip:
        yield from (word for word in (term.term, *term.aliases) if "(" not in word and " / " not in word)


def exactly(word: str) -> bool:
    """Whether capitals belong to a word: DMN, mPFC and Ki are not dmn, mpfc and ki."""
    return len(word) <= 2 or sum(c.isupper() for c in word) > 1
