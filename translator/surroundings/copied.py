"""What is on the clipboard, or selected in another program; and why it cannot be had."""

from dataclasses import dataclass

from translator.surroundings.picture import Picture

PATIENCE_SECONDS = 0.3
"""How long the program that owns a clipboard's content may take to hand it over, before the user is told."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A text, or a picture where there is no text.

    ``file`` is the full path of the first file, where files of this computer were copied; the text is then its name.
    """

    text: str = ""
    picture: Picture | None = None
    file: str = ""


class CannotRead(Exception):
    """There is nothing to translate to be had."""


class NothingThere(CannotRead):
    """The clipboard is empty, or nothing is selected."""


class NothingVisible(CannotRead):
    """What there is of a text is blanks and invisible characters."""


class NotText(CannotRead):
    """There is something, but neither text nor a picture."""


class MarkedSecret(CannotRead):
    """Its owner, such as a password manager, has marked it as secret. It was not read."""


class OwnerHangs(CannotRead):
    """The program that owns it does not hand it over."""


class TooMuch(CannotRead):
    """It is larger than what is taken in."""


class NotAllowed(CannotRead):
    """The system does not let this program have it, until the user allows that."""


class CannotGrab(CannotRead):
    """No picture of the screen can be had here. ``reason`` is in the system's own words, or empty."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


class CannotReplace(Exception):
    """The translation could not be put in the place of the selected text."""


class ClipboardNotRestored(Exception):
    """What was on the clipboard before could not be put back. The work was done all the same.

    ``selected`` is the text that was read, where one was to be read; else the translation is in the selection's place.
    """

    def __init__(self, selected: str = "") -> None:
        super().__init__()
        self.selected = selected
