"""Data and licences: every pack, where it comes from, and what its licence asks for."""

from __future__ import annotations

from neuroviz.atlas import Manifest, list_packs, load_pack, own_atlases, user_packs
from neuroviz.atlas.packs import LICENSE
from neuroviz.domain import Library
from neuroviz.ui.frame import Page, Site
from neuroviz.ui.markup import Markup, el, join


def data(library: Library, site: Site) -> Page:
    """The page, made from the manifests of the packs that are installed."""
    words = library.words["data"]
    packs = [_pack(load_pack(pack_id).manifest, library, first) for pack_id, first in _marked(_shown())]
    body = el(
        "main",
        el("h1", words["title"]),
        el("p", words["lead"], class_="lead"),
        packs,
        el("p", words["none_measured"]),
        el("h2", words["terms"], id="terms"),
        _terms(library),
        id="main",
        class_="text",
        tabindex="-1",
    )
    return Page("data", f"{words['title']} – {library.words['frame']['brand']}", body)


def _shown() -> list[str]:
    """The packs that come along, and those of this person that can be read."""
    unreadable = set(user_packs()) - set(own_atlases())
    return [name for name in list_packs() if name not in unreadable]


def _marked(ids: list[str]) -> list[tuple[str, str]]:
    """Packs with the anchor that sources in the panel point to, on the first of its kind."""
    anchors = {"schaefer-100": "atlas", "connectivity-schaefer-100": "connectivity", "eeg-forward": "eeg"}
    return [(pack_id, anchors.get(pack_id, "")) for pack_id in ids]


def _pack(manifest: Manifest, library: Library, anchor: str) -> Markup:
    words = library.words["data"]
    cite = [
        el("li", c.text, " ", el("a", f"doi {c.doi}", href=f"https://doi.org/{c.doi}") if c.doi else None)
        for c in manifest.citations
    ]
    packages = ", ".join(f"{s.package} {s.version}" for s in manifest.source)
    return el(
        "section",
        el("span", id=anchor) if anchor else None,
        el("h2", manifest.title, id=manifest.id),
        el("p", manifest.description),
        el(
            "dl",
            _row(words["package"], packages),
            _row(words["space"], manifest.space),
            _row(words["processing"], el("ol", [el("li", step) for step in manifest.processing])),
            _row(words["licence"], join([manifest.licence.name, ". ", manifest.licence.notice])),
            _row(words["cite"], el("ul", cite)),
            class_="facts",
        ),
        class_="pack",
    )


def _row(name: str, value: object) -> Markup:
    return el("div", el("dt", name), el("dd", value))


def _terms(library: Library) -> list[Markup]:
    """The full licence texts, each once, with the packs that it governs."""
    texts: dict[str, list[Manifest]] = {}
    for pack_id in _shown():
        pack = load_pack(pack_id)
        texts.setdefault(pack.text(LICENSE), []).append(pack.manifest)
    return [
        el(
            "details",
            el("summary", f"{manifests[0].licence.name}: {', '.join(m.title for m in manifests)}"),
            el("pre", text, tabindex="0"),
        )
        for text, manifests in texts.items()
    ]
