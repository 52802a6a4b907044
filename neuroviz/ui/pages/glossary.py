"""The glossary: every term in plain words, by letter."""

from __future__ import annotations

from itertools import groupby

from neuroviz.domain import Library
from neuroviz.domain.evidence import Term
from neuroviz.ui import claims, icons
from neuroviz.ui.frame import Page, Site
from neuroviz.ui.markup import Markup, el
from neuroviz.ui.terms import prose

MOST_CLAIMS = 3
"""Claims that an entry links to; the search of the evidence page finds the rest."""


def glossary(library: Library, site: Site) -> Page:
    """The page; every entry can be linked to by its id."""
    words = library.words["glossary"]
    terms = sorted(library.glossary, key=lambda t: t.term.casefold())
    by_letter = [(letter, list(inside)) for letter, inside in groupby(terms, key=lambda t: t.term[0].upper())]
    total = len(terms)
    letters = [el("li", el("a", letter, href=f"#letter-{letter.lower()}")) for letter, _ in by_letter]
    using = _claims_by_term(library)
    search = el(
        "form",
        el(
            "p",
            el("label", words["search"], for_="q"),
            el("span", icons.UI["search"], el("input", type="search", id="q", name="q", autocomplete="off", spellcheck="false")),
            class_="search",
        ),
        el(
            "p",
            words["status_all"].format(all=total),
            role="status",
            class_="status",
            data_all=words["status_all"].format(all=total),
            data_some=words["status_some"].replace("{all}", str(total)),
            data_none=words["status_none"],
        ),
        class_="filters scripted",
        role="search",
        aria_label=words["search"],
    )
    groups = [
        el(
            "section",
            el("h2", letter, id=f"letter-{letter.lower()}"),
            el("dl", [_entry(t, using.get(t.id, ()), library, site) for t in inside]),
            class_="part",
        )
        for letter, inside in by_letter
    ]
    body = el(
        "main",
        el(
            "header",
            el("h1", words["title"]),
            el("p", words["lead"].format(n=total), class_="lead"),
            el("p", words["say_note"], class_="note"),
            class_="opening",
        ),
        el("div", search, el("nav", el("ul", letters), class_="a-to-z", aria_label=words["letters"]), class_="finder"),
        groups,
        id="main",
        class_="text reading glossary",
        tabindex="-1",
        data_reading="glossary",
    )
    title = f"{library.words['pages']['glossary']} – {library.words['frame']['brand']}"
    return Page("glossary", title, body, scripts=("reading.js",))


def _claims_by_term(library: Library) -> dict[str, list[str]]:
    """Ids of the claims in whose words a term stands, in the order of the article."""
    out: dict[str, list[str]] = {}
    for claim in library.claims:
        for term in {f.term for text in (claim.claim, claim.why) for f in library.lexicon.find(text)}:
            out.setdefault(term, []).append(claim.id)
    return out


def _entry(term: Term, using: list[str] | tuple[()], library: Library, site: Site) -> Markup:
    words = library.words["glossary"]
    say = el("span", el("span", words["said"], " ", class_="sr"), term.say, class_="spoken") if term.say else None
    links = [
        el("a", icons.VERDICTS[c.verdict], el("span", c.claim), href=claims.address(c.id, site.page))
        for c in map(library.claim, using[:MOST_CLAIMS])
    ]
    count = words["claims_one" if len(using) == 1 else "claims_other"].format(n=len(using))
    where = el("details", el("summary", count), el("p", links), class_="used-in") if using else None
    return el(
        "div",
        el("dt", el("a", term.term, href=f"#{term.id}", class_="self"), say),
        el("dd", el("p", prose(term.meaning, library, site.page, leave=[term.id])), where),
        id=term.id,
        class_="entry",
    )
