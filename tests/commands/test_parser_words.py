"""What argparse says is said in the user's language."""

import argparse
import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from translator.commands.parser_words import parser_words

PROGRAM = """
import sys
from pathlib import Path
from translator import assets, cli
cli.resources = lambda: Path(sys.argv.pop())
sys.exit(cli.main(sys.argv[1:]))
"""


@pytest.mark.parametrize("words", parser_words())
def test_argparse_still_says_this(words: str) -> None:
    assert words.encode("unicode_escape").decode() in inspect.getsource(argparse)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["usage", "--help"], ["Aufruf: ", "Optionen:", "diese Hilfe zeigen"]),
        (
            ["--help"],
            ["Aufruf: translator [OPTION...] [DATEI...]\n        translator {text,", "--to KÜRZEL", "\n  DATEI "],
        ),
        (["text", "--help"], ["--to KÜRZEL", "--glossary DATEI"]),
        (["usage", "--nonsense"], ["Fehler: unbekannt: --nonsense"]),
        (["--nonsense"], ["Fehler: unbekannt: --nonsense"]),
    ],
)
def test_usage_help_and_errors_are_in_the_users_language(tmp_path: Path, arguments: list[str], said: list[str]) -> None:
    german = Catalog(locale="de")
    for message, words in (
        ("usage: ", "Aufruf: "), ("options", "Optionen"), ("show this help message and exit", "diese Hilfe zeigen"),
        ("FILE", "DATEI"), ("TAG", "KÜRZEL"),
        ("unrecognized arguments: %s", "unbekannt: %s"), ("%(prog)s: error: %(message)s\n", "Fehler: %(message)s\n"),
    ):  # fmt: skip
        german.add(message, words)
    path = tmp_path / "i18n" / "de" / "LC_MESSAGES" / "translator.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, german)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments, str(tmp_path)],
        env={**os.environ, "LC_ALL": "de_AT.UTF-8", "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert all(words in done.stdout + done.stderr for words in said), done
