"""Offers the report of a crash at the next start, and lets the user copy or save it. Sends nothing anywhere."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from translator.i18n import ptr, tr
from translator.ui.desktop_ports import Clipboard
from translator.ui.loop.tasks import InTurn
from translator.ui.translate.screen import Screen
from translator.ui.vocabulary import Action

_STAYS = "crash"


class Report(Protocol):
    """What is known of the last crash."""

    @property
    def summary(self) -> str:
        """What happened, in one sentence."""
        ...

    @property
    def text(self) -> str:
        """All of it, as plain text."""
        ...

    @property
    def path(self) -> Path:
        """The file that it is in."""
        ...


class ReportCommands(Protocol):
    """What the controls of the report do."""

    def copy(self, text: str) -> None:
        """Put the report, as the user left it, on the clipboard."""
        ...

    def save(self, text: str, path: Path) -> None:
        """Write the report, as the user left it, into this file."""
        ...


class ReportScreen(Protocol):
    """Where the report is read."""

    def open(self, report: Report, commands: ReportCommands) -> None:
        """Show the report, without holding up anything."""
        ...

    def say(self, sentence: str) -> None:
        """Say what became of it."""
        ...


class CrashPresenter:
    """Tells that something went wrong in an earlier run, and shows the report to whoever wants it.

    ``write_file`` replaces a file's content whole or not at all, and raises OSError.
    """

    def __init__(
        self, screen: Screen, report_screen: ReportScreen, clipboard: Clipboard,
        write_file: Callable[[Path, bytes], None],
    ) -> None:  # fmt: skip
        self._screen = screen
        self._report_screen = report_screen
        self._clipboard = clipboard
        self._write_file = write_file
        self._saving = InTurn()

    async def close(self) -> None:
        """Wait until what is being saved is written, as long as is fair."""
        await self._saving.finish()

    def offer(self, report: Report) -> None:
        """Say that there is a report."""
        actions = [
            Action(tr("Show the report"), "showCrashReportButton", lambda: self._show(report)),
            Action(ptr("to let a notice go", "Dismiss"), "dismissCrashButton", self._dismiss),
        ]
        self._screen.show_source_notice(report.summary, "warning", actions, stays=_STAYS)

    def copy(self, text: str) -> None:
        """Put the report, as the user left it, on the clipboard."""
        self._clipboard.set_text(text)
        self._report_screen.say(tr("Copied"))

    def save(self, text: str, path: Path) -> None:
        """Write the report, as the user left it, into this file."""
        self._saving.do(partial(self._save, text, path))

    def _show(self, report: Report) -> None:
        self._dismiss()
        self._report_screen.open(report, self)

    def _dismiss(self) -> None:
        self._screen.take_source_notice_away(_STAYS)

    async def _save(self, text: str, path: Path) -> None:
        try:
            await asyncio.to_thread(self._write_file, path, text.encode("utf-8", "replace"))
        except OSError as fault:
            reason = fault.strerror or tr("it cannot be written")
            self._report_screen.say(tr("{name} could not be saved: {reason}.").format(name=path.name, reason=reason))
        else:
            self._report_screen.say(tr("Saved {name}").format(name=path.name))
