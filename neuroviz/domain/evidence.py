"""Claims, the studies behind them, and the terms they use."""

from __future__ import annotations

import re
import textwrap
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from neuroviz.domain.base import Many, ReferenceKey, Slug, Strict, Text

Verdict = Literal["established", "supported", "mixed", "contested", "oversimplified", "outdated"]
Species = Literal["human", "rodent", "in-vitro", "review", "meta-analysis"]
Standing = Literal["seen", "second-hand", "not re-checked"]


class Evidence(Strict):
    """One study behind a claim."""

    key: ReferenceKey = Field(description="key of the study in references.yaml")
    species: Species = Field(description="who or what was studied")
    n: Annotated[int, Field(ge=1)] | None = Field(
        description="number of participants, null when not confirmed or when it does not apply"
    )
    finding: Text = Field(description="what the study found, in one sentence")
    checked: bool = Field(description="true only if the details of the publication were seen in a look-up")


class Claim(Strict):
    """One claim of the popular article with its verdict."""

    id: Slug = Field(description="id of the claim, used in addresses")
    section: Text = Field(description="section of the article in which the claim stands")
    claim: Text = Field(description="the claim in one sentence")
    verdict: Verdict = Field(description="how well the claim holds")
    why: Text = Field(description="why the verdict is what it is")
    evidence: Many[Evidence] = Field(min_length=1, description="the studies behind the verdict, one or more")
    checked: bool = Field(description="true if at least one piece of evidence is checked")


class Reference(Strict):
    """One publication, with how far its details were verified."""

    key: ReferenceKey = Field(description="short key, such as kishimoto2016")
    authors: Text | None = Field(description="authors as printed, null when not known")
    year: Annotated[int, Field(ge=1800, le=2100)] | None = Field(description="year, null when not known")
    title: Text | None = Field(description="title, null when not known")
    journal: Text | None = Field(description="journal, volume and pages, null when not known")
    printed: Text | None = Field(
        default=None,
        description="the whole reference where it differs from `authors (year). title. journal.`",
    )
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")] | None = Field(
        description="DOI without https://doi.org/, null when not confirmed"
    )
    pmid: Annotated[int, Field(ge=1)] | None = Field(description="PubMed number, null when not confirmed")
    seen: Text | None = Field(description="✔ details seen in a looked-up page, † from memory, null when not looked up")
    checked: bool = Field(description="true when `seen` begins with ✔")
    note: Text | None = Field(default=None, description="anything a reader should know about this entry")
    uncited: bool = Field(default=False, description="true while no other content file names this reference")

    @property
    def text(self) -> str:
        """The reference as it is printed in a list."""
        if self.printed:
            return self.printed
        year = f" ({self.year})" if self.year else ""
        parts = [f"{self.authors}{year}" if self.authors else "", self.title or "", self.journal or ""]
        return " ".join(f"{part}." for part in parts if part)

    @property
    def label(self) -> str:
        """Short form for a line of sources, for example ``Kishimoto 2016``."""
        year = f" {self.year}" if self.year else ""
        authors = "" if (self.authors or "").startswith("Author") else self.authors or ""
        if authors:
            first = re.split(r",| and |\(", authors)[0].strip()
            return (first if "/" in first else re.sub(r" [A-Z]{1,4}( Jr)?$", "", first)) + year
        words = textwrap.shorten((self.title or self.printed or self.key).rstrip("."), 44, placeholder=" …")
        return words if self.printed and not self.title else words + year

    @property
    def url(self) -> str | None:
        """Where the publication is found, or None when neither DOI nor PubMed number is confirmed."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else None

    @property
    def standing(self) -> Standing:
        """Which mark a screen shows beside it."""
        if not self.checked:
            return "not re-checked"
        return "second-hand" if "second-hand" in (self.seen or "") else "seen"


class Term(Strict):
    """One entry of the glossary."""

    id: Slug = Field(description="id of the term, used in addresses")
    term: Text = Field(description="the term as it stands in the list")
    aliases: Many[Text] = Field(description="other ways in which the term is written, [] if none")
    say: Text | None = Field(default=None, description="how it is said, the stressed part in capitals")
    tip: bool = Field(default=True, description="false if texts should not explain it wherever it stands")
    meaning: Text = Field(description="what it means in plain words")
