"""What all figures share: how they are shown, their title with the basis in words, and how mistakes are told."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

import plotly.graph_objects as go
import plotly.io as pio
from ruamel.yaml import YAML

from neuroviz.atlas import Atlas, Parcel, load_atlas
from neuroviz.atlas.selection import kind
from neuroviz.domain import Library
from neuroviz.domain.regions import plain_names
from neuroviz.errors import NeuroVizError
from neuroviz.figures.palette import Ground

GRAPH_CONFIG: Final[Mapping[str, Any]] = MappingProxyType(
    {"showSendToCloud": False, "displayModeBar": False, "displaylogo": False, "responsive": True}
)
"""Configuration for every plotly figure: no bar of buttons, and above all none that sends the figure away."""


class FigureError(NeuroVizError):
    """A figure was asked for something that it cannot show."""


class Figure(go.Figure):  # type: ignore[misc]
    """A plotly figure that shows itself with :data:`GRAPH_CONFIG`, in a notebook and as HTML."""

    def show(self, *args: Any, **kwargs: Any) -> Any:
        """Show the figure, as plotly does."""
        return super().show(*args, **_configured(kwargs))

    def to_html(self, *args: Any, **kwargs: Any) -> Any:
        """Give the figure as HTML, as plotly does."""
        return super().to_html(*args, **_configured(kwargs))

    def write_html(self, *args: Any, **kwargs: Any) -> Any:
        """Write the figure as HTML, as plotly does."""
        return super().write_html(*args, **_configured(kwargs))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None, validate: bool = True, **kwargs: Any) -> Any:
        return super()._repr_mimebundle_(include, exclude, validate, **_configured(kwargs))

    def _ipython_display_(self) -> None:
        if pio.renderers.render_on_display and pio.renderers.default:
            self.show()
        else:
            print(repr(self))


def _configured(kwargs: dict[str, Any]) -> dict[str, Any]:
    return kwargs | {"config": {**GRAPH_CONFIG, **(kwargs.get("config") or {})}}


@cache
def library() -> Library:
    """The words of NeuroViz, read once."""
    return Library.load()


@cache
def words() -> Mapping[str, Any]:
    """Words that only figures have."""
    text = files("neuroviz.figures").joinpath("words.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = YAML(typ="safe", pure=True).load(text)
    return found


def one_of(what: str, value: object, known: Collection[str]) -> None:
    """Raise a sentence unless ``value`` is one of the known names."""
    if value not in known:
        raise FigureError(f"There is no {what} '{value}'; take one of {', '.join(known)}.")


def as_atlas(atlas: str | Atlas) -> Atlas:
    """An atlas by name or as it is."""
    return atlas if isinstance(atlas, Atlas) else load_atlas(atlas)


def names(atlas: Atlas) -> tuple[str, ...]:
    """Name of every parcel in plain words, unique within the atlas, in the order of the parcels."""
    if kind(atlas) != "networks":
        return plain_names(atlas.parcels, library())
    plain = [network(p)[0] for p in atlas.parcels]
    if atlas.id != "yeo-17":
        return tuple(plain)
    return tuple(f"{name} ({p.network17})" for name, p in zip(plain, atlas.parcels, strict=True))


def network(parcel: Parcel) -> tuple[str, str, int]:
    """Name, colour token and number of the network of a parcel; atlases of one's own may name none of the seven."""
    found = next((n for n in library().networks if n.id == parcel.network7), None)
    return (found.name, found.token, found.number) if found else (words()["no_network"], "--node-other", 8)


def layout(title: str, atlas: Atlas, ground: Ground, note: str = "", first: str = "", drop: int = 18) -> dict[str, Any]:
    """Title, basis, fonts and ground of a figure.

    ``note`` stands ``drop`` px below the plot, ``first`` in a line of its own over the basis.
    The terms of the connectivity travel in ``layout.meta``, since the values do.
    """
    basis = basis_of(atlas)
    size = ground.text_px
    meta = {"basis": "data", "source": basis, "atlas": atlas.id}
    if atlas.connectivity is not None:
        meta["terms"] = library().words["script"]["csv_notice"]
    subtitle = words()["subtitle"].format(atlas=atlas.title, basis=basis)
    if first:
        subtitle = f"<b>{first}</b><br>{subtitle}"
    below = {"text": note, "xref": "paper", "yref": "paper", "x": 0, "y": 0, "yshift": -drop, "yanchor": "top", "xanchor": "left"}
    below |= {"showarrow": False, "align": "left", "font": {"size": size - 2, "color": ground.ink_2}}
    return {
        "template": "none",
        "title": {
            "text": f"<b>{title}</b>",
            "subtitle": {"text": subtitle, "font": {"size": size, "color": ground.ink_2}},
            "font": {"size": size + 6, "color": ground.ink},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"t": 22, "l": 28},
        },
        "font": {"family": ground.sans, "size": size, "color": ground.ink},
        "paper_bgcolor": ground.paper,
        "plot_bgcolor": ground.paper,
        "hoverlabel": {"bgcolor": ground.panel, "bordercolor": ground.rule, "font": {"color": ground.ink}, "align": "left"},
        "annotations": [below] if note else [],
        "margin": {"l": 28, "r": 28, "t": 84 + (20 if first else 0), "b": 52},
        "meta": meta,
        # The figure keeps its promise even where it is shown with another configuration.
        "modebar": {"remove": ["sendchart", "sendcharttocloud", "senddatatocloud"]},
    }


def basis_of(atlas: Atlas) -> str:
    """The basis mark in words, for example ``Data: group mean at rest, Human Connectome Project``."""
    mark = next(m.name for m in library().about.marks if m.mark == "data")
    what = words()["measured"] if atlas.connectivity is not None else atlas.title
    text: str = words()["basis"].format(mark=mark, what=what)
    return text
