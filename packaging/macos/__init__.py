"""What users of macOS get: the application in a disk image, signed and notarised where there are the means for it."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import freezing
from icons import write_icns
from macos.notarising import notarise
from macos.signing import sign_application, sign_file
from translator import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Run = Callable[[Sequence[str]], None]

NAME = "Translator"


def package(
    into: Path, freeze: Callable[..., Path] = freezing.freeze, run: Run | None = None,
    environment: Mapping[str, str] = os.environ,
) -> list[Path]:  # fmt: skip
    """Freeze the program, and make the disk image in the folder; return the image.

    Where MACOS_SIGN_IDENTITY is in the environment (a "Developer ID Application" in the keychain), everything is signed
    with it; where notarising.py's variables are there, too, Apple notarises the image. Raises CannotFreeze,
    CalledProcessError, OSError.
    """
    call = run or _run
    work = into / "frozen"
    write_icns(work / f"{NAME}.icns")
    freeze(work, icon=work / f"{NAME}.icns")
    application = work / f"{NAME}.app"
    identity = environment.get("MACOS_SIGN_IDENTITY", "")
    if identity:
        sign_application(application, identity, call)
    image = make_image(application, into / f"{NAME}-{__version__}-macos-{platform.machine()}.dmg", call)
    if identity:
        sign_file(image, identity, call)
        notarise(image, environment, call)
    else:
        sys.stderr.write("Not signed: MACOS_SIGN_IDENTITY is not set.\n")
    return [image]


def make_image(application: Path, image: Path, run: Run) -> Path:
    """Pack the application into a disk image, beside a link to where it is to be dragged; return the image."""
    with tempfile.TemporaryDirectory(prefix="image.") as folder:
        run(("ditto", str(application), str(Path(folder, application.name))))  # keeps links, modes and signatures
        Path(folder, "Applications").symlink_to("/Applications")
        how = ("-fs", "HFS+", "-format", "ULMO", "-ov")  # packed by LZMA, which macOS reads since 10.15
        run(("hdiutil", "create", "-volname", NAME, "-srcfolder", folder, *how, str(image)))
    return image


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True)
