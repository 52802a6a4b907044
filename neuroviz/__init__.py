"""NeuroViz: what ketamine therapy is thought to do to the brain, shown with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["__version__", "load_atlas"]

if TYPE_CHECKING:
    from neuroviz.atlas import load_atlas


def __getattr__(name: str) -> Any:
    """Import the public functions when they are first asked for, so that ``import neuroviz`` costs nothing."""
    if name == "load_atlas":
        from neuroviz.atlas import load_atlas

        return load_atlas
    raise AttributeError(f"module 'neuroviz' has no attribute {name!r}")
