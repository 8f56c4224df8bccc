"""The user's choice, read cheaply out of the settings."""

from pathlib import Path

import pytest

from translator.locales.chosen import chosen_language, language_for, language_in
from translator.places import find_places
from translator.settings import Service, Settings
from translator.storage.settings.settings_file import SettingsFile


def test_what_is_set_comes_before_what_the_system_wishes() -> None:
    assert language_for("ja", lambda: ["de"]) == "ja"


@pytest.mark.parametrize("setting", ["", "tlh", "../../etc", "de_AT"])
def test_nothing_set_and_what_nobody_knows_stand_for_the_system(setting: str) -> None:
    assert language_for(setting, lambda: ["de_AT"]) == "de"


@pytest.mark.parametrize("language", ["", "zh_TW", "pt_BR", "ar"])
def test_what_the_settings_write_is_read(tmp_path: Path, language: str) -> None:
    path = tmp_path / "settings.toml"
    odd = Service("box", 'interface_language = "ja"', base_url="http://127.0.0.1:1")
    SettingsFile(path).save(Settings("box", (odd,), interface_language=language))

    assert language_in(path) == language
    assert SettingsFile(path).load().settings.interface_language == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("interface_language='fr' # by hand\r\nversion = 1\r\n", "fr"),
        ('\ufeffinterface_language = "ko"', "ko"),
        ('[style]\ninterface_language = "fr"', ""),
        ("interface_language = 7", ""),
        ('# interface_language = "fr"', ""),
        ("this is = not [ toml", ""),
    ],
)
def test_a_file_written_by_hand_is_read_where_it_can_be(tmp_path: Path, text: str, language: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(text.encode())

    assert language_in(path) == language


def test_no_file_and_one_that_is_no_text_name_no_language(tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b'\xff\xfeinterface_language = "fr"')

    assert language_in(tmp_path / "none") == language_in(tmp_path / "bytes") == language_in(tmp_path) == ""


def test_this_users_choice_is_in_their_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    SettingsFile(find_places().settings_file).save(Settings(interface_language="ru"))

    assert chosen_language() == "ru"
