"""A file that was copied, as in a file manager, stands for what is in it: a text, or a picture of one."""

from pathlib import Path
from typing import Protocol

from translator.daemon_thread import call_in_daemon_thread
from translator.surroundings.copied import CannotRead, Copied, NotText, TooMuch
from translator.text import decoding
from translator.translation.errors.requests import PictureUnreadable
from translator.ui.capture.fitting import is_picture_file, of_file
from translator.ui.translate.editing.text_file import TooLarge, read_file

LONGEST_SECONDS = 5.0
"""So long a disk may take, or another computer that the file is on."""


class Readable(Protocol):
    """A clipboard that can be read."""

    async def read(self) -> Copied:
        """Return what is on it. Raises CannotRead."""
        ...


class CopiedFiles:
    """A clipboard on which the first file has been opened. As in the window, its text is taken as it is most likely."""

    def __init__(self, clipboard: Readable) -> None:
        self._clipboard = clipboard

    async def read(self) -> Copied:
        """Return what is on it, or in the file that is. Raises CannotRead."""
        copied = await self._clipboard.read()
        if not copied.file:
            return copied
        path = Path(copied.file)
        try:
            return await call_in_daemon_thread(lambda: _open(path), LONGEST_SECONDS)
        except (OSError, ValueError):  # TimeoutError is one; a name with a NUL in it, the other
            raise CannotRead from None


def _open(path: Path) -> Copied:
    try:
        if is_picture_file(path):
            return Copied(picture=of_file(path)())
        return Copied(decoding.decode(read_file(path)).text)
    except (decoding.NotText, PictureUnreadable, IsADirectoryError):
        raise NotText from None
    except TooLarge:
        raise TooMuch from None
