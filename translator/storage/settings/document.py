"""The text of ``settings.toml``, and the table that it holds: read with care, as it may be anybody's."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from translator.i18n import ptr, tr
from translator.storage.settings.errors import SettingsUnreadable
from translator.storage.settings.values import Table

LARGEST_FILE = 1_000_000
"""Bytes. The settings of a hundred services are a tenth of that."""
DEEPEST = 32
"""Levels of tables and lists. The settings have four."""

# Reading a key of n parts takes tomllib n² steps: too many are refused before it sees them.
_DEEP_KEY = re.compile(rb"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){%d}""" % DEEPEST)
# How tomllib ends what it says.
_PLACE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)$")


def read_limited(path: Path) -> bytes:
    """Return what is in a file that may hold settings. Raises OSError, and ValueError for what cannot be one."""
    if path.is_fifo():
        raise ValueError(tr("it is a pipe"))  # and would never end
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise SettingsUnreadable(ptr("a file", "it is too large"))
    return content


def dump(table: Table) -> bytes:
    """Return the text of a file that holds this table."""
    import tomli_w

    # A lone surrogate, from a paste, can be kept in no file.
    return tomli_w.dumps(table).encode("utf-8", "replace")


def parse(content: bytes) -> dict[str, Any]:
    """Return the table that a file holds. Raises SettingsUnreadable."""
    if _DEEP_KEY.search(content):
        raise SettingsUnreadable(tr("it is too deep"))
    table = _parsed(content)
    if _is_deep(table):
        raise SettingsUnreadable(tr("it is too deep"))
    return table


def _parsed(content: bytes) -> dict[str, Any]:
    """Return what a file holds. What the parser says of it, in English, is for the log. Raises SettingsUnreadable."""
    import tomllib

    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SettingsUnreadable(tr("it is no text file")) from error
    except RecursionError as error:
        raise SettingsUnreadable(tr("it is too deep")) from error
    except ValueError as error:  # TOMLDecodeError is one, and what int and datetime raise as well
        import logging

        logging.getLogger(__name__).info("the settings in a file cannot be read: %s", error)
        raise SettingsUnreadable(_explain(str(error), content)) from error


def _explain(said: str, content: bytes) -> str:
    """Return in which line something is wrong, where the parser says so."""
    if named := _PLACE.search(said):
        line = named[1] or len(content.splitlines()) or 1
        return tr("something is wrong in line {line}").format(line=line)
    return tr("something in it cannot be read")


def _is_deep(table: Table) -> bool:
    """Return whether there is more than DEEPEST levels in it. It asks level by level, as recursion has an end."""
    level: list[object] = [table]
    for _ in range(DEEPEST):
        level = [inner for outer in level for inner in _inside(outer)]
    return bool(level)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
