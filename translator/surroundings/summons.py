"""What a shortcut, the tray, or another process asks of the running program."""

from enum import StrEnum
from typing import NamedTuple


class Summons(StrEnum):
    """What is to come up."""

    OPEN = "open"
    """The window."""
    CLIPBOARD = "clipboard"
    """The popup, with what is on the clipboard."""
    SELECTION = "selection"
    """The popup, with what is selected in the program in front."""
    REGION = "region"
    """The popup, with the text in a part of the screen that the user draws."""


SHORTCUTS = (Summons.CLIPBOARD, Summons.SELECTION, Summons.REGION)
"""Those with a global shortcut."""


class Call(NamedTuple):
    """One such wish. ``activation`` is the desktop's token that lets a window come to the front, empty for none.

    ``file`` is the full path of a text file to open, ``others`` are those of files given with it; ``source`` and
    ``target`` are language tags as text. They are for OPEN alone, and empty where they are not given.
    """

    summons: Summons
    activation: str = ""
    file: str = ""
    source: str = ""
    target: str = ""
    others: tuple[str, ...] = ()
