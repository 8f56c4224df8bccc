"""The settings are searched: by name, explanation and other words, with the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.waiting import settle
from tests.ui.settings.opened import Open
from translator.ui.settings.synonyms import synonyms
from translator.ui.settings.usage.page import UsageRow
from translator.ui.widgets.groups.group import Row


def find(shown: Open, text: str) -> str:
    """Search, and return the page that is shown then."""
    shown.line("settingsSearchField").setText(text)
    return shown.window.page


def pages(shown: Open) -> list[str]:
    found = shown.find(QListWidget, "settingsPageList")
    return [found.item(row).text() for row in range(found.count())]


@pytest.mark.parametrize(
    ("searched", "page", "control"),
    [
        ("night", "appearance", "appearancePicker"),
        ("font", "appearance", "textSizePicker"),
        ("API KEY", "services", "serviceKeyField"),
        ("ocr", "services", "servicePictureModelPicker"),
        ("hotkey", "shortcuts", "clipboardShortcutField"),
        ("timeout connection", "services", "serviceConnectField"),
        ("pictures model", "services", "servicePictureModelPicker"),
        ("restore", "transfer", "importSettingsButton"),
        ("locale", "appearance", "interfaceLanguagePicker"),
        ("mother tongue", "translation", "secondLanguagePicker"),
        ("ｍｏｔｈｅｒ tongue", "translation", "secondLanguagePicker"),
    ],
)
async def test_a_setting_is_found_by_other_words_and_by_several(
    shown: Open, searched: str, page: str, control: str
) -> None:  # fmt: skip
    assert find(shown, searched) == page
    assert shown.find(QWidget, control).isVisible()


async def test_every_synonym_belongs_to_a_setting(shown: Open) -> None:
    rows = [row for row in shown.window.findChildren(Row) if row.synonyms]
    assert len(rows) == len(synonyms())
    for name, words in synonyms().items():
        shown.find(QWidget, name)
        assert all(word.strip() for word in words.split(",")), name


async def test_ctrl_f_enter_goes_to_the_setting_among_its_neighbours(shown: Open, qtbot: QtBot) -> None:
    search = shown.line("settingsSearchField")
    shown.line("serviceNameField").setFocus()
    qtbot.keyClick(shown.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown.window.focusWidget() is search)
    qtbot.keyClicks(search, "firewall")
    qtbot.keyClick(search, Qt.Key.Key_Return)

    assert shown.window.isVisible()
    assert search.text() == ""
    assert shown.window.focusWidget() is shown.line("serviceProxyField")
    assert shown.find(QPushButton, "serviceAdvancedButton").isChecked()
    assert shown.line("serviceNameField").isVisible()
    qtbot.waitUntil(lambda: not shown.line("serviceProxyField").visibleRegion().isEmpty())


async def test_where_nothing_is_found_that_is_said_and_enter_does_nothing(shown: Open, qtbot: QtBot) -> None:
    search = shown.line("settingsSearchField")
    qtbot.keyClicks(search, "no such setting")
    said = [label.text() for label in shown.window.findChildren(QLabel) if label.isVisible()]
    assert "Nothing matches." in said
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert search.text() == "no such setting"
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert len(pages(shown)) == len(shown.window._pages)


async def test_escape_on_a_setting_that_was_found_closes_the_window(shown: Open, qtbot: QtBot) -> None:
    shown.line("settingsSearchField").setText("budget")
    field = shown.line("dayBudgetField")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not shown.window.isVisible()


async def test_every_setting_says_in_a_line_what_it_does(shown: Open) -> None:
    for page in shown.window._pages:
        shown.window.open_page(page.key)
        await settle()
        await shown.counted()
    silent = [
        row.title.text()
        for row in shown.window.findChildren(Row)
        if row.title.text() and not isinstance(row, UsageRow) and not row.hint.text().strip()
    ]
    assert silent == []
