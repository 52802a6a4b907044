"""What a drawn scene says: the words of a stop, the card of a step, of an explanation, of a part."""

from __future__ import annotations

from collections.abc import Iterable

from neuroviz.domain import Library
from neuroviz.domain.cascade import Step, Track
from neuroviz.domain.scenes import Moment, Part, Scene, Statement
from neuroviz.ui import icons
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.words import Link, sources


def _marked(mark: str, library: Library) -> Markup:
    """The mark of a basis, with its name for those who do not see it."""
    name = next(m.name for m in library.about.marks if m.mark == mark)
    return Markup(icons.MARKS[mark].replace('aria-hidden="true"', f'role="img" aria-label="{name}"'))


def _dissent(statement: Statement | None, library: Library, link: Link) -> Markup | None:
    if statement is None:
        return None
    head = el("b", library.words["scenes"]["dissent"])
    return el("div", head, el("p", statement.text), sources(statement.sources, library, link), class_="dissent")


def moment_words(scene: Scene, stop: str, library: Library, link: Link) -> Markup:
    """Headline, lead, what has changed with its sources, and who disagrees, at a stop of the clock."""
    moment: Moment = scene.moments[stop]
    changed = [scene.part(name) for name in moment.changed] or [part for part in scene.parts if stop in part.changes]
    rows = [
        el(
            "li",
            _marked(part.mark, library),
            el("p", el("b", part.name), " ", el("span", part.changes[stop], class_=_tone(part.changes[stop]))),
            el("span", sources(part.sources, library, link), class_="from") if part.sources else None,
        )
        for part in changed
        if stop in part.changes and not part.cue and not _of_track(part)
    ]
    listed = el("ul", rows, class_="says changes") if rows else None
    return join(
        [el("h2", moment.headline), el("p", moment.says, class_="lead"), listed, _dissent(moment.disagree, library, link)]
    )


def _of_track(part: Part) -> bool:
    return bool(part.tracks) and "main" not in part.tracks


def _tone(words: str) -> str:
    return "more" if words.startswith("▲") else "less" if words.startswith("▼") else "same"


def _who(who: Iterable[str], library: Library) -> Markup:
    words = library.words["scenes"]
    return el("span", [el("span", words[f"who_{w}"], class_="who", data_who=w) for w in who], class_="whos")


def step_words(step: Step, number: str, library: Library, link: Link) -> Markup:
    """Card of a step: number, title, sentence, in whom, how sure, what stands behind it."""
    words = library.words["scenes"]
    behind = [c for c in library.claims if c.id in step.claims]
    claims = [el("p", el("b", words["behind"]), " “", c.claim, "”", class_="claim") for c in behind]
    level = ("low", "medium", "high").index(step.confidence) + 1
    bars = el("span", [el("i", class_="on" if k < level else None) for k in range(3)], class_="bars", aria_hidden="true")
    known = sources(step.sources, library, link) if step.sources else el("span", words["textbook"], class_="doubt")
    return join(
        [
            el("p", number, class_="count"),
            el("h2", step.title),
            el("p", step.says, class_="lead"),
            el("p", step.note, class_="note") if step.note else None,
            el("p", el("b", words["when"]), " ", step.when, class_="when"),
            el("p", _who(step.who, library), bars, words["confidence"].format(level=step.confidence), class_="sureness"),
            el("p", known, class_="from"),
            claims,
        ]
    )


def _statements(head: str, statements: Iterable[Statement], library: Library, link: Link) -> Markup | None:
    rows = [el("li", el("p", s.text), sources(s.sources, library, link)) for s in statements]
    return join([el("h3", head), el("ul", rows, class_="cases")]) if rows else None


def track_words(track: Track, library: Library, link: Link) -> Markup:
    """Card of an explanation: the idea, for, against, open."""
    words = library.words["scenes"]
    opens = join([el("h3", words["open"]), el("ul", [el("li", el("p", text)) for text in track.open], class_="cases")])
    return join(
        [
            el("h2", track.name),
            el("p", track.says, class_="lead"),
            el("p", _who(track.species, library), class_="sureness"),
            _statements(words["for"], track.supports, library, link),
            _statements(words["against"], track.against, library, link),
            opens if track.open else None,
        ]
    )


def meeting_words(library: Library, link: Link) -> Markup:
    """Card of all explanations: where they meet, and a line for each."""
    words, meeting = library.words["scenes"], library.cascade.meeting
    rows = [el("li", el("p", el("b", track.short), " ", track.says)) for track in library.cascade.tracks]
    return join(
        [
            el("h2", words["meets"]),
            el("p", meeting.text, class_="lead"),
            sources(meeting.sources, library, link),
            el("ul", rows, class_="cases"),
        ]
    )


def part_words(part: Part, library: Library, link: Link) -> Markup:
    """Card of a part; the script fills in its state now."""
    words = library.words["scenes"]
    term = next((t for t in library.glossary if t.id == part.glossary), None)
    rows = [
        el("div", el("dt", words["part_state"]), el("dd", data_slot="state")),
        el("div", el("dt", words["part_people"]), el("dd", words[part.people])) if part.people else None,
        el("div", el("dt", words["part_sources"]), el("dd", sources(part.sources, library, link))) if part.sources else None,
        el("div", el("dt", words["part_term"]), el("dd", term.meaning)) if term else None,
    ]
    return join([el("h2", part.name), el("p", part.says, class_="lead"), el("dl", rows, class_="facts")])
