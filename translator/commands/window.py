"""``translator [FILE...]``: the options of the window."""

import argparse
from pathlib import Path

from translator import __version__
from translator.commands.arguments import add_run_options, options_from
from translator.commands.calling.summon import OPTIONS
from translator.commands.columns import places_of
from translator.commands.help_layout import CommandParser
from translator.i18n import tr
from translator.language.tag import InvalidTag, LanguageTag
from translator.service_choice import WindowOptions
from translator.surroundings.summons import Summons


def parse(arguments: list[str], environment_key: str) -> WindowOptions:
    """Return the window's options. Bad usage, ``--help`` and ``--version`` end the process as argparse does."""
    parser = _parser()
    parsed = parser.parse_args(arguments)
    for tag in (parsed.to, parsed.source):
        if tag and not _is_tag(tag):
            parser.error(tr("{tag} is not a language tag such as de, pt-BR or zh-Hant").format(tag=tag))
    _refuse_unknown(parser, [tag for tag in (parsed.to, parsed.source) if tag])
    given = options_from(parsed, environment_key)
    return WindowOptions(
        to=given.to,
        source=given.source,
        service=given.service,
        base_url=given.base_url,
        model=given.model,
        demo=given.demo,
        environment_key=environment_key,
        file=next(iter(parsed.files), None),
        others=tuple(parsed.files[1:]),
        background=parsed.background,
        summons=_summons(parser, parsed),
    )


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(
        prog="translator",
        usage=_usage(),
        description=tr("Open the window, with the file's text as source; where one is open, bring that to the front."),
        epilog=tr("A file that is named like a command is reached by its path: ./text"),
    )
    several = tr("a text file; of several, the first is opened and the others are offered")
    parser.add_argument("files", nargs="*", type=Path, metavar=tr("FILE"), help=several)
    add_run_options(parser)
    _add_calls(parser)
    words = tr("show the version and exit")
    parser.add_argument("--version", action="version", version=f"translator {__version__}", help=words)
    return parser


def _usage() -> str:
    blanks, option, file = " " * places_of(tr("usage: ")), tr("OPTION"), tr("FILE")
    return f"translator [{option}...] [{file}...]\n{blanks}translator {{text,key,doctor,usage,memory,glossary}} --help"


def _add_calls(parser: argparse.ArgumentParser) -> None:
    """Add what is said to the running program, and how it starts unseen."""
    group = parser.add_mutually_exclusive_group()
    for option, words in (
        ("--clipboard", tr("translate what is on the clipboard, in the popup")),
        ("--selection", tr("translate what is selected in the program in front, in the popup")),
        ("--region", tr("translate the text in a part of the screen")),
    ):
        group.add_argument(option, action="store_const", dest="summons", const=OPTIONS[option], help=words)
    group.add_argument("--background", action="store_true", help=tr("start without a window"))


def _summons(parser: argparse.ArgumentParser, parsed: argparse.Namespace) -> Summons | None:
    """Return what the running program is asked for. It has its own languages and service."""
    chosen: Summons | None = parsed.summons
    others = (parsed.files, parsed.to, parsed.source, parsed.service, parsed.base_url, parsed.model, parsed.demo)
    if (chosen or parsed.background) and any(others):
        name = "background" if parsed.background else chosen
        parser.error(tr("--{option} takes no other options").format(option=name))
    return chosen


def _refuse_unknown(parser: argparse.ArgumentParser, tags: list[str]) -> None:
    """End here where a language is not offered: neither a window nor the running program is bothered with it."""
    if not tags:
        return
    from translator.commands.ending import UsageProblem  # most starts name no language
    from translator.commands.tags import parse_offered
    from translator.joining import sentences
    from translator.parts import make_catalogue

    catalogue = make_catalogue()
    try:
        for tag in tags:
            parse_offered(tag, catalogue)
    except UsageProblem as problem:
        parser.error(sentences(problem.sentence, problem.step))


def _is_tag(text: str) -> bool:
    try:
        LanguageTag.parse(text)
    except InvalidTag:
        return False
    return True
