"""Paste, clear, swap, open and copy: what one does with the texts, and how it is undone."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from translator.i18n import tr
from translator.language.tag import LanguagePair
from translator.surroundings.copied import CannotRead
from translator.surroundings.picture import Picture
from translator.text.decoding import Decoded, NotText, decode, decode_as
from translator.translation.request import BlockOrigin, Translation
from translator.ui.clipboard_words import sentence_of
from translator.ui.desktop_ports import Clipboard
from translator.ui.loop.tasks import Tasks
from translator.ui.ports import NoTeaching, Teaching
from translator.ui.translate.files_in_turn import FilesInTurn
from translator.ui.translate.language_choice import LanguageChoice, Pairing
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.screen import Screen
from translator.ui.vocabulary import Action

LARGEST_FILE = 512 * 1024
"""Bytes, some 80,000 words. A text beyond this is a document: laying it out would hold up typing for over a second."""

_TICK_SECONDS = 1.2

Before = tuple[str, Translation, str, Pairing]
"""What a step replaced: the source, the translation and what it was made of, and the languages."""


def _join_none(_text: str) -> str | None:
    """Join no lines."""
    return None


def _do_nothing() -> None:
    """Nobody wants to know."""


def _say_nothing(_editing: "Editing") -> None:
    """Nothing was said."""


@dataclass(frozen=True, slots=True)
class UndoableStep:
    """What the next undo brings back, as long as the source has this revision.

    ``say_again`` says what was said of how the source came there: of its encoding, or of lines that were joined.
    ``waiting`` are the files that were given with the one that was opened.
    """

    replaced: Before | None
    revision: int
    say_again: Callable[["Editing"], None]
    waiting: tuple[Path, ...] = ()


class Editing:
    """Replaces texts as one step each, and brings back what the last step replaced."""

    def __init__(
        self, screen: Screen, languages: LanguageChoice, translating: TranslatePresenter, clipboard: Clipboard,
        tick_copy: Callable[[bool], None], write_file: Callable[[Path, bytes], None],
        teaching: Teaching | None = None, join_lines: Callable[[str], str | None] = _join_none,
        begun: Callable[[], None] = _do_nothing, take_picture: Callable[[Picture], None] | None = None,
        open_picture: Callable[[Path], bool] | None = None,
    ) -> None:  # fmt: skip
        """``write_file`` replaces a file's content whole or not at all, and raises OSError.

        ``join_lines`` returns a text with the line breaks inside its paragraphs joined, or None where it has none.
        ``teaching`` is told what is copied and saved; ``begun`` is called where another text takes the place of the
        source. ``take_picture`` takes a picture that is pasted, where pictures can be read; ``open_picture`` a file,
        and returns whether that is a picture.
        """
        self._screen = screen
        self._languages = languages
        self._translating = translating
        self._clipboard = clipboard
        self._tick_copy = tick_copy
        self._write_file = write_file
        self._teaching = teaching or NoTeaching()
        self._join_lines = join_lines
        self._begun = begun
        self._take_picture = take_picture
        self._open_picture = open_picture
        self._tasks = Tasks()
        self._replaced: Before | None = None
        self._take_back: Callable[[], bool] | None = None
        self._revision = -1
        self._say_again: Callable[[Editing], None] = _say_nothing
        self.is_exchanging = False
        """Whether an edit of the source is its doing."""
        self.files = FilesInTurn(screen, self.open_file)
        """Those that were given at once."""

    async def close(self) -> None:
        """End everything that runs."""
        await self._tasks.close()

    # Commands

    def paste(self) -> None:
        """Replace the source by what is on the clipboard."""
        self._tasks.start("paste", self._paste(lambda text: self._bring_in(text, tr("Pasted"))))
        self._screen.focus_source()

    def paste_here(self) -> None:
        """Put what is on the clipboard in the place of what is selected in the source, or at the caret."""
        self._tasks.start("paste", self._paste(lambda text: self._screen.insert_into_source(self.join_pasted(text))))

    def clear(self) -> None:
        """Empty both panes."""
        if self._screen.source_text() or self._translating.translation.text:
            self.put("", tr("Cleared"), self.begin_step(), Translation(""))
        self._screen.focus_source()

    def swap(self) -> None:
        """Turn the languages round; the translation, where there is one of what is typed, becomes the source."""
        translation, is_outdated = self._translating.translation, self._translating.is_outdated
        before = self.begin_step()
        self._languages.swap()
        self._screen.show_languages(self._languages)
        if translation.text and not is_outdated:
            self.put(translation.text, tr("Swapped"), before, Translation(""))
            self._translating.translate()
        else:
            if translation.text:
                self._translating.show_translation(Translation(""))
            self._offer_back(before, tr("Swapped"))

    def reopen(self, text: str, translation: Translation, languages: LanguagePair) -> None:
        """Show a translation that was made earlier, as one step."""
        before = self.begin_step()
        if self._languages.source is not None:
            self._languages.choose_source(languages.source)
        self._languages.choose_target(languages.target)
        self._screen.show_languages(self._languages)
        self.put(text, tr("Reopened"), before, translation)

    def copy(self) -> None:
        """Copy the translation, in the reply's own characters."""
        text = self._translating.translation.text
        if text:
            self._clipboard.set_text(text)
            self._teach()
            self._tasks.start("tick", self._tick())
        else:
            self._screen.show_status(tr("There is no translation to copy yet."), "idle")

    def undo(self) -> None:
        """Bring back what the last step replaced, or else undo the last edit of the text."""
        if not self.undo_step():
            self._screen.undo_edit()

    def undo_step(self) -> bool:
        """Bring back what Clear, Swap, Paste, Open or a change in the translation replaced; return whether one did."""
        if self.undo_change():
            return True
        if self._replaced is None or self._revision != self._screen.source_revision():
            return False
        text, translation, of, pairing = self._replaced
        self._forget()
        self._languages.restore(pairing)
        if text != self._screen.source_text():  # or what was typed could be undone only after a step that shows nothing
            self._exchange(text)
        self._screen.show_languages(self._languages)
        self._translating.follow_edit()
        self._translating.show_translation(translation, of)
        self._say(tr("Brought back"))
        return True

    def offer_undo(self, take_back: Callable[[], bool], said: str) -> None:
        """Say what was changed in the translation, and let the next undo take it back. It returns whether it could."""
        self._replaced, self._take_back = None, take_back
        self._revision = self._screen.source_revision()
        self._screen.show_undo(offered=True)
        self._screen.show_status(said, "ready")

    def undo_change(self) -> bool:
        """Undo what was changed last in the translation; return whether there was something to undo."""
        take_back = self._take_back
        if take_back is None:
            return False
        self._forget()
        if not take_back():
            return False
        self._screen.show_status(tr("Brought back"), "ready")
        return True

    def follow_edit(self) -> None:
        """Take note that the source was edited: the last step can no longer be undone by one click."""
        is_offered = self._replaced is not None or self._take_back is not None
        if is_offered and self._revision != self._screen.source_revision():
            self._forget()

    def open_file(self, path: Path) -> None:
        """Replace the source by the text of this file, or by that in the picture that it is."""
        if self._open_picture is None or not self._open_picture(path):
            self._tasks.start("open", self._open(path))

    def save(self, path: Path) -> None:
        """Write the translation into this file, as UTF-8."""
        self._tasks.start("save", self._save(path, self._translating.translation.text))

    def begin_step(self) -> Before:
        """Stop what is on its way, and return how things are: what ``put`` may bring back."""
        self._translating.abandon()
        translating = self._translating
        return self._screen.source_text(), translating.translation, translating.shown.source, self._languages.pairing()

    def put(self, text: str, said: str, before: Before, translation: Translation | None = None) -> None:
        """Replace the source, and the translation where another is given, and say that it was.

        The next undo brings back how things were before.
        """
        self._begun()
        self._say_again = _say_nothing
        self._exchange(text)
        self._translating.follow_edit()
        if translation is not None:
            self._translating.show_translation(translation)
        # Only now: the edit itself was followed like every other, and would have forgotten it.
        self._offer_back(before, said)

    def _exchange(self, text: str) -> None:
        self.is_exchanging = True
        self._screen.replace_source(text)
        self.is_exchanging = False

    def _offer_back(self, before: Before, said: str) -> None:
        self._replaced, self._take_back = before, None
        self._revision = self._screen.source_revision()
        self._screen.show_undo(offered=True)
        self._say(said)

    def _say(self, said: str) -> None:
        """Say what was done; all is well only where the translation is one of what is there now."""
        self._screen.show_status(said, "idle" if self._translating.is_outdated else "ready")

    # Another window with the same text

    @property
    def is_busy(self) -> bool:
        """Whether something is being read or written that another window could not go on with."""
        return any(self._tasks.is_running(name) for name in ("paste", "open", "save"))

    def hand_over(self) -> UndoableStep:
        """Return what can be undone here. A change in the translation cannot be undone elsewhere."""
        return UndoableStep(self._replaced, self._revision, self._say_again, self.files.waiting)

    def take_over(self, before: UndoableStep, *, says: bool) -> None:
        """Let the next undo bring back what another window replaced.

        It ``says`` again how the source came there, where that is still to be seen.
        """
        if before.replaced is not None and before.revision == self._screen.source_revision():
            self._replaced, self._revision = before.replaced, before.revision
            self._screen.show_undo(offered=True)
        if says:
            before.say_again(self)

    # How

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

    async def _save(self, path: Path, text: str) -> None:
        try:
            await asyncio.to_thread(self._write_file, path, text.encode("utf-8", "replace"))
        except OSError as fault:
            reason = fault.strerror or getattr(fault, "reason", "") or tr("it cannot be written")
            sentence = tr("{name} could not be saved: {reason}.").format(name=path.name, reason=reason)
            again = Action(tr("Retry"), "retrySaveButton", lambda: self.save(path))
            self._screen.show_notice(sentence, "error", [again])
        else:
            self._teach()
            self._screen.show_status(tr("Saved {name}").format(name=path.name), "ready")

    async def _tick(self) -> None:
        self._tick_copy(True)
        try:
            await asyncio.sleep(_TICK_SECONDS)
        finally:
            self._tick_copy(False)

    def _warn(self, sentence: str) -> None:
        self._screen.show_source_notice(sentence, "warning")

    def _teach(self) -> None:
        """Tell that the user uses the translation as it is."""
        shown = self._translating.shown
        blocks = [b for b in shown.usable_blocks() if b.origin is not BlockOrigin.UNCHANGED and b.target.strip()]
        if blocks and shown.languages is not None:
            self._teaching.keep_accepted(blocks, shown.languages)

    def _bring_in(self, text: str, said: str) -> None:
        """Replace the source by a text from outside, in paragraphs where it comes in lines."""
        joined = self._join_lines(text)
        self._replace(text if joined is None else joined, said)
        if joined is not None:
            self.say_joined(text, joined)

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

    def _replace(self, text: str, said: str) -> None:
        self.put(text, said, self.begin_step())

    def _forget(self) -> None:
        self._replaced = self._take_back = None
        self._screen.show_undo(offered=False)


class TooLarge(Exception):
    """The file is larger than LARGEST_FILE."""


def read_file(path: Path) -> bytes:
    """Return what is in a file of text. Raises NotText, TooLarge, and OSError. For threads: a disk may be slow."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise NotText  # a pipe or a device, which might never end
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise TooLarge
    return content
