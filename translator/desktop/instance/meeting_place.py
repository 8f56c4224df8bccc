"""Where the running program is found: a folder that is this user's alone, in it a lock and a socket."""

import os
import stat
import sys
from pathlib import Path

from translator.desktop.instance.errors import CannotMeet, NotOurs

LOCK = "instance.lock"
SOCKET = "instance"


class MeetingPlace:
    """The folder, and the names in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def lock(self) -> Path:
        """The file that the running program holds locked."""
        return self.folder / LOCK

    @property
    def socket(self) -> Path:
        """The socket at which it listens; not on Windows."""
        return self.folder / SOCKET

    @property
    def pipe_name(self) -> str:
        r"""The pipe at which it listens on Windows, without the \\.\pipe\ before it."""
        return "translator-" + str(self.folder).replace("\\", "-").replace("/", "-").replace(":", "")[-200:]

    def prepare(self) -> None:
        """Make the folder where there is none, and see to it that it is ours alone. Raises CannotMeet."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if sys.platform != "win32":
                self._close_to_others()
        except OSError as fault:
            raise CannotMeet(fault.strerror or str(fault)) from fault

    def _close_to_others(self) -> None:
        found = self.folder.lstat()  # a link would be followed to wherever whoever made it wants
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
            raise NotOurs
        if stat.S_IMODE(found.st_mode) & 0o077:
            self.folder.chmod(0o700)
