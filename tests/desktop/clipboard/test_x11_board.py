"""The clipboard of X11 is used for a moment, and given back byte for byte."""

import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.support.selections import PATIENCE_SECONDS, Offered, owning, text
from translator.desktop.clipboard.own_use import OwnUse
from translator.surroundings.copied import Copied, MarkedSecret, NothingThere, OwnerHangs

if sys.platform.startswith("linux"):
    from translator.desktop.clipboard.x11.board import X11Board
    from translator.desktop.clipboard.x11.owning import Owning
    from translator.desktop.clipboard.x11.receiving import Receiving
    from translator.desktop.x11.server import Property, Server

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 is on Linux"),
    pytest.mark.usefixtures("patience"),
]

EVERY_KIND: list[Offered] = [
    *text("what was there before, é 🦉"),
    ("STRING", "STRING", 8, b"what was there before, \xe9"),
    ("text/html", "text/html", 8, b"<b>what</b>\0was"),
    ("image/png", "image/png", 8, bytes(range(256)) * 4000),
    ("application/x-app;note=1", "application/x-app", 8, bytes(70_000)),
    ("_NUMBERS", "INTEGER", 32, b"\1\2\3\4\5\6\7\x08"),
    ("_PAIRS", "INTEGER", 16, b"abcdef"),
    ("_EMPTY", "STRING", 8, b""),
]


@pytest.fixture
def own_use() -> OwnUse:
    return OwnUse()


@pytest.fixture
def board(display: str, own_use: OwnUse) -> Iterator["X11Board"]:
    with X11Board(own_use, display) as opened:
        yield opened


@contextmanager
def asking(display: str) -> Iterator["Receiving"]:
    server = Server(display)
    yield Receiving(server, "CLIPBOARD", PATIENCE_SECONDS)  # whoever offers it may be held up on a busy machine
    server.close()


def all_of(display: str, formats: list[Offered]) -> list[Offered]:
    """Return these formats, as another program gets them now."""
    with asking(display) as receiving:
        offered = receiving.formats()
        found = [(name, receiving.fetch(name, most=1 << 24)) for name, *_ in formats if name in offered]
    return [(name, got.type, got.bits, got.content) for name, got in found if got is not None]


def test_every_format_comes_back_byte_for_byte(display: str, board: "X11Board", own_use: OwnUse) -> None:
    with owning(display, *EVERY_KIND, pieces=5000) as owner:
        kept = board.keep()
        assert board.put("the translation")
        with asking(display) as receiving:
            content = receiving.fetch("UTF8_STRING", most=100)
            assert content is not None
            assert content.content == b"the translation"
        owner.wait_for("lost")

        board.give_back(kept, board.change_number())

    assert all_of(display, EVERY_KIND) == EVERY_KIND
    assert board.read() == Copied("what was there before, é 🦉")
    assert own_use.is_own(board.server.owner_of("CLIPBOARD"))


def test_several_formats_are_given_in_one_go_as_clipboard_histories_ask_for_them(
    display: str, board: "X11Board"
) -> None:
    with owning(display, *EVERY_KIND):
        kept = board.keep()
        board.put("the translation")
        board.give_back(kept, board.change_number())
    server = Server(display)
    from translator.desktop.x11.server import Property

    pairs = server.atoms(["STRING", "A", "NOT_OFFERED", "B", "_NUMBERS", "C"])
    content = b"".join(number.to_bytes(4, sys.byteorder) for number in pairs)
    server.write_property(server.window, server.atom("TRANSLATOR_CLIPBOARD_PAIRS"), Property("ATOM_PAIR", 32, content))
    server.core.ConvertSelection(
        server.window, server.atom("CLIPBOARD"), server.atom("MULTIPLE"), server.atom("TRANSLATOR_CLIPBOARD_PAIRS"), 0
    )
    wait_for_notice(server)

    answer = server.read_property(server.window, server.atom("TRANSLATOR_CLIPBOARD_PAIRS"), most=100)
    assert answer is not None
    assert [number != 0 for number in answer.numbers()] == [True, True, True, False, True, True]
    numbers = server.read_property(server.window, server.atom("C"), most=100)
    assert numbers is not None
    assert numbers.content == b"\1\2\3\4\5\6\7\x08"
    server.close()


def wait_for_notice(server: "Server") -> None:
    import xcffib.xproto

    while not isinstance(event := server.next_event(20), xcffib.xproto.SelectionNotifyEvent):
        assert event is not None, "no answer"


def test_an_empty_clipboard_is_empty_again(display: str, board: "X11Board") -> None:
    with owning(display, *text("gone with its program")):
        pass
    kept = board.keep()
    board.put("the translation")
    board.give_back(kept, board.change_number())

    with asking(display) as receiving, pytest.raises(NothingThere):
        receiving.formats()


def test_what_somebody_copies_meanwhile_stays(display: str, board: "X11Board") -> None:
    with owning(display, *text("before")):
        kept = board.keep()
        board.put("the translation")
        number = board.change_number()
        with owning(display, *text("copied meanwhile")):
            board.give_back(kept, number)
            assert board.read() == Copied("copied meanwhile")


def test_a_change_is_seen(display: str, board: "X11Board") -> None:
    number = board.change_number()
    assert not board.wait_for_change(number, 0.01)
    with owning(display, *text("new")):
        assert board.wait_for_change(number, 20)


def test_it_is_known_who_has_taken_the_text(display: str, board: "X11Board") -> None:
    board.put("the translation")
    server = Server(display)
    assert not board.wait_until_taken(lambda window: window == server.window, 0.01)
    with in_background(lambda: Receiving(server, "CLIPBOARD").fetch("UTF8_STRING", most=100)):
        assert board.wait_until_taken(lambda window: window == server.window, 20)
    server.close()


@contextmanager
def in_background(call: Callable[[], object]) -> Iterator[None]:
    thread = threading.Thread(target=call)
    thread.start()
    yield
    thread.join()


def test_what_cannot_be_kept_in_full_is_not_touched(
    display: str, board: "X11Board", patience: pytest.MonkeyPatch
) -> None:
    secret = ("x-kde-passwordManagerHint", "STRING", 8, b"secret")
    with owning(display, *text("hunter2"), secret), pytest.raises(MarkedSecret):
        board.keep()
    patience.undo()
    with owning(display, *text("a"), ("b/c", "b/c", 8, b"d"), hang=["b/c"]), pytest.raises(OwnerHangs):
        board.keep()


def test_wishes_that_would_change_the_selection_are_not_made(display: str, board: "X11Board") -> None:
    with owning(display, *text("a"), ("DELETE", "NULL", 32, b""), ("INSERT_SELECTION", "NULL", 32, b"")):
        assert list(board.keep().selections["CLIPBOARD"]) == ["UTF8_STRING"]


class Kept(dict[str, "Property"]):
    """Content whose end can be seen."""


def test_what_was_given_back_is_not_kept_once_another_program_has_copied(display: str) -> None:
    content = Kept(UTF8_STRING=Property("UTF8_STRING", 8, b"what may be 128 MB"))
    owning_it = Owning({"CLIPBOARD": content}, display=display)
    assert owning_it.start()
    last = weakref.ref(content)
    del content
    assert last() is not None
    with owning(display, *text("another")):
        owning_it._thread.join(10)
        assert owning_it.is_over
        assert last() is None


def test_while_it_is_used_every_change_is_our_own(own_use: OwnUse) -> None:
    assert not own_use.was_ever
    with own_use.going_on():
        assert own_use.is_own(12)
        assert own_use.was_ever
    assert not own_use.is_own(12)
    own_use.leave(lambda mark: mark == 12)
    assert own_use.is_own(12)
    assert not own_use.is_own(13)
