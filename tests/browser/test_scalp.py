"""The scalp scale: rhythm, electrode, one place by itself, comparison, words; the same in the app and the frozen copy."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from playwright.sync_api import Page, Request, expect

from neuroviz.atlas.eeg import load_cap
from neuroviz.domain import Library
from neuroviz.film import make_film
from tests.browser.helpers import Site, Watch, axe, open_page, open_whole

SCALP = "/explore?scale=scalp"


def mean_colour(page: Page, pane: str = "now") -> list[float]:
    script = """c => { const d = c.getContext('2d').getImageData(0, 0, 64, 64).data; const s = [0, 0, 0];
      for (let i = 0; i < d.length; i += 4) for (let k = 0; k < 3; k++) s[k] += d[i + k] / (d.length / 4); return s; }"""
    return list(page.locator(f".scalp .pane.{pane} canvas").evaluate(script))


def test_it_says_what_is_on_screen(page: Page, site: Site) -> None:
    open_page(page, site, f"{SCALP}&t=40min")
    summary = page.locator(".summary")
    expect(summary).to_have_text("Simulated EEG, 40 min. Alpha at Pz: ▼ weaker than before.")
    page.get_by_role("radio", name="Gamma").check()
    expect(summary).to_have_text("Simulated EEG, 40 min. Gamma at Pz: ▲ stronger than before.")
    page.evaluate("neuroviz.set({t: 0})")
    expect(summary).to_have_text("Simulated EEG, Before. Gamma at Pz: as before.")
    page.get_by_label("Seen from outside").select_option("pcc-left")
    expect(summary).to_contain_text("Posterior cingulate, left alone makes on the scalp, computed from anatomy")
    expect(page.locator(".sc-basis [data-of=field]")).to_be_visible()
    axe(page)


def test_the_table_holds_the_powers_of_the_pack(page: Page, site: Site) -> None:
    open_page(page, site, f"{SCALP}&t=30")
    page.evaluate("neuroviz.set({t: 1.5})")
    plasma = make_film(Library.load()).quantities["plasma"]
    during = plasma(1.5) / plasma.value.max()
    cap = load_cap()
    page.locator("[data-side-of=scalp] details summary").click()
    page.wait_for_timeout(400)
    rows = page.locator("[data-side-of=scalp] [data-slot=numbers] tr").evaluate_all(
        "rs => rs.map(r => [...r.cells].map(c => c.textContent))"
    )
    assert [row[0] for row in rows] == list(cap.electrodes)
    for k in (0, 30, 63):
        for column, (low, high) in ((1, (8, 12)), (3, (30, 45))):
            inside = (cap.hz >= low) & (cap.hz <= high)
            for w, cell in ((0.0, rows[k][column]), (during, rows[k][column + 1])):
                db = cap.spectra[0][k, inside] + w * (cap.spectra[1][k, inside] - cap.spectra[0][k, inside])
                assert float(cell.replace("−", "-")) == pytest.approx(10 * np.log10((10 ** (db / 10)).mean()), abs=0.11)


def test_arrows_go_from_electrode_to_electrode(page: Page, site: Site) -> None:
    open_page(page, site, f"{SCALP}&site=cz")
    page.get_by_role("option", name="Electrode Cz", exact=True).focus()
    for key, expected in (("ArrowLeft", "C1"), ("ArrowUp", "FC1"), ("ArrowRight", "FCz"), ("ArrowDown", "Cz")):
        page.keyboard.press(key)
        expect(page.locator(".spectrum [data-slot=sensor]")).to_have_text(expected)
        assert page.evaluate("document.activeElement.getAttribute('aria-label')") == f"Electrode {expected}"
    axe(page)


def test_a_click_takes_the_nearest_electrode(page: Page, site: Site) -> None:
    open_page(page, site, SCALP)
    box = page.locator(".scalp .pane.now .electrode[data-site=o1] .dot").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2 - 5, box["y"] + box["height"] / 2 + 6)
    assert page.evaluate("neuroviz.state().site") == "o1"


def test_compared_with_before(page: Page, site: Site, watch: Watch) -> None:
    watch.forgive("willReadFrequently")  # the test reads the canvas again and again
    open_page(page, site, f"{SCALP}&t=40min&compare=side")
    before, now = mean_colour(page, "before"), mean_colour(page)
    assert before[0] > now[0] + 20
    axe(page)
    page.evaluate("neuroviz.set({compare: 'difference'})")
    expect(page.locator(".scalp .pane.now figcaption")).to_have_text("40 min minus before")
    fall = mean_colour(page)
    page.evaluate("neuroviz.set({wave: 'gamma'})")
    rise = mean_colour(page)
    assert fall[2] > fall[0]
    assert rise[0] > rise[2]
    page.evaluate("neuroviz.set({compare: 'wipe'})")
    page.locator(".heads").get_by_role("slider", name="Wipe").press("ArrowLeft")
    assert page.evaluate("neuroviz.state().wipe") == 45
    axe(page)


def test_nothing_is_asked_of_the_server_while_exploring(page: Page, app_site: Site) -> None:
    open_whole(page, app_site, SCALP)
    asked: list[str] = []

    def heard(request: Request) -> None:
        asked.append(request.url)

    page.on("request", heard)
    for state in ({"t": 2}, {"wave": "gamma"}, {"from": "angular-left"}, {"site": "oz"}, {"compare": "wipe"}):
        page.evaluate("s => neuroviz.set(s)", state)
    page.wait_for_timeout(400)
    assert asked == []


def test_other_scales_do_not_load_the_cap(page: Page, app_site: Site) -> None:
    loaded: list[str] = []

    def heard(request: Request) -> None:
        loaded.append(request.url)

    page.on("request", heard)
    open_page(page, app_site, "/explore?tier=drawn")
    assert [url for url in loaded if "scalp" in url] == []


OVERLAPS = """() => {
  const seen = e => { const r = e.getBoundingClientRect(), s = getComputedStyle(e);
    return r.width > 1 && s.visibility !== 'hidden' && s.display !== 'none'; };
  const all = [...document.querySelectorAll('.scalp .pane.now text, .scalp .spectrum span, .scalp p, .scalp figcaption b')]
    .filter(e => seen(e) && e.textContent.trim());
  const out = [];
  for (let i = 0; i < all.length; i++) for (let j = 0; j < i; j++) {
    const [p, q] = [all[i], all[j]];
    if (p.contains(q) || q.contains(p)) continue;
    const [a, b] = [p.getBoundingClientRect(), q.getBoundingClientRect()];
    const w = Math.min(a.right, b.right) - Math.max(a.left, b.left), h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (w > 3 && h > 5) out.push(`${p.textContent} on ${q.textContent}: ${w.toFixed(0)}x${h.toFixed(0)}`);
  }
  return out;
}"""


@pytest.mark.parametrize(
    ("width", "height", "scheme"),
    [(1920, 1080, "paper"), (1366, 768, "dark"), (1024, 768, "paper"), (390, 844, "paper"), (1366, 768, "projector")],
)
def test_no_label_lies_on_another(new_page: Callable[..., Page], app_site: Site, width: int, height: int, scheme: str) -> None:
    page = new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page.add_init_script(f"localStorage.setItem('neuroviz.scheme', '{scheme}')")
    open_page(page, app_site, f"{SCALP}&t=40min")
    for compare in ("now", "side", "difference"):
        for place in ("none", "pcc-both"):
            page.evaluate("s => neuroviz.set(s)", {"compare": compare, "from": place})
            page.wait_for_timeout(80)
            assert page.evaluate(OVERLAPS) == [], (compare, place)
    axe(page)
