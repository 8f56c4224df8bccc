"""Compiles the catalogues of the interface's words: ``.po``, which people write, to ``.mo``, which gettext reads.

``python packaging/catalogues.py`` compiles those of the clone. The wheel is built with the same function.
"""

import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

I18N = Path(__file__).resolve().parents[1] / "resources" / "i18n"


def compile_catalogues(i18n_folder: Path, into: Path | None = None) -> list[Path]:
    """Compile each ``LANG/LC_MESSAGES/*.po`` of the folder, beside itself or to its place under ``into``.

    Entries that are marked as fuzzy are left out. Return what was written, which is every catalogue there is; a folder
    that is not there has none. Raises babel.messages.pofile.PoFileError where a catalogue cannot be read.
    """
    compiled = []
    for source in sorted(i18n_folder.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parts[-3], domain=source.stem, abort_invalid=True)
        target = (into or i18n_folder) / source.relative_to(i18n_folder).with_suffix(".mo")
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_suffix(".part")  # whoever reads meanwhile reads the old one or the new one
        with unfinished.open("wb") as file:
            write_mo(file, catalogue)
        unfinished.replace(target)
        compiled.append(target)
    return compiled


def main() -> int:
    """Compile the catalogues of the clone."""
    for catalogue in compile_catalogues(I18N):
        print(catalogue)
    return 0


if __name__ == "__main__":
    sys.exit(main())
