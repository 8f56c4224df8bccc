"""The guide is whole, leads nowhere that is not there, and says what the program says, in each of its languages."""

import re
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QImageReader, QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.catalogues import catalogue_of, words_of_the_code
from tests.translation.every_error import every_error
from tests.ui.themes import theme
from translator.assets import guide, resources
from translator.formats.terms.columns import columns_of
from translator.language.tag import LanguagePair, LanguageTag
from translator.messages import connections, keys, limits, requests
from translator.messages.explaining import _incomplete
from translator.translation.checks.finding import Check
from translator.translation.errors.base import TranslationError
from translator.translation.request import IncompleteReason
from translator.ui.guide.pages import Guide, Page, Section, load_guide, slug_of, split_topic
from translator.ui.guide.presenter import ICONS
from translator.ui.guide.topics import (
    FIRST_RUN,
    TROUBLESHOOTING,
    topic_of_error,
    topic_of_incomplete,
)
from translator.ui.look.theme import Theme
from translator.ui.popup.keys import PopupKeys
from translator.ui.settings.page import Page as SettingsPage
from translator.ui.settings.window import SettingsWindow
from translator.ui.window.actions import Actions
from translator.ui.window.main_window import MainWindow

__all__ = ["theme"]

LANGUAGES = ["en", "zh_CN"]
GUIDES = {language: load_guide(guide(), language) for language in LANGUAGES}
ENGLISH = GUIDES["en"]
EVERY_PAGE = [(language, page) for language in LANGUAGES for page in GUIDES[language].pages]
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]+)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*")

every_page = pytest.mark.parametrize(
    ("language", "page"), EVERY_PAGE, ids=[f"{language}/{page.name}" for language, page in EVERY_PAGE]
)


def said_in_english() -> dict[str, str]:
    """Return what is said of each kind of error, by the topic that tells what to do about it."""
    tables = (
        keys.keys, keys.keyrings, limits.limits, connections.addresses, connections.connections, requests.answers,
        requests.models, requests.refusals,
    )  # fmt: skip
    said = {kind.code: words.sentence for table in tables for kind, words in table().items()}
    said[TranslationError.code] = "{service} could not translate the text."
    return said | {f"incomplete_{reason}": sentence for reason, sentence in _incomplete().items()}


def pattern(sentence: str) -> str:
    return re.sub(r"\{\w+\}", "…", sentence)


def bold(page: Page) -> list[str]:
    return [name for words in BOLD.findall(page.markdown) for name in words.split(" → ")]


def named(section: Section) -> tuple[str, ...]:
    """Return the names that stand before a heading, if any: they are none that the heading itself gives."""
    return section.names if section.names != (slug_of(section.title),) else ()


def catalogue(language: str) -> dict[str, str]:
    """Return what a catalogue has for each of our words; nothing for those that are not translated, as in English."""
    if language == "en":
        return {}
    return {
        message.id: message.string
        for message in catalogue_of(language)
        if isinstance(message.id, str) and isinstance(message.string, str) and message.string and not message.fuzzy
    }


def page_of(found: Guide, name: str) -> Page:
    page = found.page(name)
    assert page is not None, name
    return page


def topic_exists(found: Guide, topic: str) -> bool:
    name, section = split_topic(topic)
    page = found.page(name)
    return page is not None and (not section or page.find(section) is not None)


# It is whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_is_in_the_contents_and_the_languages_have_the_same_pages(language: str) -> None:
    assert GUIDES[language].folder.name == language
    assert sorted(page.name for page in GUIDES[language].pages) == sorted(
        path.stem for path in (guide() / language).glob("*.md")
    )
    assert [page.name for page in GUIDES[language].pages] == [page.name for page in ENGLISH.pages]


def test_every_page_has_an_icon_of_its_own_in_the_contents() -> None:
    assert set(ICONS) == {page.name for page in ENGLISH.pages}
    assert [icon for icon in ICONS.values() if not (resources() / "icons" / f"{icon}.svg").is_file()] == []


@every_page
def test_no_link_leads_nowhere_and_no_picture_is_missing(language: str, page: Page) -> None:
    for is_picture, target in LINK.findall(page.markdown):
        if is_picture:
            path = guide() / language / target
            assert path.resolve().is_relative_to((guide().parent / "images").resolve()), target
            assert not QImageReader(str(path)).size().isEmpty(), target
        elif not target.startswith("https://"):
            name, section = split_topic(target, page.name)
            assert topic_exists(GUIDES[language], f"{name}#{section}" if section else name), target


@every_page
def test_a_page_has_one_title_and_sections_of_different_names(language: str, page: Page) -> None:
    names = list(chain.from_iterable(section.names for section in page.sections))
    assert len(names) == len(set(names))
    assert page.markdown.startswith("# ")
    assert len(re.findall(r"^# ", re.sub(r"(?s)```.*?```", "", page.markdown), re.MULTILINE)) == 1


@every_page
def test_nothing_on_a_page_is_fetched_or_is_more_than_markdown(language: str, page: Page) -> None:
    assert not re.search(r"!\[[^\]]*\]\((https?:|//|data:|/)", page.markdown)
    assert not re.search(r"<[a-zA-Z!/]", re.sub(r"(?s)```.*?```|`[^`]*`", "", page.markdown))


@every_page
def test_the_languages_say_the_same_under_as_many_headings(language: str, page: Page) -> None:
    english = page_of(ENGLISH, page.name)
    assert len(page.sections) == len(english.sections)
    assert [named(s) for s in page.sections] == [named(s) for s in english.sections]
    assert len(bold(page)) >= len(set(bold(english)))
    pictures = [Path(target).name for is_picture, target in LINK.findall(page.markdown) if is_picture]
    assert pictures == [Path(target).name for is_picture, target in LINK.findall(english.markdown) if is_picture]


@every_page
def test_nothing_of_the_markup_is_left_to_be_seen(language: str, page: Page, qtbot: QtBot) -> None:
    document = QTextDocument()
    document.setMarkdown(page.markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    shown = document.toPlainText()
    assert [mark for mark in ("**", "](", "`", "<!--", "{{", "[[", "| ---") if mark in shown] == []


# It knows every message


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_error_ending_and_finding_has_its_entry(language: str) -> None:
    topics = [topic_of_error(kind()) for kind in every_error()]
    topics += [topic_of_incomplete(reason) for reason in IncompleteReason]
    topics += [f"{TROUBLESHOOTING}#finding_{check}" for check in Check]
    topics += [FIRST_RUN, TROUBLESHOOTING]

    assert [topic for topic in topics if not topic_exists(GUIDES[language], topic)] == []


def test_every_entry_is_of_something_that_happens() -> None:
    page = page_of(ENGLISH, TROUBLESHOOTING)
    listed = {name for section in page.sections for name in named(section)}
    happen = {kind.code for kind in every_error()} | {f"incomplete_{reason}" for reason in IncompleteReason}
    assert listed == happen | {f"finding_{check}" for check in Check}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", said_in_english())
def test_an_entry_has_the_sentence_that_one_sees(language: str, topic: str) -> None:
    page = page_of(GUIDES[language], TROUBLESHOOTING)
    place = page.find(topic)
    assert place is not None
    sentence = said_in_english()[topic]
    shown = sentence if language == "en" else catalogue(language).get(sentence)
    if shown is not None:  # a sentence that is not translated yet is shown in English
        section = page.sections[place]
        assert pattern(shown) in f"{section.title}\n{section.text}"


# It says what the program says


@pytest.mark.parametrize("page", ENGLISH.pages, ids=[page.name for page in ENGLISH.pages])
def test_what_is_bold_stands_like_that_in_the_program(page: Page) -> None:
    known = words_of_the_code()
    assert [name for name in bold(page) if name not in known] == []


@pytest.mark.parametrize("page", ENGLISH.pages, ids=[page.name for page in ENGLISH.pages])
@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_what_is_bold_is_called_in_other_languages_as_there(language: str, page: Page) -> None:
    translated = page_of(GUIDES[language], page.name)
    known = catalogue(language)
    expected = {known[name] for name in bold(page) if name in known}
    assert expected - set(bold(translated)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_the_window_is_listed(language: str, theme: Theme, qtbot: QtBot) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    page = page_of(GUIDES[language], "keyboard")
    actions = [made for made in vars(window.actions_).values() if hasattr(made, "shortcuts")]
    assert isinstance(window.actions_, Actions)
    keys_of = {action.objectName(): action.shortcuts()[0].toString() for action in actions if action.shortcuts()}
    listed = page.markdown
    assert [name for name, keys in keys_of.items() if not re.search(rf"[| ]{re.escape(keys)}[ ,|]", listed)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_the_popup_is_listed(language: str, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page = page_of(GUIDES[language], "keyboard")
    kept = PopupKeys(window)
    chords = {action.shortcuts()[0].toString() for action in window.findChildren(QAction)}
    assert kept is not None
    assert chords
    assert {chord for chord in chords if not re.search(rf"[| ]{re.escape(chord)}[ ,|]", page.sections[2].text)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_settings_is_listed(language: str, theme: Theme, qtbot: QtBot) -> None:
    window = SettingsWindow(theme)
    qtbot.addWidget(window)
    page = page_of(GUIDES[language], "settings")
    known = catalogue(language)
    titles = [known.get(found.title, found.title) for found in window.findChildren(SettingsPage)]
    assert titles
    assert [title for title in titles if f"| **{title}** |" not in page.markdown] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keys_do_what_the_menus_call_it(language: str) -> None:
    page = page_of(GUIDES[language], "keyboard")
    known = catalogue(language)
    rows = dict(re.findall(r"^\| (\S+) \| ([^|]+) \|$", page.markdown, re.MULTILINE))
    for chord, name in (("Ctrl+L", "Clear"), ("Ctrl+H", "History"), ("Ctrl+Shift+P", "Private mode")):
        assert rows[chord].casefold() == known.get(name, name).casefold(), chord


@pytest.mark.parametrize(("language", "word"), [("zh_CN", "词元")])
def test_a_thing_has_no_name_in_the_guide_that_the_program_never_says(language: str, word: str) -> None:
    assert not any(word in said for said in catalogue(language).values())
    assert [page.name for page in GUIDES[language].pages if word in page.markdown] == []


def test_the_columns_that_the_guide_names_in_its_language_are_known() -> None:
    page = page_of(GUIDES["zh_CN"], "glossary")
    named = re.findall("“([^”]+)”", page.markdown)
    assert columns_of(named, LanguagePair(None, LanguageTag("en"))) == ({"source": 0, "target": 1, "note": 2}, True)
