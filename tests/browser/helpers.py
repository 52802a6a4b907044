"""What the browser tests share: the two sites, opening a page, and listening to what goes wrong on it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request, Response

#: The accessibility rules that hold everywhere.
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]

#: What Chromium itself says about drawing without a GPU; nothing that a page could do about.
_ABOUT_THE_MACHINE = re.compile(r"GL Driver Message|GPU stall due to ReadPixels|software WebGL|GroupMarkerNotSet")


@dataclass(frozen=True)
class Site:
    """The app on a server, or its frozen copy in a folder.

    Parameters
    ----------
    base
        Address without a slash at its end.
    frozen
        Whether pages are files.
    """

    base: str
    frozen: bool

    def address(self, path: str) -> str:
        """Full address of a page of the app, for example ``/explore?atlas=yeo-7``."""
        parts = urlsplit(path)
        if not self.frozen:
            return self.base + path
        name = parts.path.strip("/") or "index"
        query = f"?{parts.query}" if parts.query else ""
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        return f"{self.base}/{name}.html{query}{fragment}"

    def __str__(self) -> str:
        return "frozen" if self.frozen else "app"


@dataclass
class Watch:
    """Everything on a page that should not have happened."""

    base: str = ""
    seen: list[str] = field(default_factory=list)
    forgiven: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Listen to a page from now on."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.seen.append(f"page error: {error}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("response", self._response)

    def forgive(self, pattern: str) -> None:
        """Expect what matches this regular expression: the test provokes it."""
        self.forgiven.append(pattern)

    def unexpected(self) -> list[str]:
        """What nobody forgave."""
        return [line for line in self.seen if not any(re.search(pattern, line) for pattern in self.forgiven)]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not _ABOUT_THE_MACHINE.search(message.text):
            self.seen.append(f"console {message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and f"//{parts.netloc}" != f"//{urlsplit(self.base).netloc}":
            self.seen.append(f"request to another host: {request.url}")

    def _failed(self, request: Request) -> None:
        # A page that is left aborts what it still loads; that is no failure.
        if request.failure != "net::ERR_ABORTED":
            self.seen.append(f"request failed ({request.failure}): {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.seen.append(f"answer {response.status}: {response.url}")


def open_page(page: Page, site: Site, path: str, timeout: float = 20_000) -> None:
    """Go to a page of the app or its frozen copy, and wait until all of it is on screen (milliseconds)."""
    page.goto(site.address(path))
    wait_ready(page, timeout)


def open_whole(page: Page, site: Site, path: str) -> None:
    """Go to a page, and wait until it has asked for all that it needs: Dash comes up last, after the page is ready."""
    if site.frozen:
        open_page(page, site, path)
    else:
        with page.expect_response(lambda answer: "_dash-dependencies" in answer.url):
            open_page(page, site, path)
    page.wait_for_load_state("networkidle")


def wait_ready(page: Page, timeout: float = 20_000) -> None:
    """Wait until ``<html data-ready>`` holds the path of the page that is open."""
    path = page.evaluate("location.pathname")
    page.wait_for_selector(f"html[data-ready={json.dumps(path)}]", state="attached", timeout=timeout)


def axe(page: Page, within: str | None = None) -> None:
    """Fail, with the places, when axe-core finds a violation of WCAG 2.0 to 2.2, A or AA; `within` parts of the page (CSS)."""
    # Colours half-way through a fade are nobody's choice: what ends by itself is awaited.
    page.evaluate(
        "() => Promise.all(document.getAnimations().filter(a => a.effect.getComputedTiming().endTime < 3000)"
        ".map(a => a.finished.catch(() => null)))"
    )
    # Without preloading: axe would read style sheets anew, which a page from a folder may not.
    options = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, context=within, options=options).response["violations"]
    lines = [f"{rule['id']}: {rule['help']}: {node['target']} {node['html'][:160]}" for rule in found for node in rule["nodes"]]
    assert not lines, "\n".join(lines)


def without_webgl(page: Page) -> None:
    """Take WebGL away from every page that is opened from now on, as a machine without it does."""
    page.add_init_script(
        """for (const Canvas of [HTMLCanvasElement, window.OffscreenCanvas]) {
          const real = Canvas.prototype.getContext;
          Canvas.prototype.getContext = function (kind, ...rest) {
            return /webgl/.test(kind) ? null : real.call(this, kind, ...rest);
          };
        }"""
    )
