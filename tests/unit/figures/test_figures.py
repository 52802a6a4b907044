"""Figures show the numbers of the matrix, say what they rest on, and send nothing away."""

from __future__ import annotations

import base64
import json

import numpy as np
import plotly.graph_objects as go
import pytest

from neuroviz import figures, theme
from neuroviz.atlas import load_atlas
from neuroviz.atlas.seed import mean_removed
from neuroviz.errors import NeuroVizError
from neuroviz.figures import palette
from neuroviz.figures.brain import bend
from neuroviz.figures.cortex import camera, face_labels
from neuroviz.scenes.projection import bend as drawn_bend
from neuroviz.viewpoints import VIEWPOINTS

BASIS = "Data: group mean at rest, Human Connectome Project"
HUNDRED = load_atlas("schaefer-100")

MAKERS = {
    "connectome": figures.connectome,
    "matrix": figures.matrix,
    "seed_map": figures.seed_map,
    "seed_map without the mean": lambda **more: figures.seed_map(mean_removed=True, **more),
}
EACH = pytest.mark.parametrize("make", MAKERS.values(), ids=list(MAKERS))


def drawn(figure: go.Figure, mode: str) -> list[go.Scatter3d]:
    return [t for t in figure.data if t.type == "scatter3d" and t.mode == mode]


def links_of(figure: go.Figure) -> list[tuple[int, int, float]]:
    return [tuple(link) for t in drawn(figure, "lines") for link in t.meta["links"]]


def nodes_of(figure: go.Figure) -> list[int]:
    return [index for t in drawn(figure, "markers") for index in t.meta["parcels"]]


def painted(figure: go.Figure) -> list[go.Mesh3d]:
    return [t for t in figure.data if t.type == "mesh3d" and t.intensity is not None]


# All of them


@EACH
@pytest.mark.parametrize("scheme", theme.SCHEMES)
def test_a_plotly_figure_with_title_basis_and_paper_of_its_scheme(make, scheme: str) -> None:
    figure = make(scheme=scheme)
    assert isinstance(figure, go.Figure)
    assert figure.layout.title.text
    assert BASIS in figure.layout.title.subtitle.text
    assert figure.layout.meta["basis"] == "data"
    assert figure.layout.paper_bgcolor == theme.value("paper", scheme)


@EACH
def test_the_terms_travel_with_the_values(make) -> None:
    assert "do not try to identify anyone" in json.loads(make().to_json())["layout"]["meta"]["terms"]


def test_the_configuration_sends_nothing_away() -> None:
    assert figures.GRAPH_CONFIG["showSendToCloud"] is False
    assert figures.GRAPH_CONFIG["displayModeBar"] is False


def test_html_of_a_figure_has_no_share_button_and_asks_nobody() -> None:
    html = figures.connectome(show="core").to_html(include_plotlyjs=False, full_html=False)
    assert '"showSendToCloud": false' in html
    assert '"displayModeBar": false' in html
    assert "https://" not in html.replace("https://plot.ly", "")


def test_what_a_notebook_shows_has_no_share_button(monkeypatch: pytest.MonkeyPatch) -> None:
    import plotly.io as pio

    monkeypatch.setattr(pio.renderers, "default", "plotly_mimetype")
    (bundle,) = figures.matrix()._repr_mimebundle_().values()
    assert bundle["config"]["showSendToCloud"] is False


def test_a_caller_may_ask_for_other_settings(tmp_path) -> None:
    target = tmp_path / "figure.html"
    figures.matrix().write_html(target, config={"staticPlot": True}, include_plotlyjs=False)
    html = target.read_text(encoding="utf-8")
    assert '"staticPlot": true' in html
    assert '"showSendToCloud": false' in html


@pytest.mark.parametrize(
    ("ask", "most_kb"),
    [
        (lambda: figures.connectome(), 330),
        (lambda: figures.connectome(level="full"), 850),
        (lambda: figures.connectome("schaefer-400", "all"), 450),
        (lambda: figures.matrix(), 90),
        (lambda: figures.matrix("schaefer-400"), 950),
        (lambda: figures.seed_map(), 1100),
        (lambda: figures.seed_map(level="light"), 300),
    ],
)
def test_sizes(ask, most_kb: int) -> None:
    assert len(ask().to_json()) < 1000 * most_kb


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: figures.connectome("brodmann"), r"There is no atlas 'brodmann'; there are: .*schaefer-100"),
        (lambda: figures.connectome(show="dnm"), r"There is no selection 'dnm'; take one of dmn, core"),
        (lambda: figures.connectome(surface="white"), r"There is no surface 'white'; take one of pial, inflated\."),  # type: ignore[arg-type]
        (lambda: figures.connectome(view="behind"), r"There is no view 'behind'; take one of hero, left"),
        (lambda: figures.connectome(level="low"), r"There is no level 'low'; take one of full, light\."),  # type: ignore[arg-type]
        (lambda: figures.connectome(scheme="pink"), r"There is no scheme 'pink'; take one of paper, dark, projector\."),
        (lambda: figures.connectome(threshold=1.5), r"The threshold 1\.5 is not a correlation that can be shown; take one"),
        (lambda: figures.connectome("yeo-7", "core"), r"'yeo-7' has no part 'core'; take 'dmn' or 'all'\."),
        (lambda: figures.connectome("power-default", surface="inflated"), r"'power-default' is a list of points"),
        (lambda: figures.matrix(order="size"), r"There is no order 'size'; take one of network, atlas\."),
        (lambda: figures.matrix("yeo-7"), r"No group connectivity was measured for the atlas 'yeo-7'"),
        (lambda: figures.seed_map(seed="PCC"), r"has no parcel 'PCC'; take a number"),
        (lambda: figures.seed_map(seed=0), r"has no parcel 0; its parcels are numbered 1 to 100"),
        (lambda: figures.seed_map(seed=2.5), r"The seed 2\.5 is neither the number nor the name"),  # type: ignore[arg-type]
    ],
)
def test_what_cannot_be_shown_is_told_in_one_sentence(ask, said: str) -> None:
    with pytest.raises(NeuroVizError, match=said) as told:
        ask()
    assert str(told.value).endswith(".")
    assert "\n" not in str(told.value)


# The connectome


def test_links_are_those_of_the_matrix_and_the_title_counts_them() -> None:
    figure = figures.connectome()
    links = links_of(figure)
    assert len(links) == 79
    assert figure.layout.title.text == "<b>Default mode network: 79 links from r = 0.50 up</b>"
    for a, b, r in links:
        assert r == pytest.approx(HUNDRED.connectivity[a - 1, b - 1], abs=1e-9)
    assert sorted(nodes_of(figure)) == [p.index for p in HUNDRED.parcels if p.network7 == "Default"]


def test_a_lower_threshold_shows_more() -> None:
    assert len(links_of(figures.connectome(threshold=0.4))) == 136
    assert len(links_of(figures.connectome(threshold=0.6))) == 36


def test_stronger_links_are_wider_and_further_from_the_paper() -> None:
    bands = drawn(figures.connectome(threshold=0.2), "lines")
    strongest = [max(r for *_, r in t.meta["links"]) for t in bands]
    assert strongest == sorted(strongest, reverse=True)
    width = [t.line.width for t in bands]
    light = [palette.lightness(t.line.color) for t in bands]
    assert width == sorted(width, reverse=True)
    assert light == sorted(light)


def test_a_link_runs_from_parcel_to_parcel_in_mni152() -> None:
    trace = drawn(figures.connectome(), "lines")[0]
    a, b, r = trace.meta["links"][0]
    ends = np.array([trace.x, trace.y, trace.z]).T[[0, 8]]
    for end, index in zip(ends, (a, b), strict=True):
        assert np.linalg.norm(end - HUNDRED.parcels[index - 1].centroid_mni) < 10
    assert f"r = {r:.2f}" in trace.text[0]
    assert np.isnan(trace.x[9])


def test_links_bend_as_in_the_drawn_picture() -> None:
    ends = np.array([[-6.0, -52, 33], [-44, -64, 35]]), np.array([[5.0, 52, 3], [50, 10, -20]])
    expected = [drawn_bend(tuple(a), tuple(c)) for a, c in zip(*ends, strict=True)]
    np.testing.assert_allclose(bend(*ends), expected)


def test_parts_differ_in_colour_and_shape() -> None:
    nodes = {t.name: t.marker for t in drawn(figures.connectome(scheme="dark"), "markers")}
    assert (nodes["Core"].color, nodes["Core"].symbol) == (theme.value("node-core", "dark"), "circle")
    assert (nodes["Dorsal medial"].color, nodes["Dorsal medial"].symbol) == (theme.value("node-dm", "dark"), "diamond")
    assert nodes["Medial temporal"].symbol == "square"


def test_hovering_a_node_names_it() -> None:
    texts = [text for t in drawn(figures.connectome(show="core"), "markers") for text in t.text]
    assert any("<b>Left posterior cingulate and precuneus</b><br>Core<br>MNI152 (mm): " in text for text in texts)


def test_hovering_a_node_lists_its_strongest_links() -> None:
    figure = figures.connectome()
    texts = {i: text for t in drawn(figure, "markers") for i, text in zip(t.meta["parcels"], t.text, strict=True)}
    mine = [(r, a + b - 50) for a, b, r in links_of(figure) if 50 in (a, b)]
    best, other = max(mine)
    assert f"<b>Moves most closely with</b><br>{best:.2f}  {figures.figure.names(HUNDRED)[other - 1]}" in texts[50]


def test_the_glass_is_the_mesh_in_typed_arrays() -> None:
    figure = figures.connectome(level="full")
    glass = [t for t in figure.data if t.type == "mesh3d"]
    assert sum(len(t.x) for t in glass) == 20484
    assert sum(len(t.i) for t in glass) == 40960
    raw = json.loads(figure.to_json())["data"][0]
    assert (raw["x"]["dtype"], raw["i"]["dtype"]) == ("f4", "u2")
    assert glass[0].opacity < 0.3


def test_axes_have_names_and_units() -> None:
    scene = figures.connectome().layout.scene
    assert [scene[a].title.text for a in ("xaxis", "yaxis", "zaxis")] == [f"{a} (MNI152, mm)" for a in "xyz"]
    assert "−50 L" in scene.xaxis.ticktext
    assert figures.connectome(surface="inflated").layout.scene.xaxis.title.text == "x (inflated, mm)"


def test_an_atlas_without_connectivity_shows_places_and_says_so() -> None:
    figure = figures.connectome("dosenbach-default")
    assert links_of(figure) == []
    assert len(nodes_of(figure)) == 34
    assert figure.layout.annotations[0].text == "No connectivity was measured for this map here."
    assert BASIS not in figure.layout.title.subtitle.text
    assert "Data: " in figure.layout.title.subtitle.text


def test_the_camera_stands_where_the_viewpoint_is() -> None:
    eye = camera("left")["eye"]
    assert eye["x"] < -1
    assert abs(eye["y"]) < 0.01 > abs(eye["z"])


def test_from_the_middle_one_hemisphere_is_hidden_and_the_menu_brings_it_back() -> None:
    figure = figures.seed_map(view="medial-left")
    assert {t.meta["hemisphere"] for t in figure.data if t.visible} == {"left"}
    (menu,) = figure.layout.updatemenus
    assert len(menu.buttons) == len(VIEWPOINTS)
    shown = dict(zip(VIEWPOINTS, (b.args[0]["visible"] for b in menu.buttons), strict=True))
    assert all(shown["left"])
    assert list(shown["medial-left"]) == [t.visible for t in figure.data]


# The matrix


@pytest.mark.parametrize("order", ["network", "atlas"])
def test_the_heatmap_is_the_matrix_in_its_order(order: str) -> None:
    figure = figures.matrix(order=order)
    (heat,) = figure.data
    names = list(heat.x)
    assert list(heat.y) == names
    assert len(set(names)) == 100
    plain = figures.figure.names(HUNDRED)
    rows = [plain.index(n) for n in names]
    assert (rows == list(range(100))) == (order == "atlas")
    np.testing.assert_allclose(heat.z, HUNDRED.connectivity[np.ix_(rows, rows)], atol=1e-6)
    assert np.isnan(np.diag(heat.z)).all()


def test_each_network_is_one_framed_block_with_its_name() -> None:
    figure = figures.matrix()
    frames = [s for s in figure.layout.shapes if s.type == "rect" and s.line.width]
    plain = figures.figure.names(HUNDRED)
    for frame, label in zip(frames, figure.layout.xaxis.ticktext, strict=True):
        inside = figure.data[0].x[round(frame.x0 + 0.5) : round(frame.x1 + 0.5)]
        assert len({HUNDRED.parcels[plain.index(n)].network7 for n in inside}) == 1, label
        assert (frame.x0, frame.x1) == (frame.y0, frame.y1)
    assert list(figure.layout.yaxis.ticktext) == list(figure.layout.xaxis.ticktext)
    assert figure.layout.xaxis.ticktext[-1] == "Default mode"


def test_zero_is_marked_on_the_scale() -> None:
    for bar in (figures.matrix().data[0].colorbar, figures.seed_map().layout.coloraxis.colorbar):
        assert bar.ticktext[list(bar.tickvals).index(0)] == "<b>0</b>"
        assert bar.title.text == "Pearson r"


def test_without_the_mean_the_matrix_says_so() -> None:
    figure = figures.matrix(order="atlas", mean_removed=True)
    np.testing.assert_allclose(figure.data[0].z, mean_removed(HUNDRED.connectivity), atol=1e-6)
    assert "After removing the mean of all parcels" in figure.layout.title.subtitle.text
    assert "forces some values below zero" in figure.layout.annotations[0].text


# The seed map


@pytest.mark.parametrize("removed", [False, True])
def test_each_face_has_the_r_of_its_parcel(removed: bool) -> None:
    figure = figures.seed_map(seed=50, mean_removed=removed)
    matrix = mean_removed(HUNDRED.connectivity) if removed else HUNDRED.connectivity
    faces = HUNDRED.surface("pial").faces
    own = face_labels(HUNDRED.labels, faces)
    expected = matrix[49][own[(own > 0) & (own != 50)] - 1]
    shown = np.concatenate([t.intensity for t in painted(figure)])
    np.testing.assert_allclose(shown, expected, atol=1e-6)
    assert {t.intensitymode for t in painted(figure)} == {"cell"}


def test_all_of_the_cortex_is_there_once() -> None:
    assert sum(len(t.i) for t in figures.seed_map().data if t.type == "mesh3d") == 40960


def test_a_face_belongs_to_most_of_its_corners() -> None:
    labels = np.array([1, 2, 2, 3], dtype=np.int32)
    faces = np.array([[0, 1, 2], [1, 0, 2], [1, 2, 0], [0, 1, 3], [3, 3, 0]], dtype=np.int32)
    assert face_labels(labels, faces).tolist() == [2, 2, 2, 1, 3]


def test_dots_say_name_network_and_r() -> None:
    figure = figures.seed_map(seed="Left posterior cingulate and precuneus")
    texts = {i: text for t in drawn(figure, "markers") for i, text in zip(t.meta["parcels"], t.text, strict=True)}
    assert len(texts) == 100
    assert texts[50] == "<b>Left posterior cingulate and precuneus</b><br>Chosen region"
    best = int(np.nanargmax(HUNDRED.connectivity[49]))
    assert texts[best + 1].endswith(f"<br>r = {HUNDRED.connectivity[49, best]:.2f}")
    assert "Default mode" in texts[best + 1]


def test_hovering_the_cortex_gives_the_r_that_is_painted_there() -> None:
    # With one value a face, plotly.js points at faces: what is written must be as long as the faces.
    for trace in painted(figures.seed_map(level="light")):
        assert trace.hovertemplate.startswith("r = %{intensity:.2f}")
        assert len(trace.intensity) == len(trace.i)


def test_the_seed_and_the_medial_wall_have_no_value() -> None:
    bare = {t.name: t for t in figures.seed_map(view="left").data if t.type == "mesh3d" and t.intensity is None}
    assert set(bare) == {"Chosen region", "Medial wall, no cortex"}
    on_scale = {colour for _, colour in figures.seed_map().layout.coloraxis.colorscale}
    assert not {t.color for t in bare.values()} & on_scale


def test_the_seed_is_looked_at_from_where_it_is_seen() -> None:
    def view(seed: int) -> str:
        return list(VIEWPOINTS)[figures.seed_map(seed=seed, level="light").layout.updatemenus[0].active]

    assert view(50) == "medial-left"
    assert view(100) == "medial-right"
    assert view(41) == "left"  # angular gyrus


def test_typed_arrays_arrive_as_they_were() -> None:
    figure = figures.seed_map(level="light")
    raw = json.loads(figure.to_json())["data"][0]["intensity"]
    values = np.frombuffer(base64.b64decode(raw["bdata"]), dtype="<f4")
    np.testing.assert_array_equal(values, figure.data[0].intensity)
