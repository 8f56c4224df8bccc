"""What a test needs from the system it runs on."""

import os
import re
import sys
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


# What comes with Python on Unix alone, and what requirements.lock installs on Linux alone.
UNIX_ONLY = ("fcntl", "pty", "pwd", "resource", "termios")
LINUX_ONLY = ("gguf", "jeepney", "xcffib", "xllamacpp")


def foreign_module_in(complaint: str, platform: str = sys.platform) -> str:
    """Return the module whose absence this complains of, where it cannot be on this system; empty for anything else."""
    found = re.search(r"No module named '(\w+)", complaint)
    absent = found.group(1) if found else ""
    foreign = {"linux": (), "darwin": LINUX_ONLY}.get(platform, (*UNIX_ONLY, *LINUX_ONLY))
    return absent if absent in foreign else ""
