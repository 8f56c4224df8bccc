"""What Windows users get: an installer for one user, which asks for no administrator, and a zip to unpack anywhere."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import freezing
from icons import write_ico
from translator import __version__
from windows.installer import compile_installer
from windows.version_resource import write_version_resource
from windows.zipped import write_zip

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def package(into: Path, freeze: Callable[..., Path] = freezing.freeze) -> list[Path]:
    """Freeze the program, and make what is offered for download in the folder; return those files.

    Raises CannotFreeze, CannotCompile, OSError.
    """
    work = into / "frozen"
    icon, resource = work / "translator.ico", work / "version_resource.txt"
    write_ico(icon)
    write_version_resource(resource, __version__)
    return package_frozen(freeze(work, icon=icon, version=resource), into, __version__, icon)


def package_frozen(program: Path, into: Path, version: str, icon: Path) -> list[Path]:
    """Make an installer and a zip of the frozen program's folder; return them. Raises CannotCompile, OSError."""
    into.mkdir(parents=True, exist_ok=True)
    makensis = shutil.which("makensis")
    installer = compile_installer(program, into / f"Translator-{version}-setup.exe", version, icon, makensis)
    return [installer, write_zip(program, into / f"Translator-{version}-windows.zip", version)]
