"""``translator key``: stores, removes and looks for the key of a service. The key is never printed."""

import argparse
import getpass
import sys
from typing import NoReturn

from translator import parts
from translator.commands.arguments import add_service_option
from translator.commands.ending import Status, UsageProblem, problem_of, status_of, unknown_service
from translator.commands.help_layout import CommandParser
from translator.commands.interruptible import run_interruptibly
from translator.commands.terminal import say, say_keyring_is_slow
from translator.i18n import tr
from translator.masking import mask
from translator.places import find_places
from translator.service_choice import Choice, Options, UnknownService, chosen_or_openai, find_service, openai_service
from translator.settings import Service
from translator.storage.service_keys import ServiceKeys
from translator.storage.settings.settings_file import SettingsFile
from translator.translation.errors.base import TranslationError
from translator.translation.ports import KeyStatus


def main(arguments: list[str], environment_key: str) -> int:
    """Run the command; return its exit status. Bad usage ends the process with 2, as argparse does."""
    parser = _parser()
    parsed, surplus = parser.parse_known_args(arguments)
    if surplus:  # argparse's own words would repeat what may well be a key
        parser.error(tr("too many arguments; a key is read from a prompt or from standard input"))
    options = Options(service=parsed.service, environment_key=environment_key)
    try:
        service = _service(options)
        keys = parts.make_keys(options, Choice(service), say_keyring_is_slow)
        return _ACTIONS[parsed.action](keys, service)
    except UsageProblem as problem:
        say(problem.sentence)
        say(problem.step)
        return Status.USAGE
    except TranslationError as error:
        problem_words = problem_of(error)
        say(problem_words.sentence)
        say(problem_words.step)
        return status_of(error)


class _Parser(CommandParser):
    """Repeats no key that was given in a wrong place."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and end with 2."""
        super().error(mask(message))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="translator key",
        description=tr("Keep the key of a service in the system's keyring."),
        epilog=tr("The key is read from a prompt, or from the first line of standard input; never from an argument."),
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="{set,delete,status}")
    helps = {"set": tr("store the key"), "delete": tr("remove the key"), "status": tr("tell whether one is stored")}
    for action, words in helps.items():
        add_service_option(actions.add_parser(action, help=words, description=words))
    return parser


def _service(options: Options) -> Service:
    settings = SettingsFile(find_places().settings_file).load().settings
    if not options.service:
        service = chosen_or_openai(settings)
        return openai_service(settings) if service.is_demo else service
    try:
        service = find_service(settings, options.service)
    except UnknownService as unknown:
        raise unknown_service(unknown) from None
    if service.is_demo:
        raise UsageProblem(tr("The demo needs no key."), tr("Name a service with --service NAME."))
    return service


def _set(keys: ServiceKeys, service: Service) -> int:
    # Outside of the event loop, which would keep the first Ctrl+C for its own tasks.
    key = _read_key(service)
    if not key.strip():
        raise UsageProblem(tr("No key was given."), tr("Paste it at the prompt, or send it on standard input."))
    run_interruptibly(keys.store(service, key))
    print(tr("The key for {service} is stored in the system's keyring.").format(service=service.name))
    return Status.COMPLETE


def _delete(keys: ServiceKeys, service: Service) -> int:
    run_interruptibly(keys.forget(service))
    print(tr("No key is stored for {service} any more.").format(service=service.name))
    return Status.COMPLETE


def _status(keys: ServiceKeys, service: Service) -> int:
    status = run_interruptibly(keys.status(service))
    print(status_words(status).format(service=service.name))
    return Status.COMPLETE if status is KeyStatus.STORED else Status.KEY


def status_words(status: KeyStatus) -> str:
    """Return a sentence with ``{service}`` on where a key comes from."""
    return {
        KeyStatus.STORED: tr("The key for {service} is stored in the system's keyring."),
        KeyStatus.SESSION: tr("The key for {service} is kept for this session only."),
        KeyStatus.ENVIRONMENT: tr("The key for {service} is taken from OPENAI_API_KEY; it is not stored."),
        KeyStatus.NONE: tr("No key is stored for {service}."),
    }[status]


def _read_key(service: Service) -> str:
    if sys.stdin.isatty():
        try:
            return getpass.getpass(tr("Key for {service}: ").format(service=service.name))
        except EOFError:
            return ""
    return sys.stdin.buffer.readline().decode("utf-8", "replace")


_ACTIONS = {"set": _set, "delete": _delete, "status": _status}
