"""Several files given at once: one after the other, and none of them dropped without a word."""

from pathlib import Path

from tests.fakes.screen import FakeScreen
from translator.ui.translate.editing.files_in_turn import NOTICE, FilesInTurn

A, B, C = Path("/letters/a.txt"), Path("/letters/b.txt"), Path("/letters/c.txt")


class Table:
    """``opened`` lists what was opened."""

    def __init__(self) -> None:
        self.screen = FakeScreen()
        self.opened: list[Path] = []
        self.files = FilesInTurn(self.screen, self.opened.append)

    @property
    def offer(self) -> str:
        """What is said of the files that wait; nothing where none do."""
        notice = self.screen.source_notices.staying.get(NOTICE)
        return notice.sentence if notice else ""

    def press(self) -> None:
        self.screen.source_notices.staying[NOTICE].actions[0].run()


def test_a_file_alone_is_opened_without_a_word() -> None:
    table = Table()
    table.files.open([A])
    assert table.opened == [A]
    assert table.offer == ""


def test_of_several_files_the_first_is_opened_and_each_of_the_others_offered_in_its_turn() -> None:
    table = Table()
    table.files.open([A, B, C])
    assert table.opened == [A]
    assert table.offer == "2 more files were given. The next is b.txt."

    table.press()
    assert table.opened == [A, B]
    assert table.offer == "One more file was given: c.txt."

    table.press()
    assert table.opened == [A, B, C]
    assert table.offer == ""


def test_other_files_take_the_place_of_those_that_wait() -> None:
    table = Table()
    table.files.open([A, B, C])
    table.files.open([C])
    assert table.offer == ""
    assert table.files.waiting == ()
