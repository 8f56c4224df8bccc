"""Words in the language that is chosen, and English where it has none."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from translator import i18n
from translator.i18n import Catalogues, install, interface_language, ntr, ptr, read_messages, tr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    catalogue = Catalog(locale="de")
    catalogue.add("Copy", "Kopieren")
    catalogue.add(("{n} term", "{n} terms"), ("{n} Begriff", "{n} Begriffe"))
    catalogue.add("Copy", "Exemplar", context="one of several")
    path = tmp_path / "de" / "LC_MESSAGES" / "translator.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)
    return tmp_path


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    install(Path(), lambda: "en")


def test_words_are_those_of_the_language(folder: Path) -> None:
    install(folder, lambda: "de")

    assert interface_language() == "de"
    assert tr("Copy") == "Kopieren"
    assert [ntr("{n} term", "{n} terms", n) for n in (1, 2)] == ["{n} Begriff", "{n} Begriffe"]


def test_a_word_that_means_two_things_has_a_translation_for_each(folder: Path) -> None:
    install(folder, lambda: "de")

    assert (tr("Copy"), ptr("one of several", "Copy")) == ("Kopieren", "Exemplar")
    assert ptr("what was never written down", "Copy") == "Copy"


def test_what_is_not_translated_is_said_in_english(folder: Path) -> None:
    install(folder, lambda: "de")

    assert tr("Paste") == "Paste"


@pytest.mark.parametrize("content", [None, b"", b"no catalogue at all", b"\xde\x12\x04\x95\x00\x00"])
def test_a_catalogue_that_is_missing_or_broken_is_english(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "ar" / "LC_MESSAGES" / "translator.mo"
    path.parent.mkdir(parents=True)
    if content is not None:
        path.write_bytes(content)
    install(tmp_path, lambda: "ar")

    assert tr("Copy") == "Copy"
    assert interface_language() == "en", "or the window would be mirrored, with English words in it"


def test_nothing_is_chosen_or_read_before_the_first_word(folder: Path) -> None:
    asked: list[str] = []

    def choose() -> str:
        asked.append("asked")
        return "de"

    install(folder, choose)
    assert asked == []

    assert tr("Copy") == tr("Copy") == "Kopieren"
    assert asked == ["asked"], "and then once"


def test_without_a_folder_everything_is_english() -> None:
    assert Catalogues().language == "en"


def test_the_language_before_is_gone_with_the_next(folder: Path) -> None:
    install(folder, lambda: "de")
    assert tr("Copy") == "Kopieren"
    install(folder, lambda: "en")

    assert tr("Copy") == "Copy"
    assert read_messages(folder, "en") is None
    assert i18n.interface_language() == "en"
