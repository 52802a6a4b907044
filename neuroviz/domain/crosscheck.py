"""Checks that span files: every name leads somewhere, nothing is double, nothing is left over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from neuroviz import theme
from neuroviz.domain.clock import clock_problems
from neuroviz.domain.explain import did_you_mean
from neuroviz.domain.facts import fact_citations, fact_problems
from neuroviz.domain.receptor import receptor_citations, receptor_problems
from neuroviz.domain.regimens import regimen_citations, regimen_problems
from neuroviz.domain.scalp import scalp_citations
from neuroviz.domain.scenarios import scenario_citations, scenario_problems
from neuroviz.domain.scene_checks import cascade_problems, scene_citations, scene_problems
from neuroviz.domain.teaching import teaching_citations, teaching_problems
from neuroviz.domain.trials import trial_citations, trial_problems
from neuroviz.domain.views import PACK_SOURCES
from neuroviz.domain.yaml_source import Loc, Source
from neuroviz.errors import Problem

Content = Mapping[str, Any]
Citation = tuple[str, Loc, str]
"""File, place in it and the reference key that stands there."""

Found = Iterator[tuple[str, Loc, str]]
"""File, place in it and what is wrong there."""

_CITING = {
    "about.yaml",
    "cascade.yaml",
    "claims.yaml",
    "clock.yaml",
    "conditions.yaml",
    "hubs.yaml",
    "moments.yaml",
    "networks.yaml",
    "receptor.yaml",
    "references.yaml",
    "regimens.yaml",
    "scalp.yaml",
    "scenarios.yaml",
    "safety.yaml",
    "trials.yaml",
    "views.yaml",
}


def crosscheck(content: Content, sources: Mapping[str, Source]) -> list[Problem]:
    """Check names across files.

    Parameters
    ----------
    content
        Typed content by file name. Files with problems of their own are left out; checks that need them wait.
    sources
        The files, for lines and columns.
    """
    checks = (
        _doubles,
        _citations,
        _uncited,
        _checked_flags,
        _hub_regions,
        _tokens,
        _terms,
        _views,
        _callouts,
        clock_problems,
        regimen_problems,
        trial_problems,
        receptor_problems,
        scenario_problems,
        scene_problems,
        cascade_problems,
        teaching_problems,
        fact_problems,
    )
    return [sources[file].problem(loc, message) for check in checks for file, loc, message in check(content)]


def citations(content: Content) -> Iterator[Citation]:
    """Every place where a file names a reference."""
    yield from _in_claims_and_hubs(content)
    yield from scene_citations(content)
    if "networks.yaml" in content:
        for group in ("networks", "subsystems"):
            for i, entry in enumerate(getattr(content["networks.yaml"], group)):
                yield from _each("networks.yaml", (group, i, "sources"), entry.sources)
    for i, view in enumerate(content.get("views.yaml", ())):
        for j, statement in enumerate(view.statements):
            cited = _each("views.yaml", (i, "statements", j, "sources"), statement.sources)
            yield from (found for found in cited if found[2] not in PACK_SOURCES)
    yield from regimen_citations(content)
    yield from trial_citations(content)
    yield from teaching_citations(content)
    yield from fact_citations(content)
    if "clock.yaml" in content:
        for i, quantity in enumerate(content["clock.yaml"].quantities):
            yield from _each("clock.yaml", ("quantities", i, "sources"), quantity.sources)
    yield from receptor_citations(content)
    yield from scalp_citations(content)
    yield from scenario_citations(content)
    if "about.yaml" in content:
        yield from _each("about.yaml", ("cite", "references"), content["about.yaml"].cite.references)


def _in_claims_and_hubs(content: Content) -> Iterator[Citation]:
    for i, claim in enumerate(content.get("claims.yaml", ())):
        for j, evidence in enumerate(claim.evidence):
            yield "claims.yaml", (i, "evidence", j, "key"), evidence.key
    for i, hub in enumerate(content.get("hubs.yaml", ())):
        yield from _each("hubs.yaml", (i, "sources"), hub.sources)
        for j, point in enumerate(hub.coordinates):
            yield "hubs.yaml", (i, "coordinates", j, "source"), point.source


def _each(file: str, loc: Loc, keys: Iterable[str]) -> Iterator[Citation]:
    return ((file, (*loc, i), key) for i, key in enumerate(keys))


def _doubles(content: Content) -> Found:
    """Ids, keys and the like that occur twice."""
    for file, name in (
        ("claims.yaml", "id"),
        ("glossary.yaml", "id"),
        ("hubs.yaml", "id"),
        ("references.yaml", "key"),
    ):
        seen: set[str] = set()
        for i, entry in enumerate(content.get(file, ())):
            value = getattr(entry, name)
            if value in seen:
                yield file, (i, name), f"The {name} `{value}` is taken by an entry above. Choose another."
            seen.add(value)
    if "networks.yaml" in content:
        for group in ("networks", "subsystems"):
            taken: set[str] = set()
            for i, entry in enumerate(getattr(content["networks.yaml"], group)):
                if entry.id in taken:
                    yield (
                        "networks.yaml",
                        (group, i, "id"),
                        f"`{entry.id}` stands above already. Each stands once.",
                    )
                taken.add(entry.id)


def _citations(content: Content) -> Found:
    if "references.yaml" not in content:
        return
    known = {r.key for r in content["references.yaml"]}
    for file, loc, key in citations(content):
        if key not in known:
            hint, _near = did_you_mean(key, known)
            hint = hint if _near else "Add it there, or correct the key."
            yield file, loc, f"There is no reference `{key}` in references.yaml. {hint}"


def _uncited(content: Content) -> Found:
    if not _CITING.issubset(content):
        return
    used = {key for _, _, key in citations(content)}
    for i, reference in enumerate(content["references.yaml"]):
        if reference.key not in used and not reference.uncited:
            advice = "Cite it, remove it, or add `uncited: true` to keep it for the list."
            yield "references.yaml", (i, "key"), f"Nothing cites `{reference.key}`. {advice}"


def _checked_flags(content: Content) -> Found:
    """A claim is not better checked than its evidence, nor evidence than its reference."""
    checked = {}
    for i, reference in enumerate(content.get("references.yaml", ())):
        checked[reference.key] = reference.checked
        if reference.checked != (reference.seen or "").startswith("✔"):
            yield (
                "references.yaml",
                (i, "checked"),
                "Does not fit `seen`. Write true when `seen` begins with ✔, else false.",
            )
    for i, claim in enumerate(content.get("claims.yaml", ())):
        if claim.checked != any(e.checked for e in claim.evidence):
            said = "Write true when at least one piece of evidence is checked, else false."
            yield "claims.yaml", (i, "checked"), f"Does not fit the evidence. {said}"
        for j, evidence in enumerate(claim.evidence):
            if evidence.checked and not checked.get(evidence.key, True):
                advice = "Write false, or check the reference and mark it there."
                yield (
                    "claims.yaml",
                    (i, "evidence", j, "checked"),
                    f"`{evidence.key}` itself is not checked. {advice}",
                )


def _hub_regions(content: Content) -> Found:
    if "regions.yaml" not in content:
        return
    regions = content["regions.yaml"]
    for i, hub in enumerate(content.get("hubs.yaml", ())):
        for j, stem in enumerate(hub.regions):
            wide, _, narrow = stem.partition("/")
            for part, known in ((wide, regions.seventeen), (narrow, regions.seven)):
                if part and part not in known:
                    hint, _near = did_you_mean(part, known)
                    yield (
                        "hubs.yaml",
                        (i, "regions", j),
                        f"There is no region `{part}` in regions.yaml. {hint}",
                    )
    for side in ("left", "right", "both"):
        if side not in regions.sides:
            yield "regions.yaml", ("sides",), f"The word for `{side}` is missing. Add `{side}:`."


def _tokens(content: Content) -> Found:
    if "networks.yaml" not in content:
        return
    known = {f"--{name}" for name in theme.tokens("paper")}
    for group in ("networks", "subsystems"):
        for i, entry in enumerate(getattr(content["networks.yaml"], group)):
            if entry.token not in known:
                hint, _near = did_you_mean(entry.token, known)
                hint = hint if _near else "Use one of those in neuroviz/theme.py."
                yield "networks.yaml", (group, i, "token"), f"There is no colour `{entry.token}`. {hint}"


def _terms(content: Content) -> Found:
    if "glossary.yaml" not in content:
        return
    known = {term.id for term in content["glossary.yaml"]}
    networks = content["networks.yaml"].networks if "networks.yaml" in content else ()
    for i, network in enumerate(networks):
        if network.term and network.term not in known:
            hint, _near = did_you_mean(network.term, known)
            yield (
                "networks.yaml",
                ("networks", i, "term"),
                f"There is no glossary entry `{network.term}`. {hint}",
            )
    writings: dict[str, str] = {}
    for i, term in enumerate(content["glossary.yaml"]):
        for alias in (term.term, *term.aliases):
            owner = writings.setdefault(alias.casefold(), term.id)
            if owner != term.id:
                yield (
                    "glossary.yaml",
                    (i, "aliases"),
                    f"`{alias}` belongs to `{owner}` already. Remove it from one of them.",
                )


def _views(content: Content) -> Found:
    """Each state of the picture has words, once."""
    if "views.yaml" not in content:
        return
    seen = set()
    for i, view in enumerate(content["views.yaml"]):
        if (view.scale, view.show) in seen:
            yield (
                "views.yaml",
                (i, "show"),
                f"The view `{view.show}` stands above already. Remove one of the two.",
            )
        seen.add((view.scale, view.show))
    for show in ("dmn", "core", "dorsal-medial", "medial-temporal", "all"):
        if ("network", show) not in seen:
            yield (
                "views.yaml",
                (),
                f"The view `{show}` is missing. Add an entry with `scale: network` and `show: {show}`.",
            )


def _callouts(content: Content) -> Found:
    """Labels in the picture belong to hubs."""
    if "hubs.yaml" not in content:
        return
    known = {hub.id for hub in content["hubs.yaml"]}
    for name in content.get("interface.yaml", {}).get("callouts", {}):
        if name not in known:
            hint, _near = did_you_mean(name, known)
            yield "interface.yaml", ("callouts", name), f"There is no hub `{name}` in hubs.yaml. {hint}"
