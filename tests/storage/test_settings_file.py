"""settings.toml: what is read, what is set aside, what is kept."""

from pathlib import Path

import pytest

from translator.settings import Service, Settings
from translator.storage.settings_file import SettingsFile


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.toml")


def test_keys_of_a_newer_version_survive_reading_and_writing(file: SettingsFile) -> None:
    file.path.write_text(
        'version = 1\nshortcut = "Ctrl+Alt+T"\n[[services]]\nid = "a"\nname = "A"\nbudget = 5\n[popup]\nwidth = 400\n'
    )
    file.save(file.load().settings)
    written = file.path.read_text()
    assert 'shortcut = "Ctrl+Alt+T"' in written
    assert "budget = 5" in written
    assert "width = 400" in written
    assert file.load().notice is None


def test_a_file_of_notepad_with_a_byte_order_mark_is_read(file: SettingsFile) -> None:
    file.path.write_bytes(b"\xef\xbb\xbftext_size = 120\r\n")
    assert file.load().settings == Settings(text_size=120)


@pytest.mark.parametrize(
    "content",
    [
        "version = 2",
        'version = "1"',
        'text_size = "100"',
        "text_size = 5",
        "translate_while_typing = 1",
        'appearance = "sepia"',
        'current_service = "nowhere"',
        "services = 1",
        "services = [1]",
        '[[services]]\nid = "a"',
        '[[services]]\nid = ""\nname = "A"',
        '[[services]]\nid = "demo"\nname = "A"',
        '[[services]]\nid = "a"\nname = "A"\nbase_url = 3',
        '[[services]]\nid = "a"\nname = "A"\nheaders = { X = 3 }',
        '[[services]]\nid = "a"\nname = "A"\n[[services]]\nid = "a"\nname = "B"',
    ],
)
def test_what_cannot_be_meant_is_set_aside_and_the_user_is_told_where(file: SettingsFile, content: str) -> None:
    file.path.write_text(content)
    loaded = file.load()
    assert loaded.settings == Settings()
    assert loaded.notice is not None
    assert loaded.notice.moved_to is not None
    assert loaded.notice.moved_to.read_text() == content
    assert str(loaded.notice.moved_to) in loaded.notice.sentence


def test_a_folder_in_its_place_is_moved_away_too(file: SettingsFile) -> None:
    file.path.mkdir()
    assert file.load().notice is not None
    file.save(Settings(text_size=110))
    assert file.load().settings.text_size == 110


def test_the_notice_says_so_where_nothing_could_be_moved(file: SettingsFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_only(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    file.path.write_text("[[[")
    monkeypatch.setattr(Path, "rename", read_only)
    notice = file.load().notice
    assert notice is not None
    assert notice.moved_to is None
    assert str(file.path) in notice.sentence


def test_half_a_surrogate_pair_does_not_keep_the_settings_from_being_saved(file: SettingsFile) -> None:
    file.save(Settings("a", (Service("a", "na\ud800me"),)))
    assert file.load().settings.service.name == "na?me"
