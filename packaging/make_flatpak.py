"""Makes a Flatpak of what ``python3 dev.py package`` has frozen: ``.venv/bin/python packaging/make_flatpak.py``.

It needs flatpak-builder and the remote flathub; without them, ``--prepare`` writes the manifest with what it packs.
"""

import argparse
import sys
from pathlib import Path

import flatpak

DIST = Path(__file__).resolve().parents[1] / "dist"


def main(arguments: list[str]) -> int:
    """Make it; print where it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frozen", metavar="FOLDER", type=Path, default=DIST / "frozen" / "translator")
    parser.add_argument("--into", metavar="FOLDER", type=Path, default=DIST)
    parser.add_argument("--prepare", action="store_true", help="only write the manifest, and what it packs beside it")
    given = parser.parse_args(arguments)
    if not given.frozen.is_dir():
        parser.error(f"{given.frozen} is not there; python3 dev.py package makes it")
    manifest = flatpak.prepare(given.frozen, given.into.resolve() / "flatpak")
    print(manifest if given.prepare else flatpak.build(manifest, given.into.resolve()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
