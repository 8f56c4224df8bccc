"""The archive: to be unpacked anywhere, and removed by deleting its folder."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from linux.release import PROGRAM, Release
from linux.tree import lay_out, settle
from translator import APPLICATION_ID

_README = f"""\
Translator {{version}} for Linux ({{machine}})

Start it:

    ./{PROGRAM}

Nothing has to be installed. To have it in your menu and on your PATH, for yourself alone:

    mkdir -p ~/.local/bin ~/.local/share
    ln -s "$PWD/{PROGRAM}" ~/.local/bin/
    cp -r share/. ~/.local/share/

That adds files called {APPLICATION_ID} and {PROGRAM} there; to remove it, delete them and this folder.
The licences of all that is in it: _internal/translator/resources/licences.txt, or About in the program.
"""


def write_archive(frozen: Path, into: Path, release: Release) -> Path:
    """Pack the program with what a desktop needs to know of it; return the ``.tar.xz``. Raises CalledProcessError."""
    archive = into / f"{release.title}.tar.xz"
    with tempfile.TemporaryDirectory(prefix="tar.", dir=into) as folder:
        root, top = Path(folder, "laid-out"), Path(folder, release.title)
        lay_out(frozen, root, PROGRAM)
        (root / PROGRAM).rename(top)
        (root / "usr" / "share").rename(top / "share")
        readme = _README.format(version=release.version, machine=release.machine)
        (top / "README.txt").write_text(readme, encoding="utf-8")
        settle(top)
        order = ("--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--hard-dereference")
        command = ["tar", "--create", "--xz", *order, f"--file={archive}", f"--directory={folder}", release.title]
        subprocess.run(command, check=True)
    return archive
