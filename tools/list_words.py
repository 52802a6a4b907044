"""Write the list of texts that pages ask for, from NeuroViz's own content; needed after a text was added or renamed.

python -m tools.list_words
"""

from __future__ import annotations

from collections.abc import Iterator

from neuroviz.domain.word_list import LIST, listed
from neuroviz.domain.yaml_source import read
from neuroviz.errors import ContentError
from neuroviz.resources import content_root


def lines() -> Iterator[str]:
    """The whole list, a line for each text."""
    root = content_root()
    for path in (root / "interface.yaml", *sorted((root / "words").glob("*.yaml"))):
        source, problems = read(path)
        if source is None or problems:
            raise ContentError(problems)
        # Entries of an open group come out alike; one of them is enough.
        yield from dict.fromkeys(listed(path.relative_to(root).as_posix(), source.data))


if __name__ == "__main__":
    LIST.write_text("".join(f"{line}\n" for line in lines()), encoding="utf-8", newline="\n")
