"""Compress files once, not on every request; documents, which differ each time, quickly.

Dash's own ``compress=True`` compresses the same megabytes anew for each visitor; files here never change while the server runs.
Documents carry a token of Dash's own.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Final

import brotli
import flask

SMALLEST: Final = 500
"""Bytes below which compression does not pay."""

TEXTS: Final = ("text/", "application/javascript", "application/json", "image/svg+xml")


def _brotli(body: bytes, quality: int = 9) -> bytes:
    return bytes(brotli.compress(body, quality=quality))


def _gzip(body: bytes, level: int = 6) -> bytes:
    return gzip.compress(body, level, mtime=0)


QUICK: Final[dict[str, Callable[[bytes], bytes]]] = {"br": partial(_brotli, quality=5), "gzip": partial(_gzip, level=4)}
"""Within 3 % of the size in a fifth of the time."""


class Compressor:
    """Remembers the compressed bodies of files, so that each is compressed once a process.

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
        encoders = QUICK if response.mimetype == "text/html" else self._encoders
        response.set_data(encoders[name](body))
        response.content_encoding = name
        return response
