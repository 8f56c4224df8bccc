"""The whole program in this process, as a test sees and uses it."""

import asyncio
from pathlib import Path

from PySide6.QtWidgets import QDialog, QLabel

from translator.running.opening import Opening
from translator.running.running_app import RunningApp
from translator.ui.translate.view import TranslateView


class RunningProgram:
    """At work from the beginning on; ``end`` ends it, and waits until everything is kept."""

    def __init__(self, opening: Opening, catalogues: Path | None = None) -> None:
        self.opening = opening
        self.window = opening.window
        the_end = asyncio.Event()
        self.app = RunningApp(opening, the_end, catalogues)
        self.at_work = asyncio.create_task(self.app.run(the_end))

    async def end(self) -> None:
        self.window.quit()
        await self.at_work

    def delete(self) -> None:
        self.window.deleteLater()
        self.opening.theme.deleteLater()

    @property
    def view(self) -> TranslateView:
        return self.window.view

    @property
    def source(self) -> str:
        return self.view.source.editor.text()

    @property
    def target(self) -> str:
        return self.view.target.target.text()

    @property
    def status(self) -> str:
        label = self.window.findChild(QLabel, "statusLabel")
        assert label is not None
        return label.text()

    @property
    def is_done(self) -> bool:
        return bool(self.target) and self.view.target.writer.is_drained

    def type(self, text: str) -> None:
        self.view.source.editor.insertPlainText(text)

    def dialog(self, name: str) -> QDialog:
        return next(dialog for dialog in self.window.findChildren(QDialog, name) if dialog.isVisible())
