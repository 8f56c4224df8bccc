"""The language that the program is to speak: the user's choice, or else the system's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.locales.of_system import system_languages
from translator.locales.offered import OFFERED, best
from translator.places import find_settings_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_SETTING = re.compile(r"""^interface_language[ \t]*=[ \t]*["'](\w*)["'][ \t]*(?:#.*)?\r?$""", re.MULTILINE)
_FIRST_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


def language_for(setting: str, wishes: Callable[[], list[str]] = system_languages) -> str:
    """Return the language for what is set; empty, or a language that is not offered, stands for the system's."""
    return setting if setting in OFFERED else best(wishes())


def language_in(settings_file: Path) -> str:
    """Return which language a file of settings names, empty for none.

    The file is not read as TOML: that would take a command twenty times as long, and who writes nonsense into it is
    told when the window opens.
    """
    try:
        text = settings_file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return ""
    before_tables = _FIRST_TABLE.split(text, maxsplit=1)[0]
    found = _SETTING.search(before_tables)
    return found[1] if found else ""


def chosen_language() -> str:
    """Return the language that this user's program is to speak."""
    return language_for(language_in(find_settings_file()))
