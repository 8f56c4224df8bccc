"""The windows beside the main one that are open, and how they come back as they were in another language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QWidget

from translator.ui.translate.places import focus_within, give_focus
from translator.ui.widgets.fields.lines_field import LinesField
from translator.ui.widgets.groups.disclosure import Disclosure
from translator.ui.widgets.lists.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class Typed:
    """What is in a field. ``is_pending`` tells that it was typed and has not been taken: refused, or half typed."""

    text: str
    is_pending: bool


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """A window by its name: its place, what has the keyboard, what is chosen, open, typed, and what is in sight.

    ``place`` is without the frame: how large the frame of a new window is nobody knows while it is put there.
    """

    name: str
    place: QRect
    focus: str
    chosen: Mapping[str, str] = field(default_factory=dict)
    opened: frozenset[str] = frozenset()
    typed: Mapping[str, Typed] = field(default_factory=dict)
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
    chosen = {lines.objectName(): lines.choice for lines in dialog.findChildren(LineList)}
    opened = frozenset(part.name for part in dialog.findChildren(Disclosure) if part.is_open)
    typed = {part.objectName(): Typed(_text_of(part), _is_pending(part)) for part in _fields(dialog)}
    in_sight = tuple(area.verticalScrollBar().value() for area in dialog.findChildren(QAbstractScrollArea))
    return OpenWindow(
        dialog.objectName(), dialog.geometry(), focus_within(dialog), chosen, opened, typed, in_sight
    )  # fmt: skip


def _let_be(dialog: QDialog, before: OpenWindow) -> None:
    dialog.setGeometry(before.place)
    for lines in dialog.findChildren(LineList):  # first: whose fields they are depends on it
        lines.choose(before.chosen.get(lines.objectName(), ""))
    for disclosure in dialog.findChildren(Disclosure):
        if disclosure.name in before.opened:
            disclosure.open()
    for part in _fields(dialog):
        _type_again(part, before.typed.get(part.objectName()))
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


def _is_pending(part: Field) -> bool:
    """Whether the user has typed what is there: what is taken is put there anew by the program."""
    return part.isModified() if isinstance(part, QLineEdit) else part.document().isModified()


def _type_again(part: Field, before: Typed | None) -> None:
    """Put into a field what was in it, unless the program has something else to say there.

    What was pending still is, and is judged once more, so that it is said again what is wrong with it.
    """
    there = _text_of(part)
    if before is None or before.text == there or (there and not before.is_pending):
        return
    if isinstance(part, QLineEdit):
        part.setText(before.text)
        part.setModified(before.is_pending)
    else:
        part.setPlainText(before.text)
        part.document().setModified(before.is_pending)
    if before.is_pending and isinstance(part, QLineEdit):
        part.editingFinished.emit()
    elif before.is_pending and isinstance(part, LinesField):
        part.editing_finished.emit()
