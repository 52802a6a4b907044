"""The links of a picture at a moment of the clock: which there are, how wide they are now, and how wide they were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from neuroviz.atlas import Atlas, selection
from neuroviz.domain import Library
from neuroviz.film import edges
from neuroviz.film.network import NetworkFilm, PairState, network_film
from neuroviz.ui import network
from neuroviz.ui.state import ViewState

FAINT: Final = 0.16
HELD: Final = 0.55
"""What is shown of a change that rests on less than is asked for, and of one that is held without data."""
RANK: Final = {"low": 1, "medium": 2, "high": 3}
OUTWARD: Final = ("dmn", "all")
"""Selections into which links come that lead out of the network."""
LEAST: Final = 0.04
"""The least difference of levels that is called a change."""


@dataclass(frozen=True)
class Strand:
    """A link between two parcels (indices from 1; 0 and below for places outside the cortex: -1 is the first anchor).

    Parameters
    ----------
    r
        Measured, or what an unmeasured link is drawn with.
    pair
        Position of its pair of networks in the content, -1 for none.
    """

    a: int
    b: int
    r: float
    pair: int


def moving(state: ViewState) -> bool:
    """Whether more than the network before is shown: links that lead out of it, and places outside the cortex, come in."""
    return float(state["t"] or 0) > 0 or state["compare"] != "now"


def changes(atlas: Atlas) -> bool:
    """Whether an atlas has measured links, which alone the clock changes."""
    return selection.kind(atlas) == "parcels" and atlas.connectivity is not None


def film(library: Library, state: ViewState) -> NetworkFilm:
    """The film for the people and the before of a state."""
    return network_film(library.scenarios, library.clock, str(state["people"]), str(state["baseline"]))


def states(library: Library, state: ViewState) -> tuple[PairState, ...]:
    """Every pair of networks at the moment of a state."""
    return film(library, state).state(float(state["t"] or 0))


def shown(library: Library, state: ViewState, pair: PairState) -> float:
    """0..1, how much of a change is shown."""
    if abs(pair.delta) < LEAST:
        return 1.0
    least = {"medium": 2, "high": 3}.get(str(state["sure"]), 0)
    held = pair.status == "none"
    rank = 0 if held or pair.change < 0 else RANK[library.scenarios.changes[pair.change].confidence]
    return FAINT if rank < least else HELD if held else 1.0


def strands(library: Library, atlas: Atlas, parcels: tuple[int, ...], threshold: float, state: ViewState) -> list[Strand]:
    """Measured links among the parcels shown from a threshold on, then those that stand for pairs that lead out of them."""
    spec = library.scenarios
    if not changes(atlas) or atlas.connectivity is None:
        return [Strand(a, b, r, -1) for a, b, r in selection.links(atlas, parcels, threshold)]
    bits, n = edges.ends(atlas, spec.pairs), len(spec.pairs)
    out = [Strand(a, b, r, edges.pair_of(bits[a - 1], bits[b - 1], n)) for a, b, r in selection.links(atlas, parcels, threshold)]
    if not moving(state) or state["show"] not in OUTWARD:
        return out
    there = {(s.a, s.b) for s in out}
    for a, b, pair in edges.guests(atlas, spec.pairs, spec.guests):
        if (a, b) not in there:
            out.append(Strand(a, b, round(float(atlas.connectivity[a - 1, b - 1]), 4), pair))
    for k, anchor in enumerate(edges.anchors(atlas, library)):
        out += [Strand(-1 - k, to, spec.unmeasured_r, anchor.pair) for to in anchor.to]
    return out


def departs(library: Library, atlas: Atlas, state: ViewState) -> bool:
    """Whether the picture departs from what was measured, so that it has to say that it is schematic."""
    if not changes(atlas):
        return False
    chosen = network.selections(atlas)[network.shown(atlas, state)]
    threshold = network.threshold(state, chosen)
    pairs, compared = states(library, state), state["compare"] != "now"
    off = {k for k, s in enumerate(pairs) if s.now != 0 or (compared and s.before != 0)}
    return bool(off) and any(s.pair in off for s in strands(library, atlas, chosen.parcels, threshold, state))


def moment(library: Library, state: ViewState) -> str:
    """When, and whether it is a difference, as it is written over a picture."""
    when = library.clock.stops[round(float(state["t"] or 0))].name
    return f"{when} {library.words['change']['minus_before']}" if state["compare"] == "difference" else when


def told(library: Library, state: ViewState) -> str:
    """When, who, and compared how, in a few words for the title of a picture."""
    words = library.words["change"]
    people = words[f"measured_{film(library, state).part(float(state['t'] or 0)).people}"]
    against = f", {words['against_before']}" if state["compare"] in ("side", "wipe") else ""
    return f"{moment(library, state)}{against}, {people}"
