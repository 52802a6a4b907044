"""Copies of NeuroViz that need no server."""
