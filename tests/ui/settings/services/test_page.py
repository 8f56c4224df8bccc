"""The services page as one sees and uses it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QListWidget,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.waiting import settle
from tests.support.watched_log import WatchedLog
from tests.ui.settings.opened import Open
from tests.ui.settings.room import OLLAMA
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


@pytest.mark.parametrize("stays", [True, False])
async def test_asked_for_at_the_first_click_the_models_are_shown_when_they_come_unless_the_user_is_elsewhere(
    shown: Open, watched_log: WatchedLog, stays: bool
) -> None:
    watched_log.allow("does not support grabbing the (keyboard|mouse)")
    shown.engines.offered = ("gpt-x", "gpt-y")
    picker = shown.find(QComboBox, "serviceModelPicker")
    picker.setFocus()
    picker.showPopup()
    if not stays:
        shown.line("serviceNameField").setFocus()
    await settle()
    assert picker.count() == 2
    assert picker.view().isVisible() is stays
    picker.hidePopup()

    shown.find(QWidget, "serviceModelRefreshButton").click()  # type: ignore[attr-defined]
    await settle()
    assert not picker.view().isVisible()


async def test_the_key_that_puts_a_service_in_use_does_not_go_on_to_remove_it(shown: Open, qtbot: QtBot) -> None:
    services, use = shown.find(QListWidget, "serviceList"), shown.find(QPushButton, "useServiceButton")
    other = next(row for row in range(services.count()) if row != services.currentRow())
    services.setCurrentRow(other)
    use.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(use, Qt.Key.Key_Space)
    assert not use.isEnabled()
    assert services.hasFocus()


async def test_asked_whether_to_remove_a_service_one_sees_that_the_keyboard_is_on_keeping_it(shown: Open) -> None:
    shown.find(QPushButton, "removeServiceButton").click()
    keep = shown.find(QPushButton, "keepServiceButton")
    assert keep.hasFocus()
    assert keep.property("ring")


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
