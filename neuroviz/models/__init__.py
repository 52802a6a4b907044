"""Models of what the drug does: numpy in, numpy out, each with its units and the source of its numbers."""
