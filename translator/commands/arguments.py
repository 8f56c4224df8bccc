"""What the window and the commands take alike."""

import argparse

from translator.i18n import tr
from translator.service_choice import Options


def add_run_options(parser: argparse.ArgumentParser, *, target_required: bool = False) -> None:
    """Add the options that override settings for one run."""
    parser.add_argument(
        "--to", metavar=tr("TAG"), default="", required=target_required, help=tr("target language: de, pt-BR")
    )
    parser.add_argument(
        "--from", dest="source", metavar=tr("TAG"), default="", help=tr("source language; else it is found")
    )
    parser.add_argument("--base-url", metavar="URL", type=_address, help=tr("address of an OpenAI-compatible service"))
    parser.add_argument("--model", metavar=tr("NAME"), default="", help=tr("model to use"))
    add_service_option(parser)
    parser.add_argument("--demo", action="store_true", help=tr("offline pseudo-translation instead of a service"))


def _address(text: str) -> str:
    """Return an address; an empty one, as of an unset variable, must not stand for the service in use."""
    if not text.strip():
        raise argparse.ArgumentTypeError(tr("the address is empty"))
    return text


def add_service_option(parser: argparse.ArgumentParser) -> None:
    """Add ``--service``."""
    parser.add_argument("--service", metavar=tr("NAME"), default="", help=tr("one of your services, by its name"))


def options_from(parsed: argparse.Namespace, environment_key: str) -> Options:
    """Return what was given."""
    return Options(
        to=parsed.to,
        source=parsed.source,
        service=parsed.service,
        base_url=parsed.base_url or "",
        model=parsed.model,
        demo=parsed.demo,
        environment_key=environment_key,
    )
