"""The services page as one sees and uses it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QListWidget,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.settings.opened import Open
from tests.ui.settings.room import OLLAMA, settle
from translator.presets import PRESETS


async def test_a_model_is_chosen_from_what_the_service_offers(shown: Open, qtbot: QtBot) -> None:
    shown.engines.offered = ("gpt-x", "gpt-y")
    picker = shown.find(QComboBox, "serviceModelPicker")
    picker.showPopup()
    await settle()
    assert [picker.itemText(row) for row in range(picker.count())] == ["gpt-x", "gpt-y"]
    assert picker.currentText() == "gpt-x"
    picker.setCurrentIndex(1)
    picker.activated.emit(1)
    assert shown.preferences.service.model == "gpt-y"


async def test_a_model_can_be_typed(shown: Open, qtbot: QtBot) -> None:
    edit = shown.find(QComboBox, "serviceModelPicker").lineEdit()
    assert edit is not None
    edit.setText("any-name")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert shown.preferences.service.model == "any-name"


async def test_headers_are_applied_when_one_leaves_them(shown: Open) -> None:
    headers = shown.find(QWidget, "serviceHeadersField")
    headers.setFocus()
    headers.setPlainText("X-Title: Mine")  # type: ignore[attr-defined]
    shown.line("serviceProxyField").setFocus()
    assert shown.preferences.service.headers == (("X-Title", "Mine"),)


async def test_the_key_buttons_store_replace_and_delete(shown: Open, qtbot: QtBot) -> None:
    save, delete = shown.find(QPushButton, "serviceKeySaveButton"), shown.find(QPushButton, "serviceKeyDeleteButton")
    assert save.text() == "Replace"
    qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    await settle()
    assert shown.keys.stored == {}
    assert save.text() == "Save"
    assert not delete.isVisible()
    shown.line("serviceKeyField").setText("sk-new")
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    await settle()
    assert shown.keys.stored == {"openai": "sk-new"}


async def test_every_known_service_can_be_added_and_a_custom_one(shown: Open) -> None:
    menu = shown.find(QPushButton, "addServiceButton").menu()
    assert menu is not None
    actions = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.text() for action in actions] == [*(preset.name for preset in PRESETS), "Custom"]
    actions[-1].trigger()
    assert shown.find(QListWidget, "serviceList").count() == 4
    assert shown.window.focusWidget() is shown.line("serviceAddressField")


async def test_removing_asks_in_the_window(shown: Open, qtbot: QtBot) -> None:
    qtbot.mouseClick(shown.find(QPushButton, "removeServiceButton"), Qt.MouseButton.LeftButton)
    assert len(shown.preferences.settings.services) == 2
    qtbot.mouseClick(shown.find(QPushButton, "confirmRemoveServiceButton"), Qt.MouseButton.LeftButton)
    await settle()
    assert shown.preferences.settings.services == (OLLAMA,)


async def test_the_demo_shows_no_fields(shown: Open) -> None:
    shown.find(QListWidget, "serviceList").setCurrentRow(2)
    assert not shown.line("serviceAddressField").isVisible()
    assert not shown.line("serviceProxyField").isVisible()
