"""What works on this machine, and what to do where it does not."""

from __future__ import annotations

import http.client
import importlib.metadata
import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass

from neuroviz import __version__
from neuroviz.errors import NeuroVizError, ServeError
from neuroviz.resources import IN_FOLDER

#: Browser files that pages load, as they lie under ``asset_root()``.
BROWSER_FILES = (
    *("boot.js", "shell.js", "stage.js", "neuroviz.css", "fonts/inter.woff2", "fonts/source-serif.woff2"),
    *("scalp.js", "circuit.js", "synapse.js", "receptor.js", "deep.js", "time.js", "plotly.js"),
    *(f"beside-{name}.js" for name in ("atlases", "matrix", "ring", "signals", "slices")),
    *("reading.js", "teach.js", "tour.js"),
)
PORT = 8050
PACKAGES = ("dash", "plotly", "numpy", "pydantic", "waitress")


@dataclass(frozen=True)
class Finding:
    """One line of the report.

    Parameters
    ----------
    what
        The thing that was looked at.
    well
        Whether it works.
    note
        What was found.
    remedy
        What to do, where it does not work.
    optional
        Whether everything that a teacher needs works without it.
    """

    what: str
    well: bool
    note: str
    remedy: str = ""
    optional: bool = False

    def __str__(self) -> str:
        mark = "ok  " if self.well else "note" if self.optional else "FAIL"
        remedy = "" if self.well or not self.remedy else f" {self.remedy}"
        return f"{mark}  {self.what}: {self.note}{remedy}"


def examine() -> list[Finding]:
    """Look at everything; what goes wrong becomes a finding, never an exception."""
    return [_looked(what, look) for what, look in _LOOKS]


def _looked(what: str, look: Callable[[], Finding]) -> Finding:
    """The finding of one look, also when it ends in an error."""
    try:
        return look()
    except NeuroVizError as error:
        return Finding(what, False, str(error))
    except (ImportError, OSError) as error:
        return Finding(what, False, f"{error}.", f"Install NeuroViz again: `pip install --force-reinstall .` {IN_FOLDER}.")


def _python() -> Finding:
    well = sys.version_info >= (3, 11)
    return Finding(
        "Python",
        well,
        f"{platform.python_version()} on {platform.system()}.",
        "Install Python 3.11 or newer.",
    )


def _versions() -> Finding:
    versions = [f"{name} {importlib.metadata.version(name)}" for name in PACKAGES]
    return Finding("NeuroViz", True, f"{__version__} with {', '.join(versions)}.")


def _browser_files() -> Finding:
    from neuroviz.resources import asset_root

    missing = [name for name in BROWSER_FILES if not (asset_root() / name).is_file()]
    if missing:
        return Finding(
            "Browser files",
            False,
            f"{', '.join(missing)} missing.",
            "In a checkout run `make run`, else install again.",
        )
    return Finding("Browser files", True, "scripts, styles and fonts are built.")


def _atlases() -> Finding:
    from neuroviz.atlas import list_packs
    from neuroviz.atlas.shipped import pack_problems
    from neuroviz.resources import atlas_root

    names = list_packs()
    if not names:
        remedy = f"Nothing in {atlas_root()}: run `neuroviz atlas build`, or install again."
        return Finding("Atlas packs", False, "none.", remedy)
    problems = pack_problems()
    return Finding("Atlas packs", not problems, " ".join(problems) or f"{len(names)} packs, checksums verified.")


def _content() -> Finding:
    from neuroviz.domain import Library

    Library.load()
    return Finding("Content", True, "every file is in order.")


def _port() -> Finding:
    from neuroviz.web.serve import listen

    try:
        listen("127.0.0.1", PORT).close()
    except ServeError:
        if not _serves_neuroviz():
            raise
        return Finding("Port 8050", True, f"NeuroViz runs there already: open http://127.0.0.1:{PORT}.")
    return Finding("Port 8050", True, "free.")


def _serves_neuroviz() -> bool:
    """Whether what listens at the port is NeuroViz, by a page that it gives."""
    caller = http.client.HTTPConnection("127.0.0.1", PORT, timeout=3)
    try:
        caller.request("GET", "/about")
        return b'id="nv-config"' in caller.getresponse().read(1_000_000)
    except (OSError, http.client.HTTPException):
        return False
    finally:
        caller.close()


def _chromium() -> Finding:
    from neuroviz.chromium import find_chromium

    found = find_chromium()
    remedy = "Only tests need it: `make test` installs it, or name yours in NEUROVIZ_CHROMIUM."
    return Finding("Chromium", found is not None, f"{found}." if found else "none found.", remedy, optional=True)


_LOOKS: tuple[tuple[str, Callable[[], Finding]], ...] = (
    ("Python", _python),
    ("NeuroViz", _versions),
    ("Browser files", _browser_files),
    ("Atlas packs", _atlases),
    ("Content", _content),
    ("Port 8050", _port),
    ("Chromium", _chromium),
)
