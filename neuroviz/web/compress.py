"""Compress answers once, not on every request.

Dash's own ``compress=True`` compresses the same megabytes anew for each visitor; files here never change while the server runs.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import brotli
import flask

SMALLEST: Final = 500
"""Bytes below which compression does not pay."""

TEXTS: Final = ("text/", "application/javascript", "application/json", "image/svg+xml")


def _brotli(body: bytes) -> bytes:
    return bytes(brotli.compress(body, quality=9))


def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, 6, mtime=0)


class Compressor:
    """Remembers compressed bodies, so that each is compressed once a process.

    Parameters
    ----------
    most
        How many bodies are kept; the oldest are dropped first.
    """

    def __init__(self, most: int = 256) -> None:
        self._encoders: dict[str, Callable[[bytes], bytes]] = {
            "br": lru_cache(maxsize=most)(_brotli),
            "gzip": lru_cache(maxsize=most)(_gzip),
        }

    def compress(self, response: flask.Response) -> flask.Response:
        """Compress a text answer as the browser accepts it (brotli, else gzip)."""
        response.vary.add("Accept-Encoding")
        if response.status_code != 200 or response.content_encoding or not (response.mimetype or "").startswith(TEXTS):
            return response
        accepted = flask.request.accept_encodings
        name = next((n for n in self._encoders if accepted[n] > 0), None)
        if name is None:
            return response
        response.direct_passthrough = False
        body = response.get_data()
        if len(body) < SMALLEST:
            return response
        response.set_data(self._encoders[name](body))
        response.content_encoding = name
        return response
