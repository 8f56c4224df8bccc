"""``translator glossary``: lists the glossaries, takes files of terms into them, and writes them."""

import argparse
import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from translator.books import Books
from translator.commands.ending import UsageProblem
from translator.commands.help_layout import CommandParser
from translator.commands.keeping import FileProblem, pair_of, with_books
from translator.commands.terminal import prepare_output, say
from translator.formats.terms.files import read_file, read_terms, write_terms
from translator.i18n import ntr, tr
from translator.joining import from_to, labelled, listed
from translator.language.tag import LanguagePair
from translator.locales.numbers import grouped
from translator.storage.atomic_file import write_for_anyone
from translator.text.display import neutralise
from translator.translation.glossary.exchange import ImportedTerms, SkippedEntry
from translator.translation.glossary.term import Glossary, Term

_MOST_TOLD = 5
"""Entries that are named where they could not be read."""


def main(arguments: list[str]) -> int:
    """Run the command; return its exit status. Bad usage ends the process with 2, as argparse does."""
    parsed = _parser().parse_args(arguments)
    prepare_output()
    match parsed.action:
        case "import":
            return with_books(lambda books: _take_in(books, parsed.file, parsed.name, parsed.source, parsed.to))
        case "export":
            return with_books(lambda books: _write(books, parsed.name, parsed.file))
        case _:
            return with_books(_list)


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(
        prog="translator glossary", description=tr("List the glossaries, and join them with files of terms.")
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="{list,import,export}")
    words = tr("list the glossaries")
    actions.add_parser("list", help=words, description=words)
    words = tr("add the terms of a CSV, TSV or TBX file to a glossary, which is made where there is none of that name")
    taking = actions.add_parser("import", help=words, description=words)
    taking.add_argument("file", metavar=tr("FILE"), type=Path)
    taking.add_argument("--name", metavar=tr("NAME"), required=True, help=tr("the name of the glossary"))
    taking.add_argument("--from", dest="source", metavar=tr("TAG"), required=True, help=tr("its source language"))
    taking.add_argument("--to", metavar=tr("TAG"), required=True, help=tr("its target language"))
    words = tr("write a glossary; the end of the file's name says as what: .csv, .tsv or .tbx")
    export = actions.add_parser("export", help=words, description=words)
    export.add_argument("name", metavar=tr("NAME"), help=tr("the name of the glossary"))
    export.add_argument("file", metavar=tr("FILE"), type=Path)
    return parser


async def _list(books: Books) -> None:
    glossaries = await books.glossaries.glossaries()
    if not glossaries:
        say(tr("There are no glossaries."))
    for glossary in glossaries:
        languages = from_to(str(glossary.source_language), str(glossary.target_language))
        facts = [languages, _terms(len(await books.glossaries.terms(glossary.id)))]
        facts += [] if glossary.is_on else [tr("off")]
        print(neutralise(labelled(glossary.name, listed(facts))))


async def _take_in(books: Books, path: Path, name: str, source: str, target: str) -> None:
    languages = pair_of(source, target)
    if languages is None or languages.source is None or not name.strip():
        raise UsageProblem(tr("A glossary has a name and two languages."), tr("Give --name, --from and --to."))
    wanted = Glossary(name.strip(), languages.source, languages.target)
    glossaries = await books.glossaries.glossaries()
    there = next((each for each in glossaries if _is_same(each, wanted)), None)
    imported = await _read(path, wanted)
    known = {replace(term, id=0) for term in await books.glossaries.terms(there.id)} if there else set[Term]()
    new = [term for term in dict.fromkeys(imported.terms) if term not in known]
    if not new and not there:
        _say_what_was_passed_over(imported)
        raise UsageProblem(tr("{name} has no terms for these languages.").format(name=path), "")
    kept_in = there or await books.glossaries.save_glossary(wanted)
    await books.glossaries.save_terms(kept_in.id, new)
    _say_what_was_passed_over(imported)
    n = len(new)
    words = ntr("{n} term of {name} added to “{glossary}”.", "{n} terms of {name} added to “{glossary}”.", n)
    print(neutralise(words.format(n=grouped(n), name=path, glossary=kept_in.name)))


async def _read(path: Path, glossary: Glossary) -> ImportedTerms:
    try:
        return read_terms(await asyncio.to_thread(read_file, path), glossary)
    except OSError as fault:
        raise FileProblem(path, fault) from fault


async def _write(books: Books, name: str, path: Path) -> None:
    glossary = _named(name, await books.glossaries.glossaries())
    terms = await books.glossaries.terms(glossary.id)
    data = write_terms(path.suffix.removeprefix(".").lower(), glossary, terms)
    try:
        await asyncio.to_thread(write_for_anyone, path, data)
    except OSError as fault:
        raise FileProblem(path, fault) from fault
    n = len(terms)
    print(ntr("{n} term is in {name}.", "{n} terms are in {name}.", n).format(n=grouped(n), name=path))


def _named(name: str, glossaries: Sequence[Glossary]) -> Glossary:
    """Return the glossary of that name, in any case. Raises UsageProblem."""
    found = [each for each in glossaries if each.name.casefold() == name.strip().casefold()]
    exactly = [each for each in found if each.name == name]
    if len(exactly or found) == 1:
        return (exactly or found)[0]
    if found:
        raise UsageProblem(tr("Several glossaries are called “{name}”.").format(name=name), tr("Rename one of them."))
    known = listed(each.name for each in glossaries)
    step = tr("There are: {names}.").format(names=known) if known else tr("There are no glossaries.")
    raise UsageProblem(tr("No glossary is called “{name}”.").format(name=name), step)


def _is_same(one: Glossary, other: Glossary) -> bool:
    languages = [LanguagePair(each.source_language, each.target_language) for each in (one, other)]
    return one.name.casefold() == other.name.casefold() and languages[0] == languages[1]


def _say_what_was_passed_over(imported: ImportedTerms) -> None:
    n = len(imported.skipped)
    if n:
        words = ntr("{n} entry could not be read: {told}", "{n} entries could not be read: {told}", n)
        named = [_told(entry) for entry in imported.skipped[:_MOST_TOLD]]
        say(words.format(n=grouped(n), told=listed(named if n <= _MOST_TOLD else [*named, "…"])))
    if imported.encoding:
        words = tr("It was read as {encoding}: see whether accents are right.")
        say(words.format(encoding=imported.encoding))


def _told(entry: SkippedEntry) -> str:
    return labelled(str(entry.number), entry.reason)


def _terms(number: int) -> str:
    return ntr("{n} term", "{n} terms", number).format(n=grouped(number))
