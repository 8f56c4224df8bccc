"""Starting at login where desktops follow the XDG specifications.

The file's format is that of the Desktop Entry Specification 1.5, its place that of the Desktop Application Autostart
Specification 0.5.
"""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

_SECTION = "[Desktop Entry]"
_PLAIN = re.compile(r"[A-Za-z0-9_./:@+,=-]+")
# Escaped inside the quotes of an argument, by a backslash.
_ESCAPED = re.compile(r'(["`$\\])')
# Escaped in any value, after that.
_IN_A_VALUE = str.maketrans({"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"})


class XdgAutostart:
    """A desktop entry in ``folder``. Whoever has switched it off there, such as the desktop's own settings, is obeyed.

    ``write`` replaces a file as a whole and raises OSError.
    """

    def __init__(
        self, folder: Path, application_id: str, command: Sequence[str], write: Callable[[Path, bytes], None]
    ) -> None:
        self._file = folder / f"{application_id}.desktop"
        self._entry = {
            "Type": "Application",
            "Name": "Translator",
            "Exec": exec_line(command),
            "TryExec": command[0].translate(_IN_A_VALUE),  # or each login would look for what has been removed
            "Icon": application_id,
            "Terminal": "false",
            "X-GNOME-Autostart-enabled": "true",
        }
        self._write = write

    def is_on(self) -> bool:
        """Return whether there is an entry that nobody has switched off."""
        found = _values(self._lines())
        enabled = found.get("X-GNOME-Autostart-enabled", "true")
        return bool(found) and enabled.casefold() != "false" and found.get("Hidden", "").casefold() != "true"

    def set_on(self, *, on: bool) -> None:
        """Write the entry, with what others have added to it; or remove it. Raises OSError."""
        if on:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._write(self._file, "\n".join([*self._merged(), ""]).encode("utf-8", "surrogateescape"))
        else:
            self._file.unlink(missing_ok=True)

    def _lines(self) -> list[str]:
        try:
            return self._file.read_text("utf-8", "surrogateescape").splitlines()
        except OSError:
            return []

    def _merged(self) -> list[str]:
        """Return the lines to be written: ours, then what the entry and its other sections hold beside them."""
        inside, others = _split(self._lines())
        ours = [f"{name}={value}" for name, value in self._entry.items()]
        kept = [line for line in inside if _name(line) not in {*self._entry, "Hidden", ""}]
        return [_SECTION, *ours, *kept, *others]


def exec_line(command: Sequence[str]) -> str:
    """Return the command as the value of Exec, each argument quoted where it has to be."""
    return " ".join(map(_quoted, command)).replace("%", "%%").translate(_IN_A_VALUE)


def _quoted(argument: str) -> str:
    escaped = _ESCAPED.sub(r"\\\1", argument)
    return argument if _PLAIN.fullmatch(argument) else f'"{escaped}"'


def _split(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the lines inside the entry's own section, and those of the sections after it."""
    begin = lines.index(_SECTION) + 1 if _SECTION in lines else len(lines)
    rest = list(lines[begin:])
    end = next((place for place, line in enumerate(rest) if line.startswith("[")), len(rest))
    return rest[:end], rest[end:]


def _values(lines: Sequence[str]) -> dict[str, str]:
    inside, _ = _split(lines)
    return {_name(line): line.partition("=")[2].strip() for line in inside if _name(line)}


def _name(line: str) -> str:
    """Return the name of the key in a line; empty for a comment or nothing."""
    name, equals, _ = line.partition("=")
    return name.strip() if equals and not name.lstrip().startswith("#") else ""


def autostart_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return where entries lie. What is no full path does not count, as the specification says."""
    configured = Path(environment.get("XDG_CONFIG_HOME", ""))
    return (configured if configured.is_absolute() else Path.home() / ".config") / "autostart"
