"""Makes the packages of this system: ``python3 dev.py package``. They lie in ``dist/``.

On Linux a .deb, a .tar.xz and an AppDir (an AppImage where appimagetool is at hand); on Windows and macOS what
packaging/windows and packaging/macos say.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DIST = Path(__file__).resolve().parents[1] / "dist"


def main(arguments: Sequence[str]) -> int:
    """Make what is asked for; print where it is, and how large."""
    parser = argparse.ArgumentParser(prog="dev.py package", description=__doc__)
    parser.add_argument("--into", metavar="FOLDER", type=Path, default=DIST, help="where to put them (dist)")
    if sys.platform.startswith("linux"):
        parser.add_argument("--only", choices=("deb", "tar", "appdir"), action="append", help="one kind; repeatable")
    given = parser.parse_args(arguments)
    into = given.into.resolve()
    into.mkdir(parents=True, exist_ok=True)
    for made in _package(into, tuple(getattr(given, "only", None) or ())):
        print(f"{made}  {_size(made) / 1e6:.1f} MB")
    return 0


def _package(into: Path, kinds: tuple[str, ...]) -> list[Path]:
    if sys.platform == "win32":
        import windows

        return windows.package(into)
    if sys.platform == "darwin":
        import macos

        return macos.package(into)
    import linux

    return linux.package(into, kinds or linux.KINDS)


def _size(made: Path) -> int:
    files = [made] if made.is_file() else [path for path in made.rglob("*") if not path.is_symlink()]
    return sum(path.stat().st_size for path in files if path.is_file())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
