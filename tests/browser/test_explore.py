"""The Explore page as people use it: pointer, keyboard, address, both tiers, the app and its frozen copy."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page, Route, expect

from neuroviz.atlas import load_atlas, selection
from neuroviz.domain import Library
from neuroviz.ui import network, words
from tests.browser.helpers import Site, Watch, axe, open_page, wait_ready, without_webgl

DRAWN = "/explore?tier=drawn"
NO_LABEL_ON_ANOTHER = """() => {
  const boxes = [...document.querySelectorAll('[data-callout]')].filter(e => e.style.visibility !== 'hidden')
    .map(e => e.getBoundingClientRect());
  return boxes.length > 0 && boxes.every((a, i) => boxes.slice(0, i).every(b =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) < 2 || Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) < 2));
}"""


def state(page: Page) -> dict[str, Any]:
    return page.evaluate("neuroviz.state()")


def tier(page: Page) -> str:
    return page.evaluate("document.documentElement.dataset.tier")


def slide(page: Page, value: float) -> None:
    page.locator("#r").evaluate("(el, v) => { el.value = v; el.dispatchEvent(new Event('input', {bubbles: true})) }", str(value))


def test_first_visit_shows_the_default_network_in_3d(page: Page, site: Site) -> None:
    open_page(page, site, "/explore")
    assert tier(page) == "3d"
    expect(page.get_by_role("heading", level=2)).to_be_visible()
    expect(page.locator("b[data-slot=links]")).to_have_text("79 links")
    assert page.locator(".parcels [role=option]").count() == 24
    assert page.locator("[data-callout]:visible").count() >= 4


def test_painted_before_any_script(new_page: Callable[..., Page], site: Site) -> None:
    """The first picture is in the document: outline, territories, nodes, links, labels."""
    page = new_page(java_script_enabled=False)
    page.goto(site.address("/explore"))
    svg = page.locator("svg[data-view]")
    expect(svg).to_be_visible()
    assert svg.locator("g.nodes > .node").count() == 24
    assert svg.locator("g.links > *").count() == 79
    assert svg.locator("g.labels text").count() >= 4


def test_page_is_complete_before_its_scripts_are_here(page: Page, app_site: Site) -> None:
    """A slow script holds up neither the picture nor the load event; what it was to do follows when it comes."""
    held: list[Route] = []
    page.route("**/shell.js*", lambda route: held.append(route))
    page.goto(app_site.address(DRAWN))  # comes back after the load event
    expect(page.locator("svg[data-view]")).to_be_visible()
    assert page.evaluate("document.documentElement.dataset.ready") is None
    assert held
    for route in held:
        route.continue_()
    page.wait_for_selector("html[data-ready]", state="attached")


def test_scripts_draw_what_python_drew(new_page: Callable[..., Page], app_site: Site) -> None:
    """No formula twice without proof: the first picture by Python equals the redrawn one, path by path."""
    plain = new_page(java_script_enabled=False)
    plain.goto(app_site.address("/explore"))
    collect = (
        "() => [...document.querySelectorAll('svg[data-view] g.links [data-link]')]"
        ".map(p => p.dataset.link + p.getAttribute('d')).sort()"
    )
    python = plain.evaluate(collect)
    live = new_page()
    open_page(live, app_site, DRAWN)
    slide(live, 0.6)
    slide(live, 0.5)
    assert live.evaluate(collect) == python


@pytest.mark.parametrize("atlas", ["schaefer-100", "schaefer-400"])
def test_count_is_the_count_of_the_matrix(page: Page, site: Site, atlas: str) -> None:
    open_page(page, site, f"/explore?atlas={atlas}&tier=drawn&r=0.62")
    fc = load_atlas(atlas).connectivity
    rows = np.asarray(selection.members(load_atlas(atlas), "dmn")) - 1
    pairs = np.round(fc[np.ix_(rows, rows)], 4)[np.triu_indices(len(rows), 1)]
    n = int((pairs >= 0.62).sum())
    expect(page.locator("b[data-slot=links]")).to_have_text(f"{n} links")
    slide(page, 0.7)
    expect(page.locator("b[data-slot=links]")).to_have_text(f"{int((pairs >= 0.7).sum())} links")


def test_table_equals_picture(page: Page, site: Site) -> None:
    open_page(page, site, f"{DRAWN}&r=0.7")
    page.get_by_role("button", name="Table").click()
    atlas, library = load_atlas("schaefer-100"), Library.load()
    expected = selection.links(atlas, selection.members(atlas, "dmn"), 0.7)
    rows = page.locator("tbody[data-slot=links] tr")
    expect(rows).to_have_count(len(expected))
    assert page.locator("g.links [data-link]").count() == len(expected)
    names = words.names(atlas, library)
    a, b, r = expected[0]
    expect(rows.first).to_be_visible()
    expect(rows.first.locator("th, td")).to_have_text([names[a - 1], names[b - 1], f"{r:.2f}"])


def test_choosing_a_parcel_by_keyboard(page: Page, site: Site) -> None:
    open_page(page, site, "/explore")
    page.locator(".parcels [tabindex='0']").focus()
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert state(page)["parcel"] == 50
    card = page.locator("[data-side-of=network] .card")
    expect(card).to_contain_text("7Networks_LH_Default_pCunPCC_2")
    fc = load_atlas("schaefer-100").connectivity
    best = int(np.nanargmax(fc[49]))
    first = card.locator(".partners li").first
    expect(first).to_contain_text(words.names(load_atlas("schaefer-100"), Library.load())[best])
    expect(first).to_contain_text(f"{fc[49, best]:.2f}")
    expect(page.locator(".summary")).to_contain_text("Chosen")
    page.keyboard.press("Escape")
    assert state(page)["parcel"] == 0


def test_a_name_on_the_picture_leads_to_its_region(page: Page, site: Site) -> None:
    open_page(page, site, DRAWN)
    page.locator("[data-callout]", has_text="Posterior cingulate").click()
    page.wait_for_function("() => neuroviz.state().parcel > 0")
    expect(page.locator("[data-side-of=network] .card")).to_contain_text("posterior cingulate")


def test_isolate_shows_only_its_links(page: Page, site: Site) -> None:
    open_page(page, site, f"{DRAWN}&parcel=50")
    page.get_by_role("button", name="Show only its links").click()
    assert state(page)["isolate"] is True
    links = page.locator("g.links [data-link]").evaluate_all("els => els.map(e => e.dataset.link)")
    assert links
    assert all("50" in link.split("-") for link in links)


def test_every_atlas_and_selection_can_be_chosen(page: Page, site: Site) -> None:
    open_page(page, site, DRAWN)
    for name in page.locator("#atlas option").evaluate_all("els => els.map(e => e.value)"):
        page.locator("#atlas").select_option(name)
        page.wait_for_function("n => document.querySelector('svg[data-view]').dataset.atlas === n", arg=name)
        atlas = load_atlas(name)
        for show, chosen in network.selections(atlas).items():
            page.locator(f"input[name=show][value='{show}']").check()
            assert page.locator(".parcels [role=option]").count() == len(chosen.parcels), (name, show)
            assert page.locator(".panel h2").first.inner_text()


def test_every_viewpoint_in_both_tiers(page: Page, site: Site) -> None:
    open_page(page, site, "/explore")
    page.locator(".view-button").click()
    for view in ("left", "medial-right", "top", "below", "front", "back", "hero"):
        page.locator(f"input[name=view][value='{view}']").check()
        assert state(page)["view"] == view
    page.locator("input[name=tier][value=drawn]").check()
    expect(page.locator("svg[data-view]")).to_be_visible()
    for view in ("medial-left", "right", "top"):
        page.locator(f"input[name=view][value='{view}']").check()
        expect(page.locator("svg[data-view]")).to_have_attribute("data-view", view)
    page.locator("input[name=tier][value=auto]").check()
    page.wait_for_function("() => document.documentElement.dataset.tier === '3d'")


def test_address_round_trip(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?tier=drawn")
    page.evaluate("neuroviz.set({atlas: 'schaefer-200', show: 'all', r: 0.8, parcel: 97, view: 'left', isolate: true})")
    page.wait_for_function("() => document.querySelector('svg[data-view]').dataset.atlas === 'schaefer-200'")
    before = state(page)
    page.reload()
    wait_ready(page)
    assert state(page) == before
    page.evaluate("neuroviz.set({parcel: 0, isolate: false})")
    page.go_back()
    page.wait_for_function("() => neuroviz.state().parcel === 97")


def test_oddities_in_the_address_are_named_and_ignored(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?tier=drawn&atlas=atlantis&r=7&colour=red&view=left&parcel=333")
    notice = page.locator(".notice")
    expect(notice).to_be_visible()
    for key in ("atlas", "r", "colour", "parcel"):
        expect(notice).to_contain_text(key)
    assert state(page)["view"] == "left"
    assert state(page)["atlas"] == "schaefer-100"
    page.get_by_role("button", name="Close the notice").click()
    expect(notice).to_be_hidden()


def test_without_webgl_the_page_is_whole(new_page: Callable[..., Page], site: Site) -> None:
    page = new_page()
    without_webgl(page)
    open_page(page, site, "/explore?tier=3d")
    assert tier(page) == "drawn"
    expect(page.locator("svg[data-view]")).to_be_visible()
    page.locator(".parcels [tabindex='0']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-side-of=network] .card h2")).to_be_visible()
    axe(page)


def chosen_tier(page: Page) -> list[str]:
    return page.locator("input[name=tier]:checked").evaluate_all("all => all.map(e => e.value)")


def test_without_webgl_the_choice_says_what_is_on_screen_and_why(new_page: Callable[..., Page], site: Site) -> None:
    page = new_page()
    without_webgl(page)
    open_page(page, site, "/explore")
    page.locator(".view-button").click()
    assert chosen_tier(page) == ["drawn"]
    expect(page.locator("input[name=tier][value=auto]")).to_be_disabled()
    expect(page.locator(".needs-drawn:visible")).to_have_text([Library.load().words["explore"]["tier_missing"]])
    axe(page)


def test_on_a_phone_3d_is_a_choice(new_page: Callable[..., Page], site: Site) -> None:
    """It begins with the drawn picture, says so, and 3-D comes when it is pressed."""
    page = new_page(viewport={"width": 390, "height": 844})
    open_page(page, site, "/explore")
    page.locator(".view-button").click()
    assert (tier(page), chosen_tier(page)) == ("drawn", ["drawn"])
    expect(page.locator(".needs-drawn:visible")).to_have_text([Library.load().words["explore"]["tier_less"]])
    page.locator("input[name=tier][value=auto]").click()
    page.wait_for_function("() => document.documentElement.dataset.tier === '3d'")
    assert (state(page)["tier"], chosen_tier(page)) == ("3d", ["auto"])
    expect(page.locator(".needs-drawn:visible")).to_have_count(0)
    page.locator("input[name=tier][value=drawn]").click()
    page.wait_for_function("() => document.documentElement.dataset.tier === 'drawn'")
    assert chosen_tier(page) == ["drawn"]


def test_3d_that_cannot_come_is_answered(new_page: Callable[..., Page], app_site: Site) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    without_webgl(page)
    open_page(page, app_site, "/explore")
    page.locator(".view-button").click()
    page.locator("input[name=tier][value=auto]").click()
    expect(page.locator(".notice")).to_contain_text(Library.load().words["script"]["no_3d"])
    assert chosen_tier(page) == ["drawn"]
    expect(page.locator("input[name=tier][value=auto]")).to_be_disabled()


def test_drawn_chosen_while_3d_is_on_its_way_stays(page: Page, app_site: Site) -> None:
    open_page(page, app_site, DRAWN)
    page.evaluate("() => { neuroviz.set({tier: 'auto'}); setTimeout(() => neuroviz.set({tier: 'drawn'}), 30) }")
    page.wait_for_timeout(2500)
    assert (tier(page), chosen_tier(page)) == ("drawn", ["drawn"])


def still(page: Page) -> bytes:
    """Screenshot of the stage once nothing on it moves any more."""
    last = b""
    for _ in range(30):
        shot = page.locator(".stage").screenshot()
        if shot == last:
            break
        last = shot
        page.wait_for_timeout(300)
    return last


def unlike(page: Page, one: bytes, other: bytes) -> float:
    """Share of the pixels of two screenshots that are clearly not the same colour."""
    return page.evaluate(
        """async shots => {
          const [a, b] = await Promise.all(shots.map(async s => {
            const image = await createImageBitmap(new Blob([Uint8Array.from(atob(s), c => c.charCodeAt(0))]));
            const g = new OffscreenCanvas(image.width, image.height).getContext('2d');
            g.drawImage(image, 0, 0);
            return g.getImageData(0, 0, image.width, image.height).data }));
          let n = 0;
          for (let i = 0; i < a.length; i += 4) n += Math.max(...[0, 1, 2].map(k => Math.abs(a[i + k] - b[i + k]))) > 12;
          return 4 * n / a.length }""",
        [base64.b64encode(shot).decode() for shot in (one, other)],
    )


@pytest.mark.parametrize(
    ("path", "scheme"), [("/explore", "paper"), ("/explore?t=40min&compare=wipe", "dark"), ("/explore?cortex=matte", "projector")]
)
def test_lost_context_falls_back_and_returns(page: Page, app_site: Site, watch: Watch, path: str, scheme: str) -> None:
    """With ground and all, as it was before."""
    watch.forgive("WebGL|context lost|CONTEXT_LOST")
    open_page(page, app_site, path)
    page.locator(f"input[name=scheme][value={scheme}]").evaluate("el => el.click()")
    page.wait_for_function("() => document.documentElement.dataset.tier === '3d'")
    before = still(page)
    page.evaluate(
        "() => { const gl = document.querySelector('[data-layer=network] > canvas').getContext('webgl2');"
        " window.lose = gl.getExtension('WEBGL_lose_context'); window.lose.loseContext(); }"
    )
    page.wait_for_function("() => document.documentElement.dataset.tier === 'drawn'", timeout=1000)
    expect(page.locator("svg[data-view]").last).to_be_visible()
    assert chosen_tier(page) == ["drawn"]
    expect(page.locator("input[name=tier][value=auto]")).to_be_disabled()
    assert unlike(page, before, still(page)) > 0.05
    page.evaluate("window.lose.restoreContext()")
    page.wait_for_function("() => document.documentElement.dataset.tier === '3d'")
    assert chosen_tier(page) == ["auto"]
    expect(page.locator("input[name=tier][value=auto]")).to_be_enabled()
    assert unlike(page, before, still(page)) < 0.01


PRINTED = """() => {
  const shown = all => [...document.querySelectorAll(all)].filter(e => e.checkVisibility({visibilityProperty: true}));
  const stage = document.querySelector('.stage').getBoundingClientRect();
  const dark = e => getComputedStyle(e).color.match(/\\d+/g).slice(0, 3).every(v => v < 200);
  return {
    print: 'print' in document.documentElement.dataset,
    pressed: shown('main button').filter(e => !e.matches('li button, .number')).map(e => e.className || e.textContent),
    names: shown('.callout').map(e => e.getBoundingClientRect())
      .filter(b => b.left >= stage.left - 1 && b.right <= stage.right + 1 && b.bottom <= stage.bottom).length,
    offered: shown('.tour-offer').length,
    pale: shown('main :is(h2, p, a, b, li, span, i):not(.number)')
      .filter(e => e.innerText?.trim() && !dark(e)).map(e => e.innerText),
    basis: shown('.foot .line > span, .scene-basis, .receptor p').map(e => e.innerText.trim()).join(' '),
    ground: getComputedStyle(document.querySelector('.stage')).backgroundImage,
    kept: shown('.strip-line > i').map(e => getComputedStyle(e).printColorAdjust),
    below: document.querySelector('.panel').getBoundingClientRect().top >= stage.bottom,
    whole: document.querySelector('.panel').scrollHeight <= document.querySelector('.panel').clientHeight + 1,
  }}"""


@pytest.mark.parametrize("scheme", ["paper", "dark"])
@pytest.mark.parametrize(
    "path", ["/explore?beside=matrix", "/explore?t=24h&parcel=50", "/explore?scale=synapse&t=24h", "/explore?scale=receptor"]
)
def test_on_paper_stand_picture_names_and_words(page: Page, app_site: Site, path: str, scheme: str) -> None:
    page.set_viewport_size({"width": 794, "height": 1000})
    open_page(page, app_site, path)
    page.locator(f"input[name=scheme][value={scheme}]").evaluate("el => el.click()")
    was = tier(page)
    page.emulate_media(media="print")
    page.wait_for_function("() => 'print' in document.documentElement.dataset")
    printed = page.evaluate(PRINTED)
    assert printed["pressed"] == []
    assert printed["offered"] == 0
    assert printed["pale"] == []
    assert printed["ground"] == "none"
    assert "Schematic" in printed["basis"] or "Measured" in printed["basis"]
    assert printed["names"] >= (0 if "scale" in path else 4)
    assert set(printed["kept"]) == ({"exact"} if "parcel" in path else set())
    assert printed["below"]
    assert printed["whole"]
    page.emulate_media(media="screen")
    page.wait_for_function("() => !('print' in document.documentElement.dataset)")
    assert tier(page) == was


def test_printing_leaves_the_screen_as_it_was(page: Page, app_site: Site) -> None:
    open_page(page, app_site, "/explore?t=40min&compare=side")
    before = still(page)
    page.evaluate(f"() => addEventListener('beforeprint', () => {{ window.printed = ({PRINTED})() }})")
    assert len(page.pdf()) > 50_000
    printed = page.evaluate("window.printed")
    assert printed["print"]
    assert printed["names"] >= 2
    assert not page.evaluate("() => 'print' in document.documentElement.dataset")
    assert unlike(page, before, still(page)) < 0.01


def test_what_is_printed_is_seen_from_the_same_side(page: Page, app_site: Site) -> None:
    open_page(page, app_site, "/explore")
    page.evaluate("neuroviz.set({view: 'left'})")
    page.wait_for_selector(".tier-drawn svg[data-view=left]", state="attached")
    assert tier(page) == "3d"
    page.evaluate("() => addEventListener('beforeprint', () => { window.printed = document.querySelectorAll('.node').length })")
    page.pdf()
    assert page.evaluate("window.printed") > 5


def test_nothing_is_asked_of_the_server_while_exploring(page: Page, app_site: Site) -> None:
    """Files of other atlases and viewpoints are static and kept; clicking and dragging asks for nothing at all."""
    open_page(page, app_site, "/explore")
    page.wait_for_timeout(600)
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    for value in np.linspace(0.2, 0.9, 30):
        slide(page, round(float(value), 2))
    page.locator("input[name=show][value=all]").check()
    page.locator("input[name=show][value=core]").check()
    page.mouse.move(500, 300)
    page.mouse.down()
    page.mouse.move(600, 320, steps=8)
    page.mouse.up()
    page.evaluate("neuroviz.set({parcel: 50})")
    page.wait_for_timeout(800)
    assert not asked


def test_public_interface(page: Page, site: Site) -> None:
    open_page(page, site, DRAWN)
    assert page.evaluate("neuroviz.set({r: 0.7, nonsense: 1})") == ["nonsense"]
    heard = page.evaluate(
        """() => new Promise(done => { const stop = neuroviz.on(s => { stop(); done(s.r) }); neuroviz.set({r: 0.8}) })"""
    )
    assert heard == 0.8
    answer = page.evaluate(
        """() => new Promise(done => {
             addEventListener('message', e => { if (e.data.state && 'ignored' in e.data) done(e.data) });
             postMessage({neuroviz: 'set', state: {view: 'left', bad: 1}}, '*') })"""
    )
    assert answer["state"]["view"] == "left"
    assert answer["ignored"] == ["bad"]


def test_embedded_page_has_no_frame(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?embed=1&tier=drawn")
    expect(page.locator(".bar")).to_be_hidden()
    expect(page.locator(".panel")).to_be_hidden()
    expect(page.locator("svg[data-view]")).to_be_visible()


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1024, 768), (390, 844)], ids=lambda s: f"{s[0]}")
def test_whole_and_accessible(new_page: Callable[..., Page], site: Site, size: tuple[int, int]) -> None:
    """Either tier in every theme: nothing is cut, no label lies on another, axe finds nothing."""
    page = new_page(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    open_page(page, site, "/explore?tier=3d&parcel=50")
    for picture in ("3d", "drawn"):
        page.evaluate("t => { neuroviz.set({tier: t}) }", picture)
        page.wait_for_function("t => document.documentElement.dataset.tier === t", arg=picture)
        for scheme in ("paper", "dark", "projector"):
            page.locator(f"input[name=scheme][value={scheme}]").evaluate("el => el.click()")
            assert page.evaluate("document.documentElement.dataset.scheme") == scheme
            page.wait_for_function(NO_LABEL_ON_ANOTHER, timeout=3000)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            axe(page)


def test_open_menus_and_tables_are_accessible(page: Page, site: Site) -> None:
    open_page(page, site, "/explore")
    page.get_by_role("button", name="Table").click()
    axe(page)
    page.locator(".view-button").click()
    axe(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Display").click()
    axe(page)


def test_keyboard_reaches_everything(page: Page, site: Site) -> None:
    """Tab visits every kind of control, in order, and never gets stuck."""
    open_page(page, site, "/explore")
    seen = []
    for _ in range(90):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "document.activeElement.dataset.key || document.activeElement.className || document.activeElement.tagName"
            )
        )
    for what in ("skip", "view-button", "atlas", "show", "r", "compare", "play", "film"):
        assert any(what in s for s in seen), (what, seen)
    assert page.locator(".parcels [tabindex='0']").count() == 1


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_in_colours_of_the_system_what_is_chosen_is_seen(new_page: Callable[..., Page], app_site: Site, palette: str) -> None:
    page = new_page(forced_colors="active", color_scheme=palette)
    open_page(page, app_site, "/explore?t=24h&tier=drawn")
    colours = page.evaluate(
        """() => {
          const probe = document.body.appendChild(document.createElement('i'));
          const system = name => { probe.style.backgroundColor = name; return getComputedStyle(probe).backgroundColor };
          const ground = (all, part) => getComputedStyle(document.querySelector(all), part).backgroundColor;
          return {
            highlight: system('Highlight'), ink: system('CanvasText'),
            chosen: ['.compare :checked + span', '.toolrow .seg :checked + span', '.panel .seg [aria-pressed=true]', '.pill']
              .map(e => ground(e)),
            line: ground('.film .head', '::before'), dot: ground('.lane .dot'), sure: ground('.says .bars i.on'),
            own: ['.stage', '.foot .key', '#r'].map(e => getComputedStyle(document.querySelector(e)).forcedColorAdjust),
          }}"""
    )
    assert set(colours["chosen"]) == {colours["highlight"]} == {colours["line"]}
    assert colours["dot"] == colours["sure"] == colours["ink"]
    assert set(colours["own"]) == {"none"}


def test_reduced_motion_keeps_still(new_page: Callable[..., Page], app_site: Site) -> None:
    page = new_page(reduced_motion="reduce")
    open_page(page, app_site, "/explore")
    page.wait_for_timeout(300)
    frames = page.evaluate(
        """() => new Promise(done => { let n = 0; const canvas = document.querySelector('[data-layer=network] > canvas');
           const gl = canvas.getContext('webgl2'); const real = gl.drawElements.bind(gl);
           gl.drawElements = (...a) => { n++; real(...a) }; setTimeout(() => done(n), 700) })"""
    )
    assert frames == 0


def test_dash_follows_the_view(page: Page, app_site: Site) -> None:
    """The island is an ordinary Dash component: its value reaches Dash, and no share button is anywhere."""
    open_page(page, app_site, "/explore?tier=drawn")
    page.wait_for_function("() => !!document.querySelector('#view')")
    assert page.get_by_text("Share chart").count() == 0


@pytest.mark.parametrize("path", ["/about", "/data", "/sources"])
def test_pages_of_text(page: Page, site: Site, path: str) -> None:
    open_page(page, site, path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    axe(page)


def test_no_dead_links(page: Page, site: Site) -> None:
    """Every link to another page of NeuroViz, with its place on the page, leads somewhere."""
    links: set[str] = set()
    for path in ("/explore", "/about", "/data", "/sources"):
        open_page(page, site, path)
        links |= set(
            page.eval_on_selector_all("a[href]", "els => els.map(e => e.href).filter(h => !/^https?:\\/\\/(doi|pubmed)/.test(h))")
        )
    for link in sorted(links):
        page.goto(link)
        wait_ready(page)
        anchor = link.partition("#")[2]
        assert not anchor or page.locator(f"[id='{anchor}']").count() == 1, link
