"""The measured network as plotly figures, for notebooks and slides; they need no app and no network."""

from __future__ import annotations

from neuroviz.figures.brain import connectome
from neuroviz.figures.figure import GRAPH_CONFIG, Figure, FigureError
from neuroviz.figures.heatmap import matrix
from neuroviz.figures.seed import seed_map

__all__ = ["GRAPH_CONFIG", "Figure", "FigureError", "connectome", "matrix", "seed_map"]
