"""The measured network as plotly figures, for notebooks and slides; they need no app and no network."""

from __future__ import annotations

from neuroviz.figures.brain import connectome
from neuroviz.figures.figure import GRAPH_CONFIG, Figure, FigureError
from neuroviz.figures.heatmap import matrix
from neuroviz.figures.panel import PANEL_CONFIG, panel_matrix
from neuroviz.figures.seed import seed_map

__all__ = ["GRAPH_CONFIG", "PANEL_CONFIG", "Figure", "FigureError", "connectome", "matrix", "panel_matrix", "seed_map"]
