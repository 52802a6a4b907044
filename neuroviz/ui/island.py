"""The one component: an interactive piece made of Python-made markup and a named behaviour in the browser."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component


class Island(Component):
    """An interactive piece of NeuroViz as a Dash component.

    Parameters
    ----------
    id
        Id of the component. Without ``html`` it is also the ``data-island-id`` of the markup that the server painted
        into the page, to which the component binds.
    kind
        Name of the behaviour in the browser, for example ``"explore"``.
    html
        Markup to bring along; ``None`` to bind to what is on the page already.
    value
        State of the island, both ways: it changes when a person does something (at rest, not while dragging), and a
        callback that sets it changes what is shown. For Explore: the keys of the address.

    Notes
    -----
    The browser part is the React wrapper in ``assets/src/component.ts``, which the page's own script registers; nothing else
    has to be loaded for it.
    """

    _children_props: list[str] = []  # noqa: RUF012
    _base_nodes: list[str] = ["children"]  # noqa: RUF012
    _namespace = "neuroviz"
    _type = "Island"
    _prop_names: list[str] = ["id", "kind", "html", "value"]  # noqa: RUF012
    _valid_wildcard_attributes: list[str] = []  # noqa: RUF012
    available_properties = _prop_names
    available_wildcard_properties: list[str] = []  # noqa: RUF012

    def __init__(self, id: str, kind: str, html: str | None = None, value: Any = None) -> None:
        given = {"id": id, "kind": kind, "html": html, "value": value}
        super().__init__(**{k: v for k, v in given.items() if v is not None})  # type: ignore[no-untyped-call]
