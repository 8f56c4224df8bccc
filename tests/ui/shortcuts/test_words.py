"""Shortcuts in words, and the command that stands in for them."""

from collections.abc import Iterator

import pytest

from translator import i18n
from translator.assets import resources
from translator.surroundings.chord import Chord
from translator.surroundings.chord_rules import ChordFault
from translator.surroundings.summons import Summons
from translator.ui.shortcuts.command import own_command
from translator.ui.shortcuts.words import fault_in_words, in_words, name_of
from translator.ui.widgets.labels.keys import key_names


@pytest.mark.parametrize(
    ("platform", "words"),
    [("linux", "Ctrl+Alt+Super+T"), ("win32", "Ctrl+Alt+Win+T"), ("darwin", "Ctrl+Option+Cmd+T")],
)
def test_keys_are_named_as_on_the_keyboard(platform: str, words: str) -> None:
    assert in_words(Chord.parse("Ctrl+Alt+Meta+T"), platform) == words


@pytest.fixture
def spanish() -> Iterator[None]:
    i18n.install(resources() / "i18n", lambda: "es")
    yield
    i18n.install(resources() / "i18n", lambda: "en")


@pytest.mark.usefixtures("spanish")
def test_keys_are_called_as_in_the_menus_of_the_language() -> None:
    assert in_words(Chord.parse("Ctrl+Shift+F1"), "linux") == key_names("Ctrl+Shift+F1", "linux") == "Ctrl+Mayús+F1"


def test_every_shortcut_and_every_fault_has_words() -> None:
    assert len({name_of(summons) for summons in Summons}) == len(Summons)
    assert len({fault_in_words(fault) for fault in ChordFault}) == len(ChordFault)


def test_the_command_is_the_name_where_that_is_found_and_what_runs_elsewhere() -> None:
    assert own_command("/usr/bin/python3", lambda _: "/usr/bin/translator") == "translator"
    nowhere = {"find": lambda _: None}
    assert own_command("/home/a b/python", **nowhere, is_frozen=False) == "'/home/a b/python' -m translator"
    assert own_command("/opt/Translator/translator-app", **nowhere, is_frozen=True) == "/opt/Translator/translator-app"
    in_flatpak = own_command("/app/bin/x", lambda _: "/app/bin/translator", environment={"FLATPAK_ID": "org.example.A"})
    assert in_flatpak == "flatpak run org.example.A", "the desktop knows it by its id alone"
