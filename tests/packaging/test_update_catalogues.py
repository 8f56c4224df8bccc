"""The catalogues follow the code, and change no more than it does."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
CODE = """
from translator.i18n import ntr, tr
def words(n):
    return tr("Copy"), ntr("{n} term", "{n} terms", n), tr("Paste")
"""
GERMAN = """# Translations of Translator.
msgid ""
msgstr ""
"Project-Id-Version: Translator 0.1.0\\n"
"POT-Creation-Date: 2026-01-02 03:04+0000\\n"
"PO-Revision-Date: 2026-01-02 03:04+0000\\n"
"Language: de\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Copied"
msgstr "Kopiert"

msgid "Copy"
msgstr "Kopieren"
"""


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update_catalogues", ROOT / "packaging" / "update_catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def update_catalogues() -> ModuleType:
    return load()


@pytest.fixture
def german(tmp_path: Path) -> Path:
    code = tmp_path / "translator" / "words.py"
    code.parent.mkdir()
    code.write_text(CODE)
    path = tmp_path / "i18n" / "de" / "LC_MESSAGES" / "translator.po"
    path.parent.mkdir(parents=True)
    path.write_text(GERMAN)
    return path


def test_messages_come_in_the_order_of_the_code(update_catalogues: ModuleType, german: Path, tmp_path: Path) -> None:
    found = update_catalogues.extract(tmp_path)

    assert [message.id for message in found if message.id] == ["Copy", ("{n} term", "{n} terms"), "Paste"]
    assert next(message.locations for message in found if message.id) == [("translator/words.py", 4)]


def test_what_is_translated_stays_what_is_new_waits_what_is_gone_goes(
    update_catalogues: ModuleType, german: Path, tmp_path: Path
) -> None:
    assert update_catalogues.update(german, update_catalogues.extract(tmp_path)) == 2

    with german.open("rb") as file:
        catalogue = read_po(file)
    assert {message.id: message.string for message in catalogue if message.id} == {
        "Copy": "Kopieren", ("{n} term", "{n} terms"): ("", ""), "Paste": "",
    }  # fmt: skip
    assert not any(message.fuzzy for message in catalogue if message.id), "Paste is no guess from Copy"


def test_one_english_word_has_a_translation_for_each_thing_it_means(
    update_catalogues: ModuleType, german: Path, tmp_path: Path
) -> None:
    code = tmp_path / "translator" / "words.py"
    code.write_text(CODE.replace('tr("Paste")', 'ptr("what was copied", "Copy")'))
    update_catalogues.update(german, update_catalogues.extract(tmp_path))

    with german.open("rb") as file:
        catalogue = read_po(file)
    said = {(message.context, message.id): message.string for message in catalogue if message.id}
    assert said["what was copied", "Copy"] == ""
    assert said[None, "Copy"] == "Kopieren"


def test_there_is_nothing_in_it_that_changes_by_itself(
    update_catalogues: ModuleType, german: Path, tmp_path: Path
) -> None:
    update_catalogues.update(german, update_catalogues.extract(tmp_path))
    once = german.read_text()
    code = tmp_path / "translator" / "words.py"
    code.write_text("\n\n\n" + CODE)
    update_catalogues.update(german, update_catalogues.extract(tmp_path))

    assert german.read_text() == once
    assert "#: translator/words.py\n" in once
    assert "2026-01-02 03:04" in once


def test_all_messages_of_the_clone_are_found(update_catalogues: ModuleType) -> None:
    found = {message.id for message in update_catalogues.extract()}

    assert {"Swap the languages", ("{n} term", "{n} terms")} <= found
