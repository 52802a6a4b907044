"""A lesson as markup and data: each step for each level, made once for the lesson page, the presenter and the notes."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlsplit

from neuroviz.domain import Library
from neuroviz.domain.evidence import Claim
from neuroviz.domain.lessons import LEVELS, Lesson, Level, Step
from neuroviz.ui.addresses import view_state
from neuroviz.ui.frame import PAGES
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.state import PARAMETERS, Value, ViewState
from neuroviz.ui.words import Link


def lesson_views(library: Library) -> dict[str, dict[str, dict[str, dict[str, Value]]]]:
    """For every lesson and step, in order: the state to predict from and the state that answers; the rest is as usual."""
    return {
        lesson.id: {step.id: {"start": _start(step), "view": view_state(step.view)} for step in lesson.steps}
        for lesson in library.lessons
    }


def _start(step: Step) -> dict[str, Value]:
    """What is on screen while people predict: the given view, or the view of the step before treatment and without comparison."""
    if step.start:
        return view_state(step.start)
    return {key: value for key, value in view_state(step.view).items() if key not in ("t", "compare")}


def chosen(library: Library, state: ViewState) -> tuple[Lesson, Step] | None:
    """Lesson and step that the address asks for; the first step where it names none, None without a lesson."""
    lesson = library.lesson(str(state["lesson"]))
    if lesson is None:
        return None
    return lesson, next((step for step in lesson.steps if step.id == state["at"]), lesson.steps[0])


def laid_over(library: Library, state: ViewState) -> ViewState:
    """The state that the page starts in: the view of the step under the keys that the address names."""
    at = chosen(library, state)
    if at is None:
        return state
    step = at[1]
    below = view_state(step.view) if state["seen"] else _start(step)
    usual = {p.key: p.default for p in PARAMETERS}
    given = {key: value for key, value in state.values.items() if value != usual.get(key)}
    return ViewState({**state.values, **below, **given}, state.ignored)


def step_address(page: str, lesson: str, step: str, level: str, *, seen: bool = False) -> str:
    """Address of a step on the lesson page or the presenter."""
    parts = [
        f"lesson={quote(lesson)}",
        f"at={quote(step)}",
        *([] if level == "intro" else [f"level={level}"]),
        *(["seen=1"] * seen),
    ]
    return f"{page}?{'&'.join(parts)}"


def view_link(link: Link, view: str) -> str:
    """Address of the Explore page in a view of the content."""
    query = urlsplit(view).query
    return f"{link('explore')}?{query}" if query else link("explore")


def claim_link(link: Link, claim: Claim) -> str:
    """Where a claim stands with its verdict and studies; its first study where there is no such page."""
    return f"{link('evidence')}#{claim.id}" if "evidence" in PAGES else f"{link('sources')}#{claim.evidence[0].key}"


def lesson_data(lesson: Lesson, library: Library, link: Link) -> dict[str, Any]:
    """All that the lesson page, the presenter and the notes window show of a lesson."""
    return {
        "id": lesson.id,
        "title": lesson.title,
        "minutes": {level: lesson.minutes(level) for level in LEVELS},
        "levels": {level: [step.id for step in lesson.at(level)] for level in LEVELS},
        "steps": {step.id: _step_data(step, library, link) for step in lesson.steps},
    }


def _step_data(step: Step, library: Library, link: Link) -> dict[str, Any]:
    return {
        "title": step.title,
        "idea": {level: getattr(step.idea, level) for level in LEVELS},
        "question": step.ask.question,
        "options": [{"text": o.text, "why": o.why or ""} for o in step.ask.options],
        "right": right(step),
        "reveal": step.ask.reveal,
        "alt": step.alt,
        "minutes": {level: getattr(step.minutes, level) for level in LEVELS},
        "ask": ask_markup(step, library),
        "see": {level: see_markup(step, level, library, link) for level in LEVELS},
        "notes": notes_markup(step, library),
    }


def right(step: Step) -> int:
    """Position of the right answer, from 0."""
    return next(i for i, option in enumerate(step.ask.options) if option.right)


def ask_markup(step: Step, library: Library) -> Markup:
    """The question with its answers, to be locked in before the picture moves."""
    words = library.words["teach"]["lesson"]
    options = [
        el(
            "label",
            el("input", type="radio", name="guess", value=i),
            el("b", str(i + 1), aria_hidden="true"),
            el("span", option.text),
        )
        for i, option in enumerate(step.ask.options)
    ]
    return join(
        [
            el("p", step.title, class_="kicker"),
            el("h2", step.ask.question, id="step-head"),
            el("fieldset", el("legend", words["ask"], class_="sr"), options, class_="options"),
        ]
    )


def see_markup(step: Step, level: Level, library: Library, link: Link) -> Markup:
    """The answer: the one idea, what the picture shows, why, what the article says, and what it rests on."""
    words = library.words["teach"]["lesson"]
    return join(
        [
            el("p", step.title, class_="kicker"),
            el("h2", getattr(step.idea, level), id="step-head"),
            el("p", el("span", data_slot="guess"), " ", el("b", step.ask.reveal), class_="reveal"),
            el("p", getattr(step.explain, level), class_="explain"),
            el("p", words["shows"].format(text=step.alt), class_="alt sr"),
            el("p", words["sources"], " ", _sources(step, library, link), class_="sources"),
            _claims(step, library, link),
            _terms(step, library, link),
        ]
    )


def _sources(step: Step, library: Library, link: Link) -> list[Markup]:
    """Links to the list of sources, each with how far it was checked."""
    words = library.words["sources"]
    out = []
    for key in step.sources:
        reference = library.references[key]
        doubt = "" if reference.standing == "seen" else f" ({words[reference.standing.replace(' ', '_').replace('-', '_')]})"
        out.append(el("a", reference.label + doubt, class_="src", href=f"{link('sources')}#{key}"))
    return out


def _claims(step: Step, library: Library, link: Link) -> Markup:
    words = library.words["teach"]
    by_id = {claim.id: claim for claim in library.claims}
    rows = [
        el(
            "li",
            el("a", by_id[c].claim, href=claim_link(link, by_id[c])),
            el("span", words["verdicts"][by_id[c].verdict], class_=f"verdict {by_id[c].verdict}"),
        )
        for c in step.claims
    ]
    return el(
        "details", el("summary", f"{words['lesson']['claims']} ({len(rows)})"), el("ul", rows, class_="claims"), class_="article"
    )


def _terms(step: Step, library: Library, link: Link) -> Markup | None:
    if not step.terms:
        return None
    by_id = {term.id: term for term in library.glossary}
    rows = [el("div", el("dt", by_id[t].term), el("dd", by_id[t].meaning)) for t in step.terms]
    return el("details", el("summary", library.words["teach"]["lesson"]["terms"]), el("dl", rows, class_="terms"))


def notes_markup(step: Step, library: Library) -> Markup:
    """What the person who teaches sees in the second window."""
    words = library.words["teach"]["notes"]
    more = [(words["listen"], step.notes.listen), (words["deeper"], step.notes.deeper)]
    sources = ", ".join(library.references[key].label for key in step.sources)
    return join(
        [
            el("h2", words["say"]),
            el("ul", [el("li", sentence) for sentence in step.notes.say], class_="note-say"),
            [join([el("h2", name), el("p", text)]) for name, text in more if text],
            el("h2", words["sources"]),
            el("p", sources, class_="note-sources"),
        ]
    )
