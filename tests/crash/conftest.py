"""A folder for what goes wrong, and a watch over this process."""

import faulthandler
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from translator.crash.watch import CrashWatch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "crashes"


@pytest.fixture
def watch(folder: Path) -> Iterator[CrashWatch]:
    """A watch of this process, which is begun. The tests' own faulthandler is put back afterwards."""
    begun = CrashWatch(folder)
    begun.begin()
    yield begun
    begun.end()
    faulthandler.enable(sys.__stderr__)
