"""Where no program may press keys in another: what can still be read, and what is said of the rest."""

import pytest
from PySide6.QtWidgets import QApplication

from translator.desktop.clipboard.own_use import OwnUse
from translator.desktop.program_in_front.elsewhere import ElsewhereInFront
from translator.desktop.program_in_front.finding import find_program_in_front
from translator.surroundings.copied import CannotReplace, NothingThere
from translator.surroundings.obstacles import Obstacle


async def test_nothing_is_replaced_and_it_is_said_why(qapp: QApplication) -> None:
    program = ElsewhereInFront(is_wayland=True)
    await program.warm()
    program.remember()
    assert program.obstacle is Obstacle.WAYLAND
    with pytest.raises(CannotReplace):
        await program.replace("word")
    program.return_focus()


async def test_without_a_primary_selection_nothing_is_selected(qapp: QApplication) -> None:
    with pytest.raises(NothingThere):
        await ElsewhereInFront(is_wayland=True).selected_text()


def test_a_screen_that_is_none_offers_no_way(qapp: QApplication) -> None:
    program = find_program_in_front(OwnUse())
    assert program.obstacle is Obstacle.UNSUPPORTED
