"""Settings as a file for another computer: nothing that may be a secret is in it, and nothing else comes out of one."""

from pathlib import Path

import pytest

from translator.settings import Budget, Service, Settings
from translator.storage.atomic_file import CannotSave
from translator.storage.settings.exchange import read_settings, write_settings
from translator.storage.settings.settings_file import SettingsFile

SECRET = "sk-canary-0123456789"
PLAIN = Service("plain", "Plain", base_url="https://a.example/v1", model="m", proxy="http://proxy.example:3128")
SECRETIVE = Service(
    "secretive", "Secretive", base_url=f"https://u:{SECRET}@b.example:8443/v1?key={SECRET}#{SECRET}", model="m",
    proxy=f"http://u:{SECRET}@proxy.example:3128", headers=(("X-Anything", SECRET),),
)  # fmt: skip
ODD = Service("odd", "Odd", base_url=f"https://{SECRET}@[broken")
ODDER = Service("odder", "Odder", base_url=f"{SECRET}@nowhere")


def written(path: Path, settings: Settings) -> str:
    write_settings(path, settings)
    return path.read_text(encoding="utf-8")


def test_no_secret_is_written_wherever_it_stood(tmp_path: Path) -> None:
    settings = Settings(
        "plain", (PLAIN, SECRETIVE, ODD, ODDER), unknown={"newer": SECRET, "services": {"plain": {"k": SECRET}}}
    )
    text = written(tmp_path / "s.toml", settings)

    assert SECRET not in text
    assert "https://b.example:8443/v1" in text
    assert "http://proxy.example:3128" in text


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    settings = Settings("plain", (PLAIN,), appearance="dark", budget=Budget(day=2), second_language="de")
    write_settings(tmp_path / "s.toml", settings)

    assert read_settings(tmp_path / "s.toml") == settings


def test_the_programs_own_file_can_be_read_but_its_headers_stay_behind(tmp_path: Path) -> None:
    SettingsFile(tmp_path / "settings.toml").save(Settings("secretive", (SECRETIVE,)))
    [service] = read_settings(tmp_path / "settings.toml").services

    assert (service.headers, service.proxy, service.base_url) == ((), "", "https://b.example:8443/v1")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"[project]\nname = 'x'\n", "holds no settings of Translator"),
        (b"", "holds no settings of Translator"),
        (b"version = 1\ncurrent_service = ", "^something is wrong in line 2$"),
        (b"version = 1\n[services", "^something is wrong in line 2$"),
        (b"version = 1\ntext_size = 1\ntext_size = 2\n", "^something is wrong in line 3$"),
        (b"version = " + b"1" * 5_000, "^something in it cannot be read$"),
        (b"version = " + b"[" * 50_000, "^it is too deep$"),
        (b"version = 9\ncurrent_service = ''", "newer version"),
        (b"version = 1\ncurrent_service = ''\ntext_size = 'large'", "^text_size has a value that is not allowed$"),
        (b"\xff\xfe", "^it is no text file$"),
        (b"x" * 1_000_001, "too large"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused_in_words(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "s.toml").write_bytes(content)
    with pytest.raises(ValueError, match=words):
        read_settings(tmp_path / "s.toml")


def test_a_file_that_is_not_there_or_cannot_be_written_is_told_by_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_settings(tmp_path / "s.toml")
    with pytest.raises(CannotSave):
        write_settings(tmp_path / "no folder" / "s.toml", Settings())
