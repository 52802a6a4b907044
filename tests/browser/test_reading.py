"""Evidence, glossary, safety, the start page, tips on terms and the tour, in the app and in a frozen copy."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import Site, axe, open_page

CLAIM = "ketamine-regrows-synapses"


def shown(page: Page, selector: str = ".claim") -> list[str]:
    """Ids of what is on the page and not hidden."""
    found: list[str] = page.eval_on_selector_all(selector, "all => all.filter(el => el.checkVisibility()).map(el => el.id)")
    return found


def test_a_reader_finds_how_sure_we_are_about_regrown_synapses(page: Page, site: Site) -> None:
    open_page(page, site, "/")
    page.get_by_role("link", name="Does ketamine regrow synapses?").click()
    claim = page.locator(f"#{CLAIM}")
    expect(claim).to_be_in_viewport()
    expect(claim.get_by_text("Oversimplified")).to_be_visible()
    expect(claim.locator(".studies li").first).to_be_visible()


def test_a_whole_question_is_a_search(page: Page, site: Site) -> None:
    open_page(page, site, "/evidence")
    page.get_by_role("searchbox").fill("How sure are we that ketamine regrows synapses?")
    assert CLAIM in shown(page)
    assert len(shown(page)) < 8
    expect(page.get_by_role("status").filter(has_text="of 66 claims")).to_be_visible()


def test_filters_are_in_the_address_and_come_back(page: Page, site: Site) -> None:
    open_page(page, site, "/evidence")
    page.get_by_label(re.compile("^Contested")).check()
    page.get_by_label(re.compile("^people")).check()
    chosen = shown(page)
    expect(page).to_have_url(re.compile("verdict=contested.*species=human"))
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert 0 < len(chosen) < 6
    assert shown(page) == chosen
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".claim:visible")).to_have_count(66)


def test_a_link_to_a_claim_brings_it_out_of_a_filter(page: Page, site: Site) -> None:
    open_page(page, site, f"/evidence?q=zzzz&mode=conditions#{CLAIM}")
    expect(page.locator(f"#{CLAIM}")).to_be_in_viewport()
    assert "zzzz" not in page.url


def test_reading_along_puts_the_studies_beside_the_article(page: Page, site: Site) -> None:
    open_page(page, site, "/evidence")
    page.get_by_label("Read along").check()
    box = page.locator(f"#{CLAIM}")
    said, studied = (box.locator(part).bounding_box() for part in (".said", ".shows"))
    assert said is not None
    assert studied is not None
    assert said["x"] + said["width"] <= studied["x"]


@pytest.mark.parametrize(("width", "columns"), [(390, 3), (1366, 4)])
def test_heads_of_the_side_effects_stand_over_their_numbers(
    new_page: Callable[..., Page], site: Site, width: int, columns: int
) -> None:
    page = new_page(viewport={"width": width, "height": 844})
    open_page(page, site, "/safety")
    head, first = (
        page.locator(f"table.effects {row}").evaluate(
            "row => [...row.cells].filter(c => c.checkVisibility()).map(c => c.getBoundingClientRect().left)"
        )
        for row in ("thead tr", "tbody tr:first-child")
    )
    assert len(first) == columns
    assert head == pytest.approx(first, abs=1)


@pytest.mark.parametrize("path", ["/", "/evidence", "/evidence?mode=read", "/evidence?mode=conditions", "/glossary", "/safety"])
def test_axe(new_page: Callable[..., Page], app_site: Site, path: str) -> None:
    for width, height, scheme in ((1366, 768, "light"), (390, 844, "dark")):
        page = new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        open_page(page, app_site, path)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_text_is_whole_without_scripts(new_page: Callable[..., Page], site: Site) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site.address("/evidence"))
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.locator(f"#{CLAIM} h3")).to_be_visible()
    expect(page.get_by_role("heading", name="How strong is the evidence, by condition?")).to_be_visible()
    page.goto(site.address("/glossary#bdnf"))
    expect(page.locator("#bdnf dd p").first).to_be_visible()


class TestTips:
    """WCAG 1.4.13: dismissable, hoverable, persistent."""

    @pytest.fixture
    def at(self, page: Page, site: Site):
        open_page(page, site, f"/evidence#{CLAIM}")
        return page.locator(f"#{CLAIM} a.term[data-term='sv2a']").first

    def test_hover_shows_and_the_tip_can_be_hovered(self, page: Page, at) -> None:
        at.hover()
        tip = page.get_by_role("tooltip")
        expect(tip).to_contain_text("A protein in nerve endings.")
        tip.hover()
        page.wait_for_timeout(400)
        expect(tip).to_be_visible()
        page.mouse.move(2, 2)
        expect(tip).to_be_hidden()

    def test_focus_shows_escape_hides_and_focus_stays(self, page: Page, at) -> None:
        at.focus()
        expect(page.get_by_role("tooltip")).to_be_visible()
        expect(at).to_have_attribute("aria-describedby", "term-tip")
        page.keyboard.press("Escape")
        expect(page.get_by_role("tooltip")).to_be_hidden()
        expect(at).to_be_focused()


def test_a_tap_shows_the_tip_and_a_second_tap_goes_to_the_glossary(new_page: Callable[..., Page], app_site: Site) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    open_page(page, app_site, f"/evidence#{CLAIM}")
    term = page.locator(f"#{CLAIM} a.term[data-term='sv2a']").first
    term.tap()
    expect(page.get_by_role("tooltip")).to_be_visible()
    assert "evidence" in page.url
    term.tap()
    page.wait_for_url("**/glossary#sv2a")


def test_glossary_search_and_link(page: Page, site: Site) -> None:
    open_page(page, site, "/glossary")
    page.get_by_role("searchbox").fill("calming")
    assert shown(page, ".entry") == ["gaba", "midazolam"]


def test_bibliography_can_be_taken_along(page: Page, app_site: Site) -> None:
    open_page(page, app_site, "/evidence")
    with page.expect_download() as got:
        page.get_by_role("link", name="BibTeX").click()
    assert got.value.suggested_filename == "neuroviz.bib"
    assert "@article{kishimoto2016," in got.value.path().read_text("utf-8")


def test_bar_by_keyboard_on_a_phone(new_page: Callable[..., Page], site: Site) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    open_page(page, site, "/safety")
    menu = page.get_by_role("button", name="Menu")
    menu.focus()
    page.keyboard.press("Enter")
    link = page.locator("#pages-menu").get_by_role("link", name="Glossary")
    expect(link).to_be_visible()
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"glossary"))


class TestTour:
    def test_it_goes_by_keyboard_and_is_not_offered_again(self, page: Page, site: Site) -> None:
        open_page(page, site, "/explore?tier=drawn")
        page.get_by_role("button", name="Take the tour").focus()
        page.keyboard.press("Enter")
        tour = page.get_by_role("dialog", name="Tour of this page")
        titles = []
        for _ in range(6):
            expect(tour.get_by_role("heading")).to_be_focused()
            titles.append(tour.get_by_role("heading").inner_text())
            axe(page) if len(titles) == 1 else None
            page.keyboard.press("ArrowRight")
            if not tour.is_visible():
                break
        assert len(titles) == len(set(titles)) == 5
        page.reload()
        page.wait_for_selector("html[data-ready]", state="attached")
        expect(page.get_by_role("button", name="Take the tour")).to_be_hidden()

    def test_what_its_first_card_says_of_keys_is_true(self, page: Page, site: Site) -> None:
        open_page(page, site, "/explore?tier=drawn#tour")
        tour = page.get_by_role("dialog", name="Tour of this page")
        expect(tour).to_contain_text("hold Shift and press the arrow keys")
        expect(tour.get_by_role("heading")).to_be_focused()
        page.keyboard.press("Shift+ArrowRight")
        page.wait_for_function("() => neuroviz.state().view === 'front'")
        expect(tour.get_by_role("heading")).to_have_text("Turn the brain")

    def test_where_no_brain_is_nobody_is_asked_to_turn_it(self, page: Page, app_site: Site) -> None:
        open_page(page, app_site, "/explore?scale=synapse#tour")
        expect(page.get_by_role("dialog", name="Tour of this page").get_by_role("heading")).to_have_text("Go deeper")

    def test_it_can_be_declined(self, page: Page, app_site: Site) -> None:
        open_page(page, app_site, "/explore?tier=drawn")
        page.get_by_role("button", name="No, thanks").click()
        expect(page.get_by_role("button", name="Take the tour")).to_be_hidden()
        assert page.evaluate("localStorage.getItem('neuroviz.tour')") == "done"

    def test_the_start_page_leads_into_it_and_escape_ends_it(self, page: Page, app_site: Site) -> None:
        open_page(page, app_site, "/")
        page.get_by_role("link", name="Take the short tour").click()
        tour = page.get_by_role("dialog", name="Tour of this page")
        expect(tour).to_be_visible(timeout=20_000)
        page.keyboard.press("Escape")
        expect(tour).to_be_hidden()
        assert "#" not in page.url
