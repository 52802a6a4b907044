"""How fast NeuroViz answers a hand once a view is up: ms from a key, a press or a move of the pointer to the paint of its answer.

    python -m tests.bench.answers [--only clock,matrix] [--times 24] [--json out.json]

Also how many pictures a second the scenes draw while the clock plays, and what all that can be opened at the
network scale weighs. Where the answer is on a canvas, all its pixels are read back for it (see README.md): an
upper bound.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Error, Playwright, Response, sync_playwright
from playwright.sync_api import Page as Tab

from neuroviz.chromium import find_chromium
from tests.bench.pages import share_of
from tests.bench.server import started
from tests.bench.visit import asked, fresh_tab, gzipped

PATIENCE = 4000  # ms for an answer
REST = 250  # ms between two questions
PLAYED = 5000  # ms
WINDOW = (1280, 720)
WIDE = (1366, 768)  # for frames

Act = Callable[[Tab, int], None]


@dataclass(frozen=True)
class Case:
    """Something that a hand does, and what must follow how fast.

    Parameters
    ----------
    name, path
        What the table calls it, and the address of the view.
    act
        Does it for the nth time.
    median, p95
        Bars, ms; None for no bar.
    watch
        CSS of the part of the document that answers; None where the answer is on a canvas.
    pointed
        Brings focus or pointer to where it must be, for the nth time, before; not measured.
    slowed
        How many times slower the processor is made.
    rest
        ms between two times; a step of a lesson may take a dive to another scale, which must be over.
    """

    name: str
    path: str
    act: Act
    median: float | None = None
    p95: float | None = None
    watch: str | None = None
    pointed: Act | None = None
    slowed: int = 1
    rest: int = REST


# ---- what hands do


def focused(css: str) -> Act:
    """Focus an element before the first time."""

    def point(tab: Tab, n: int) -> None:
        if n == 0:
            tab.eval_on_selector(css, "el => el.focus()")

    return point


def keys(there: str, back: str, row: int) -> Act:
    """A key `row` times, then the other one as often."""
    return lambda tab, n: tab.keyboard.press(there if n // row % 2 == 0 else back)


def clock(where: str, query: str, median: float | None = None, p95: float | None = None, watch: str | None = None) -> Case:
    """From stop to stop on the clock strip."""
    act = keys("ArrowRight", "ArrowLeft", 7)
    return Case(f"clock: a stop, {where}", f"/explore?t=0min{query}", act, median, p95, watch, focused(".film"))


def control(name: str, query: str, css: str, layer: str, act: Act) -> Case:
    """Keys on a control, answered in a layer of the stage."""
    return Case(name, f"/explore?{query}", act, p95=100, watch=f"[data-layer={layer}]", pointed=focused(css))


def over_parcel(tab: Tab, n: int) -> None:
    """The pointer over one of the parcels that are drawn."""
    at = tab.eval_on_selector_all(
        ".parcels [data-index]",
        "(all, n) => { const r = all[(7 * n) % all.length].getBoundingClientRect();"
        " return [r.x + r.width / 2, r.y + r.height / 2]; }",
        n,
    )
    tab.mouse.move(*at)


def press(tab: Tab, n: int) -> None:
    """Press where the pointer is."""
    tab.mouse.down()
    tab.mouse.up()


def over_cell(tab: Tab, n: int) -> None:
    """The pointer over another cell of the matrix."""
    box = tab.locator(".square").bounding_box()
    assert box is not None
    x, y = (0.15 + 0.7 * ((k * n) % 23) / 22 for k in (5, 9))
    tab.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"])


def on_button(tab: Tab, n: int) -> None:
    """The focus on the button that goes on, twice (question, answer), then on the one that goes back to where one was."""
    tab.locator(f"[data-step-do={'next' if n % 3 < 2 else 'back'}]").first.focus()


CASES = (
    Case("seed: press a region", "/explore?map=seed&parcel=97", press, median=60, pointed=over_parcel),
    Case("matrix: point at a cell", "/explore?beside=matrix", over_cell, median=45),
    clock("one brain", "", 45, 80),
    clock("two brains, matrix and ring", "&compare=side&beside=both", 80, 130),
    clock("circuit", "&scale=circuit", 45, watch="[data-layer=circuit]"),
    clock("synapse", "&scale=synapse", 45, watch="[data-layer=synapse]"),
    clock("receptor", "&scale=receptor", 45, watch="[data-layer=receptor]"),
    clock("scalp", "&scale=scalp", p95=100, watch="[data-layer=scalp]"),
    control("opened clock: weight", "clock=open", "#weight", "time", keys("ArrowRight", "ArrowLeft", 9)),
    control("opened clock: regimen", "clock=open", "[data-key=regimen]", "time", keys("ArrowDown", "ArrowUp", 4)),
    control("receptor: concentration", "scale=receptor", "#set-ket", "receptor", keys("ArrowRight", "ArrowLeft", 9)),
    Case(
        "presenter: a step, processor slowed 4 times",
        "/present?lesson=ketamine&at=drip&seen=1",
        keys("PageDown", "PageUp", 3),
        p95=200,
        watch="main",
        slowed=4,
        rest=4000,
    ),
    Case(
        "lesson: a step, processor slowed 4 times",
        "/lesson?lesson=ketamine&at=drip&seen=1",
        lambda tab, n: tab.keyboard.press("Enter"),
        p95=200,
        watch="main",
        pointed=on_button,
        slowed=4,
        rest=4000,
    ),
)


# ---- measuring


def opened(tab: Tab, address: str) -> None:
    """Open a page and wait until all is on screen and at rest."""
    tab.goto(address)
    tab.wait_for_selector("html[data-ready]", state="attached", timeout=60_000)
    tab.wait_for_timeout(2500)


def answers(playwright: Playwright, chromium: Path, base: str, case: Case, times: int) -> tuple[list[float], int]:
    """ms of every answer, and how many questions had none."""
    found: list[float] = []
    lost = 0
    with fresh_tab(playwright, chromium, window=WINDOW) as (tab, session):
        opened(tab, base + case.path)
        if case.slowed > 1:
            session.send("Emulation.setCPUThrottlingRate", {"rate": case.slowed})
        tab.evaluate("(css) => bench.watch(css)", case.watch)
        for n in range(times + 1):
            if case.pointed:
                case.pointed(tab, n)
            took = asked(tab, partial(case.act, tab, n), case.rest, PATIENCE)
            if n == 0:  # the first one only shows what the picture was
                continue
            if took is None:
                lost += 1
            else:
                found.append(took)
    return found, lost


def frames(playwright: Playwright, chromium: Path, base: str, scale: str, playing: bool) -> list[float]:
    """ms between two frames of a scene at 1366 × 768: all that moves at 40 min, or while the clock plays as well."""
    with fresh_tab(playwright, chromium, window=WIDE) as (tab, _):
        opened(tab, f"{base}/explore?scale={scale}&t={'0min' if playing else '40min'}")
        tab.evaluate(
            "(playing) => { const at = window.frames_ = []; const next = (t) => { at.push(t); requestAnimationFrame(next); };"
            " if (playing) document.querySelector('.clock .play').click(); requestAnimationFrame(next); }",
            playing,
        )
        tab.wait_for_timeout(PLAYED)
        times: list[float] = tab.evaluate("window.frames_")
    return [b - a for a, b in pairwise(times)]


def weights(playwright: Playwright, chromium: Path, base: str) -> list[tuple[str, int, int]]:
    """What has been loaded after each thing that is opened: name, requests, bytes after gzip 6, both in all."""
    steps = [
        ("at once", "() => undefined"),
        *(
            (f"{beside} beside", f"() => neuroviz.set({{ beside: '{beside}' }})")
            for beside in ("matrix", "ring", "slices", "signals", "atlases")
        ),
        ("mean of all parcels removed", "() => neuroviz.set({ beside: 'none', map: 'seed', parcel: 97, mean: true })"),
        (
            "landmarks, inflated, side by side",
            "() => { neuroviz.set({ map: 'none', deep: true, compare: 'side', t: 5 }); neuroviz.set({ inflate: 60 }); }",
        ),
        ("opened clock", "() => neuroviz.set({ clock: 'open' })"),
    ]
    told = []
    with fresh_tab(playwright, chromium) as (tab, _):
        responses: list[Response] = []
        tab.on("response", lambda response: responses.append(response))
        opened(tab, f"{base}/explore")
        for name, does in steps:
            tab.evaluate(does)
            tab.wait_for_timeout(2500)
            told.append((name, len(responses), sum(_size(r) for r in responses)))
    return told


def _size(response: Response) -> int:
    try:
        return gzipped(response.body())
    except Error:  # an empty answer
        return 0


# ---- told


def p95(samples: Sequence[float]) -> float:
    """Smallest sample that 95 of 100 do not exceed."""
    return share_of(samples, 0.95) or 0.0


def row(case: Case, found: list[float], lost: int) -> str:
    """A line of the table."""
    if not found:
        return f"| {case.name} | – | – | {_bars(case)} | no answer was seen |"
    median, late = statistics.median(found), p95(found)
    holds = (case.median is None or median <= case.median) and (case.p95 is None or late <= case.p95)
    note = ("yes" if holds else "**no**") + (f", {lost} without an answer" if lost else "")
    return f"| {case.name} | {median:.0f} | {late:.0f} | {_bars(case)} | {note} |"


def _bars(case: Case) -> str:
    return ", ".join(f"{name} ≤ {bar:g}" for name, bar in (("median", case.median), ("p95", case.p95)) if bar is not None)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 whatever the figures are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="words of the rows to measure, with commas")
    parser.add_argument("--times", type=int, default=24, help="answers to each (default: %(default)s)")
    parser.add_argument("--json", type=Path, help="where every figure is written")
    given = parser.parse_args(arguments)
    chromium = find_chromium()
    if not chromium:
        raise SystemExit("No Chromium is found: name yours in the environment variable NEUROVIZ_CHROMIUM.")
    wanted = [word for word in given.only.split(",") if word]
    chosen = lambda name: not wanted or any(word in name for word in wanted)  # noqa: E731
    kept: dict[str, object] = {}
    with started() as (base, _, _), sync_playwright() as playwright:
        print("| from a hand to the paint, ms | median | p95 | bar | holds |\n| --- | --: | --: | --- | --- |", flush=True)
        for case in CASES:
            if chosen(case.name):
                found, lost = answers(playwright, chromium, base, case, given.times)
                kept[case.name] = found
                print(row(case, found, lost), flush=True)
        print("\n| frames, 1366 × 768 | ms between two, median | p95 | a second | ≥ 30 |\n| --- | --: | --: | --: | --- |")
        for scale in ("circuit", "synapse", "receptor"):
            for name, playing in ((f"frames: {scale} at 40 min", False), (f"frames: {scale}, the clock plays", True)):
                if not chosen(name):
                    continue
                between = kept[name] = frames(playwright, chromium, base, scale, playing)
                second = 1000 * len(between) / sum(between)
                cells = [name, f"{statistics.median(between):.0f}", f"{p95(between):.0f}", f"{second:.0f}"]
                print(f"| {' | '.join(cells)} | {'yes' if second >= 30 else '**no**'} |", flush=True)
        if chosen("weight"):
            print("\n| network scale, after opening | requests | kB gzip | ≤ 1,800 |\n| --- | --: | --: | --- |")
            told = weights(playwright, chromium, base)
            kept["weight"] = told
            for name, requests, size in told:
                print(f"| {name} | {requests} | {size / 1000:,.0f} | {'yes' if size <= 1_800_000 else '**no**'} |", flush=True)
    if given.json:
        given.json.write_text(json.dumps(kept, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
