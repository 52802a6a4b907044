"""One cold visit of one page in a fresh Chromium without a GPU: its weight, its paints and its answers."""

from __future__ import annotations

import gzip
import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from functools import lru_cache, partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Error, Playwright, Response
from playwright.sync_api import Page as Tab

ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--hide-scrollbars",
    "--mute-audio",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
WINDOW = (1280, 800)
PATIENCE_TO_SETTLE = 60.0  # s
QUIET_NETWORK = 0.5  # s without a request
QUIET_THREAD = 700  # ms without a long task
FRAMES = 61
PATIENCE_TO_ROTATE = 9.0  # s
KEYS = 20
PATIENCE_FOR_A_KEY = 8000  # ms
LONG = 50  # ms a task may take without counting as blocking


@dataclass(frozen=True)
class Target:
    """A page to measure.

    Parameters
    ----------
    name, url
        What the table calls it, and where it is.
    slider
        CSS of what takes focus and arrow keys; None when there is none.
    canvas
        CSS of what is dragged, the largest match; empty when there is nothing to rotate.
    watch
        CSS of the part of the document that a key changes; None when that is a canvas.
    ready
        CSS of what must be there before the page counts as settled; None for the first picture.
    usable
        JavaScript that is true from when the first picture can be used; None for the first picture.
    """

    name: str
    url: str
    slider: str | None = None
    canvas: str = "canvas"
    watch: str | None = None
    ready: str | None = None
    usable: str | None = None

    @classmethod
    def read(cls, entry: dict[str, Any]) -> Target:
        """From an entry of peers.json; keys that are not known are an error."""
        unknown = set(entry) - {known.name for known in fields(cls)}
        if unknown:
            raise ValueError(f"peers.json: {entry.get('name', '?')} has unknown keys: {', '.join(sorted(unknown))}.")
        return cls(**entry)


@dataclass
class Visit:
    """What one visit found: bytes after gzip 6, times in ms since the navigation began."""

    usable_bytes: int = 0
    all_bytes: int = 0
    usable: float | None = None
    fcp: float | None = None
    drawn: float | None = None
    """First picture that is the page's own: on a canvas, else drawn; a word such as Dash's "Loading..." is none."""
    picture: float | None = None
    blocked: float = 0.0
    tasks: list[tuple[float, float]] = field(default_factory=list)
    rotation: list[float] = field(default_factory=list)
    keys: list[float] = field(default_factory=list)
    keys_lost: int = 0
    files: list[tuple[str, int, float]] = field(default_factory=list)
    """Address, bytes and end of every answer."""
    settled: bool = False
    errors: list[str] = field(default_factory=list)
    others: float | None = None
    """Cores that other programs took just before the visit."""


def visit(playwright: Playwright, chromium: Path, target: Target, hands: bool = True) -> Visit:
    """Open a page with an empty cache, wait until it settles, then rotate and slide if `hands`."""
    found = Visit()
    with fresh_tab(playwright, chromium, target.usable) as (tab, session):
        responses: list[Response] = []
        asked = [time.monotonic()]
        tab.on("response", lambda response: responses.append(response))
        for event in ("request", "requestfinished", "requestfailed"):
            tab.on(event, lambda _: asked.append(time.monotonic()))
        try:
            tab.goto(target.url, wait_until="commit")
        except Error as error:
            raise SystemExit(f"{target.name} does not answer at {target.url}: {error.message}") from error
        found.settled = _settle(tab, target, asked)
        _load(tab, target, found)
        _weigh(tab, responses, found)
        session.send("HeapProfiler.collectGarbage")
        if hands and target.canvas:
            found.rotation = _rotate(tab, target.canvas)
            tab.wait_for_timeout(500)
        if hands and target.slider:
            found.keys, found.keys_lost = _slide(tab, target.slider, target.watch)
        found.errors = tab.evaluate("bench.errors.slice(0, 5)")
    return found


@contextmanager
def fresh_tab(
    playwright: Playwright, chromium: Path, usable: str | None = None, window: tuple[int, int] = WINDOW
) -> Iterator[tuple[Tab, CDPSession]]:
    """A tab in a Chromium with a profile of its own, whose start-up is over, with probe.js in every page."""
    browser = playwright.chromium.launch(executable_path=str(chromium), headless=True, args=ARGUMENTS)
    try:
        context = browser.new_context(viewport={"width": window[0], "height": window[1]})
        told = f"() => Boolean({usable})" if usable else "null"
        probe = Path(__file__).with_name("probe.js").read_text(encoding="utf-8")
        context.add_init_script(f"(() => {{ const usable = {told};\n{probe}\n}})();")
        tab = context.new_page()
        tab.goto("about:blank")
        tab.wait_for_timeout(700)
        yield tab, context.new_cdp_session(tab)
    finally:
        browser.close()


def _settle(tab: Tab, target: Target, asked: list[float]) -> bool:
    """Wait until all is there, the network is quiet and the main thread has rested."""
    there = f"document.querySelector({target.ready!r})" if target.ready else "bench.picture !== null"
    calm = f"""document.readyState === 'complete' && Boolean({there})
        && bench.long.every(([at, ms]) => performance.now() - at - ms > {QUIET_THREAD})"""
    end = time.monotonic() + PATIENCE_TO_SETTLE
    since = None
    while time.monotonic() < end:
        tab.wait_for_timeout(150)
        if not tab.evaluate(calm) or time.monotonic() - asked[-1] < QUIET_NETWORK:
            since = None
            continue
        since = since or time.monotonic()
        if time.monotonic() - since > 0.4:
            return True
    return False


def _load(tab: Tab, target: Target, found: Visit) -> None:
    """Paint times and long tasks."""
    told = tab.evaluate(
        """() => ({ ...bench,
            fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null })"""
    )
    found.fcp, found.picture = told["fcp"], told["picture"]
    found.drawn = found.fcp if target.usable else found.picture or told["largest"]
    if target.usable:  # by hand and by eye
        times = [told["usable"], found.fcp]
        found.usable = None if None in times else max(times)
    else:
        found.usable = found.picture or found.fcp
    found.tasks = [(at, ms) for at, ms in told["long"]]
    found.blocked = sum(ms - LONG for _, ms in found.tasks if ms > LONG)


def _weigh(tab: Tab, responses: list[Response], found: Visit) -> None:
    """Bytes of all bodies after gzip 6, and of those that had arrived when the picture could be used."""
    ends: dict[str, float] = tab.evaluate(
        """() => Object.fromEntries(['navigation', 'resource'].flatMap((type) =>
            performance.getEntriesByType(type).map((e) => [e.name, e.responseEnd])))"""
    )
    for response in responses:
        if response.url.startswith(("data:", "blob:")):
            continue
        try:
            size = gzipped(response.body())
        except Error:  # a redirect, or an empty answer
            continue
        found.files.append((response.url, size, ends.get(response.url, math.inf)))
    found.all_bytes = sum(size for _, size, _ in found.files)
    found.usable_bytes = sum(size for _, size, end in found.files if end <= (found.usable or 0))


@lru_cache(maxsize=512)
def gzipped(body: bytes) -> int:
    """Size after gzip 6."""
    return len(gzip.compress(body, 6))


def _rotate(tab: Tab, css: str) -> list[float]:
    """Drag in a circle over the largest canvas; ms between the frames in which something was drawn."""
    box = tab.evaluate(
        """(css) => [...document.querySelectorAll(css)].map((c) => c.getBoundingClientRect())
            .sort((a, b) => b.width * b.height - a.width * a.height)
            .map((b) => [b.x, b.y, b.width, b.height])[0]""",
        css,
    )
    if not box:
        return []
    x, y, radius = box[0] + box[2] / 2, box[1] + box[3] / 2, 0.18 * min(box[2:])
    tab.mouse.move(x + radius, y)
    tab.mouse.down()
    tab.evaluate("bench.frames.length = 0")
    begin, step = time.monotonic(), 0
    while time.monotonic() - begin < PATIENCE_TO_ROTATE:
        # Moves come 60 times a second; those that are late are left out.
        time.sleep(max(0.0, begin + step / 60 - time.monotonic()))
        step = max(step, int(60 * (time.monotonic() - begin)))
        tab.mouse.move(x + radius * math.cos(0.045 * step), y + 0.8 * radius * math.sin(0.045 * step))
        step += 1
        if step % 10 == 0 and tab.evaluate("bench.frames.length") >= FRAMES:
            break
    times = tab.evaluate("bench.frames.map(([, at]) => at)")
    tab.mouse.up()
    return [later - earlier for earlier, later in pairwise(times)][: FRAMES - 1]


def asked(tab: Tab, act: Callable[[], object], rest: int, patience: int) -> float | None:
    """Wait `rest` ms, do something with a hand, and tell the ms to the paint of its answer; None after `patience` ms."""
    tab.wait_for_timeout(rest)
    tab.evaluate("(ms) => bench.ask(ms)", patience)
    act()
    took: float | None = tab.evaluate("bench.answer")
    return took


def _slide(tab: Tab, css: str, watch: str | None) -> tuple[list[float], int]:
    """Press arrow keys on a slider; ms from each key to the paint of its answer, and how many had none."""
    tab.evaluate("(css) => bench.watch(css)", watch)
    tab.eval_on_selector(css, "slider => slider.focus()")
    answers: list[float] = []
    lost = 0
    for press in range(KEYS + 1):
        key = "ArrowLeft" if press >= KEYS - 1 else "ArrowRight"
        took = asked(tab, partial(tab.keyboard.press, key), 120, PATIENCE_FOR_A_KEY)
        if press == 0:  # the first one only shows what the picture was
            continue
        if took is None:
            lost += 1
        else:
            answers.append(took)
        if lost >= 3 and not answers:
            break
    return answers, lost
