"""Before and after on the network: picture, table and drawing say the same numbers, and the server is not asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from neuroviz.atlas import load_atlas
from neuroviz.domain import Library
from neuroviz.domain.scenarios import BASELINES, PEOPLE
from neuroviz.film import edges
from neuroviz.film.network import network_film
from neuroviz.film.time import Timeline
from tests.browser.helpers import Site, axe, open_page, without_webgl

LIBRARY = Library.load()
SPEC = LIBRARY.scenarios
ATLAS = load_atlas("schaefer-100")
BITS = edges.ends(ATLAS, SPEC.pairs)
PLACES = edges.anchors(ATLAS, LIBRARY)
PHASES = [Timeline(LIBRARY.clock).when(phase.at) for phase in SPEC.phases]
MODES = ("now", "side", "wipe", "difference")
REST = 500
"""ms after which table and spoken words have followed."""


def report(page: Page) -> Any:
    return page.evaluate("neuroviz.report()")


def to(page: Page, **state: object) -> None:
    ignored = page.evaluate("wish => neuroviz.set(wish)", state)
    assert ignored == []


def expected(a: int, b: int, people: str, baseline: str, t: float, before: bool) -> float:
    """What a link has to be drawn with: recomputed from matrix and content."""
    if a < 0:
        r, pair = SPEC.unmeasured_r, PLACES[-1 - a].pair
    else:
        assert ATLAS.connectivity is not None
        r = float(ATLAS.connectivity[a - 1, b - 1])
        pair = edges.pair_of(BITS[a - 1], BITS[b - 1], len(SPEC.pairs))
    if pair < 0:
        return r
    state = network_film(SPEC, LIBRARY.clock, people, baseline).state(t)[pair]
    return r * (1 + (state.before if before else state.now))


def check(said: Any, people: str, baseline: str, t: float) -> None:
    """Hold every link of every pane to what the content says."""
    for pane in said["panes"]:
        assert len(pane["links"]) > 60
        for link in pane["links"]:
            wanted = expected(link["a"], link["b"], people, baseline, t, pane["kind"] == "before")
            assert link["value"] == pytest.approx(wanted, abs=2e-4), (pane["kind"], link, people, baseline, t)


@pytest.mark.parametrize("tier", ["3d", "drawn"])
def test_every_scenario_phase_and_pair_is_drawn_as_the_content_says(page: Page, app_site: Site, tier: str) -> None:
    open_page(page, app_site, f"/explore?compare=side&t=40min&tier={tier}")
    for people in PEOPLE:
        for baseline in BASELINES:
            for t in (*PHASES, 0.75, 3.5):
                to(page, people=people, baseline=baseline, t=round(t, 3))
                check(report(page), people, baseline, round(t, 3))


@pytest.mark.parametrize("compare", MODES)
def test_table_drawing_and_stage_report_the_same_numbers(page: Page, app_site: Site, compare: str) -> None:
    open_page(page, app_site, f"/explore?compare={compare}&t=24h")
    page.get_by_role("button", name="Table").click()
    page.wait_for_timeout(REST)
    solid = report(page)
    rows = {r["id"]: r for r in page.eval_on_selector_all(
        ".changes tbody tr",
        "rows => rows.map(r => ({ id: r.dataset.pair, now: +r.dataset.now, delta: +r.dataset.delta, text: r.textContent }))",
    )}  # fmt: skip
    assert set(rows) == {p.id for p in SPEC.pairs}
    for pair in solid["pairs"]:
        assert rows[pair["id"]]["now"] == pytest.approx(pair["now"], abs=6e-4)
        assert rows[pair["id"]]["delta"] == pytest.approx(pair["delta"], abs=6e-4)
        if pair["kind"] != "same":
            assert ("▲" in rows[pair["id"]]["text"]) == (pair["kind"] == "stronger")
    sizes = [abs(r["delta"]) for r in rows.values()]
    assert sizes == sorted(sizes, reverse=True), "the largest change stands first"
    to(page, tier="drawn")
    page.wait_for_timeout(REST)
    drawn = report(page)
    assert [p["kind"] for p in drawn["panes"]] == [p["kind"] for p in solid["panes"]]
    for a, b in zip(solid["panes"], drawn["panes"], strict=True):
        key = lambda link: (link["a"], link["b"])  # noqa: E731
        assert sorted(map(key, a["links"])) == sorted(map(key, b["links"]))
        values = {key(link): link["value"] for link in b["links"]}
        assert all(values[key(link)] == pytest.approx(link["value"], abs=1e-6) for link in a["links"])
    last = page.locator(".tier-drawn:not(.is-before) .link[data-value]")
    in_svg = last.evaluate_all("all => all.map(e => [e.dataset.link, +e.dataset.value])")
    said = {f"{link['a']}-{link['b']}": link["value"] for link in drawn["panes"][-1]["links"]}
    assert {name: pytest.approx(value, abs=1e-4) for name, value in in_svg} == said


@pytest.mark.parametrize("show", ["dmn", "core"])
def test_the_first_picture_is_that_of_the_moment(new_page: Callable[..., Page], app_site: Site, show: str) -> None:
    """What Python painted before any script is what the scripts draw."""
    address = f"/explore?t=40min&tier=drawn&show={show}"
    plain = new_page(java_script_enabled=False)
    plain.goto(app_site.address(address))
    links = "all => all.map(e => [e.dataset.link, e.dataset.value, e.dataset.delta, e.classList.contains('is-down')])"
    painted = plain.locator(".tier-drawn .link").evaluate_all(links)
    live = new_page()
    open_page(live, app_site, address)
    assert sorted(painted) == sorted(live.locator(".tier-drawn .link").evaluate_all(links))


def test_dragging_touches_links_alone_and_asks_nothing(page: Page, app_site: Site) -> None:
    page.add_init_script(
        """const draw = WebGL2RenderingContext.prototype.drawElements; window.cortex = 0;
        WebGL2RenderingContext.prototype.drawElements = function (mode, count, ...rest) {
          if (count >= 15000) window.cortex += 1;
          return draw.call(this, mode, count, ...rest);
        };"""
    )
    open_page(page, app_site, "/explore?t=1.2")
    page.wait_for_timeout(1500)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate("window.cortex = 0")
    box = page.locator(".film").bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.2, y)
    page.mouse.down()
    for k in range(60):
        page.mouse.move(box["x"] + box["width"] * (0.2 + 0.012 * k), y)
        page.wait_for_timeout(16)
    page.mouse.up()
    page.wait_for_timeout(REST)
    assert page.evaluate("neuroviz.state().t") > 6
    assert page.evaluate("window.cortex") == 0, "the cortex was drawn again although only links changed"
    for k in range(150):
        to(page, t=(k * 0.37) % 8, compare=MODES[k % 4], people=PEOPLE[k % 3], baseline=BASELINES[k % 2], wipe=5 + k % 90)
        to(page, sure=("all", "medium", "high")[k % 3], dissent=bool(k % 2))
    page.wait_for_timeout(REST)
    assert asked == []


def test_two_brains_are_one_context(page: Page, app_site: Site) -> None:
    page.add_init_script(
        """const get = HTMLCanvasElement.prototype.getContext; window.contexts = new Set();
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
          const made = get.call(this, kind, ...rest); if (made && /webgl/.test(kind)) window.contexts.add(made); return made;
        };"""
    )
    open_page(page, app_site, "/explore?t=24h&compare=side")
    assert [p["kind"] for p in report(page)["panes"]] == ["before", "now"]
    assert page.evaluate("window.contexts.size") == 1


def test_the_wipe_by_keyboard_and_by_hand(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?t=40min&compare=wipe")
    handle = page.get_by_role("slider", name="Wipe")
    handle.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("neuroviz.state().wipe") == 55
    expect(handle).to_have_attribute("aria-valuenow", "55")
    page.keyboard.press("Home")
    assert page.evaluate("neuroviz.state().wipe") == 5
    box = handle.bounding_box()
    assert box
    page.mouse.move(box["x"] + 22, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 260, box["y"] + box["height"] / 2, steps=4)
    page.mouse.up()
    assert page.evaluate("neuroviz.state().wipe") > 20


def test_a_break_does_not_glide_and_says_who_is_on_screen(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?t=40min")
    title = page.locator(".pane-title.now")
    expect(title).to_contain_text("Measured in other people: healthy volunteers")
    before = report(page)["pairs"][0]
    to(page, t=2.6)
    after = report(page)["pairs"][0]
    assert (before["before"], after["before"]) == (0, 0.4)
    expect(title).to_be_hidden()
    assert page.locator(".film .break").count() == 2


def test_beside_the_choice_of_people_stands_who_was_measured(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?t=40min")
    told = page.locator(".switches .others-told")
    expect(told).to_have_text("Measured in other people: healthy volunteers")
    to(page, people="healthy")
    expect(told).to_be_hidden()
    to(page, people="patients", t=0)
    expect(told).to_be_hidden()


def test_the_table_calls_the_direction_measured_and_never_the_size(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?t=24h")
    page.get_by_role("button", name="Table").click()
    rows = page.locator(".changes tbody tr")
    expect(rows).to_have_count(len(SPEC.pairs))
    assert rows.filter(has_text="direction measured").count() > 0
    for text in rows.locator("td:not(.studies)").all_inner_texts():
        assert "%" not in text
    for row in rows.all():
        if row.get_attribute("class") != "same":
            assert "measured" not in row.locator("td").nth(1).inner_text().replace("direction measured", "")
    expect(page.locator(".change-table .basis")).to_contain_text("At most the direction was measured")
    for cell in rows.locator("td.studies").all():
        assert cell.evaluate("e => e.scrollWidth <= e.clientWidth"), "the studies are shown to their end"


def test_partners_of_a_region_say_that_they_were_measured_before(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?t=24h&parcel=50")
    told = page.locator(".card [data-slot=partners-before]")
    expect(told).to_contain_text("Before ketamine, in healthy young adults, no drug.")
    expect(told).to_contain_text("No study ranks partners of one region after ketamine")
    to(page, t=0)
    expect(told).to_be_hidden()
    to(page, t=2)
    expect(told).to_be_visible()


def test_r_says_at_another_time_that_it_was_measured_at_rest(page: Page, site: Site) -> None:
    """Beside a link that is drawn weaker, a bare number would be taken for that of the moment."""
    open_page(page, site, "/explore?t=24h&parcel=50")
    values = page.locator(".callout i").filter(has_text=re.compile("^r "))
    expect(values.first).to_have_text(re.compile(r"^r 0\.\d\d at rest, no drug$"))
    assert all(text.endswith(" at rest, no drug") for text in values.all_text_contents())
    expect(page.locator(".threshold [data-slot=r]")).to_have_text("r ≥ 0.50 at rest")
    expect(page.locator("#r")).to_have_attribute("aria-valuetext", re.compile("at rest without the drug"))
    expect(page.locator(".summary")).to_contain_text("measured at rest without the drug")
    page.get_by_role("button", name="Table").click()
    expect(page.locator("[data-slot=links-table] thead th").last).to_have_text("r at rest, no drug")
    to(page, t=0)
    expect(values.first).to_have_text(re.compile(r"^r 0\.\d\d$"))
    expect(page.locator(".threshold [data-slot=r]")).to_have_text("r ≥ 0.50")


def test_no_arrow_stands_over_links_that_step_back(page: Page, app_site: Site) -> None:
    open_page(page, app_site, "/explore?tier=drawn&t=24h")
    assert page.locator(".arrow.rises").count() == 3
    to(page, parcel=50)
    assert page.locator(".arrow.rises").count() == 0, "no link of this region grows"
    assert page.locator(".arrow.falls").count() > 0


def test_how_sure_fades_and_dissent_stands_beside_the_change(page: Page, app_site: Site) -> None:
    open_page(page, app_site, "/explore?t=40min&tier=drawn")
    weak = page.locator(".link.is-up").first
    assert page.locator(".moves .findings").count() == 0
    page.get_by_role("switch", name="Who disagrees").check()
    expect(page.locator(".moves .findings").first).to_contain_text("Against")
    page.locator('.sure input[value="high"]').check()
    page.wait_for_timeout(100)
    assert "--s:0.16" in (weak.get_attribute("style") or "")


def test_spoken_words_say_what_is_on_screen_now(page: Page, app_site: Site) -> None:
    open_page(page, app_site, "/explore?t=40min&compare=side")
    page.wait_for_timeout(REST)
    said = page.locator(".summary").text_content() or ""
    for part in (
        "Before and now side by side",
        "40 min, healthy volunteers",
        "weaker than before, medium confidence",
        "Schematic",
    ):
        assert part in said


NAMES = {p.name for p in SPEC.pairs}


def changed(page: Page) -> int:
    """How many pairs of networks differ from before."""
    return sum(pair["kind"] != "same" for pair in report(page)["pairs"])


@pytest.mark.parametrize(("show", "told"), [("medial-temporal", set()), ("core", {"Midline, front to back"})])
def test_only_changes_of_links_on_screen_are_spoken_of(page: Page, app_site: Site, show: str, told: set[str]) -> None:
    open_page(page, app_site, f"/explore?tier=drawn&t=24h&show={show}")
    rest = LIBRARY.words["change"]["absent_other"].format(n=changed(page) - len(told))
    said = page.locator(".summary")
    expect(said).to_contain_text(rest)
    assert {name for name in NAMES if f"{name}:" in (said.text_content() or "")} == told
    assert ("Schematic" in (said.text_content() or "")) == bool(told)
    expect(page.locator(".moves > li:not(.unseen) > b")).to_have_text(sorted(told))
    expect(page.locator(".moves > .unseen")).to_have_text(rest)
    expect(page.locator(".drawn-line")).to_be_visible(visible=bool(told))


@pytest.mark.parametrize("tier", ["3d", "drawn"])
def test_a_change_that_is_faded_out_is_neither_labelled_nor_spoken_of(page: Page, app_site: Site, tier: str) -> None:
    open_page(page, app_site, f"/explore?t=24h&tier={tier}")
    expect(page.locator("[data-callout^=change-]").first).to_be_visible()
    to(page, sure="high")
    expect(page.locator("[data-callout^=change-]")).to_have_count(0)
    said = page.locator(".summary")
    expect(said).to_contain_text(LIBRARY.words["change"]["faded_other"].format(n=changed(page)))
    assert not [name for name in NAMES if f"{name}:" in (said.text_content() or "")]
    to(page, sure="all")
    expect(page.locator("[data-callout^=change-]").first).to_be_visible()
    expect(said).to_contain_text("Midline, front to back: weaker than before, low confidence")


def test_with_a_region_only_its_changes_are_spoken_of(page: Page, app_site: Site) -> None:
    open_page(page, app_site, "/explore?tier=drawn&t=24h&parcel=50")
    said = page.locator(".summary")
    expect(said).to_contain_text("Chosen:")
    own = {link["a"] == 50 or link["b"] == 50 for link in report(page)["panes"][0]["links"]}
    assert own == {True, False}
    expect(said).to_contain_text("Midline, front to back: weaker than before")
    assert "Lateral front to the rest" not in (said.text_content() or "")
    assert "not among" not in (said.text_content() or "")


@pytest.mark.parametrize("compare", MODES)
@pytest.mark.parametrize("size", [(1366, 768), (390, 844)], ids=lambda s: f"{s[0]}")
def test_whole_and_accessible(new_page: Callable[..., Page], app_site: Site, size: tuple[int, int], compare: str) -> None:
    page = new_page(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    open_page(page, app_site, f"/explore?t=40min&compare={compare}&dissent=1")
    axe(page)
    sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert sideways <= 0
    boxes = page.eval_on_selector_all(
        ".callout",
        "all => all.filter(e => e.style.visibility !== 'hidden').map(e => { const r = e.getBoundingClientRect();"
        " return [r.left, r.top, r.right, r.bottom, e.textContent]; })",
    )
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]), f"{a[4]} lies on {b[4]}"


@pytest.mark.parametrize("compare", MODES)
@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)], ids=lambda s: f"{s[0]}")
def test_no_title_lies_under_the_buttons_of_the_stage(
    new_page: Callable[..., Page], app_site: Site, size: tuple[int, int], compare: str
) -> None:
    page = new_page(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    open_page(page, app_site, f"/explore?t=40min&tier=drawn&compare={compare}")
    for scheme in ("dark", "projector"):
        page.locator(f"input[name=scheme][value={scheme}]").evaluate("el => el.click()")
        page.wait_for_timeout(REST)
        boxes = page.eval_on_selector_all(
            ".pane-title:not([hidden]), .besides, .layer .view-button",
            "all => all.filter(e => e.getClientRects().length).map(e => { const r = e.getBoundingClientRect();"
            " return [r.left, r.top, r.right, r.bottom, e.className]; })",
        )
        assert len(boxes) >= (4 if compare in ("side", "wipe") else 3)
        for i, a in enumerate(boxes):
            for b in boxes[i + 1 :]:
                assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]), f"{a[4]} lies on {b[4]}, {scheme}"


def test_without_webgl_all_ways_of_comparing_are_drawn(new_page: Callable[..., Page], app_site: Site) -> None:
    page = new_page()
    without_webgl(page)
    open_page(page, app_site, "/explore?t=24h")
    for compare in MODES:
        to(page, compare=compare)
        page.wait_for_timeout(200)
        assert page.locator(".tier-drawn").count() == (2 if compare in ("side", "wipe") else 1)
        assert page.locator(".tier-drawn .link.is-down").count() > 0


@pytest.mark.parametrize("atlas", ["yeo-7", "power-default"])
@pytest.mark.parametrize("webgl", [True, False], ids=["3d", "drawn"])
def test_where_nothing_changes_the_pictures_have_titles_and_it_is_said(
    new_page: Callable[..., Page], app_site: Site, atlas: str, webgl: bool
) -> None:
    page = new_page()
    if not webgl:
        without_webgl(page)
    open_page(page, app_site, f"/explore?atlas={atlas}&t=24h&compare=side")
    said = LIBRARY.words["change"]["unlinked"]
    expect(page.locator(".pane-title.before b")).to_have_text("Before")
    expect(page.locator(".pane-title.now b")).to_have_text("24 h")
    expect(page.locator(".side-of .unlinked")).to_be_visible()
    expect(page.locator(".side-of .unlinked")).to_have_text(said)
    expect(page.locator(".summary")).to_contain_text(said)
    to(page, atlas="schaefer-100")
    expect(page.locator(".side-of .unlinked")).to_be_hidden()


@pytest.mark.parametrize("webgl", [True, False], ids=["3d", "drawn"])
def test_a_map_without_parts_has_one_entry_in_its_key(new_page: Callable[..., Page], app_site: Site, webgl: bool) -> None:
    page = new_page()
    if not webgl:
        without_webgl(page)
    open_page(page, app_site, "/explore?atlas=yeo-7")
    expect(page.locator(".key [data-look]:visible")).to_have_text(["Default mode"])
    assert page.locator(".tier-drawn .territory [style*='--net-default']").count() > 0


def test_the_accessibility_tree_tells_moment_changes_and_how_sure(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?tier=drawn&t=24h&compare=difference")
    expect(page.locator("main")).to_match_aria_snapshot(
        """
        - main:
          - region "Picture of the brain":
            - listbox /Regions on screen/:
              - option /Left medial prefrontal cortex, Default mode.* Core/
              - option /Right posterior cingulate and precuneus, Default mode.* Core/
          - complementary:
            - group "Who?":
              - radio "Patients" [checked]
            - group "Which “before”?":
              - radio "Textbook" [checked]
            - list "What changed, largest in the picture first":
              - listitem: Midline, front to back ▼ weaker than before low confidence
              - listitem: Lateral front to the rest ▲ stronger than before low confidence
          - region "Clock":
            - group "Compare":
              - radio "Difference" [checked]
            - button "Play"
            - slider "Time"
          - status: /Only the differences from before. 24 h, patients.* weaker than before, low confidence.* Schematic/
        """
    )
    slider = page.get_by_role("slider", name="Time")
    expect(slider).to_have_attribute("aria-valuetext", re.compile("^24 hours: one day later"))
