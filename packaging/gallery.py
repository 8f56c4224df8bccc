"""Draws the views of the program in every look: scale, theme and direction. Called by ``shots.py``.

Nothing is started for it but the widgets themselves, on Qt's screen that is none: the same views, drawn in the same
manner, are the reference pictures of ``tests/ui/reference``.
"""

import asyncio
import os
import subprocess
import sys
from collections.abc import Sequence
from fnmatch import fnmatch
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

SCALES = ("1", "1.5", "2")
THEMES = ("light", "dark")
DIRECTIONS = ("ltr", "rtl")


class Looks(NamedTuple):
    """In which looks the views are drawn; ``names`` are patterns as of a shell, none of which means all."""

    scales: Sequence[str] = SCALES
    themes: Sequence[str] = THEMES
    directions: Sequence[str] = DIRECTIONS
    names: Sequence[str] = ()


def draw_all(into: Path, looks: Looks, language: str = "") -> int:
    """Write a picture of each view in each look into this folder, as ``scale/theme-direction/view.png``.

    ``language`` is that of the program, in gettext's spelling; English where it is empty.
    """
    for scale in looks.scales:  # which Qt reads once, before the first window
        lists = (",".join(part) for part in (looks.themes, looks.directions, looks.names))
        if status := _run_with(scale, language, str((into / f"{scale}x").resolve()), *lists):
            return status
    return 0


def draw_references() -> int:
    """Write the reference pictures anew."""
    return _run_with("1", "")


def _run_with(scale: str, language: str, *arguments: str) -> int:
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
    environment |= {"QT_LOGGING_RULES": "qt.qpa.*=false", "LC_ALL": "C.UTF-8", "LANGUAGE": language or "en"}
    with TemporaryDirectory(prefix="translator.") as home:
        environment |= {f"XDG_{kind}_HOME": home for kind in ("CONFIG", "STATE", "DATA", "CACHE")}
        return subprocess.run([sys.executable, __file__, *arguments], env=environment, check=False).returncode


class _Studio:
    """The application in this process, with the theme and the loop that views need."""

    def __init__(self) -> None:
        from translator.app import make_application
        from translator.assets import resources
        from translator.i18n import install, interface_language
        from translator.locales.chosen import chosen_language
        from translator.ui.look.icons import Icons
        from translator.ui.look.language import speak
        from translator.ui.look.theme import Theme
        from translator.ui.loop.qt_loop import QtLoop

        install(resources() / "i18n", chosen_language)
        self.app = make_application()
        speak(self.app, interface_language())
        self.theme = Theme(self.app, Icons(resources() / "icons"))
        self.loop = QtLoop(self.app, lambda: None)
        asyncio.set_event_loop(self.loop)

    def close(self) -> None:
        """End the threads that were at work."""
        self.loop.close()

    def draw(self, into: Path, looks: Looks) -> None:
        """Draw the views at the scale that this process has."""
        from PySide6.QtCore import Qt

        from tests.ui.reference.views import EVERY, draw

        sides = {"ltr": Qt.LayoutDirection.LeftToRight, "rtl": Qt.LayoutDirection.RightToLeft}
        names = [name for name in EVERY if not looks.names or any(fnmatch(name, wanted) for wanted in looks.names)]
        for appearance, direction in product(looks.themes, looks.directions):
            folder = into / f"{appearance}-{direction}"
            folder.mkdir(parents=True, exist_ok=True)
            self.app.setLayoutDirection(sides[direction])
            self.theme.choose("dark" if appearance == "dark" else "light", 100)
            for name in names:
                picture = self.loop.run_until_complete(draw(EVERY[name], self.theme))
                picture.save(str(folder / f"{name}.png"))
            print(folder, flush=True)

    def draw_references(self) -> None:
        """Draw what is kept."""
        from tests.ui.reference.pinned import FONT_FILE, PINNED, draw_pinned, font_edition, keep

        if not (edition := font_edition()):
            sys.exit("The pictures are drawn in Inter, which is not installed: Debian's package is fonts-inter.")
        for name in PINNED:
            picture = self.loop.run_until_complete(draw_pinned(name, self.theme, self.app))
            print(keep(name, picture), flush=True)
        FONT_FILE.write_text(f"{edition}\n", encoding="utf-8")


def _main(arguments: list[str]) -> None:
    studio = _Studio()
    if arguments:
        lists = [[name for name in words.split(",") if name] for words in arguments[1:]]
        studio.draw(Path(arguments[0]), Looks((), *lists))
    else:
        studio.draw_references()
    studio.close()


if __name__ == "__main__":
    _main(sys.argv[1:])
