"""The licences of the data in the packs: name, the words that have to be shown, and the full text."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from neuroviz.atlas.manifest import Licence
from neuroviz.errors import PackError

_TERMS = Path(__file__).resolve().parent / "terms"
_RULE = "\n" + "-" * 78 + "\n\n"


@cache
def _known() -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = json.loads((_TERMS / "terms.json").read_text(encoding="utf-8"))
    return data


def licence_ids() -> tuple[str, ...]:
    """Ids of all licences known here, for example ``MIT-CBIG``."""
    return tuple(_known())


def licence(*ids: str) -> Licence:
    """Terms of data that stand under all of the licences ``ids`` at once."""
    return Licence(
        id=" AND ".join(ids),
        name="; ".join(licence_name(id) for id in ids),
        notice="\n\n".join(licence_notice(id) for id in ids),
    )


def licence_name(id: str) -> str:
    """Name of one licence in full."""
    return _entry(id)["name"]


def licence_notice(id: str) -> str:
    """Words that one licence asks to be shown with the data."""
    return _entry(id)["notice"]


def licence_text(id: str) -> str:
    """Full text of one licence, or its obligations and where the full text is kept."""
    _entry(id)
    return (_TERMS / f"{id}.txt").read_text(encoding="utf-8")


def full_text(terms: Licence) -> str:
    """Text of ``LICENSE.txt`` for a pack under ``terms``."""
    return _RULE.join(licence_text(id) for id in terms.id.split(" AND "))


def _entry(id: str) -> dict[str, str]:
    if id not in _known():
        raise PackError(f"There is no licence '{id}'; choose one of {', '.join(_known())} or add it to terms.json.")
    return _known()[id]
