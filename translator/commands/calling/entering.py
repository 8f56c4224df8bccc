"""Whether this start becomes the running program, or says what it has to say to the one that runs."""

import os
from pathlib import Path

from translator.commands.calling.activation import find_activation
from translator.commands.calling.summon import explain, fail, report
from translator.desktop.instance.errors import CannotMeet, NoAnswer
from translator.desktop.instance.frames import Answer
from translator.desktop.instance.instance import become_instance
from translator.desktop.instance.meeting_place import MeetingPlace
from translator.desktop.instance.reaching import Patience, become_instance_or_reach
from translator.i18n import tr
from translator.joining import sentences
from translator.places import find_runtime_folder
from translator.service_choice import WindowOptions
from translator.standing import Standing
from translator.surroundings.summons import Call, Summons


def enter(
    options: WindowOptions, place: MeetingPlace | None = None, patience: Patience | None = None
) -> Standing | int:
    """Return how this run stands to the one that runs already, or the exit status where that has taken over.

    Where nobody can be found, or find this run, it works all the same, and says why it is alone.
    """
    where = place or MeetingPlace(find_runtime_folder())
    try:
        return _enter(options, where, patience or Patience())
    except CannotMeet as fault:
        return _go_alone(options, explain(fault, where), hangs=isinstance(fault, NoAnswer))


def _go_alone(options: WindowOptions, why: str, *, hangs: bool) -> Standing | int:
    if options.background:  # nobody would ever see it
        return fail(why)
    if hangs:
        beside = tr("This window works beside it, and its draft is not kept.")
        return Standing(is_apart=True, notice=sentences(why, beside))
    return Standing(notice=sentences(why, tr("Starting it again opens another window.")))


def _enter(options: WindowOptions, place: MeetingPlace, patience: Patience) -> Standing | int:
    if options.background:
        instance = become_instance(place)
        return 0 if instance is None else Standing(instance)
    if options.asks_for_service:
        instance = become_instance(place)
        return Standing(instance) if instance else Standing(is_apart=True, notice=_beside())
    found = become_instance_or_reach(place, _call(options), patience)
    return report(found) if isinstance(found, Answer) else Standing(found)


def _call(options: WindowOptions) -> Call:
    file = str(Path.cwd() / options.file) if options.file else ""
    others = tuple(str(Path.cwd() / other) for other in options.others)
    return Call(Summons.OPEN, find_activation(os.environ), file, options.source, options.to, others)


def _beside() -> str:
    return tr("Translator runs already. This window works beside it, with another service, and its draft is not kept.")
