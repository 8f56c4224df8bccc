"""What a window hands over to the one that takes its place, in another language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from translator.ui.translate.editing.files_in_turn import NOTICE as FILES_WAIT
from translator.ui.translate.places import Places, go_to_places, places_in
from translator.ui.window.open_windows import OpenWindow, bring_back, open_windows

if TYPE_CHECKING:
    from translator.running.opening import Opening
    from translator.translation.request import Usage
    from translator.ui.settings.services.key.presenter import UnsavedKey
    from translator.ui.translate.editing.editing import UndoableStep
    from translator.ui.translate.editing.incoming import Arrival
    from translator.ui.translate.layers import Notice
    from translator.ui.translate.running.continuing import HandedOver
    from translator.ui.translate.running.ending import Endings
    from translator.ui.widgets.reading.reading_edit import ReadingEdit
    from translator.ui.window.desk import Presenters

_SAID_BY_OTHERS = {"shortcuts", "crash", "budget"}
"""Notices that those who said them say again, in the language that is spoken now."""


@dataclass(frozen=True, slots=True)
class HandedWindow:
    """The texts with all that is known of them, and what of the window is open."""

    translation: HandedOver
    beside: Usage
    step: UndoableStep
    arrival: Arrival
    places: Places
    edited: ReadingEdit | None
    """The translation, with what can be undone in it, where the user was writing in it."""
    is_welcome: bool
    has_notice: bool
    has_source_notice: bool
    shows_matches: bool
    notices: dict[str, Notice]
    page: str
    guide_page: str
    unsaved_key: UnsavedKey | None
    windows: list[OpenWindow]


def hand_over(opening: Opening, do: Presenters, endings: Endings) -> HandedWindow:
    """Stop what runs in a window, and return what it leaves."""
    view, screen = opening.window.view, opening.screen
    places, edited = places_in(view), view.target.target if do.by_hand.is_on else None
    shows_matches, windows = opening.window.actions_.matches.isChecked(), open_windows(opening.window)
    has_notice, has_source_notice = screen.has_notice, screen.has_passing_notice
    do.by_hand.hand_over()
    return HandedWindow(
        do.translating.hand_over(), endings.beside, do.editing.hand_over(), do.incoming.hand_over(), places, edited,
        do.welcome.is_shown, has_notice, has_source_notice, shows_matches, screen.staying_notices(), do.settings.page,
        do.guide.page, do.settings.unsaved_key, windows,
    )  # fmt: skip


def take_over(before: HandedWindow, opening: Opening, do: Presenters, endings: Endings) -> None:
    """Let a window that holds the same text go on where the one before it was."""
    view, screen = opening.window.view, opening.screen
    if do.session.is_private:
        opening.window.actions_.private.setChecked(True)
    for name, notice in before.notices.items():
        if name == FILES_WAIT:
            do.incoming.files.offer(before.arrival.waiting)
        elif name not in _SAID_BY_OTHERS:
            screen.show_source_notice(notice.sentence, notice.severity, stays=name)
    endings.count_in(before.beside)
    do.translating.take_over(before.translation)
    view.target.writer.finish()
    if not (before.has_notice or before.translation.goes_on):
        screen.hide_notice()
    if before.is_welcome:
        do.welcome.show()
    do.editing.take_over(before.step)
    if before.has_source_notice:
        before.arrival.say_again(do.incoming)
    if before.edited is not None and not before.translation.goes_on:
        do.by_hand.toggle()
        view.target.target.take_over(before.edited)
    opening.window.actions_.matches.setChecked(before.shows_matches)
    go_to_places(view, before.places)
    bring_back(opening.window, before.windows, {
        "settingsWindow": partial(do.settings.open, before.page),
        "historyWindow": do.history.open,
        "glossaryWindow": do.glossaries.open,
        "memoryWindow": do.memory.open,
        "guideWindow": partial(do.guide.open, before.guide_page),
    })  # fmt: skip
    if before.unsaved_key is not None:
        do.settings.tell_unsaved_key(before.unsaved_key)
