"""Names of the shared shapes that content may ask for; a test holds them to those that are drawn."""

from __future__ import annotations

from typing import Final

# fmt: off
SHAPES: Final = (
    "glu", "gaba", "ca", "mg", "na", "k", "gly", "ket", "hnk", "bdnf", "ado", "opi", "cyt", "pulse", "protein",
    "ampa-shut", "ampa", "nmda2a-mg", "nmda2a-open", "nmda2a-ket", "nmda2a-shut", "nmda2a-small", "nmda2a-small-ket",
    "nmda2b-mg", "nmda2b-open", "nmda2b-ket", "nmda2b-shut", "nmda2b-small", "nmda2b-small-ket", "trkb",
    "trkb-active", "vgcc", "vgcc-open", "tchannel", "tchannel-open", "eaat", "gaba-a", "gaba-a-free", "mor",
    "mor-bound", "adora", "adora-bound", "mtorc1", "eef2k", "mrna", "mrna-read", "mitochondrion", "vesicle-1",
    "vesicle-2", "vesicle-3", "vesicle-bdnf", "vesicle-gaba", "fused", "fused-bdnf", "scaffold-1", "scaffold-2",
    "spine", "spine-new", "spine-ghost",
)
# fmt: on
