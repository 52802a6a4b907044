"""Pages, components and data files: what a browser is given."""
