"""The built browser files that a page cannot do without."""

from __future__ import annotations

from functools import lru_cache

from neuroviz.errors import NeuroVizError
from neuroviz.resources import asset_root

__all__ = ["boot", "require_bundles"]


@lru_cache(maxsize=1)
def boot() -> str:
    """The script in the head of every page, which runs before the first paint (``assets/src/boot.ts``)."""
    require_bundles()
    return (asset_root() / "boot.js").read_text(encoding="utf-8").strip()


def require_bundles() -> None:
    """Say what to do when the browser files were never built.

    Raises
    ------
    NeuroVizError
        If one of those that every page needs is missing.
    """
    for name in ("boot.js", "shell.js"):
        if not (asset_root() / name).is_file():
            raise NeuroVizError(
                f"The browser files are not built ({asset_root()} has no {name}): run `make build`, or `pip install -e .`."
            )
