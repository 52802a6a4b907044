"""The opened clock: one axis, schedules that answer in the browser, what is refused, what can be saved."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from neuroviz.domain import Library
from neuroviz.film.courses import course
from tests.browser.helpers import Site, axe, open_page, open_whole

OPEN = "/explore?tier=drawn&clock=open"


def state(page: Page, key: str) -> Any:
    return page.evaluate("key => neuroviz.state()[key]", key)


def test_opens_over_the_picture_and_closes_again(page: Page, site: Site) -> None:
    open_page(page, site, "/explore?tier=drawn&t=40min")
    page.get_by_role("button", name="Time course").click()
    expect(page.get_by_role("region", name="Charts on one axis")).to_be_visible()
    expect(page.locator(".stage")).to_be_hidden()
    assert "clock=open" in page.url
    page.get_by_role("button", name="Close the time course").click()
    expect(page.locator(".opened")).to_be_hidden()
    expect(page.locator(".stage")).to_be_visible()


def test_a_picture_that_was_covered_hears_what_it_missed(page: Page, site: Site) -> None:
    open_page(page, site, f"{OPEN}&atlas=yeo-7")
    page.evaluate("neuroviz.set({clock: 'strip'})")
    expect(page.locator(".drawn").first).to_be_visible()
    page.evaluate("neuroviz.set({clock: 'open'})")
    page.evaluate("neuroviz.set({show: 'all'})")
    page.evaluate("neuroviz.set({clock: 'strip'})")
    expect(page.get_by_role("radio", name="All seven")).to_be_checked()


def test_the_axis_of_the_charts_is_that_of_the_clock(page: Page, site: Site) -> None:
    open_page(page, site, f"{OPEN}&t=24h")
    head, line = page.locator(".film .head").bounding_box(), page.locator(".now-line").bounding_box()
    assert line["x"] + line["width"] / 2 == pytest.approx(head["x"] + head["width"] / 2, abs=1)


def test_dragging_in_a_chart_turns_the_clock(page: Page, site: Site) -> None:
    open_page(page, site, OPEN)
    page.locator(".opened").evaluate("el => Promise.all(el.getAnimations().map(a => a.finished)).then(() => 0)")
    box = page.locator('[data-plot="plasma"]').bounding_box()
    page.mouse.move(box["x"] + box["width"] * 1.5 / 9, box["y"] + 90)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 3.5 / 9, box["y"] + 90)
    page.mouse.up()
    assert state(page, "t") == pytest.approx(3, abs=0.02)


def test_a_schedule_is_answered_in_the_browser_with_the_numbers_of_the_model(page: Page, site: Site) -> None:
    open_whole(page, site, f"{OPEN}&t=2h")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Compare with B").select_option("nasal-84")
    page.get_by_label("Body weight").fill("40")
    regimens = Library.load().regimens
    peak = course(regimens.regimen("nasal-84"), regimens, 40).peak
    expect(page.locator('[data-say="b"]')).to_contain_text(f"Nasal spray, 84 mg: {peak:.0f} ng/mL")
    assert [url for url in asked if not url.startswith("blob:")] == []


def test_a_weight_changes_a_fixed_amount_and_not_one_for_each_kilogram(page: Page, site: Site) -> None:
    open_page(page, site, f"{OPEN}&regimen2=nasal-56")
    curves = "() => ['a', 'b'].map(s => document.querySelector(`[data-series=${s}] .curve`).getAttribute('d'))"
    light = page.evaluate(curves)
    page.get_by_label("Body weight").fill("110")
    heavy = page.evaluate(curves)
    assert (light[0] == heavy[0], light[1] == heavy[1]) == (True, False)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("weight=500", "drawn for 40 to 120 kg"),
        ("regimen=iv-10g", "no picture here may serve as a guide"),
        ("dose=10g", "There are no free doses here"),
    ],
)
def test_a_hand_written_address_is_refused_politely(page: Page, site: Site, query: str, sentence: str) -> None:
    open_page(page, site, f"{OPEN}&{query}")
    expect(page.locator(".notice")).to_be_visible()
    expect(page.locator(".notice")).to_contain_text(sentence)
    assert (state(page, "weight"), state(page, "regimen")) == (70, "iv-single")


def test_what_is_plotted_is_saved(page: Page, site: Site, tmp_path: Path) -> None:
    open_page(page, site, f"{OPEN}&regimen2=nasal-84")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as CSV").click()
    waiting.value.save_as(tmp_path / "saved.csv")
    lines = (tmp_path / "saved.csv").read_text("utf-8").splitlines()
    assert "No guide to using ketamine" in lines[1]
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    assert {"One infusion", "Nasal spray, 84 mg"} <= {row["schedule"] for row in rows}
    peak = max(float(r["value"]) for r in rows if r["what"] == "Ketamine in plasma" and r["schedule"] == "One infusion")
    assert peak == pytest.approx(240, abs=1)
    assert any(row["what"] == "Lii 2023, response" and row["value"] == "36.8" for row in rows)


def test_table_and_summary_follow(page: Page, site: Site) -> None:
    open_page(page, site, f"{OPEN}&t=40min")
    page.get_by_text("Table of what is drawn").click()
    levels = page.locator('[data-table="levels"] tbody tr')
    expect(levels).to_have_count(9)
    expect(levels.nth(2)).to_contain_text("240")
    expect(page.locator(".summary")).to_have_text(re.compile(r"At 40 min: 240 ng/mL.*human value is unknown"))


@pytest.mark.parametrize("span", ["clock", "hours", "weeks"])
def test_nothing_is_wrong_for_those_who_do_not_see_it(page: Page, app_site: Site, span: str) -> None:
    open_page(page, app_site, f"{OPEN}&span={span}&regimen2=nasal-84")
    for summary in page.locator(".opened summary").all():
        summary.click()
    axe(page)


def test_every_control_is_reached_by_keyboard(page: Page, app_site: Site) -> None:
    open_page(page, app_site, OPEN)
    page.get_by_role("region", name="Charts on one axis").focus()
    reached: set[str] = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        reached.add(str(page.evaluate("document.activeElement.dataset.key || document.activeElement.dataset.do || ''")))
    assert {"regimen", "regimen2", "weight", "span", "time-csv"} <= reached


def test_on_a_phone_nothing_is_cut_off(new_page: Callable[..., Any], app_site: Site) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    open_page(page, app_site, f"{OPEN}&regimen2=nasal-84")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = page.locator('[data-plot="plasma"]').bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    axe(page)


@pytest.mark.parametrize("width", [700, 1050])
def test_on_paper_the_charts_stand_under_their_axis(new_page: Callable[..., Page], site: Site, width: int) -> None:
    """The picture that they cover stays away, and nothing is cut at the edge of the page."""
    page = new_page(viewport={"width": width, "height": 900})
    open_page(page, site, "/explore?t=24h&clock=open")
    page.emulate_media(media="print")
    page.wait_for_function("() => 'print' in document.documentElement.dataset")
    assert page.locator(".stage:visible, .transport:visible, .time-tools:visible").count() == 0
    off, over = page.evaluate(
        """() => {
          const middle = (e) => { const b = e.getBoundingClientRect(); return (b.left + b.right) / 2; };
          const lines = [...document.querySelectorAll('.axis-lines i[data-only=clock]')].map(middle);
          const names = [...document.querySelectorAll('.film .stop')].map(middle);
          const ends = [...document.querySelectorAll('.opened .chart')].map((e) => e.getBoundingClientRect().right);
          return [names.map((x, k) => Math.abs(x - lines[k])), Math.max(...ends) - innerWidth];
        }"""
    )
    assert len(off) == 9
    assert max(off) < 2
    assert over <= 0
