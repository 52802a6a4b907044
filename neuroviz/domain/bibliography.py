"""The list of literature for reference managers: BibTeX and RIS."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from neuroviz.domain.evidence import Reference

_VOLUME = re.compile(r"^(?P<journal>.+?) (?P<volume>\d+)(?:\((?P<number>\d+)\))?:(?P<pages>[A-Za-z]*\d[\w.-]*)(?P<rest>.*)$")
_PERSON = re.compile(r"^(?P<family>[^\d]+?) (?P<given>[A-Z]{1,4})(?P<suffix> Jr)?$")
_LATEX = str.maketrans({"&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$", "{": r"\{", "}": r"\}", "~": r"\~{}"})


@dataclass(frozen=True)
class Place:
    """Where something was published, as far as the printed line tells."""

    journal: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""


def place(reference: Reference) -> Place:
    """Journal, volume, issue and pages; the whole line as journal where it has no volume and pages."""
    line = (reference.journal or "").strip()
    found = _VOLUME.match(line)
    if not found:
        return Place(line)
    return Place(found["journal"], found["volume"], found["number"] or "", found["pages"])


def people(reference: Reference) -> tuple[list[str], bool]:
    """Authors as ``Family, G.`` or the name of a body as it stands, and whether there are more of them."""
    line = (reference.authors or "").strip()
    if not line or line.startswith("Author"):
        return [], False
    more = bool(re.search(r",? et al\.?", line))
    names = [n.strip() for n in re.sub(r",? et al\.?.*$", "", line).split(",")]
    parsed = [_PERSON.match(n) for n in names]
    if not all(parsed):
        return [line], False
    return [f"{p['family']}, {' '.join(p['given'])}{p['suffix'] or ''}" for p in parsed if p], more


def bibtex(references: Iterable[Reference]) -> str:
    """All references as BibTeX; nothing is added that is not known, and what was not re-checked says so in ``note``."""
    return "\n".join(_bibtex(r) for r in references)


def _bibtex(reference: Reference) -> str:
    at, (authors, more) = place(reference), people(reference)
    names = [f"{{{_tex(a)}}}" if a == reference.authors else _tex(a) for a in authors]
    fields = {
        "author": " and ".join([*names, *(["others"] if more else [])]),
        "title": f"{{{_tex(reference.title or reference.text.rstrip('.'))}}}",
        "journal": _tex(at.journal),
        "year": str(reference.year or ""),
        "volume": at.volume,
        "number": at.number,
        "pages": at.pages.replace("-", "--"),
        "doi": reference.doi or "",
        "pmid": str(reference.pmid or ""),
        "note": _note(reference),
    }
    kind = "article" if _printed(reference) else "misc"
    if kind == "misc":
        fields["howpublished"] = fields.pop("journal")
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{reference.key},", *lines, "}", ""])


def _printed(reference: Reference) -> bool:
    """Whether it is known to be an article of a journal."""
    return bool(place(reference).volume or (reference.doi and reference.journal))


def _note(reference: Reference) -> str:
    return "" if reference.standing == "seen" else f"Details {reference.standing}"


def _tex(text: str) -> str:
    return text.translate(_LATEX)


def ris(references: Iterable[Reference]) -> str:
    """All references as RIS, one tag a line."""
    return "\r\n".join(line for r in references for line in _ris(r)) + "\r\n"


def _ris(reference: Reference) -> list[str]:
    at, (authors, more) = place(reference), people(reference)
    first, _, last = at.pages.partition("-")
    notes = "; ".join(n for n in (_note(reference), "more authors than are named" if more else "") if n)
    tags = [
        ("TY", "JOUR" if _printed(reference) else "GEN"),
        ("ID", reference.key),
        *(("AU", a) for a in authors),
        ("TI", reference.title or reference.text.rstrip(".")),
        ("T2", at.journal),
        ("PY", str(reference.year or "")),
        ("VL", at.volume),
        ("IS", at.number),
        ("SP", first),
        ("EP", last),
        ("DO", reference.doi or ""),
        ("UR", reference.url or ""),
        ("N1", notes),
    ]
    return [*(f"{tag}  - {value}" for tag, value in tags if value), "ER  - "]
