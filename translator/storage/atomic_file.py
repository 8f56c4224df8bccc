"""Files that are either the old ones or the new ones, never half of each."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path


class CannotSave(OSError):
    """A file could not be written: read-only, full, or the folder is gone. ``path`` is the file."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def write_atomically(path: Path, content: bytes, *, private: bool = True) -> None:
    """Replace the file's content. Raises CannotSave.

    Only the user can read a ``private`` file, and its folder is made; another keeps the permissions it has, or gets
    the usual ones. The content is on the disk before it takes the old one's place. A symbolic link stays one: what it
    points to is replaced.
    """
    try:
        target = path.resolve()
        if private:
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _replace(target, content, private=private)
    except OSError as error:
        raise CannotSave(path, error.strerror or str(error)) from error


def write_for_anyone(path: Path, content: bytes) -> None:
    """Replace the content of a file that is the user's own affair, such as a saved translation. Raises CannotSave."""
    write_atomically(path, content, private=False)


def _replace(target: Path, content: bytes, *, private: bool) -> None:
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".new")
    try:
        with os.fdopen(descriptor, "wb") as file:  # mkstemp made it readable by the user alone
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if not private:
            Path(name).chmod(_mode_for(target))
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _mode_for(target: Path) -> int:
    """Return the permissions that a file has, or that a new one beside it would get."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    probe = target.with_name(f".{target.name}.{os.getpid()}.mode")
    probe.touch()
    try:
        return stat.S_IMODE(probe.stat().st_mode)
    finally:
        probe.unlink()


def set_aside(path: Path) -> Path | None:
    """Move a file that cannot be read out of the way and return its new place; None where it cannot be moved.

    Earlier ones are kept: each gets the next number.
    """
    for number in range(1, 1000):
        aside = path.with_name(f"{path.name}.unreadable-{number}")
        if not os.path.lexists(aside):
            try:
                path.rename(aside)
            except OSError:
                return None
            return aside
    return None
