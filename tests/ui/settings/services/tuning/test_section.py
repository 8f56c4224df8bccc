"""What is folded away on the services page, as one sees and uses it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.waiting import settle
from tests.ui.settings.opened import Open
from translator.settings import Deadlines
from translator.ui.widgets.buttons.switch import Switch


@pytest.mark.parametrize(
    ("words", "page", "name"),
    [
        ("mask before", "services", "serviceMaskSwitch"), ("reasoning", "services", "serviceReasoningPicker"),
        ("first token", "services", "serviceFirstTokenField"), ("output price", "services", "serviceOutputPriceField"),
        ("deadlines", "services", "serviceTotalField"), ("budget", "usage", "monthBudgetField"),
    ],
)  # fmt: skip
async def test_a_search_finds_what_is_folded_away(shown: Open, words: str, page: str, name: str) -> None:
    search = shown.line("settingsSearchField")
    search.setText(words)
    assert shown.window.page == page
    assert shown.find(QWidget, name).isVisible()
    search.clear()
    shown.window.open_page("services")
    assert not shown.find(QWidget, "serviceMaskSwitch").isVisible()


async def test_what_is_seldom_set_of_a_service_is_folded_away(shown: Open, qtbot: QtBot) -> None:
    heading, mask = shown.find(QPushButton, "serviceAdvancedButton"), shown.find(Switch, "serviceMaskSwitch")
    assert not mask.isVisible()
    heading.setFocus()
    qtbot.keyClick(heading, Qt.Key.Key_Space)
    assert mask.isVisible()
    qtbot.keyClick(heading, Qt.Key.Key_Space)
    assert not mask.isVisible()


async def test_the_way_a_service_is_asked_is_set_in_the_window(shown: Open, qtbot: QtBot) -> None:
    shown.find(QPushButton, "serviceAdvancedButton").setChecked(True)
    shown.find(Switch, "serviceMaskSwitch").click()
    reasoning = shown.find(QComboBox, "serviceReasoningPicker")
    reasoning.setCurrentText("Medium")
    reasoning.activated.emit(reasoning.currentIndex())
    field = shown.line("serviceFirstTokenField")
    field.setText("90")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    service = shown.preferences.service
    assert (service.masks_private, service.reasoning) == (True, "medium")
    assert service.deadlines == Deadlines(first_token=90)
    assert shown.line("serviceTotalField").placeholderText() == "600, the default"


async def test_without_a_model_no_price_can_be_entered(shown: Open) -> None:
    assert shown.line("serviceInputPriceField").isEnabled()
    shown.opener._made[1].services.change("model", "")  # type: ignore[index]
    assert not shown.line("serviceInputPriceField").isEnabled()


async def test_what_travels_unencrypted_is_said_in_the_window(shown: Open) -> None:
    warning = shown.find(QLabel, "serviceExposureLabel")
    assert not warning.isVisible()
    address = shown.line("serviceAddressField")
    address.setText("http://server.lan/v1")
    address.editingFinished.emit()
    shown.find(Switch, "serviceAllowHttpSwitch").click()
    await settle()
    assert warning.isVisible()
    assert warning.text() == "Your text travels unencrypted to server.lan."
    shown.find(QListWidget, "serviceList").setCurrentRow(2)
    assert not warning.isVisible()
