"""The settings window as one sees and uses it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.engines import FakeEngines
from tests.fakes.key_store import FakeKeyStore
from tests.ui.settings.room import OLLAMA, OPENAI, settle
from tests.ui.themes import theme
from translator.assets import resources
from translator.engines.address import check_address
from translator.language.catalogue import Catalogue
from translator.language.tag import LanguageTag
from translator.presets import PRESETS
from translator.settings import Settings
from translator.ui.look.theme import Theme
from translator.ui.preferences import Preferences
from translator.ui.settings.opener import SettingsOpener
from translator.ui.settings.window import SettingsWindow
from translator.ui.widgets.switch import Switch

W = TypeVar("W", bound=QWidget)

__all__ = ["theme"]


@dataclass
class Open:
    window: SettingsWindow
    preferences: Preferences
    keys: FakeKeyStore
    engines: FakeEngines
    opener: SettingsOpener

    def find(self, kind: type[W], name: str) -> W:
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def line(self, name: str) -> QLineEdit:
        return self.find(QLineEdit, name)


@pytest.fixture
async def shown(theme: Theme) -> AsyncIterator[Open]:
    main = QWidget()
    preferences = Preferences(Settings("openai", (OPENAI, OLLAMA)), lambda _: None)
    keys, engines = FakeKeyStore({"openai": "sk-old"}), FakeEngines()
    catalogue = Catalogue.load(resources() / "languages.json")
    opener = SettingsOpener(theme, main, catalogue, preferences, keys, engines, ("settings", "draft"), check_address)
    opener.open("services")
    window = main.findChild(SettingsWindow)
    assert isinstance(window, SettingsWindow)
    await settle()
    yield Open(window, preferences, keys, engines, opener)
    window.close()
    await opener.close()
    main.deleteLater()
    QApplication.sendPostedEvents(main, QEvent.Type.DeferredDelete)


NAMES = [
    "settingsSearchField", "settingsPageList", "serviceList", "serviceNameField", "serviceAddressField",
    "serviceModelPicker", "serviceKeyField", "serviceKeySaveButton", "serviceKeyDeleteButton", "serviceProxyField",
    "serviceHeadersField", "serviceAllowHttpSwitch", "serviceTestButton", "addServiceButton", "removeServiceButton",
    "useServiceButton", "secondLanguagePicker", "typingSwitch", "appearancePicker", "textSizePicker",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
async def test_every_control_has_a_name_that_is_read_out(shown: Open, name: str) -> None:
    control = shown.find(QWidget, name)
    interface = QAccessible.queryAccessibleInterface(control)
    assert interface.text(QAccessible.Text.Name)


async def test_every_combo_box_is_named_by_its_label(shown: Open) -> None:
    buddies = {label.buddy() for label in shown.window.findChildren(QWidget) if hasattr(label, "buddy")}
    assert set(shown.window.findChildren(QComboBox)) <= buddies


async def test_it_stands_beside_the_main_window_and_escape_closes_it(shown: Open, qtbot: QtBot) -> None:
    assert not shown.window.isModal()
    qtbot.keyClick(shown.window, Qt.Key.Key_Escape)
    assert not shown.window.isVisible()


@pytest.mark.parametrize("page", ["translation", "services", "appearance", "privacy", "about"])
async def test_each_page_can_be_opened_and_fits_a_small_window(shown: Open, page: str, qtbot: QtBot) -> None:
    shown.window.open_page(page)
    assert shown.window.page == page
    shown.window.resize(560, 420)
    area = next(p for p in shown.window._pages if p.key == page)
    qtbot.waitUntil(lambda: area.viewport().width() < 400 and area.horizontalScrollBar().maximum() == 0)


async def test_a_search_keeps_the_pages_and_rows_that_answer_it(shown: Open, qtbot: QtBot) -> None:
    search = shown.line("settingsSearchField")
    pages = shown.find(QListWidget, "settingsPageList")
    qtbot.keyClicks(search, "proxy")
    assert [pages.item(row).text() for row in range(pages.count())] == ["Services"]
    assert shown.line("serviceProxyField").isVisible()
    assert not shown.line("serviceNameField").isVisible()

    search.setText("TEXT SIZE")
    assert shown.window.page == "appearance"
    search.setText("no such thing")
    assert pages.count() == 0
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert shown.window.isVisible()
    assert pages.count() == 5


async def test_what_a_search_hid_is_back_when_a_page_is_asked_for(shown: Open) -> None:
    shown.line("settingsSearchField").setText("proxy")
    shown.opener.open_key()
    assert shown.line("serviceKeyField").isVisible()


async def test_an_error_leads_to_the_key_or_the_model_of_the_service_in_use(shown: Open) -> None:
    shown.find(QListWidget, "serviceList").setCurrentRow(1)
    shown.opener.open_key()
    assert shown.window.focusWidget() is shown.line("serviceKeyField")
    assert shown.line("serviceNameField").text() == "OpenAI"
    shown.opener.open_model()
    picker = shown.find(QComboBox, "serviceModelPicker")
    assert shown.window.focusWidget() in (picker, picker.lineEdit())


async def test_a_field_is_applied_when_one_leaves_it(shown: Open, qtbot: QtBot) -> None:
    name = shown.line("serviceNameField")
    name.setFocus()
    name.setText("Work")
    assert shown.preferences.service.name == "OpenAI"
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert shown.preferences.service.name == "Work"
    assert shown.window.isVisible()


async def test_closing_applies_what_is_typed_and_forgets_a_key(shown: Open) -> None:
    key = shown.line("serviceKeyField")
    key.setText("sk-half")
    name = shown.line("serviceNameField")
    name.setFocus()
    name.setText("Work")
    shown.window.reject()
    assert shown.preferences.service.name == "Work"
    assert key.text() == ""


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


async def test_the_second_language_is_chosen_in_the_picker(shown: Open, qtbot: QtBot) -> None:
    shown.window.open_page("translation")
    button = shown.find(QPushButton, "secondLanguagePicker")
    assert button.text() == "Automatic"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    search = shown.line("languageSearchField")
    qtbot.keyClicks(search, "fr")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert shown.preferences.settings.second_language == str(LanguageTag("fr"))
    assert button.text() == "French"
    assert shown.window.isVisible()


async def test_switches_and_pickers_are_applied_at_once(shown: Open, qtbot: QtBot) -> None:
    shown.window.open_page("translation")
    qtbot.mouseClick(shown.find(Switch, "typingSwitch"), Qt.MouseButton.LeftButton)
    sizes, looks = shown.find(QComboBox, "textSizePicker"), shown.find(QComboBox, "appearancePicker")
    for picker, words in ((sizes, "125 %"), (looks, "Dark")):
        picker.setCurrentText(words)
        picker.activated.emit(picker.currentIndex())
    settings = shown.preferences.settings
    assert (settings.translate_while_typing, settings.text_size, settings.appearance) == (True, 125, "dark")


async def test_an_unusual_text_size_from_the_file_is_shown(shown: Open) -> None:
    shown.window.show_text_size(95)
    assert shown.find(QComboBox, "textSizePicker").currentText() == "95 %"


async def test_a_passing_wheel_changes_nothing(shown: Open) -> None:
    shown.window.open_page("appearance")
    picker = shown.find(QComboBox, "textSizePicker")
    before = picker.currentIndex()
    place = QPointF(5, 5)
    wheel = QWheelEvent(
        place, picker.mapToGlobal(place), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(picker, wheel)
    assert picker.currentIndex() == before


async def test_the_keyboard_goes_through_the_services_in_reading_order(shown: Open) -> None:
    QApplication.processEvents()
    search = shown.line("settingsSearchField")
    seen: list[QWidget] = []
    widget: QWidget = search
    while not seen or widget is not search:
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            seen.append(widget)
        widget = widget.nextInFocusChain()
    names = [widget.objectName() for widget in seen if widget.objectName() in (*NAMES, "serviceModelRefreshButton")]
    assert names == [
        "settingsSearchField", "settingsPageList", "serviceList", "addServiceButton", "removeServiceButton",
        "serviceNameField", "serviceAddressField", "serviceAllowHttpSwitch", "serviceModelPicker",
        "serviceModelRefreshButton", "serviceKeyField", "serviceKeySaveButton", "serviceKeyDeleteButton",
        "serviceTestButton", "serviceProxyField", "serviceHeadersField",
    ]  # fmt: skip
