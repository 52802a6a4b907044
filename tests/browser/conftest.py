"""A real server, a frozen copy, and a Chromium that reports what goes wrong."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from neuroviz.chromium import find_chromium
from tests.browser.helpers import Site, Watch

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    # Without a graphics card pages are drawn faster by the processor itself; WebGL stays as it is.
    "--disable-gpu-rasterization",
    "--disable-gpu-compositing",
]
SECONDS_TO_START = 30


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests in this folder are browser tests."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Path:
    """Path of the Chromium of this machine."""
    found = find_chromium() or Path(playwright.chromium.executable_path)
    if not found.is_file():
        pytest.fail("No Chromium is found: run `make test` once, or name yours in NEUROVIZ_CHROMIUM.", pytrace=False)
    return found


@pytest.fixture(scope="session")
def browser_type_launch_args(chromium: Path) -> dict[str, Any]:
    """How pytest-playwright starts Chromium: without a GPU, and silent towards the network."""
    return {"executable_path": str(chromium), "args": CHROMIUM_ARGUMENTS}


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the app on a server of its own, which is ended after the last test."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    log = tmp_path_factory.mktemp("server") / "output.txt"
    command = [sys.executable, "-m", "neuroviz", "serve", "--port", str(port), "--no-browser"]
    with (
        log.open("w") as output,
        subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT) as server,
    ):
        try:
            _await_answer(f"http://127.0.0.1:{port}/", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(10)


def _await_answer(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Wait for the first 200; fail with what the server printed."""
    end = time.monotonic() + SECONDS_TO_START
    why = "it did not answer in time"
    while time.monotonic() < end:
        if server.poll() is not None:
            why = f"it ended with status {server.returncode}"
            break
        try:
            with urllib.request.urlopen(url, timeout=SECONDS_TO_START):
                return
        except urllib.error.HTTPError as error:
            why = f"it answered {error.code}"
            break
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.05)
    pytest.fail(f"The server did not start: {why}. It printed:\n{log.read_text()}", pytrace=False)


@pytest.fixture(scope="session")
def frozen_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address (``file:``) of a frozen copy, written once by the command that teachers use."""
    folder = tmp_path_factory.mktemp("frozen") / "NeuroViz for the course"
    command = [sys.executable, "-m", "neuroviz", "export", "site", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode:
        pytest.fail(f"No frozen copy was written. The export printed:\n{done.stdout}{done.stderr}", pytrace=False)
    return folder.as_uri()


@pytest.fixture(params=["app", "frozen"])
def site(request: pytest.FixtureRequest) -> Site:
    """Both forms of the product, so that one test body runs on each."""
    return Site(request.getfixturevalue(f"{request.param}_url"), request.param == "frozen")


@pytest.fixture
def app_site(app_url: str) -> Site:
    """The app alone, for what only a server can do."""
    return Site(app_url, frozen=False)


@pytest.fixture
def frozen_site(frozen_url: str) -> Site:
    """The frozen copy alone."""
    return Site(frozen_url, frozen=True)


@pytest.fixture
def watch(request: pytest.FixtureRequest) -> Iterator[Watch]:
    """Listener of every page of the test; what it hears fails the test at its end."""
    name = next((name for name in ("site", "app_site", "frozen_site") if name in request.fixturenames), None)
    heard = Watch(request.getfixturevalue(name).base if name else "")
    yield heard
    assert not heard.unexpected(), "\n".join(heard.unexpected())


@pytest.fixture
def page(context: BrowserContext, watch: Watch) -> Iterator[Page]:
    """A page on which console errors, failed requests and requests to other hosts fail the test."""
    fresh = context.new_page()
    watch.follow(fresh)
    yield fresh
    fresh.close()


@pytest.fixture
def new_page(browser: Browser, watch: Watch) -> Iterator[Callable[..., Page]]:
    """Make a page with options of `Browser.new_context`, for example ``viewport`` or ``reduced_motion``."""
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> Page:
        contexts.append(browser.new_context(**options))
        fresh = contexts[-1].new_page()
        watch.follow(fresh)
        if options.get("java_script_enabled") is False:
            # What preloads ask for is refused where no script may run.
            watch.forgive(r"^request failed \(csp\): \S+\.js(\?|$)")
        return fresh

    yield make
    for context in contexts:
        context.close()
