"""Package build hook: a wheel carries the built browser files, so NeuroViz runs without Node or network."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BrowserFiles(BuildHookInterface):  # type: ignore[type-arg]
    """Build ``assets/dist`` first, then put it and the atlas packs inside the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build, and include the files; an editable install reads them where they are."""
        if self.target_name != "wheel":
            return  # the source archive has the sources
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from tools.build_assets import BuildError, build

        try:
            build(root)
        except BuildError as error:
            raise SystemExit(f"error: {error}") from error
        if version != "editable":
            build_data["force_include"]["assets/dist"] = "neuroviz/_assets"
            build_data["force_include"]["atlases"] = "neuroviz/_atlases"
