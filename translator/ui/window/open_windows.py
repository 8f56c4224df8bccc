"""The windows beside the main one that are open, and how they come back as they were in another language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QWidget

from translator.ui.translate.places import focus_within, give_focus

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """A window by its name: its place, what has the keyboard, what is typed, and what is in sight."""

    name: str
    place: QPoint
    size: QSize
    focus: str
    typed: Mapping[str, str] = field(default_factory=dict)
    in_sight: tuple[int, ...] = ()


def open_windows(parent: QWidget) -> list[OpenWindow]:
    """Return the windows of this one that can be seen, the one in front last."""
    dialogs = [dialog for dialog in _dialogs(parent) if dialog.isVisible()]
    return [_as_it_is(dialog) for dialog in sorted(dialogs, key=QWidget.isActiveWindow)]


def bring_back(parent: QWidget, windows: list[OpenWindow], open_by_name: Mapping[str, Callable[[], None]]) -> None:
    """Open those again that can be, each by what opens it, and let them be as they were."""
    for before in windows:
        if before.name not in open_by_name:
            continue
        open_by_name[before.name]()
        shown = (dialog for dialog in _dialogs(parent) if dialog.isVisible() and dialog.objectName() == before.name)
        dialog = next(shown, None)
        if dialog is not None:
            _let_be(dialog, before)


def _dialogs(parent: QWidget) -> list[QDialog]:
    return parent.findChildren(QDialog, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _as_it_is(dialog: QDialog) -> OpenWindow:
    typed = {part.objectName(): _text_of(part) for part in _fields(dialog) if _text_of(part)}
    in_sight = tuple(area.verticalScrollBar().value() for area in dialog.findChildren(QAbstractScrollArea))
    return OpenWindow(dialog.objectName(), dialog.pos(), dialog.size(), focus_within(dialog), typed, in_sight)


def _let_be(dialog: QDialog, before: OpenWindow) -> None:
    dialog.resize(before.size)
    dialog.move(before.place)
    for part in _fields(dialog):
        words = before.typed.get(part.objectName(), "")
        if words and not _text_of(part):
            part.setText(words) if isinstance(part, QLineEdit) else part.setPlainText(words)
    give_focus(dialog, before.focus)

    def scroll() -> None:
        areas = dialog.findChildren(QAbstractScrollArea)
        for area, value in zip(areas, before.in_sight, strict=False):
            area.verticalScrollBar().setValue(value)

    QTimer.singleShot(0, dialog, scroll)


Field: TypeAlias = QLineEdit | QPlainTextEdit


def _fields(dialog: QDialog) -> list[Field]:
    """Return what is typed into: no keys, which are nobody's but the field's, and no choices."""
    lines = [line for line in dialog.findChildren(QLineEdit) if line.echoMode() is QLineEdit.EchoMode.Normal]
    own = [line for line in lines if not isinstance(line.parentWidget(), QComboBox)]
    fields: list[Field] = [*own, *dialog.findChildren(QPlainTextEdit)]
    return [part for part in fields if part.objectName()]


def _text_of(part: Field) -> str:
    return part.text() if isinstance(part, QLineEdit) else part.toPlainText()
