"""The translation, on its way to where it is used: copied, or saved in a file."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from translator.i18n import tr
from translator.joining import as_sentence, sentences
from translator.language.tag import LanguagePair
from translator.translation.request import BlockOrigin, FinishedBlock
from translator.ui.desktop_ports import Clipboard
from translator.ui.loop.tasks import InTurn, Tasks
from translator.ui.ports import NoTeaching, Teaching
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.screen import Screen
from translator.ui.vocabulary import Action

_TICK_SECONDS = 1.2

_Used = tuple[Sequence[FinishedBlock], LanguagePair] | None
"""What of a translation can be learned from, once it is used as it is."""


def explain_outdated() -> str:
    """Return what to say of a translation that is handed out though the text has changed since."""
    return tr("At least part of this translates an earlier text.")


class Outgoing:
    """Hands out the translation in the reply's own characters. What is used as it is, can be learned from."""

    def __init__(
        self, screen: Screen, translating: TranslatePresenter, clipboard: Clipboard,
        tick_copy: Callable[[bool], None], write_file: Callable[[Path, bytes], None],
        teaching: Teaching | None = None,
    ) -> None:  # fmt: skip
        """``write_file`` replaces a file's content whole or not at all, and raises OSError."""
        self._screen = screen
        self._translating = translating
        self._clipboard = clipboard
        self._tick_copy = tick_copy
        self._write_file = write_file
        self._teaching = teaching or NoTeaching()
        self._tasks = Tasks()
        self._saving = InTurn()

    async def close(self) -> None:
        """End everything that runs; what is being saved is still written, as long as is fair."""
        await self._tasks.close()
        await self._saving.finish()

    @property
    def is_busy(self) -> bool:
        """Whether a file is being written."""
        return self._saving.is_busy

    def copy(self) -> None:
        """Copy the translation."""
        text = self._translating.translation.text
        if text:
            self._clipboard.set_text(text)
            self._teach(self._used())
            self._tasks.start("tick", self._tick())
            self._say_where_outdated(tr("Copied."), is_outdated=self._translating.is_left_outdated)
        else:
            self._screen.show_status(tr("There is no translation to copy yet."), "idle")

    def save(self, path: Path) -> None:
        """Write the translation as it is now into this file, as UTF-8, after what is being saved already."""
        text, is_outdated = self._translating.translation.text, self._translating.is_left_outdated
        self._saving.do(partial(self._save, path, text, is_outdated, self._used()))

    async def _save(self, path: Path, text: str, is_outdated: bool, used: _Used) -> None:
        try:
            await asyncio.to_thread(self._write_file, path, text.encode("utf-8", "replace"))
        except OSError as fault:
            reason = fault.strerror or tr("it cannot be written")
            sentence = tr("{name} could not be saved: {reason}.").format(name=path.name, reason=reason)
            again = Action(tr("Retry"), "retrySaveButton", lambda: self.save(path))
            self._screen.show_notice(sentence, "error", [again])
        else:
            self._teach(used)
            saved = tr("Saved {name}").format(name=path.name)
            self._screen.show_status(saved, "ready")
            self._say_where_outdated(as_sentence(saved), is_outdated=is_outdated)

    def _say_where_outdated(self, done: str, *, is_outdated: bool) -> None:
        """Say with what was done that the text was another when this was translated: where it goes, no mark tells."""
        if is_outdated:
            again = Action(tr("Translate again"), "retryButton", self._translating.translate)
            self._screen.show_notice(sentences(done, explain_outdated()), "info", [again])

    async def _tick(self) -> None:
        self._tick_copy(True)
        try:
            await asyncio.sleep(_TICK_SECONDS)
        finally:
            self._tick_copy(False)

    def _used(self) -> _Used:
        shown = self._translating.shown
        blocks = [b for b in shown.usable_blocks() if b.origin is not BlockOrigin.UNCHANGED and b.target.strip()]
        return (blocks, shown.languages) if blocks and shown.languages is not None else None

    def _teach(self, used: _Used) -> None:
        """Tell that the user uses this as it is."""
        if used is not None:
            self._teaching.keep_accepted(*used)
