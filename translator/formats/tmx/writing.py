"""Writes units as TMX 1.4b, piece by piece."""

import re
from datetime import UTC, datetime

from translator import __version__
from translator.translation.memory.unit import TranslationUnit

# What XML 1.0 cannot say in any way (section 2.2).
_UNSAYABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})


class TmxWriter:
    """Makes the pieces of a TMX file, in UTF-8. ``made`` (aware) is when it is written.

    Each unit names its own source language, so a file may hold several pairs. Characters that XML cannot say are left
    out of the texts.
    """

    def __init__(self, made: datetime) -> None:
        self._made = made

    def begin(self) -> str:
        """Return what stands before all units."""
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
            f'<header creationtool="Translator" creationtoolversion="{__version__}" segtype="block"'
            f' o-tmf="Translator" adminlang="en" srclang="*all*" datatype="plaintext"'
            f' creationdate="{_date(self._made)}"></header>\n<body>\n'
        )

    def piece(self, unit: TranslationUnit) -> str:
        """Return what says this unit."""
        note = f"<note>{_said(unit.note)}</note>" if unit.note else ""
        variants = (
            f"{_variant(str(unit.source_language), unit.source)}{_variant(str(unit.target_language), unit.target)}"
        )
        return f'<tu srclang="{unit.source_language}" changedate="{_date(unit.changed)}">{note}{variants}</tu>\n'

    def end(self) -> str:
        """Return what stands behind all units."""
        return "</body>\n</tmx>\n"


def _variant(language: str, text: str) -> str:
    return f'<tuv xml:lang="{language}"><seg>{_said(text)}</seg></tuv>'


def _said(text: str) -> str:
    return _UNSAYABLE.sub("", text).translate(_ESCAPED)


def _date(time: datetime) -> str:
    in_utc = time.astimezone(UTC)
    return f"{in_utc.year:04}{in_utc:%m%dT%H%M%SZ}"
