"""Catalogues compiled: what gettext then reads."""

import gettext

import pytest
from babel.messages.pofile import PoFileError

from catalogues import compile_catalogues

HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
WORDS = """msgid "Copy"
msgstr "Kopieren"

#, fuzzy
msgid "Paste"
msgstr "Vielleicht einfügen"

msgid "{n} word"
msgid_plural "{n} words"
msgstr[0] "{n} Wort"
msgstr[1] "{n} Wörter"
"""


@pytest.fixture
def folder(tmp_path):
    german = tmp_path / "i18n" / "de" / "LC_MESSAGES"
    german.mkdir(parents=True)
    (german / "translator.po").write_text(HEADER + WORDS, encoding="utf-8")
    return tmp_path / "i18n"


def test_a_compiled_catalogue_is_read_by_gettext(folder):
    compiled = compile_catalogues(folder)

    german = gettext.translation("translator", folder, ["de"])
    assert compiled == [folder / "de" / "LC_MESSAGES" / "translator.mo"]
    assert german.gettext("Copy") == "Kopieren"
    assert [german.ngettext("{n} word", "{n} words", n) for n in (1, 2)] == ["{n} Wort", "{n} Wörter"]


def test_what_is_marked_as_fuzzy_stays_english(folder):
    compile_catalogues(folder)

    assert gettext.translation("translator", folder, ["de"]).gettext("Paste") == "Paste"


def test_catalogues_can_be_compiled_to_another_folder(folder, tmp_path):
    compiled = compile_catalogues(folder, tmp_path / "elsewhere")

    assert compiled == [tmp_path / "elsewhere" / "de" / "LC_MESSAGES" / "translator.mo"]
    assert sorted(path.name for path in folder.rglob("*.*")) == ["translator.po"]


def test_a_broken_catalogue_is_told_and_the_old_one_stays(folder):
    compile_catalogues(folder)
    source = folder / "de" / "LC_MESSAGES" / "translator.po"
    source.write_text(HEADER + 'msgid "Copy"\nKopieren', encoding="utf-8")

    with pytest.raises(PoFileError):
        compile_catalogues(folder)

    assert gettext.translation("translator", folder, ["de"]).gettext("Copy") == "Kopieren"


def test_without_catalogues_there_is_nothing_to_do(tmp_path):
    assert compile_catalogues(tmp_path / "nowhere") == []
