"""Whether the other end of a socket is a process of the same user."""

import os
import socket
import struct
import sys

_LOCAL_PEERCRED = 1  # macOS: sys/un.h
_SOL_LOCAL = 0
_XUCRED = struct.Struct("=IIh2x16I")  # its version, the user, how many groups, the groups: sys/ucred.h
_UCRED = struct.Struct("=3i")  # Linux: process, user, group


def is_mine(connection: socket.socket, platform: str = sys.platform) -> bool:
    """Return whether the same user is at the other end, as the system says."""
    try:
        return _user_of(connection, platform) == os.getuid()
    except (OSError, struct.error):
        return False


def _user_of(connection: socket.socket, platform: str) -> int:
    if platform == "linux":
        raw = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _UCRED.size)
        return int(_UCRED.unpack(raw)[1])
    raw = connection.getsockopt(_SOL_LOCAL, _LOCAL_PEERCRED, _XUCRED.size)
    return int(_XUCRED.unpack(raw)[1])
