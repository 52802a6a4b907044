"""Take the pictures of the README anew: ``python -m tools.pictures`` while NeuroViz runs, ``--only circuit,synapse`` for some.

Each is a page as a person sees it who has looked around before, without the offer of a tour.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Browser, sync_playwright

from neuroviz.chromium import find_chromium

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs"
LAPTOP: Final = (1366, 768)
ARGUMENTS: Final = ("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
SETTLED: Final = 2500
"""ms until what glides has come to rest."""


@dataclass(frozen=True)
class Shot:
    """One picture: address, size in pixels, and how the person wants to see it."""

    address: str
    size: tuple[int, int] = LAPTOP
    scheme: Literal["paper", "dark", "projector"] = "paper"


SHOTS: Final = {
    "compare": Shot("/explore?t=40min&compare=side&people=healthy", (1600, 900), "dark"),
    "explore-phone": Shot("/explore?parcel=50", (390, 844)),
    "explore-selected": Shot("/explore?view=medial-left&parcel=50"),
    "explore-seven-matte": Shot("/explore?show=all&cortex=matte&r=0.7"),
    "explore-projector": Shot("/explore?t=24h&compare=difference", LAPTOP, "projector"),
    "explore-drawn": Shot("/explore?tier=drawn&beside=both"),
    "circuit": Shot("/explore?scale=circuit&t=40min"),
    "synapse": Shot("/explore?scale=synapse&t=40min"),
    "synapse-beside": Shot("/explore?scale=synapse&t=24h&compare=side"),
    "synapse-people": Shot("/explore?scale=synapse&t=24h&species=human"),
    "receptor": Shot("/explore?scale=receptor&v=-20&mg=1&glu=1&ket=0.78"),
    "time-course": Shot("/explore?t=24h&clock=open"),
    "lesson": Shot("/lesson?lesson=ketamine&at=promise"),
    "evidence": Shot("/evidence"),
}


def take(browser: Browser, name: str, base: str) -> None:
    """Write one picture to ``docs``."""
    shot = SHOTS[name]
    context = browser.new_context(viewport={"width": shot.size[0], "height": shot.size[1]})
    for key, value in (("scheme", shot.scheme), ("tour", "done")):
        context.add_init_script(f"localStorage.setItem('neuroviz.{key}', '{value}')")
    page = context.new_page()
    page.goto(base + shot.address)
    page.wait_for_selector("html[data-ready]", state="attached")
    page.wait_for_timeout(SETTLED)
    page.screenshot(path=FOLDER / f"{name}.jpg", type="jpeg", quality=88)
    context.close()


def main() -> None:
    """Take all pictures, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8050", help="where NeuroViz runs")
    parser.add_argument("--only", default=",".join(SHOTS), help="names, with commas between them")
    wish = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox", *ARGUMENTS])
        for name in wish.only.split(","):
            take(browser, name, wish.url.rstrip("/"))
        browser.close()


if __name__ == "__main__":
    main()
