"""The circuit scale: interneuron, pyramidal cells and glia in medial prefrontal cortex."""

from typing import Final

from neuroviz.ui.scales.base import Scale
from neuroviz.ui.scales.scene import scene_scale

SCALE: Final[Scale] = scene_scale("circuit")
