"""The receptor scale: steps, controls, clock, comparison, words; the same in the app and the frozen copy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Request, expect

from neuroviz.domain import Library
from neuroviz.film import make_film
from neuroviz.models import receptor
from neuroviz.ui.scales.receptor_lab import CONCENTRATIONS, MICROMOLAR, Setting, drawn
from tests.browser.helpers import Site, axe, open_page, open_whole

RECEPTOR = "/explore?scale=receptor"


def told(page: Page) -> dict[str, str]:
    """What the drawing of now says of itself."""
    return page.locator(".receptor .pane.now svg").evaluate("e => ({...e.dataset})")


def gives(page: Page, expected: dict[str, str]) -> None:
    assert {k: v for k, v in told(page).items() if k != "half"} == expected


def test_five_steps_one_after_the_other(page: Page, site: Site) -> None:
    open_page(page, site, RECEPTOR)
    lab = Library.load().receptor
    page.locator(".rc-steps button").first.click()
    for k, step in enumerate(lab.steps):
        gives(page, drawn(Setting(step.v, 1, step.glu, step.ket, held=step.id == "trapped")))
        expect(page.locator(".stepper [data-slot=title]")).to_have_text(step.title)
        expect(page.locator(".stepper [data-slot=says]")).to_have_text(step.says)
        expect(page.locator(".rc-steps [aria-current=step]")).to_have_text(step.title)
        if k < len(lab.steps) - 1:
            page.get_by_role("button", name="Next step").click()
    expect(page.get_by_role("button", name="Next step")).to_be_disabled()
    axe(page)


def test_values_in_the_browser_are_those_of_the_model(page: Page, site: Site) -> None:
    open_page(page, site, RECEPTOR)
    page.locator("[data-side-of=receptor] .rc-tables summary").click()
    settings: tuple[tuple[float, float, float, receptor.Form], ...] = (
        (-70, 1, 0.78, "racemic"),
        (-35, 0.55, 0.4, "s"),
        (20, 2, 3.3, "r"),
        (-20, 0, 0.05, "racemic"),
    )
    for v, mg, ket, form in settings:
        page.evaluate("s => neuroviz.set(s)", {"v": v, "mg": mg, "ket": ket, "form": form, "glu": True})
        page.wait_for_timeout(350)
        gives(page, drawn(Setting(v, mg, True, ket, form)))
        least, most = receptor.block_range(ket, form)
        rows = page.locator("[data-side-of=receptor] .rc-tables [data-slot=numbers] tr").evaluate_all(
            "rs => rs.map(r => [...r.cells].map(c => c.textContent))"
        )
        for row in rows:
            at, free, plain, low, high = (float(x.replace("−", "-")) for x in row)
            exact = 100 * receptor.nmda_current(at, mg)
            assert free == pytest.approx(100 * float(receptor.ampa_current(at)), abs=0.06)
            assert plain == pytest.approx(float(exact), abs=0.6)
            assert low == pytest.approx(float(exact * (1 - most)), abs=0.6)
            assert high == pytest.approx(float(exact * (1 - least)), abs=0.6)


def test_ketamine_follows_the_clock_until_its_slider_is_moved(page: Page, site: Site) -> None:
    open_page(page, site, f"{RECEPTOR}&v=-20&t=40min")
    level = make_film(Library.load()).quantities["plasma"](2.0) * MICROMOLAR
    slider, follow = page.get_by_role("slider", name="Ketamine"), page.get_by_role("checkbox", name="Follow the clock")
    expect(follow).to_be_checked()
    assert slider.get_attribute("aria-valuetext").startswith(f"{level:.2g} micromolar")
    gives(page, drawn(Setting(-20, 1, True, level)))
    page.evaluate("neuroviz.set({t: 0})")
    gives(page, drawn(Setting(-20, 1, True, 0)))
    slider.focus()
    page.keyboard.press("End")
    expect(follow).not_to_be_checked()
    assert page.evaluate("neuroviz.state().ket") == CONCENTRATIONS[-1]
    follow.check()
    assert page.evaluate("neuroviz.state().ket") is None


def test_ketamine_is_shut_in_only_when_it_had_entered(page: Page, site: Site) -> None:
    open_page(page, site, f"{RECEPTOR}&v=-20&ket=0.78")
    glutamate = page.get_by_role("switch", name="Glutamate")
    glutamate.uncheck()
    assert told(page)["pore"] == "ket"
    page.wait_for_function("() => location.search.includes('step=5') && location.search.includes('glu=0')")
    address = page.evaluate("location.search")
    open_page(page, site, f"/explore{address}")
    assert told(page)["pore"] == "ket"
    glutamate.check()
    page.evaluate("neuroviz.set({ket: 0})")
    glutamate.uncheck()
    page.evaluate("neuroviz.set({ket: 5})")
    gives(page, {"gate": "shut", "glu": "0", "pore": "none", "flow": "none", "ket": "1", "mg": "1"})


def test_it_says_what_is_on_screen(page: Page, site: Site) -> None:
    open_page(page, site, RECEPTOR)
    summary = page.locator(".summary")
    expect(summary).to_have_text("Membrane −70 mV: a magnesium ion plugs the pore; 4 % of the current passes.")
    page.evaluate("neuroviz.set({v: -20, ket: 0.78, compare: 'side'})")
    least, most = (round(100 * float(x)) for x in receptor.block_range(0.78))
    expect(summary).to_contain_text(f"Ketamine blocks {least} to {most} %, and the human value is unknown.")
    expect(summary).to_contain_text("Left, before: without ketamine.")


def test_it_says_that_one_channel_is_plugged_or_open_and_the_current_a_mean(page: Page, site: Site) -> None:
    open_page(page, site, f"{RECEPTOR}&v=-20&mg=0&ket=0.78&glu=1")
    mean = page.locator(".receptor .iv").get_by_text(Library.load().words["receptor"]["readout"]["mean"], exact=True)
    expect(mean).to_be_visible()
    for state, says in (({"ket": 0}, False), ({"ket": 0.03}, True), ({"glu": False}, False)):
        page.evaluate("s => neuroviz.set(s)", state)
        expect(mean).to_be_visible(visible=says)


def test_without_magnesium_none_is_drawn(page: Page, site: Site) -> None:
    open_page(page, site, f"{RECEPTOR}&v=-20&mg=0&ket=0.78&glu=1")
    outside = page.locator(".receptor .pane.now .free-mg")
    expect(outside).to_have_css("opacity", "0")
    page.evaluate("neuroviz.set({mg: 0.1})")
    expect(outside).to_have_css("opacity", "1")


def test_before_is_the_same_channel_without_ketamine(page: Page, site: Site) -> None:
    open_page(page, site, f"{RECEPTOR}&v=-20&ket=0.78&compare=side")
    before = page.locator(".receptor .pane.before svg").evaluate("e => e.dataset.pore + e.dataset.flow")
    assert (before, told(page)["pore"]) == ("nonein", "ket")
    axe(page)
    page.evaluate("neuroviz.set({compare: 'wipe'})")
    page.get_by_role("slider", name="Wipe").press("ArrowRight")
    assert page.evaluate("neuroviz.state().wipe") == 55
    axe(page)
    page.evaluate("neuroviz.set({compare: 'difference'})")
    expect(page.locator("[data-slot=key-band]")).to_have_text("taken away by ketamine, a range")
    expect(page.locator(".receptor .pane.before")).to_be_hidden()


def test_arrows_visit_every_part_and_say_what_it_is(page: Page, site: Site) -> None:
    open_page(page, site, RECEPTOR)
    parts = {p.id: p for p in Library.load().receptor.parts}
    page.locator(".receptor .pane.now .part[tabindex='0']").focus()
    seen = []
    for _ in parts:
        seen.append(page.evaluate("document.activeElement.dataset.part"))
        expect(page.locator(".rc-tip span")).to_have_text(parts[seen[-1]].says)
        page.keyboard.press("ArrowRight")
    assert seen == list(parts)
    assert page.evaluate("document.activeElement.dataset.part") == seen[0]


def test_the_text_twin_names_what_is_drawn(page: Page, site: Site) -> None:
    open_page(page, site, RECEPTOR)
    drawn = page.locator(".receptor .pane.now .part")
    drawn_parts = drawn.evaluate_all("els => els.map(e => e.getAttribute('aria-label')).sort()")
    rows = page.locator("[data-side-of=receptor] .rc-tables table").last.locator("tbody tr")
    told_parts = rows.evaluate_all("rs => rs.map(r => r.cells[0].textContent + ': ' + r.cells[1].textContent).sort()")
    assert drawn_parts == told_parts


def test_dive_from_the_network_brings_the_channel(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?tier=drawn&v=-20")
    assert page.locator(".receptor .pane.now svg").count() == 0
    page.get_by_role("button", name="Receptor").click()
    expect(page.locator(".receptor .pane.now svg")).to_be_visible()
    page.wait_for_function("() => document.querySelector('[data-layer=network]').hidden")
    gives(page, drawn(Setting(-20, 1, True, 0)))
    expect(page.locator(".where [data-slot=scale]")).to_have_text("Receptor")


def test_nothing_is_asked_of_the_server_while_exploring(page: Page, app_site: Site) -> None:
    open_whole(page, app_site, RECEPTOR)
    asked: list[str] = []

    def heard(request: Request) -> None:
        asked.append(request.url)

    page.on("request", heard)
    for state in ({"v": -20}, {"mg": 0.2}, {"ket": 2}, {"form": "r"}, {"compare": "wipe"}, {"t": 3}, {"glu": False}):
        page.evaluate("s => neuroviz.set(s)", state)
    page.wait_for_timeout(400)
    assert asked == []


def test_reduced_motion_shows_arrows_instead_of_ions(new_page: Callable[..., Page], app_site: Site) -> None:
    page = new_page(reduced_motion="reduce")
    open_page(page, app_site, f"{RECEPTOR}&v=-20")
    expect(page.locator(".receptor .pane.now .moving")).to_be_hidden()
    expect(page.locator(".receptor .pane.now .with-in text")).to_have_text("Ca²⁺, Na⁺ in")


OVERLAPS = """() => {
  const seen = e => { const r = e.getBoundingClientRect(), s = getComputedStyle(e); let o = 1;
    for (let p = e; p; p = p.parentElement) o *= +getComputedStyle(p).opacity;
    return r.width > 1 && s.visibility !== 'hidden' && o > .05; };
  const which = '.receptor .channel text, .receptor .iv span, .receptor .iv p, .stepper p, .receptor figcaption b';
  const all = [...document.querySelectorAll(which)]
    .filter(e => seen(e) && e.textContent.trim());
  const clipped = e => e.closest('[data-compare=wipe] .pane');
  const out = [];
  for (let i = 0; i < all.length; i++) for (let j = 0; j < i; j++) {
    const [p, q] = [all[i], all[j]];
    if (p.contains(q) || q.contains(p) || clipped(p) || clipped(q)) continue;
    const [a, b] = [p.getBoundingClientRect(), q.getBoundingClientRect()];
    const w = Math.min(a.right, b.right) - Math.max(a.left, b.left), h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (w > 3 && h > 5) out.push(`${p.textContent} on ${q.textContent}: ${w.toFixed(0)}x${h.toFixed(0)}`);
  }
  return out;
}"""


@pytest.mark.parametrize(
    ("width", "height", "scheme"),
    [
        (1920, 1080, "paper"),
        (1366, 768, "dark"),
        (1024, 768, "paper"),
        (390, 844, "paper"),
        (1920, 1080, "projector"),
        (1366, 768, "projector"),
    ],
)
def test_no_label_lies_on_another(new_page: Callable[..., Page], app_site: Site, width: int, height: int, scheme: str) -> None:
    page = new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page.add_init_script(f"localStorage.setItem('neuroviz.scheme', '{scheme}')")
    open_page(page, app_site, RECEPTOR)
    steps: list[dict[str, Any]] = [
        {"v": s.v, "glu": s.glu, "ket": s.ket, "step": k + 1} for k, s in enumerate(Library.load().receptor.steps)
    ]
    for compare in ("now", "side", "wipe", "difference"):
        for step in steps:
            page.evaluate("s => neuroviz.set(s)", {**step, "compare": compare})
            page.wait_for_timeout(60)
            assert page.evaluate(OVERLAPS) == [], (compare, step)
    axe(page)
