"""What the icon in the tray shows, and what its menu has done."""

from dataclasses import replace

import pytest

from tests.fakes.tray import FakeTrayHost, FakeTrayScreen
from translator.language.tag import LanguageTag
from translator.settings import Settings
from translator.surroundings.summons import Summons
from translator.ui.preferences import Preferences
from translator.ui.tray.presenter import TrayPresenter
from translator.ui.tray.screen import TrayOrders, TrayState

DE, FR, JA = LanguageTag("de"), LanguageTag("fr"), LanguageTag("ja")


class Room:
    def __init__(self, *, is_there: bool = True) -> None:
        self.host, self.screen = FakeTrayHost(is_there=is_there), FakeTrayScreen()
        self.preferences = Preferences(Settings(), lambda _: None)
        self.target = DE
        self.recent = [FR, DE]
        self.done: list[object] = []
        self.changes: list[bool] = []
        orders = TrayOrders(
            self.done.append, lambda: self.recent, lambda: self.target, self._choose, lambda: self.done.append("pick"),
            lambda paused: self.done.append(("pause", paused)), lambda: self.done.append("quit"),
        )  # fmt: skip
        self.presenter = TrayPresenter(self.screen, self.host, self.preferences, str, orders)
        self.presenter.listen(lambda: self.changes.append(self.presenter.has_tray))
        self.presenter.start()

    def _choose(self, tag: LanguageTag) -> None:
        self.target = tag

    @property
    def state(self) -> TrayState:
        assert self.screen.state is not None
        return self.screen.state


@pytest.fixture
def room() -> Room:
    return Room()


def test_it_appears_when_there_is_a_tray_and_goes_with_it() -> None:
    room = Room(is_there=False)
    assert (room.screen.state, room.presenter.has_tray) == (None, False)

    room.host.set_there(there=True)
    assert room.presenter.has_tray
    assert room.state.tooltip == "Translator"

    room.host.set_there(there=False)
    assert (room.screen.state, room.presenter.has_tray) == (None, False)
    assert room.changes == [True, False]


async def test_it_goes_when_the_program_ends(room: Room) -> None:
    await room.presenter.close()

    assert room.screen.state is None
    assert room.host.is_closed


def test_it_says_so_while_it_watches_and_while_it_is_paused(room: Room) -> None:
    room.presenter.set_watching(True)
    assert room.preferences.settings.watch_clipboard
    assert (room.state.watches, room.state.tooltip) == (True, "Translator: watching the clipboard")

    room.presenter.set_paused(True)
    assert room.state.is_paused
    assert room.state.tooltip == "Translator: watching the clipboard, shortcuts paused"

    room.preferences.change(Settings())
    assert (room.state.watches, room.state.tooltip) == (False, "Translator: shortcuts paused")


def test_a_pause_is_told_once_and_kept_nowhere(room: Room) -> None:
    for paused in (True, True, False):
        room.presenter.set_paused(paused)

    assert room.done == [("pause", True), ("pause", False)]
    assert room.preferences.settings == Settings()


def test_keys_are_said_where_there_are_any(room: Room) -> None:
    room.presenter.show_keys({Summons.CLIPBOARD: "Ctrl+Shift+F1", Summons.REGION: ""})

    assert room.state.keys == {Summons.CLIPBOARD: "Ctrl+Shift+F1"}


def test_the_languages_at_hand_are_offered_with_the_one_in_use(room: Room) -> None:
    assert [(target.name, target.is_current) for target in room.state.targets] == [("fr", False), ("de", True)]

    room.presenter.choose_target(FR)
    assert [(target.name, target.is_current) for target in room.state.targets] == [("fr", True), ("de", False)]

    room.target = JA
    room.presenter.follow_opening()
    assert [target.name for target in room.state.targets if target.is_current] == ["ja"]


def test_choosing_the_language_in_use_shows_it_again_since_its_tick_is_gone(room: Room) -> None:
    shown = room.screen.shown
    room.presenter.choose_target(DE)

    assert room.screen.shown == shown + 1


def test_nothing_is_drawn_where_nothing_has_changed(room: Room) -> None:
    shown = room.screen.shown
    room.presenter.refresh()
    room.presenter.set_watching(False)
    room.preferences.change(replace(room.preferences.settings, text_size=120))

    assert room.screen.shown == shown


def test_what_the_menu_asks_for_is_passed_on(room: Room) -> None:
    room.presenter.summon(Summons.REGION)
    room.presenter.pick_target()
    room.presenter.quit()

    assert room.done == [Summons.REGION, "pick", "quit"]


def test_in_another_language_icon_and_menu_are_made_anew_and_nobody_is_told_of_another_tray(room: Room) -> None:
    before = room.screen.shown
    room.presenter.say_anew()

    assert room.screen.shown == before + 1
    assert room.state.tooltip == "Translator"
    assert room.changes == [True]


def test_where_there_is_no_tray_nothing_is_made_anew() -> None:
    room = Room(is_there=False)
    room.presenter.say_anew()

    assert room.screen.state is None
