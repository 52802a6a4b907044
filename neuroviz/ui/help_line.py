"""Where to turn in a crisis: the words of the content, or what the person who serves NeuroViz has set."""

from __future__ import annotations

import os
from typing import Final

from neuroviz.domain import Library

VARIABLE: Final = "NEUROVIZ_HELP_LINE"
"""Environment variable with the local help line as a sentence, for the app and for frozen copies."""

LONGEST: Final = 300


def help_line(library: Library) -> str:
    """The sentence to show wherever suicidal thoughts are mentioned."""
    own = " ".join(os.environ.get(VARIABLE, "").split())[:LONGEST]
    return own or library.safety.help.text
