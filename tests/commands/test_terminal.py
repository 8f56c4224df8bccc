"""A terminal sees what will stay; a pipe sees the text itself."""

import io

import pytest

from translator.commands.terminal import TerminalWriter, WholeWriter


@pytest.fixture
def screen() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def writer(screen: io.StringIO) -> TerminalWriter:
    return TerminalWriter(screen)


def test_a_single_block_is_written_as_it_comes(writer: TerminalWriter, screen: io.StringIO) -> None:
    writer.begin(1)
    writer.add("Guten ", 0)
    assert screen.getvalue() == "Guten "
    writer.add("Tag", 0)
    writer.end("Guten Tag", newline=True)
    assert screen.getvalue() == "Guten Tag\n"


def test_of_several_blocks_only_the_finished_ones_are_written(writer: TerminalWriter, screen: io.StringIO) -> None:
    writer.begin(3)
    writer.add("Eins\n", 0)
    writer.add("Zwei\n", 1)
    writer.add("Dr", 2)
    assert screen.getvalue() == ""
    writer.finish_blocks(2)
    assert screen.getvalue() == "Eins\nZwei\n"
    writer.end("Eins\nZwei\nDrei\n", newline=False)
    assert screen.getvalue() == "Eins\nZwei\nDrei\n"


def test_what_is_taken_back_unwritten_is_never_seen(writer: TerminalWriter, screen: io.StringIO) -> None:
    writer.begin(2)
    writer.add("Falsch\n", 0)
    writer.take_back(0)
    writer.add("Eins\n", 0)
    writer.add("Zwei\n", 1)
    writer.finish_blocks(2)
    writer.end("Eins\nZwei\n", newline=False)
    assert screen.getvalue() == "Eins\nZwei\n"


def test_what_is_taken_back_after_it_was_written_is_said_and_written_again(
    writer: TerminalWriter, screen: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    writer.begin(1)
    writer.add("Falsch", 0)
    writer.take_back(0)
    writer.add("Richtig", 0)
    writer.end("Richtig", newline=False)
    assert screen.getvalue() == "Falsch\nRichtig\n"
    assert "anew" in capsys.readouterr().err


def test_a_reply_cannot_steer_the_terminal(writer: TerminalWriter, screen: io.StringIO) -> None:
    writer.begin(1)
    writer.add("\x1b]0;owned\x07\x1b[2Jx", 0)
    writer.end("\x1b]0;owned\x07\x1b[2Jx", newline=False)
    assert "\x1b" not in screen.getvalue()
    assert "\x07" not in screen.getvalue()


def test_nothing_translated_writes_nothing(writer: TerminalWriter, screen: io.StringIO) -> None:
    writer.end("", newline=True)
    assert screen.getvalue() == ""


def test_a_pipe_gets_every_character_as_it_is(screen: io.StringIO) -> None:
    writer = WholeWriter(screen)
    writer.add("lost", 0)
    writer.end("a\x1b[0m\r\n\u202e\ud800b", newline=False)
    assert screen.getvalue() == "a\x1b[0m\r\n\u202e\ufffdb"
