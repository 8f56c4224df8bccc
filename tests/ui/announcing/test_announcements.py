"""A screen reader is told of a translation: politely, each thing once, and only where one is there."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from translator.text.difference import TextEdit
from translator.ui.announcing.announcements import Announcements
from translator.ui.announcing.announcer import Announcer


@dataclass
class Listener:
    """Assistive technology, which may not be there."""

    is_there: bool = True
    heard: list[str] = field(default_factory=list)

    def hear(self, event: QAccessibleEvent) -> None:
        assert isinstance(event, QAccessibleAnnouncementEvent)
        assert event.politeness() is QAccessible.AnnouncementPoliteness.Polite
        self.heard.append(event.message())


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def announcements(listener: Listener) -> Iterator[Announcements]:
    about = QObject()
    yield Announcements(Announcer(about, lambda: listener.is_there, listener.hear))
    about.deleteLater()


def write(announcements: Announcements, *pieces: str, at: int = 0) -> None:
    for piece in pieces:
        announcements.follow([TextEdit(at, 0, piece)])
        announcements.read_on()
        at += len(piece)


def test_a_translation_is_heard_sentence_by_sentence_and_how_it_ended(
    announcements: Announcements, listener: Listener
) -> None:
    announcements.language = "de"
    announcements.say_status("Translating")
    announcements.begin()
    write(announcements, "Dr. Ma", "ier kam ", "heute an. Er ", "blieb z.", " B. lange. Dan", "n ging er.")
    announcements.end()
    announcements.say_outcome("Ready")

    assert listener.heard == [
        "Translating", "Dr. Maier kam heute an.", "Er blieb z. B. lange.", "Dann ging er.", "Ready",
    ]  # fmt: skip


def test_what_would_turn_the_words_around_is_made_harmless(announcements: Announcements, listener: Listener) -> None:
    announcements.begin()
    write(announcements, "left \u202eright")
    announcements.end()

    assert len(listener.heard) == 1
    assert "\u202e" not in listener.heard[0]


def test_what_is_not_being_translated_is_not_read_out(announcements: Announcements, listener: Listener) -> None:
    write(announcements, "A text from the history. It is long.")
    announcements.end()

    assert listener.heard == []


def test_a_countdown_is_said_once(announcements: Announcements, listener: Listener) -> None:
    for seconds in (12, 11, 10, 9):
        announcements.say_status(f"Waiting, {seconds} s left")
    announcements.say_status("Translating")

    assert listener.heard == ["Waiting, 12 s left", "Translating"]


def test_every_ending_is_said(announcements: Announcements, listener: Listener) -> None:
    announcements.say_outcome("Ready")
    announcements.say_outcome("Ready")

    assert listener.heard == ["Ready", "Ready"]


def test_nothing_is_said_where_nobody_listens(announcements: Announcements, listener: Listener) -> None:
    listener.is_there = False
    announcements.say_status("Translating")
    announcements.begin()
    write(announcements, "One. Two. Three.")
    announcements.end()
    announcements.say_outcome("Ready")

    assert listener.heard == []


def test_one_who_comes_late_hears_the_rest(announcements: Announcements, listener: Listener) -> None:
    listener.is_there = False
    announcements.begin()
    write(announcements, "Before.")
    listener.is_there = True
    write(announcements, " After it.", at=7)
    announcements.end()

    assert listener.heard == ["After it."]


def test_what_was_found_is_said_after_the_translation_and_then_what_is_gone_to(
    announcements: Announcements, listener: Listener
) -> None:
    announcements.begin()
    announcements.say_findings("The number 5 is missing.")
    write(announcements, "Es kostet 6 Euro.")
    announcements.say_findings("2 findings")
    announcements.end()
    announcements.say_outcome("Ready")
    announcements.say_findings("2 findings")
    announcements.say_findings("1 of 2: The number 5 is missing.")
    announcements.say_findings("")

    assert listener.heard == ["Es kostet 6 Euro.", "Ready", "2 findings", "1 of 2: The number 5 is missing."]


def test_what_was_found_in_what_was_stopped_is_said_then(announcements: Announcements, listener: Listener) -> None:
    announcements.begin()
    announcements.say_findings("2 findings")
    announcements.end()
    announcements.say_status("Stopped")

    assert listener.heard == ["Stopped", "2 findings"]


def test_the_row_of_a_list_is_said_as_it_is_read_out(listener: Listener, qtbot: QtBot) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    announcer = Announcer(rows, lambda: True, listener.hear)
    announcer.say_row(rows)
    for words in ("Deutsch", "Français"):
        rows.addItem(words)
    rows.item(1).setData(Qt.ItemDataRole.AccessibleTextRole, "Français, French")
    for place in (0, 1):
        rows.setCurrentRow(place)
        announcer.say_row(rows)

    assert listener.heard == ["Deutsch", "Français, French"]
