"""Translations of all kinds, as a user of the window makes them."""

import asyncio
import contextlib
from collections.abc import Mapping
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.soak.use.app_in_use import Act, AppInUse
from tests.soak.use.texts import SHORT, long_text, short_text

FAULTS = ("http429", "http500", "truncated", "reset", "html200", "html502", "stall", "stall_head", "malformed", "quota")
"""Of the mock; each has a service of its own."""

HERE = "here"

_FAILS_AT_ONCE = "html200"

_KEY_SECONDS = 0.01
_MOST_TYPED = 30
_MOST_PATIENCE_SECONDS = 2.0
"""Who sees one failure after the other presses Escape in the end."""


class Translating:
    """Types, pastes, streams, stops, and has services that fail."""

    def __init__(self, app: AppInUse) -> None:
        self._app = app

    @property
    def acts(self) -> Mapping[str, Act]:
        """What can be done, by name."""
        fails = {f"fail: {fault}": self._failing(fault) for fault in FAULTS}
        return {
            "type": self.type, "paste": self.paste, "stream": self.stream, "begin": self.begin, "stop": self.stop,
            "edit while it streams": self.edit, "swap": self.swap, "clear and undo": self.clear,
            "edit by hand": self.edit_by_hand, **fails,
        }  # fmt: skip

    async def show_all(self) -> None:
        """Have shown what a window first makes when it is wanted: a failure, similar translations, a change by hand."""
        app, actions = self._app, self._app.opening.window.actions_
        app.preferences.choose_service(_FAILS_AT_ONCE)
        await self._translate(SHORT[0])
        app.preferences.choose_service(HERE)
        await self._translate(SHORT[0])
        for each in (actions.matches, actions.matches, actions.edit):
            each.trigger()
            await asyncio.sleep(0)
        QTest.keyClicks(app.opening.window.view.target.target, "Well, ")
        actions.edit.trigger()

    async def type(self, random: Random) -> None:
        """Type a text by keys, and translate it, if it is not translated while it is typed."""
        app, editor = self._app, self._app.opening.window.view.source.editor
        app.put("")
        for letter in short_text(random)[:_MOST_TYPED]:
            if letter.isascii() and letter.isprintable():
                QTest.keyClicks(editor, letter)
            else:
                editor.insert_text(letter)
            await asyncio.sleep(_KEY_SECONDS)
        app.opening.window.view.bar.translate.click()
        await app.finish()

    async def _translate(self, text: str) -> None:
        self._app.put(text)
        self._app.translate()
        await self._app.finish()

    async def paste(self, random: Random) -> None:
        """Paste a text into the empty source."""
        app, text = self._app, short_text(random)
        app.put("")
        QApplication.clipboard().setText(text)
        QTest.keyClick(app.opening.window.view.source.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        await app.until(app.opening.screen.source_text, "the pasted text")
        app.translate()
        await app.finish()

    async def stream(self, random: Random) -> None:
        """Translate a long text to its end."""
        self._app.put(long_text(random))
        self._app.translate()
        await self._app.finish()
        assert self._app.target, "nothing came of a translation"

    async def begin(self, random: Random) -> None:
        """Begin a long translation, and go on to something else."""
        self._app.put(long_text(random))
        self._app.translate()
        await asyncio.sleep(random.random() / 2)

    async def stop(self, random: Random) -> None:
        """Stop a long translation in its midst, or before anything came."""
        await self.begin(random)
        self._app.escape()
        await self._app.finish()

    async def edit(self, random: Random) -> None:
        """Change the text while its translation streams, and translate again."""
        await self.begin(random)
        QTest.keyClicks(self._app.opening.window.view.source.editor, "Also: ")
        self._app.opening.window.view.bar.translate.click()
        await self._app.finish()

    async def swap(self, random: Random) -> None:
        """Swap languages and texts, twice."""
        for _ in range(2):
            self._app.opening.window.actions_.swap.trigger()
            await asyncio.sleep(random.random() / 4)

    async def clear(self, _: Random) -> None:
        """Clear both texts, and take that back."""
        actions = self._app.opening.window.actions_
        actions.clear.trigger()
        await asyncio.sleep(0)
        actions.undo.trigger()
        await asyncio.sleep(0)

    async def edit_by_hand(self, random: Random) -> None:
        """Change the translation."""
        app = self._app
        app.put(short_text(random))
        app.translate()
        await app.finish()
        app.opening.window.actions_.edit.trigger()
        QTest.keyClicks(app.opening.window.view.target.target, "Well, ")
        await asyncio.sleep(random.random() / 4)
        app.opening.window.actions_.edit.trigger()

    def _failing(self, fault: str) -> Act:
        async def fail(random: Random) -> None:
            app = self._app
            app.preferences.choose_service(fault)
            app.put(short_text(random))
            app.translate()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(app.finish(), random.uniform(0.2, _MOST_PATIENCE_SECONDS))
            app.escape()
            app.preferences.choose_service(HERE)
            await app.finish()

        return fail
