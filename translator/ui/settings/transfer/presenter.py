"""The settings as a file: written without secrets; read, shown as what would change, and taken in when told to."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from translator.i18n import tr
from translator.joining import labelled
from translator.settings import Settings
from translator.ui.loop.tasks import InTurn
from translator.ui.preferences import Preferences
from translator.ui.settings.at_hand import SettingsFiles
from translator.ui.settings.transfer.changes import Change, changes_between
from translator.ui.settings.transfer.merging import merged


class TransferCommands(Protocol):
    """What the controls do."""

    def export(self, path: Path) -> None:
        """Write the settings to this file."""
        ...

    def take_in(self, path: Path) -> None:
        """Read this file, and show what it would change."""
        ...

    def apply(self) -> None:
        """Make the changes that are shown."""
        ...

    def leave(self) -> None:
        """Change nothing."""
        ...

    def undo(self) -> None:
        """Bring back what was set before."""
        ...


class TransferScreen(Protocol):
    """The page."""

    def listen(self, commands: TransferCommands) -> None:
        """Let the controls do this."""
        ...

    def show_exported(self, sentence: str, problem: str = "") -> None:
        """Say what became of the export; what it is for where there is nothing to say."""
        ...

    def show_imported(self, sentence: str, problem: str = "") -> None:
        """Say what became of the import; what it is for where there is nothing to say."""
        ...

    def show_changes(self, changes: Sequence[Change]) -> None:
        """Show what would change, and ask; nothing where there are none."""
        ...

    def offer_undo(self, *, offered: bool) -> None:
        """Offer to bring back what was set before, or not."""
        ...


class TransferPresenter:
    """Does one thing after another. ``language`` is the name of a language by its tag."""

    def __init__(
        self, screen: TransferScreen, preferences: Preferences, files: SettingsFiles, language: Callable[[str], str]
    ) -> None:  # fmt: skip
        self._screen = screen
        self._preferences = preferences
        self._files = files
        self._language = language
        self._read: tuple[Path, Settings] | None = None
        self._in_turn = InTurn()
        screen.listen(self)
        preferences.listen(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Forget what was read and said before."""
        self._read = None
        self._screen.show_changes([])
        self._screen.show_exported("")
        self._screen.show_imported("")
        self._screen.offer_undo(offered=self._preferences.can_take_back)

    async def close(self) -> None:
        """Wait until what was begun is done, as long as is fair."""
        await self._in_turn.finish()

    # Commands

    def export(self, path: Path) -> None:
        """Write the settings to this file."""
        self._in_turn.do(partial(self._export, path, self._preferences.settings))

    def take_in(self, path: Path) -> None:
        """Read this file, and show what it would change."""
        self._read = None
        self._screen.show_changes([])
        self._in_turn.do(partial(self._take_in, path))

    def apply(self) -> None:
        """Make the changes that are shown."""
        if self._read is not None:
            path, settings = self._read
            self._preferences.take_in(merged(self._preferences.settings, settings))
            self.refresh()
            self._screen.show_imported(tr("Imported from {file}.").format(file=path.name))

    def leave(self) -> None:
        """Change nothing."""
        self.refresh()

    def undo(self) -> None:
        """Bring back what was set before."""
        self._preferences.take_back()
        self.refresh()

    # What they do

    async def _export(self, path: Path, settings: Settings) -> None:
        try:
            await asyncio.to_thread(self._files.write, path, settings)
        except OSError as error:
            words = tr("The settings could not be written: {reason}.")
            self._screen.show_exported("", words.format(reason=labelled(path.name, _reason(error))))
        else:
            self._screen.show_exported(tr("Written to {file}.").format(file=path.name))

    async def _take_in(self, path: Path) -> None:
        try:
            settings = await asyncio.to_thread(self._files.read, path)
        except (OSError, ValueError, RecursionError) as error:
            words = tr("{file} cannot be imported: {reason}. Nothing has changed.")
            self._screen.show_imported("", words.format(file=path.name, reason=_reason(error)))
            return
        self._read = path, settings
        self._show_changes()

    def _show_changes(self) -> None:
        if self._read is None:
            return
        path, settings = self._read
        own = self._preferences.settings
        changes = changes_between(own, merged(own, settings), self._language)
        self._screen.show_changes(changes)
        same = tr("{file} has the settings that you have already.").format(file=path.name)
        self._screen.show_imported("" if changes else same)

    def _follow(self, _settings: Settings) -> None:
        self._screen.offer_undo(offered=self._preferences.can_take_back)
        self._show_changes()


def _reason(error: Exception) -> str:
    said = (error.strerror if isinstance(error, OSError) else "") or str(error)
    return said.rstrip(".")
