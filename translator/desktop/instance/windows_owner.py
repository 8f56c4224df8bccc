"""Whether the process at the other end of a named pipe is the same user's. Windows only."""

import ctypes
from ctypes import wintypes
from typing import Any

_PROCESS_QUERY_LIMITED_INFORMATION = 0x1000
_TOKEN_QUERY = 0x0008
_TOKEN_USER = 1  # of TOKEN_INFORMATION_CLASS
_ROOM = 256  # bytes: a TOKEN_USER and the longest security identifier (68) behind it


class Windows:
    """What is asked of the system, with the types that its functions take. ``ctypes`` alone; no state of its own."""

    def __init__(self) -> None:
        self.kernel: Any = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]  # there only
        self.security: Any = ctypes.WinDLL("advapi32", use_last_error=True)  # type: ignore[attr-defined]  # likewise
        handle, out = wintypes.HANDLE, ctypes.POINTER(wintypes.DWORD)
        self.kernel.OpenProcess.restype = handle
        self.kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
        self.kernel.GetCurrentProcess.restype = handle
        self.kernel.CloseHandle.argtypes = (handle,)
        self.kernel.GetNamedPipeClientProcessId.argtypes = (handle, out)
        self.kernel.GetNamedPipeServerProcessId.argtypes = (handle, out)
        self.security.OpenProcessToken.argtypes = (handle, wintypes.DWORD, ctypes.POINTER(handle))
        self.security.GetTokenInformation.argtypes = (handle, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD, out)
        self.security.EqualSid.argtypes = (ctypes.c_void_p, ctypes.c_void_p)


def is_clients_owner_mine(pipe: int, windows: Any | None = None) -> bool:  # noqa: ANN401 - or a test's own
    """Return whether the process that has opened this pipe is the same user's."""
    system = windows or Windows()
    return _is_mine(system, pipe, system.kernel.GetNamedPipeClientProcessId)


def is_servers_owner_mine(pipe: int, windows: Any | None = None) -> bool:  # noqa: ANN401 - likewise
    """Return whether the process that has made this pipe is the same user's."""
    system = windows or Windows()
    return _is_mine(system, pipe, system.kernel.GetNamedPipeServerProcessId)


def _is_mine(system: Any, pipe: int, find_process: Any) -> bool:  # noqa: ANN401 - likewise
    process_id = wintypes.DWORD()
    if not find_process(pipe, ctypes.byref(process_id)):
        return False
    process = system.kernel.OpenProcess(_PROCESS_QUERY_LIMITED_INFORMATION, False, process_id.value)
    if not process:
        return False
    try:
        theirs = _user_of(system, process)
        ours = _user_of(system, system.kernel.GetCurrentProcess())
    finally:
        system.kernel.CloseHandle(process)
    if theirs is None or ours is None:
        return False
    return bool(system.security.EqualSid(_identifier(theirs), _identifier(ours)))


def _user_of(system: Any, process: int) -> "ctypes.Array[ctypes.c_char] | None":  # noqa: ANN401 - likewise
    """Return the TOKEN_USER of a process, with the identifier that it points to; None where it is not told."""
    token = wintypes.HANDLE()
    if not system.security.OpenProcessToken(process, _TOKEN_QUERY, ctypes.byref(token)):
        return None
    room, needed = ctypes.create_string_buffer(_ROOM), wintypes.DWORD()
    try:
        told = system.security.GetTokenInformation(token, _TOKEN_USER, room, _ROOM, ctypes.byref(needed))
    finally:
        system.kernel.CloseHandle(token)
    return room if told else None


def _identifier(user: "ctypes.Array[ctypes.c_char]") -> int | None:
    """Return where the security identifier is: a TOKEN_USER begins with a pointer to it."""
    return ctypes.c_void_p.from_buffer(user).value
