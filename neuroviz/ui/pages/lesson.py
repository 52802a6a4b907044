"""The lesson page: the stage and clock of Explore, and beside them one step at a time. Without a lesson it lists them."""

from __future__ import annotations

from neuroviz.domain import Library
from neuroviz.domain.lessons import LEVELS, Guide, Lesson, Level, Step
from neuroviz.ui import icons
from neuroviz.ui.frame import Page, Site
from neuroviz.ui.lessons import ask_markup, chosen, laid_over, lesson_views, see_markup, step_address
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.pages.explore import SKIPS, config, data, stage_and_clock
from neuroviz.ui.state import ViewState


def lesson(library: Library, site: Site, state: ViewState) -> Page:
    """The page of one lesson, or the list of lessons; the scripts take it from there."""
    words = library.words["teach"]["lesson"]
    at = chosen(library, state)
    below = laid_over(library, state)
    title = at[0].title if at else words["title"]
    aside = el(
        "div",
        _list(library, site, missing=at is None and state["lesson"] is not None, hidden=at is not None),
        _step(library, site, state, at),
        class_="lesson",
        data_island="lesson",
        data_mode="step" if at else "list",
    )
    return Page(
        "lesson",
        f"{title} – {library.words['frame']['brand']}",
        stage_and_clock(library, site, below, title, aside),
        {**config(library, site), "lessons": lesson_views(library), "teach": library.words["teach"], "pages": pages(site)},
        data=(*data(below), *([f"lesson/{at[0].id}"] if at else [])),
        skips=SKIPS,
        scripts=("teach.js",),
    )


def pages(site: Site) -> dict[str, str]:
    """Addresses that the teaching scripts need."""
    return {name: site.page(name) for name in ("lesson", "present", "notes", "quiz", "check", "explore")}


def minutes(n: float) -> str:
    """Whole minutes, as they are printed."""
    return str(round(n))


def _list(library: Library, site: Site, *, missing: bool, hidden: bool) -> Markup:
    words = library.words["teach"]["lesson"]
    return el(
        "div",
        el("h2", words["choose"]),
        el("p", words["no_lesson"], class_="lead") if missing else el("p", words["lead"], class_="lead"),
        [_card(one, library, site) for one in library.lessons],
        class_="lesson-list",
        hidden=hidden,
    )


def _card(one: Lesson, library: Library, site: Site) -> Markup:
    """One lesson: what it is about, how long it takes, its two doors, its objectives and the guide for teachers."""
    words, levels = library.words["teach"]["lesson"], library.words["teach"]["levels"]
    first = one.steps[0].id
    times = [el("span", f"{levels[v]}: {words['minutes'].format(n=minutes(one.minutes(v)))}") for v in LEVELS]
    doors = el(
        "p",
        el("a", words["start"], class_="door", href=step_address(site.page("lesson"), one.id, first, "intro"), data_start=one.id),
        el("a", words["present"], class_="door second", href=step_address(site.page("present"), one.id, first, "intro")),
        class_="doors",
    )
    objectives = [join([el("dt", levels[v]), [el("dd", text) for text in getattr(one.objectives, v)]]) for v in LEVELS]
    return el(
        "article",
        el("h3", one.title),
        el("p", one.summary),
        el("p", times, class_="times"),
        doors,
        el("details", el("summary", words["objectives"]), el("dl", objectives, class_="objectives")),
        el("details", el("summary", words["guide"]), _guide(one.guide, library)),
        class_="lesson-card",
    )


def _guide(guide: Guide, library: Library) -> Markup:
    words = library.words["teach"]["lesson"]
    parts = ("before", "during", "discuss", "care", "after")
    return el(
        "div", [join([el("h4", words[p]), el("ul", [el("li", t) for t in getattr(guide, p)])]) for p in parts], class_="guide"
    )


def _step(library: Library, site: Site, state: ViewState, at: tuple[Lesson, Step] | None) -> Markup:
    """Head, progress, the step and the buttons; empty where no lesson is chosen."""
    words, levels = library.words["teach"]["lesson"], library.words["teach"]["levels"]
    level: Level = next(v for v in LEVELS if v == state["level"])
    picker = el(
        "label",
        el("span", library.words["teach"]["levels"]["legend"], class_="sr"),
        el("select", [el("option", levels[v], value=v, selected=v == level) for v in LEVELS], data_do_level=True),
        class_="level",
    )
    head = el(
        "header",
        el(
            "a",
            icons.UI["grid"],
            el("span", words["all"], class_="sr"),
            class_="all-lessons",
            href=site.page("lesson"),
            title=words["all"],
        ),
        el("p", _place(library, at, level), data_slot="place"),
        picker,
        class_="lesson-head",
    )
    foot = el(
        "footer",
        el(
            "button",
            icons.UI["up"],
            el("span", words["moved"]),
            type="button",
            data_step_do="return",
            class_="return",
            hidden=True,
        ),
        el(
            "button",
            icons.UI["left"],
            el("span", words["back"], class_="sr"),
            type="button",
            data_step_do="back",
            class_="step-back",
            title=words["back"],
        ),
        el("button", el("span", words["next"]), icons.UI["right"], type="button", data_step_do="next", class_="step-next"),
        class_="lesson-foot",
    )
    return el(
        "div",
        head,
        _progress(library, at, level),
        el("div", _inside(library, site, state, at, level), class_="step", tabindex="-1", aria_labelledby="step-head"),
        foot,
        class_="lesson-step",
        hidden=at is None,
    )


def _place(library: Library, at: tuple[Lesson, Step] | None, level: Level) -> str:
    if at is None:
        return ""
    ids = [step.id for step in at[0].at(level)]
    place = ids.index(at[1].id) if at[1].id in ids else 0
    return str(library.words["teach"]["lesson"]["place"]).format(n=place + 1, of=len(ids))


def _progress(library: Library, at: tuple[Lesson, Step] | None, level: Level) -> Markup:
    words = library.words["teach"]["lesson"]
    steps = at[0].at(level) if at else ()
    place = next((i for i, s in enumerate(steps) if at and s.id == at[1].id), 0)
    dots = [
        el(
            "li",
            el(
                "button",
                type="button",
                data_at=s.id,
                aria_label=words["step"].format(n=i + 1, title=s.title),
                title=s.title,
                aria_current="step" if i == place else None,
                class_="past" if i < place else None,
            ),
        )
        for i, s in enumerate(steps)
    ]
    return el("div", el("ol", dots, class_="dots", aria_label=words["progress"]), class_="progress")


def _inside(library: Library, site: Site, state: ViewState, at: tuple[Lesson, Step] | None, level: Level) -> Markup | None:
    if at is None:
        return None
    return see_markup(at[1], level, library, site.page) if state["seen"] else ask_markup(at[1], library)
