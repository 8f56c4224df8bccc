"""The settings window as one sees and uses it."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.waiting import settle
from tests.support.watched_log import WatchedLog
from tests.ui.settings.opened import Open
from translator.assets import resources
from translator.i18n import install
from translator.language.tag import LanguageTag
from translator.settings import Budget
from translator.translation.errors.keys import KeyStoreLocked
from translator.translation.spending.usage import Spending, UsageTotal
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.switch import Switch

NAMES = [
    "settingsSearchField", "settingsPageList", "serviceList", "serviceNameField", "serviceAddressField",
    "serviceModelPicker", "serviceKeyField", "serviceKeySaveButton", "serviceKeyDeleteButton", "serviceProxyField",
    "serviceHeadersField", "serviceAllowHttpSwitch", "serviceTestButton", "addServiceButton", "removeServiceButton",
    "useServiceButton", "secondLanguagePicker", "typingSwitch", "appearancePicker", "textSizePicker",
    "serviceAdvancedButton", "serviceMaskSwitch", "serviceReasoningPicker", "serviceInputPriceField",
    "serviceOutputPriceField", "serviceConnectField", "serviceFirstTokenField", "serviceBetweenTokensField",
    "serviceTotalField", "dayBudgetField", "dayBudgetMeter", "monthBudgetField", "monthBudgetMeter",
    "settingsPageMenuButton", "historySwitch", "historyDaysField", "historyItemsField",
    "exportSettingsButton", "importSettingsButton", "onClosePicker", "autostartSwitch", "watchClipboardSwitch",
    "clipboardShortcutField", "selectionShortcutField", "regionShortcutField", "clipboardShortcutResetButton",
    "clipboardCommandButton", "doubleCopySwitch",
]  # fmt: skip


PAGES = [
    "translation",
    "services",
    "memory",
    "usage",
    "shortcuts",
    "desktop",
    "appearance",
    "transfer",
    "privacy",
    "about",
]


async def test_every_control_has_a_name_that_is_read_out(shown: Open) -> None:
    interfaces = {name: QAccessible.queryAccessibleInterface(shown.find(QWidget, name)) for name in NAMES}
    assert [name for name, interface in interfaces.items() if not interface.text(QAccessible.Text.Name)] == []


async def test_every_combo_box_is_named_by_its_label(shown: Open) -> None:
    buddies = {label.buddy() for label in shown.window.findChildren(QWidget) if hasattr(label, "buddy")}
    assert set(shown.window.findChildren(QComboBox)) <= buddies


async def test_it_stands_beside_the_main_window_and_escape_closes_it(shown: Open, qtbot: QtBot) -> None:
    assert not shown.window.isModal()
    qtbot.keyClick(shown.window, Qt.Key.Key_Escape)
    assert not shown.window.isVisible()


@pytest.mark.parametrize("page", PAGES)
async def test_each_page_can_be_opened_and_fits_a_small_window(
    shown: Open, theme: Theme, page: str, qtbot: QtBot
) -> None:
    shown.usage.month = [UsageTotal("openai", "gpt-x", 1_200, 34_000, 41_000, 2, 3, 1.25, 1, 0.62)]
    shown.usage.spent = Spending(1, 1, Budget(day=2))
    shown.window.open_page(page)
    await settle()
    await shown.counted()
    assert shown.window.page == page
    shown.find(QPushButton, "serviceAdvancedButton").setChecked(True)
    area = next(p for p in shown.window._pages if p.key == page)

    def fits(width: int) -> bool:
        there = shown.window.width() == width and area.viewport().width() <= width
        return there and area.horizontalScrollBar().maximum() == 0

    for width, size in ((360, 100), (360, 200), (560, 80)):
        theme.choose("dark", size)
        shown.window.setMinimumSize(width, 480)  # as on a screen with room for no more
        shown.window.resize(width, 480)
        qtbot.waitUntil(lambda width=width: fits(width))  # type: ignore[misc]  # a lambda of each turn


@pytest.fixture
def german() -> Iterator[None]:
    install(resources() / "i18n", lambda: "de")
    yield
    install(resources() / "i18n", lambda: "en")


async def test_in_the_largest_letters_no_page_is_wider_than_the_least_window(
    german: None, shown: Open, theme: Theme
) -> None:
    theme.choose("light", 200)
    shown.window.resize(shown.window.minimumSize())
    wide = []
    for key in PAGES:
        shown.window.open_page(key)
        await settle()
        page = shown.find(QScrollArea, f"{key}Page")
        wide += [key] if page.horizontalScrollBar().maximum() else []
    assert wide == []


async def test_where_a_page_scrolls_both_ways_its_corner_is_empty(shown: Open, theme: Theme, qtbot: QtBot) -> None:
    theme.choose("light", 100)
    shown.window.open_page("translation")
    page = shown.find(QScrollArea, "translationPage")
    page.widget().setMinimumSize(2_000, 2_000)
    qtbot.waitUntil(lambda: page.horizontalScrollBar().isVisible() and page.verticalScrollBar().isVisible())
    picture = shown.window.grab().toImage()
    end = page.mapTo(shown.window, page.contentsRect().bottomRight()) - QPoint(3, 3)  # the sheet is round there
    assert {picture.pixelColor(end - QPoint(x, y)).name() for x in range(9) for y in range(9)} == {"#ffffff"}


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
    assert pages.count() == len(PAGES)


async def test_a_narrow_window_has_its_pages_in_a_menu(shown: Open, qtbot: QtBot, watched_log: WatchedLog) -> None:
    watched_log.allow("does not support grabbing the keyboard")  # nor does the offscreen platform need to
    menu = shown.find(QPushButton, "settingsPageMenuButton")
    assert not menu.isVisible()
    shown.window.resize(360, 480)
    qtbot.waitUntil(menu.isVisible)
    assert not shown.find(QListWidget, "settingsPageList").isVisible()
    assert menu.text() == "Services"
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton)
    pages = shown.window.findChild(QMenu, "settingsPageMenu")
    assert isinstance(pages, QMenu)
    qtbot.waitUntil(pages.isVisible)
    actions = {action.text(): action for action in pages.actions()}
    actions["Usage"].trigger()
    pages.close()
    assert shown.window.page == "usage"
    assert menu.text() == "Usage"


@pytest.mark.parametrize("page", ["services", "usage"])
async def test_the_layout_is_mirrored_where_one_reads_from_the_right(shown: Open, page: str, qtbot: QtBot) -> None:
    shown.find(QPushButton, "serviceAdvancedButton").setChecked(True)
    shown.usage.spent = Spending(1, 1, Budget(day=2))
    shown.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown.window.open_page(page)
    await settle()
    name = "serviceTotalField" if page == "services" else "dayBudgetField"
    field = shown.line(name)
    title = next(label for label in shown.window.findChildren(QLabel) if label.buddy() is field)
    qtbot.waitUntil(lambda: field.mapTo(shown.window, QPoint()).x() < title.mapTo(shown.window, QPoint()).x())
    assert shown.window.grab().width() > 0  # every picture of it can be drawn


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


async def test_a_model_that_cannot_see_leads_to_the_one_for_pictures(shown: Open) -> None:
    shown.opener.open_picture_model()
    picker = shown.find(QComboBox, "servicePictureModelPicker")
    assert shown.window.focusWidget() in (picker, picker.lineEdit())
    assert picker.lineEdit().accessibleName() == "Model for pictures"  # type: ignore[union-attr]
    picker.setEditText("seer-2")
    shown.line("serviceNameField").setFocus()
    assert shown.preferences.service.picture_model == "seer-2"


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


async def close_while_a_key_is_stored(shown: Open, qtbot: QtBot) -> QLineEdit:
    """Type a key, and close the window while the keyring has not answered, as its gate is shut; return the field."""
    key = shown.line("serviceKeyField")
    shown.keys.gate = asyncio.Event()
    qtbot.keyClicks(key, "sk-new")
    qtbot.keyClick(key, Qt.Key.Key_Return)
    await settle()
    shown.window.close()
    return key


async def test_a_key_that_is_refused_after_the_window_was_closed_brings_it_back_with_the_key(
    shown: Open, qtbot: QtBot
) -> None:
    key = await close_while_a_key_is_stored(shown, qtbot)
    await settle()
    shown.keys.failure = KeyStoreLocked()
    shown.keys.gate.set()
    await settle()
    assert shown.window.isVisible()
    assert key.text() == "sk-new"
    assert shown.find(QPushButton, "serviceKeySessionButton").isVisible()
    qtbot.mouseClick(shown.find(QPushButton, "serviceKeySessionButton"), Qt.MouseButton.LeftButton)
    assert shown.keys.session == {"openai": "sk-new"}


async def test_a_key_that_is_stored_after_the_window_was_closed_leaves_it_closed_and_empty(
    shown: Open, qtbot: QtBot
) -> None:
    key = await close_while_a_key_is_stored(shown, qtbot)
    shown.keys.gate.set()
    await settle()
    assert shown.keys.stored["openai"] == "sk-new"
    assert key.text() == ""
    assert not shown.window.isVisible()


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
    shown.find(QPushButton, "serviceAdvancedButton").setChecked(True)
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
        "serviceTestButton", "serviceAdvancedButton", "serviceMaskSwitch", "serviceReasoningPicker",
        "serviceInputPriceField", "serviceOutputPriceField", "serviceConnectField", "serviceFirstTokenField",
        "serviceBetweenTokensField", "serviceTotalField", "serviceProxyField", "serviceHeadersField",
    ]  # fmt: skip


async def test_the_programs_language_is_chosen_by_its_own_name(shown: Open) -> None:
    picker = shown.find(QComboBox, "interfaceLanguagePicker")
    assert (picker.itemText(0), picker.currentText()) == ("As the system", "As the system")
    assert {"English", "简体中文", "العربية"} < {picker.itemText(row) for row in range(picker.count())}

    for words, language in (("日本語", "ja"), ("As the system", "")):
        picker.setCurrentText(words)
        picker.activated.emit(picker.currentIndex())
        assert shown.preferences.settings.interface_language == language


async def test_a_language_that_this_version_does_not_know_is_kept_and_shown_as_the_systems(shown: Open) -> None:
    shown.preferences.change(replace(shown.preferences.settings, interface_language="tlh"))

    assert shown.find(QComboBox, "interfaceLanguagePicker").currentText() == "As the system"
    assert shown.preferences.settings.interface_language == "tlh"
