"""The Dash app: Dash serves and hydrates, the pages are painted by the server in full.

Every page is a document of its own, with its first picture in it, so that something can be seen before any script has run,
and so that a frozen copy is the same document. Dash binds to the painted islands (see `neuroviz.ui.island`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

import flask
from dash import Dash

from neuroviz.domain import Library
from neuroviz.ui import files, frame
from neuroviz.ui.bundles import boot, require_bundles
from neuroviz.ui.frame import Site
from neuroviz.ui.island import Island
from neuroviz.ui.navigation import HOME
from neuroviz.ui.pages import PAGES, build
from neuroviz.ui.state import ViewState, read
from neuroviz.web.compress import Compressor
from neuroviz.web.failures import add_handlers, message
from neuroviz.web.headers import add_security_headers

FILES: Final = "/nv/"
INDEX: Final = "/<path:path>"
"""The rule of Dash for all paths that nothing else answers."""

LONGEST_ADDRESS: Final = 4000
"""Characters of a path and query; a view needs fewer than 300."""

SCRIPT_TAG: Final = re.compile(r"<script.*?</script>", re.DOTALL)
UNUSED: Final = ("/dash/dcc/", "/dash/html/", "/dash/dash_table/")
"""Every page is made of islands; a page with a chart will need ``dcc`` again."""

YEAR: Final = 31_536_000


class NeuroVizDash(Dash):
    """Dash whose index is the page that was asked for, painted in full."""

    def __init__(self, library: Library, **kwargs: Any) -> None:
        self.library = library
        self.site = Site(page=lambda name: "/" if name == HOME else f"/{name}", files=FILES, suffix=f"?v={files.version()}")
        super().__init__(**kwargs)

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override]
        """The document of this request, with what Dash needs in it."""
        scripts = _later(_needed(parts["scripts"]) + parts["renderer"])
        foot = f"<div hidden>{parts['app_entry']}</div>{parts['config']}{scripts}"
        page = self.paint(flask.request.path.strip("/") or HOME, tuple(flask.request.args.items()))
        # Dash signs each answer anew: what it adds must not be part of what is remembered.
        return page.replace("</body>", f"{foot}</body>", 1)

    def paint(self, name: str, query: tuple[tuple[str, str], ...]) -> str:
        """HTML of a page; an unknown name gives the page that says so."""
        state = read(dict(query))
        if name not in PAGES:
            words = self.library.words["frame"]
            text = str(words["not_found"]).format(path=f"/{name[:80]}")
            page = frame.message(str(words["not_found_title"]), text, self.library)
            return frame.document(page, self.library, self.site)
        return _document(self, name, tuple(state.values.items()))


def _needed(scripts: str) -> str:
    """Dash's own script tags, less the component libraries that no page uses: they are half of what Dash weighs."""
    return "".join(tag for tag in SCRIPT_TAG.findall(scripts) if not any(unused in tag for unused in UNUSED))


def _later(scripts: str) -> str:
    """Script tags that a browser leaves alone; ``assets/src/shell.ts`` starts them in order once the picture stands."""
    return scripts.replace("<script ", '<script data-dash type="text/plain" ').replace(' type="application/javascript"', "")


@lru_cache(maxsize=64)
def _document(app: NeuroVizDash, name: str, values: tuple[tuple[str, Any], ...]) -> str:
    page = build(name, app.library, app.site, ViewState(dict(values)))
    return frame.document(page, app.library, app.site)


def create_app(library: Library | None = None) -> NeuroVizDash:
    """The app; ``create_app().server`` is the WSGI application.

    Parameters
    ----------
    library
        Content to show; NeuroViz's own when left out.

    Raises
    ------
    ContentError
        If the content has mistakes; carries all of them.
    NeuroVizError
        If the browser bundles were never built.
    """
    require_bundles()
    app = NeuroVizDash(library or Library.load(), name="neuroviz", assets_folder="none", serve_locally=True, title="NeuroViz")
    app.layout = Island(id="view", kind="explore")
    compressor = Compressor()
    server = app.server
    server.before_request(lambda: _early(app))
    server.add_url_rule(f"{FILES}<path:name>", "file", lambda name: _file(app, name))
    add_handlers(server, app.library, app.site, FILES)
    server.after_request(compressor.compress)
    server.after_request(lambda response: add_security_headers(response, boot(), app))
    return app


def _early(app: NeuroVizDash) -> flask.Response | None:
    """What is answered before Dash is asked: old links to a view, addresses that are too long, and paths that lead nowhere."""
    request = flask.request
    length = len(request.path) + 1 + len(request.query_string)
    if length > LONGEST_ADDRESS:
        text = str(app.library.words["frame"]["too_long"]).format(n=f"{length:,}", most=f"{LONGEST_ADDRESS:,}")
        return message(app.library, app.site, "too_long_title", text, 414)
    if request.path == "/" and request.query_string:
        # Links to a view that were shared before there was a start page.
        return flask.Response(status=302, headers={"Location": f"/explore?{request.query_string.decode(errors='replace')}"})
    # Dash gives its index for every path that has no rule of its own; here only pages have one.
    rule = request.url_rule.rule if request.url_rule else INDEX
    if rule == INDEX and request.path.removeprefix("/").removesuffix("/") not in PAGES:
        return flask.Response(app.paint(request.path.removeprefix("/"), ()), status=404)
    return None


@lru_cache(maxsize=128)
def _content(app: NeuroVizDash, name: str) -> bytes:
    return files.content(name, app.library, app.site.page)


def _file(app: NeuroVizDash, name: str) -> flask.Response:
    try:
        body = _content(app, name)
    except KeyError:
        return flask.Response("No such file.\n", status=404, mimetype="text/plain")
    response = flask.Response(body, mimetype=files.mimetype(name))
    response.cache_control.public = True
    response.cache_control.max_age = YEAR if flask.request.args.get("v") else 86_400
    response.cache_control.immutable = bool(flask.request.args.get("v"))
    response.set_etag(app.site.suffix[3:])
    response.make_conditional(flask.request)
    return response


__all__ = ["create_app"]
