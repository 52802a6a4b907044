"""How fast NeuroViz answers after its start, and what it keeps in memory.

python -m tests.bench.server [--runs 5]
"""

from __future__ import annotations

import argparse
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0  # s
PAGES = 20
ADDRESSES = (
    "/explore",
    "/about",
    "/explore?atlas=schaefer-200",
    "/explore?atlas=schaefer-400&show=all",
    "/explore?atlas=yeo-17&view=top",
)
START_BAR = 2.0  # s
MEMORY_BAR = 200.0  # MB
#: What a page names for the browser to load at once.
NAMED = re.compile(r"""<(?:script|link)\b[^>]*?\b(?:src|href)="([^"#]+)\"""")


@contextmanager
def started() -> Iterator[tuple[str, subprocess.Popen[bytes], float]]:
    """A server of its own: address, process, and s until the first 200. It is ended afterwards."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "neuroviz", "serve", "--no-browser", "--port", str(port)]
    with tempfile.TemporaryFile() as log:
        began = time.monotonic()
        with subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log) as server:
            try:
                took = _first_answer(f"{base}/explore", server, began)
                if took is None:
                    log.seek(0)
                    raise SystemExit(f"NeuroViz did not start. It printed:\n{log.read().decode()}")
                yield base, server, took
            finally:
                server.terminate()
                server.wait(10)


@contextmanager
def running() -> Iterator[str]:
    """Address of a NeuroViz that runs as long as the block."""
    with started() as (base, _, _):
        yield base


def _first_answer(url: str, server: subprocess.Popen[bytes], began: float) -> float | None:
    """Seconds until the first 200, or None when the server ended or never answered."""
    while time.monotonic() - began < PATIENCE and server.poll() is None:
        try:
            fetch(url)
            return time.monotonic() - began
        except (urllib.error.URLError, OSError):
            time.sleep(0.01)
    return None


def fetch(url: str) -> str:
    """Body of an answer, asked for as browsers do; empty for what is not plain text."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip, deflate, br"})
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        body = answer.read()
        if answer.headers.get("Content-Encoding"):
            return ""
    return str(body.decode("utf-8", "replace"))


def browse(base: str) -> None:
    """Ask for pages, and for what each of them names."""
    for n in range(PAGES):
        page = base + ADDRESSES[n % len(ADDRESSES)]
        fetch(page)  # compressed, as a browser takes it
        with urllib.request.urlopen(page, timeout=PATIENCE) as plain:
            names = NAMED.findall(plain.read().decode("utf-8"))
        for name in names:
            fetch(urljoin(page, name))


def memory(process: subprocess.Popen[bytes]) -> float | None:
    """MB that the process keeps in memory (resident set); None where there is no `ps` to tell."""
    try:
        told = subprocess.run(["ps", "-o", "rss=", "-p", str(process.pid)], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return int(told.stdout) * 1024 / 1e6


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 whatever the figures are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="starts (default: %(default)s)")
    runs = parser.parse_args(arguments).runs
    with running():
        pass  # the first start after a change writes bytecode and fills the disk's cache; not counted
    starts: list[float] = []
    sizes: list[float] = []
    for _ in range(runs):
        with started() as (base, process, took):
            starts.append(took)
            browse(base)
            size = memory(process)
            if size is not None:
                sizes.append(size)
    print("| measure | median | least | most | bar | holds |\n| --- | --: | --: | --: | --- | --- |")
    print(_row("start to first 200, s", starts, START_BAR, 2))
    print(_row(f"memory after {PAGES} pages, MB", sizes, MEMORY_BAR, 0))
    return 0


def _row(title: str, figures: list[float], bar: float, decimals: int) -> str:
    """A row of the table."""
    if not figures:
        return f"| {title} | – | – | – | < {bar:g} | |"
    middle = statistics.median(figures)
    cells = " | ".join(f"{x:.{decimals}f}" for x in (middle, min(figures), max(figures)))
    return f"| {title} | {cells} | < {bar:g} | {'yes' if middle < bar else '**no**'} |"


if __name__ == "__main__":
    sys.exit(main())
