"""The text that ``translator text`` is given."""

import os
import sys

from translator.commands.ending import UsageProblem
from translator.commands.terminal import say
from translator.i18n import tr
from translator.text.display import is_blank, repair


def read_text(argument: str | None) -> str:
    """Return the argument, or else what comes on standard input. Raises UsageProblem where that is no text."""
    text = _typed(argument) if argument is not None else _standard_input()
    if is_blank(text):
        unseen = tr("There are only blanks and invisible characters here.")
        problem = unseen if text.strip() else tr("There is no text to translate.")
        raise UsageProblem(problem, tr("Give it as an argument, or on standard input."))
    return text


def _typed(text: str) -> str:
    """Return the argument as it was typed, whatever the locale made of it."""
    try:
        return os.fsencode(text).decode("utf-8", "replace")
    except UnicodeEncodeError:
        return repair(text)


def _standard_input() -> str:
    from translator.text.decoding import NotText, decode

    if sys.stdin.isatty():
        say(
            tr("Type the text; end it with {keys}.").format(
                keys="Ctrl+Z, Enter" if sys.platform == "win32" else "Ctrl+D"
            )
        )
    try:
        decoded = decode(sys.stdin.buffer.read())
    except NotText:
        raise UsageProblem(tr("What came on standard input is not text."), tr("Give it as UTF-8.")) from None
    if not decoded.certain:
        say(
            tr("Standard input was read as {encoding}; give it as UTF-8 if that is wrong.").format(
                encoding=decoded.encoding
            )
        )
    return decoded.text
