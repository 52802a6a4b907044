"""The quiz: every question is in the page, with its answer; the script shows one at a time and keeps count in the browser."""

from __future__ import annotations

import json
from hashlib import sha256

from neuroviz.atlas.drawn_views import load_drawn_view
from neuroviz.domain import Library
from neuroviz.domain.quizzes import DIRECTIONS, Item, Quiz, Region
from neuroviz.scenes.brain import draw_shell
from neuroviz.scenes.projection import project
from neuroviz.ui import icons
from neuroviz.ui.frame import Page, Site
from neuroviz.ui.lessons import claim_link, view_link
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.pages.lesson import pages

FRONT, BACK, UPPER = 20.0, -45.0, 10.0
"""mm (MNI152, y and z) from which a place is called front, back and upper in words."""

BOX = (-1800, -1500, 3600, 3080)
"""What is seen of the drawn brain, in drawn units: x, y, width, height."""

LETTERS = "ABCDEF"


def quiz(library: Library, site: Site) -> Page:
    """The page with all quizzes."""
    words = library.words["teach"]["quiz"]
    levels = library.words["teach"]["levels"]
    picker = el(
        "p",
        el("label", words["choose"], for_="quiz-choice", class_="sr"),
        el("select", [el("option", q.title, value=q.id) for q in library.quizzes], id="quiz-choice"),
        el("label", levels["legend"], for_="quiz-level", class_="sr"),
        el("select", [el("option", levels[v], value=v) for v in ("intro", "standard", "expert")], id="quiz-level"),
        class_="quiz-picker",
    )
    body = el(
        "main",
        el("header", el("h1", words["title"]), picker, class_="quiz-head"),
        [_quiz(q, library, site) for q in library.quizzes],
        id="main",
        class_="quiz",
        tabindex="-1",
        data_island="quiz",
    )
    title = f"{words['title']} – {library.words['frame']['brand']}"
    return Page("quiz", title, body, {"teach": library.words["teach"], "pages": pages(site)}, scripts=("teach.js",))


def _quiz(one: Quiz, library: Library, site: Site) -> Markup:
    words = library.words["teach"]["quiz"]
    bar = el(
        "div",
        el("p", data_slot="place"),
        el("progress", value=0, max=len(one.items), aria_label=words["list"]),
        class_="quiz-bar",
    )
    foot = el(
        "footer",
        el("button", icons.UI["left"], el("span", words["back"]), type="button", data_quiz="back", class_="quiz-back"),
        el("button", words["next"], icons.UI["right"], type="button", data_quiz="next", class_="quiz-next"),
        class_="quiz-foot",
    )
    items = el("ol", [_item(item, library, site) for item in one.items], class_="items")
    return el(
        "section", el("p", one.summary, class_="lead"), bar, items, foot, _result(library), class_="one-quiz", data_quiz_id=one.id
    )


def _result(library: Library) -> Markup:
    words = library.words["teach"]["quiz"]
    buttons = [
        el("button", words[name], type="button", data_quiz=name.replace("_", "-"))
        for name in ("restart", "save", "print", "print_key")
    ]
    return el(
        "section",
        el("h2", words["result"], tabindex="-1"),
        el("p", data_slot="score", class_="score"),
        el("p", data_slot="calibrated"),
        el("p", data_slot="open"),
        el("ol", class_="tally"),
        el("p", buttons, class_="quiz-tools"),
        el("p", words["private"], class_="small"),
        class_="quiz-result",
    )


def _item(item: Item, library: Library, site: Site) -> Markup:
    words = library.words["teach"]["quiz"]
    sure = [
        el("label", el("input", type="radio", name=f"{item.id}-sure", value=v), el("span", words[v]))
        for v in ("guess", "fairly", "certain")
    ]
    form = el(
        "form",
        el("fieldset", el("legend", words["answer"], class_="sr"), _answers(item, library), class_="answers"),
        el("fieldset", el("legend", words["sure"]), el("span", sure, class_="seg"), class_="sure-how"),
        el("p", el("button", words["check"], type="submit", class_="quiz-check"), el("span", role="status", class_="need")),
    )
    key = el("p", el("b", f"{words['key']}: "), answer_text(item, library), class_="key")
    why = [option.why or "" for option in item.options or ()]
    return el(
        "li",
        el("h2", item.question, id=f"{item.id}-head", tabindex="-1"),
        form,
        key,
        _feedback(item, library, site),
        id=item.id,
        class_="item",
        data_kind=item.kind,
        data_levels=" ".join(item.levels),
        data_right=json.dumps(answer(item), separators=(",", ":")),
        data_why=json.dumps(why) if any(why) else None,
        data_answer=answer_text(item, library),
        aria_labelledby=f"{item.id}-head",
    )


def answer(item: Item) -> str | list[str]:
    """The right answer as the browser compares it: a value, or the values in order."""
    if item.sequence is not None:
        return [str(i) for i in range(len(item.sequence))]
    if item.region is not None:
        return item.region.answer
    if item.direction is not None:
        return item.direction
    return str(next(i for i, option in enumerate(item.options or ()) if option.right))


def answer_text(item: Item, library: Library) -> str:
    """The right answer in words, for the key and for feedback."""
    words = library.words["teach"]["quiz"]
    if item.sequence is not None:
        return str(words["order_sep"]).join(item.sequence)
    if item.region is not None:
        letter = words["place_name"].format(letter=LETTERS[item.region.among.index(item.region.answer)])
        return f"{letter}, {library.hub(item.region.answer).name}"
    if item.direction is not None:
        return str(words[item.direction])
    return next(option.text for option in item.options or () if option.right)


def shuffled(item: Item) -> list[int]:
    """An order that is always the same and never the right one, in which the entries are first shown."""
    entries = item.sequence or ()
    order = sorted(range(len(entries)), key=lambda i: sha256(f"{item.id} {entries[i]}".encode()).hexdigest())
    return order if order != sorted(order) else [*order[1:], order[0]]


def _answers(item: Item, library: Library) -> Markup:
    words = library.words["teach"]["quiz"]
    if item.sequence is not None:
        return _order(item, library)
    if item.region is not None:
        return _brain(item, item.region, library)
    if item.direction is not None:
        arrows = {"up": icons.UI["up"], "same": icons.UI["minus"], "down": icons.UI["down"]}
        return join([_radio(item, d, join([arrows[d], el("span", words[d])])) for d in DIRECTIONS])
    return join([_radio(item, str(i), el("span", option.text)) for i, option in enumerate(item.options or ())])


def _radio(item: Item, value: str, inside: Markup) -> Markup:
    return el("label", el("input", type="radio", name=item.id, value=value), inside)


def _order(item: Item, library: Library) -> Markup:
    words = library.words["teach"]["quiz"]
    entries = item.sequence or ()
    rows = [
        el(
            "li",
            el("span", entries[i]),
            el("button", icons.UI["up"], type="button", data_move="-1", aria_label=f"{words['move_up']}: {entries[i]}"),
            el("button", icons.UI["down"], type="button", data_move="1", aria_label=f"{words['move_down']}: {entries[i]}"),
            data_value=i,
        )
        for i in shuffled(item)
    ]
    return join(
        [el("p", words["order_help"], class_="help"), el("ol", rows, class_="order"), el("p", role="status", class_="sr moved")]
    )


def _brain(item: Item, region: Region, library: Library) -> Markup:
    """The drawn brain with one lettered button for each place."""
    words = library.words["teach"]["quiz"]
    x0, y0, width, height = BOX
    pins = []
    for letter, hub_id in zip(LETTERS, region.among, strict=False):
        mni = library.hub(hub_id).coordinates[0].mni
        x, y, _ = project(mni, region.view)
        at = f"left:{(x - x0) / width:.2%};top:{(y - y0) / height:.2%}"
        name = words["spots"][_spot(mni)].format(letter=letter)
        radio = el("input", type="radio", name=item.id, value=hub_id, aria_label=name)
        pins.append(el("label", radio, el("b", letter, aria_hidden="true"), style=at))
    shell = draw_shell(load_drawn_view(region.view), f"{item.id}-brain")
    box = f"{x0} {y0} {width} {height}"
    svg = Markup(f'<svg class="drawn" viewBox="{box}" aria-hidden="true">{shell}</svg>')
    said = el("p", words[f"brain_{region.view}"], " ", words["region_help"], class_="help")
    return join([said, el("div", svg, pins, class_="brain-pick")])


def _spot(mni: tuple[float, float, float]) -> str:
    _, y, z = mni
    where = "front" if y > FRONT else "back" if y < BACK else "middle"
    return f"{where}_{'up' if z >= UPPER else 'down'}"


def _feedback(item: Item, library: Library, site: Site) -> Markup:
    """What is learnt from the item: why, the view that shows it, the claim and the sources."""
    words = library.words["teach"]["quiz"]
    by_id = {claim.id: claim for claim in library.claims}
    see = el("a", icons.UI["focus"], words["see"], href=view_link(site.page, item.view), class_="door second")
    claims = [
        el("li", el("a", words["claim"].format(text=by_id[c].claim), href=claim_link(site.page, by_id[c]))) for c in item.claims
    ]
    sources = [el("a", library.references[key].label, class_="src", href=f"{site.page('sources')}#{key}") for key in item.sources]
    return el(
        "div",
        el("p", el("b", data_slot="verdict"), " ", el("span", data_slot="was"), class_="verdict-line"),
        el("p", data_slot="why"),
        el("p", item.explain),
        el("p", see),
        el("ul", claims, class_="claims"),
        el("p", library.words["teach"]["lesson"]["sources"], " ", sources, class_="sources"),
        class_="feedback",
        role="status",
    )
