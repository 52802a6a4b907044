"""The opened clock: linked charts on one axis, as markup and numbers that the browser blends."""

from neuroviz.ui.timecourse.file import time_file

__all__ = ["time_file"]
