"""Windows, menus and popups, opened and closed."""

import asyncio
import subprocess
from collections.abc import Callable, Mapping
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.soak.use.app_in_use import Act, AppInUse
from tests.soak.use.texts import short_text
from tests.support.called_popup import REST_OF_CALLS_SECONDS, CalledPopup

_REST_SECONDS = 0.1
_PAGES = (
    "services", "translation", "memory", "usage", "shortcuts", "desktop", "appearance", "transfer", "privacy", "about",
)  # fmt: skip


class Visiting:
    """Opens everything that can be opened, looks at it, and closes it."""

    def __init__(self, app: AppInUse) -> None:
        self._app = app
        self._popup = CalledPopup()
        self._owner: subprocess.Popen[bytes] | None = None

    @property
    def acts(self) -> Mapping[str, Act]:
        """What can be done, by name."""
        return {
            "settings": self.settings, "history": self.history, "memory": self.memory, "glossaries": self.glossaries,
            "guide": self.guide, "menu": self.menu, "language picker": self.picker, "put away": self.put_away,
            "popup by key": self.popup_by_key, "popup by command": self.popup_by_command,
        }  # fmt: skip

    async def prepare(self) -> None:
        """Wait until the shortcut answers."""
        self.copy("When does the next train leave?")
        await self._popup.wait_until_it_can_be_called()

    def copy(self, text: str) -> None:
        """Put a text on the clipboard from another program, which keeps it until there is another."""
        self.let_clipboard_go()
        self._owner = subprocess.Popen(
            ["xclip", "-quiet", "-selection", "clipboard"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert self._owner.stdin
        self._owner.stdin.write(text.encode())
        self._owner.stdin.close()

    def let_clipboard_go(self) -> None:
        """End that other program."""
        if self._owner is not None:
            self._owner.terminate()
            self._owner.wait()
            self._owner = None

    def close(self) -> None:
        """Let go of what is outside of the app."""
        self.let_clipboard_go()
        self._popup.close()

    # Windows

    async def everywhere(self) -> None:
        """Have every window and page opened once, and closed: what is first made when it is wanted is there then."""
        app, actions = self._app, self._app.opening.window.actions_
        for number, each in enumerate((actions.history, actions.memory, actions.glossaries, actions.guide), 1):
            each.trigger()
            await app.until(lambda wanted=number: len(app.other_windows()) >= wanted, "every window")
        for page in _PAGES:
            app.at_work.do.settings.open(page)
            await app.until(lambda shown=page: self._has_turned_to(shown), page)
        await app.close_others()

    def _has_turned_to(self, page: str) -> bool:
        """Whether this page of the settings is shown, with what it has to read before it can be."""
        made = self._app.at_work.do.settings._made
        assert made
        window, presenter = made
        return window.page == page and not presenter.usage._tasks.is_running("usage")

    async def settings(self, random: Random) -> None:
        """Turn some pages of the settings."""
        for page in random.sample(_PAGES, 3):
            self._app.at_work.do.settings.open(page)
            await asyncio.sleep(_REST_SECONDS)
        await self._app.close_others()

    async def history(self, random: Random) -> None:
        """Look at the history."""
        await self._visit(self._app.opening.window.actions_.history.trigger, random)

    async def memory(self, random: Random) -> None:
        """Look at the memory."""
        await self._visit(self._app.opening.window.actions_.memory.trigger, random)

    async def glossaries(self, random: Random) -> None:
        """Look at the glossaries."""
        await self._visit(self._app.opening.window.actions_.glossaries.trigger, random)

    async def guide(self, random: Random) -> None:
        """Look at the guide."""
        await self._visit(self._app.opening.window.actions_.guide.trigger, random)

    async def menu(self, random: Random) -> None:
        """Open the menu."""
        window = self._app.opening.window
        await self._visit(lambda: window._menu.popup(window.mapToGlobal(window.rect().center())), random)

    async def picker(self, random: Random) -> None:
        """Open one of the pickers of languages, look for one, and leave it or take the first."""
        window = self._app.opening.window
        random.choice((window.actions_.source_language, window.actions_.target_language)).trigger()
        picker = window.findChild(QWidget, "languagePicker")
        field = picker.findChild(QWidget, "languageSearchField")
        QTest.keyClicks(field, random.choice("defgs"))
        await asyncio.sleep(_REST_SECONDS)
        QTest.keyClick(field, random.choice((Qt.Key.Key_Escape, Qt.Key.Key_Return)))
        await self._app.until(lambda: not window.findChild(QWidget, "languagePicker"), "the end of the picker")

    async def put_away(self, random: Random) -> None:
        """Put the window away, and bring it back."""
        self._app.opening.window.put_away()
        await asyncio.sleep(random.random() / 4)
        self._app.opening.window.bring_back()
        await asyncio.sleep(_REST_SECONDS)

    async def _visit(self, open_: Callable[[], object], random: Random) -> None:
        open_()
        await self._app.until(self._app.other_windows, "the window")
        await asyncio.sleep(_REST_SECONDS + random.random() / 4)
        await self._app.close_others()

    # The popup

    async def popup_by_key(self, random: Random) -> None:
        """Copy something elsewhere, and have it translated beside the pointer; or go before it is."""
        await self._popup_by(self._popup.press, random)

    async def popup_by_command(self, random: Random) -> None:
        """Have the same by the command, and wait until that has ended."""
        await self._popup_by(self._popup.run_command, random)
        await self._app.until(lambda: self._popup.command.poll() is not None, "the end of the command")
        await asyncio.sleep(REST_OF_CALLS_SECONDS)

    async def _popup_by(self, call: Callable[[], float], random: Random) -> None:
        self.copy(short_text(random))
        await self._app.until(lambda: self._popup.window is not None, "the popup")
        await self._popup.show_by(call)
        await asyncio.sleep(random.random())
        await self._popup.shut(_REST_SECONDS)
