"""Whole TMX files, written at once."""

from collections.abc import Iterable
from datetime import datetime
from typing import TextIO

from translator.formats.tmx.writing import TmxWriter
from translator.translation.memory.unit import TranslationUnit


def write_tmx(file: TextIO, units: Iterable[TranslationUnit], made: datetime) -> None:
    """Write these to a file that is open for UTF-8 text."""
    writer = TmxWriter(made)
    file.write(writer.begin())
    file.writelines(map(writer.piece, units))
    file.write(writer.end())
