"""What a test needs from the system it runs on."""

import os
from collections.abc import Mapping

import pytest

import dev

SCREEN = dev.SCREEN
KEYRING = dev.KEYRING
SPEECH = dev.SPEECH


def require(needed: Mapping[str, str]) -> None:
    """Skip the test where the system lacks one of these; the reason says how to get them."""
    absent = dev.missing(needed)
    if absent:
        pytest.skip(f"needs {', '.join(absent)}. {dev.advice(absent)}".replace("\n", ""))


def may_skip() -> bool:
    """Whether a test may be skipped here: not where CI promises to run them all."""
    return os.environ.get("CI", "").lower() not in ("1", "true")
