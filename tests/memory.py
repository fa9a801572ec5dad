"""Folders in memory: many file systems wait for the disk when a file is made, replaced or removed."""

from __future__ import annotations

import os
import tempfile

MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
"""Where files cost least."""


def in_memory() -> tempfile.TemporaryDirectory[str]:
    """A folder for as long as one is in it."""
    return tempfile.TemporaryDirectory(dir=MEMORY)
