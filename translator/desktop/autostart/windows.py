"""Starting at login on Windows: a value under the Run key of the user."""

import errno
import subprocess
from collections.abc import Sequence
from contextlib import AbstractContextManager as Opened
from typing import Protocol

RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED_KEY = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""Where the Task Manager notes what the user has switched off there: the first byte of such a value is odd."""

LONGEST_COMMAND = 260
"""Characters that the Run key takes, says Microsoft's "Run and RunOnce Registry Keys"."""


class Winreg(Protocol):
    """What is used of the module ``winreg``, under its own names."""

    HKEY_CURRENT_USER: int
    KEY_SET_VALUE: int
    REG_SZ: int

    def OpenKey(self, key: int, name: str, reserved: int = ..., access: int = ..., /) -> Opened[object]:  # noqa: N802 - winreg's
        """Open a key. Raises FileNotFoundError."""
        ...

    def CreateKey(self, key: int, sub_key: str, /) -> Opened[object]:  # noqa: N802 - likewise
        """Open a key to write to, made where it is missing."""
        ...

    def QueryValueEx(self, key: object, name: str, /) -> tuple[object, int]:  # noqa: N802 - likewise
        """Return a value and its type. Raises FileNotFoundError."""
        ...

    def SetValueEx(self, key: object, name: str, reserved: int, kind: int, value: str, /) -> None:  # noqa: N802 - likewise
        """Write a value."""
        ...

    def DeleteValue(self, key: object, name: str, /) -> None:  # noqa: N802 - likewise
        """Remove a value. Raises FileNotFoundError."""
        ...


class RunKeyAutostart:
    """One value, named after the application. What the user switches off in the Task Manager is off."""

    def __init__(self, winreg: Winreg, application_id: str, command: Sequence[str]) -> None:
        self._winreg = winreg
        self._name = application_id
        self._command = subprocess.list2cmdline(command)

    def is_on(self) -> bool:
        """Return whether the value is there, and was not switched off."""
        approval = self._read(APPROVED_KEY)
        switched_off = isinstance(approval, bytes) and bool(approval) and approval[0] % 2 == 1
        return bool(self._read(RUN_KEY)) and not switched_off

    def set_on(self, *, on: bool) -> None:
        """Write the value, or remove it; what the Task Manager noted of it goes. Raises OSError."""
        if on and len(self._command) > LONGEST_COMMAND:
            raise OSError(errno.ENAMETOOLONG, "the command is too long for the Run key", self._command)
        if on:
            with self._winreg.CreateKey(self._winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
                self._winreg.SetValueEx(key, self._name, 0, self._winreg.REG_SZ, self._command)
        else:
            self._remove(RUN_KEY)
        self._remove(APPROVED_KEY)

    def _read(self, path: str) -> object:
        try:
            with self._winreg.OpenKey(self._winreg.HKEY_CURRENT_USER, path) as key:
                return self._winreg.QueryValueEx(key, self._name)[0]
        except OSError:
            return None

    def _remove(self, path: str) -> None:
        winreg = self._winreg
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path, 0, winreg.KEY_SET_VALUE) as key:
                winreg.DeleteValue(key, self._name)
        except FileNotFoundError:
            return
