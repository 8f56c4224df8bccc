"""``translator [FILE]``: the options of the window."""

import argparse
from pathlib import Path

from translator import __version__
from translator.commands.arguments import add_run_options, options_from
from translator.i18n import tr
from translator.language.tag import InvalidTag, LanguageTag
from translator.service_choice import WindowOptions


def parse(arguments: list[str], environment_key: str) -> WindowOptions:
    """Return the window's options. Bad usage, ``--help`` and ``--version`` end the process as argparse does."""
    parser = _parser()
    parsed = parser.parse_args(arguments)
    for tag in (parsed.to, parsed.source):
        if tag and not _is_tag(tag):
            parser.error(tr("{tag} is not a language tag such as de, pt-BR or zh-Hant").format(tag=tag))
    given = options_from(parsed, environment_key)
    return WindowOptions(
        to=given.to,
        source=given.source,
        service=given.service,
        base_url=given.base_url,
        model=given.model,
        demo=given.demo,
        environment_key=environment_key,
        file=parsed.file,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="translator",
        usage=tr("translator [OPTION...] [FILE]\n       translator {text,key,doctor,usage} --help"),
        description=tr("Open the window, with the file's text as source."),
        epilog=tr("A file that is named like a command is reached by its path: ./text"),
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help=tr("a text file"))
    add_run_options(parser)
    parser.add_argument("--version", action="version", version=f"translator {__version__}")
    return parser


def _is_tag(text: str) -> bool:
    try:
        LanguageTag.parse(text)
    except InvalidTag:
        return False
    return True
