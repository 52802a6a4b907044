"""Build the peers that NeuroViz is compared with, from public packages, and serve them until they are ended.

    python -m tests.bench.peers --out peers.json [--node FOLDER] [--port N]

All show one scene (`tests.bench.scene`). The pages are: an empty Dash page (what Dash itself costs),
nilearn's ``view_connectome``, NiiVue, Plotly's 3-D in Dash, and WebGL 2 written by hand in Dash (the floor).
nilearn has no threshold slider; its opacity slider is measured.

Needs ``pip install ".[atlas]"`` in the checkout for nilearn, and npm for NiiVue, which goes into FOLDER. Ctrl-C or
SIGTERM ends it.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tests.bench.scene import HALF, Scene, jcon, mz3, packed, scene

PAGES = Path(__file__).with_name("peer_pages")
NPM = ("@niivue/niivue@0.69.0", "esbuild@0.28.2")
DASH_SLIDER = "#t [role=slider]"


# ---- nilearn


def nilearn_page(folder: Path, shown: Scene) -> None:
    """The connectome viewer of nilearn, on a page of its own."""
    from nilearn import plotting

    matrix = np.zeros((len(shown.nodes), len(shown.nodes)))
    matrix[shown.first, shown.second] = matrix[shown.second, shown.first] = shown.r
    page = plotting.view_connectome(matrix, shown.nodes)
    (folder / "nilearn.html").write_text(page.html, encoding="utf-8")


# ---- NiiVue


def niivue_page(folder: Path, node: Path, shown: Scene) -> None:
    """NiiVue's page, bundled, with its meshes and its connectome."""
    if not (node / "node_modules" / "@niivue" / "niivue").is_dir():
        node.mkdir(parents=True, exist_ok=True)
        npm = shutil.which("npm") or "npm"
        subprocess.run([npm, "install", "--no-save", "--no-audit", "--no-fund", "--prefix", str(node), *NPM], check=True)
    command = [
        str(node / "node_modules" / ".bin" / ("esbuild.cmd" if os.name == "nt" else "esbuild")),
        str(PAGES / "niivue.js"),
        "--bundle",
        "--minify",
        "--format=esm",
        "--target=es2022",
        "--log-level=warning",
        f"--outfile={folder / 'niivue.bundle.js'}",
    ]
    subprocess.run(command, check=True, env={**os.environ, "NODE_PATH": str(node / "node_modules")})
    shutil.copy(PAGES / "niivue.html", folder)
    for name, offset in (("left", 0), ("right", HALF)):
        own = (shown.faces >= offset).all(1) & (shown.faces < offset + HALF).all(1)
        mz3(folder / f"{name}.mz3", shown.vertices[offset : offset + HALF], shown.faces[own] - offset)
    (folder / "network.jcon").write_text(json.dumps(jcon(shown)), encoding="utf-8")


# ---- Dash


def _dash(name: str, **options: Any) -> Any:
    """A Dash app that lives under ``/<name>/``."""
    from dash import Dash

    return Dash(
        name,
        requests_pathname_prefix=f"/{name}/",
        routes_pathname_prefix="/",
        assets_folder="none",
        **options,
    )


def empty_app() -> Any:
    """A heading, a field and a callback."""
    from dash import Input, Output, dcc, html

    app = _dash("empty")
    app.layout = html.Div([html.H1("hello"), dcc.Input(id="i", value="a"), html.Div(id="o")])
    app.callback(Output("o", "children"), Input("i", "value"))(lambda value: f"got {value}")
    return app


def plotly_app(shown: Scene) -> Any:
    """Plotly's 3-D in a graph; the slider hides the weaker links in the browser, without the server."""
    from dash import Input, Output, State, dcc, html

    figure, ends = _plotly_figure(shown)
    app = _dash("plotly")
    app.layout = html.Div(
        [
            html.Div(dcc.Slider(id="t", min=0, max=100, step=5, value=0, updatemode="drag", marks=None)),
            dcc.Graph(id="g", figure=figure, config={"displayModeBar": False}),
            dcc.Store(id="ends", data=ends),
        ]
    )
    app.clientside_callback(
        """(percent, ends) => {
            const plot = document.querySelector('#g .js-plotly-plot');
            const kept = 3 * Math.round(ends[0].length / 3 * (1 - percent / 100));
            const [x, y, z] = ends.map((axis) => [axis.slice(0, kept)]);
            if (plot) Plotly.restyle(plot, { x, y, z }, [1]);
            return window.dash_clientside.no_update;
        }""",
        Output("g", "id"),
        Input("t", "value"),
        State("ends", "data"),
        prevent_initial_call=True,
    )
    return app


def _plotly_figure(shown: Scene) -> tuple[Any, list[list[float | None]]]:
    """The scene for Plotly, and the ends of the links, with a gap after each."""
    import plotly.graph_objects as go

    ends = np.full((len(shown.r), 3, 3), np.nan)
    ends[:, 0], ends[:, 1] = shown.nodes[shown.first], shown.nodes[shown.second]
    x, y, z = ends.astype(np.float32).reshape(-1, 3).T
    (vx, vy, vz), (i, j, k) = shown.vertices.T, shown.faces.astype(np.int32).T
    still = {"hoverinfo": "skip", "showlegend": False}
    figure = go.Figure(
        [
            go.Mesh3d(x=vx, y=vy, z=vz, i=i, j=j, k=k, color="#dcdcdc", opacity=0.35, **still),
            go.Scatter3d(x=x, y=y, z=z, mode="lines", line={"width": 4, "color": "#2166ac"}, **still),
            go.Scatter3d(
                x=shown.nodes[:, 0],
                y=shown.nodes[:, 1],
                z=shown.nodes[:, 2],
                mode="markers",
                marker={"size": 6},
                **still,
            ),
        ]
    )
    axis = {"visible": False}
    space = {"xaxis": axis, "yaxis": axis, "zaxis": axis, "aspectmode": "data"}
    figure.update_layout(width=1000, height=700, margin={"l": 0, "r": 0, "t": 0, "b": 0}, scene=space, uirevision="kept")
    return figure, [[None if v != v else round(float(v), 1) for v in axis] for axis in (x, y, z)]


def webgl_app(folder: Path, shown: Scene) -> Any:
    """A canvas that a script of ours draws on, in a Dash page; native range, no callback."""
    from dash import html

    (folder / "scene.bin").write_bytes(packed(shown))
    shutil.copy(PAGES / "webgl.js", folder)
    page = (PAGES / "webgl.html").read_text(encoding="utf-8")
    app = _dash("webgl", index_string=page)
    app.layout = html.Div("controls")
    return app


# ---- all of them


def application(folder: Path, node: Path) -> Any:
    """One WSGI application with every page, built into `folder`."""
    from flask import Flask
    from werkzeug.middleware.dispatcher import DispatcherMiddleware

    shown = scene()
    nilearn_page(folder, shown)
    niivue_page(folder, node, shown)
    files = Flask("files", static_folder=str(folder), static_url_path="/")
    apps = {"/empty": empty_app(), "/plotly": plotly_app(shown), "/webgl": webgl_app(folder, shown)}
    mounts = {path: app.server for path, app in apps.items()}
    return DispatcherMiddleware(files, {**mounts, "/webgl/files": files})


def entries(base: str) -> list[dict[str, Any]]:
    """What `tests.bench.pages` reads: where each page is, and what can be done there."""
    return [
        {"name": "empty", "url": f"{base}/empty/", "canvas": "", "ready": "#o"},
        {"name": "nilearn", "url": f"{base}/nilearn.html", "slider": "#opacity-range"},
        {"name": "niivue", "url": f"{base}/niivue.html", "slider": "#t"},
        {"name": "plotly", "url": f"{base}/plotly/", "slider": DASH_SLIDER},
        {"name": "webgl", "url": f"{base}/webgl/", "slider": "#t"},
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, write peers.json, and serve on the loopback until ended."""
    import waitress

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("peers.json"), help="where the list goes (default: %(default)s)")
    cache = Path(tempfile.gettempdir()) / "neuroviz-bench-node"
    parser.add_argument("--node", type=Path, default=cache, help="folder for npm packages (default: %(default)s)")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one (default)")
    chosen = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with (
        tempfile.TemporaryDirectory() as folder,
        socket.create_server(("127.0.0.1", chosen.port)) as listener,
    ):
        served = application(Path(folder), chosen.node.resolve())
        base = f"http://127.0.0.1:{listener.getsockname()[1]}"
        server = waitress.create_server(served, sockets=[listener], threads=8)
        chosen.out.write_text(json.dumps(entries(base), indent=1) + "\n", encoding="utf-8")
        print(
            f"The peers are at {base}; {chosen.out} says where. Process {os.getpid()}; Ctrl-C ends it.",
            flush=True,
        )
        with contextlib.suppress(KeyboardInterrupt):
            server.run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
