"""What the program itself does with the clipboard is one thing at a time."""

import threading

import pytest

from translator.desktop.clipboard.own_use import OwnUse

PATIENCE_SECONDS = 10


def test_who_would_use_it_meanwhile_waits_until_it_is_given_back() -> None:
    own_use = OwnUse()
    done: list[str] = []
    coming = threading.Event()

    def use_it_too() -> None:
        coming.set()
        with own_use.going_on():
            done.append("used by the second")

    second = threading.Thread(target=use_it_too)
    with own_use.going_on():
        second.start()
        assert coming.wait(PATIENCE_SECONDS)
        second.join(0.02)  # it would be through by now
        done.append("given back by the first")
    second.join(PATIENCE_SECONDS)
    assert done == ["given back by the first", "used by the second"]
    assert not own_use.is_going_on


def test_it_is_free_again_after_a_fault() -> None:
    own_use = OwnUse()
    with pytest.raises(OSError, match="the display has gone"):
        use_in_vain(own_use)
    assert not own_use.is_going_on


def use_in_vain(own_use: OwnUse) -> None:
    with own_use.going_on():
        assert own_use.is_going_on
        raise OSError("the display has gone")
