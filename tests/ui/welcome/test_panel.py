"""What one sees of the first run, and what its controls say."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.showing import shown
from tests.ui.themes import theme
from translator.ui.look.theme import Theme
from translator.ui.welcome.cards import Card
from translator.ui.welcome.panel import WelcomePanel
from translator.ui.welcome.screen import Offer, WayOn

__all__ = ["theme"]


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> WelcomePanel:
    return shown(WelcomePanel(theme), qtbot, 530, 640)


def find(panel: QWidget, name: str) -> QPushButton:
    found = panel.findChild(QPushButton, name)
    assert found is not None, name
    return found


def field(panel: QWidget) -> QLineEdit:
    found = panel.findChild(QLineEdit, "welcomeKeyField")
    assert found is not None
    return found


def test_a_key_is_hidden_until_one_asks_to_see_it(panel: WelcomePanel, qtbot: QtBot) -> None:
    assert field(panel).echoMode() is QLineEdit.EchoMode.Password
    eye = field(panel).findChild(QWidget, "welcomeKeyFieldEye")
    assert eye is not None
    qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert field(panel).echoMode() is QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "Hide the key"


def test_enter_saves_the_key_as_the_button_does(panel: WelcomePanel, qtbot: QtBot) -> None:
    keys: list[str] = []
    panel.key_entered.connect(keys.append)
    qtbot.keyClicks(field(panel), "sk-abc")
    qtbot.keyClick(field(panel), Qt.Key.Key_Return)
    qtbot.mouseClick(find(panel, "welcomeKeySaveButton"), Qt.MouseButton.LeftButton)
    assert keys == ["sk-abc", "sk-abc"]


def test_an_empty_field_enters_nothing(panel: WelcomePanel, qtbot: QtBot) -> None:
    keys: list[str] = []
    panel.key_entered.connect(keys.append)
    qtbot.mouseClick(find(panel, "welcomeKeySaveButton"), Qt.MouseButton.LeftButton)
    assert keys == []


def test_a_forgotten_key_cannot_be_brought_back(panel: WelcomePanel, qtbot: QtBot) -> None:
    eye = field(panel).findChild(QWidget, "welcomeKeyFieldEye")
    qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field(panel), "sk-abc")
    panel.forget_key()
    field(panel).undo()
    assert panel.key() == ""
    assert field(panel).echoMode() is QLineEdit.EchoMode.Password


def test_a_check_can_be_skipped_and_what_went_wrong_leads_to_the_guide(panel: WelcomePanel, qtbot: QtBot) -> None:
    said: list[str] = []
    panel.unchecked_chosen.connect(lambda: said.append("unchecked"))
    panel.guide_wanted.connect(said.append)
    panel.show_cost("It costs next to nothing.")
    assert any(label.text().endswith("It costs next to nothing.") for label in panel.findChildren(QLabel))
    skip, save = find(panel, "welcomeKeyUncheckedButton"), find(panel, "welcomeKeySaveButton")
    assert not skip.isVisible()

    panel.show_state("checking")
    assert (save.text(), save.isEnabled(), skip.isVisible()) == ("Checking…", False, True)
    qtbot.mouseClick(skip, Qt.MouseButton.LeftButton)
    panel.show_state("resting")
    panel.show_key_problem("OpenAI did not answer in time.", "unchecked", "troubleshooting#timed_out")
    assert skip.isVisible()
    qtbot.mouseClick(find(panel, "welcomeKeyHelpButton"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(find(panel, "welcomeGuideButton"), Qt.MouseButton.LeftButton)
    assert said == ["unchecked", "troubleshooting#timed_out", "first-run"]
    panel.show_key_problem("")
    assert not skip.isVisible()
    assert not find(panel, "welcomeKeyHelpButton").isVisible()


@pytest.mark.parametrize(("way_on", "stays"), [("unchecked", False), ("", False), ("session", True)])
def test_what_was_wrong_with_a_key_goes_when_another_is_typed(
    panel: WelcomePanel, qtbot: QtBot, way_on: WayOn, stays: bool
) -> None:
    panel.show_key_problem("Something is wrong.", way_on, "troubleshooting#timed_out")
    qtbot.keyClicks(field(panel), "s")

    problem = panel.findChild(QLabel, "welcomeKeyProblem")
    assert problem is not None
    assert bool(problem.text()) == stays
    assert not find(panel, "welcomeKeyUncheckedButton").isVisible()
    assert find(panel, "welcomeKeySessionButton").isVisible() == stays
    assert find(panel, "welcomeKeyHelpButton").isVisible() == stays


def test_the_keyboard_stays_with_the_key_when_its_buttons_go(panel: WelcomePanel) -> None:
    find(panel, "welcomeKeySaveButton").setFocus()
    panel.show_state("storing")
    assert panel.focusWidget() is field(panel)
    panel.show_state("resting")
    panel.show_key_problem("No keyring.", "session")
    find(panel, "welcomeKeySessionButton").setFocus()
    panel.show_key_problem("")
    panel.show_state("checking")
    assert panel.focusWidget() is field(panel)
    find(panel, "welcomeKeyUncheckedButton").setFocus()
    panel.show_state("resting")
    panel.show_key_problem("No network.", "unchecked", "connection")
    assert panel.focusWidget() is field(panel)
    find(panel, "welcomeKeyUncheckedButton").setFocus()
    panel.show_key_problem("No network.", "unchecked", "connection")
    assert panel.focusWidget() is find(panel, "welcomeKeyUncheckedButton")


def test_saving_is_said_on_the_button(panel: WelcomePanel) -> None:
    save = find(panel, "welcomeKeySaveButton")
    panel.show_state("storing")
    assert (save.text(), save.isEnabled()) == ("Saving…", False)
    panel.show_state("resting")
    assert (save.text(), save.isEnabled()) == ("Save", True)


def test_each_server_has_its_button_and_an_empty_one_cannot_be_pressed(panel: WelcomePanel, qtbot: QtBot) -> None:
    chosen: list[str] = []
    panel.local_server_chosen.connect(chosen.append)
    panel.show_local_servers("Two", [Offer("ollama", "Use Ollama"), Offer("vllm", "Use vLLM", usable=False)])
    qtbot.mouseClick(find(panel, "welcomeLocalServerButton"), Qt.MouseButton.LeftButton)
    assert chosen == ["ollama"]
    assert not find(panel, "welcomeLocalServerButton_vllm").isEnabled()


def test_a_look_that_finds_the_same_servers_leaves_their_buttons(panel: WelcomePanel) -> None:
    panel.show_local_servers("One", [Offer("ollama", "Use Ollama")])
    button = find(panel, "welcomeLocalServerButton")
    panel.show_local_servers("One", [Offer("ollama", "Use Ollama")])
    assert find(panel, "welcomeLocalServerButton") is button


@pytest.mark.parametrize("width", [360, 464, 900])
def test_nothing_is_wider_than_the_panel(panel: WelcomePanel, width: int, qtbot: QtBot) -> None:
    panel.show_key_problem("This system has no keyring to keep the key in.", "session")
    panel.show_local_servers("Ollama is here.", [Offer("ollama", "Use Ollama")])
    panel.resize(width, 700)
    qtbot.waitUntil(lambda: panel.width() == width)
    QApplication.sendPostedEvents()
    for button in panel.findChildren(QPushButton):
        if button.isVisible():
            right = button.mapTo(panel, button.rect().topRight()).x()
            assert 0 < right < width


def test_the_keyboard_goes_through_the_panel_in_reading_order(panel: WelcomePanel) -> None:
    panel.show_local_servers("One", [Offer("ollama", "Use Ollama")])
    QApplication.processEvents()
    names: list[str] = []
    widget = field(panel)
    while widget.objectName() not in names:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.objectName():
            names.append(widget.objectName())
        widget = widget.nextInFocusChain()
    order = ["welcomeKeyField", "welcomeKeyFieldEye", "welcomeKeySaveButton", "welcomeLocalServerButton",
             "welcomeDemoButton", "welcomeTypingSwitch", "welcomeSettingsButton"]  # fmt: skip
    assert [name for name in names if name in order] == order


def test_a_long_title_of_a_card_wraps_where_there_is_little_width(panel: WelcomePanel) -> None:
    for card in panel.findChildren(Card):
        card.title.setText("A way to translate whose name is long in this language")
    panel.resize(344, 640)
    panel.layout().activate()
    area = panel.findChild(QScrollArea)
    assert area is not None
    assert area.horizontalScrollBar().maximum() == 0
