"""The evidence page: every claim with its verdict and studies, read as a list or beside the article, and by condition."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from neuroviz.domain import Library
from neuroviz.domain.evidence import Claim
from neuroviz.domain.facts import Condition
from neuroviz.ui import claims, icons
from neuroviz.ui.frame import Page, Site
from neuroviz.ui.help_line import help_box
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.terms import prose

STEPS = 5
"""Steps of a bar in the chart of conditions."""


def evidence(library: Library, site: Site) -> Page:
    """The page; filters are there where scripts run, the text is whole without."""
    words = library.words["evidence"]
    body = el(
        "main",
        el(
            "header",
            el("h1", words["title"]),
            el("p", words["lead"].format(all=len(library.claims)), class_="lead"),
            _questions(library, site),
            class_="opening",
        ),
        _modes(words),
        el("div", _filters(library), _list(library, site), class_="split"),
        _conditions(library, site),
        _take(words, site),
        el("p", words["not_guide"], class_="advice"),
        help_box(library),
        id="main",
        class_="text reading wide evidence",
        tabindex="-1",
        data_mode="claims",
        data_reading="evidence",
    )
    title = f"{library.words['pages']['evidence']} – {library.words['frame']['brand']}"
    return Page("evidence", title, body, scripts=("reading.js",))


def _questions(library: Library, site: Site) -> Markup:
    """What people often ask, each with the verdict: the quickest way in."""
    rows = []
    for question in library.evidence.questions:
        claim = library.claim(question.claim)
        href = claims.address(claim.id, lambda _: "")
        rows.append(el("li", el("a", el("span", question.ask), claims.verdict(claim.verdict, library), href=href)))
    return el("nav", el("h2", library.words["evidence"]["ask"]), el("ul", rows), class_="ask", aria_labelledby=None)


def _modes(words: Any) -> Markup:
    choices = [
        el(
            "label",
            el("input", type="radio", name="mode", value=mode, checked=mode == "claims"),
            el("span", words[f"mode_{mode}"]),
        )
        for mode in ("claims", "read", "conditions")
    ]
    return el("fieldset", el("legend", words["mode"], class_="sr"), el("span", choices, class_="seg"), class_="modes scripted")


def _filters(library: Library) -> Markup:
    words = library.words["evidence"]
    verdicts = Counter(c.verdict for c in library.claims)
    species = Counter(g for c in library.claims for g in claims.groups(c))
    places = Counter(p for c in library.claims for p in {s.place for s in claims.seen(c, library)})

    def choice(key: str, value: str, name: str, count: int, icon: Markup | None = None) -> Markup:
        return el(
            "label",
            el("input", type="checkbox", name=key, value=value),
            icon,
            el("span", name),
            el("small", str(count)),
        )

    groups = [
        ("verdict", [choice("verdict", v, w["name"], verdicts[v], icons.VERDICTS[v]) for v, w in words["verdicts"].items()]),
        ("species", [choice("species", g, words["groups"][g], species[g]) for g in claims.GROUPS]),
        ("place", [choice("place", p, words["places"][p], places[p]) for p in claims.PLACES if places[p]]),
    ]
    fields = [el("fieldset", el("legend", words[key]), inside) for key, inside in groups]
    total = len(library.claims)
    search = el(
        "p",
        el("label", words["search"], for_="q"),
        el("span", icons.UI["search"], el("input", type="search", id="q", name="q", autocomplete="off", spellcheck="false")),
        class_="search",
    )
    status = el(
        "p",
        words["status_all"].format(all=total),
        role="status",
        class_="status",
        data_all=words["status_all"].format(all=total),
        data_some=words["status_some"].replace("{all}", str(total)),
        data_none=words["status_none"],
    )
    more = el("button", words["filter"], type="button", class_="open-filters", aria_expanded="false", aria_controls="filters")
    return el(
        "form",
        el("div", search, more, class_="top"),
        status,
        el("div", fields, el("button", words["reset"], type="reset", class_="reset"), id="filters", class_="fields"),
        class_="filters scripted",
        role="search",
        aria_label=words["filters"],
        data_ignore=words["search_ignore"],
    )


def slug(text: str) -> str:
    """A section's title as an id."""
    return "section-" + re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")


def _list(library: Library, site: Site) -> Markup:
    words = library.words["evidence"]
    heads = el("p", el("span", words["article_says"]), el("span", words["studies_show"]), class_="heads", aria_hidden="true")
    out = [
        el(
            "section",
            el("h2", title),
            heads,
            [_claim(c, library, site) for c in inside],
            id=slug(title),
            class_="part",
        )
        for title, inside in claims.sections(library)
    ]
    return el("div", out, class_="claim-list")


def _claim(claim: Claim, library: Library, site: Site) -> Markup:
    words, link = library.words["evidence"], site.page
    places = list(claims.seen(claim, library))
    see = [el("li", claims.see_link(s, library, link)) for s in places]
    studies = [claims.study(e, library, link) for e in claim.evidence]
    return el(
        "article",
        el("p", claims.verdict(claim.verdict, library), class_="margin"),
        el(
            "div",
            el("h3", el("a", claim.claim, href=f"#{claim.id}", class_="self")),
            class_="said",
        ),
        el(
            "div",
            el("p", prose(claim.why, library, link), class_="why"),
            el("details", el("summary", claims.summary(claim, library)), el("ul", studies), class_="studies"),
            el("p", el("span", words["see"]), class_="see-name") if see else None,
            el("ul", see, class_="see-it") if see else None,
            class_="shows",
        ),
        id=claim.id,
        class_="claim",
        data_verdict=claim.verdict,
        data_species=" ".join(claims.groups(claim)),
        data_place=" ".join(dict.fromkeys(s.place for s in places)),
    )


def _bar(condition: Condition, words: Any) -> Markup:
    """Five steps: filled up to the lower end, hollow up to the upper end."""
    key = "exactly" if condition.low == condition.high else "range"
    text = words[key].format(low=condition.low, high=condition.high)
    steps = []
    for n in range(STEPS):
        look = "full" if n < condition.low else "perhaps" if n < condition.high else "none"
        steps.append(f'<rect class="{look}" x="{n * 22 + 1}" y="1" width="18" height="12" rx="3"/>')
    svg = f'<svg viewBox="0 0 110 14" role="img" aria-label="{text}">{"".join(steps)}</svg>'
    return join([Markup(svg), el("small", text, aria_hidden="true")])


def _conditions(library: Library, site: Site) -> Markup:
    words = library.words["evidence"]["conditions"]
    rows = [
        el(
            "tr",
            el("th", c.name, scope="row"),
            el("td", _bar(c, words), class_="bar-cell"),
            el(
                "td",
                el("p", prose(c.why, library, site.page)),
                el(
                    "p",
                    claims.sources_line(c.sources, library, site.page, c.checked),
                    claims.claim_links([c.claim], library, site.page),
                ),
            ),
        )
        for c in library.conditions
    ]
    head = el("tr", [el("th", words[k], scope="col") for k in ("condition", "strength", "why")])
    note = el("p", icons.MARKS["schematic"], el("span", words["judgement"]), class_="basis-note")
    return el(
        "section",
        el("h2", words["title"]),
        el("p", words["lead"]),
        note,
        el("table", el("thead", head), el("tbody", rows), class_="by-condition"),
        id="conditions",
        class_="conditions",
    )


def _take(words: Any, site: Site) -> Markup:
    files = [
        el("a", icons.UI["save"], words[kind], href=site.file(f"neuroviz.{end}"), download=f"neuroviz.{end}", class_="button")
        for kind, end in (("bibtex", "bib"), ("ris", "ris"))
    ]
    return el("section", el("h2", words["take"]), el("p", words["take_text"]), el("p", files, class_="buttons"), class_="take")
