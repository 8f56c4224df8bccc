"""The clipboard is borrowed for a copy and for a paste, and is as it was whatever goes wrong."""

import pytest

from translator.desktop.program_in_front.borrowing import Borrowing
from translator.surroundings.copied import (
    CannotRead,
    CannotReplace,
    ClipboardNotRestored,
    Copied,
    NothingThere,
    NotText,
    OwnerHangs,
)


class FakeBoard:
    """Holds a text. ``steps`` are put on it one after the other, once somebody waits for them."""

    def __init__(self) -> None:
        self.content: str | CannotRead = "before"
        self.number = 1
        self.steps: list[str | CannotRead] = []
        self.unkept: CannotRead | None = None
        self.is_full = False
        self.is_partly_put = False
        self.unrestored = False

    def change_number(self) -> int:
        return self.number

    def wait_for_change(self, since: int, seconds: float) -> bool:
        if self.number == since and self.steps:
            self.copy(self.steps.pop(0))
        return self.number != since

    def copy(self, content: str | CannotRead) -> None:
        self.content = content
        self.number += 1

    def read(self) -> Copied:
        if isinstance(self.content, CannotRead):
            raise self.content
        return Copied(self.content)

    def keep(self) -> str | CannotRead:
        if self.unkept is not None:
            raise self.unkept
        return self.content

    def put(self, text: str) -> bool:
        if not self.is_full:
            self.copy(text)
        return not self.is_full and not self.is_partly_put

    def give_back(self, kept: str | CannotRead, number: int) -> None:
        if self.number == number:
            if self.unrestored:
                raise ClipboardNotRestored
            self.content = kept


class FakeProgram:
    """Copies what is selected, and pastes what is on the board."""

    def __init__(self, board: FakeBoard, *selected: str | CannotRead) -> None:
        self.board = board
        self.selected = selected
        self.pasted = ""
        self.comes = True
        self.takes = True

    def press_copy(self) -> bool:
        if self.comes:
            self.board.steps.extend(self.selected)
        return self.comes

    def press_paste(self) -> bool:
        if self.comes:
            self.pasted = self.board.read().text
        return self.comes

    def wait_until_pasted(self) -> bool:
        return self.takes


@pytest.fixture
def board() -> FakeBoard:
    return FakeBoard()


def test_the_selected_text_is_copied_and_the_clipboard_is_as_it_was(board: FakeBoard) -> None:
    assert Borrowing(board, FakeProgram(board, "word")).copy() == "word"
    assert board.content == "before"


def test_a_copy_that_comes_in_several_steps_is_read_after_the_last(board: FakeBoard) -> None:
    assert Borrowing(board, FakeProgram(board, "", "word", "word and more")).copy() == "word and more"
    assert board.content == "before"


def test_where_nothing_is_copied_nothing_from_before_is_returned(board: FakeBoard) -> None:
    with pytest.raises(NothingThere):
        Borrowing(board, FakeProgram(board)).copy()
    program = FakeProgram(board, "word")
    program.comes = False
    with pytest.raises(NothingThere):
        Borrowing(board, program).copy()
    assert board.content == "before"


@pytest.mark.parametrize(("selected", "reason"), [(OwnerHangs(), OwnerHangs), ("", NotText)])
def test_what_was_copied_and_cannot_be_read_says_why(
    board: FakeBoard, selected: str | CannotRead, reason: type[CannotRead]
) -> None:
    with pytest.raises(reason):
        Borrowing(board, FakeProgram(board, selected)).copy()
    assert board.content == "before"


def test_a_text_is_not_lost_where_the_clipboard_cannot_be_put_back(board: FakeBoard) -> None:
    board.unrestored = True
    with pytest.raises(ClipboardNotRestored) as raised:
        Borrowing(board, FakeProgram(board, "word")).copy()
    assert raised.value.selected == "word"


def test_a_text_is_pasted_and_the_clipboard_is_as_it_was(board: FakeBoard) -> None:
    program = FakeProgram(board)
    Borrowing(board, program).paste("translation")
    assert program.pasted == "translation"
    assert board.content == "before"


@pytest.mark.parametrize("fault", ["comes", "takes"])
def test_a_paste_that_fails_is_told_and_the_clipboard_is_as_it_was(board: FakeBoard, fault: str) -> None:
    program = FakeProgram(board)
    setattr(program, fault, False)
    with pytest.raises(CannotReplace):
        Borrowing(board, program).paste("translation")
    assert board.content == "before"


def test_what_could_not_be_given_back_is_not_touched(board: FakeBoard) -> None:
    program = FakeProgram(board)
    board.unkept = OwnerHangs()
    with pytest.raises(CannotReplace):
        Borrowing(board, program).paste("translation")
    with pytest.raises(OwnerHangs):
        Borrowing(board, program).copy()
    board.unkept, board.is_full = None, True
    with pytest.raises(CannotReplace):
        Borrowing(board, program).paste("translation")
    assert (board.content, program.pasted) == ("before", "")


def test_what_was_put_there_in_part_is_taken_away_again(board: FakeBoard) -> None:
    program = FakeProgram(board)
    board.is_partly_put = True
    with pytest.raises(CannotReplace):
        Borrowing(board, program).paste("translation")
    assert (board.content, program.pasted) == ("before", "")
