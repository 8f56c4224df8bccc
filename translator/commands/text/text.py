"""``translator text``: a text from the command line or standard input, translated to standard output."""

import argparse
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

from translator import parts
from translator.books import make_books
from translator.commands.arguments import add_run_options, options_from
from translator.commands.ending import Problem, Status, UsageProblem, unknown_service
from translator.commands.help_layout import CommandParser
from translator.commands.interruptible import run_interruptibly
from translator.commands.tags import parse_offered
from translator.commands.terminal import (
    SilentWriter,
    TerminalWriter,
    TextWriter,
    WholeWriter,
    prepare_output,
    say,
    say_keyring_is_slow,
)
from translator.commands.text.glossary import read_glossary
from translator.commands.text.input import read_text
from translator.commands.text.result import TextResult, result_of, usage_result
from translator.commands.text.run import TextRun
from translator.i18n import tr
from translator.language.detection import Detector
from translator.language.tag import LanguageTag
from translator.places import find_places
from translator.service_choice import Choice, Options, UnknownService, choose_service, chosen_or_openai
from translator.settings import Settings
from translator.translation.request import Action, Translation, TranslationRequest


@dataclass(frozen=True, slots=True)
class TextCommand:
    """What is to be done. ``text`` is None where it comes from standard input.

    ``masks`` keeps private things on this computer, whatever the service's settings say; ``over_budget`` translates
    though the budget is spent. Without ``uses_memory`` nothing is taken from the translation memory, nor put into it.
    ``glossary`` is a file of terms that takes the place of the user's own.
    """

    text: str | None
    options: Options
    as_json: bool = False
    masks: bool = False
    over_budget: bool = False
    uses_memory: bool = True
    glossary: Path | None = None


def main(arguments: list[str], environment_key: str) -> int:
    """Run the command; return its exit status. Bad usage ends the process with 2, as argparse does."""
    parsed = _parser(as_json="--json" in arguments).parse_args(arguments)
    options = options_from(parsed, environment_key)
    command = TextCommand(
        parsed.text, options, parsed.json, parsed.mask, parsed.over_budget, not parsed.no_memory, parsed.glossary
    )
    prepare_output()
    try:
        return _translate_and_tell(command)
    except KeyboardInterrupt:
        if command.as_json:
            stopped = Problem("interrupted", tr("Interrupted."), tr("Run the command again."))
            print(TextResult(Status.INTERRUPTED, problem=stopped).as_json())
        return Status.INTERRUPTED


class _Parser(CommandParser):
    """Says what is wrong with the arguments as ``--json`` wants it, too."""

    as_json = False

    def error(self, message: str) -> NoReturn:
        if self.as_json:
            problem = Problem("usage", message, tr("See translator text --help."))
            print(TextResult(Status.USAGE, problem=problem).as_json())
        super().error(message)


def _parser(*, as_json: bool = False) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="translator text",
        description=tr("Translate a text to standard output."),
        epilog=tr(
            "Exit status: 0 complete, 1 failed, 2 bad usage, 3 incomplete, 4 key missing or refused, "
            "5 service not reachable, 6 limit reached, 130 interrupted."
        ),
    )
    parser.as_json = as_json
    parser.add_argument("text", nargs="?", metavar=tr("TEXT"), help=tr("the text; standard input where there is none"))
    add_run_options(parser, target_required=True)
    parser.add_argument("--json", action="store_true", help=tr("print one object with everything that is known"))
    parser.add_argument(
        "--mask", action="store_true",
        help=tr("send codes instead of e-mail addresses, phone and card numbers, and keys; they come back"),
    )  # fmt: skip
    parser.add_argument("--over-budget", action="store_true", help=tr("translate though the budget is spent"))
    parser.add_argument(
        "--glossary",
        type=Path,
        metavar=tr("FILE"),
        help=tr("respect the terms in this CSV, TSV or TBX file, and no others"),
    )
    parser.add_argument("--no-memory", action="store_true", help=tr("neither use nor fill the translation memory"))
    return parser


def _translate_and_tell(command: TextCommand) -> int:
    writer = _writer(command)
    result = _result(command, writer)
    writer.end(result.translation.text, newline=command.text is not None)
    if command.as_json:
        sys.stdout.write(result.as_json() + "\n")
        sys.stdout.flush()
    for message in result.messages:
        say(message)
    return result.status


def _writer(command: TextCommand) -> TextWriter:
    if command.as_json:
        return SilentWriter(sys.stdout)
    return TerminalWriter(sys.stdout) if sys.stdout.isatty() else WholeWriter(sys.stdout)


def _result(command: TextCommand, writer: TextWriter) -> TextResult:
    # All that waits for a person is done before the event loop runs: it keeps the first Ctrl+C for its own tasks, and
    # whoever is typing the text would have to press it twice.
    catalogue = parts.make_catalogue()
    detector = parts.make_detector(catalogue)
    target: LanguageTag | None = None
    try:
        target = parse_offered(command.options.to, catalogue)
        source = parse_offered(command.options.source, catalogue) if command.options.source else None
        text = read_text(command.text)
        settings, choice = _choice(command.options)
        found = source or _detected(text, detector)
        glossary = read_glossary(command.glossary, found, target) if command.glossary else None
    except UsageProblem as problem:
        return usage_result(problem, target)
    request = TranslationRequest(
        text, target, found, Action.COMMAND,
        masks_private=command.masks or choice.service.masks_private, over_budget=command.over_budget,
        source_is_guess=source is None, style=settings.style, uses_memory=command.uses_memory and settings.use_memory,
    )  # fmt: skip
    if _needs_no_translation(request, asked_for=source is not None):
        say(tr("The text is already in {language}.").format(language=catalogue.name(target)))
        return TextResult(Status.COMPLETE, Translation(text), request.source, target)
    books = make_books(find_places(), lambda: settings.budget)
    engine = parts.make_engine(choice.service, parts.make_keys(command.options, choice, say_keyring_is_slow), books)
    run = TextRun(engine, choice.service, books, catalogue, writer, detector, glossary)
    told = run_interruptibly(run.translate(request))
    return replace(result_of(told.ending, request, engine), masked=told.masked)


def _choice(options: Options) -> tuple[Settings, Choice]:
    from translator.storage.settings.settings_file import SettingsFile

    loaded = SettingsFile(find_places().settings_file).load()
    if loaded.notice:
        say(loaded.notice.sentence)
    settings = loaded.settings
    try:
        return settings, choose_service(settings, options, chosen_or_openai(settings))
    except UnknownService as unknown:
        raise unknown_service(unknown) from None


def _detected(text: str, detector: Detector) -> LanguageTag | None:
    """Return the text's language, or None where it is not certain."""
    found = detector.detect(text)
    return found.tag if found.certain else None


def _needs_no_translation(request: TranslationRequest, *, asked_for: bool) -> bool:
    """Whether the text is in the target language. Who names both may mean two regions of one language."""
    if request.source is None:
        return False
    return request.source == request.target if asked_for else request.source.is_same_language(request.target)
