"""Puts ``resources/`` and the guide into the wheel, the catalogues compiled: hatchling calls this to build one.

The wheel is the same whether it is built from a clone or from the sdist, and whether or not somebody has compiled the
catalogues there before. An editable install finds all that where it is, and gets nothing.
"""

import runpy
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PLACE = Path("translator", "resources")
"""Where the program looks for them (translator/assets.py)."""
FOLDERS = {"resources": "", "docs/guide": "guide", "docs/images": "images"}
"""What goes there as it is, and where to; what is not there is left out."""
NOT_IN_WHEEL = (".po", ".pot", ".mo", ".part")


class ResourcesHook(BuildHookInterface[Any]):
    """Finds and makes what goes along."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files that the wheel is to hold. Raises PoFileError where a catalogue cannot be read."""
        if version == "editable":
            return
        self._compiled = tempfile.TemporaryDirectory(prefix="catalogues.")
        compiled_into = Path(self._compiled.name)
        # Not by its name: hatchling's own "packaging" is another one.
        compile_catalogues = runpy.run_path(str(Path(self.root, "packaging", "catalogues.py")))["compile_catalogues"]
        compile_catalogues(Path(self.root, "resources", "i18n"), compiled_into)
        included = _files(compiled_into, PLACE / "i18n")
        for folder, place in FOLDERS.items():
            files = _files(Path(self.root, folder), PLACE / place)
            included |= {path: there for path, there in files.items() if not path.endswith(NOT_IN_WHEEL)}
        build_data["force_include"].update(included)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made for the wheel, which holds it now."""
        if version != "editable":
            self._compiled.cleanup()


def _files(folder: Path, place: Path) -> dict[str, str]:
    """Return each file of the folder with where it goes."""
    return {str(path): str(place / path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
