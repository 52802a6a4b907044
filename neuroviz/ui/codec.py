"""Arrays of whole numbers as short text, for data files that are classic scripts."""

from __future__ import annotations

import base64
from typing import Any

import numpy as np
import numpy.typing as npt


def pack(values: npt.NDArray[Any]) -> dict[str, int | str]:
    """Code an array of whole numbers so that it compresses well; ``unpack`` in ``assets/src/files.ts`` reads it.

    Each column is stored as differences from row to row, zig-zag coded (so that small steps of either sign become small
    numbers), all low bytes before all high bytes, in base64.

    Parameters
    ----------
    values
        (n,) or (n, k) whole numbers whose differences from row to row fit 16 bits.

    Raises
    ------
    ValueError
        If a difference does not fit.
    """
    table = np.atleast_2d(np.asarray(values, dtype=np.int64).T)
    steps = np.diff(table, axis=1, prepend=0)
    zigzag = (steps << 1) ^ (steps >> 63)
    top = int(zigzag.max(initial=0))
    if top > 0xFFFF:
        raise ValueError(f"a step of {top} does not fit 16 bits")
    if top <= 0xFF:
        raw = zigzag.astype(np.uint8).tobytes()
        width = 1
    else:
        raw = b"".join((c & 0xFF).astype(np.uint8).tobytes() + (c >> 8).astype(np.uint8).tobytes() for c in zigzag)
        width = 2
    return {"data": base64.b64encode(raw).decode("ascii"), "bytes": width, "columns": int(table.shape[0])}


def unpack(packed: dict[str, Any]) -> npt.NDArray[np.int64]:
    """The array that `pack` was given, (n,) or (n, k)."""
    raw = np.frombuffer(base64.b64decode(packed["data"]), dtype=np.uint8).astype(np.int64)
    table = raw.reshape(packed["columns"], -1)
    if packed["bytes"] == 2:
        low, high = np.split(table, 2, axis=1)
        table = low | (high << 8)
    values = np.cumsum((table >> 1) ^ -(table & 1), axis=1)
    return values[0] if packed["columns"] == 1 else values.T
