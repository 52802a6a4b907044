"""Markup as a value: the one place where HTML strings are made, and everything that is not markup is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

Attribute = str | int | float | bool | None

VOID = frozenset({"meta", "link", "input", "br", "hr", "img"})


class Markup(str):
    """A piece of HTML that is safe to put on a page as it is."""

    __slots__ = ()


def text(value: object) -> Markup:
    """Escape a value for use between tags."""
    return value if isinstance(value, Markup) else Markup(escape(str(value), quote=False))


def attributes(values: dict[str, Attribute]) -> str:
    """Attributes of a tag: ``class_`` is ``class``, underscores are hyphens, ``True`` is a bare one, ``None``/``False`` none."""
    out = []
    for key, value in values.items():
        if value is None or value is False:
            continue
        name = key.rstrip("_").replace("_", "-")
        out.append(f" {name}" if value is True else f' {name}="{escape(str(value), quote=True)}"')
    return "".join(out)


def join(children: Iterable[object]) -> Markup:
    """Put children one after the other; nested lists are flattened, ``None`` is skipped."""
    out = []
    for child in children:
        if child is None:
            continue
        if isinstance(child, (list, tuple)):
            out.append(join(child))
        else:
            out.append(text(child))
    return Markup("".join(out))


def el(tag: str, *children: object, **attrs: Attribute) -> Markup:
    """An element.

    Parameters
    ----------
    tag
        Name of the element.
    children
        Text (escaped), `Markup` (kept), lists of both, or ``None``.
    attrs
        See `attributes`.
    """
    start = f"<{tag}{attributes(attrs)}>"
    return Markup(start if tag in VOID else f"{start}{join(children)}</{tag}>")
