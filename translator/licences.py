"""The licences of the program and of what comes with it, to be shown."""

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from translator.assets import resources

BUNDLED = "licences.txt"
"""Made where a package is built, by packaging/licences.py; beside the other resources."""

_DISTRIBUTION = "translator-desktop"
_REST = (
    "The libraries that it uses were installed beside it from their own packages, each with its licence.\n"
    "These are the licences of what it brings of others itself."
)


def licences_text(folder: Path | None = None) -> str:
    """Return the licences of all that the package brings.

    A clone and an installation by pip bring no libraries: there, it is the program's own and those of its
    ``resources``, which are in ``folder``. Raises OSError where a file cannot be read.
    """
    where = folder or resources()
    bundled = where / BUNDLED
    if bundled.is_file():
        return bundled.read_text(encoding="utf-8")
    parts = [_own_licence(), _REST]
    parts += [path.read_text(encoding="utf-8").strip() for path in sorted(where.glob("*.LICENSE"))]
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
