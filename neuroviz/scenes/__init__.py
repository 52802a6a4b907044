"""Pictures as SVG text: pure functions, standard library only, every string escaped."""
