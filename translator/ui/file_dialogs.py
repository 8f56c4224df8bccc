"""Asking for a file, without ever blocking the loop."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from translator.i18n import tr


def ask_file_to_open(parent: QWidget, then: Callable[[Path], None], title: str = "") -> None:
    """Ask for a text file to read, or what the title says, and go on with it once one was chosen."""
    dialog = QFileDialog(parent, title or tr("Open a text file"))
    dialog.setObjectName("openFileDialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, then)


def ask_file_to_save(
    parent: QWidget, name: str, then: Callable[[Path], None], title: str = "", suffix: str = "txt"
) -> None:
    """Ask where to write the translation, or what the title says; ``name`` is proposed, and ``suffix`` added."""
    dialog = QFileDialog(parent, title or tr("Save the translation"))
    dialog.setObjectName("saveFileDialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(name)
    _open(dialog, then)


def _open(dialog: QFileDialog, then: Callable[[Path], None]) -> None:
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
