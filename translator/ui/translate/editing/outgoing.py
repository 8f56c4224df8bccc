"""The translation, on its way to where it is used: copied, or saved in a file."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from translator.i18n import tr
from translator.translation.request import BlockOrigin
from translator.ui.desktop_ports import Clipboard
from translator.ui.loop.tasks import Tasks
from translator.ui.ports import NoTeaching, Teaching
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.screen import Screen
from translator.ui.vocabulary import Action

_TICK_SECONDS = 1.2


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

    async def close(self) -> None:
        """End everything that runs."""
        await self._tasks.close()

    @property
    def is_busy(self) -> bool:
        """Whether a file is being written."""
        return self._tasks.is_running("save")

    def copy(self) -> None:
        """Copy the translation."""
        text = self._translating.translation.text
        if text:
            self._clipboard.set_text(text)
            self._teach()
            self._tasks.start("tick", self._tick())
        else:
            self._screen.show_status(tr("There is no translation to copy yet."), "idle")

    def save(self, path: Path) -> None:
        """Write the translation into this file, as UTF-8."""
        self._tasks.start("save", self._save(path, self._translating.translation.text))

    async def _save(self, path: Path, text: str) -> None:
        try:
            await asyncio.to_thread(self._write_file, path, text.encode("utf-8", "replace"))
        except OSError as fault:
            reason = fault.strerror or tr("it cannot be written")
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

    def _teach(self) -> None:
        """Tell that the user uses the translation as it is."""
        shown = self._translating.shown
        blocks = [b for b in shown.usable_blocks() if b.origin is not BlockOrigin.UNCHANGED and b.target.strip()]
        if blocks and shown.languages is not None:
            self._teaching.keep_accepted(blocks, shown.languages)
