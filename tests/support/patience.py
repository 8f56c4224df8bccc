"""Patience with other programs on a screen, which on a busy machine may take longer than a user would wait for them."""

import pytest

from tests.support.selections import PATIENCE_SECONDS
from translator.desktop.clipboard.x11 import board
from translator.desktop.clipboard.x11.receiving import Receiving
from translator.desktop.program_in_front import borrowing
from translator.desktop.program_in_front.x11 import program, windows


def be_patient(patch: pytest.MonkeyPatch) -> None:
    """Let programs that own a selection, are to copy, to paste, or to come to the front, take as long as they like.

    Who tests what is done about one that hangs takes it back before.
    """
    patch.setattr(Receiving.__init__, "__defaults__", (PATIENCE_SECONDS,))
    patch.setattr(board, "_KEEPING_PATIENCE", PATIENCE_SECONDS)
    patch.setattr(borrowing, "COPY_SECONDS", PATIENCE_SECONDS)
    patch.setattr(program, "_TAKE_SECONDS", PATIENCE_SECONDS)
    patch.setattr(windows, "_FRONT_SECONDS", PATIENCE_SECONDS)
