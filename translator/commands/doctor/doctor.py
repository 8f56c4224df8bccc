"""``translator doctor``: what works here and what does not. Keys and passwords are masked."""

import argparse
import json

from translator.commands.arguments import add_service_option
from translator.commands.columns import pad, places_of
from translator.commands.doctor.check import Check
from translator.commands.doctor.checks import run_checks
from translator.commands.ending import Status, unknown_service
from translator.commands.help_layout import CommandParser
from translator.commands.interruptible import run_interruptibly
from translator.commands.terminal import prepare_output, say
from translator.i18n import tr
from translator.service_choice import Options, UnknownService
from translator.text.display import neutralise


def main(arguments: list[str], environment_key: str) -> int:
    """Run the command; return 0 where translating is possible, 1 where it is not, 2 for bad usage."""
    parsed = _parser().parse_args(arguments)
    options = Options(
        service=parsed.service, base_url=parsed.base_url, demo=parsed.demo, environment_key=environment_key
    )
    prepare_output()
    try:
        checks = run_interruptibly(run_checks(options))
    except UnknownService as unknown:
        problem = unknown_service(unknown)
        say(problem.sentence)
        say(problem.step)
        return Status.USAGE
    print(_as_json(checks) if parsed.json else _as_table(checks))
    return 0 if _is_usable(checks) else 1


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(
        prog="translator doctor",
        description=tr("Tell what works here and what does not."),
        epilog=tr("Exit status: 0 usable, 1 not."),
    )
    add_service_option(parser)
    parser.add_argument("--base-url", metavar="URL", default="", help=tr("address of an OpenAI-compatible service"))
    parser.add_argument("--demo", action="store_true", help=tr("look at the demo instead of a service"))
    parser.add_argument("--json", action="store_true", help=tr("print one object"))
    return parser


def _is_usable(checks: list[Check]) -> bool:
    return all(check.ok is not False for check in checks)


def _as_json(checks: list[Check]) -> str:
    listed = [{"name": check.name, "ok": check.ok, "found": check.found} for check in checks]
    return json.dumps({"usable": _is_usable(checks), "checks": listed}, ensure_ascii=False, indent=2)


def _as_table(checks: list[Check]) -> str:
    marks = {True: tr("ok"), False: tr("NO"), None: "-"}
    width = max(places_of(check.title) for check in checks)
    mark_width = max(map(places_of, marks.values()))
    rows = [
        f"{pad(marks[check.ok], mark_width)}  {pad(check.title, width)}  {neutralise(check.found)}" for check in checks
    ]
    verdict = tr("Translating is possible here.") if _is_usable(checks) else tr("Translating is not possible here yet.")
    return "\n".join([*rows, "", verdict])
