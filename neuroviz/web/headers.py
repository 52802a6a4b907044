"""Headers that keep a page to itself: nothing is loaded from, or sent to, another host."""

from __future__ import annotations

import base64
import hashlib

import flask
from dash import Dash


def script_hash(text: str) -> str:
    """Source expression that lets exactly this inline script run."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def add_security_headers(response: flask.Response, boot: str, app: Dash) -> flask.Response:
    """Add a content security policy to a page.

    Parameters
    ----------
    boot
        The one inline script of the page's head.
    app
        Knows the hashes of Dash's own inline scripts.
    """
    if response.mimetype == "text/html":
        scripts = " ".join(["'self'", script_hash(boot), *app.csp_hashes()])
        response.headers["Content-Security-Policy"] = (
            f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
            "connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'"
        )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    return response
