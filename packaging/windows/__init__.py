"""What Windows users get: an installer for one user, which asks for no administrator, and a zip to unpack anywhere."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import freezing
from icons import write_ico
from translator import __version__
from windows.installer import compile_installer
from windows.version_resource import write_version_resource
from windows.zipped import write_zip

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


PROGRAMS = ("translator.exe", "translator-console.exe")


def package(
    into: Path, freeze: Callable[..., Path] = freezing.freeze, environment: Mapping[str, str] = os.environ
) -> list[Path]:
    """Freeze the program, and make what is offered for download in the folder; return those files.

    Where WINDOWS_SIGN_COMMAND is in the environment, programs, installer and uninstaller are signed by that command, to
    which the file's path is added. Raises CannotFreeze, CannotCompile, CalledProcessError, OSError.
    """
    work = into / "frozen"
    icon, resource = work / "translator.ico", work / "version_resource.txt"
    write_ico(icon)
    write_version_resource(resource, __version__)
    program = freeze(work, icon=icon, version=resource)
    sign = environment.get("WINDOWS_SIGN_COMMAND", "")
    for name in PROGRAMS if sign else ():
        subprocess.run(f'{sign} "{program / name}"', check=True, shell=True)  # a whole line, as NSIS takes it
    title, makensis = f"Translator-{__version__}", shutil.which("makensis")
    installer = compile_installer(program, into / f"{title}-setup.exe", __version__, icon, makensis, sign)
    return [installer, write_zip(program, into / f"{title}-windows.zip", __version__)]
