"""What the packs say about themselves, in words: for the command line, the notice file and the About page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from neuroviz.atlas.licences import licence_ids, licence_name, licence_notice, licence_text
from neuroviz.atlas.manifest import Manifest
from neuroviz.atlas.packs import LICENSE, list_packs, load_pack
from neuroviz.atlas.shipped import pack_problems
from neuroviz.errors import PackError

NOTICE_FILE = "THIRD_PARTY_DATA.md"
_INTRO = """# Third-party data in NeuroViz

The atlas packs are made from data that others have published. This page names them, says what was changed,
and prints the terms under which they are passed on. They are for research and teaching, not for clinical use.
(`neuroviz atlas build` writes this file.)
"""


def list_text(root: Path | None = None) -> str:
    """One line for each pack: name, size, title and licence."""
    rows = [_row(load_pack(name, root).manifest, root) for name in list_packs(root)]
    widths = [max((len(row[k]) for row in rows), default=0) for k in range(3)]
    return "\n".join(
        f"{name:<{widths[0]}}  {size:>{widths[1]}}  {title:<{widths[2]}}  {terms}" for name, size, title, terms in rows
    )


def info_text(name: str, root: Path | None = None) -> str:
    """All that the manifest of pack ``name`` says, to read in a terminal."""
    m = load_pack(name, root).manifest
    arrays = [
        f"{array}: {entry.dtype} {'x'.join(map(str, entry.shape))}"
        + (f", times {entry.scale:g} {entry.unit}" if entry.unit else "")
        for array, entry in m.arrays.items()
    ]
    parts = [
        ("Space", [m.space]),
        ("Source", [_source_line(m, k) for k in range(len(m.source))]),
        ("Processing", m.processing),
        ("Arrays", arrays),
        ("Files", sorted(m.files)),
        ("Licence", [f"{m.licence.name} ({m.licence.id})", *m.licence.notice.split("\n\n")]),
        ("Cite", [_citation(text, doi) for text, doi in _citations([m])]),
    ]
    lines = [f"{m.id}: {m.title}", m.description]
    for heading, items in parts:
        lines += ["", heading, *(f"  - {item}" for item in items)] if items else []
    return "\n".join(lines)


def verify_text(names: Sequence[str] = (), root: Path | None = None) -> str:
    """One line for each pack that is as it was built; PackError names every one that is not, or that is missing."""
    if problems := pack_problems(names, root):
        raise PackError("\n".join(problems))
    return "\n".join(f"{name}: every checksum holds." for name in names or list_packs(root))


def notice_text(root: Path | None = None) -> str:
    """All that the licences of the packs ask to be shown, full texts included, as Markdown."""
    manifests = [load_pack(name, root).manifest for name in list_packs(root)]
    sections = [_INTRO, "## What comes from where\n", *(_pack_section(m) for m in manifests), "## Terms\n"]
    for terms in _licences_of(manifests):
        users = [m.id for m in manifests if terms in m.licence.id.split(" AND ")]
        sections.append(_terms_section(terms, users, root))
    return "\n".join(sections)


def write_notice(root: Path) -> Path:
    """Write the notice file of the packs in ``root`` beside them."""
    file = root / NOTICE_FILE
    file.write_text(notice_text(root), encoding="utf-8", newline="\n")
    return file


def _row(m: Manifest, root: Path | None) -> tuple[str, str, str, str]:
    size = sum(file.stat().st_size for file in load_pack(m.id, root).folder.iterdir())
    return m.id, f"{size / 1000:,.0f} kB", m.title, m.licence.id


def _source_line(m: Manifest, k: int) -> str:
    source = m.source[k]
    files = f": {', '.join(source.files)}" if source.files else ""
    return f"{source.package} {source.version}{files}"


def _citations(manifests: Sequence[Manifest]) -> list[tuple[str, str | None]]:
    return list(dict.fromkeys((c.text, c.doi) for m in manifests for c in m.citations))


def _citation(text: str, doi: str | None) -> str:
    return f"{text} doi:{doi}" if doi else text


def _pack_section(m: Manifest) -> str:
    packages = ", ".join(f"{s.package} {s.version}" for s in m.source)
    changes = " ".join(m.processing)
    cite = "".join(f"- Cite: {_citation(text, doi)}\n" for text, doi in _citations([m]))
    return (
        f"### {m.title} (`{m.id}`)\n\n{m.description}\n\n- Read from: {packages}\n"
        f"- Terms: {m.licence.id}\n- Done to it: {changes}\n{cite}"
    )


def _licences_of(manifests: Sequence[Manifest]) -> list[str]:
    return list(dict.fromkeys(id for m in manifests for id in m.licence.id.split(" AND ")))


def _terms_section(terms: str, users: Sequence[str], root: Path | None) -> str:
    packs = ", ".join(f"`{user}`" for user in users)
    if terms in licence_ids():
        name, notice, full = licence_name(terms), licence_notice(terms), licence_text(terms)
    else:  # a pack that somebody added brings its own text
        pack = load_pack(users[0], root)
        name, notice, full = pack.manifest.licence.name, pack.manifest.licence.notice, pack.text(LICENSE)
    return f"### {name} ({terms})\n\nFor {packs}.\n\n{notice}\n\n```text\n{full.rstrip()}\n```\n"
