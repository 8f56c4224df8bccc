"""``settings.toml``: written atomically, versioned, without secrets.

A file that cannot be read is set aside under a new name and the defaults are used; the user is told. Of one that can, a
value that cannot be meant is left out, and the file as it was is kept beside.
"""

from pathlib import Path
from typing import NamedTuple

from translator.i18n import tr
from translator.joining import sentences
from translator.settings import Settings
from translator.storage.atomic_file import keep_aside, set_aside, write_atomically
from translator.storage.settings.document import dump, parse, read_limited
from translator.storage.settings.leaving_out import usable_in
from translator.storage.settings.settings_table import table_of


class SettingsSetAside(NamedTuple):
    """The file could not be read. ``kept_as`` is where it is now; None where it could not be moved."""

    path: Path
    kept_as: Path | None
    reason: str

    @property
    def sentence(self) -> str:
        """What to tell the user."""
        if self.kept_as is None:
            words = tr("The settings could not be read and the defaults are used: {path} ({reason}).")
            return words.format(path=self.path, reason=self.reason)
        words = tr(
            "The settings could not be read and the defaults are used. The old file is kept as {path} ({reason})."
        )
        return words.format(path=self.kept_as, reason=self.reason)


class SettingsLeftOut(NamedTuple):
    """These settings had values that cannot be meant. ``kept_as`` is the file as it was; None where it is not kept."""

    names: tuple[str, ...]
    kept_as: Path | None

    @property
    def sentence(self) -> str:
        """What to tell the user."""
        words = tr("What these settings say cannot be used, and their defaults are: {names}.")
        told = words.format(names=", ".join(self.names))
        if self.kept_as is None:
            return told
        return sentences(told, tr("The file as it was is kept as {path}.").format(path=self.kept_as))


class Loaded(NamedTuple):
    """The settings, and what the user has to be told about them."""

    settings: Settings
    notice: SettingsSetAside | SettingsLeftOut | None = None


class SettingsFile:
    """The settings in a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Loaded:
        """Return the settings; the defaults where there is no file, and a notice where it could not be read."""
        try:
            return self._loaded(read_limited(self.path))
        except FileNotFoundError:
            return Loaded(Settings())
        except OSError as error:
            reason = error.strerror or str(error)
        except ValueError as error:
            reason = str(error)
        return Loaded(Settings(), SettingsSetAside(self.path, set_aside(self.path), reason))

    def _loaded(self, content: bytes) -> Loaded:
        settings, names = usable_in(parse(content))
        if not names:
            return Loaded(settings)
        return Loaded(settings, SettingsLeftOut(names, keep_aside(self.path, content)))

    def save(self, settings: Settings) -> None:
        """Write the settings. Raises CannotSave."""
        write_atomically(self.path, dump(table_of(settings)))
