"""The synapse scale: a terminal and the spine that it talks to."""

from typing import Final

from neuroviz.ui.scales.base import Scale
from neuroviz.ui.scales.scene import scene_scale

SCALE: Final[Scale] = scene_scale("synapse")
