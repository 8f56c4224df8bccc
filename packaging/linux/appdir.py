"""The AppDir, as appimagetool wants it, and the AppImage where that tool is at hand.

What is in it: https://docs.appimage.org/reference/appdir.html
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from freezing import source_time
from linux.release import HERE, PROGRAM, Release
from linux.tree import lay_out, settle
from translator import APPLICATION_ID

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST = "256x256"


def make_appdir(frozen: Path, into: Path, release: Release) -> Path:
    """Lay the AppDir out; return it. One of an earlier time is replaced."""
    appdir = into / f"{release.title}.AppDir"
    shutil.rmtree(appdir, ignore_errors=True)
    appdir.mkdir(parents=True)
    lay_out(frozen, appdir, f"usr/lib/{PROGRAM}")
    shutil.copyfile(HERE / "AppRun", appdir / "AppRun")
    (appdir / f"{APPLICATION_ID}.desktop").symlink_to(f"usr/share/applications/{APPLICATION_ID}.desktop")
    picture = f"{APPLICATION_ID}.png"
    (appdir / picture).symlink_to(f"usr/share/icons/hicolor/{_LARGEST}/apps/{picture}")
    (appdir / ".DirIcon").symlink_to(picture)
    settle(appdir)
    return appdir


def make_appimage(appdir: Path, into: Path, release: Release) -> list[Path]:
    """Make the AppImage, and return it, where ``appimagetool`` is on PATH. Raises CalledProcessError."""
    tool = shutil.which("appimagetool")
    if tool is None:
        sys.stderr.write("No AppImage: appimagetool is not on PATH.\n")
        return []
    image = into / f"{release.title}.AppImage"
    environment = {**os.environ, "ARCH": release.machine, "SOURCE_DATE_EPOCH": str(source_time())}
    subprocess.run([tool, "--no-appstream", str(appdir), str(image)], check=True, env=environment)
    return [image]
