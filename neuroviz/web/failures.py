"""What a visitor reads when an answer cannot be given: a page with a sentence, never a trace and never a path of the machine."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Final

import flask
from dash.exceptions import DependencyException

from neuroviz.domain import Library
from neuroviz.errors import NeuroVizError
from neuroviz.resources import asset_root, atlas_root, content_root, user_atlas_root
from neuroviz.ui import frame
from neuroviz.ui.frame import Site

ROOTS: Final[tuple[Callable[[], object], ...]] = (user_atlas_root, atlas_root, asset_root, content_root)


def message(library: Library, site: Site, title: str, text: str, status: int) -> flask.Response:
    """A page with one message; `title` is a key of the words of the frame."""
    page = frame.message(str(library.words["frame"][title]), text, library)
    return flask.Response(frame.document(page, library, site), status=status)


def add_handlers(server: flask.Flask, library: Library, site: Site, files: str) -> None:
    """Answer every error with a sentence.

    Parameters
    ----------
    files
        Start of the addresses of files, which nobody reads as a page.
    """

    def failed(text: str, status: int = 500) -> flask.Response:
        if flask.request.path.startswith(files):
            return flask.Response(f"{text}\n", status=status, mimetype="text/plain")
        return message(library, site, "broken_title", text, status)

    def known(error: NeuroVizError) -> flask.Response:
        logging.getLogger("neuroviz").error("%s: %s", flask.request.path, error)
        return failed(str(library.words["frame"]["broken"]).format(why=_without_paths(str(error))))

    def no_file(error: DependencyException) -> flask.Response:
        return flask.Response("No such file.\n", status=404, mimetype="text/plain")

    def unknown(_: Exception) -> flask.Response:
        # Flask has written the trace to the log by now.
        return failed(str(library.words["frame"]["broken_unknown"]))

    server.register_error_handler(NeuroVizError, known)
    server.register_error_handler(DependencyException, no_file)
    server.register_error_handler(500, unknown)


def _without_paths(text: str) -> str:
    for root in ROOTS:
        text = text.replace(f"{root()} ", "").replace(f"{root()}/", "").replace(str(root()), "")
    return text
