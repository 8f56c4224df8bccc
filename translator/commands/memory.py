"""``translator memory``: takes TMX files into the translation memory, writes them, and counts what is in it."""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from translator.books import Books
from translator.commands.help_layout import CommandParser
from translator.commands.keeping import FileProblem, pair_of, with_books
from translator.commands.terminal import prepare_output, say
from translator.exchange.memory_files import MemoryFiles
from translator.i18n import ntr, tr
from translator.language.tag import LanguagePair
from translator.locales.numbers import grouped
from translator.memory_words import explain_answers, explain_taken, explain_units, explain_written


def main(arguments: list[str]) -> int:
    """Run the command; return its exit status. Bad usage ends the process with 2, as argparse does."""
    parsed = _parser().parse_args(arguments)
    prepare_output()
    match parsed.action:
        case "import":
            return with_books(lambda books: _take_in(books, parsed.file))
        case "export":
            return with_books(lambda books: _write(books, parsed.file, parsed.source, parsed.to))
        case _:
            return with_books(_count)


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(prog="translator memory", description=tr("Join the translation memory with TMX files."))
    actions = parser.add_subparsers(dest="action", required=True, metavar="{import,export,count}")
    words = tr("take the units of a TMX file in")
    actions.add_parser("import", help=words, description=words).add_argument("file", metavar=tr("FILE"), type=Path)
    words = tr("write all units, or those of a pair of languages, as TMX")
    export = actions.add_parser("export", help=words, description=words)
    export.add_argument("file", metavar=tr("FILE"), type=Path)
    export.add_argument("--from", dest="source", metavar=tr("TAG"), default="", help=tr("their source language"))
    export.add_argument("--to", metavar=tr("TAG"), default="", help=tr("their target language"))
    words = tr("tell how much is in the memory")
    actions.add_parser("count", help=words, description=words)
    return parser


@dataclass(slots=True)
class _Progress:
    """Says on a terminal how far it is, in one line that is written over."""

    units: int = 0

    def show(self, units: int, share: float | None = None) -> None:
        self.units = units
        if sys.stderr.isatty():
            percent = "" if share is None else f" ({int(share * 100)} %)"
            sys.stderr.write(f"\r{explain_units(units)}{percent}\x1b[K")
            sys.stderr.flush()

    def end(self) -> None:
        if sys.stderr.isatty():
            sys.stderr.write("\r\x1b[K")


async def _take_in(books: Books, path: Path) -> None:
    progress = _Progress()
    is_whole = False
    try:
        taken = await MemoryFiles(books.units).take_in(path, progress.show, lambda: False)
        is_whole = True
    except OSError as fault:
        raise FileProblem(path, fault) from fault
    finally:
        progress.end()
        if not is_whole and progress.units:
            _say_what_is_kept(progress.units)
    if taken.skipped:
        words = ntr(
            "{n} part of the file could not be used.", "{n} parts of the file could not be used.", taken.skipped
        )
        say(words.format(n=grouped(taken.skipped)))
    print(explain_taken(str(path), taken))


def _say_what_is_kept(units: int) -> None:
    """Say how much was taken in of a file that was not read to its end."""
    words = ntr(
        "{n} unit is in the memory, and then it broke off.",
        "{n} units are in the memory, and then it broke off.",
        units,
    )
    say(words.format(n=grouped(units)))


async def _write(books: Books, path: Path, source: str, target: str) -> None:
    languages: LanguagePair | None = pair_of(source, target)
    progress = _Progress()
    try:
        written = await MemoryFiles(books.units).write(path, languages, progress.show, lambda: False)
    except OSError as fault:
        raise FileProblem(path, fault) from fault
    finally:
        progress.end()
    print(explain_written(str(path), written))


async def _count(books: Books) -> None:
    answers = await books.units.count_answers()
    print(explain_units(await books.units.count()))
    print(explain_answers(answers))
