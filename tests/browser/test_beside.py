"""What stands beside the brain, and the seed map on it: the same regions, links and numbers in every view."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page, Route, expect

from neuroviz.atlas import load_atlas, selection
from neuroviz.atlas.seed import mean_removed, seed_values
from neuroviz.colour import r_token
from neuroviz.domain import Library
from neuroviz.ui import changed
from neuroviz.ui.beside import VIEWS
from neuroviz.ui.state import read
from tests.browser.helpers import Site, axe, open_page, without_webgl

ATLAS = "schaefer-100"
TELL_OF_THE_STAGE = """;(() => {
  const home = window.neuroviz, make = home.makeStage;
  home.makeStage = (...a) => {
    const stage = make(...a), show = stage.show.bind(stage);
    stage.show = (p) => { window.shown = p; window.shows = (window.shows || 0) + 1; show(p); };
    return stage;
  };
})()"""


def state(page: Page) -> dict[str, Any]:
    return page.evaluate("neuroviz.state()")


def change(page: Page, **wish: Any) -> None:
    page.evaluate("wish => { neuroviz.set(wish) }", wish)


def hear_the_stage(page: Page) -> None:
    """Keep what the 3-D stage is given to draw in ``window.shown``."""

    def more(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text() + TELL_OF_THE_STAGE)

    page.route("**/stage.js*", more)


def colours(page: Page, selector: str, key: str) -> list[list[str]]:
    """What ``data-<key>`` says of each element, and its colour."""
    script = "(els, key) => els.map(e => [e.dataset[key], e.style.getPropertyValue('--c')])"
    return page.locator(selector).evaluate_all(script, key)


def matrix_ready(page: Page) -> None:
    page.wait_for_function("() => document.querySelector('.square .beside-plot')?.data?.[0].z?.length > 0", timeout=20_000)


def test_every_view_shows_the_same_links(page: Page, app_site: Site) -> None:
    """Table, drawing, 3-D stage, matrix, ring and the matrix of the pack: same regions, same links, same numbers."""
    hear_the_stage(page)
    open_page(page, app_site, "/explore?show=all&r=0.66&tier=3d&beside=ring")
    atlas = load_atlas(ATLAS)
    wanted = {f"{a}-{b}": r for a, b, r in selection.links(atlas, selection.members(atlas, "all"), 0.66)}
    assert len(wanted) > 50
    stage = page.evaluate(
        """() => { const { nodes, links } = window.shown;
             const name = l => [nodes[l.a].index, nodes[l.b].index].sort((x, y) => x - y).join('-');
             return [nodes.map(n => n.index), links.map(name)] }"""
    )
    assert sorted(stage[0]) == [p.index for p in atlas.parcels]
    assert set(stage[1]) == set(wanted)
    ring = colours(page, ".ring-svg .chords path", "link")
    assert dict(ring) == {link: f"var(--{r_token(r)})" for link, r in wanted.items()}
    assert page.locator(".ring-svg .segments [role=option]").count() == 100
    page.get_by_role("button", name="Table").click()
    rows = page.locator("tbody[data-slot=links] tr")
    said = dict(rows.evaluate_all("els => els.map(e => [e.dataset.pair, e.lastElementChild.textContent])"))
    assert said == {link: f"{r:.2f}" for link, r in wanted.items()}
    change(page, beside="matrix")
    matrix_ready(page)
    z = page.evaluate("document.querySelector('.square .beside-plot').data[0].z")
    order = page.evaluate("() => document.querySelector('.square').dataset.order.split(',').map(Number)")
    cells = {(i, j): z[i][j] for i in range(100) for j in range(100) if z[i][j] is not None}
    below = {"-".join(map(str, sorted((order[i], order[j])))): r for (i, j), r in cells.items() if j < i}
    assert below == pytest.approx(wanted)
    for (i, j), r in cells.items():
        assert r == pytest.approx(atlas.connectivity[order[i] - 1, order[j] - 1], abs=5.1e-5)
    assert sum(j > i for i, j in cells) == 100 * 99 // 2
    change(page, tier="drawn")
    expect(page.locator("svg[data-view]")).to_be_visible()
    drawn = page.locator("g.links [data-link]").evaluate_all("els => els.map(e => e.dataset.link)")
    assert set(drawn) == set(wanted)


@pytest.mark.parametrize("removed", [False, True], ids=["measured", "mean removed"])
def test_seed_map_paints_the_values_of_the_pack_in_both_tiers(page: Page, app_site: Site, removed: bool) -> None:
    hear_the_stage(page)
    open_page(page, app_site, f"/explore?parcel=50&map=seed&tier=3d{'&mean=1' if removed else ''}")
    values = seed_values(load_atlas(ATLAS), 50, removed)
    tokens = {k + 1: f"--{r_token(round(float(r), 4))}" for k, r in enumerate(values) if not np.isnan(r)}
    painted = page.evaluate("window.shown.territory")
    assert {k: painted[k] for k in tokens} == tokens
    assert page.evaluate("window.shown.painted") is True
    change(page, tier="drawn")
    expect(page.locator("svg[data-view][data-painted]")).to_be_visible()
    drawn = colours(page, "g.territory [data-parcel]", "parcel")
    assert len(drawn) > 40
    assert all(colour == f"var({tokens[int(k)]})" for k, colour in drawn if int(k) != 50)
    shown = page.locator(".seed-key [data-low]:visible").evaluate_all("els => els.map(e => Number(e.dataset.low))")
    assert min(shown) == pytest.approx(min(-0.1, np.floor(np.nanmin(values) * 10) / 10))
    assert page.locator(".seed-key .zero").is_visible()


def test_first_picture_of_a_seed_map_needs_no_script(new_page: Callable[..., Page], site: Site) -> None:
    if site.frozen:
        pytest.skip("a frozen page is painted for one address")
    page = new_page(java_script_enabled=False)
    page.goto(site.address("/explore?parcel=50&map=seed"))
    colours = page.locator("g.territory [data-parcel]").evaluate_all("els => els.map(e => e.style.getPropertyValue('--c'))")
    assert len({c for c in colours if c.startswith("var(--fc-")}) > 4


def test_partners_and_strips_say_what_was_measured_and_in_whom(page: Page, site: Site) -> None:
    """Which region is most strongly linked to the posterior cingulate, how strongly, and in whom was that measured?"""
    open_page(page, site, "/explore?tier=drawn&beside=atlases")
    page.get_by_label("Find a region").fill("posterior cingulate")
    page.locator("[data-slot=results] button").first.click()
    assert state(page)["parcel"] == 50
    card = page.locator(".card")
    first = card.locator(".partners li").first
    expect(first).to_contain_text("Right posterior cingulate")
    expect(first).to_contain_text("0.77")
    expect(card.locator("[data-slot=partners-note]")).to_contain_text("healthy young adults")
    atlas = load_atlas(ATLAS)
    nets = np.array([p.network7 for p in atlas.parcels])
    own = (nets == "Default") & (np.arange(100) != 49)
    expect(card.locator(".strips li").first).to_contain_text("Default mode")
    expect(card.locator(".strips li b").first).to_have_text(f"{atlas.connectivity[49, own].mean():.2f}")
    assert card.locator(".strips [data-point]").count() == 99
    card.get_by_role("button", name="Rank all 99").click()
    assert card.locator(".partners li").count() == 99


def test_a_place_is_found_and_taken_by_keyboard(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?tier=drawn&beside=atlases")
    field = page.get_by_label("Find a region")
    results = page.locator("[data-slot=results] button")
    field.fill("posterior cingulate")
    expect(results.first).to_be_visible()
    field.press("Enter")
    assert state(page)["parcel"] == 50
    expect(field).to_be_focused()
    field.press("ArrowDown")
    expect(results.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    assert state(page)["parcel"] == int(results.nth(1).get_attribute("data-index") or 0) != 50
    results.nth(0).focus()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()


def test_the_address_keeps_nothing_of_what_was_closed(page: Page, app_site: Site) -> None:
    open_page(page, app_site, "/explore?tier=drawn&parcel=50&map=seed")
    page.get_by_role("button", name="All regions").click()
    page.wait_for_function("() => location.search === '?tier=drawn'")
    page.evaluate("neuroviz.set({beside: 'signals', moment: 40})")
    page.locator("[data-beside-of=signals] [data-play=pair]").wait_for()
    page.locator(".beside-region").get_by_role("button", name="Close").click()
    page.wait_for_timeout(400)
    assert page.evaluate("location.search") == "?tier=drawn"


def test_removing_the_mean_says_what_it_does_to_the_sign(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?tier=drawn&parcel=50&map=seed")
    card = page.locator(".card")
    card.get_by_label("After removing the mean of all parcels").check()
    expect(card.locator(".mean .note")).to_contain_text("pushes part of the values below zero by itself")
    expect(page.locator(".foot [data-slot=basis]")).to_contain_text("after removing the mean of all parcels")
    r = mean_removed(load_atlas(ATLAS).connectivity)[49]
    expect(card.locator(".partners b").first).to_have_text(f"{np.nanmax(r):.2f}")


def test_pointing_at_a_square_lights_the_link_everywhere(page: Page, app_site: Site) -> None:
    """And neither the cortex nor the heatmap is drawn again for it."""
    hear_the_stage(page)
    open_page(page, app_site, "/explore?tier=3d&beside=matrix")
    matrix_ready(page)
    page.evaluate(
        """() => { window.plots = 0; for (const f of ['react', 'restyle', 'redraw']) {
             const real = Plotly[f]; Plotly[f] = (...a) => { window.plots++; return real(...a); }; } }"""
    )
    key, shows = page.evaluate("[window.shown.territoryKey, window.shows]")
    box = page.locator(".square").bounding_box()
    for k in range(1, 11):
        page.mouse.move(box["x"] + box["width"] * (0.1 + 0.08 * k), box["y"] + box["height"] * 0.3)
    lit = page.evaluate("window.shown.links.filter(l => l.lit).length")
    assert lit == 1
    assert page.evaluate("window.plots") == 0
    assert page.evaluate("window.shown.territoryKey") == key
    assert page.evaluate("window.shows") - shows <= 10
    assert page.locator(".square .band:visible").count() == 2
    expect(page.locator("[data-beside-of=matrix] .readout")).to_contain_text("r 0.")


def test_a_line_of_the_ring_and_a_row_of_the_table_light_each_other(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?tier=drawn&beside=ring&r=0.6")
    page.get_by_role("button", name="Table").click()
    row = page.locator("tbody[data-slot=links] tr").first
    row.hover()
    pair = row.get_attribute("data-pair")
    assert page.locator(".chords path.on").evaluate_all("els => els.map(e => e.dataset.link)") == [pair]
    assert page.locator("g.links .is-lit").evaluate_all("els => els.map(e => e.dataset.link)") == [pair]
    page.locator(".panel-head").hover()
    assert page.locator(".chords path.on").count() == 0
    page.locator(f".chords path[data-link='{pair}']").dispatch_event("pointerover", {"pointerType": "mouse"})
    expect(row).to_have_class(re.compile("is"))


def test_matrix_by_keyboard(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?tier=drawn&beside=matrix")
    matrix_ready(page)
    cell = page.locator(".square [role=gridcell]")
    cell.focus()
    first = cell.get_attribute("aria-label")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    cell = page.locator(".square [role=gridcell]")
    assert cell.evaluate("e => e === document.activeElement")
    assert cell.get_attribute("aria-label") != first
    assert re.search(r"r −?0\.\d\d", cell.get_attribute("aria-label"))
    page.keyboard.press("Enter")
    assert page.locator("g.links .is-lit").count() == 1
    page.keyboard.press("Escape")
    assert state(page)["beside"] == "matrix"
    page.keyboard.press("Escape")
    assert state(page)["beside"] == "none"
    assert page.locator(".besides [data-beside=matrix]").evaluate("e => e === document.activeElement")


def test_ring_by_keyboard(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?tier=drawn&beside=ring")
    page.wait_for_selector(".ring-svg [role=option]")
    page.locator(".ring-svg [tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    chosen = state(page)["parcel"]
    assert chosen
    assert page.locator(".ring-svg [aria-selected=true]").get_attribute("data-parcel") == str(chosen)


def test_matrix_and_ring_together(page: Page, site: Site) -> None:
    """Each lights up what the other is pointed at; what both would say stands once."""
    open_page(page, site, "/explore?tier=drawn&beside=ring&r=0.6")
    tab = page.locator(".besides [data-beside=both]")
    tab.click()
    matrix_ready(page)
    assert tab.get_attribute("aria-pressed") == "true"
    assert page.locator(".besides [aria-pressed=true]").count() == 1
    page.locator(".ring-svg [tabindex='0']").focus()
    expect(page.locator(".square .band.row")).to_be_visible()
    page.locator(".square [role=gridcell]").focus()
    page.keyboard.press("ArrowRight")
    pair = page.locator(".readout:visible")
    expect(pair).to_have_count(1)
    expect(pair).to_contain_text("r 0.")
    assert page.locator(".ring-svg .segments path.is").count() == 2
    assert page.locator(".blocks:visible").count() == 1
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert state(page)["beside"] == "none"
    assert page.locator(".beside-of:visible").count() == 0
    assert page.locator(".besides :focus").count() == 1


def test_brushing_a_block_leaves_its_links_alone(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?tier=drawn&show=all&r=0.4&beside=matrix")
    matrix_ready(page)
    box = page.locator(".square").bounding_box()
    at = lambda x, y: (box["x"] + box["width"] * x, box["y"] + box["height"] * y)  # noqa: E731
    page.mouse.move(*at(0.80, 0.80))
    page.mouse.down()
    page.mouse.move(*at(0.90, 0.90), steps=5)
    page.mouse.move(*at(0.97, 0.97), steps=5)
    page.mouse.up()
    assert state(page)["block"] == "7-7"
    atlas = load_atlas(ATLAS)
    wanted = {f"{a}-{b}" for a, b, _ in selection.links(atlas, selection.members(atlas, "dmn"), 0.4)}
    assert set(page.locator("g.links [data-link]").evaluate_all("els => els.map(e => e.dataset.link)")) == wanted
    page.locator("[data-beside-of=matrix] [data-block=a]").select_option(label="Control")
    assert state(page)["block"] == "6-7"
    page.get_by_role("button", name="Show all links").click()
    assert state(page)["block"] is None


@pytest.mark.parametrize("text", ["-6, -52, 30", "−6, −52, 30", "(-6 -52 30)"])
def test_a_coordinate_finds_its_place_in_every_atlas(page: Page, site: Site, text: str) -> None:
    open_page(page, site, "/explore?tier=drawn&beside=atlases")
    page.get_by_label("Find a region").fill(text)
    calls = page.locator("[data-slot=calls] li")
    expect(calls).to_have_count(5)
    assert state(page)["mni"] == "-6,-52,30"
    expect(calls.first).to_contain_text("7Networks_LH_Default_pCunPCC_2")
    expect(page.locator("[data-slot=default-of]")).to_contain_text("5 of 5 atlases")


def test_a_place_outside_the_cortex_has_no_name(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?tier=drawn&beside=atlases")
    page.get_by_label("Find a region").fill("0, -20, -40")
    expect(page.locator("[data-slot=here]")).to_contain_text("no atlas of the cortex names it")
    assert page.locator("[data-slot=calls] li").count() == 0
    page.get_by_label("Find a region").fill("xyzzy")
    expect(page.locator("p[data-slot=count]")).to_contain_text("Nothing is called that")


def test_where_maps_disagree_in_both_tiers(page: Page, app_site: Site) -> None:
    hear_the_stage(page)
    open_page(page, app_site, "/explore?tier=3d&beside=atlases")
    page.locator("[data-agree]").check()
    page.wait_for_function("() => window.shown.territory[5] === '--agree-5'")
    change(page, tier="drawn")
    page.wait_for_function("() => document.querySelectorAll('g.territory [data-parcel]').length === 5")
    page.locator("[data-points='1']").check()
    page.wait_for_function("() => document.querySelectorAll('g.nodes > .node').length > 24")


def test_unmeasured_atlases_say_so_and_lead_on(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?tier=drawn&atlas=yeo-7&show=all&beside=matrix")
    note = page.locator("[data-beside-of=matrix] .unmeasured-note")
    expect(note).to_be_visible()
    axe(page)
    note.get_by_role("button").click()
    matrix_ready(page)
    assert state(page)["atlas"] == ATLAS


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)], ids=lambda s: f"{s[0]}")
def test_whole_and_accessible(new_page: Callable[..., Page], site: Site, size: tuple[int, int]) -> None:
    page = new_page(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    open_page(page, site, "/explore?tier=drawn&show=all&parcel=50&map=seed&mean=1&beside=matrix")
    matrix_ready(page)
    for beside in ("matrix", "ring", "both", "atlases"):
        change(page, beside=beside)
        for each in VIEWS[beside]:
            page.wait_for_selector(f"[data-beside-of={each}]:not([aria-busy])")
        for scheme in ("paper", "projector"):
            page.locator(f"input[name=scheme][value={scheme}]").evaluate("el => el.click()")
            axe(page)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_webgl_the_drawing_takes_all_of_it(new_page: Callable[..., Page], site: Site) -> None:
    page = new_page()
    without_webgl(page)
    open_page(page, site, "/explore?parcel=50&map=seed&beside=matrix")
    matrix_ready(page)
    assert page.locator("g.territory [style*='--fc-']").count() > 40


def test_nothing_before_it_is_asked_for_and_little_in_all(page: Page, app_site: Site) -> None:
    """What stands beside the brain costs nothing until it is opened; with everything opened the page stays under 1.8 MB gzip."""
    bodies: dict[str, int] = {}

    def weigh(response: Any) -> None:
        if response.request.resource_type in ("script", "stylesheet", "font", "document", "fetch", "xhr", "image"):
            body = response.body()
            woff = response.url.partition("?")[0].endswith(".woff2")
            bodies[response.url] = len(body) if woff else len(gzip.compress(body, 9))

    page.on("response", weigh)
    open_page(page, app_site, "/explore")
    page.wait_for_timeout(1500)
    assert not [url for url in bodies if re.search(r"beside|plotly|matrix|ring/|slices|signals|places|mean/|deep|inflated", url)]
    opened: tuple[dict[str, Any], ...] = (
        *({"beside": name} for name in ("matrix", "ring", "slices", "signals", "atlases")),
        *({"parcel": 50, "map": "seed"}, {"mean": True}, {"map": "none", "deep": True}),
    )
    for wish in (*opened, {"map": "agree"}, {"map": "none"}, {"inflate": 100}):
        change(page, **wish)
        page.wait_for_timeout(1200)
    asked = len(bodies)
    for wish in (*opened, {"mean": False}, {"show": "all"}, {"parcel": 12}, {"map": "agree"}, {"block": "7-7"}):
        change(page, **wish)
    page.wait_for_timeout(800)
    assert not list(bodies)[asked:], "nothing more is asked for"
    total = sum(bodies.values())
    print(f"{total / 1e6:.2f} MB gzip in all")
    assert total <= 1.8e6


def test_matrix_and_ring_follow_the_clock(page: Page, app_site: Site) -> None:
    """Below the diagonal stand the links as they are drawn at the moment, as on the ring; a drag only changes values."""
    open_page(page, app_site, "/explore?tier=drawn&beside=both")
    matrix_ready(page)
    still = page.evaluate("document.querySelector('.square .beside-plot').data[0].z")
    page.evaluate("() => { window.made = 0; const real = Plotly.react; Plotly.react = (...a) => (window.made++, real(...a)); }")
    library, atlas = Library.load(), load_atlas(ATLAS)
    members = selection.members(atlas, "dmn")
    for t, compare in (("40min", "now"), ("24h", "now"), ("24h", "difference")):
        change(page, t=t, compare=compare)
        page.wait_for_timeout(700)
        view = read({"t": t, "compare": compare})
        levels = changed.states(library, view)
        wanted, fell = {}, set()
        for s in changed.strands(library, atlas, members, 0.5, view):
            if s.a in members and s.b in members and s.pair >= 0:
                pair = levels[s.pair]
                level = pair.now - pair.before if compare == "difference" else 1 + pair.now
                key = "-".join(map(str, sorted((s.a, s.b))))
                wanted[key] = s.r * level
                if pair.now < pair.before:
                    fell.add(key)
        assert len(wanted) > 5
        z = page.evaluate("k => document.querySelector('.square .beside-plot').data[k].z", int(compare == "difference"))
        order = page.evaluate("() => document.querySelector('.square').dataset.order.split(',').map(Number)")
        n = range(len(order))
        below = {"-".join(map(str, sorted((order[i], order[j])))): z[i][j] for i in n for j in range(i) if z[i][j] is not None}
        assert {key: below[key] for key in wanted} == pytest.approx(wanted, abs=2e-3)
        if compare == "now":
            assert [row[i + 1 :] for i, row in enumerate(z)] == [row[i + 1 :] for i, row in enumerate(still)]
        weaker = page.locator(".chords path.weaker").evaluate_all("els => els.map(e => e.dataset.link)")
        assert len(fell) > 3
        assert set(weaker) == fell
        expect(page.locator("[data-beside-of=ring] [data-slot=drawn]")).to_be_visible()
    assert page.evaluate("window.made") == 0
    axe(page)
    for beside in ("matrix", "ring"):
        change(page, beside=beside)
        expect(page.locator(f"[data-beside-of={beside}] [data-slot=drawn]")).to_be_visible()
    assert page.locator(".chords path.weaker").count() > 3
    axe(page)
