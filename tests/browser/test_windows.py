"""Windows of all kinds: the top bar at every width, a phone on its side, a laptop at 200 %, a small projector."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import Site, axe, open_page

#: Visible things of a list that lie on each other, as pairs of their words.
OVERLAPS = """selector => {
  const boxes = [...document.querySelectorAll(selector)].filter(e => e.checkVisibility({visibilityProperty: true}))
    .map(e => [e.getAttribute('aria-label') || e.textContent.trim() || e.className, e.getBoundingClientRect()])
    .filter(([, b]) => b.width > 1 && b.height > 1);
  const out = [];
  boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
    if (Math.min(p.right, q.right) - Math.max(p.left, q.left) > 1 && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 1)
      out.push([a, b]);
  }));
  return out;
}"""

BAR = ".bar .brand, .bar .pages > a, .bar .more-button, .bar .tool"
LOW = ("/explore", "/explore?t=24h", "/explore?scale=synapse&t=24h", "/explore?scale=receptor", "/lesson?lesson=ketamine")
ON_STAGE = ".view-button, .tools-button, .besides, .rail, .foot, .clock .transport, .clock .film, .clock .open-clock, .panel"


@pytest.mark.parametrize("scheme", ["paper", "projector"])
def test_the_bar_has_room_at_every_width(page: Page, app_site: Site, scheme: str) -> None:
    open_page(page, app_site, "/explore?tier=drawn")
    page.locator(f"input[name=scheme][value={scheme}]").evaluate("el => el.click()")
    for width in range(320, 1640, 20):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        assert page.evaluate(OVERLAPS, BAR) == [], width
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


def test_the_menu_opens_under_its_button(page: Page, app_site: Site) -> None:
    open_page(page, app_site, "/about")
    page.set_viewport_size({"width": 1366, "height": 768})
    button = page.locator(".more-button")
    button.click()
    under, menu = button.bounding_box(), page.locator("#pages-menu").bounding_box()
    assert under is not None
    assert menu is not None
    assert abs(menu["x"] - under["x"]) < 24


@pytest.mark.parametrize(
    ("width", "height", "scheme"),
    [(844, 390, "paper"), (667, 375, "dark"), (683, 384, "paper"), (960, 540, "projector"), (1280, 720, "projector")],
)
def test_a_low_window_keeps_its_picture(
    new_page: Callable[..., Page], app_site: Site, width: int, height: int, scheme: str
) -> None:
    """The stage has half of the window, in a lesson a quarter, and what stands on it does not lie on anything else."""
    page = new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page.add_init_script(f"localStorage.setItem('neuroviz.scheme', '{scheme}')")
    for path in LOW:
        open_page(page, app_site, path)
        stage = page.locator(".stage").bounding_box()
        assert stage is not None
        assert stage["width"] > 0.49 * width
        assert stage["height"] > (0.25 if "lesson" in path else 0.45) * height
        assert page.evaluate(OVERLAPS, ON_STAGE) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
        axe(page)


def test_times_of_the_clock_stand_over_their_stops_on_a_phone(new_page: Callable[..., Page], app_site: Site) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    open_page(page, app_site, "/explore")
    off = page.evaluate(
        """() => {
          const film = document.querySelector('.film').getBoundingClientRect(), names = [...document.querySelectorAll('.stop')];
          return names.map((el, k) => {
            const range = document.createRange();
            range.selectNodeContents(el);
            const box = range.getBoundingClientRect(), stop = film.left + film.width * (k + .5) / names.length;
            return Math.abs((box.left + box.right) / 2 - stop);
          });
        }"""
    )
    assert max(off) < 7


def test_two_brains_on_a_phone_stand_above_the_buttons(new_page: Callable[..., Page], app_site: Site) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    for path in ("/explore?t=24h&compare=side", "/explore?t=24h"):
        open_page(page, app_site, path)
        page.locator("input[name=compare][value=side]").check(force=True)
        expect(page.locator(".tier-drawn .shell")).to_have_count(2)
        lowest, buttons = page.evaluate(
            """() => [
              Math.max(...[...document.querySelectorAll('.tier-drawn .shell')].map(e => e.getBoundingClientRect().bottom)),
              document.querySelector('.besides').getBoundingClientRect().top,
            ]"""
        )
        assert 0 < lowest <= buttons, path


def test_a_phone_says_what_is_measured_and_which_part_is_which(new_page: Callable[..., Page], app_site: Site) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    for path in ("/explore", "/explore?t=24h"):
        open_page(page, app_site, path)
        foot = page.locator(".foot").inner_text()
        for said in ("Measured: group mean", "Core", "Dorsal medial", "Medial temporal"):
            assert said in foot
        assert page.evaluate(OVERLAPS, ".foot, .besides, .view-button, .tools-button, .panel") == []


@pytest.mark.parametrize("size", [(844, 390), (683, 384)])
@pytest.mark.parametrize("step", ["promise", "plug", "chain"])
def test_a_low_window_presents_words_beside_the_picture(
    new_page: Callable[..., Page], site: Site, size: tuple[int, int], step: str
) -> None:
    """The bar is one row over both; neither words nor the key of a scene are cut."""
    page = new_page(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    open_page(page, site, f"/present?lesson=ketamine&at={step}")
    page.mouse.move(size[0] - 40, size[1] - 10)
    stage, words, bar = (page.locator(name).bounding_box() for name in (".stage", ".slide", ".present-bar"))
    assert stage["x"] + stage["width"] <= words["x"] + 1
    assert stage["height"] > 0.8 * size[1]
    assert bar["height"] < 60
    assert bar["x"] >= 0
    assert page.locator(".slide-top").bounding_box()["y"] >= bar["y"] + bar["height"]
    keys = page.locator(".scene-keys:visible")
    if step == "chain":
        assert keys.evaluate("e => e.scrollWidth <= e.clientWidth && e.scrollHeight <= e.clientHeight")
    axe(page)
