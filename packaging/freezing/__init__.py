"""The program as a folder that needs no Python: the same on every system, made by PyInstaller from ``.venv``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[2]
NAME = "Translator" if sys.platform == "darwin" else "translator"
"""What the folder is called; on Linux and Windows also the program in it."""
TIME = "1767225600"
"""Seconds since 1970: the time that everything in a package bears where SOURCE_DATE_EPOCH says no other."""

_HERE = Path(__file__).resolve().parent
_BUILD = ROOT / "build" / "pyinstaller"


class CannotFreeze(RuntimeError):
    """PyInstaller did not make the program; what it wrote to standard error says why."""


def freeze(into: Path, *, icon: Path | None = None, version: Path | None = None, work: Path = _BUILD) -> Path:
    """Freeze the program; return its folder, which lies in ``into``. A folder of an earlier time is replaced.

    In it are the program, ``translator`` (on Windows ``translator.exe``, which has no console, and
    ``translator-console.exe``, which is the same for the command line), and all else in ``_internal``. On macOS the
    application ``Translator.app`` is made beside the folder. ``icon`` is an ``.ico`` or ``.icns`` file, ``version``
    PyInstaller's file of Windows' version resource, ``work`` the folder that PyInstaller works in, which no other is to
    use meanwhile. Takes one to two minutes, less where ``work`` is still there. Raises CannotFreeze.
    """
    given = {"icon": str(icon or ""), "version": str(version or "")}
    options = ["--noconfirm", "--log-level=WARN", f"--distpath={into}", f"--workpath={work}"]
    command = [sys.executable, "-m", "PyInstaller", *options, str(_HERE / "translator.spec")]
    if subprocess.call(command, env=_environment(given)):
        raise CannotFreeze("PyInstaller did not make the program")
    return into / NAME


def source_time(environment: Mapping[str, str] = os.environ) -> int:
    """Return the seconds since 1970 that everything in a package bears."""
    return int(environment.get("SOURCE_DATE_EPOCH") or TIME)


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    fixed = {"SOURCE_DATE_EPOCH": str(source_time()), "PYTHONHASHSEED": "0"}  # the same input makes the same output
    return {**os.environ, **fixed, "TRANSLATOR_FREEZING": json.dumps(given)}
