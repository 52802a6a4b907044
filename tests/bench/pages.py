"""Measure NeuroViz and its peers in one run of cold visits, and print them side by side with the bars.

    python -m tests.bench.pages --peers peers.json --runs 5 [--json out.json] [--only neuroviz,niivue]

NeuroViz is started for it on a free port. `tests.bench.peers` serves the peers and writes peers.json.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from neuroviz.chromium import find_chromium
from tests.bench.server import running
from tests.bench.visit import Target, Visit, visit

NEUROVIZ = "neuroviz"
QUIET = 0.1  # cores
PATIENCE_FOR_QUIET = 60.0  # s


@dataclass(frozen=True)
class Bar:
    """What a figure must not exceed: a number, or a share of a peer's figure."""

    most: float
    peer: str = ""

    def limit(self, row: dict[str, float | None]) -> float | None:
        """The bar in the unit of the row; None when the peer was not measured."""
        if not self.peer:
            return self.most
        theirs = row.get(self.peer)
        return None if theirs is None else self.most * theirs

    def __str__(self) -> str:
        return f"≤ {self.most:g}" + (f" × {self.peer}" if self.peer else "")


@dataclass(frozen=True)
class Measure:
    """A row of the table: what it says of the visits to one page, and its bars."""

    title: str
    of: Callable[[Sequence[Visit]], float | None]
    bars: tuple[Bar, ...]


def middle(figure: Callable[[Visit], float | None]) -> Callable[[Sequence[Visit]], float | None]:
    """Median over the visits."""

    def of(visits: Sequence[Visit]) -> float | None:
        figures = [x for x in map(figure, visits) if x is not None]
        return statistics.median(figures) if figures else None

    return of


def share_of(samples: Sequence[float], share: float) -> float | None:
    """Smallest sample that `share` of all do not exceed; None when there are none."""
    pool = sorted(samples)
    return pool[max(0, math.ceil(share * len(pool)) - 1)] if pool else None


def pooled(samples: Callable[[Visit], list[float]], share: float) -> Callable[[Sequence[Visit]], float | None]:
    """Smallest sample that `share` of all samples, those of all visits together, do not exceed."""

    def of(visits: Sequence[Visit]) -> float | None:
        return share_of([x for one in visits for x in samples(one)], share)

    return of


MEASURES = (
    Measure("kB gzip until usable", middle(lambda v: v.usable_bytes / 1000), (Bar(400),)),
    Measure("kB gzip in all", middle(lambda v: v.all_bytes / 1000), (Bar(800),)),
    Measure("first paint, ms", middle(lambda v: v.fcp), ()),
    Measure("first picture, drawn, ms", middle(lambda v: v.drawn), (Bar(1.3, "empty"),)),
    Measure("usable, ms", middle(lambda v: v.usable), ()),
    Measure("first 3-D picture, ms", middle(lambda v: v.picture), (Bar(0.6, "niivue"), Bar(0.25, "nilearn"))),
    Measure("main thread blocked, ms", middle(lambda v: v.blocked), (Bar(250),)),
    Measure("rotation, ms, median", pooled(lambda v: v.rotation, 0.5), (Bar(0.5, "niivue"), Bar(2, "webgl"))),
    Measure("rotation, ms, p95", pooled(lambda v: v.rotation, 0.95), ()),
    Measure("slider to paint, ms, median", pooled(lambda v: v.keys, 0.5), (Bar(45), Bar(0.8, "niivue"))),
    Measure("slider to paint, ms, p95", pooled(lambda v: v.keys, 0.95), (Bar(80),)),
)


def table(visits: dict[str, list[Visit]]) -> str:
    """Markdown: a row a measure, a column a page (with NeuroViz's figure as a share of it), and the bars."""
    head = ["measure", *visits, "bar", "holds"]
    rows = [head, ["---", *("--:" for _ in visits), "---", "---"]]
    for measure in MEASURES:
        row = {name: measure.of(of_page) for name, of_page in visits.items()}
        ours = row.get(NEUROVIZ)
        limits = [bar.limit(row) for bar in measure.bars]
        known = [limit for limit in limits if limit is not None]
        holds = "" if ours is None or not known else "yes" if all(ours <= limit for limit in known) else "**no**"
        if None in limits and holds == "yes":
            holds = "yes, as far as measured"
        cells = [_cell(name, figure, ours) for name, figure in row.items()]
        rows.append([measure.title, *cells, ", ".join(map(str, measure.bars)), holds])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(name: str, figure: float | None, ours: float | None) -> str:
    """A figure, for peers with NeuroViz's as a share of it."""
    if figure is None:
        return "–"
    share = f" ({ours / figure:.2f})" if name != NEUROVIZ and ours is not None and figure >= 1 else ""
    return f"{figure:,.0f}{share}"


def notes(visits: dict[str, list[Visit]]) -> list[str]:
    """What a reader must know before believing the table."""
    said = []
    for name, of_page in visits.items():
        lost = sum(v.keys_lost for v in of_page)
        unsettled = sum(not v.settled for v in of_page)
        errors = sorted({error for v in of_page for error in v.errors})
        if lost:
            said.append(f"{name}: {lost} keys had no answer on screen and are not counted.")
        if unsettled:
            said.append(f"{name}: {unsettled} of {len(of_page)} visits never settled.")
        if errors:
            said.append(f"{name}: errors on the page: {'; '.join(errors)[:200]}")
    noisy = max((v.others or 0 for of_page in visits.values() for v in of_page), default=0)
    if noisy > QUIET:
        said.append(f"Other programs took up to {noisy:.1f} cores: these figures are noisy.")
    return said


def quiet(patience: float) -> float | None:
    """Wait until the machine is quiet; cores in use when waiting ended, None where that is not told."""
    counters = Path("/proc/stat")
    if not counters.exists():
        return None
    end = time.monotonic() + patience
    while True:
        before, began = _busy(counters), time.monotonic()
        time.sleep(0.6)
        cores = (_busy(counters) - before) / os.sysconf("SC_CLK_TCK") / (time.monotonic() - began)
        if cores < QUIET or time.monotonic() > end:
            return round(cores, 2)


def _busy(counters: Path) -> int:
    """Ticks that all cores worked since the start of the machine (user, nice, system, interrupts)."""
    user, nice, system, _idle, _wait, irq, soft = map(int, counters.read_text().split(None, 8)[1:8])
    return user + nice + system + irq + soft


def measure(targets: list[Target], runs: int, patience: float) -> dict[str, list[Visit]]:
    """Visit each page `runs` times, one after the other and each round from another one on."""
    chromium = find_chromium()
    if not chromium:
        raise SystemExit("No Chromium is found: name yours in the environment variable NEUROVIZ_CHROMIUM.")
    visits: dict[str, list[Visit]] = {target.name: [] for target in targets}
    with sync_playwright() as playwright:
        for target in targets:  # servers compress and cache on the first visit, which is not counted
            visit(playwright, chromium, target, hands=False)
        for run in range(runs):
            first = run % len(targets)
            for target in targets[first:] + targets[:first]:
                others = quiet(patience)
                found = visit(playwright, chromium, target)
                found.others = others
                visits[target.name].append(found)
                print(
                    f"run {run + 1}: {target.name}, {found.blocked:.0f} ms blocked",
                    file=sys.stderr,
                    flush=True,
                )
    return visits


def ourselves(base: str) -> Target:
    """NeuroViz's Explore page: can be used once its parcels are listed, is complete when it says so."""
    return Target(
        name=NEUROVIZ,
        url=f"{base}/explore",
        slider="#r",
        canvas="[data-layer=network] > canvas",
        ready="html[data-ready]",
        usable="window.neuroviz?.state && document.querySelector('.parcels [role=option]')",
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 whatever the figures are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, help="peers.json; NeuroViz alone when left out")
    parser.add_argument("--runs", type=int, default=5, help="visits to each page (default: %(default)s)")
    parser.add_argument("--only", default="", help="names of pages, with commas")
    parser.add_argument("--url", help="address of a NeuroViz that runs already")
    parser.add_argument("--json", type=Path, help="write every visit there")
    parser.add_argument(
        "--quiet",
        type=float,
        default=PATIENCE_FOR_QUIET,
        help="s to wait for a quiet machine (default: %(default)s)",
    )
    chosen = parser.parse_args(arguments)
    entries = json.loads(chosen.peers.read_text(encoding="utf-8")) if chosen.peers else []
    with nullcontext(chosen.url) if chosen.url else running() as base:
        targets = [ourselves(base), *map(Target.read, entries)]
        wanted = [name for name in chosen.only.split(",") if name]
        visits = measure([t for t in targets if not wanted or t.name in wanted], chosen.runs, chosen.quiet)
    print(table(visits))
    print("\n".join(f"- {note}" for note in notes(visits)))
    if chosen.json:
        said = {name: [asdict(v) for v in of_page] for name, of_page in visits.items()}
        chosen.json.write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
