"""The content library: every word and source that NeuroViz shows, loaded and checked as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from neuroviz.domain.base import Many
from neuroviz.domain.cascade import Cascade
from neuroviz.domain.clock import Clock
from neuroviz.domain.crosscheck import crosscheck
from neuroviz.domain.evidence import Claim, Reference, Term
from neuroviz.domain.explain import did_you_mean, validated
from neuroviz.domain.facts import Condition, EvidencePage, Safety
from neuroviz.domain.lessons import Lesson
from neuroviz.domain.lexicon import Lexicon
from neuroviz.domain.places import Hub, Network, NetworkFile, Part, Regions
from neuroviz.domain.quizzes import Quiz
from neuroviz.domain.receptor import ReceptorLab
from neuroviz.domain.regimens import Regimens
from neuroviz.domain.scalp import ScalpView
from neuroviz.domain.scenarios import Moment, ScenarioFile
from neuroviz.domain.scene_checks import SCALES
from neuroviz.domain.scenes import Scene
from neuroviz.domain.teaching import lessons_of, quizzes_of
from neuroviz.domain.trials import Trials
from neuroviz.domain.views import About, View
from neuroviz.domain.word_list import wanted, word_problems
from neuroviz.domain.yaml_source import Source, read, shown
from neuroviz.errors import ContentError, Problem
from neuroviz.resources import content_root

Words: TypeAlias = Mapping[str, Any]
"""Texts in groups, however deep; loading makes sure that all that pages ask for is there, and nothing else."""

FILES: Final[Mapping[str, Any]] = {
    "about.yaml": About,
    "cascade.yaml": Cascade,
    "claims.yaml": Many[Claim],
    "clock.yaml": Clock,
    "conditions.yaml": Many[Condition],
    "evidence.yaml": EvidencePage,
    "glossary.yaml": Many[Term],
    "hubs.yaml": Many[Hub],
    "interface.yaml": None,
    "moments.yaml": Many[Moment],
    "networks.yaml": NetworkFile,
    "receptor.yaml": ReceptorLab,
    "references.yaml": Many[Reference],
    "regimens.yaml": Regimens,
    "regions.yaml": Regions,
    "scalp.yaml": ScalpView,
    "scenarios.yaml": ScenarioFile,
    "safety.yaml": Safety,
    "trials.yaml": Trials,
    "views.yaml": Many[View],
}
"""Every content file and what it holds; None stands for texts in groups."""

FOLDERS: Final[Mapping[str, Any]] = {
    "scenes": Scene,
    "lessons": Lesson,
    "quizzes": Quiz,
    "words": None,
}
"""Every folder of content and what each of its files holds; None stands for texts in groups."""

NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "scenes": tuple(f"{name}.yaml" for name in SCALES),
    "words": tuple(file.removeprefix("words/") for file in wanted() if file.startswith("words/")),
}
"""Files that a folder has to hold, and the only ones that are read there."""


@dataclass(frozen=True)
class Library:
    """All content of NeuroViz.

    Attributes
    ----------
    claims, glossary, hubs, networks, subsystems, views
        Tuples in the order of the files.
    references
        By key.
    regions
        Plain words for places in atlas names.
    words
        Nested texts of the interface, for example ``words["explore"]["atlas"]``.
    about
        The About page.
    clock
        The stops, and everything that runs along them.
    regimens
        Published schedules and routes.
    trials
        Trial results over time.
    receptor
        Words, steps and marks of the receptor scale.
    scalp
        Words of the scalp scale.
    scenarios, moments
        Before and after on the network: levels with their studies, and what the panel says.
    cascade
        The steps of the mechanism in order, and the rival explanations.
    scenes
        Drawn scenes by id.
    lessons, quizzes
        In the order of their lists; one file each.
    conditions
        How strong the evidence is, by condition.
    evidence
        Questions, and where claims can be seen.
    safety
        The safety page.
    """

    claims: tuple[Claim, ...]
    references: Mapping[str, Reference]
    glossary: tuple[Term, ...]
    hubs: tuple[Hub, ...]
    regions: Regions
    networks: tuple[Network, ...]
    subsystems: tuple[Part, ...]
    views: tuple[View, ...]
    about: About
    clock: Clock
    regimens: Regimens
    trials: Trials
    receptor: ReceptorLab
    scalp: ScalpView
    scenarios: ScenarioFile
    moments: tuple[Moment, ...]
    cascade: Cascade
    scenes: Mapping[str, Scene]
    lessons: tuple[Lesson, ...]
    quizzes: tuple[Quiz, ...]
    conditions: tuple[Condition, ...]
    evidence: EvidencePage
    safety: Safety
    words: Words

    @classmethod
    def load(cls, root: Path | None = None) -> Library:
        """Load and cross-check every content file.

        Parameters
        ----------
        root
            Folder with the YAML files; NeuroViz's own content when left out.

        Raises
        ------
        ContentError
            With all problems of all files at once.
        """
        library, problems = _load(root or content_root())
        if library is None or problems:
            raise ContentError(problems)
        return library

    def view(self, show: str, scale: str = "network") -> View:
        """What the panel says for ``dmn``, ``core``, ``dorsal-medial``, ``medial-temporal`` or ``all``."""
        return next(v for v in self.views if v.show == show and v.scale == scale)

    def moment(self, stop: str, people: str, baseline: str) -> Moment:
        """What the panel says at a stop for a choice of people and of the before."""
        fits = (m for m in self.moments if stop in m.stops and m.people == people and m.baseline in (None, baseline))
        return next(fits)

    def hub(self, hub_id: str) -> Hub:
        """One hub by id."""
        return next(h for h in self.hubs if h.id == hub_id)

    def claim(self, claim_id: str) -> Claim:
        """One claim by id."""
        return next(c for c in self.claims if c.id == claim_id)

    def network(self, network_id: str) -> Network:
        """One network by its short name in the atlas, such as ``Default``."""
        return next(n for n in self.networks if n.id == network_id)

    def subsystem(self, part_id: str) -> Part:
        """One part of the default network by id, such as ``core``."""
        return next(p for p in self.subsystems if p.id == part_id)

    def lesson(self, lesson_id: str) -> Lesson | None:
        """One lesson by id, or None."""
        return next((lesson for lesson in self.lessons if lesson.id == lesson_id), None)

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """Glossary entries by each way in which they are written, in small letters."""
        return {word.casefold(): term for term in self.glossary for word in (term.term, *term.aliases)}

    @cached_property
    def lexicon(self) -> Lexicon:
        """Finds the terms of the glossary in a text."""
        return Lexicon(self.glossary)


def check(root: Path | None = None) -> list[Problem]:
    """Every problem in a content folder, in the order of files and lines; empty when all is well."""
    return _load(root or content_root())[1]


def report(root: Path | None = None, more: Sequence[Problem] = ()) -> str:
    """What ``neuroviz check`` prints: the problems, or what there is when there is none.

    Parameters
    ----------
    root
        Content folder; NeuroViz's own when left out.
    more
        Problems of the same files that are found elsewhere.
    """
    library, problems = _load(root or content_root())
    problems = sorted([*problems, *more], key=_order)
    if library is None or problems:
        count = f"{len(problems)} problem{'s' if len(problems) != 1 else ''} found"
        return "\n".join([*map(str, problems), count])
    counts = (
        f"{len(library.claims)} claims, {len(library.glossary)} terms, {len(library.references)} references, "
        f"{len(library.hubs)} hubs, {len(library.networks)} networks, {len(library.views)} views, "
        f"{len(library.lessons)} lessons, {sum(len(q.items) for q in library.quizzes)} questions"
    )
    return f"{counts}: no problem found"


def _load(root: Path) -> tuple[Library | None, list[Problem]]:
    try:
        if not root.is_dir():
            message = "There is no such folder. Name the folder that holds claims.yaml and the other content files."
            return None, [Problem(shown(root), 1, 1, "", message)]
        problems, files = _strangers(root), _files(root)
    except OSError as error:
        message = f"The folder cannot be read ({error.strerror}). Check its permissions."
        return None, [Problem(shown(Path(error.filename or root)), 1, 1, "", message)]
    sources: dict[str, Source] = {}
    content: dict[str, Any] = {}
    for name, kind in files:
        source, found = read(root / name)
        problems += found
        if source is None:
            continue
        sources[name] = source
        typed, found = _words(source, name) if kind is None else validated(source, kind)
        problems += found
        if typed is not None:
            content[name] = typed
    problems += crosscheck(content, sources)
    library = _assemble(content) if len(content) == len(files) else None
    return library, sorted(problems, key=_order)


def _files(root: Path) -> list[tuple[str, Any]]:
    """Every file that should be read, by its path below the root, and what it holds."""
    inside = {
        f"{folder}/{name}": kind
        for folder, kind in FOLDERS.items()
        for name in sorted({path.name for path in (root / folder).glob("*.yaml")} | set(NEEDED.get(folder, ())))
        if name in NEEDED.get(folder, (name,))
    }
    return [*FILES.items(), *inside.items()]


def _in(folder: str, content: Mapping[str, Any]) -> dict[str, Any]:
    """What the files of a folder hold, by the name of the file."""
    return {Path(name).stem: held for name, held in content.items() if name.startswith(f"{folder}/")}


def _assemble(content: Mapping[str, Any]) -> Library:
    return Library(
        claims=content["claims.yaml"],
        references=MappingProxyType({r.key: r for r in content["references.yaml"]}),
        glossary=content["glossary.yaml"],
        hubs=content["hubs.yaml"],
        regions=content["regions.yaml"],
        networks=content["networks.yaml"].networks,
        subsystems=content["networks.yaml"].subsystems,
        views=content["views.yaml"],
        about=content["about.yaml"],
        clock=content["clock.yaml"],
        regimens=content["regimens.yaml"],
        trials=content["trials.yaml"],
        receptor=content["receptor.yaml"],
        scalp=content["scalp.yaml"],
        scenarios=content["scenarios.yaml"],
        moments=content["moments.yaml"],
        cascade=content["cascade.yaml"],
        scenes=_in("scenes", content),
        lessons=tuple(lessons_of(content).values()),
        quizzes=tuple(quizzes_of(content).values()),
        conditions=content["conditions.yaml"],
        evidence=content["evidence.yaml"],
        safety=content["safety.yaml"],
        words={**content["interface.yaml"], **_in("words", content)},
    )


def _order(problem: Problem) -> tuple[str, int, int]:
    return problem.file, problem.line, problem.column


def _strangers(root: Path) -> list[Problem]:
    """Files whose name nothing reads, which mostly means a slip in the name."""
    problems = []
    for folder, known in {"": FILES, **{folder: NEEDED.get(folder) for folder in FOLDERS}}.items():
        found = sorted((root / folder).iterdir()) if (root / folder).is_dir() else []
        for path in (p for p in found if p.suffix in (".yaml", ".yml")):
            hint = None
            if known is not None and path.name not in known:
                hint, _ = did_you_mean(path.name, known)
            elif path.suffix == ".yml":
                hint = "Let it end with .yaml."
            if hint:
                problems.append(Problem(shown(path), 1, 1, "", f"Nothing reads a file of this name. {hint}"))
    return problems


def _words(source: Source, name: str) -> tuple[Words | None, list[Problem]]:
    """A file of texts, when it holds all that pages ask for and nothing else."""
    problems = word_problems(source, name)
    return (None if problems else source.data), problems
