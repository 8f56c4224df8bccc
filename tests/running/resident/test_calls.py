"""What is to be translated in the popup: read where it is, shown at once or announced, and never after the fact."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from tests.fakes.clipboard import FakeClipboard
from tests.fakes.program_in_front import FakeProgramInFront
from tests.support.waiting import settle, until
from translator.running.resident.calls import PopupCalls
from translator.surroundings.copied import CannotRead, ClipboardNotRestored, Copied, MarkedSecret, NothingThere
from translator.surroundings.picture import Picture
from translator.surroundings.summons import Summons

PICTURE = Picture(b"png", 10, 10)


class FakePopup:
    """Notes what it shows."""

    def __init__(self) -> None:
        self.said: list[object] = []
        self.is_open = False
        self.has_focus = False
        self.again: Callable[[], None] | None = None

    def show_text(self, text: str, *, takes_focus: bool) -> None:
        self.is_open = True
        self.said.append((text, takes_focus))

    def show_reading(self, *, takes_focus: bool = True) -> None:
        self.is_open = True
        self.said.append(("reading", takes_focus))

    def show_problem(self, problem: CannotRead, summons: Summons, again: Callable[[], None]) -> None:
        self.is_open = True
        self.again = again
        self.said.append((type(problem), summons))


class SlowClipboard(FakeClipboard):
    """One whose owner hands over when it is told to."""

    def __init__(self) -> None:
        super().__init__("late")
        self.gate = asyncio.Event()

    async def read(self) -> Copied:
        await self.gate.wait()
        return await super().read()


class SlowProgram(FakeProgramInFront):
    """One that copies when it is told to."""

    def __init__(self, selected: str) -> None:
        super().__init__(selected)
        self.copied = asyncio.Event()
        self.reads = 0

    async def selected_text(self) -> str:
        self.reads += 1
        await self.copied.wait()
        return await super().selected_text()


class LosingProgram(FakeProgramInFront):
    """One whose selection cannot be read without losing what was on the clipboard."""

    async def selected_text(self) -> str:
        raise ClipboardNotRestored("selected all the same")


class Room:
    """Calls, with everything around them."""

    def __init__(self) -> None:
        self.popup = FakePopup()
        self.clipboard = FakeClipboard("copied")
        self.front = FakeProgramInFront("selected")
        self.pictures: list[Picture] = []
        self.lost = 0
        self.made: list[PopupCalls] = []

    def calls(self, focused: Callable[[], object] | None = None, soon: float = 60.0) -> PopupCalls:
        made = PopupCalls(
            self.popup, self.clipboard, self.front, self.pictures.append, self._lose, focused, soon  # type: ignore[arg-type]  # an awaitable
        )  # fmt: skip
        self.made.append(made)
        return made

    def _lose(self) -> None:
        self.lost += 1


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    made = Room()
    yield made
    for calls in made.made:
        await calls.close()


async def test_the_clipboard_is_shown_in_a_popup_that_takes_the_focus(room: Room) -> None:
    room.calls().show_clipboard()
    await settle()
    assert room.popup.said == [("copied", True)]
    assert room.front.remembered == 1


async def test_the_selection_is_shown_in_a_popup_that_takes_the_focus(room: Room) -> None:
    room.calls().show_selection()
    await settle()
    assert room.popup.said == [("selected", True)]
    assert room.front.remembered == 1


async def test_keys_pressed_again_while_the_selection_is_being_read_do_not_read_it_again(room: Room) -> None:
    room.front = front = SlowProgram("selected")
    calls = room.calls()
    for _ in range(5):
        calls.show_selection()
        await settle()
    front.copied.set()
    await until(lambda: room.popup.said == [("selected", True)])
    assert (front.reads, front.remembered) == (1, 1)

    calls.show_selection()
    await until(lambda: front.reads == 2)


async def test_what_was_being_read_does_not_take_the_place_of_what_is_selected_in_our_own_window(room: Room) -> None:
    room.clipboard = clipboard = SlowClipboard()
    calls = PopupCalls(
        room.popup, clipboard, room.front, room.pictures.append, lambda: None, soon=60.0, selected_here=lambda: "here"
    )
    room.made.append(calls)
    calls.show_clipboard()
    await settle()
    calls.show_selection()
    clipboard.gate.set()
    await settle()

    assert room.popup.said == [("here", True)]


async def test_what_is_selected_in_our_own_window_is_shown_as_it_is(room: Room) -> None:
    here = ["selected here", " ", ""]
    calls = PopupCalls(
        room.popup, room.clipboard, room.front, room.pictures.append, lambda: None,
        soon=60.0, selected_here=lambda: here.pop(0),
    )  # fmt: skip
    for _ in range(3):
        calls.show_selection()
        await settle()
    assert room.popup.said == [("selected here", True), ("selected", True), ("selected", True)]
    await calls.close()


async def test_what_is_copied_leaves_the_focus_where_it_is(room: Room) -> None:
    room.calls().show_copied("copied twice")
    assert room.popup.said == [("copied twice", False)]
    assert room.front.remembered == 1


async def test_who_is_in_the_popup_has_come_from_the_program_before_it(room: Room) -> None:
    calls = room.calls()
    calls.show_clipboard()
    await settle()
    room.popup.has_focus = True
    calls.show_clipboard()
    await settle()
    assert room.front.remembered == 1


@pytest.mark.parametrize("fault", [NothingThere(), MarkedSecret()])
async def test_why_there_is_nothing_is_said_and_it_can_be_tried_again(room: Room, fault: CannotRead) -> None:
    room.clipboard.fault = fault
    room.calls().show_clipboard()
    await settle()
    assert room.popup.said == [(type(fault), Summons.CLIPBOARD)]

    room.clipboard.fault = None
    assert room.popup.again is not None
    room.popup.again()
    await settle()
    assert room.popup.said[1:] == [("copied", True)]
    assert room.front.remembered == 1


async def test_nothing_selected_is_said_of_the_selection(room: Room) -> None:
    room.front.selected = ""
    room.calls().show_selection()
    await settle()
    assert room.popup.said == [(NothingThere, Summons.SELECTION)]


async def test_a_picture_is_read(room: Room) -> None:
    room.clipboard.content, room.clipboard.picture = "", PICTURE
    room.calls().show_clipboard()
    await settle()
    assert room.pictures == [PICTURE]
    assert room.popup.said == []


async def test_what_takes_a_while_is_announced_and_comes(room: Room) -> None:
    room.clipboard = slow = SlowClipboard()
    room.calls(soon=0).show_clipboard()
    await until(lambda: room.popup.said == [("reading", True)])
    slow.gate.set()
    await until(lambda: room.popup.said == [("reading", True), ("late", True)])


async def test_what_comes_after_the_popup_was_closed_does_not_open_it_again(room: Room) -> None:
    room.clipboard = slow = SlowClipboard()
    room.calls(soon=0).show_clipboard()
    await until(lambda: bool(room.popup.said))
    room.popup.is_open = False
    slow.gate.set()
    await settle()
    assert room.popup.said == [("reading", True)]


async def test_a_new_call_takes_the_place_of_the_last(room: Room) -> None:
    room.clipboard = slow = SlowClipboard()
    calls = room.calls()
    calls.show_clipboard()
    await settle()
    calls.show_selection()
    await settle()
    slow.gate.set()
    await settle()
    assert room.popup.said == [("selected", True)]


async def test_a_desktop_that_gives_the_clipboard_to_the_focus_alone_gets_the_popup_first(room: Room) -> None:
    has_focus = asyncio.Event()
    room.calls(has_focus.wait).show_clipboard()
    await settle()
    assert room.popup.said == [("reading", True)]
    has_focus.set()
    await settle()
    assert room.popup.said == [("reading", True), ("copied", True)]


async def test_a_clipboard_that_could_not_be_given_back_is_told_and_the_text_shown(room: Room) -> None:
    room.front = LosingProgram()
    room.calls().show_selection()
    await settle()
    assert room.popup.said == [("selected all the same", True)]
    assert room.lost == 1
