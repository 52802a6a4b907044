"""Where things are looked for, also on a machine that lacks what others have."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuroviz.atlas import list_packs, user_packs
from neuroviz.atlas.own import keep
from neuroviz.errors import PackError
from neuroviz.resources import user_atlas_root
from neuroviz.ui import files


def test_without_a_home_there_is_no_atlas_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("NEUROVIZ_USER_ATLASES", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", nobody)
    assert user_packs() == ()
    assert list_packs()
    assert files.version()
    assert not user_atlas_root().exists()
    with pytest.raises(PackError, match="set NEUROVIZ_USER_ATLASES to another folder"):
        keep("mine", lambda _: pytest.fail("nothing can be written there"))


def test_a_data_folder_that_may_not_be_read_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NEUROVIZ_USER_ATLASES", str(tmp_path))
    before = files.version()
    for name in ("is_dir", "glob", "rglob"):
        real = getattr(Path, name)

        def refused(path: Path, *words: str, real: object = real) -> object:
            if path == tmp_path:
                raise PermissionError(13, "Permission denied", str(path))
            return real(path, *words)  # type: ignore[operator]

        monkeypatch.setattr(Path, name, refused)
    assert user_packs() == ()
    assert list_packs()
    assert files.version() == before
