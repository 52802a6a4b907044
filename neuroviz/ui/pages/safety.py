"""The safety page: who should take care, what was counted, how long it lasts, and where to turn."""

from __future__ import annotations

from collections.abc import Iterable

from neuroviz.domain import Library
from neuroviz.domain.facts import Fact, Group
from neuroviz.ui import claims, icons
from neuroviz.ui.frame import Page, Site
from neuroviz.ui.help_line import help_box
from neuroviz.ui.markup import Markup, el
from neuroviz.ui.terms import prose

TOP = 50
"""Percent at the right end of the chart."""


def safety(library: Library, site: Site) -> Page:
    """The page, all of it from ``safety.yaml``."""
    held, words = library.safety, library.words["safety"]

    def section(key: str, *children: object) -> Markup:
        return el("section", el("h2", words[key]), *children, id=key)

    body = el(
        "main",
        el("h1", held.headline),
        el("p", prose(held.lead, library, site.page), class_="lead"),
        el("p", held.advice, class_="boxed"),
        section(
            "effects",
            el("p", prose(held.effects.intro, library, site.page)),
            _effects(library, site),
            _facts(held.effects.more, library, site),
        ),
        section("courses", _facts(held.courses, library, site)),
        section("watching", _facts(held.watching, library, site)),
        section("care", el("p", prose(held.care.intro, library, site.page)), _care(library, site)),
        section("later", _facts(held.later, library, site)),
        help_box(library),
        id="main",
        class_="text reading safety",
        tabindex="-1",
    )
    return Page("safety", f"{words['title']} – {library.words['frame']['brand']}", body)


def _facts(facts: Iterable[Fact], library: Library, site: Site) -> Markup:
    rows = [
        el(
            "li",
            el("p", prose(f.text, library, site.page)),
            el(
                "p",
                claims.sources_line(f.sources, library, site.page, f.checked),
                claims.claim_links([f.claim], library, site.page) if f.claim else None,
            ),
        )
        for f in facts
    ]
    return el("ul", rows, class_="fact-list")


def _care(library: Library, site: Site) -> Markup:
    words = library.words["safety"]
    rows = [
        el(
            "tr",
            el("th", prose(row.item, library, site.page), scope="row"),
            el("td", row.status, " ", claims.sources_line(row.sources, library, site.page, row.checked)),
        )
        for row in library.safety.care.rows
    ]
    head = el("tr", [el("th", words[k], scope="col") for k in ("care_item", "care_status")])
    return el("table", el("thead", head), el("tbody", rows), class_="care")


def _dumbbell(drug: float, control: float) -> Markup:
    """Two dots on one line: filled for the drug, hollow for the comparison."""
    x, y = (6 + v / TOP * 188 for v in (drug, control))
    return Markup(
        f'<svg viewBox="0 0 200 16" aria-hidden="true"><path class="ground" d="M6 8H194"/>'
        f'<path class="span" d="M{y:.1f} 8H{x:.1f}"/>'
        f'<circle class="versus" cx="{y:.1f}" cy="8" r="4.5"/><circle class="tested" cx="{x:.1f}" cy="8" r="5.5"/></svg>'
    )


def _effects(library: Library, site: Site) -> Markup:
    words, effects = library.words["safety"], library.safety.effects
    rows = [
        el(
            "tr",
            el("th", prose(row.name, library, site.page), scope="row"),
            el("td", _dumbbell(row.drug, row.control), class_="dumbbell"),
            el("td", words["percent"].format(n=f"{row.drug:g}"), class_="tested"),
            el("td", words["percent"].format(n=f"{row.control:g}"), class_="versus"),
        )
        for row in effects.rows
    ]
    heads = [_group_head(group, library, which) for group, which in ((effects.drug, "tested"), (effects.control, "versus"))]
    said = [el("span", words["effects_caption"]), " ", claims.sources_line(effects.sources, library, site.page)]
    return el(
        "table",
        el("caption", icons.MARKS["data"], said),
        el("thead", el("tr", el("th", words["effect"], scope="col"), el("td", class_="dumbbell"), heads)),
        el("tbody", rows),
        class_="effects",
    )


def _group_head(group: Group, library: Library, which: str) -> Markup:
    dot = Markup(f'<svg viewBox="0 0 12 12" class="dot"><circle class="{which}" cx="6" cy="6" r="4.5"/></svg>')
    return el("th", dot, library.words["safety"]["effects_n"].format(name=group.name, n=group.n), scope="col", class_=which)
