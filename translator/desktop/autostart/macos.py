"""Starting at login on macOS: a LaunchAgent of the user, as launchd.plist(5) describes it."""

import plistlib
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.parsers.expat import ExpatError


class LaunchAgentAutostart:
    """A property list in ``folder``, which is ~/Library/LaunchAgents. It counts from the next login on.

    It is not handed to launchctl: that would start a second program at once. ``write`` replaces a file as a whole and
    raises OSError.
    """

    def __init__(
        self, folder: Path, application_id: str, command: Sequence[str], write: Callable[[Path, bytes], None]
    ) -> None:
        self._file = folder / f"{application_id}.plist"
        self._agent = {
            "Label": application_id,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Interactive",
        }
        self._write = write

    def is_on(self) -> bool:
        """Return whether there is an agent that nobody has switched off."""
        try:
            agent = plistlib.loads(self._file.read_bytes())
        except (OSError, ValueError, ExpatError):
            return False
        return isinstance(agent, dict) and agent.get("RunAtLoad") is True and agent.get("Disabled") is not True

    def set_on(self, *, on: bool) -> None:
        """Write the agent, or remove it. Raises OSError."""
        if on:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._write(self._file, plistlib.dumps(self._agent))
        else:
            self._file.unlink(missing_ok=True)
