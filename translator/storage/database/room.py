"""Room on the disk: whether there is any, asked before a disk would be filled to find that out."""

import errno
import os
import shutil
import tempfile
from pathlib import Path

from translator.i18n import tr

LEAST_ROOM = 100_000
"""Bytes; a database that is used needs some more than this beside it, for its log."""

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}  # the last where files may only be so large (ulimit)


def is_full(path: Path) -> bool:
    """Return whether the file's disk has no more room; it takes next to no time."""
    free = free_room(path)
    return free is not None and free < LEAST_ROOM


def refusal_in(error: OSError) -> int:
    """Return the ``errno`` of an error that passes once there is room; 0 for any other."""
    return error.errno if error.errno in _NO_ROOM else 0


def find_refusal(path: Path) -> int:
    """Return the ``errno`` with which the file's disk takes nothing more; 0 where it takes LEAST_ROOM, which is tried.

    A disk with room for others may have none for this user, and tells nothing of that before (``EDQUOT``).
    """
    if is_full(path):
        return errno.ENOSPC
    try:
        with tempfile.TemporaryFile(dir=Path(os.path.realpath(path)).parent) as probe:
            probe.write(bytes(LEAST_ROOM))
            probe.flush()
    except OSError as error:
        return refusal_in(error)
    return 0


def explain_refusal(refusal: int) -> str:
    """Return in a few words why the disk takes nothing more."""
    if refusal == errno.ENOSPC:
        return tr("the disk is full")
    return tr("your share of the disk is used up") if refusal == errno.EDQUOT else os.strerror(refusal)


def demand_room(path: Path, size: int) -> None:
    """Raise OSError where there are not so many bytes free beside the file, and some more.

    A disk is not to be filled to find that out.
    """
    free = free_room(path)
    if free is not None and free < size + LEAST_ROOM:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))


def free_room(path: Path) -> int | None:
    """Return how many bytes are free on the file's disk; None where nobody knows: some network disks say 0 of 0."""
    try:
        disk = shutil.disk_usage(Path(os.path.realpath(path)).parent)
    except OSError:
        return None
    return disk.free if disk.total else None
