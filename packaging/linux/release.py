"""What is packed: its names, its version, how large it may be."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from pathlib import Path

from translator import __version__

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
PACKAGE = "translator-desktop"
PROGRAM = "translator"

MOST_PACKED = 65_000_000
"""Bytes of the Debian package."""
MOST_INSTALLED = 185_000_000
"""Bytes of the files that it installs."""


class TooLarge(RuntimeError):
    """The package is larger than is promised."""


@dataclass(frozen=True, slots=True)
class Release:
    """What is packed. ``machine`` is the processor as Linux names it (x86_64, aarch64)."""

    version: str
    machine: str

    @property
    def title(self) -> str:
        """What the files are called, without what says their kind."""
        return f"{PROGRAM}-{self.version}-linux-{self.machine}"


def read_release() -> Release:
    """Return what this clone is."""
    return Release(__version__, platform.machine())
