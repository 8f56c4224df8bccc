"""What texts are found by, and how many of those that are like one are found among many."""

import random
import sqlite3
from itertools import accumulate

import pytest

from translator.storage.database.migrations import MIGRATIONS, migrate
from translator.storage.database.tidying import Merge
from translator.storage.memory.likeness import Likeness
from translator.storage.memory.word_index import (
    CANDIDATES,
    INDEX,
    add_to_index,
    candidates,
    indexed_of,
    remove_from_index,
)
from translator.storage.memory.words import terms_of, words_of


@pytest.fixture
def connection() -> sqlite3.Connection:
    memory = sqlite3.connect(":memory:", isolation_level=None)
    migrate(memory, MIGRATIONS)
    return memory


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Öffnen Sie, bitte, die „Datei“!", ["öffnen", "sie", "bitte", "die", "datei"]),
        ("l'homme d’argent (don't)", ["l", "homme", "d", "argent", "don", "t"]),
        ("1,234.50 € a_b\x00c", ["1", "234", "50", "€", "a", "b", "c"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("Cafe\u0301 İstanbul", ["café", "i̇stanbul"]),
        ("iPhoneを買う。ﾃｽﾄ", ["iphone", "を", "買", "う", "ﾃ", "ｽ", "ﾄ"]),
        ("한국어 문장", ["한국어", "문장"]),
        ("", []),
        (" …?! \u200b", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("the cat and the dog", ["the", "cat", "and", "dog"]),
        ("買い物する", ["買い", "い物", "物す", "する"]),
        ("iPhoneを買う 17 犬", ["iphone", "17", "を買", "買う", "犬"]),
        ("犬", ["犬"]),
        ("x" * 100, ["x" * 64]),
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    assert terms_of(words_of(text)) == terms


def test_languages_and_lengths_are_kept_apart(connection: sqlite3.Connection) -> None:
    ten = "one two three four five six seven eight nine ten"
    lengths = {1: 10, 3: 13, 4: 14, 5: 7, 6: 8}  # of each unit
    for number, length in lengths.items():
        add_to_index(connection, 1, number, indexed_of(" ".join([*ten.split(), "a", "b", "c", "d"][:length])))
    add_to_index(connection, 2, 2, indexed_of(ten))
    assert sorted(candidates(connection, 1, words_of(ten))) == [1, 3, 6]
    assert candidates(connection, 2, words_of(ten)) == [2]
    assert candidates(connection, 3, words_of(ten)) == []


def test_those_that_share_the_most_come_first_and_they_are_not_too_many(connection: sqlite3.Connection) -> None:
    for number in range(1, 1_001):
        add_to_index(connection, 1, number, indexed_of(f"one two three four {number} {number}"))
    add_to_index(connection, 1, 2_000, indexed_of("one two three four five six"))
    found = candidates(connection, 1, words_of("one two three four five seven"))
    assert found[0] == 2_000
    assert len(found) == CANDIDATES


def test_extremes_fit(connection: sqlite3.Connection) -> None:
    text = " ".join(str(number) for number in range(70_000))
    add_to_index(connection, 100_000, 2**32 - 1, indexed_of(text))
    assert candidates(connection, 100_000, words_of(text)) == [2**32 - 1]
    remove_from_index(connection, 100_000, 2**32 - 1, indexed_of(text))
    assert candidates(connection, 100_000, words_of(text)) == []


def test_merging_comes_to_an_end_and_loses_nothing(connection: sqlite3.Connection) -> None:
    for number in range(1, 301):
        add_to_index(connection, 1, number, indexed_of(f"common {number}"))
    remove_from_index(connection, 1, 300, indexed_of("common 300"))
    steps, merge = 0, Merge(INDEX)
    while merge(connection):
        steps += 1
        assert steps < 1_000
    assert not merge(connection)
    assert candidates(connection, 1, ["common", "299"])[0] == 299
    assert sum(1 for _ in connection.execute("SELECT rowid FROM unit_words WHERE unit_words MATCH 'common'")) == 299


def test_nearly_all_texts_are_found_after_a_quarter_of_their_words_was_changed(connection: sqlite3.Connection) -> None:
    chance = random.Random(4)
    vocabulary = [f"w{number}" for number in range(5_000)]
    weights = list(accumulate(1 / (rank + 3) for rank in range(5_000)))
    texts = {
        number: chance.choices(vocabulary, cum_weights=weights, k=chance.randint(4, 40)) for number in range(1, 5_001)
    }
    for number, words in texts.items():
        add_to_index(connection, 1, number, indexed_of(" ".join(words)))
    found = 0
    for number in range(1, 5_001, 25):
        edited = list(texts[number])
        for place in chance.sample(range(len(edited)), len(edited) // 4):
            edited[place] = chance.choice(vocabulary)
        assert Likeness(" ".join(edited)).score(" ".join(texts[number])) >= 75
        found += number in candidates(connection, 1, edited)
    assert found >= 198  # of 200


@pytest.mark.parametrize(
    ("text", "other", "score"),
    [
        ("one two three four", "one two three four", 100),
        ("one two three four", "One two, three four.", 99),
        ("one two three four", "one two three five", 83),  # by characters more than by words
        ("a b c d incomprehensibilities", "a b c d x", 80),  # by words more than by characters
        ("one two three", "four five six", 0),
        ("Datei", "Dateien", 0),
        ("", "", 100),
        ("", "one", 0),
        ("…", "!", 0),
        ("今日は天気がいい", "明日は天気がいい", 87),
    ],
)
def test_likeness(text: str, other: str, score: int) -> None:
    assert Likeness(text).score(other) == score
    assert Likeness(other).score(text) == score
