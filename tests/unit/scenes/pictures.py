"""Made-up pictures for the tests of the scenes."""

from __future__ import annotations

from neuroviz.scenes.picture import DrawnLabel, DrawnLink, DrawnNode, DrawnPicture, DrawnWords
from neuroviz.viewpoints import DrawnParcels, DrawnView, Ring

HOSTILE = "</text><script>alert(\"1\")</script> & 'x' <b"
WORDS = DrawnWords("The default mode network", "Left view", "Group mean, 100 parcels")


def square(size: int) -> Ring:
    return ((-size, -size), (size, -size), (size, size), (-size, size))


def view(name: str = "hero") -> DrawnView:
    layers = ("silhouette", "back", "deep", "lit", "rim-1", "rim-2", "rim-3", "rim-4", "rim-5")
    return DrawnView(name, {layer: (square(1600 - 100 * n),) for n, layer in enumerate(layers)})


def parcels(name: str = "hero") -> DrawnParcels:
    return DrawnParcels(name, "schaefer-100", {50: (square(200),), 7: (square(100), square(40))})


def picture(name: str = "Posterior cingulate", line: str = "inward attention") -> DrawnPicture:
    nodes = (
        DrawnNode(50, (-6.0, -52.0, 33.0), "--node-core", "circle", 1.0, {"aria-label": name}),
        DrawnNode(41, (-52.0, -61.0, 29.0), "--node-dm", "diamond", 0.5),
        DrawnNode(49, (-10.0, -55.0, 8.0), "--node-mt", "square", 0.3),
        DrawnNode(96, (7.0, 55.0, -4.0), "--node-other", "dot", 0.1),
    )
    links = (DrawnLink(0, 1, 0.25), DrawnLink(0, 3, 0.75))
    return DrawnPicture(nodes, links, (DrawnLabel(0, name, line),), {50: "--node-core"})
