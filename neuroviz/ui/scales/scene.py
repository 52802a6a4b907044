"""A scale that is a drawn scene: circuit and synapse differ in content only."""

from __future__ import annotations

from neuroviz.domain import Library
from neuroviz.domain.scenes import Scene
from neuroviz.ui import icons
from neuroviz.ui.frame import Site
from neuroviz.ui.markup import Markup, el, join
from neuroviz.ui.scales.base import Scale
from neuroviz.ui.state import ViewState

_MOLECULE = {"pulse": "-15 -15 30 30"}
"""View of a molecule in the legend, where it is larger than others."""


def scene_scale(name: str) -> Scale:
    """The scale of a scene of the content.

    Parameters
    ----------
    name
        Id of the scene, ``circuit`` or ``synapse``.
    """

    def layer(library: Library, site: Site, state: ViewState) -> Markup:
        return _layer(name, library, state)

    def side(library: Library, site: Site, state: ViewState) -> Markup:
        return _side(name, library)

    def tools(library: Library, site: Site, state: ViewState) -> Markup:
        return _tools(name, library, state)

    return Scale(name, icons.SCALES[name], layer, side, tools, data=lambda _: ("shapes", "steps", f"scene/{name}"))


def _layer(name: str, library: Library, state: ViewState) -> Markup:
    words = library.words["scenes"]
    wipe = el(
        "input",
        type="range",
        min=5,
        max=95,
        step=1,
        value=str(state["wipe"]),
        data_key="wipe",
        aria_label=words["wipe"],
        class_="scene-wipe",
    )
    return join(
        [
            el("p", words["loading"], class_="scene-loading"),
            el("div", class_="scene-panes", role="group", aria_label=words["pictured"]),
            wipe,
            el("ol", class_="scene-keys", aria_hidden="true"),
            _caption(library),
            el("p", icons.MARKS["schematic"], el("span", words["schematic"]), class_="scene-basis"),
        ]
    )


def _caption(library: Library) -> Markup:
    words = library.words["scenes"]
    return el(
        "div",
        el("button", icons.UI["left"], type="button", data_do="step-back", aria_label=words["previous"]),
        el(
            "button",
            el("b", data_slot="number"),
            type="button",
            data_do="step-leave",
            class_="number",
            aria_label=words["leave_steps"],
        ),
        el("div", el("p", data_slot="caption"), el("p", class_="flowkey", data_slot="flowkey"), class_="scene-caption-words"),
        el("button", el("span", words["start"]), icons.UI["right"], type="button", data_do="step-on", aria_label=words["next"]),
        class_="scene-caption",
    )


def _side(name: str, library: Library) -> Markup:
    words, scene = library.words["scenes"], library.scenes[name]
    molecules = sorted(_molecules(scene), key=list(words).index)
    legend = [el("li", _glyph(kind), words[kind]) for kind in molecules]
    return join(
        [
            el("div", class_="words", data_slot="words"),
            el("div", class_="card", data_slot="card", hidden=True),
            el(
                "details",
                el("summary", words["twin"]),
                el("p", words["twin_help"], class_="help"),
                el("ol", class_="twin"),
                class_="twin-box",
            ),
            el("ul", legend, class_="molecules", aria_label=words["key"]),
            el("div", el("b", words["not_shown"]), [el("p", text) for text in scene.not_shown], class_="not-shown"),
        ]
    )


def _glyph(kind: str) -> Markup:
    view = _MOLECULE.get(kind, "-11 -11 22 22")
    return Markup(f'<svg viewBox="{view}" aria-hidden="true"><use href="#{kind}"/></svg>')


def _molecules(scene: Scene) -> set[str]:
    """Molecules of the main line, moving or in place."""
    moving = {flow.of for flow in scene.flows if not flow.tracks or "main" in flow.tracks}
    shapes = {d.shape for part in scene.parts for outer in part.draw for d in (outer, *outer.inside) if d.shape}
    return moving | {name for name in ("mg", "ket") if any(shape == name or shape.endswith(f"-{name}") for shape in shapes)}


def _choice(state: ViewState, scale: str, key: str, value: str, name: str) -> Markup:
    return el(
        "label",
        el("input", type="radio", name=f"{key}-{scale}", value=value, data_key=key, checked=state[key] == value),
        el("span", name),
    )


def _tools(name: str, library: Library, state: ViewState) -> Markup:
    words = library.words["scenes"]
    tracks = [("main", words["main"]), *((t.id, t.short) for t in library.cascade.tracks), ("all", words["all"])]
    options = [el("option", label, value=value, selected=state["track"] == value) for value, label in tracks]
    steps = [
        el("option", words["step_short"].format(n=k + 1, title=step.title), value=str(k + 1))
        for k, step in enumerate(library.cascade.steps)
    ]
    picker = el(
        "p",
        el("label", words["track"], for_=f"track-{name}"),
        el("select", options, id=f"track-{name}", data_key="track"),
        class_="pick named",
    )
    stepper = el(
        "p",
        el("label", words["steps"], for_=f"step-{name}"),
        el("select", el("option", words["pick_step"], value="0"), steps, id=f"step-{name}", data_key="step"),
        class_="pick",
    )
    species = el(
        "fieldset",
        el("legend", words["species"]),
        el("span", [_choice(state, name, "species", s, words[s]) for s in ("rodent", "human")], class_="seg"),
        class_="show",
    )
    pause = el(
        "button",
        icons.UI["pause"],
        el("span", words["pause"]),
        type="button",
        data_do="pause",
        aria_pressed="false",
        class_="pause",
    )
    return el("div", stepper, picker, species, pause, class_="choices")
