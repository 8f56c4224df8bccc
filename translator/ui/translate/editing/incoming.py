"""Texts from outside, on their way into the source: what is pasted, and files that are opened."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from translator.i18n import tr
from translator.surroundings.copied import CannotRead
from translator.surroundings.picture import Picture
from translator.text.decoding import Decoded, NotText, decode, decode_as
from translator.ui.clipboard_words import sentence_of
from translator.ui.desktop_ports import Clipboard
from translator.ui.loop.tasks import Tasks
from translator.ui.translate.editing.editing import Editing
from translator.ui.translate.editing.files_in_turn import FilesInTurn
from translator.ui.translate.editing.text_file import TooLarge, read_file
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.screen import Screen
from translator.ui.vocabulary import Action

_COMING = "coming"
"""The name of what is on its way into the source, from wherever: the last that was asked for counts."""


def _join_none(_text: str) -> str | None:
    """Join no lines."""
    return None


def _say_nothing(_incoming: "Incoming") -> None:
    """Nothing was said."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """How the source came where it is.

    ``say_again`` says what was said of that: of its encoding, or of lines that were joined. ``waiting`` are the files
    that were given with the one that was opened.
    """

    say_again: Callable[["Incoming"], None]
    waiting: tuple[Path, ...] = ()


class Incoming:
    """Puts texts into the source as one step each, in paragraphs where they come in lines."""

    def __init__(
        self, screen: Screen, editing: Editing, translating: TranslatePresenter, clipboard: Clipboard,
        join_lines: Callable[[str], str | None] = _join_none, take_picture: Callable[[Picture], None] | None = None,
        open_picture: Callable[[Path], bool] | None = None,
    ) -> None:  # fmt: skip
        """``join_lines`` returns a text with the line breaks inside its paragraphs joined, or None where it has none.

        ``take_picture`` takes a picture that is pasted, where pictures can be read; ``open_picture`` a file, and
        returns whether that is a picture.
        """
        self._screen = screen
        self._editing = editing
        self._translating = translating
        self._clipboard = clipboard
        self._join_lines = join_lines
        self._take_picture = take_picture
        self._open_picture = open_picture
        self._tasks = Tasks()
        self._say_again: Callable[[Incoming], None] = _say_nothing
        self.files = FilesInTurn(screen, self.open_file)
        """Those that were given at once."""
        editing.before_each(self._forget_arrival)

    async def close(self) -> None:
        """End everything that runs."""
        await self._tasks.close()

    @property
    def is_busy(self) -> bool:
        """Whether something is being read."""
        return self._tasks.is_running(_COMING)

    def hand_over(self) -> Arrival:
        """Return how the source came here, for another window with the same text."""
        return Arrival(self._say_again, self.files.waiting)

    def _forget_arrival(self) -> None:
        self._say_again = _say_nothing

    def _bring_in(self, text: str, said: str) -> None:
        joined = self._join_lines(text)
        self._editing.put(text if joined is None else joined, said, self._editing.begin_step())
        if joined is not None:
            self.say_joined(text, joined)

    # Paste

    def paste(self) -> None:
        """Replace the source by what is on the clipboard."""
        self._tasks.start(_COMING, self._paste(lambda text: self._bring_in(text, tr("Pasted"))))
        self._screen.focus_source()

    def paste_here(self) -> None:
        """Put what is on the clipboard in the place of what is selected in the source, or at the caret."""
        self._tasks.start(_COMING, self._paste(lambda text: self._screen.insert_into_source(self.join_pasted(text))))

    async def _paste(self, take: Callable[[str], None]) -> None:
        """Read the clipboard, and hand on what is there."""
        try:
            copied = await self._clipboard.read()
        except CannotRead as reason:
            self._screen.show_status(sentence_of(reason), "idle")
            return
        if copied.file:
            self.open_file(Path(copied.file))
        elif copied.text:
            take(copied.text)
        elif copied.picture is not None and self._take_picture is not None:
            self._take_picture(copied.picture)
        else:
            self._screen.show_status(tr("There is no text on the clipboard."), "idle")

    def join_pasted(self, text: str) -> str:
        """Return what is to be pasted into the source instead of this, and offer to undo that."""
        joined = self._join_lines(text)
        if joined is None:
            return text
        self.say_joined(text, joined)
        return joined

    def say_joined(self, lines: str, joined: str) -> None:
        """Say that lines were joined, and offer to take that back."""
        self._say_again = lambda other: other.say_joined(lines, joined)

        def take_back() -> None:
            self._screen.take_source_notice_away("")
            source = self._screen.source_text()
            if joined in source:
                self._screen.replace_source(source.replace(joined, lines, 1))
                self._translating.follow_edit()

        undo = Action(tr("Undo"), "undoJoiningButton", take_back)
        self._screen.show_source_notice(tr("Line breaks inside paragraphs were joined."), "info", [undo])

    # Open

    def open_file(self, path: Path) -> None:
        """Replace the source by the text of this file, or by that in the picture that it is."""
        self._tasks.cancel(_COMING)
        if self._open_picture is None or not self._open_picture(path):
            self._tasks.start(_COMING, self._open(path))

    async def _open(self, path: Path) -> None:
        try:
            content = await asyncio.to_thread(read_file, path)
            decoded = await asyncio.to_thread(decode, content)
        except NotText:
            self._warn(tr("{name} is not a text file.").format(name=path.name))
        except TooLarge:
            self._warn(tr("{name} is larger than 512 KB; open a part of it.").format(name=path.name))
        except OSError as fault:
            reason = fault.strerror or tr("it cannot be read")
            self._warn(tr("{name} could not be opened: {reason}.").format(name=path.name, reason=reason))
        else:
            self._show_file(path, content, decoded)

    def _warn(self, sentence: str) -> None:
        self._screen.show_source_notice(sentence, "warning")

    def _show_file(self, path: Path, content: bytes, decoded: Decoded) -> None:
        self._screen.hide_notices()
        self._bring_in(decoded.text, tr("Opened {name}").format(name=path.name))
        if not decoded.certain:
            self.ask_encoding(path, content, decoded)

    def ask_encoding(self, path: Path, content: bytes, decoded: Decoded) -> None:
        """Say how the file was read, and offer the other ways it could be."""

        def read_as(encoding: str) -> Callable[[], None]:
            text = decode_as(content, encoding)
            return lambda: self._show_file(path, content, Decoded(text, encoding, certain=True))

        self._say_again = lambda other: other.ask_encoding(path, content, decoded)
        others = [encoding for encoding in decoded.candidates if encoding != decoded.encoding][:3]
        actions = [Action(other, f"encodingButton_{other}", read_as(other)) for other in others]
        sentence = tr("{name} was read as {encoding}. If letters look wrong, try another encoding.")
        self._screen.show_source_notice(sentence.format(name=path.name, encoding=decoded.encoding), "info", actions)
