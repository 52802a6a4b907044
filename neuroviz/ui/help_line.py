"""Where to turn in a crisis: the words of the content, or what the person who serves NeuroViz has set."""

from __future__ import annotations

import os
from typing import Final

from neuroviz.domain import Library
from neuroviz.ui.markup import Markup, el

VARIABLE: Final = "NEUROVIZ_HELP_LINE"
"""Environment variable with the local help line as a sentence, for the app and for frozen copies."""

LONGEST: Final = 300


def help_line(library: Library) -> str:
    """The sentence of the content, or the local one."""
    own = " ".join(os.environ.get(VARIABLE, "").split())[:LONGEST]
    return own or library.safety.help.text


def help_box(library: Library) -> Markup:
    """What stands on every page that mentions suicidal thoughts."""
    words = el("h2", library.safety.help.title), el("p", help_line(library))
    return el("section", *words, id="help", class_="boxed help-line")
