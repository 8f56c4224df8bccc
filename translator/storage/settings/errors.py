"""Why a file holds no settings, or a setting no value that can be meant."""

from typing import Self

from translator.i18n import tr

Path = tuple[str | int, ...]
"""The keys and places that lead to a value."""


class SettingsUnreadable(ValueError):
    """The content is not our settings. Its message says why, in a few words that belong in a sentence."""


class ValueNotAllowed(SettingsUnreadable):
    """A setting has a value that cannot be meant. ``name`` is as in the file, ``path`` are the keys that lead to it."""

    def __init__(self, name: str, path: Path = ()) -> None:
        """Without a ``path``, it is in the name."""
        super().__init__(tr("{name} has a value that is not allowed").format(name=name))
        self.name = name
        self.path = path or tuple(name.split("."))

    def within(self, path: Path, name: str) -> Self:
        """Return the same for a table that is within another."""
        return type(self)(f"{name}.{self.name}", (*path, *self.path))
