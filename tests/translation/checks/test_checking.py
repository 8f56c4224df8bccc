"""Findings come in order, stay within the texts, and are the same however nonsensical these are."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.translation.checks.looking import findings, said
from translator.language.tag import Detection, LanguagePair, LanguageTag
from translator.translation.checks.checking import Checker
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.phrases import each
from translator.translation.glossary.term import Term

PIECES = [
    "%s", "%(n)d", "{x}", "{n, plural, one {# a} other {b}}", "${y}", "`", "```", "\n",
    "**", "_", "](", "[", "<b>", "</b>", "<a ", "https://a.b/", "a@b.c", "5 May ",
    "12/5/2024", "3.4.", "2024年5月3日", "1,234.5", "½", "1/2", "XIV ", "-7 ", "5 pm",
    "17:30 ", "١٢", "zwei ", "einundzwanzig ", "twenty-three", "二十三万", "이십삼", "ยี่สิบ",
    "half ", "Note: ", "Here is the translation:", "Sure! ", "translate this ", "(",
    ")", "“", "„", "«", "「", '"', "'", ". ", "。", "word ", "слово ", "字", "かな", "ส",
    "\u0301", "\ud800", "- a\n", "> ", "# ", "|", "1) ", ":)", "million ", "万", "%",
    "$", "\\n",
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6))).map("".join)
LANGUAGES = sorted(each("en de fr ru ar he ja zh-Hans zh-Hant ko th hi tr sw vi id fi"))
tags = st.sampled_from(LANGUAGES).map(LanguageTag.parse)
pairs = st.builds(LanguagePair, st.one_of(st.none(), tags), tags)
TERMS = [Term("word", "Wort", forbidden=("zwei",)), Term("字", do_not_translate=True), Term("", "")]
KEPT = {
    Check.NUMBERS, Check.DATES, Check.PLACEHOLDERS, Check.LINKS, Check.TAGS, Check.MARKDOWN, Check.CODE, Check.LINES,
    Check.BRACKETS, Check.QUOTES, Check.LEAK, Check.REPETITION, Check.UNTRANSLATED,
}  # fmt: skip


@given(texts, texts, pairs)
@settings(max_examples=300, deadline=None)
@example("12:99", "99:12", LanguagePair(None, LanguageTag.parse("sw")))
def test_nothing_is_too_odd_to_be_checked(source, target, languages) -> None:
    found = Checker().check(source, target, languages, TERMS)
    for finding in found:
        for span, text in ((finding.source, source), (finding.target, target)):
            assert span is None or 0 <= span[0] < span[1] <= len(text) or span == (0, len(text))
    assert len(set(found)) == len(found)


@given(texts, tags)
@settings(max_examples=200, deadline=None)
def test_a_text_is_as_it_should_be_beside_itself(text, tag) -> None:
    found = Checker().check(text, text, LanguagePair(tag, tag))
    assert not [finding for finding in found if finding.check in KEPT]


def test_findings_are_in_the_order_of_their_places() -> None:
    source = "Hello {name}, you have 12 files in `home` (see below)."
    target = "Hallo {Name}, in `haus` (siehe unten gibt es 21 Dateien."
    found = findings("en>de", source, target)
    assert [finding.check for finding in found] == ["placeholders", "code", "brackets", "numbers"]
    assert [finding.target[0] for finding in found if finding.target] == [6, 17, 24, 45]


def test_what_is_missing_stands_where_it_would_be() -> None:
    source = "One {a} two three four five six seven eight nine ten `b` end"
    target = "Eins zwei drei vier fünf sechs sieben (acht neun zehn Ende"
    found = findings("en>de", source, target)
    assert [finding.check for finding in found] == ["placeholders", "brackets", "code"]


def test_what_belongs_to_the_whole_text_comes_first() -> None:
    found = findings("en>de", "The committee met on Tuesday to discuss the budget and the {x}, at length.", "Nein.")
    assert [finding.check for finding in found] == ["length", "placeholders"]


def test_the_language_of_the_source_is_detected_where_it_is_not_told() -> None:
    assert said(">en", "他今年二十五岁了，住在北京。", "He is 25 now and lives in Beijing.") == []


class _Certain:
    """Takes every text for one in the same language; or only those with capitals."""

    def __init__(self, tag: str, *, by_capitals: bool = False) -> None:
        self._tag = LanguageTag.parse(tag)
        self._by_capitals = by_capitals

    def detect(self, text: str) -> Detection:
        return Detection(self._tag, certain=not self._by_capitals or text != text.lower())


def test_any_guess_of_languages_will_do() -> None:
    text = "Plenty of words that somebody takes for Dutch"
    found = findings("de>en", "Viele Wörter, die jemand für Niederländisch hält", text, by=Checker(_Certain("nl")))
    assert found == [Finding(Check.LANGUAGE, Severity.ERROR, target=(0, len(text)), expected="en-US", found="nl")]


def test_a_guess_that_capitals_decide_is_not_believed() -> None:
    guess = _Certain("nl", by_capitals=True)
    assert said("de>en", "Viele Leute kennen Amsterdam.", "Many people know Amsterdam.", by=Checker(guess)) == []


NONSENSE = [
    "a", "1 ", "(", '"', "`", "**a ", "_a ", "{a,plural,", "<a b=c ", "a@", "a.", "1,", "5/", "12:", "May ", "note: ",
    "here is ", "Sure! ", "[a](", "\n", "|a", "年5月", "one two three. ", "twenty", "«", "IVXLCDM",
]  # fmt: skip


@pytest.mark.parametrize("unit", NONSENSE)
def test_time_grows_with_the_text_and_not_with_its_square(unit) -> None:
    def took(characters: int) -> float:
        text = (unit * characters)[:characters]
        begun = time.process_time()
        Checker().check(text, f"x{text}", LanguagePair(LanguageTag.parse("en"), LanguageTag.parse("de")))
        return time.process_time() - begun

    took(100)
    small, large = min(took(1_500) for _ in range(3)), min(took(12_000) for _ in range(2))
    assert large < 24 * max(small, 0.002), "eight times the text ought to take about eight times as long"


def test_a_book_chapter_is_checked_whole() -> None:
    sentence = "On 5 May 2024, 12 of the 30 members (all of them) said “yes” to {name} at 5 pm. "
    english = LanguageTag.parse("en")
    wrong = sentence.replace("30", "31")
    found = Checker().check(sentence * 1250, sentence * 1249 + wrong, LanguagePair(english, english))
    assert [(finding.check, finding.found, finding.target) for finding in found] == [
        (Check.NUMBERS, "31", (1249 * len(sentence) + 25, 1249 * len(sentence) + 27))
    ]


def test_a_finding_can_be_told_in_a_longer_text() -> None:
    finding = Finding(Check.NUMBERS, Severity.ERROR, source=(1, 2), expected="5")
    assert finding.shifted(10, 20) == Finding(Check.NUMBERS, Severity.ERROR, source=(11, 12), expected="5")
