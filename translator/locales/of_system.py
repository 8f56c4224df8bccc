"""The languages that the user's system is set to."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_BY_HAND = ("LANGUAGE", "LC_ALL")
"""What nobody sets but on purpose: it comes before the system's own setting, where there is one."""
_BY_SESSION = ("LC_MESSAGES", "LANG")
_UNTRANSLATED = {"C", "POSIX"}


def system_languages(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform,
    settings: Callable[[], list[str]] | None = None,
) -> list[str]:  # fmt: skip
    """Return the names of the user's locales, best first; often none on a server.

    On Linux they are in the environment. On Windows and macOS ``settings`` asks the system; the environment's LANG, as
    a terminal there makes it up from the region, comes after that.
    """
    by_hand = _named(environment, _BY_HAND)
    if by_hand:
        return by_hand
    if settings is None:
        settings = _settings_of(platform)
    return settings() or _named(environment, _BY_SESSION)


def _named(environment: Mapping[str, str], names: tuple[str, ...]) -> list[str]:
    """Return what the first of these variables that is set asks for. C asks for English, whatever LANGUAGE says."""
    locale = next((environment[name] for name in ("LC_ALL", *_BY_SESSION) if environment.get(name)), "")
    if locale in _UNTRANSLATED and names == _BY_HAND:
        return ["C"]
    value = next((environment[name] for name in names if environment.get(name)), "")
    return [_without_encoding(part) for part in value.split(":") if part]


def _without_encoding(locale: str) -> str:
    return locale.partition(".")[0]


def _settings_of(platform: str) -> Callable[[], list[str]]:
    if platform == "win32":
        return _of_windows
    return _of_macos if platform == "darwin" else list


def _of_windows() -> list[str]:
    import ctypes

    return windows_languages(ctypes.windll.kernel32)  # type: ignore[attr-defined,unused-ignore] # there alone


def _of_macos() -> list[str]:
    from ctypes import CDLL

    return macos_languages(CDLL("/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"))


class Kernel32(Protocol):
    """What is needed of Windows' library."""

    def GetUserPreferredUILanguages(self, flags: int, count: object, names: object, size: object) -> int:  # noqa: N802
        """Fill ``names`` with names, each with a NUL behind it, and ``size`` with their length; return 0 for none."""
        ...


_AS_NAMES = 8
"""MUI_LANGUAGE_NAME: names such as de-AT, and not numbers."""


def windows_languages(kernel32: Kernel32) -> list[str]:
    """Return the languages in which the user wishes to see Windows, best first."""
    import ctypes

    count, size = ctypes.c_ulong(0), ctypes.c_ulong(0)
    if not kernel32.GetUserPreferredUILanguages(_AS_NAMES, ctypes.byref(count), None, ctypes.byref(size)):
        return []
    names = ctypes.create_unicode_buffer(size.value)
    if not kernel32.GetUserPreferredUILanguages(_AS_NAMES, ctypes.byref(count), names, ctypes.byref(size)):
        return []
    written = "".join(names[: size.value])
    return [name for name in written.split("\0") if name]


_UTF_8 = 0x08000100
_LONGEST_NAME = 200


def macos_languages(foundation: object) -> list[str]:
    """Return the languages of the system's settings, best first. ``foundation`` is CoreFoundation."""
    import ctypes

    def function(name: str, result: type | None, *arguments: type) -> Callable[..., int]:
        found: Callable[..., int] = getattr(foundation, name)
        found.restype, found.argtypes = result, arguments  # type: ignore[attr-defined] # a function of ctypes'
        return found

    pointer, number = ctypes.c_void_p, ctypes.c_long
    copy = function("CFLocaleCopyPreferredLanguages", pointer)
    count = function("CFArrayGetCount", number, pointer)
    value = function("CFArrayGetValueAtIndex", pointer, pointer, number)
    text = function("CFStringGetCString", ctypes.c_bool, pointer, ctypes.c_char_p, number, ctypes.c_uint32)
    release = function("CFRelease", None, pointer)
    array = copy()
    if not array:
        return []
    languages = []
    for place in range(count(array)):
        name = ctypes.create_string_buffer(_LONGEST_NAME)
        if text(value(array, place), name, _LONGEST_NAME, _UTF_8):
            languages.append(name.value.decode())
    release(array)
    return languages
