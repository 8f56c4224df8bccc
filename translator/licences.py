"""The licences of the program and of what comes with it, to be shown."""

import re
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from translator.assets import resources

BUNDLED = "licences.txt"
"""Made where a package is built, by packaging/licences.py; beside the other resources."""

_DISTRIBUTION = "translator-desktop"
_OTHERS = "These are the licences of what it brings of others."
_LIBRARIES = (
    "The libraries that it uses were installed beside it from their own packages. The numbers lead to the texts of\n"
    "their licences, below; where there is none, the text is at the address."
)
_LICENCE_FILES = ("licen", "copying", "notice")
_ADDRESSES = ("homepage", "home", "source", "repository", "source code", "github")
_NAME = re.compile(r"[\w.-]+")


def installed_libraries() -> Sequence[Distribution]:
    """Return what the program requires, and what that requires, as far as it is installed here; by name."""
    found: dict[str, Distribution] = {}
    waiting = [_DISTRIBUTION]
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name not in found:
            try:
                found[name] = distribution(name)
            except PackageNotFoundError:  # it is for other systems, or nothing was installed at all
                continue
            waiting += _required_by(found[name])
    found.pop(_DISTRIBUTION, None)
    return [found[name] for name in sorted(found)]


def licences_text(
    folder: Path | None = None, libraries: Callable[[], Sequence[Distribution]] = installed_libraries
) -> str:
    """Return the licences of all that the package brings, and of what was installed beside it.

    A clone and an installation by pip bring no libraries: there, it is the program's own, those of its ``resources``,
    which are in ``folder``, and of the ``libraries`` what their packages say. Raises OSError where a file cannot be
    read.
    """
    where = folder or resources()
    bundled = where / BUNDLED
    if bundled.is_file():
        return bundled.read_text(encoding="utf-8")
    parts = [_own_licence(), _OTHERS]
    parts += [path.read_text(encoding="utf-8").strip() for path in sorted(where.glob("*.LICENSE"))]
    parts += _of_libraries(libraries())
    return "\n\n".join(part for part in parts if part) + "\n"


def _own_licence() -> str:
    clone = Path(__file__).resolve().parents[1] / "LICENSE"
    if clone.is_file():
        return clone.read_text(encoding="utf-8").strip()
    try:
        files = distribution(_DISTRIBUTION).files or []
    except PackageNotFoundError:
        return ""
    return next((file.read_text(encoding="utf-8").strip() for file in files if file.name == "LICENSE"), "")


def _required_by(library: Distribution) -> Iterator[str]:
    """Yield the names of what it requires, whatever the system; what is extra is not needed."""
    for line in library.requires or ():
        requirement, _, condition = line.partition(";")
        name = _NAME.match(requirement.strip())
        if name and "extra" not in condition:
            yield name[0]


def _of_libraries(libraries: Sequence[Distribution]) -> list[str]:
    """Return a paragraph for each library, and then the texts of their licences, each once."""
    if not libraries:
        return []
    numbers: dict[str, int] = {}
    paragraphs = []
    for library in libraries:
        texts = dict.fromkeys(_texts_in(library))
        where = "".join(f" [{numbers.setdefault(text, len(numbers) + 1)}]" for text in texts)
        title = f"{library.name} {library.version}: {_licence_of(library)}{where}"
        paragraphs.append("\n".join(line for line in (title, _address_of(library)) if line))
    return [_LIBRARIES, *paragraphs, *(f"{'=' * 80}\n[{number}]\n\n{text}" for text, number in numbers.items())]


def _texts_in(library: Distribution) -> Iterator[str]:
    for file in library.files or ():
        is_licence = any(word in file.name.lower() for word in _LICENCE_FILES) and file.suffix not in (".py", ".pyc")
        path = Path(str(library.locate_file(file)))
        if is_licence and path.is_file():
            yield path.read_text(encoding="utf-8", errors="replace").strip()


def _licence_of(library: Distribution) -> str:
    said = _fields(library, "License-Expression") or _fields(library, "License")
    classified = [line.rpartition(" :: ")[2] for line in _fields(library, "Classifier") if line.startswith("License")]
    return next((line.strip().partition("\n")[0] for line in said if line.strip()), ", ".join(classified) or "–")


def _address_of(library: Distribution) -> str:
    named = [line.partition(", ") for line in _fields(library, "Project-URL")]
    addresses = {name.lower(): address for name, _, address in reversed(named)}
    best = [addresses[name] for name in _ADDRESSES if name in addresses]
    return next(iter([*_fields(library, "Home-page"), *best, *addresses.values()]), "")


def _fields(library: Distribution, name: str) -> list[str]:
    return [str(line) for line in library.metadata.get_all(name) or []]
