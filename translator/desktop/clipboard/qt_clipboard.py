"""The clipboard through Qt, where reading it waits for nobody: our own content on X11, and all of it elsewhere.

On Wayland, Windows and macOS too a program may be slow to hand over what it offers. Qt gives up by itself there, on
Wayland after a second; the loop stands still for so long.
"""

from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication, QImage

from translator.daemon_thread import start_in_daemon_thread
from translator.desktop.clipboard.content import KDE_HINT, MOST_PICTURE, MOST_TEXT, clean_text
from translator.desktop.clipboard.own_use import OwnUse
from translator.desktop.clipboard.pictures import write_picture
from translator.surroundings.copied import Copied, MarkedSecret, NothingThere, NotText, TooMuch

# What password managers put beside a password, on the systems that have such a custom.
_CONCEALED = (
    "ExcludeClipboardContentFromMonitorProcessing",
    "org.nspasteboard.ConcealedType",
    "org.nspasteboard.TransientType",
)
_HISTORY = "CanIncludeInClipboardHistory"  # Windows; where it is, and is zero


class QtClipboard:
    """The clipboard as Qt sees it. ``number`` returns how often it has changed, where the system counts that."""

    def __init__(self, own_use: OwnUse, number: Callable[[], int] = lambda: 0) -> None:
        self._own_use = own_use
        self._number = number
        self._setting = False

    async def read(self) -> Copied:
        """Return what is on it. Raises CannotRead."""
        content = system_clipboard().mimeData()
        if not content.formats():
            raise NothingThere
        if is_secret(content):
            raise MarkedSecret
        return await _read(content)

    def set_text(self, text: str) -> None:
        """Put a text on it."""
        self._setting = True  # Qt tells of it at once
        system_clipboard().setText(text)
        self._setting = False

    def listen(self, changed: Callable[[], None]) -> None:
        """Call this whenever another program has put something on it."""

        def look() -> None:
            is_own = self._setting or system_clipboard().ownsClipboard() or self._own_use.is_own(self._number())
            if not is_own:
                changed()

        system_clipboard().dataChanged.connect(look)

    async def close(self) -> None:
        """Do nothing: the system keeps what was given back, and Qt sees to our own."""


async def _read(content: QMimeData) -> Copied:
    # By Qt, which knows how a path is written here: on Windows it begins with a drive.
    files = (url.toLocalFile() for url in content.urls() if url.isLocalFile() and url.host() in ("", "localhost"))
    file = next(files, "")
    text = clean_text(content.text()) if content.hasText() else ""
    if len(text) > MOST_TEXT:
        raise TooMuch
    if text or file:
        return Copied(text or file, file=file)
    if content.hasImage():
        return await _read_image(content.imageData())
    raise NothingThere if content.hasText() else NotText


async def _read_image(image: object) -> Copied:
    if not isinstance(image, QImage):
        raise NotText
    if image.sizeInBytes() > 8 * MOST_PICTURE:  # as it is drawn; as a file it will be much smaller
        raise TooMuch
    picture = await start_in_daemon_thread(lambda: write_picture(image))
    if picture is None:
        raise NotText
    return Copied(picture=picture)


def is_secret(content: QMimeData) -> bool:
    """Return whether its owner has marked it as secret."""
    if content.hasFormat(KDE_HINT):
        return bytes(content.data(KDE_HINT).data()).strip() == b"secret"
    if any(_HISTORY in name and not any(content.data(name).data()) for name in content.formats()):
        return True
    # Windows' and macOS' own names stand inside the names that Qt makes of them.
    return any(mark in name for name in content.formats() for mark in _CONCEALED)


def system_clipboard() -> QClipboard:
    """Return Qt's clipboard."""
    return QGuiApplication.clipboard()
