"""Claims as markup: verdicts, studies, and the links between a claim and the pictures that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final
from urllib.parse import urlencode

from neuroviz.domain import Library
from neuroviz.domain.evidence import Claim, Evidence, Verdict
from neuroviz.domain.facts import Shown
from neuroviz.ui import icons
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.state import read
from neuroviz.ui.terms import prose

Link = Callable[[str], str]

GROUPS: Final = ("human", "rodent", "in-vitro", "review", "meta-analysis")
"""Who or what was studied, in the order in which it is named."""

PLACES: Final = ("scalp", "network", "circuit", "synapse", "receptor", "time", "safety")
"""Where a claim can be seen, from outside in."""


def verdict(value: Verdict, library: Library) -> Markup:
    """Stamp and word of a verdict."""
    words = library.words["evidence"]["verdicts"][value]
    return el("span", icons.VERDICTS[value], el("b", words["name"]), class_="judged", title=words["meaning"])


def address(claim_id: str, link: Link) -> str:
    """Address of a claim on the evidence page."""
    return f"{link('evidence')}#{claim_id}"


def claim_links(ids: Iterable[str], library: Library, link: Link) -> Markup | None:
    """Verdicts of claims as links, for whatever is drawn or said elsewhere; None where there is no claim."""
    out = []
    for claim_id in ids:
        claim = library.claim(claim_id)
        name = library.words["evidence"]["verdicts"][claim.verdict]["name"]
        spoken = el("span", claim.claim, " ", class_="sr")
        out.append(el("a", icons.VERDICTS[claim.verdict], spoken, name, class_="claim-link", href=address(claim_id, link)))
    return el("span", out, class_="claim-links") if out else None


def seen(claim: Claim, library: Library) -> Iterator[Shown]:
    """Where a claim can be seen, as far as that is built."""
    for shown in library.evidence.shown:
        if shown.claim == claim.id and (shown.page != "explore" or not read(shown.query).ignored):
            yield shown


def see_link(shown: Shown, library: Library, link: Link) -> Markup:
    """A link to where a claim can be seen, named by scale and stop."""
    name = library.words["evidence"]["places"][shown.place]
    stop = next((s.name for s in library.clock.stops if s.id == shown.t), None)
    query = f"?{urlencode(shown.query)}" if shown.query else ""
    return el("a", f"{name}, {stop}" if stop else name, href=link(shown.page) + query)


def study(evidence: Evidence, library: Library, link: Link) -> Markup:
    """One study: who, how many, what was found, how far it was checked, where it is."""
    words, marks = library.words["evidence"], library.words["sources"]
    reference = library.references[evidence.key]
    standing = "not re-checked" if not evidence.checked else reference.standing
    mark = marks[standing.replace(" ", "_").replace("-", "_")]
    people = words["groups"][evidence.species]
    size = el("span", words["n"].format(n=f"{evidence.n:,}"), class_="size") if evidence.n else None
    doi = el("a", f"{words['doi']} {reference.doi}", href=reference.url, class_="doi") if reference.doi else None
    return el(
        "li",
        el("p", el("b", people), size, class_="in-whom"),
        el("p", prose(evidence.finding, library, link), class_="finding"),
        el(
            "p",
            el("a", reference.label, href=f"{link('sources')}#{evidence.key}"),
            doi,
            el("span", mark, class_=f"standing {'good' if standing == 'seen' else 'open'}"),
            class_="cited",
        ),
    )


def groups(claim: Claim) -> tuple[str, ...]:
    """Who or what the studies of a claim looked at, each once."""
    there = {e.species for e in claim.evidence}
    return tuple(g for g in GROUPS if g in there)


def summary(claim: Claim, library: Library) -> str:
    """How many studies there are, and in whom."""
    words = library.words["evidence"]
    n = len(claim.evidence)
    count = words["studies_one" if n == 1 else "studies_other"].format(n=n)
    return f"{count}: {', '.join(words['groups'][g] for g in groups(claim))}"


def sections(library: Library) -> list[tuple[str, list[Claim]]]:
    """Claims by section of the article, in its order."""
    out: dict[str, list[Claim]] = {}
    for claim in library.claims:
        out.setdefault(claim.section, []).append(claim)
    return list(out.items())


def sources_line(keys: Iterable[str], library: Library, link: Link, checked: bool = True) -> Markup:
    """Links to publications, with what was not re-checked said in words."""
    marks = library.words["sources"]
    out: list[object] = []
    for key in keys:
        reference = library.references[key]
        out += [el("a", reference.label, href=f"{link('sources')}#{key}"), " "]
        if checked and reference.standing != "seen":
            out.append(el("span", marks[reference.standing.replace(" ", "_").replace("-", "_")], class_="standing open"))
    if not checked:
        out.append(el("span", marks["not_re_checked"], class_="standing open"))
    return el("span", join(out), class_="cited")
