"""Files that are either the old ones or the new ones, never half of each."""

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path


class CannotSave(OSError):
    """A file could not be written: read-only, full, or the folder is gone."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.strerror = reason  # for whoever names the file by itself


class ReplacingFile:
    """A file that is written piece by piece and takes the place of ``path`` once it is whole. Raises CannotSave.

    Only the user can read a ``private`` file, and its folder is made; another keeps the permissions it has, or gets
    the usual ones. A symbolic link stays one: what it points to is replaced. Each call may wait for the disk.
    """

    def __init__(self, path: Path, *, private: bool = True) -> None:
        self._path = path
        self._is_private = private
        with self._told():
            self._target = path.resolve()
            if private:
                self._target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            # It is made readable by the user alone.
            descriptor, name = tempfile.mkstemp(dir=self._target.parent, prefix=f".{self._target.name}.", suffix=".new")
        self._new = Path(name)
        self._file = os.fdopen(descriptor, "wb")

    def write(self, content: bytes) -> None:
        """Write this at the end."""
        with self._told():
            self._file.write(content)

    def commit(self) -> None:
        """Put it in its place, with all of it on the disk."""
        with self._told():
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            if not self._is_private:
                self._new.chmod(_mode_for(self._target))
            self._new.replace(self._target)

    def discard(self) -> None:
        """Give up what was written, unless it is in its place already."""
        with contextlib.suppress(OSError):  # what is still to be written may not fit
            self._file.close()
        with contextlib.suppress(OSError):
            self._new.unlink()

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise CannotSave(self._path, error.strerror or str(error)) from error


def write_atomically(path: Path, content: bytes, *, private: bool = True) -> None:
    """Replace the file's content, as ReplacingFile does. Raises CannotSave."""
    file = ReplacingFile(path, private=private)
    try:
        file.write(content)
        file.commit()
    finally:
        file.discard()


def write_for_anyone(path: Path, content: bytes) -> None:
    """Replace the content of a file that is the user's own affair, such as a saved translation. Raises CannotSave."""
    write_atomically(path, content, private=False)


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
    for aside in _places_aside(path):
        if not os.path.lexists(aside):
            try:
                path.rename(aside)
            except OSError:
                return None
            return aside
    return None


def keep_aside(path: Path, content: bytes) -> Path | None:
    """Keep what a file holds beside it, once, and return where; None where that cannot be written."""
    for aside in _places_aside(path):
        try:
            if not os.path.lexists(aside):
                write_atomically(aside, content)
                return aside
            if aside.is_file() and aside.read_bytes() == content:
                return aside
        except OSError:
            return None
    return None


def _places_aside(path: Path) -> Iterator[Path]:
    return (path.with_name(f"{path.name}.unreadable-{number}") for number in range(1, 1000))
