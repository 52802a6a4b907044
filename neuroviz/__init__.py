"""NeuroViz: what ketamine therapy is thought to do to the brain, shown with its evidence."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["__version__", "figures", "load_atlas"]

if TYPE_CHECKING:
    from neuroviz import figures
    from neuroviz.atlas import load_atlas
else:  # a type checker would take this to give every name

    def __getattr__(name: str) -> object:
        """Import what is public when it is first asked for, so that ``import neuroviz`` costs nothing."""
        if name == "load_atlas":
            return import_module("neuroviz.atlas").load_atlas
        if name == "figures":
            return import_module("neuroviz.figures")
        raise AttributeError(f"module 'neuroviz' has no attribute {name!r}")
