"""Words of the content library as markup for the panel, and names of parcels as they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from neuroviz.atlas import Atlas, Parcel, own_atlases, selection
from neuroviz.domain import Library
from neuroviz.domain.regions import hub_parcel, plain_names
from neuroviz.domain.views import PACK_SOURCES, Statement
from neuroviz.ui import icons, network
from neuroviz.ui.claims import claim_links
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.terms import prose

Link = Callable[[str], str]
"""Address of a page by name."""


def names(atlas: Atlas, library: Library) -> tuple[str, ...]:
    """Name of every parcel in plain words, unique within the atlas."""
    if selection.kind(atlas) != "networks":
        return plain_names(atlas.parcels, library)
    seventeen = atlas.id.endswith("17")
    return tuple(
        f"{library.network(p.network7).name} ({p.network17})" if seventeen else library.network(p.network7).name
        for p in atlas.parcels
    )


def places(atlas: Atlas, library: Library) -> list[dict[str, Any]]:
    """Callouts in order of importance: name, one line, and the parcel of either side (0 where there is none)."""
    out = []
    for hub_id, words in library.words["callouts"].items():
        hub = library.hub(hub_id)
        left, right = (hub_parcel(hub, atlas.parcels, side) for side in ("left", "right"))
        if left or right:
            out.append({**words, "left": left.index if left else 0, "right": right.index if right else 0})
    return out


def hub_parcels(atlas: Atlas, library: Library) -> list[Parcel]:
    """The parcels of the left hubs, those with a callout first: callouts may be few, or name hubs that this atlas lacks."""
    order = dict.fromkeys([*library.words["callouts"], *(hub.id for hub in library.hubs)])
    found = [hub_parcel(library.hub(hub), atlas.parcels, "left") for hub in order]
    return [parcel for parcel in found if parcel]


def basis(atlas: Atlas, library: Library) -> str:
    """What a picture of this atlas rests on: measured connectivity, a published map, or a file that a person added."""
    words = library.words["script"]
    if atlas.connectivity is not None:
        return str(words["basis"])
    own = atlas.id in own_atlases()
    return str(words["basis_own" if own else "basis_map"]).format(atlas=atlas.title)


def hub_markup(hub_id: str, library: Library, link: Link) -> Markup:
    """What a hub does, in one sentence, with its sources."""
    hub = library.hub(hub_id)
    doubt = None if hub.checked else el("span", library.words["sources"]["not_re_checked"], class_="doubt")
    note = f" {hub.subsystem_note}" if hub.subsystem_note else None
    return el(
        "div",
        el("p", el("b", hub.label), ": ", prose(hub.job, library, link), note),
        sources(hub.sources, library, link),
        doubt,
        class_="job",
    )


def view_words(atlas: Atlas, show: str, library: Library, link: Link) -> Markup:
    """The panel beside a picture: headline, lead, statements with their marks, dissent, what is not shown."""
    view, words = library.view(show), library.words["explore"]
    values = network.numbers(atlas, show, {n.id: n.name for n in library.networks})
    says = [statement(s, text, library, link) for s in view.statements if (text := s.fill(values)) is not None]
    aside = [
        el("div", el("b", words[key]), [el("p", prose(t, library, link)) for t in texts], class_=key.replace("_", "-"))
        for key, texts in (("dissent", view.dissent), ("not_shown", view.not_shown))
    ]
    lead = el("p", prose(view.lead, library, link), class_="lead")
    return join([el("h2", view.headline), lead, el("ul", says, class_="says"), aside])


def bars(confidence: str, library: Library) -> Markup:
    """Confidence as three bars and the word."""
    level = ("low", "medium", "high").index(confidence) + 1
    marks = [el("i", class_="on" if k <= level else None) for k in (1, 2, 3)]
    return el("span", el("span", marks, class_="bars", aria_hidden="true"), library.words["change"][confidence], class_="sure")


def statement(statement: Statement, text: str, library: Library, link: Link) -> Markup:
    """One sentence of the panel with its mark, its sources and how sure it is."""
    mark = next(m for m in library.about.marks if m.mark == statement.mark)
    glyph = Markup(icons.MARKS[statement.mark].replace('aria-hidden="true"', f'role="img" aria-label="{mark.name}"'))
    told = all(key in library.references and not library.references[key].checked for key in statement.sources)
    doubt = el("span", library.words["sources"]["not_re_checked"], class_="doubt") if not (statement.checked or told) else None
    sure = bars(statement.confidence, library) if statement.confidence else None
    claims = claim_links(statement.claims, library, link)
    return el(
        "li",
        glyph,
        el("p", prose(text, library, link)),
        el("span", sources(statement.sources, library, link), doubt, sure, claims, class_="from"),
    )


def sources(keys: Iterable[str], library: Library, link: Link) -> Markup:
    """Links to the list of sources, or to the data page for what comes from a pack; says what was not re-checked."""
    frame = library.words["sources"]
    out = []
    for key in keys:
        if key in PACK_SOURCES:
            out.append(el("a", frame[key], class_="src", href=f"{link('data')}#{key}"))
            continue
        reference = library.references[key]
        doubt = "" if reference.standing == "seen" else f" ({frame[reference.standing.replace(' ', '_').replace('-', '_')]})"
        out.append(el("a", reference.label + doubt, class_="src", href=f"{link('sources')}#{key}"))
    return el("span", [join([a, " "]) for a in out], class_="sources")
