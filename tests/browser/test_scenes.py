"""Circuit and synapse as people use them: clock, steps, explanations, comparison, keyboard, text twin, no server."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import Site, axe, open_page

WINDOWS = {"projector": (1920, 1080), "laptop": (1366, 768), "beamer": (1024, 768), "phone": (390, 844)}
THEMES = ("paper", "dark", "projector")
STOPS = ("before", "0min", "40min", "2h", "4h", "24h", "3d", "7d", "14d")

OVERLAPS = """() => {
  const seen = (e) => {
    const r = e.getBoundingClientRect();
    return r.width > 1 && r.height > 1 && getComputedStyle(e).visibility !== 'hidden';
  };
  const scope = document.querySelector('.layer:not([hidden])');
  const texts = [...scope.querySelectorAll('.pane, .scene-pane')].flatMap((pane) => {
    const boxes = [...pane.querySelectorAll('.names .label, .names .disc')].filter(seen)
      .flatMap((l) => l.matches('.disc') ? [l] : [...l.querySelectorAll('text')].filter((t) => t.textContent && seen(t)))
      .map((e) => ({ text: e.textContent || 'number', r: e.getBoundingClientRect(), of: e.parentNode }));
    const bad = [];
    boxes.forEach((a, i) => boxes.slice(0, i).forEach((b) => {
      if (a.of !== b.of && Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left) > 2
        && Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top) > 3) bad.push(`${a.text} on ${b.text}`);
    }));
    return bad;
  });
  return texts;
}"""

SMALL_TEXT = """(least) => [...document.querySelectorAll('.layer:not([hidden]) svg.scene text')].filter((t) => {
  const r = t.getBoundingClientRect();
  return t.textContent && r.width > 1 && parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a < least - 0.6;
}).map((t) => t.textContent)"""


REACHABLE = """() => [...document.querySelectorAll('.layer:not([hidden]) [data-pane=now] .part[role=button]')]
  .filter((e) => getComputedStyle(e).display !== 'none').map((e) => [e.dataset.part, e.getAttribute('aria-label')])"""

TWIN = """() => [...document.querySelectorAll('.side-of:not([hidden]) ol.twin li')].map((e) => [e.dataset.part, e.textContent])"""

LIT = """(pane) => [...document.querySelectorAll(`[data-pane=${pane}] [data-part=ampa] [data-show*=proteins] use`)]
  .filter((u) => Number(getComputedStyle(u.parentNode).opacity) > 0.5).length"""


def go(page: Page, wish: dict[str, Any]) -> None:
    page.evaluate("(wish) => neuroviz.set(wish)", wish)
    page.wait_for_timeout(60)


def until(page: Page, condition: str) -> None:
    """Wait until something holds; the page allows no other way to ask."""
    for _ in range(200):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"{condition} never came true", pytrace=False)


def words(page: Page) -> str:
    page.wait_for_timeout(900)
    return page.locator(".side-of:not([hidden]) [data-slot='words']").inner_text()


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("scale", ["circuit", "synapse"])
def test_no_label_lies_on_another_at_any_stop_or_step(page: Page, app_site: Site, scale: str, window: str) -> None:
    """The frozen copy shows the same drawing."""
    width, height = WINDOWS[window]
    page.set_viewport_size({"width": width, "height": height})
    open_page(page, app_site, f"/explore?scale={scale}")
    wrong: dict[str, list[str]] = {}
    for stop in STOPS:
        go(page, {"t": stop})
        wrong[stop] = page.evaluate(OVERLAPS) + page.evaluate(SMALL_TEXT, 14)
    for step in range(1, 32):
        go(page, {"step": step})
        wrong[f"step {step}"] = page.evaluate(OVERLAPS)
    go(page, {"step": 0, "scale": scale, "t": "24h", "compare": "side"})
    page.wait_for_timeout(150)
    wrong["side"] = page.evaluate(OVERLAPS)
    assert {k: v for k, v in wrong.items() if v} == {}


def test_the_text_twin_equals_the_picture(page: Page, app_site: Site) -> None:
    for scale in ("circuit", "synapse"):
        open_page(page, app_site, f"/explore?scale={scale}")
        for wish in ({"t": "before"}, {"t": "40min"}, {"t": "24h"}, {"track": "b"}, {"track": "main", "step": 14}):
            go(page, wish)
            page.wait_for_timeout(900)
            picture = page.evaluate(REACHABLE)
            twin = page.evaluate(TWIN)
            assert twin == picture
            assert len(picture) > 8


def test_what_a_label_says_is_what_the_part_says(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    open_page(page, site, "/explore?scale=synapse&t=40min")
    page.wait_for_timeout(900)
    label = page.locator("[data-pane=now] .names[data-view=wide] .label[data-for=ca-channel] .sub").text_content()
    spoken = page.locator("[data-pane=now] [data-part=ca-channel]").get_attribute("aria-label") or ""
    assert label == "▲ opens"
    assert spoken.endswith("Now: opens.")


def test_four_hours_show_proteins_and_neither_mtorc1_nor_spines(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?scale=synapse&t=4h")
    amounts = page.evaluate(
        "() => Object.fromEntries(['mtorc1', 'branch', 'ampa'].map((id) => [id, [...document.querySelectorAll("
        "`[data-pane=now] [data-part=${id}] [data-show]`)].map((e) => Number(getComputedStyle(e).opacity))]))"
    )
    assert amounts["mtorc1"] == [0]
    new = page.evaluate(
        "() => [...document.querySelectorAll(\"[data-pane=now] [data-part=branch] use[href='#spine-new']\")]"
        ".map((e) => Number(getComputedStyle(e.parentNode).opacity))"
    )
    assert new == [0, 0]
    assert sum(a > 0.5 for a in amounts["ampa"]) >= 2
    assert "Synaptic proteins are up, spines are not" in words(page)


def test_steps_go_on_and_back_and_dive_where_they_are(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?scale=synapse&step=4")
    expect(page.locator(".layer:not([hidden]) [data-slot=number]")).to_have_text("4")
    go(page, {"step": 7})
    page.locator(".layer:not([hidden]) [data-do=step-on]").click()
    until(page, "neuroviz.state().scale === 'circuit' && neuroviz.state().step === 8")
    until(page, "document.querySelector('[data-layer=synapse]').hidden")
    expect(page.locator(".layer:not([hidden]) [data-slot=number]")).to_have_text("8")
    page.locator(".layer:not([hidden]) [data-do=step-back]").click()
    until(page, "neuroviz.state().scale === 'synapse' && neuroviz.state().step === 7")


def test_the_dive_enters_at_medial_prefrontal_cortex(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?tier=drawn")
    page.evaluate(
        """() => { const real = Element.prototype.animate; window.dived = [];
          Element.prototype.animate = function (frames, o) {
            if (this.classList.contains('layer')) window.dived.push([this.dataset.layer, this.style.transformOrigin]);
            return real.call(this, frames, o);
          } }"""
    )
    go(page, {"scale": "circuit"})
    until(page, "document.querySelector('[data-layer=network]').hidden")
    layer, origin = page.evaluate("window.dived[0]")
    box = page.locator(".stage").bounding_box()
    assert layer == "network"
    x, y = (float(part.removesuffix("px")) for part in origin.split())
    # Left of the middle of the brain, which looks left, and in its lower half.
    assert 0 < x < box["width"] * 0.55
    assert box["height"] * 0.3 < y < box["height"]
    expect(page.locator(".rail [aria-current]")).to_contain_text("Circuit")


def test_without_a_graphics_card_the_dive_is_a_fade(page: Page, site: Site) -> None:
    open_page(page, site, "/explore")
    until(page, "document.documentElement.dataset.tier === '3d'")
    assert page.evaluate("neuroviz.machine.swift") is False  # tests draw by software
    page.evaluate(
        """() => {
          window.veils = []; window.zooms = [];
          const real = Element.prototype.animate;
          Element.prototype.animate = function (...given) {
            if (this.matches('.layer')) window.zooms.push(this.dataset.layer);
            return real.apply(this, given);
          };
          const veils = ({ addedNodes }) => [...addedNodes].filter((n) => n.className === 'veil');
          const seen = (all) => window.veils.push(...all.flatMap(veils));
          new MutationObserver(seen).observe(document.querySelector('.stage'), { childList: true });
        }"""
    )
    go(page, {"scale": "circuit"})
    until(page, "window.veils.length === 1 && !window.veils[0].isConnected")
    assert page.evaluate("window.zooms") == []
    assert page.locator(".layer:not([hidden])").get_attribute("data-layer") == "circuit"


def test_a_drag_of_the_clock_leaves_the_steps(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?scale=synapse&step=25")
    assert page.evaluate("neuroviz.state().t") == 5
    go(page, {"t": "7d"})
    assert page.evaluate("neuroviz.state().step") == 0


def test_people_make_what_is_inferred_hollow(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?scale=synapse&step=17")
    bdnf = page.locator("[data-pane=now] [data-part=bdnf]")
    assert "hollow" not in (bdnf.get_attribute("class") or "")
    go(page, {"species": "human"})
    assert "hollow" in (bdnf.get_attribute("class") or "")
    assert page.evaluate("getComputedStyle(document.querySelector('[data-part=bdnf]')).getPropertyValue('--hollow')") == "none"
    assert "hollow" not in (page.locator("[data-pane=now] [data-part=astrocyte]").get_attribute("class") or "")


def test_people_make_changes_of_a_stop_hollow_without_a_step(page: Page, site: Site) -> None:
    """Fewer or more spines are seen in animals; that there are spines is seen in people as well."""
    open_page(page, site, "/explore?scale=synapse&t=24h")
    spine = page.locator("[data-pane=now] [data-part=spine]")
    expect(spine).not_to_contain_class("hollow")
    go(page, {"species": "human"})
    expect(spine).to_contain_class("hollow")
    expect(page.locator("[data-pane=now] [data-part=terminal]")).not_to_contain_class("hollow")
    go(page, {"t": "7d", "scale": "circuit"})
    expect(page.locator("[data-pane=now] [data-part=cell-i]")).not_to_contain_class("hollow")


def test_what_has_changed_is_printed(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?scale=synapse&t=24h")
    page.emulate_media(media="print")
    for changed in (page.locator(".panel .changes .more"), page.locator(".panel .changes li")):
        expect(changed.first).to_be_visible()
    expect(page.locator(".panel .panel-head")).to_be_hidden()


def test_an_explanation_brings_its_parts_and_its_case(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?scale=synapse")
    block = page.locator("[data-pane=now] [data-part=b-block]")
    expect(block).to_be_hidden()
    go(page, {"track": "b"})
    expect(block).to_be_visible()
    said = words(page)
    assert "For" in said
    assert "Against" in said
    go(page, {"track": "all"})
    assert "AMPA receptors are the meeting point" in words(page)


def test_compared_with_before(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?scale=synapse&t=24h&compare=side")
    expect(page.locator(".scene-pane")).to_have_count(2)
    lost = [page.evaluate(LIT, pane) for pane in ("before", "now")]
    assert lost == [0, 3]
    go(page, {"compare": "difference"})
    assert "dim" in (page.locator("[data-pane=now] [data-part=terminal]").get_attribute("class") or "")
    assert "dim" not in (page.locator("[data-pane=now] [data-part=branch]").get_attribute("class") or "")


def test_the_keyboard_reaches_every_part(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?scale=synapse")
    reached = []
    page.locator("[data-pane=now] .part[tabindex='0']").focus()
    for _ in range(40):
        reached.append(page.evaluate("document.activeElement.dataset.part"))
        page.keyboard.press("ArrowRight")
        if page.evaluate("document.activeElement.dataset.part") == reached[0]:
            break
    shown = [part for part, _ in page.evaluate(REACHABLE)]
    assert sorted(reached) == sorted(shown)
    page.keyboard.press("Enter")
    page.wait_for_timeout(450)
    expect(page.locator(".side-of:not([hidden]) [data-slot=card]")).to_be_visible()
    page.locator("[data-pane=now] .part[tabindex='0']").focus()
    page.keyboard.press("t")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_nothing_is_asked_of_the_server_and_what_is_not_on_screen_stands_still(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?scale=synapse&t=40min")
    page.wait_for_timeout(300)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for wish in (
        {"t": "4h"},
        {"step": 17},
        {"species": "human"},
        {"track": "c"},
        {"track": "main", "compare": "side"},
        {"compare": "now"},
    ):
        go(page, wish)
    assert asked == []
    running = "() => document.getAnimations().filter((a) => a.playState === 'running' && a.animationName === 'scene-go').length"
    go(page, {"t": "40min"})
    page.wait_for_timeout(300)
    assert 10 < page.evaluate(running) <= 60
    go(page, {"scale": "receptor"})
    until(page, "document.querySelector('[data-layer=synapse]').hidden")
    assert page.evaluate(running) == 0


def test_without_motion_arrows_say_what_moves(page: Page, site: Site) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_page(page, site, "/explore?scale=synapse&step=17")
    expect(page.locator("[data-pane=now] .still [data-flow=calcium]")).to_be_visible()
    expect(page.locator("[data-pane=now] .moving")).to_be_hidden()
    assert "calcium enters through L-type channels" in page.locator(".layer:not([hidden]) [data-slot=flowkey]").inner_text()


@pytest.mark.parametrize(
    "path", ["circuit&t=40min", "synapse&t=24h&compare=side", "synapse&step=19&species=human", "synapse&track=all"]
)
def test_accessible(page: Page, site: Site, path: str) -> None:
    open_page(page, site, f"/explore?scale={path}")
    page.wait_for_timeout(900)
    axe(page)


@pytest.mark.parametrize("scheme", THEMES)
@pytest.mark.parametrize("scale", ["circuit", "synapse", "receptor"])
def test_every_stop_and_every_explanation_is_accessible(
    new_page: Callable[..., Page], app_site: Site, scale: str, scheme: str
) -> None:
    """Picture and words of each, every third one in the same theme; the rest of the page is the same in all of them."""
    page = new_page(viewport={"width": 1366, "height": 768}, reduced_motion="reduce")
    page.add_init_script(f"localStorage.setItem('neuroviz.scheme', '{scheme}')")
    open_page(page, app_site, f"/explore?scale={scale}")
    states: list[dict[str, Any]] = [{"t": stop, "track": "main"} for stop in STOPS]
    if scale != "receptor":
        states += [{"t": "40min", "track": track} for track in (*"abcdefgh", "all")]
    mine = states[THEMES.index(scheme) :: len(THEMES)]
    # Words follow the picture at rest, so those of a state are on the page by the next one: the first comes once more.
    for state in (*mine, mine[0]):
        go(page, state)
        axe(page, ".layer:not([hidden]), .panel")
