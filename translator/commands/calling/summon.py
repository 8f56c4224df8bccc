"""``translator --clipboard`` and the like: said to the running program, which is started where there is none.

Bound to a shortcut of the desktop's, this is between the user's key and the popup: it imports neither Qt nor argparse.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from translator.commands.calling.activation import VARIABLES, find_activation
from translator.desktop.instance.errors import CannotMeet, NoAnswer, NobodyThere, NotOurs, NotStarted
from translator.desktop.instance.frames import Answer
from translator.desktop.instance.meeting_place import MeetingPlace
from translator.desktop.instance.reaching import Patience, Started, reach
from translator.i18n import tr
from translator.places import find_runtime_folder
from translator.surroundings.summons import Call, Summons

if TYPE_CHECKING:
    from collections.abc import Callable

OPTIONS = {"--clipboard": Summons.CLIPBOARD, "--selection": Summons.SELECTION, "--region": Summons.REGION}
"""What each of them asks for."""

FAILED = 1


def summon(
    summons: Summons, environment_key: str, *, place: MeetingPlace | None = None, patience: Patience | None = None,
    start: Callable[[str], Started] | None = None,
) -> int:  # fmt: skip
    """Say it to the running program; return the exit status.

    ``start`` starts one in the background, with what OPENAI_API_KEY held.
    """
    where, waits = place or MeetingPlace(find_runtime_folder()), patience or Patience()
    call = Call(summons, find_activation(os.environ))
    try:
        try:
            answer = reach(where, call, waits)
        except NobodyThere:
            where.prepare()  # or whoever was started could not be found
            answer = reach(where, call, waits, (start or start_in_background)(environment_key))
    except CannotMeet as fault:
        return fail(explain(fault, where))
    except OSError as fault:
        return fail(tr("Translator could not be started: {reason}.").format(reason=fault.strerror or fault))
    return report(answer)


def report(answer: Answer) -> int:
    """Say what is wrong with an answer, if anything; return the exit status."""
    if answer is Answer.OK:
        return 0
    if answer is Answer.BUSY:
        return fail(tr("Translator is asked for too much at once. Try again in a moment."))
    return fail(tr("The Translator that runs is another version. Quit it, and start again."))


def explain(fault: CannotMeet, place: MeetingPlace) -> str:
    """Return why the running program could not be reached."""
    if isinstance(fault, NotOurs):
        return tr("Another user keeps you from reaching Translator: {folder} is not yours.").format(folder=place.folder)
    if isinstance(fault, NotStarted):
        return tr("Translator could not be started. To see why, run: translator --background")
    if isinstance(fault, NoAnswer):
        return tr("Translator runs, but does not answer. Quit it, and start again.")
    return tr("Translator cannot be reached: {reason}.").format(reason=fault.reason or tr("it has ended"))


def start_in_background(environment_key: str) -> Started:
    """Start the program without a window, apart from this process and its terminal. Raises OSError."""
    import subprocess

    from translator.desktop.autostart.command import background_command

    # The token goes with the call; it is good for one window.
    environment = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    if environment_key:  # taken out of the environment when this process began
        environment["OPENAI_API_KEY"] = str(environment_key)
    nothing, detached = subprocess.DEVNULL, getattr(subprocess, "DETACHED_PROCESS", 0)
    return subprocess.Popen(  # noqa: S603 - this program itself
        background_command(), stdin=nothing, stdout=nothing, stderr=nothing, env=environment,
        start_new_session=sys.platform != "win32", creationflags=detached,
    )  # fmt: skip


def fail(sentence: str) -> int:
    """Say on standard error what is wrong; return the exit status."""
    sys.stderr.write(f"translator: {sentence}\n")
    return FAILED
