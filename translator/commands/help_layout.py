"""How the commands' help is laid out at a terminal, also in scripts whose characters take two places."""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from translator.commands.columns import places_of
from translator.i18n import ptr, tr

# Han, kana and full-width marks: a line may end behind each of them, but for the marks that belong to what is beside.
_WIDE = "\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_OPENING, _CLOSING = "（「『【《〈“‘", "，。、；：！？）」』】》〉”’…ー々っゃゅょッャュョ"
# ``re`` compiles it when it is first wanted, and keeps it: that takes 3 ms, and the window waits for its parser.
_PIECE = rf"\s+|[{_OPENING}]*[{_WIDE}][{_CLOSING}]*|[{_OPENING}]*[^\s{_WIDE}{_OPENING}]+[{_CLOSING}]*|[{_OPENING}]+"


class CommandParser(argparse.ArgumentParser):
    """A parser, and those of its actions, whose help is laid out by the places that its characters take."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - argparse's own, which its subparsers are made with
        super().__init__(**{"formatter_class": HelpLayout, **options})

    def _print_message(self, message: str, file: Any = None) -> None:  # noqa: ANN401 - argparse's own
        """Write help or version; where they cannot be written, raise OSError: argparse passes over it."""
        if file is sys.stdout:
            file.write(message)
        else:
            super()._print_message(message, file)


class HelpLayout(argparse.HelpFormatter):
    """argparse's own layout, which takes every character for one place, set right where that is not so."""

    class _Section(argparse.HelpFormatter._Section):  # noqa: SLF001 - the one who writes headings
        def format_help(self) -> str:
            """Return the section, with its heading written as the language does it: argparse has its own colon."""
            laid_out = super().format_help()
            if self.heading in (None, argparse.SUPPRESS):
                return laid_out
            heading = ptr("a heading in the help of a command", "{heading}:").format(heading=self.heading)
            return laid_out.replace(f"{self.heading}:\n", f"{heading}\n", 1)

    def add_argument(self, action: argparse.Action) -> None:
        """Make room for the option in its column."""
        super().add_argument(action)
        if action.help is not argparse.SUPPRESS:
            heading = self._format_action_invocation(action)
            self._action_max_length = max(self._action_max_length, places_of(heading) + self._current_indent)

    def _format_action(self, action: argparse.Action) -> str:
        heading = self._format_action_invocation(action)
        too_wide = places_of(heading) - len(heading)
        laid_out = super()._format_action(action)
        return laid_out.replace(heading + " " * too_wide, heading, 1) if too_wide else laid_out

    def _format_usage(self, usage: str | None, *rest: Any) -> str:  # noqa: ANN401 - handed on as it came
        first, *others = super()._format_usage(usage, *rest).split("\n")
        if usage is not None:
            return "\n".join([first, *others])
        prefix = tr("usage: ")
        blanks = " " * (places_of(prefix) - len(prefix))
        return "\n".join([first, *(blanks + line if line else "" for line in others)])

    def _split_lines(self, text: str, width: int) -> list[str]:
        return list(_wrapped(text, width))

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in _wrapped(text, width - len(indent)))


def _wrapped(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a text, each of so many places at most, but for words that are longer by themselves."""
    line = ""
    for piece in _pieces(" ".join(text.split())):
        if line and places_of((line + piece).rstrip()) > width:
            yield line.rstrip()
            line = piece.lstrip()
        else:
            line += piece
    yield line.rstrip()


def _pieces(text: str) -> Iterable[str]:
    """Return the pieces between which a line may end."""
    return re.findall(_PIECE, text)
